"""Plan: the steps in their weeks, what each is about, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from skillgap.core.dates import deadline_problem, start_problem
from skillgap.core.hours import LEAST_HOURS, MOST_HOURS
from skillgap.core.plan import Budget
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.plan import ACTIONS, DONE, OPEN, TRUE_NOW
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.plan_detail import row_page, title_of
from skillgap.ui.screens.plan_pages import PlanPages
from skillgap.ui.widgets.keyline import KeyHint, KeyLine
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session


class PlanScreen(PlanPages):
    """The plan; every change of marks, hours or dates makes it again in a thread."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "plan.tcss"
    MODE = "plan"

    def is_offered(self, action: Action) -> bool:
        """Nothing is offered that would do nothing for the row under the cursor."""
        if action is TRUE_NOW:
            return self.step_to_rate() is not None
        if action is DONE:
            return self.step_at_cursor() is not None
        return action is not OPEN or bool(self.steps.key)

    def hints(self) -> Sequence[KeyHint]:
        """The key line names the new rating only where there is one to take."""
        hidden = "" if self.is_mounted and self.is_offered(TRUE_NOW) else self.hint(TRUE_NOW).call
        return [hint for hint in super().hints() if hint.call != hidden]

    def update_keys(self) -> None:
        """Show the keys that make sense for the row."""
        self.query_one(KeyLine).hints = self.hints()

    @on(RowSheet.Pointed)
    def _point(self) -> None:
        self.tell()

    @on(RowSheet.Chosen)
    def _choose(self) -> None:
        self.action_open()

    def _writable(self) -> Session | None:
        session = self.session
        if session is None or not self.is_ready:
            return None
        if session.is_read_only:
            self.notify(f"Read-only: {session.why_read_only}", severity="warning", markup=False)
            return None
        return session

    def action_done(self) -> None:
        """Mark the step under the cursor as done, or take its mark away."""
        step, plan, desk = self.step_at_cursor(), self._plan, self._desk
        if self._writable() is None or plan is None or desk is None:
            return
        if step is None:
            if self.steps.key:
                self.notify("Only steps with a place in the plan can be marked; rate the skill instead.", timeout=4)
            return
        desk.mark(plan, step)
        self.update()

    def action_true_now(self) -> None:
        """Rate the skill of the done step at the level that it ends at."""
        step, desk = self.step_to_rate(), self._desk
        if self._writable() is None or step is None or desk is None:
            return
        desk.rate(step)
        self.main.session_changed()

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._writable() is None or self._desk is None:
            return
        if not self._desk.undo():
            self.notify("Nothing to undo.", timeout=2)
        self.main.session_changed()

    def action_more_hours(self) -> None:
        """One hour a week more."""
        self._hours(1)

    def action_fewer_hours(self) -> None:
        """One hour a week less."""
        self._hours(-1)

    def _hours(self, by: float) -> None:
        def changed(old: Budget) -> Budget:
            hours = min(max(old.hours_per_week + by, min(LEAST_HOURS, old.hours_per_week)), MOST_HOURS)
            return replace(old, hours_per_week=hours)

        self._budget(changed)

    def action_must_haves_first(self) -> None:
        """Switch the order."""
        self._budget(lambda old: replace(old, must_haves_first=not old.must_haves_first))

    def action_experience(self) -> None:
        """Switch whether experience is scheduled."""
        self._budget(lambda old: replace(old, includes_experience=not old.includes_experience))

    def action_deadline(self) -> None:
        """Ask for the deadline."""
        if session := self.session:
            budget = session.budget
            text = "By which day should the plan be done? Leave it empty for no deadline."
            check = partial(deadline_problem, budget.start)
            self._ask_date("Deadline", text, budget.deadline, check, self._set_deadline)

    def _set_deadline(self, text: str | None) -> None:
        if text is not None:
            deadline = date.fromisoformat(text) if text else None
            self._budget(lambda old: replace(old, deadline=deadline))

    def action_start(self) -> None:
        """Ask for the first day."""
        if session := self.session:
            text = "On which day does the plan begin? Leave it empty for today."
            check = partial(start_problem, session.today, session.budget.deadline)
            self._ask_date("Begin", text, session.budget.start, check, self._set_start)

    def _set_start(self, text: str | None) -> None:
        if text is not None and self.session is not None:
            start = date.fromisoformat(text) if text else self.session.today
            self._budget(lambda old: replace(old, start=start))

    def _ask_date(
        self, title: str, text: str, now: date | None, check: Callable[[str], str], then: Callable[[str | None], None]
    ) -> None:
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        year = self.session.today.year + 1 if self.session else 2030
        self.main.push_screen(AskScreen(title, text, f"{now or ''}", f"as in {year}-05-31", check), then)

    def _budget(self, changed: Callable[[Budget], Budget]) -> None:
        """Take another budget, remember it, plan again."""
        session, desk = self._writable(), self._desk
        if session is None or desk is None:
            return
        plan = self._plan or session.plan(session.budget)
        if desk.set_budget(changed(session.budget)):
            self._plan = replace(plan, budget=session.budget)  # what was typed stands there at once
            self.update()

    def action_open(self) -> None:
        """Show all of the row; a skill that is not rated leads to Rate."""
        key, plan = self.steps.key, self._plan
        row = next((row for row in self.entries() if row.id == key), None)
        if row is None or plan is None:
            return
        if row.id in {left.id for left in plan.left_outs if left.reason == "not-rated"}:
            self._rate_skill_of(key)
            return
        from skillgap.ui.screens.leaf import LeafScreen  # noqa: PLC0415 - not before it is wanted

        by_id = {entry.id: entry for entry in self.entries()}

        def leaf(step: str, room: Room) -> tuple[str, list[Content]]:
            return title_of(by_id[step], room.glyphs), row_page(by_id[step], room)

        def leave(step: str | None) -> None:
            self.steps.point_at(screen.key)
            self._rate_skill_of(step)

        screen = LeafScreen(self.steps.keys, key, leaf)
        self.main.push_screen(screen, leave)

    def _rate_skill_of(self, key: str | None) -> None:
        found = next((row.skill for row in self.entries() if row.id == key), None)
        if found is not None and self.session is not None and found in self.session.interview.place:
            self.main.rate_skill(found)

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
        self.query_one("#detail", Sheet).scroll_relative(y=3, animate=False, immediate=True)

    def action_detail_up(self) -> None:
        """Scroll the detail back."""
        self.query_one("#detail", Sheet).scroll_relative(y=-3, animate=False, immediate=True)
