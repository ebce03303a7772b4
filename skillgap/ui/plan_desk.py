"""Working on the kept plan: done marks, choices, notes, hours and dates, ratings; each is on disk at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from skillgap.core.choices import Choices
from skillgap.core.plan import Budget, Plan, PlannedStep
from skillgap.core.progress import with_confirmed, with_done, with_hours, with_note, without_done
from skillgap.core.records import dataclass
from skillgap.errors import SkillgapError
from skillgap.ui.exports import Plans

if TYPE_CHECKING:
    from skillgap.core.assessment import Assessment
    from skillgap.ui.session import Session

Change = Callable[[Plan], Plan]


@dataclass(frozen=True, slots=True)
class _Before:
    """How things stood before a change."""

    previous: Plan | None
    budget: Budget
    rated: tuple[Assessment, Assessment] | None = None
    """The answers before and after a rating; undoing it is the session's own undo, unless they are others by now."""


class PlanDesk:
    """Changes the plan of a session. Marks, notes and choices are on disk at once, hours and dates with the new plan.

    A file that was changed by hand or by another program meanwhile is read first, and the change is made to what it
    says now. What cannot be written stays in memory, `problem` says why, and the next change tries again.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.problem = session.plans.problem
        """Why the last change is not on disk; empty when it is."""
        self._undo: list[_Before] = []
        self._redo: list[_Before] = []
        self._is_unkept = False
        self._unkept: list[Change] = []
        """Changes of marks, notes and choices that could not be written."""
        self._unwritten: list[Callable[[Budget], Budget]] = []
        """Changes of hours and dates that are not on disk yet."""
        self._seen = self._stamp()

    def refresh(self) -> bool:
        """Read the kept plan again when another program has changed it; tell whether it had.

        Changes that could not be written before are made to what it says now. An unreadable file changes nothing.
        """
        stamp, session = self._stamp(), self.session
        is_other = stamp != self._seen and not (self.problem and stamp == (0, 0))
        self._seen = stamp
        if not is_other:
            return False
        before, session.plans = session.plans.previous, Plans(session.file)
        self.problem = session.plans.problem
        if self.problem:
            session.plans.previous = before
            return True
        session.budget = session.plans.budget(session.today, session.budget.hours_per_week)
        self._undo.clear()
        self._redo.clear()
        for change in self._unwritten:
            session.budget = change(session.budget)
        if self._unkept:
            plan = session.plan(session.budget)
            for kept in self._unkept:
                plan = kept(plan)
            self._write(replace(plan, budget=session.budget))
        return True

    def mark(self, plan: Plan, step: str, day: date | None, hours: float | None) -> None:
        """Mark a step as done on a day, with the hours it took if they are known; or change what was said of it.

        Without a day it is not done, and the hours are those so far.
        """

        def changed(now: Plan) -> Plan:
            return with_hours(without_done(now, step), step, hours) if day is None else with_done(now, step, day, hours)

        self._change(plan, changed)

    def unmark(self, plan: Plan, step: str) -> None:
        """Take the mark of a step away."""
        self._change(plan, lambda now: without_done(now, step))

    def confirm(self, plan: Plan, step: str) -> None:
        """Say that a done step is still true today."""
        today = self.session.today
        self._change(plan, lambda now: with_confirmed(now, step, today))

    def note(self, plan: Plan, step: str, text: str) -> None:
        """Write a note to a step; an empty one takes it away."""
        self._change(plan, lambda now: with_note(now, step, text))

    def choose(self, plan: Plan, change: Callable[[Choices], Choices]) -> None:
        """Change what the person decided about the plan."""
        self._change(plan, lambda now: replace(now, choices=change(now.choices)))

    def set_budget(self, change: Callable[[Budget], Budget]) -> bool:
        """Take other hours or dates; tell whether they differ."""
        self.refresh()
        budget = change(self.session.budget)
        if budget == self.session.budget:
            return False
        self._remember()
        self.session.budget = budget
        self._unwritten.append(change)
        self._is_unkept = True
        return True

    def rate(self, step: PlannedStep) -> None:
        """Rate the skill of a step at the level that the step ends at; the place on Rate stays."""
        session, place, before = self.session, self.session.current, self.session.assessment
        session.rate(step.skill, step.to)
        session.move_to(place)
        self._remember((before, session.assessment))

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""
        return self._step(self._undo, self._redo, is_back=True)

    def redo(self) -> bool:
        """Make the last change that was taken back again; tell whether there was one."""
        return self._step(self._redo, self._undo, is_back=False)

    def _step(self, back: list[_Before], forth: list[_Before], *, is_back: bool) -> bool:
        if self.refresh():
            return False
        session = self.session
        while back and back[-1].rated is not None and not self._is_next(back[-1].rated[is_back]):
            back.pop()  # answered, or taken back, elsewhere since: that is undone there
        if not back:
            return False
        before = back.pop()
        if before.rated is not None:
            place = session.current
            (session.undo if is_back else session.redo)()
            session.move_to(place)
            forth.append(before)
            return True
        forth.append(_Before(session.plans.previous, session.budget))
        session.budget, session.plans.previous = before.budget, before.previous
        self._write(before.previous or session.plan(before.budget))
        self._is_unkept = True
        return True

    def _is_next(self, rated: Assessment) -> bool:
        """Whether the answers stand as a rating left them, so that the session's own undo or redo is about it."""
        now = self.session.assessment
        return (now.answers, now.checks, now.terms) == (rated.answers, rated.checks, rated.terms)

    def keep(self, plan: Plan) -> None:
        """Write a plan, with the hours and dates of now; nothing when nothing was changed since the last one."""
        if not self._is_unkept:
            return
        try:
            plan = self.session.plan(self.session.budget) if self.refresh() else plan
        except SkillgapError as error:  # what was edited meanwhile cannot be planned
            self.problem = str(error)
            return
        self._is_unkept = False
        self._write(replace(plan, budget=self.session.budget))

    def _change(self, plan: Plan, change: Change) -> None:
        """Change the plan that is shown; what was written elsewhere meanwhile is planned first."""
        try:
            changed = change(plan := self.session.plan(self.session.budget) if self.refresh() else plan)
        except SkillgapError as error:  # what was edited meanwhile cannot be planned
            self.problem = str(error)
            return
        if changed == plan:
            return
        self._remember()
        self._unkept.append(change)
        self._write(replace(changed, budget=self.session.budget))
        self._is_unkept = True

    def _remember(self, rated: tuple[Assessment, Assessment] | None = None) -> None:
        self._undo.append(_Before(self.session.plans.previous, self.session.budget, rated))
        self._redo.clear()

    def _write(self, plan: Plan) -> None:
        plans = self.session.plans
        plans.previous = plan
        try:
            plans.keep(plan)
        except SkillgapError as error:
            self.problem = str(error)
        else:
            self.problem = ""
            self.session.notice = plans.notice or self.session.notice
            self._unwritten.clear()
            self._unkept.clear()
        self._seen = self._stamp()

    def _stamp(self) -> tuple[int, int]:
        try:
            found = self.session.plans.file.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size
