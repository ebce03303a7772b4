"""What a plan asks for now: steps to look at again, what is worked on this week, everything to be rated again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from skillgap.core.plan import Plan, Week
from skillgap.core.records import dataclass

Kind = Literal["recheck", "step", "reassess"]
_LOOKS_FIRST = 2
"""Looks that come before the steps of the week; they are short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """Something to do."""

    kind: Kind
    day: date
    """When a look is due, by when a step is planned to be done."""
    id: str = ""
    """Id of the step; empty for everything."""
    name: str = ""
    to: int = 0
    hours: float = 0
    """Typical hours that are left; 0 for a look."""


def todos(plan: Plan, today: date) -> tuple[Todo, ...]:
    """Give what is due for a look by today, then the steps of this week in order; many looks do not hide the steps."""
    looks = tuple(_rechecks(plan, today))
    return (*looks[:_LOOKS_FIRST], *_reassess(plan, today), *_steps(plan, today), *looks[_LOOKS_FIRST:])


def week_now(plan: Plan, today: date) -> Week | None:
    """Give the week that holds today; the next one with work, when the plan begins later or rests now."""
    return next((week for week in plan.weeks if week.steps and today < week.starts + timedelta(weeks=1)), None)


def week_words(week: Week, today: date) -> tuple[str, str]:
    """Name a week, `This week` or by its first day, and say how many hours of it go to steps, until when."""
    name = "This week" if week.starts <= today else f"From {week.starts} on"
    return name, f"{round(week.hours, 1):g} hours on steps, until {week.starts + timedelta(days=6)}"


def next_look(plan: Plan, today: date) -> date | None:
    """Give the next day after today on which something is due for a look."""
    days = [row.day for row in plan.rechecks if row.day > today]
    if plan.reassess is not None and plan.reassess > today:
        days.append(plan.reassess)
    return min(days, default=None)


def _rechecks(plan: Plan, today: date) -> Iterator[Todo]:
    """The last look that is due for each step."""
    due = {row.step: row for row in plan.rechecks if row.day <= today}
    for row in due.values():
        yield Todo(kind="recheck", id=row.step, name=row.name, to=row.to, day=row.day)


def _reassess(plan: Plan, today: date) -> Iterator[Todo]:
    if plan.reassess is not None and plan.reassess <= today:
        yield Todo(kind="reassess", day=plan.reassess)


def _steps(plan: Plan, today: date) -> Iterator[Todo]:
    """The steps of the week that counts now."""
    week = week_now(plan, today)
    if week is None:
        return
    by_id = {step.id: step for step in plan.scheduled}
    for step in (by_id[name] for name in week.steps if name in by_id):
        hours = max(0.0, step.hours - (step.hours_spent or 0))
        yield Todo(kind="step", id=step.id, name=step.name, to=step.to, hours=hours, day=step.ends or week.starts)
