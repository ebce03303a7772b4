"""Plan: the steps in their weeks, what each is about, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from skillgap.core.plan import Budget, LeftOut, Plan, PlannedStep
from skillgap.errors import SkillgapError
from skillgap.ui.actions import bindings
from skillgap.ui.actions.common import RATE
from skillgap.ui.actions.plan import ACTIONS
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.plan_detail import detail_page
from skillgap.ui.pages.plan_head import curve_page, head_page
from skillgap.ui.pages.plan_rows import heads, rows
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

LEAST_HOURS, MOST_HOURS = 1.0, 80.0


class PlanScreen(MainScreen):
    """The plan; every change of hours or dates makes it again in a thread."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "plan.tcss"
    MODE = "plan"

    _plan: Plan | None = None
    _made_for: tuple[Any, ...] = ()
    """What the plan was made for: answers, target, budget, done marks."""

    class Made(Message):
        """The plan is there."""

        def __init__(self, plan: Plan, made_for: tuple[Any, ...]) -> None:
            super().__init__()
            self.plan = plan
            self.made_for = made_for

    def __init__(self) -> None:
        super().__init__()
        self._marks: list[tuple[str, date | None]] = []
        """Done marks as they were before each change, for undo."""

    def body(self) -> Iterable[Widget]:
        """Head, curve, list, detail."""
        yield Sheet(id="head")
        yield Sheet(id="curve")
        with Container(id="panes"):
            yield RowSheet(id="steps")
            yield Sheet(id="detail")

    @property
    def steps(self) -> RowSheet:
        """The list of steps."""
        return self.query_one("#steps", RowSheet)

    def show(self, session: Session) -> None:
        """Make the plan when something it depends on has changed; lay it out."""
        made_for = (session.assessment, session.profile, session.budget, session.plans.previous)
        if made_for != self._made_for:
            self.run_worker(partial(self._make, session, made_for), thread=True, exclusive=True, group="plan")
        self._lay_out_soon()

    def _make(self, session: Session, made_for: tuple[Any, ...]) -> None:
        self.post_message(self.Made(session.plan(session.budget), made_for))

    @on(Made)
    def _take(self, event: Made) -> None:
        self._plan, self._made_for = event.plan, event.made_for
        self._lay_out_soon()

    def on_resize(self) -> None:
        """Lay the plan out again."""
        self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        """Lay out once the panes have their sizes."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        plan = self._plan
        if plan is None:
            return
        room = self._room(max(20, self.size.width - 5))
        rated = self.session is not None and self.session.interview.count("rated")
        self._fill("#head", head_page(plan, room) if rated else self._nothing_rated())
        self._fill("#curve", curve_page(plan, room))
        inner = self._room(self.steps.width - 1)
        self.steps.fill(heads(plan, inner), rows(plan, inner))
        self._detail()

    def _fill(self, name: str, lines: list[Content]) -> None:
        sheet = self.query_one(name, Sheet)
        sheet.styles.height = len(lines) + 1
        sheet.put([Content(""), *(Content.assemble("  ", line) for line in lines)])

    def _room(self, width: int) -> Room:
        return Room(width, self.size.height, self.main.glyphs, self.main.key_of)

    def _nothing_rated(self) -> list[Content]:
        key = self.main.key_of(RATE)
        return [
            Content.styled("There is no plan yet.", "bold"),
            Content(f"A plan grows from the gaps in what you rate. Press {key} to rate a few skills."),
        ]

    def _detail(self) -> None:
        sheet = self.query_one("#detail", Sheet)
        if self._plan is not None:
            sheet.put(detail_page(self._plan, self.steps.key, self._room(sheet.width)))
            sheet.scroll_to(y=0, animate=False, immediate=True)

    @on(RowSheet.Pointed)
    def _point(self) -> None:
        self._detail()

    @on(RowSheet.Chosen)
    def _choose(self) -> None:
        self.action_rate_it()

    def action_done(self) -> None:
        """Mark the step under the cursor, or take its mark away."""
        session, step = self._writable(), self._step_at_cursor()
        if session is None or step is None:
            return
        self._marks.append((step.id, step.done))
        self._mark(session, step.id, None if step.done else session.today)

    def action_undo(self) -> None:
        """Take the last mark back."""
        session = self._writable()
        if session is None:
            return
        if not self._marks:
            self.notify("Nothing to undo.", timeout=2)
            return
        self._mark(session, *self._marks.pop())

    def _mark(self, session: Session, step: str, day: date | None) -> None:
        try:
            session.mark_done(step, day)
        except SkillgapError as error:
            self.notify(str(error), title="Not kept", severity="error", timeout=10, markup=False)
        self.update()

    def _step_at_cursor(self) -> PlannedStep | None:
        steps = self._plan.steps if self._plan else ()
        return next((step for step in steps if step.id == self.steps.key), None)

    def _writable(self) -> Session | None:
        session = self.session
        if session is None or not self.is_ready:
            return None
        if session.is_read_only:
            self.notify("Another program holds the answers; nothing is changed here.", severity="warning")
            return None
        return session

    def action_more_hours(self) -> None:
        """One hour a week more."""
        self._hours(1)

    def action_fewer_hours(self) -> None:
        """One hour a week less."""
        self._hours(-1)

    def _hours(self, by: float) -> None:
        if self.session is not None:
            old = self.session.budget
            hours = min(max(old.hours_per_week + by, LEAST_HOURS), MOST_HOURS)
            self._budget(replace(old, hours_per_week=hours))

    def action_must_haves_first(self) -> None:
        """Switch the order."""
        if self.session is not None:
            self._budget(replace(self.session.budget, must_haves_first=not self.session.budget.must_haves_first))

    def action_experience(self) -> None:
        """Switch whether experience is scheduled."""
        if self.session is not None:
            now = self.session.budget.includes_experience
            self._budget(replace(self.session.budget, includes_experience=not now))

    def action_deadline(self) -> None:
        """Ask for the deadline."""
        session = self.session
        if session is None:
            return
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        today = session.today
        old = session.budget.deadline
        text = "By which day should the plan be done? Leave it empty for no deadline."
        hint = f"as in {today.year + 1}-05-31"
        check = partial(_deadline_problem, today)
        self.main.push_screen(AskScreen("Deadline", text, f"{old or ''}", hint, check), self._set_deadline)

    def _set_deadline(self, text: str | None) -> None:
        if text is not None and self.session is not None:
            self._budget(replace(self.session.budget, deadline=date.fromisoformat(text) if text else None))

    def _budget(self, budget: Budget) -> None:
        """Take another budget, remember it, plan again."""
        session = self._writable()
        if session is None or budget == session.budget:
            return
        session.budget = budget
        try:
            session.plans.keep(session.plan(budget))
        except SkillgapError as error:
            self.notify(str(error), title="Not remembered", severity="warning", timeout=8, markup=False)
        self.update()

    def action_rate_it(self) -> None:
        """Show the skill of the row on Rate."""
        key, rows = self.steps.key, self._rows()
        found = next((row.skill for row in rows if row.id == key), None)
        if found is not None and self.session is not None and found in self.session.interview.place:
            self.main.rate_skill(found)

    def _rows(self) -> tuple[PlannedStep | LeftOut, ...]:
        return (*self._plan.steps, *self._plan.left_outs) if self._plan else ()

    def action_down(self) -> None:
        """One row down."""
        self.steps.move(1)

    def action_up(self) -> None:
        """One row up."""
        self.steps.move(-1)

    def action_first(self) -> None:
        """To the first row."""
        self.steps.move(-len(self.steps.keys))

    def action_last(self) -> None:
        """To the last row."""
        self.steps.move(len(self.steps.keys))

    def action_page_down(self) -> None:
        """A page of rows down."""
        self.steps.move(self.steps.page_rows)

    def action_page_up(self) -> None:
        """A page of rows up."""
        self.steps.move(-self.steps.page_rows)

    def action_detail_down(self) -> None:
        """Scroll the detail."""
        self.query_one("#detail", Sheet).scroll_relative(y=3, animate=False)

    def action_detail_up(self) -> None:
        """Scroll the detail back."""
        self.query_one("#detail", Sheet).scroll_relative(y=-3, animate=False)


def _deadline_problem(today: date, text: str) -> str:
    """Say what is wrong with a deadline; empty when nothing is."""
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return f'"{text}" is not a date; write it as {today.year + 1}-05-31'
    return "" if day > today else f"{day} is not after today, {today}"
