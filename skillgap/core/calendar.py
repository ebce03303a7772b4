"""Hours on a calendar: how much fits before a deadline, and in which week a step is worked on and finished."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, takewhile

from skillgap.core.plan import Budget, PlannedStep, Week
from skillgap.core.profiles import exact

QUICK, SLOW = Fraction(7, 10), Fraction(8, 5)
"""Pace of a quick and of a slow person against the typical hours (after Buehler et al. 1994: plans ran x 1.64)."""


def hours_for_steps(budget: Budget) -> Fraction:
    """Give the hours a week for new steps, review taken off."""
    return exact(budget.hours_per_week) * (100 - budget.review_percent) / 100


def budget_units(budget: Budget, per_hour: int) -> int | None:
    """Give how many units of time fit before the deadline, `per_hour` to an hour; None without a deadline."""
    if budget.deadline is None:
        return None
    weeks = Fraction(max(0, (budget.deadline - budget.start).days), 7)
    return math.floor(per_hour * hours_for_steps(budget) * weeks)


def place(budget: Budget, steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Give each step its weeks and dates, one after the other."""
    capacity = hours_for_steps(budget)
    placed, before = [], Fraction(0)
    for step in steps:
        after = before + exact(step.hours)
        first, last = math.floor(before / capacity) + 1, math.ceil(after / capacity)
        placed.append(
            replace(
                step,
                first_week=first,
                week=last,
                quick_week=math.ceil(after * QUICK / capacity),
                slow_week=math.ceil(after * SLOW / capacity),
                starts=week_start(budget, first),
                ends=week_start(budget, last + 1) - timedelta(days=1),
            )
        )
        before = after
    return tuple(placed)


def week_start(budget: Budget, number: int) -> date:
    """Give the first day of a week, counted from 1."""
    return budget.start + timedelta(weeks=number - 1)


def weeks_of(
    budget: Budget, steps: tuple[PlannedStep, ...], readiness: Callable[[list[tuple[str, int]]], Fraction]
) -> tuple[Week, ...]:
    """List the weeks of placed steps; `readiness` scores a list of finished steps as (skill, level)."""
    capacity = hours_for_steps(budget)
    rest = sum((exact(step.hours) for step in steps), Fraction(0))
    weeks: list[Week] = []
    finished: list[tuple[str, int]] = []
    reached, first = readiness(finished), 0
    for number in range(1, max((step.week for step in steps), default=0) + 1):
        now = list(takewhile(lambda step: step.first_week <= number, islice(steps, first, None)))  # noqa: B023
        ended = [step for step in now if step.week == number]
        if ended:  # steps run one after the other, so a week's steps are neighbours
            first += len(ended)
            finished += [(step.skill, step.to) for step in ended]
            reached = readiness(finished)
        weeks.append(
            Week(
                number=number,
                starts=week_start(budget, number),
                hours=float(round(min(capacity, rest), 2)),
                room=float(round(capacity, 2)),
                steps=tuple(step.id for step in now),
                finishes=tuple(step.id for step in ended),
                readiness=float(round(reached, 2)),
            )
        )
        rest -= capacity
    return tuple(weeks)
