"""The same plan with other hours a week, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from skillgap.core.hours import LEAST_HOURS, MOST_HOURS
from skillgap.core.plan import Budget
from skillgap.core.planning.making import plan
from skillgap.core.planning.situation import Situation
from skillgap.core.records import dataclass
from skillgap.core.values import STRICT

_HALF_AND_DOUBLE = (0.5, 1.0, 2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a plan comes to."""

    __pydantic_config__ = STRICT
    hours_per_week: float
    readiness: float
    """After the last scheduled step, 0 to 100."""
    points: float
    steps: int
    """Steps scheduled."""
    left_out: int
    """Steps that do not fit before the deadline."""
    hours: float
    """Typical hours of the scheduled steps."""
    weeks: int
    ends: date | None
    """The last day of the last week; None when nothing is scheduled."""
    must_haves: int
    """Must-haves that it brings to their floor."""
    ready: date | None
    """When the verdict turns to "meets"; None when it does not."""


def what_if(where: Situation, budget: Budget, factors: Sequence[float] = _HALF_AND_DOUBLE) -> tuple[Outcome, ...]:
    """Plan with each factor of the hours, busy weeks included, as far as hours can be planned at all.

    Raises OverflowError like `plan`.
    """
    return tuple(_outcome(where, _scaled(budget, factor)) for factor in factors)


def _scaled(budget: Budget, factor: float) -> Budget:
    hours = min(max(budget.hours_per_week * factor, LEAST_HOURS), MOST_HOURS)
    share = hours / budget.hours_per_week
    periods = tuple(
        replace(period, hours_per_week=min(period.hours_per_week * share, MOST_HOURS)) for period in budget.periods
    )
    return replace(budget, hours_per_week=hours, periods=periods)


def _outcome(where: Situation, budget: Budget) -> Outcome:
    made = plan(where, budget)
    return Outcome(
        hours_per_week=budget.hours_per_week,
        readiness=made.outlook.readiness_then,
        points=made.outlook.points,
        steps=len(made.scheduled),
        left_out=sum(row.reason == "does-not-fit" for row in made.left_outs),
        hours=made.outlook.hours,
        weeks=made.outlook.weeks,
        ends=max((step.ends for step in made.scheduled if step.ends), default=None),
        must_haves=sum(stone.kind == "must-have" for stone in made.milestones),
        ready=made.ready,
    )
