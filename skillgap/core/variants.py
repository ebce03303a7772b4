"""The same plan with other hours, and what it would take for everything to fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from skillgap.core.hours import LEAST_HOURS, MOST_HOURS
from skillgap.core.plan import Budget, Plan

Maker = Callable[[Budget], Plan]
"""Makes the plan of a person for a budget."""
FACTORS = 0.5, 1.0, 2.0
"""Half the hours, as it is, double the hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What a plan comes to with some hours a week."""

    hours_per_week: float
    readiness: float
    """After its last step, 0 to 100."""
    ends: date | None
    """When its last step ends; None when nothing is scheduled."""
    steps: int
    """Steps that it schedules."""
    left: int
    """Steps that do not fit before the deadline."""
    must_haves: int
    """Must-haves that it brings to their floor."""
    ready: date | None
    """When the verdict turns; None when it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What it would take for everything to fit."""

    hours_per_week: float | None
    """The fewest hours a week, in halves, with which everything is done by the deadline; None for more than 100."""
    ends: date
    """When everything is done with the hours that there are."""
    end_by_step: Mapping[str, date]
    """When each step is done then, by id."""


def variants(make: Maker, budget: Budget) -> tuple[Variant, ...]:
    """Make the plan with half the hours, as it is, and with double the hours; within what can be planned."""
    return tuple(_variant(make(_with_hours(budget, budget.hours_per_week * factor))) for factor in FACTORS)


def stretch(make: Maker, plan: Plan) -> Stretch | None:
    """Say what it would take for everything to fit before the deadline; None when everything does."""
    if not _left(plan):
        return None
    whole = make(replace(plan.budget, deadline=None))
    ends = {step.id: step.ends for step in whole.scheduled if step.ends is not None}
    return Stretch(hours_per_week=_hours(make, plan.budget), ends=max(ends.values()), end_by_step=ends)


def _hours(make: Maker, budget: Budget) -> float | None:
    """Search the fewest half-hours a week: what fits in some hours fits in more."""
    low, high = math.floor(2 * budget.hours_per_week), math.floor(2 * MOST_HOURS)
    if _left(make(_with_hours(budget, MOST_HOURS))):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _left(make(_with_hours(budget, middle / 2))) else (low, middle)
    return high / 2


def _with_hours(budget: Budget, hours: float) -> Budget:
    return replace(budget, hours_per_week=min(max(hours, LEAST_HOURS), MOST_HOURS))


def _left(plan: Plan) -> int:
    return sum(row.reason == "does-not-fit" for row in plan.left_outs)


def _variant(plan: Plan) -> Variant:
    return Variant(
        hours_per_week=plan.budget.hours_per_week,
        readiness=plan.outlook.readiness_then,
        ends=max((step.ends for step in plan.scheduled if step.ends is not None), default=None),
        steps=len(plan.scheduled),
        left=_left(plan),
        must_haves=sum(stone.kind == "must-have" for stone in plan.milestones),
        ready=next((stone.day for stone in plan.milestones if stone.kind == "verdict"), None),
    )
