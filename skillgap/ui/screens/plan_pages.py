"""How Plan is laid out: outcome, hours and dates, the steps over their weeks, the detail of one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.core.steps import step_id
from skillgap.ui.actions.plan import TRUE_NOW, UNDO
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.plan_detail import detail_page
from skillgap.ui.pages.plan_head import head_page, nothing_rated, packed, settings_of
from skillgap.ui.pages.plan_rows import Listing, heads, rows
from skillgap.ui.plan_desk import PlanDesk
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

CHART_FROM = 110, 28
"""Width and height of a screen from which steps are bars over weeks, below the curve."""
DETAIL_FROM = 78, 24
"""From here on the detail stands below the list; else it opens in a window of its own."""
NOTICED = 0.3
"""Seconds of waiting that need a word."""
DETAIL_WIDTH = 42
"""As in plan.tcss."""


class PlanPages(MainScreen):
    """Shows the plan; what can be done with it is the screen's own."""

    _plan: Plan | None = None
    _desk: PlanDesk | None = None
    _timer: Timer | None = None
    _made_for: tuple[Any, ...] = ()
    """What the plan was made for: answers, target, budget, done marks."""

    class Made(Message):
        """The plan is there."""

        def __init__(self, plan: Plan, made_for: tuple[Any, ...]) -> None:
            super().__init__()
            self.plan = plan
            self.made_for = made_for

    def body(self) -> Iterable[Widget]:
        """Head, settings, list, detail, what is to be said."""
        yield Lines(id="head")
        yield Lines(id="settings")
        with Container(id="panes"):
            yield RowSheet(id="steps")
            yield Sheet(id="detail")
        yield Lines(id="said")

    @property
    def steps(self) -> RowSheet:
        """The list of steps."""
        return self.query_one("#steps", RowSheet)

    def show(self, session: Session) -> None:
        """Make the plan when something that it depends on has changed; lay it out."""
        if self._desk is None or self._desk.session is not session:
            self._desk = PlanDesk(session)
        self._desk.refresh()
        made_for = _reasons(session)
        if made_for != self._made_for:
            self.run_worker(partial(self._make, session, made_for), thread=True, exclusive=True, group="plan")
            self._wait()
        self._lay_out()

    def _wait(self) -> None:
        """Say that a plan is being made, once that takes longer than one notices."""
        self._stop_waiting()
        self._timer = self.set_timer(NOTICED, self._say_wait)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _say_wait(self) -> None:
        words = Content.styled("Making the plan ...", "$text-muted")
        if self._plan is None:
            self._put("#head", [words])
        else:
            self._say(words)

    def _make(self, session: Session, made_for: tuple[Any, ...]) -> None:
        self.post_message(self.Made(session.plan(session.budget), made_for))

    @on(Made)
    def _take(self, event: Made) -> None:
        session, desk = self.session, self._desk
        if session is None or desk is None or event.made_for != _reasons(session):
            return  # a newer one is being made
        self._stop_waiting()
        self._plan, self._made_for = event.plan, event.made_for
        self._lay_out()
        self.call_after_refresh(self._keep)  # what was asked for is seen first

    def _keep(self) -> None:
        """Write the plan when something was changed."""
        session, desk = self.session, self._desk
        if session is None or desk is None or self._plan is None:
            return
        is_up_to_date, problem = self._made_for == _reasons(session), desk.problem
        desk.keep(self._plan)
        if is_up_to_date:  # the kept plan is now the one that the next is made after
            self._made_for = _reasons(session)
        if desk.problem != problem and self.is_attached:
            self.tell()

    def on_screen_suspend(self) -> None:
        """Write what is not written yet."""
        self._keep()

    def on_unmount(self) -> None:
        """Write what is not written yet."""
        self._keep()

    def on_resize(self) -> None:
        """Lay the plan out again."""
        self._lay_out()

    def room(self, width: int) -> Room:
        """What there is to draw with."""
        return Room(max(20, width), self.size.height, self.main.glyphs, self.main.key_of)

    def _lay_out(self) -> None:
        plan, session = self._plan, self.session
        if plan is None or session is None or not self.size.width:
            return
        width, height = self.size
        with_chart = width >= CHART_FROM[0] and height >= CHART_FROM[1] and bool(plan.scheduled)
        has_detail = with_chart or (width >= DETAIL_FROM[0] and height >= DETAIL_FROM[1])
        is_empty = not session.interview.count("rated")
        for name, is_set in (("-charted", with_chart), ("-alone", not has_detail), ("-empty", is_empty)):
            self.set_class(is_set, name)
        margin = 2 if self.has_class("-short") or self.has_class("-narrow") else 4
        room = self.room(width - margin)
        missing = sum(row.reason == "not-rated" for row in plan.left_outs)
        asked = len(session.profile.requirements)
        self._put("#head", nothing_rated(room) if is_empty else head_page(plan, (asked - missing, asked), room))
        self._put("#settings", packed(settings_of(plan.budget, room), room.width))
        listing = self._listing(plan, session, self.room(width - 3 - (DETAIL_WIDTH if with_chart else 0)), with_chart)
        is_first = not self.steps.keys
        first = plan.scheduled[0].id if is_first and plan.scheduled else ""
        self.steps.fill(heads(listing), rows(listing), first)
        self.tell()

    def _put(self, name: str, lines: list[Content]) -> None:
        self.query_one(name, Lines).put(lines)

    def _listing(self, plan: Plan, session: Session, room: Room, with_chart: bool) -> Listing:
        answers = session.assessment.answer_by_skill.values()
        musts = {step_id(r.skill, to) for r in session.profile.requirements for to in range(1, r.floor + 1)}
        levels = {answer.skill: answer.level for answer in answers if answer.level is not None}
        return Listing(plan=plan, room=room, with_chart=with_chart, musts=frozenset(musts), levels=levels)

    def tell(self) -> None:
        """Show the detail of the row under the cursor, and what is to be said of it."""
        plan = self._plan
        if plan is None:
            return
        sheet = self.query_one("#detail", Sheet)
        width = DETAIL_WIDTH - 4 if self.has_class("-charted") else self.size.width - 5
        sheet.put(detail_page(plan, self.steps.key, self.room(width)))
        sheet.scroll_to(y=0, animate=False, immediate=True)
        self._say(self._words())
        self.update_keys()

    def _say(self, words: Content) -> None:
        said = self.query_one("#said", Lines)
        said.display = bool(words)
        said.update(words)

    def update_keys(self) -> None:
        """Show the keys that make sense for the row."""

    def _words(self) -> Content:
        """What could not be kept, or what the done step under the cursor now asks."""
        marks, key_of = self.main.glyphs, self.main.key_of
        if self._desk and self._desk.problem:
            text = prose(f"The plan on disk is not up to date: {self._desk.problem}")
            return Content.assemble((f"{marks.warning} ", "bold"), text).stylize("$text-error")
        step = self.step_to_rate()
        if step is None or self.session is None:
            return Content("")
        level = f"{step.to} {prose(self.session.loaded.pack.scale.name(step.to))}"
        return Content.assemble(
            ("Is it true of you now?  ", "bold $text-success"),
            f"{prose(step.anchor)}  ",
            (key_of(TRUE_NOW), "bold $text-accent"),
            f" rates you {level}, ",
            (key_of(UNDO), "bold $text-accent"),
            " takes the mark back",
        )

    def step_at_cursor(self) -> PlannedStep | None:
        """The step under the cursor."""
        steps = self._plan.steps if self._plan else ()
        return next((step for step in steps if step.id == self.steps.key), None)

    def step_to_rate(self) -> PlannedStep | None:
        """The step under the cursor, when it is done and its skill is rated lower."""
        step, session = self.step_at_cursor(), self.session
        if step is None or step.done is None or session is None:
            return None
        level = session.assessment.answer(step.skill).level
        return step if level is not None and level < step.to else None

    def entries(self) -> tuple[PlannedStep | LeftOut, ...]:
        """Everything that the list holds."""
        return (*self._plan.steps, *self._plan.left_outs) if self._plan else ()


def _reasons(session: Session) -> tuple[Any, ...]:
    """What a plan depends on."""
    return session.assessment, session.profile, session.budget, session.plans.previous
