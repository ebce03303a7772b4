"""What can be decided about a row of a plan, and how a decision is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from skillgap.core import choices
from skillgap.core.choices import Choices, Conflict
from skillgap.core.hours import MOST_SPENT
from skillgap.core.plan import LeftOut, Plan, PlannedProject, PlannedStep

Entry = PlannedStep | LeftOut | PlannedProject | Conflict
Change = Callable[[Choices], Choices]
NO_REASON = "say why, in a few words; you will want to know in half a year"
_NOT_MISSING = ("excluded", "good-enough", "needs-excluded", "not-rated")


def is_missing(row: Entry | None) -> bool:
    """Whether a row is a step that is still to do, so that it can be left out or called good enough."""
    if isinstance(row, LeftOut):
        return row.reason not in _NOT_MISSING
    return isinstance(row, PlannedStep) and row.done is None


def take_back(plan: Plan, row: Entry) -> Change | None:
    """Give the change that takes a decision about a row back; None where there is none. A done mark is no choice."""
    match row:
        case PlannedStep():
            is_pinned = any(pin.step == row.id for pin in plan.choices.pins)
            return partial(choices.unpin, step=row.id) if is_pinned else None
        case PlannedProject(taken=True):
            return partial(choices.drop_project, project=row.id)
        case LeftOut(reason="excluded"):
            return partial(_included, step=row.id, skill=row.skill)
        case LeftOut(reason="good-enough"):
            return partial(choices.want_more, skill=row.skill)
        case Conflict():
            return partial(_without, about=row.about)
        case _:
            return None


def take_or_drop(project: PlannedProject) -> Change:
    """Give the change that takes a project into the plan, or drops one that is in it."""
    return partial(choices.drop_project if project.taken else choices.take_project, project=project.id)


def pin(plan: Plan, step: PlannedStep, moved: Callable[[date], date]) -> Change:
    """Give the change that pins a step, from the day that it is pinned or planned on.

    Raises ValueError, with words for the person, for a day before the plan begins.
    """
    asked = next((p.day for p in plan.choices.pins if p.step == step.id and p.day >= plan.budget.start), None)
    day = moved(asked or step.pinned or step.starts or plan.budget.start)
    if day < plan.budget.start:
        raise ValueError(f"the plan begins on {plan.budget.start}")
    return partial(choices.pin, step=step.id, day=day)


def hours_said(step: PlannedStep) -> float | None:
    """Give the hours that a step took or has taken so far; its typical ones until something is said."""
    return step.hours_spent if step.done or step.hours_spent is not None else step.hours


def hours_spent(text: str) -> float | None:
    """Read the hours that a step took, as people type them; None for an empty text.

    Raises ValueError, with words for the person.
    """
    typed = text.strip().lower().removesuffix("h").strip().replace(",", ".")
    if not typed:
        return None
    try:
        hours = float(typed)
    except ValueError:
        raise ValueError(f'"{typed}" is not a number of hours; write it as 12 or 7.5') from None
    if not 0 < hours <= MOST_SPENT:
        raise ValueError(f"hours are more than 0 and at most {MOST_SPENT}")
    return hours


def _included(old: Choices, step: str, skill: str) -> Choices:
    """Take an exclusion of a step back, or that of all steps of its skill."""
    new = choices.include(old, step)
    return new if new != old else choices.include(old, skill)


def _without(old: Choices, about: str) -> Choices:
    """Drop every choice about something that the plan cannot follow."""
    for drop in (choices.unpin, choices.include, choices.want_more, choices.take_its_turn, choices.drop_project):
        old = drop(old, about)
    return old
