"""What else is said of a skill: how sure, last used, evidence, note. Each part can be clicked."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from skillgap.core.assessment import Answer, Confidence
from skillgap.ui.actions import Action
from skillgap.ui.actions.rate import EVIDENCE, NOTE, SURE, USED
from skillgap.ui.text import cut, glyphs_of, prose

_ROOMY = 64


class AnswerLine(Widget):
    """Three rows: a hint, then the particulars."""

    DEFAULT_CSS = """
    AnswerLine {
        height: 3;
        width: 1fr;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    auto_links = False
    answer: reactive[Answer | None] = reactive(None)
    hint: reactive[str] = reactive("")
    key_of: Callable[[Action], str] = staticmethod(lambda action: action.keys[0])

    def render(self) -> Content:
        """Hint, particulars."""
        answer = self.answer
        lines = [Content.styled(self.hint, "$text-accent")]
        if answer is not None:
            lines += [self._first(answer), self._second(answer)]
        return Content("\n").join(lines)

    def _first(self, answer: Answer) -> Content:
        marks = glyphs_of(self)
        words = [
            Content.styled(f"{marks.chosen} {said}", "bold")
            if answer.confidence == word
            else Content.styled(f"{marks.empty} {said}", "$text-muted")
            for word in get_args(Confidence)
            for said in ("never" if word == "sure" and answer.level == 0 else word,)
        ]
        sure = self._part(SURE, Content(" ").join(words), label="Sure?")
        used = answer.last_used.isoformat() if answer.last_used else marks.aside
        return Content.assemble(sure, self._gap + " ", self._part(USED, Content(used)))

    def _second(self, answer: Answer) -> Content:
        marks = glyphs_of(self)
        count = len(answer.evidence)
        evidence = self._part(EVIDENCE, Content(f"{count}" if count else marks.aside))
        room = max(4, self.content_size.width - evidence.cell_length - 12)
        note = cut(prose(answer.note), room, marks) if answer.note else marks.aside
        return Content.assemble(evidence, "   ", self._part(NOTE, Content(note)))

    def _part(self, action: Action, value: Content, label: str = "") -> Content:
        click = Style.from_meta({"@click": f"screen.{action.call}"})
        key = Content.styled(self.key_of(action), "bold $text-accent")
        return Content.assemble(key, (f" {label or action.label}{self._gap}", "$text-muted"), value).stylize(click)

    @property
    def _gap(self) -> str:
        """Room between label and value."""
        return "  " if self.content_size.width >= _ROOMY else " "
