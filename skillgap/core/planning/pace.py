"""A person's own pace, learned from what done steps took."""

from __future__ import annotations

from fractions import Fraction

from skillgap.core.plan import Budget, Plan
from skillgap.core.profiles import exact

_SHRINK = 20
"""Hours that count as done at the typical pace: few done steps say little (an assumption)."""
_SLOWEST, _QUICKEST = Fraction(5, 2), Fraction(1, 2)


def learned_pace(plan: Plan | None) -> Fraction:
    """Give the hours that this person takes for each typical hour, from the done steps with hours spent.

    (sum of hours spent + 20) / (sum of typical hours + 20), between 0.5 and 2.5: a ratio estimate shrunk towards 1
    by 20 imagined hours at the typical pace. 1 when no done step says what it took.
    """
    rows = [step for step in plan.finished if step.hours_spent and step.hours_spent > 0] if plan else []
    spent = sum((exact(step.hours_spent or 0) for step in rows), Fraction(_SHRINK))
    typical = sum((exact(step.hours) for step in rows), Fraction(_SHRINK))
    return min(max(spent / typical, _QUICKEST), _SLOWEST)


def pace_of(budget: Budget, previous: Plan | None) -> Fraction:
    """Give the pace to plan with: the one in the budget, else the learned one."""
    return exact(budget.pace) if budget.pace is not None else learned_pace(previous)
