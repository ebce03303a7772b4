"""The plan as a value: what `plan.toml` holds. It is complete by itself and made to be edited."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from typing import Literal

from skillgap.core.assessment import RubricRef, TargetRef
from skillgap.core.choices import Choices, Conflict
from skillgap.core.outcomes import Milestone, Proposal, Recheck
from skillgap.core.records import dataclass
from skillgap.core.values import ROW, STRICT, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days, the first and the last included, with other hours than usual."""

    __pydantic_config__ = ROW
    starts: date
    ends: date
    """The last day."""
    hours_per_week: float = 0
    """0 is a holiday."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The time that a plan may use."""

    __pydantic_config__ = TABLES
    hours_per_week: float
    start: date
    deadline: date | None = None
    weekdays: tuple[float, ...] = ()
    """How the hours of a week fall on Monday to Sunday: seven numbers, of which only the proportion counts."""
    periods: tuple[Period, ...] = ()
    """Holidays and busy or free stretches, each `{ starts, ends, hours_per_week, note }`; the shortest one counts."""
    review_percent: int = 15
    """Share of the hours kept for review of what was learned before."""
    pace: float | None = None
    """Your hours for each typical hour; learned from the hours spent on done steps when absent."""
    includes_experience: bool = False
    """Steps that need experience at work are scheduled like the rest."""
    must_haves_first: bool = False
    """Steps up to a must-have floor, and what they need, come before everything else."""

    def not_before(self, day: date) -> Budget:
        """Give the same hours without the days before one; a deadline that is then over is none any more."""
        start = max(self.start, day)
        deadline = self.deadline if self.deadline and self.deadline > start else None
        return replace(self, start=start, deadline=deadline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the plan comes to, in points of readiness, 0 to 100."""

    __pydantic_config__ = STRICT
    readiness_now: float
    readiness_then: float
    """After the last scheduled step."""
    points: float
    """Points that the scheduled steps bring."""
    points_possible: float
    """No plan within the same hours can bring more than this."""
    is_best: bool = False
    """It is proved that no plan within the same hours brings more points."""
    hours: float
    """Typical hours of the scheduled steps, review not counted."""
    weeks: int
    pace: float = 1
    """Hours for each typical hour that the weeks are planned with."""
    points_at_work: float = 0
    """Points that only experience at work would bring; not in the other figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A resource as shown with a step."""

    __pydantic_config__ = ROW
    title: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One skill from one level to the next, with its place in time."""

    __pydantic_config__ = TABLES
    id: str
    skill: str
    name: str
    to: int
    hours: float
    points: float
    """Points of readiness when it is done; 0 for a step that only makes others possible."""
    week: int = 0
    """The week it is finished in, counted from 1; 0 when it is done or has no week."""
    first_week: int = 0
    quick_week: int = 0
    """The finish week at a quick pace (0.7 of the hours)."""
    slow_week: int = 0
    """The finish week at a slow pace (1.6 of the hours)."""
    starts: date | None = None
    ends: date | None = None
    """The last day of the finish week."""
    done: date | None = None
    """Write the day here when the step is done; the next plan keeps it."""
    hours_spent: float | None = None
    confirmed: date | None = None
    """The last day on which you said of the done step that it is still true of you; earlier looks are behind you."""
    note: str = ""
    """Yours; kept when the plan is made again."""
    pinned: date | None = None
    """The first day of the week that you pinned it to, if it is there."""
    project: str = ""
    """Id of the project that it is part of; its hours are then its share of the joint hours."""
    likely: float | None = None
    """Probability that its level is reached already, 0 to 1, by the model."""
    verify_first: str = ""
    """What to do first where that is likely; empty when it is not."""
    why: str = ""
    anchor: str = ""
    """What will be true at the end."""
    practice: str = ""
    exit: str = ""
    part: str = ""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of the plan."""

    __pydantic_config__ = STRICT
    number: int
    starts: date
    hours: float
    """Hours on steps."""
    room: float = 0
    """Hours that the week has for steps before the deadline, review taken off."""
    steps: tuple[str, ...]
    """Ids of the steps worked on, in order."""
    finishes: tuple[str, ...] = ()
    readiness: float
    """Projected readiness at the end of the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedProject:
    """A portfolio project of the pack that finishes several steps of the plan for joint hours."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    taken: bool
    """Whether the plan has it; if not, it is on offer."""
    hours: float
    """Joint hours for all its steps."""
    hours_alone: float
    """Hours of the same steps one by one."""
    points: float
    """Points of readiness of its steps together."""
    steps: tuple[str, ...]
    """Ids of its steps."""
    first_week: int = 0
    week: int = 0
    """The week it is finished in, counted from 1; 0 when it is not taken."""
    starts: date | None = None
    ends: date | None = None
    """The last day of the finish week."""
    summary: str = ""
    data: str = ""
    deliverable: str = ""
    acceptance: tuple[str, ...] = ()
    claim: str = ""

    @property
    def saves(self) -> float:
        """Hours that it saves."""
        return self.hours_alone - self.hours


Reason = Literal[
    "does-not-fit", "experience", "needs-experience", "not-rated", "excluded", "needs-excluded", "good-enough"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A step or skill that is missing to the target and not scheduled, with the reason."""

    __pydantic_config__ = STRICT
    id: str
    skill: str
    name: str
    to: int
    hours: float
    points: float
    reason: Reason
    detail: str
    note: str = ""
    """Yours; kept when the plan is made again."""
    practice: str = ""
    """For experience: the task to ask for at work."""
    exit: str = ""
    """For experience: the evidence to collect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNote:
    """A note on a step that is neither planned nor missing any more."""

    __pydantic_config__ = STRICT
    id: str
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A dated plan towards a target profile."""

    __pydantic_config__ = TABLES
    schema: int = 1
    kind: Literal["plan"] = "plan"
    created: date
    rubric: RubricRef
    target: TargetRef
    budget: Budget
    outlook: Outlook
    notes: tuple[str, ...] = ()
    reassess: date | None = None
    """When to rate everything again."""
    choices: Choices = field(default_factory=Choices)
    """Yours; kept when the plan is made again."""
    conflicts: tuple[Conflict, ...] = ()
    """Choices that could not be followed."""
    milestones: tuple[Milestone, ...] = ()
    """When must-haves are met, grades reached and the verdict turns, each `{ day, week, kind, what }`."""
    proposals: tuple[Proposal, ...] = ()
    """New ratings that done steps suggest; nothing is rated before you do."""
    rechecks: tuple[Recheck, ...] = ()
    """When to look at done steps again, each `{ day, step, name, to }`."""
    weeks: tuple[Week, ...] = ()
    steps: tuple[PlannedStep, ...] = ()
    """Done steps first, then the scheduled ones in order."""
    projects: tuple[PlannedProject, ...] = ()
    """Projects taken, then those on offer."""
    left_outs: tuple[LeftOut, ...] = ()
    kept_notes: tuple[KeptNote, ...] = ()
    """Your notes on steps that are neither planned nor missing any more."""

    @property
    def scheduled(self) -> tuple[PlannedStep, ...]:
        """The steps still to do, in order."""
        return tuple(step for step in self.steps if step.done is None)

    @property
    def finished(self) -> tuple[PlannedStep, ...]:
        """The steps marked as done."""
        return tuple(step for step in self.steps if step.done is not None)

    @property
    def ready(self) -> date | None:
        """When the verdict turns to "meets"; None when it does not in this plan."""
        turns = (stone.day for stone in self.milestones if stone.kind == "verdict" and stone.what.startswith("meets"))
        return next(turns, None)
