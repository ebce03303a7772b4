"""What the conversation needs of the session that keeps the answers, and of what works on the kept plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from skillgap.core.assessment import Assessment, Response
from skillgap.core.choices import Choices
from skillgap.core.familiarity import Vocabulary
from skillgap.core.interview import Interview
from skillgap.core.plan import Budget, Plan, PlannedStep
from skillgap.core.planning import Outcome, Stretch
from skillgap.core.profiles import Profile
from skillgap.core.quiz import Quiz
from skillgap.core.report import Report
from skillgap.core.scoring import Score

if TYPE_CHECKING:
    from skillgap.core.sureness import Sureness  # the model is read when first wanted


class Sitting(Protocol):
    """The answers of one sitting; every change is on disk before the next question."""

    interview: Interview
    profile: Profile
    budget: Budget
    current: str
    """The skill in front."""
    problem: str
    """Why the last change is not on disk; empty when it is."""
    notice: str
    asked_back: str
    """The skill that was just rated again, while looking back was not answered; empty for none."""

    @property
    def assessment(self) -> Assessment:
        """The answers."""

    @property
    def file(self) -> Path:
        """Where they are kept."""

    @property
    def today(self) -> date:
        """The person's calendar day."""

    @property
    def has_target(self) -> bool:
        """Whether role and grade were chosen."""

    @property
    def passed_deadline(self) -> date | None:
        """The deadline that the kept plan had, when it is over and there is no other."""

    def use_hours(self, hours: float | None) -> None:
        """Take other hours a week for new plans, the pack's for None."""

    def rate(self, skill: str, level: int) -> None:
        """Set a level and go on."""

    def set_aside(self, skill: str, reason: str) -> None:
        """Mark as not applicable and go on."""

    def clear(self, skill: str) -> None:
        """Make unanswered."""

    def annotate(self, skill: str, **changes: Any) -> None:
        """Change note, confidence, last_used or evidence."""

    def move_to(self, skill: str) -> None:
        """Put a skill in front."""

    def pending(self, skill: str) -> str | None:
        """Give the next skill that waits for an answer after one."""

    def look_back(self, skill: str, level: int) -> None:
        """Keep where the person puts themselves at the time of their earlier level."""

    def reassess(self, is_on: bool) -> None:
        """Begin to ask for every rated skill again, or end that."""

    def skip(self, skill: str) -> str:
        """Leave a skill as it is and go to the next that waits; give the one in front then."""

    def ask_quickly(self, is_quick: bool) -> None:
        """Ask a quick round from here on, or every skill."""

    def undo(self) -> str | None:
        """Take the last change back; give the skill it touched."""

    def redo(self) -> str | None:
        """Make it again."""

    def choose_target(self, role: str, grade: str) -> None:
        """Measure against another role and grade."""

    def respond(self, response: Response) -> None:
        """Keep the answer to a check."""

    def take_back(self, part: Literal["checks", "terms"]) -> bool:
        """Take the last change back if it was one of a part of the answers; tell whether it was."""

    def claim(self, term: str, familiarity: int) -> None:
        """Keep how familiar a term is."""

    def begin_other_terms(self) -> None:
        """Begin another list of terms."""

    def vocabulary(self) -> Vocabulary:
        """Give the list of terms with what was said of it."""

    def quiz(self, asked: tuple[str, ...] = (), skipped: tuple[str, ...] = ()) -> Quiz:
        """Give the checks as they are now."""

    def score(self) -> Score:
        """Score the answers."""

    def report(self) -> Report:
        """Make the gap report as of today."""

    def sureness(self, report: Report) -> Sureness:
        """Give what answers "how sure is this?" about the numbers of a report."""

    def plan(self, budget: Budget) -> Plan:
        """Make the plan."""

    def doubts(self, made: Plan) -> tuple[str, ...]:
        """Say which days of a plan are probably slips of the pen."""

    def what_if(self, budget: Budget) -> tuple[Outcome, ...]:
        """Give what the plan comes to with half the hours, as it is, and with double the hours."""

    def stretch(self, made: Plan) -> Stretch | None:
        """Say what it would take for everything to fit; None when everything does."""

    def taken(self, folder: Path) -> tuple[str, ...]:
        """Name the files in a folder that an export would replace."""

    def export(self, folder: Path, *, replace: bool) -> tuple[Path, Path]:
        """Write report.toml and plan.toml."""


class Desk(Protocol):
    """Changes of the kept plan."""

    problem: str

    def refresh(self) -> bool:
        """Read the kept plan again when another program has changed it; tell whether it had."""

    def mark(self, plan: Plan, step: str, day: date | None, hours: float | None) -> None:
        """Mark a step as done on a day, with the hours it took if they are known; no day: the hours so far."""

    def unmark(self, plan: Plan, step: str) -> None:
        """Take the mark of a step away."""

    def note(self, plan: Plan, step: str, text: str) -> None:
        """Write a note to a step; an empty one takes it away."""

    def choose(self, plan: Plan, change: Callable[[Choices], Choices]) -> None:
        """Change what the person decided about the plan."""

    def set_budget(self, change: Callable[[Budget], Budget]) -> bool:
        """Take other hours or dates; tell whether they differ."""

    def rate(self, step: PlannedStep) -> None:
        """Rate the skill of a step at the level that it ends at."""

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""

    def keep(self, plan: Plan) -> None:
        """Write a plan when something was changed."""
