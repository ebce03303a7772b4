"""Progress on a plan: steps marked as done, or not, and what a person writes to a step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skillgap.core.plan import Plan, PlannedStep


def with_done(plan: Plan, step: str, day: date, hours: float | None = None) -> Plan:
    """Give the plan with a step done on a day, and the hours it took when they are known.

    Lower steps of the same skill are done then, too; those that are done already keep their day. The step itself
    takes the new day and hours, so that a mark can be corrected. A step that the plan does not have changes nothing.
    """

    def changed(item: PlannedStep, target: PlannedStep) -> PlannedStep:
        if item.id == target.id:
            return replace(item, done=day, hours_spent=hours)
        return replace(item, done=day) if item.to < target.to and item.done is None else item

    found = _step(plan, step)
    if found is None:
        return plan
    return replace(plan, steps=tuple(changed(s, found) if s.skill == found.skill else s for s in plan.steps))


def without_done(plan: Plan, step: str) -> Plan:
    """Give the plan with a step not done; higher steps of the same skill cannot be done then, either."""
    found = _step(plan, step)
    if found is None:
        return plan
    return replace(
        plan,
        steps=tuple(
            replace(s, done=None, hours_spent=None, confirmed=None)
            if s.skill == found.skill and s.to >= found.to
            else s
            for s in plan.steps
        ),
    )


def with_hours(plan: Plan, step: str, hours: float | None) -> Plan:
    """Give the plan with the hours that a step has taken so far, done or not."""
    return replace(plan, steps=tuple(replace(s, hours_spent=hours) if s.id == step else s for s in plan.steps))


def with_confirmed(plan: Plan, step: str, day: date) -> Plan:
    """Give the plan with a done step that was still true on a day; one that is not done changes nothing."""
    return replace(
        plan,
        steps=tuple(replace(s, confirmed=day) if s.id == step and s.done is not None else s for s in plan.steps),
    )


def with_note(plan: Plan, step: str, note: str) -> Plan:
    """Give the plan with a note on a step that it plans or leaves out; an empty one takes it away."""
    return replace(
        plan,
        steps=tuple(replace(s, note=note) if s.id == step else s for s in plan.steps),
        left_outs=tuple(replace(row, note=note) if row.id == step else row for row in plan.left_outs),
    )


def _step(plan: Plan, step: str) -> PlannedStep | None:
    return next((item for item in plan.steps if item.id == step), None)
