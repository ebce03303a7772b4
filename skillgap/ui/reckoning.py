"""What the answers of a sitting come to: nothing here changes one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from skillgap.core.assessment import Assessment
from skillgap.core.feasible import doubts
from skillgap.core.gaps import report
from skillgap.core.interview import Interview
from skillgap.core.likely import likely_levels
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import Outcome, Situation, Stretch, plan, situation, stretch, what_if
from skillgap.core.profiles import Profile
from skillgap.core.quick import QuickRound
from skillgap.core.quiz import Quiz
from skillgap.core.report import Report
from skillgap.core.scoring import Score, score
from skillgap.errors import SkillgapError
from skillgap.files.rubrics import LoadedPack
from skillgap.ui.exports import Plans
from skillgap.ui.latest import Latest

if TYPE_CHECKING:
    from skillgap.core.sureness import Sureness

Clock = Callable[[], datetime]


class Endless(SkillgapError):
    """A plan would run past the end of the calendar."""

    def __init__(self) -> None:
        super().__init__("the plan runs past the year 9999; take more hours a week, or an earlier start")


class Reckoning:
    """Scores, reports and plans of the answers as they are now."""

    loaded: LoadedPack
    clock: Clock
    profile: Profile
    interview: Interview
    plans: Plans
    budget: Budget

    def __init__(self) -> None:
        self._score = Latest[Score]()
        self._report = Latest[Report]()
        self._plan = Latest[Plan]()
        self._likely_levels = Latest[dict[str, float]]()

    @property
    def assessment(self) -> Assessment:
        """The answers so far."""
        return self.interview.assessment

    @property
    def today(self) -> date:
        """The person's calendar day."""
        return self.clock().date()

    @property
    def basis(self) -> tuple[object, ...]:
        """What report and plan are made of, to tell whether they are still those of now."""
        return self.assessment, self.profile, self.budget, self.plans.previous, self.today

    @property
    def quick_round(self) -> QuickRound:
        """A quick round about the target, under way or not."""
        return self.interview.quick or QuickRound(profile=self.profile, today=self.today)

    def quiz(self, asked: tuple[str, ...] = (), skipped: tuple[str, ...] = ()) -> Quiz:
        """Give the checks of a sitting in which `asked` have been answered and `skipped` left aside."""
        return Quiz(
            pack=self.loaded.pack,
            profile=self.profile,
            assessment=self.assessment,
            today=self.today,
            asked=asked,
            skipped=skipped,
        )

    def score(self) -> Score:
        """Score the answers against the target."""
        goal, answers = self.profile, self.assessment
        return self._score.of((goal, answers), lambda: score(goal, answers))

    def report(self) -> Report:
        """Make the gap report as of today."""
        loaded, goal, answers, today = self.loaded, self.profile, self.assessment, self.today
        return self._report.of((goal, answers, today), lambda: report(loaded.pack, loaded.ref, goal, answers, today))

    def sureness(self, report: Report) -> Sureness:
        """Give what answers "how sure is this?" about the numbers of a report of these answers."""
        from skillgap.core.sureness import Sureness  # noqa: PLC0415 - the model is read when first wanted

        return Sureness(
            pack=self.loaded.pack,
            profile=self.profile,
            assessment=self.assessment,
            today=report.date,
            report=report,
        )

    def plan(self, budget: Budget) -> Plan:
        """Make the plan; what was marked as done in an earlier one stays done. Raises Endless."""
        where = self._situation()
        try:
            return self._plan.of((where, budget), lambda: plan(where, budget))
        except OverflowError:
            raise Endless from None

    def what_if(self, budget: Budget) -> tuple[Outcome, ...]:
        """Give what the plan comes to with half the hours, as it is, and with double the hours. Raises Endless."""
        try:
            return what_if(self._situation(), budget)
        except OverflowError:
            raise Endless from None

    @property
    def passed_deadline(self) -> date | None:
        """The deadline that the kept plan had, when it is over and there is no other."""
        old = self.plans.previous.budget if self.plans.previous else None
        is_over = (
            old is not None and self.budget.deadline is None and old.deadline and old.deadline <= self.budget.start
        )
        return old.deadline if old and is_over else None

    def doubts(self, made: Plan) -> tuple[str, ...]:
        """Say which days of a plan are probably slips of the pen."""
        return tuple(doubts(made.budget, made.finished, self.today))

    def stretch(self, made: Plan) -> Stretch | None:
        """Say what it would take for everything to fit; None when everything does, or never would."""
        try:
            return stretch(self._situation(), made)
        except OverflowError:
            return None

    def _situation(self) -> Situation:
        """What a plan is made of; the model is asked once for the same answers, not for each plan."""
        pack, goal, answers, today = self.loaded.pack, self.profile, self.assessment, self.today
        likely = self._likely_levels.of((goal, answers, today), lambda: likely_levels(pack, goal, answers, today))
        return situation(pack, self.loaded.ref, goal, answers, self.plans.previous, likely=likely)
