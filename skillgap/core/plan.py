"""The plan as a value: what `plan.toml` holds. It is complete by itself and made to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from skillgap.core.assessment import RubricRef, TargetRef
from skillgap.core.values import ROW, STRICT, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The time that a plan may use."""

    __pydantic_config__ = STRICT
    hours_per_week: float
    start: date
    deadline: date | None = None
    review_percent: int = 15
    """Share of the hours kept for review of what was learned before."""
    includes_experience: bool = False
    """Steps that need experience at work are scheduled like the rest."""
    must_haves_first: bool = False
    """Steps up to a must-have floor, and what they need, come before everything else."""


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
    hours: float
    """Hours of the scheduled steps, review not counted."""
    weeks: int


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
    note: str = ""
    """Yours; kept when the plan is made again."""
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
    """Hours on steps; the rest of the week's budget is review."""
    steps: tuple[str, ...]
    """Ids of the steps worked on, in order."""
    finishes: tuple[str, ...] = ()
    readiness: float
    """Projected readiness at the end of the week."""


Reason = Literal["does-not-fit", "experience", "needs-experience", "not-rated"]


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
    practice: str = ""
    """For experience: the task to ask for at work."""
    exit: str = ""
    """For experience: the evidence to collect."""


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
    weeks: tuple[Week, ...] = ()
    steps: tuple[PlannedStep, ...] = ()
    """Done steps first, then the scheduled ones in order."""
    left_outs: tuple[LeftOut, ...] = ()

    @property
    def scheduled(self) -> tuple[PlannedStep, ...]:
        """The steps still to do, in order."""
        return tuple(step for step in self.steps if step.done is None)

    @property
    def finished(self) -> tuple[PlannedStep, ...]:
        """The steps marked as done."""
        return tuple(step for step in self.steps if step.done is not None)
