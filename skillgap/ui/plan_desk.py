"""Working on the kept plan: done marks, hours and dates, ratings that follow from them, each to be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from skillgap.core.plan import Budget, Plan, PlannedStep
from skillgap.core.progress import with_done, without_done
from skillgap.errors import SkillgapError
from skillgap.ui.exports import Plans

if TYPE_CHECKING:
    from skillgap.core.assessment import Assessment
    from skillgap.ui.session import Session


@dataclass(frozen=True, slots=True)
class _Before:
    """How things stood before a change."""

    previous: Plan | None
    budget: Budget
    rated: Assessment | None = None
    """The answers that a rating led to; undoing it is the session's own undo, unless more was answered since."""


class PlanDesk:
    """Changes the plan of a session. A mark is on disk at once, other changes with the plan that is made anew.

    What cannot be written stays in memory, `problem` says why, and the next change tries again.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.problem = session.plans.problem
        """Why the last change is not on disk; empty when it is."""
        self._undo: list[_Before] = []
        self._is_unkept = False
        self._seen = self._stamp()

    def refresh(self) -> None:
        """Read the kept plan again when another program has changed it."""
        if self._stamp() != self._seen and not self.problem:
            session = self.session
            session.plans = Plans(session.file)
            session.budget = session.plans.budget(session.today, session.budget.hours_per_week)
            self.problem = session.plans.problem
            self._undo.clear()
        self._seen = self._stamp()

    def mark(self, plan: Plan, step: PlannedStep) -> None:
        """Mark a step of a plan as done today, or take its mark away."""
        today = self.session.today
        self._change(with_done(plan, step.id, today) if step.done is None else without_done(plan, step.id))

    def set_budget(self, budget: Budget) -> bool:
        """Take other hours or dates; tell whether they differ."""
        if budget == self.session.budget:
            return False
        self._undo.append(_Before(self.session.plans.previous, self.session.budget))
        self.session.budget = budget
        self._is_unkept = True
        return True

    def rate(self, step: PlannedStep) -> None:
        """Rate the skill of a step at the level that the step ends at; the place on Rate stays."""
        session, place = self.session, self.session.current
        session.rate(step.skill, step.to)
        session.move_to(place)
        self._undo.append(_Before(session.plans.previous, session.budget, session.assessment))

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""
        if not self._undo:
            return False
        before, session = self._undo.pop(), self.session
        if before.rated is not None:
            place = session.current
            if before.rated is session.assessment:
                session.undo()
                session.move_to(place)
            return True
        session.budget, session.plans.previous = before.budget, before.previous
        self._write(before.previous or session.plan(before.budget))
        self._is_unkept = True
        return True

    def keep(self, plan: Plan) -> None:
        """Write a plan, with the hours and dates of now; nothing when nothing was changed since the last one."""
        if self._is_unkept:
            self._is_unkept = False
            self._write(replace(plan, budget=self.session.budget))

    def _change(self, plan: Plan) -> None:
        self._undo.append(_Before(self.session.plans.previous, self.session.budget))
        self._write(plan)
        self._is_unkept = True

    def _write(self, plan: Plan) -> None:
        plans = self.session.plans
        plans.previous = plan
        try:
            plans.keep(plan)
        except SkillgapError as error:
            self.problem = str(error)
        else:
            self.problem = ""
        self._seen = self._stamp()

    def _stamp(self) -> tuple[int, int]:
        try:
            found = self.session.plans.file.stat()
        except OSError:
            return 0, 0
        return found.st_mtime_ns, found.st_size
