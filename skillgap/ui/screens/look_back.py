"""Looking back after a skill was rated again: where was I then? One key answers, one key skips."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skillgap.core.assessment import Earlier
from skillgap.core.reassessing import question
from skillgap.core.rubric import Scale, Skill
from skillgap.ui.text import prose


class LookBackScreen(ModalScreen[int | None]):
    """Gives the level, or None when the person skips it. Nothing depends on it but the comparison."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [  # noqa: RUF012
        ("escape,s", "dismiss(None)", "Skip"),
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        *((str(level), f"level({level})", "Level") for level in range(10)),
    ]

    def __init__(self, skill: Skill, scale: Scale, earlier: Earlier) -> None:
        super().__init__()
        self._skill, self._scale, self._earlier = skill, scale, earlier

    def compose(self) -> ComposeResult:
        """The question, and the levels with their anchors."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Then and now")
            box.border_subtitle = Content(f"0-{self._scale.top} or enter answers, s skips")
            said = prose(self._scale.titled(self._earlier.level))
            yield Static(Content(question(prose(self._skill.name), self._earlier, said)))
            yield OptionList(*map(self._option, range(self._scale.top + 1)), markup=False)

    def on_mount(self) -> None:
        """Start at what was said then."""
        levels = self.query_one(OptionList)
        levels.highlighted = min(self._earlier.level, self._scale.top)
        levels.focus()

    def _option(self, level: int) -> Option:
        anchor = Content(prose(self._skill.anchors[level]))
        return Option(Content.assemble((f"{level} {prose(self._scale.name(level))}  ", "bold"), anchor))

    def action_level(self, level: int) -> None:
        """Answer by the number."""
        if level <= self._scale.top:
            self.dismiss(level)

    def action_move(self, by: int) -> None:
        """Move in the list."""
        levels = self.query_one(OptionList)
        levels.action_cursor_down() if by > 0 else levels.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)
