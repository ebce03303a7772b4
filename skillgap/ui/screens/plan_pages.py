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

from skillgap.core.plan import Plan, PlannedStep
from skillgap.core.steps import step_id
from skillgap.ui.actions.plan import ON_STEPS, TRUE_NOW, UNDO
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.plan_chart import Axis
from skillgap.ui.pages.plan_detail import Entry, detail_page, entry_of
from skillgap.ui.pages.plan_head import head_page, nothing_rated, packed, settings_of
from skillgap.ui.pages.plan_left import rows
from skillgap.ui.pages.plan_rows import Listing, heads
from skillgap.ui.pages.results_verdict import call
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
FEW_DONE = 2
"""Done steps that are in sight above the first one to do."""
NOTICED = 0.3
"""Seconds of waiting that need a word."""
BESIDE_FROM = 160
"""Width of a screen from which the detail stands beside the chart."""
DETAIL_WIDTH = 58
"""As in plan.tcss."""


class PlanPages(MainScreen):
    """Shows the plan; what can be done with it is the screen's own."""

    plan: Plan | None = None
    """What is shown; None until it is made."""
    desk: PlanDesk | None = None
    _timer: Timer | None = None
    _axis: Axis | None = None
    """The weeks of the timeline; None where there is none."""
    _first_week = 0
    _is_whole = False
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
        if self.desk is None or self.desk.session is not session:
            self.desk = PlanDesk(session)
        self.desk.refresh()
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
        if self.plan is None:
            self._put("#head", [words])
        else:
            self._say(words)

    def _make(self, session: Session, made_for: tuple[Any, ...]) -> None:
        self.post_message(self.Made(session.plan(session.budget), made_for))

    @on(Made)
    def _take(self, event: Made) -> None:
        session, desk = self.session, self.desk
        if session is None or desk is None or event.made_for != _reasons(session):
            return  # a newer one is being made
        self._stop_waiting()
        self.plan, self._made_for = event.plan, event.made_for
        self._lay_out()
        self.call_after_refresh(self._keep)  # what was asked for is seen first

    def _keep(self) -> None:
        """Write the plan when something was changed."""
        session, desk = self.session, self.desk
        if session is None or desk is None or self.plan is None:
            return
        is_up_to_date, problem = self._made_for == _reasons(session), desk.problem
        desk.keep(self.plan)
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
        plan, session = self.plan, self.session
        if plan is None or session is None or not self.size.width:
            return
        width, height = self.size
        with_chart = width >= CHART_FROM[0] and height >= CHART_FROM[1] and bool(plan.scheduled)
        has_detail = with_chart or (width >= DETAIL_FROM[0] and height >= DETAIL_FROM[1])
        is_empty = not session.interview.count("rated")
        classes = {
            "-charted": with_chart,
            "-beside": with_chart and width >= BESIDE_FROM,
            "-alone": not has_detail,
            "-empty": is_empty,
        }
        for name, is_set in classes.items():
            self.set_class(is_set, name)
        margin = 2 if self.has_class("-short") or self.has_class("-narrow") else 4
        room = self.room(width - margin)
        missing = sum(row.reason == "not-rated" for row in plan.left_outs)
        asked = len(session.profile.requirements)
        self._put("#head", nothing_rated(room) if is_empty else head_page(plan, (asked - missing, asked), room))
        self._put("#settings", packed(settings_of(plan.budget, room), room.width))
        is_first = not self.steps.keys
        self._list(plan.scheduled[0].id if is_first and plan.scheduled else "")
        if is_first and len(plan.finished) > FEW_DONE:
            self.call_after_refresh(self.steps.show_first, len(plan.finished) - FEW_DONE)
        self.tell()

    def _list(self, key: str = "") -> None:
        """Fill the list, with the weeks of the step under the cursor in the window of the timeline."""
        plan, session = self.plan, self.session
        if plan is None or session is None:
            return
        beside = DETAIL_WIDTH if self.has_class("-beside") else 0
        room = self.room(self.size.width - 3 - beside)
        listing = self._listing(plan, session, room, self.has_class("-charted"))
        self._axis = listing.axis if listing.with_chart else None
        self.steps.fill(heads(listing), rows(listing), key)

    def follow(self) -> None:
        """Scroll the timeline to the step under the cursor when it is out of sight."""
        step, axis = self.step_at_cursor(), self._axis
        if step is None or axis is None or not step.first_week:
            return
        place = step.first_week - 1
        if not axis.first <= place < axis.first + axis.shown:
            self.show_weeks(place - axis.shown // 8)

    def show_weeks(self, first: int) -> None:
        """Begin the timeline with a week, counted from 0, as far as it has more weeks than room."""
        axis = self._axis
        if axis is not None and (first := min(max(first, 0), max(0, axis.weeks - axis.shown))) != axis.first:
            self._first_week = first
            self._list()

    def _put(self, name: str, lines: list[Content]) -> None:
        self.query_one(name, Lines).put(lines)

    def _listing(self, plan: Plan, session: Session, room: Room, with_chart: bool) -> Listing:
        answers = session.assessment.answer_by_skill.values()
        musts = {step_id(r.skill, to) for r in session.profile.requirements for to in range(1, r.floor + 1)}
        levels = {answer.skill: answer.level for answer in answers if answer.level is not None}
        return Listing(
            plan=plan,
            room=room,
            with_chart=with_chart,
            musts=frozenset(musts),
            levels=levels,
            first=self._first_week,
            is_whole=self._is_whole,
        )

    def tell(self) -> None:
        """Show the detail of the row under the cursor, and what is to be said of it."""
        plan = self.plan
        if plan is None:
            return
        sheet = self.query_one("#detail", Sheet)
        is_beside, is_charted = self.has_class("-beside"), self.has_class("-charted")
        room = self.room(DETAIL_WIDTH - 4 if is_beside else self.size.width - 5)
        lines = detail_page(plan, self.steps.key, room, columns=2 if is_charted and not is_beside else 1)
        sheet.put([*lines, *self._row_keys(room)])
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
        if self.desk and self.desk.problem:
            text = prose(f"The plan on disk is not up to date: {self.desk.problem}")
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
        steps = self.plan.steps if self.plan else ()
        return next((step for step in steps if step.id == self.steps.key), None)

    def step_to_rate(self) -> PlannedStep | None:
        """The step under the cursor, when it is done and its skill is rated lower."""
        step, session = self.step_at_cursor(), self.session
        if step is None or step.done is None or session is None:
            return None
        level = session.assessment.answer(step.skill).level
        return step if level is not None and level < step.to else None

    def entry(self) -> Entry | None:
        """What stands behind the row under the cursor."""
        return entry_of(self.plan, self.steps.key) if self.plan and self.is_mounted else None

    def _row_keys(self, room: Room) -> list[Content]:
        """The keys that work on the row under the cursor."""
        offered = [action for action in ON_STEPS if self.is_offered(action)]
        if not offered:
            return []
        return [Content(""), *packed((call(action, action.label, room.key_of) for action in offered), room.width)]


def _reasons(session: Session) -> tuple[Any, ...]:
    """What a plan depends on."""
    return session.assessment, session.profile, session.budget, session.plans.previous
