"""The part of Plan that changes hours and dates; the plan is made again at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from skillgap.core.dates import start_problem, typed_deadline_problem
from skillgap.core.feasible import budget_flaws
from skillgap.core.hours import LEAST_HOURS, MOST_HOURS
from skillgap.core.periods import EXAMPLE, periods_of, periods_text
from skillgap.core.plan import Budget
from skillgap.core.typed_hours import EXAMPLE as EXAMPLE_HOURS
from skillgap.core.typed_hours import hours_text, with_typed_hours, with_typed_pace
from skillgap.ui.screens.plan_pages import PlanPages


class PlanHours(PlanPages):
    """Actions on the budget of the plan."""

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

    def action_hours(self) -> None:
        """Ask for the hours a week, or on each day of it."""
        question = "How many hours a week? Seven numbers with commas say how many on Monday to Sunday."
        self._ask_budget("Hours", question, hours_text, EXAMPLE_HOURS, with_typed_hours)

    def action_pace(self) -> None:
        """Ask for the pace."""
        question = (
            "How many hours do you need for a typical one? 1 plans with the typical hours. Empty: it is learned from"
            " the hours of what is done."
        )
        self._ask_budget(
            "Pace", question, lambda old: "" if old.pace is None else f"{old.pace:g}", "1", with_typed_pace
        )

    def _ask_budget(
        self, title: str, question: str, said: Callable[[Budget], str], hint: str, read: Callable[[Budget, str], Budget]
    ) -> None:
        """Ask for a line that changes the budget, with what it says now; the same line again changes nothing."""
        session = self.session
        if session is None:
            return
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        before = said(session.budget)

        def wrong(text: str) -> str:
            try:
                read(session.budget, text)
            except ValueError as error:
                return str(error)
            return ""

        def take(text: str | None) -> None:
            if text is not None and text != before:
                self._budget(lambda old: read(old, text))

        self.main.push_screen(AskScreen(title, question, before, hint, wrong), take)

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
            check = partial(typed_deadline_problem, session.today, budget.start)
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

    def action_days_off(self) -> None:
        """Ask for the stretches of days with other hours than usual."""
        session = self.session
        if session is None:
            return
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        question = (
            "Which days are you away? First..last, with a comma between stretches; =3 behind one for 3 hours a week"
            " in place of none. Empty for no days off."
        )
        check = partial(_period_problem, session.budget)
        text = periods_text(session.budget.periods)
        self.main.push_screen(AskScreen("Days off", question, text, EXAMPLE, check), self._set_days_off)

    def _set_days_off(self, text: str | None) -> None:
        if text is not None:
            self._budget(lambda old: replace(old, periods=periods_of(text, old.periods)))

    def action_compare(self) -> None:
        """Show the plan with half and with double the hours beside it."""
        session = self.session
        if session is None or self.plan is None:
            return
        from skillgap.ui.screens.compare import CompareScreen  # noqa: PLC0415 - not before it is wanted

        self.main.push_screen(CompareScreen(partial(session.what_if, session.budget)), self._take_hours)

    def _take_hours(self, hours: float | None) -> None:
        if hours is not None:
            self._budget(lambda old: replace(old, hours_per_week=hours))

    def _ask_date(
        self, title: str, text: str, now: date | None, check: Callable[[str], str], then: Callable[[str | None], None]
    ) -> None:
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        year = self.session.today.year + 1 if self.session else 2030
        self.main.push_screen(AskScreen(title, text, f"{now or ''}", f"as in {year}-05-31", check), then)

    def _budget(self, changed: Callable[[Budget], Budget]) -> None:
        """Take another budget, remember it, plan again."""
        session, desk = self.writable(), self.desk
        if session is None or desk is None:
            return
        if desk.set_budget(changed):
            if self.plan is not None:
                self.plan = replace(self.plan, budget=session.budget)  # what was typed stands there at once
            self.update()


def _period_problem(budget: Budget, text: str) -> str:
    """Say what is wrong with stretches of days; empty when nothing is."""
    try:
        changed = replace(budget, periods=periods_of(text))
    except ValueError as error:
        return str(error)
    return next((f"{flaw.what}; {flaw.remedy}" for flaw in budget_flaws(changed)), "")
