"""When to look at finished steps again, and at everything."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from skillgap.core.outcomes import Proposal, Recheck
from skillgap.core.plan import Budget, PlannedStep
from skillgap.core.planning.situation import Situation

_RECHECK_DAYS = (7, 28, 84)
"""After about 1, 4 and 12 weeks: gaps that grow with the time to be remembered (after Cepeda et al. 2008)."""
_OVERDUE_DAYS = 7
_REASSESS_DAYS = 84


def recheck_days(done: date) -> tuple[date, ...]:
    """Give the days to look at a step again that was done on a day; none past the end of the calendar."""
    return tuple(done + timedelta(days=n) for n in _RECHECK_DAYS if (date.max - done).days >= n)


def rechecks(finished: Iterable[PlannedStep], today: date) -> tuple[Recheck, ...]:
    """List the days to come on which to look again at the highest done step of each skill.

    One that passed a week ago is let go, one that the step was confirmed on or after is behind.
    """
    rows = [
        Recheck(day=day, step=step.id, name=step.name, to=step.to)
        for step in _highest(finished)
        if step.done is not None
        for day in recheck_days(step.done)
        if (today - day).days <= _OVERDUE_DAYS and (step.confirmed is None or day > step.confirmed)
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.step)))


def proposals(where: Situation, finished: Iterable[PlannedStep]) -> tuple[Proposal, ...]:
    """Give the ratings that done steps suggest, above those that stand: each with the anchor that is to be true."""
    rows = []
    for step in _highest(finished):
        answer, skill = where.answers.get(step.skill), where.pack.skill_by_id.get(step.skill)
        level = answer.level if answer else None
        if skill is not None and level is not None and level < step.to < len(skill.anchors):
            anchor = skill.anchors[step.to]
            rows.append(Proposal(skill=skill.id, name=skill.name, rated=level, to=step.to, anchor=anchor))
    return tuple(rows)


def _highest(finished: Iterable[PlannedStep]) -> list[PlannedStep]:
    """The highest done step of each skill."""
    found: dict[str, PlannedStep] = {}
    for step in finished:
        if step.skill not in found or step.to > found[step.skill].to:
            found[step.skill] = step
    return list(found.values())


def reassess_day(where: Situation, budget: Budget) -> date | None:
    """Give the day to rate everything again: 12 weeks after the answers, at the latest at the deadline."""
    last = where.assessed or budget.start
    if (date.max - last).days < _REASSESS_DAYS:
        return None
    day = max(last + timedelta(days=_REASSESS_DAYS), budget.start)
    return min(day, budget.deadline) if budget.deadline else day
