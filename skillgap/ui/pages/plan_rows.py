"""The rows of Plan: steps in their weeks, as bars where there is room, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.ui.pages.home import Room
from skillgap.ui.text import cut, safe, spread
from skillgap.ui.widgets.row_sheet import Row

SPAN_FROM = 72
"""Cells from which a row has a bar over the weeks."""
NAME, NAME_WHERE_WIDE = 30, 40
WIDE = 100
"""Cells from which names have more room."""
GROUPS = {
    "does-not-fit": "Does not fit before the deadline",
    "experience": "Experience at work, rather than study",
    "needs-experience": "Waits for experience at work",
    "not-rated": "Not rated yet",
}


def heads(plan: Plan, room: Room) -> list[Content]:
    """Give the heading of the list, which stays while it scrolls."""
    if not plan.steps:
        return []
    tail = f"{'week':>9}  {'hours':>5}  points"
    return [spread(Content.styled("  Step", "$text-muted"), Content.styled(tail, "$text-muted"), room.width)]


def rows(plan: Plan, room: Room) -> list[Row]:
    """Give the rows: done steps, scheduled ones, then what was left out by reason."""
    return [*_done(plan, room), *_scheduled(plan, room), *_left(plan, room)]


def _done(plan: Plan, room: Room) -> Iterator[Row]:
    for step in plan.finished:
        left = Content.assemble((f"{room.glyphs.done} ", "$text-success"), _name(step, room))
        yield Row(spread(left, Content.styled(f"done {step.done}", "$text-success"), room.width), step.id)


def _scheduled(plan: Plan, room: Room) -> Iterator[Row]:
    for step in plan.scheduled:
        weeks = f"{step.first_week}" if step.first_week == step.week else f"{step.first_week}-{step.week}"
        tail = f"{weeks:>9}  {step.hours:5g}  {step.points:6.2f}"
        span = _span(plan, step, room, len(tail))
        yield Row(spread(Content.assemble("  ", _name(step, room), span), Content(tail), room.width), step.id)


def _name(step: PlannedStep | LeftOut, room: Room) -> str:
    width = _name_width(room)
    level = f" {room.glyphs.right} {step.to}"
    name = cut(safe(step.name, 120), width - len(level), room.glyphs) + level
    return name + " " * max(0, width - Content(name).cell_length)


def _name_width(room: Room) -> int:
    if room.width < SPAN_FROM:
        return max(10, room.width - 32)
    return NAME_WHERE_WIDE if room.width >= WIDE else NAME


def _span(plan: Plan, step: PlannedStep, room: Room, tail: int) -> Content:
    """A bar where the step lies within the plan."""
    width = room.width - _name_width(room) - tail - 6
    if room.width < SPAN_FROM or width < 8 or not plan.outlook.weeks:
        return Content("")
    weeks = plan.outlook.weeks
    first = (step.first_week - 1) * width // weeks
    last = max(first + 1, -(-step.week * width // weeks))
    return Content.assemble("  ", " " * first, (room.glyphs.bar * (last - first), "$primary"))


def _left(plan: Plan, room: Room) -> Iterator[Row]:
    for reason, title in GROUPS.items():
        found = [row for row in plan.left_outs if row.reason == reason]
        if not found:
            continue
        yield Row(Content(""))
        yield Row(Content.styled(f"{title} ({len(found)})", "bold $text-primary"))
        for row in found:
            tail = "" if reason == "not-rated" else f"{row.hours:5g}  {row.points:6.2f}"
            left = Content.assemble((f"{room.glyphs.aside} ", "$text-muted"), _name(row, room))
            yield Row(spread(left, Content.styled(tail, "$text-muted"), room.width), row.id)
