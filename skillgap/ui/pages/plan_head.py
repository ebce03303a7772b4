"""The head of Plan: what the plan comes to, and the curve of readiness over its weeks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from skillgap.core.plan import Plan
from skillgap.ui.pages.home import Room
from skillgap.ui.text import bar, spread

CURVE_ROWS = 3
ROOMY = 70
"""Cells from which the points stand beside the readiness."""
LABEL = 9
"""Cells for the figures beside the curve."""


def head_page(plan: Plan, room: Room) -> list[Content]:
    """Give the lines above the list of steps."""
    return [_outlook(plan, room), *_sentence(plan, room)]


def curve_page(plan: Plan, room: Room) -> list[Content]:
    """Give the curve of readiness, a column for each stretch of the plan; nothing for a plan without weeks."""
    weeks = plan.weeks
    width = room.width - LABEL - 1
    if not weeks or width < 10 or not room.glyphs.rises:
        return []
    columns = min(width, 4 * len(weeks))
    values = [weeks[column * len(weeks) // columns].readiness for column in range(columns)]
    low = min(plan.outlook.readiness_now, *values)
    span = max(max(values) - low, 1.0)
    heights = [max(1, round((value - low) / span * (8 * CURVE_ROWS))) for value in values]
    rows = [Content(_row(heights, level, room)) for level in reversed(range(CURVE_ROWS))]
    marks = [f"{max(values):.0f} %", *[""] * (CURVE_ROWS - 2), f"{low:.0f} %"]
    lines = [
        Content.assemble((f"{mark:>{LABEL - 1}} ", "$text-muted"), row.stylize("$primary"))
        for mark, row in zip(marks, rows, strict=True)
    ]
    ends = f"{weeks[0].starts}", f"{plan.scheduled[-1].ends}"
    gap = max(1, columns - len(ends[0]) - len(ends[1]))
    return [*lines, Content.styled(" " * LABEL + ends[0] + " " * gap + ends[1], "$text-muted")]


def _row(heights: list[int], level: int, room: Room) -> str:
    """One row of the curve: a full cell, a part of one, or nothing for each column."""
    parts = room.glyphs.rises
    cells = []
    for height in heights:
        inside = height - 8 * level
        cells.append(" " if inside <= 0 else room.glyphs.bar if inside >= 8 else parts[inside - 1])
    return "".join(cells)


def _outlook(plan: Plan, room: Room) -> Content:
    out = plan.outlook
    gain = f"  +{out.points:.1f} of at most {out.points_possible:.1f} points" if room.width >= ROOMY else ""
    tail = Content.assemble(
        (f" {out.readiness_now:.0f} {room.glyphs.right} {out.readiness_then:.0f} %", "bold"), (gain, "$text-muted")
    )
    width = max(8, min(40, room.width - tail.cell_length - len("Readiness   ")))
    now, rest = bar(out.readiness_now / 100, width, room.glyphs)
    gained = round(out.readiness_then / 100 * width) - len(now)
    more = room.glyphs.likely * max(0, min(gained, len(rest)))
    left = Content.assemble(
        "Readiness   ", (now, "$primary"), (more, "$success"), (rest[len(more) :], "$panel-lighten-1")
    )
    return spread(left, tail, min(room.width, left.cell_length + tail.cell_length))


def _sentence(plan: Plan, room: Room) -> Iterator[Content]:
    """Say the hours, the end and what study reaches, in words."""
    budget, out = plan.budget, plan.outlook
    until = f" until {budget.deadline}" if budget.deadline else ""
    order = ", must-haves first" if budget.must_haves_first else ""
    text = f"{budget.hours_per_week:g} hours a week{until}, {budget.review_percent} % of them for review{order}. "
    if plan.scheduled:
        alone = "Study alone" if not budget.includes_experience else "The plan"
        end = plan.scheduled[-1].ends
        text += f"{alone} reaches {out.readiness_then:.0f} % by {end}: {out.hours:g} hours in {out.weeks} weeks."
    else:
        text += plan.notes[-1] if plan.notes else ""
    yield from Content(text).wrap(room.width)
