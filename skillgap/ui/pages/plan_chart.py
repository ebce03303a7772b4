"""The curve of readiness and the bars of the steps, over one axis of weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor

from skillgap.core.calendar import hours_for_steps
from skillgap.core.plan import Plan
from skillgap.ui.text import Glyphs

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ROOM_OF_LABEL = 6
"""Cells from the start of one month's name to the next."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The weeks of a plan, laid over a number of cells."""

    start: date
    weeks: int
    width: int

    def cell(self, weeks: float) -> float:
        """Give the place of a moment, in cells."""
        return weeks * self.width / max(1, self.weeks)

    def labels(self) -> str:
        """Name months, or years at their start, as many as there is room for."""
        row = [" "] * self.width
        for step in (1, 2, 3, 6, 12):
            places = list(self._months(step))
            cells = [cell for cell, _ in places]
            if all(second - first >= ROOM_OF_LABEL for first, second in pairwise(cells)):
                break
        free = 0
        for cell, name in places:
            if free <= cell <= self.width - len(name):
                row[cell : cell + len(name)] = name
                free = cell + len(name) + 1
        return "".join(row)

    def _months(self, step: int) -> Iterator[tuple[int, str]]:
        year, month = self.start.year, self.start.month
        while True:
            month += 1
            if month > 12:
                year, month = year + 1, 1
            cell = floor(self.cell((date(year, month, 1) - self.start).days / 7))
            if cell >= self.width:
                return
            if (month - 1) % step == 0:
                yield cell, f"{year}" if month == 1 else MONTHS[month - 1]


def curve(plan: Plan, axis: Axis, rows: int, glyphs: Glyphs) -> list[str]:
    """Draw the readiness after each week, the highest row first; the lowest row is readiness now."""
    low, high = plan.outlook.readiness_now, max(plan.outlook.readiness_then, plan.outlook.readiness_now + 1)
    heights = []
    for cell in range(axis.width):
        week = floor((cell + 1) * axis.weeks / axis.width)  # what is finished by the end of this cell
        value = plan.weeks[min(week, len(plan.weeks)) - 1].readiness if week else low
        heights.append(1 + round((value - low) / (high - low) * (8 * rows - 1)))
    return ["".join(_cell(height - 8 * level, glyphs) for height in heights) for level in reversed(range(rows))]


def _cell(eighths: int, glyphs: Glyphs) -> str:
    if eighths <= 0:
        return " "
    if not glyphs.rises:
        return glyphs.bar
    return glyphs.bar if eighths >= 8 else glyphs.rises[eighths - 1]


def spans(plan: Plan, axis: Axis) -> dict[str, tuple[int, int]]:
    """Give the first and the last cell of each scheduled step."""
    capacity, before, found = float(hours_for_steps(plan.budget)), 0.0, {}
    for step in plan.scheduled:
        after = before + step.hours
        first = min(floor(axis.cell(before / capacity)), axis.width - 1)
        found[step.id] = (first, min(max(first, ceil(axis.cell(after / capacity)) - 1), axis.width - 1))
        before = after
    return found
