"""How Check is laid out: the range of readiness, a question with its options, what is told of it, the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from skillgap.core.curriculum import Check
from skillgap.core.sitting import Sitting, begin
from skillgap.ui.pages import check as pages
from skillgap.ui.pages.room import Room
from skillgap.ui.screens.base import READING, MainScreen
from skillgap.ui.widgets.keyline import KeyLine
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.option_sheet import OptionSheet, SpanSheet, Stage
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_PHASES = ("asked", "chosen", "told", "over")
_LEAST_QUESTION = 2
"""Rows that a question keeps, however long the options are."""


class CheckPages(MainScreen):
    """Shows where a sitting stands; what can be done is the screen's own."""

    _sitting: Sitting | None = None
    _cursor: int | None = None
    """The place of the highlighted option; 0 is not knowing."""

    def body(self) -> Iterable[Widget]:
        """Range, question, options, and the ranges so far."""
        yield Lines(id="band")
        with Horizontal(id="panes"):
            with Stage(id="left"):
                yield SpanSheet(id="question")
                yield OptionSheet(id="options")
            yield Sheet(id="side")

    def on_mount(self) -> None:
        """Say that something is going on."""
        self.query_one("#question", SpanSheet).put([Content.styled(READING, "$text-muted")])

    @on(Stage.Resized)
    def _fit(self) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self._lay_out)

    def show(self, session: Session) -> None:
        """Go on with the sitting; answers or a target that changed elsewhere begin another one."""
        sitting, quiz = self._sitting, session.quiz()
        if sitting is None:
            self._put(begin(quiz))
        elif sitting.quiz.assessment is not quiz.assessment or sitting.quiz.profile is not quiz.profile:
            self._put(sitting.renewed(quiz))
        else:
            self.call_after_refresh(self._lay_out)

    def _put(self, sitting: Sitting) -> None:
        self._sitting, self._cursor = sitting, None
        for phase in _PHASES:
            self.set_class(sitting.phase == phase, f"-{phase}")
        question = self.query_one("#question", SpanSheet)
        question.styles.height = "1fr" if sitting.phase in ("told", "over") else "auto"
        for sheet in (question, self.query_one("#options", OptionSheet)):
            sheet.to_top()
        if sitting.phase == "asked":
            self.hold_keys()  # what was typed for the question before is no answer to this one
        self.update_hints()
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        sitting = self._sitting
        if sitting is None or not self.is_mounted:
            return
        room = self._room(self.query_one("#question", SpanSheet))
        self.query_one("#band", Lines).put(pages.band_lines(sitting, self._room(self.query_one("#band"))))
        self.query_one("#side", Sheet).put(pages.funnel(sitting, self._room(self.query_one("#side", Sheet))))
        if sitting.check is None:
            self.query_one("#question", SpanSheet).put_span(pages.end_lines(sitting, pages.text_room(room)), None)
        else:
            self._lay_out_check(sitting, sitting.check, pages.text_room(room))

    def _room(self, widget: Widget) -> Room:
        width = widget.width if isinstance(widget, Sheet) else widget.content_size.width
        return Room(
            max(20, width - 1),
            widget.parent.size.height if isinstance(widget.parent, Widget) else 0,
            self.main.glyphs,
            self.main.key_of,
        )

    def _lay_out_check(self, sitting: Sitting, check: Check, room: Room) -> None:
        question, options = self.query_one("#question", SpanSheet), self.query_one("#options", OptionSheet)
        height = self.query_one("#left").size.height
        text = pages.question_lines(sitting, check, room)
        told, sure = pages.outcome_lines(sitting, check, room), pages.sure_lines(room)
        more = sure if sitting.phase == "chosen" else pages.announced(sitting, room)
        for is_spaced in (True, False):
            rows, places = pages.option_lines(sitting, check, self._cursor, room, is_spaced=is_spaced)
            if len(text) + len(rows) + max(len(told), len(sure)) <= height:
                break
        if sitting.phase == "told":
            first = len(text) + len(rows)
            question.put_span([*text, *rows, *told], (first, first + len(told) - 1))
            return
        below = [*rows, *more]
        needed = len(below) if sitting.phase == "chosen" else len(rows)
        if len(text) + needed > height:
            text = pages.question_lines(sitting, check, room, is_tight=True)
        question.styles.height = max(_LEAST_QUESTION, min(len(text), height - needed))
        question.put_span(text, None)
        options.places = places
        options.put_span(below, self._span(len(rows), len(below), places))

    def _span(self, options: int, lines: int, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """The lines that must be in view: how sure, once that is asked, else the highlighted option."""
        if self._sitting and self._sitting.phase == "chosen":
            return options, lines - 1
        return None if self._cursor is None else places[self._cursor]

    def update_hints(self) -> None:
        """The keys change with what is in front."""
        self.query_one(KeyLine).hints = self.hints()
