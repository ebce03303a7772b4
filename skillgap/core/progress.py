"""Progress on a plan: steps marked as done, or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skillgap.core.plan import Plan, PlannedStep


def with_done(plan: Plan, step: str, day: date) -> Plan:
    """Give the plan with a step done on a day; lower steps of the same skill are done then, too.

    Steps that are done already keep their day. A step that the plan does not have changes nothing.
    """
    return _marked(plan, step, day)


def without_done(plan: Plan, step: str) -> Plan:
    """Give the plan with a step not done; higher steps of the same skill cannot be done then, either."""
    return _marked(plan, step, None)


def _marked(plan: Plan, name: str, day: date | None) -> Plan:
    step = next((item for item in plan.steps if item.id == name), None)
    if step is None:
        return plan
    return replace(plan, steps=tuple(_changed(item, step, day) for item in plan.steps))


def _changed(item: PlannedStep, step: PlannedStep, day: date | None) -> PlannedStep:
    if item.skill != step.skill:
        return item
    if day is None:
        return replace(item, done=None) if item.to >= step.to else item
    return replace(item, done=day) if item.to <= step.to and item.done is None else item
