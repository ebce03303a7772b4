"""What a plan that somebody has edited may say of its time and of what was done, so that it can be made again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from skillgap.core.choices import Choices
from skillgap.core.hours import MOST_HOURS, MOST_SPENT, can_be_planned, refusal, remedy
from skillgap.core.plan import Budget, Period, Plan, PlannedStep
from skillgap.core.steps import step_id
from skillgap.core.text import shown

_MOST_REVIEW = 90
"""Percent of the hours; more would leave nothing to learn with."""
_LEAST_PACE, _MOST_PACE = 0.1, 10.0
"""Hours for each typical hour; what is beyond is a slip of the pen."""
DAYS = 7
_MOST_DAYS_SUM = 100_000.0
"""Of the seven numbers of a week, of which only the proportion counts."""
_MOST_PERIODS, _LONGEST_PERIOD, _FURTHEST_PERIOD = 200, 3_660, 36_600
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
    seen: set[str] = set()
    for place, step in enumerate(plan.steps):
        for flaw in _step_flaws(step, seen):
            yield flaw._replace(key=("step", place, *flaw.key))
        seen.add(step.id)
    yield from _choice_flaws(plan.choices)


def doubts(budget: Budget, finished: Iterable[PlannedStep], today: date) -> Iterator[str]:
    """Say which days of a budget and of what is done are probably slips of the pen; a plan can be made with them."""
    for step in finished:
        if step.done is not None and step.done > today:
            yield f"{shown(step.id)} is marked as done on {step.done}, which is still to come; it counts as done"
    if budget.start < today:
        yield f"the plan begins on {budget.start}, and today is {today}; weeks that are over count as time to learn in"


def _step_flaws(step: PlannedStep, seen: Container[str]) -> Iterator[Flaw]:
    """Find what a step cannot say of itself, beside the ids of the steps before it."""
    if step.id in seen:
        yield Flaw(("id",), f"the step {shown(step.id)} stands here a second time", "keep one of the two")
    elif step.id != (name := step_id(step.skill, step.to)):
        what = f"the step {shown(step.id)} is not level {step.to} of {shown(step.skill)}"
        yield Flaw(("id",), what, f"write {shown(name)}, or mend its skill and to")
    if step.hours_spent is not None and not 0 <= step.hours_spent <= MOST_SPENT:
        what = f"hours_spent = {step.hours_spent:g} cannot be"
        yield Flaw(("hours_spent",), what, f"write 0 to {MOST_SPENT:g}, or delete the line")


def _choice_flaws(choices: Choices) -> Iterator[Flaw]:
    """Find what is decided twice in one list: nobody could tell which counts. Two pins are a conflict instead."""
    lists: tuple[tuple[str, str, list[str]], ...] = (
        ("exclude", "step", [row.step for row in choices.exclusions]),
        ("good_enough", "skill", [row.skill for row in choices.good_enough]),
        ("first", "", list(choices.first)),
        ("project", "", list(choices.projects)),
    )
    for name, field, ids in lists:
        seen: set[str] = set()
        for place, about in enumerate(ids):
            if about in seen:
                what = f'"{shown(about)}" stands here a second time'
                yield Flaw(("choices", name, place, *([field] if field else [])), what, "keep one of the two")
            seen.add(about)


def budget_flaws(budget: Budget) -> Iterator[Flaw]:
    """Find hours that cannot be planned with, at key paths within the budget."""
    if not can_be_planned(budget.hours_per_week):
        yield Flaw(("hours_per_week",), refusal(budget.hours_per_week), remedy())
    if not 0 <= budget.review_percent <= _MOST_REVIEW:
        what = f"review_percent = {budget.review_percent} cannot be planned"
        yield Flaw(("review_percent",), what, f"write 0 to {_MOST_REVIEW}")
    if budget.pace is not None and not _LEAST_PACE <= budget.pace <= _MOST_PACE:
        what = f"pace = {budget.pace:g} cannot be planned"
        yield Flaw(("pace",), what, f"write {_LEAST_PACE:g} to {_MOST_PACE:g}, or delete the line")
    days = budget.weekdays
    if days and (len(days) != DAYS or min(days) < 0 or not 0 < sum(days) <= _MOST_DAYS_SUM):
        what = "weekdays are not seven numbers from 0 up, some above 0"
        yield Flaw(("weekdays",), what, "write Monday to Sunday, such as [1, 1, 1, 1, 1, 3, 0]")
    if len(budget.periods) > _MOST_PERIODS:
        yield Flaw(("period",), f"{len(budget.periods)} periods", f"write at most {_MOST_PERIODS}")
    for place, period in enumerate(budget.periods):
        yield from _period_flaws(period, budget.start, ("period", place))


def _period_flaws(period: Period, start: date, key: tuple[str | int, ...]) -> Iterator[Flaw]:
    if period.ends < period.starts:
        yield Flaw((*key, "ends"), f"the period ends on {period.ends}, before it starts", "exchange the two days")
    elif (period.ends - period.starts).days > _LONGEST_PERIOD:
        yield Flaw(
            (*key, "ends"), "the period lasts more than ten years", "change hours_per_week of the budget instead"
        )
    elif (period.ends - start).days > _FURTHEST_PERIOD:
        yield Flaw((*key, "ends"), "the period ends more than a hundred years from the start", "look at its year")
    if not 0 <= period.hours_per_week <= MOST_HOURS:
        what = f"{period.hours_per_week:g} hours a week cannot be planned"
        yield Flaw((*key, "hours_per_week"), what, f"write 0 to {MOST_HOURS:g}; 0 is a holiday")
