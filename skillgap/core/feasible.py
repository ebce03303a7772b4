"""What a plan that somebody has edited may say of its time and of what was done: the rest cannot be planned with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from skillgap.core.hours import MOST_HOURS, can_be_planned, refusal, remedy
from skillgap.core.plan import Budget, Period, Plan

MOST_REVIEW = 90
"""Percent of the hours; more would leave nothing to learn with."""
LEAST_PACE, MOST_PACE = 0.1, 10.0
"""Hours for each typical hour; what is beyond is a slip of the pen."""
DAYS = 7
MOST_SPENT = 100_000.0
"""Hours on one step."""
MOST_PERIODS, LONGEST_PERIOD, FURTHEST_PERIOD = 200, 3_660, 36_600
"""Periods of a plan, days of one, days from the start to the end of one: every week up to the last is looked at."""


class Flaw(NamedTuple):
    """A value that cannot be planned with, at its key path in the plan, and what to do about it."""

    key: tuple[str | int, ...]
    what: str
    remedy: str


def flaws(plan: Plan) -> Iterator[Flaw]:
    """Find the values of a plan that it cannot be made again with."""
    for flaw in budget_flaws(plan.budget):
        yield flaw._replace(key=("budget", *flaw.key))
    for place, step in enumerate(plan.steps):
        if step.hours_spent is not None and not 0 <= step.hours_spent <= MOST_SPENT:
            what = f"hours_spent = {step.hours_spent:g} cannot be"
            yield Flaw(("step", place, "hours_spent"), what, f"write 0 to {MOST_SPENT:g}, or delete the line")


def deadline_problem(budget: Budget, today: date) -> str:
    """Say why the dates of a budget leave nothing to plan; empty when they do not."""
    if budget.deadline is not None and budget.deadline <= budget.start:
        return f"the deadline {budget.deadline} is not after the start {budget.start}"
    if budget.deadline is not None and budget.deadline < today:
        return f"the deadline {budget.deadline} is over"
    return ""


def budget_flaws(budget: Budget) -> Iterator[Flaw]:
    """Find hours that cannot be planned with, at key paths within the budget."""
    if not can_be_planned(budget.hours_per_week):
        yield Flaw(("hours_per_week",), refusal(budget.hours_per_week), remedy())
    if not 0 <= budget.review_percent <= MOST_REVIEW:
        what = f"review_percent = {budget.review_percent} cannot be planned"
        yield Flaw(("review_percent",), what, f"write 0 to {MOST_REVIEW}")
    if budget.pace is not None and not LEAST_PACE <= budget.pace <= MOST_PACE:
        what = f"pace = {budget.pace:g} cannot be planned"
        yield Flaw(("pace",), what, f"write {LEAST_PACE:g} to {MOST_PACE:g}, or delete the line")
    days = budget.weekdays
    if days and (len(days) != DAYS or min(days) < 0 or not 0 < sum(days) <= MOST_SPENT):
        what = "weekdays are not seven numbers from 0 up, some above 0"
        yield Flaw(("weekdays",), what, "write Monday to Sunday, such as [1, 1, 1, 1, 1, 3, 0]")
    if len(budget.periods) > MOST_PERIODS:
        yield Flaw(("period",), f"{len(budget.periods)} periods", f"write at most {MOST_PERIODS}")
    for place, period in enumerate(budget.periods):
        yield from _period_flaws(period, budget.start, ("period", place))


def _period_flaws(period: Period, start: date, key: tuple[str | int, ...]) -> Iterator[Flaw]:
    if period.ends < period.starts:
        yield Flaw((*key, "ends"), f"the period ends on {period.ends}, before it starts", "exchange the two days")
    elif (period.ends - period.starts).days > LONGEST_PERIOD:
        yield Flaw(
            (*key, "ends"), "the period lasts more than ten years", "change hours_per_week of the budget instead"
        )
    elif (period.ends - start).days > FURTHEST_PERIOD:
        yield Flaw((*key, "ends"), "the period ends more than a hundred years from the start", "look at its year")
    if not 0 <= period.hours_per_week <= MOST_HOURS:
        what = f"{period.hours_per_week:g} hours a week cannot be planned"
        yield Flaw((*key, "hours_per_week"), what, f"write 0 to {MOST_HOURS:g}; 0 is a holiday")
