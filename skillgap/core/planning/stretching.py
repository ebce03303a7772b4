"""What it would take for everything to fit before the deadline."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from skillgap.core.hours import MOST_HOURS
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning.making import plan
from skillgap.core.planning.situation import Situation
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What it would take for everything to fit."""

    hours_per_week: float | None
    """The fewest hours a week, in halves, with which everything is done by the deadline; None for more than 100."""
    ends: date
    """When everything is done with the hours that there are."""
    end_by_step: Mapping[str, date]
    """When each step is done then, by id."""


def stretch(where: Situation, made: Plan) -> Stretch | None:
    """Say what it would take for everything to fit; None when everything does already.

    Makes about ten plans. Raises OverflowError like `plan`.
    """
    if not _left(made):
        return None
    whole = plan(where, replace(made.budget, deadline=None))
    ends = {step.id: step.ends for step in whole.scheduled if step.ends is not None}
    return Stretch(hours_per_week=_hours(where, made.budget), ends=max(ends.values()), end_by_step=ends)


def _hours(where: Situation, budget: Budget) -> float | None:
    """Search the fewest half-hours a week: what fits in some hours fits in more."""
    low, high = math.floor(2 * budget.hours_per_week), math.floor(2 * MOST_HOURS)
    if low >= high or not _fits(where, budget, MOST_HOURS):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _fits(where, budget, middle / 2) else (middle, high)
    return high / 2


def _fits(where: Situation, budget: Budget, hours: float) -> bool:
    return not _left(plan(where, replace(budget, hours_per_week=hours)))


def _left(made: Plan) -> int:
    return sum(row.reason == "does-not-fit" for row in made.left_outs)
