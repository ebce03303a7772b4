"""The curve of readiness and the bars of the steps, over one axis of weeks that can be scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from math import ceil, floor

from skillgap.core.plan import Plan, PlannedStep
from skillgap.core.records import dataclass
from skillgap.ui.text import Glyphs

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROOM_OF_LABEL = 6
"""Cells from the start of one month's name to the next."""
_CLOSE, _CLOSEST = 2, 6
"""Cells of a week: where weeks are scrolled, and at most."""

Span = tuple[int, int]
"""The first cell and the last."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The weeks of a plan, laid over a number of cells."""

    start: date
    weeks: int
    width: int
    per_week: float
    """Cells of a week."""
    first: int = 0
    """Weeks scrolled out on the left."""

    @property
    def shown(self) -> int:
        """Weeks in the window, whole ones."""
        return max(1, floor(self.width / self.per_week))

    @property
    def hides_later(self) -> bool:
        """Whether there are weeks on the right of the window."""
        return self.first + self.shown < self.weeks

    def cell(self, weeks: float) -> float:
        """Give the place of a moment, in cells of the window; outside of it where it is scrolled out."""
        return (weeks - self.first) * self.per_week

    def span(self, begin: float, end: float) -> Span | None:
        """Give the cells between two moments, at least one; None where none is in the window."""
        first = floor(self.cell(begin) + 1e-6)
        last = max(first, ceil(self.cell(end) - 1e-6) - 1)
        return (max(first, 0), min(last, self.width - 1)) if last >= 0 and first < self.width else None

    def labels(self) -> str:
        """Name months, or years at their start, as many as there is room for."""
        row = [" "] * self.width
        for step in (1, 2, 3, 6, 12):
            places = list(self._months(step))
            cells = [cell for cell, _ in places]
            if all(second - first >= _ROOM_OF_LABEL for first, second in pairwise(cells)):
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
                yield cell, f"{year}" if month == 1 else _MONTHS[month - 1]


def axis_of(plan: Plan, width: int, first: int, *, is_whole: bool) -> Axis:
    """Lay the weeks of a plan over `width` cells.

    Where all fit, a week takes a whole number of cells. Where they do not, `is_whole` squeezes them; else the
    window begins with the week `first` (counted from 0), as far as that fills it.
    """
    weeks = max(1, plan.outlook.weeks)
    if is_whole or weeks * _CLOSE <= width:
        per_week = min(width // weeks, _CLOSEST) if weeks <= width else width / weeks
        return Axis(plan.budget.start, weeks, width, per_week)
    return Axis(plan.budget.start, weeks, width, _CLOSE, min(max(first, 0), weeks - width // _CLOSE))


def curve(plan: Plan, axis: Axis, rows: int, glyphs: Glyphs) -> tuple[list[str], tuple[float, float]]:
    """Draw the readiness after each week of the window, the highest row first; give its lowest and highest value."""
    values = [plan.outlook.readiness_now, *(week.readiness for week in plan.weeks)]
    last = len(values) - 1
    shown = []
    for cell in range(axis.width):
        if axis.first + floor(cell / axis.per_week + 1e-6) >= axis.weeks:
            break
        week = axis.first + floor((cell + 1) / axis.per_week + 1e-6)  # what is finished by the end of this cell
        shown.append(values[min(week, last)])
    low, high = values[min(axis.first, last)], shown[-1]
    room = max(high - low, 1)
    heights = [1 + round((value - low) / room * (8 * rows - 1)) for value in shown]
    drawn = ["".join(_cell(height - 8 * level, glyphs) for height in heights) for level in reversed(range(rows))]
    return drawn, (low, high)


def _cell(eighths: int, glyphs: Glyphs) -> str:
    if eighths <= 0:
        return " "
    if not glyphs.rises:
        return glyphs.bar
    return glyphs.bar if eighths >= 8 else glyphs.rises[eighths - 1]


def spans(plan: Plan, axis: Axis) -> dict[str, Span | None]:
    """Give the first and the last cell of each scheduled step; None for one that is out of the window.

    Steps that share a week share its cells, in the order in which they are worked on.
    """
    found: dict[str, Span | None] = {}
    moment = 0.0
    ends = [0.0]
    for week in plan.weeks:
        ends.append(ends[-1] + week.hours)
    for step in plan.scheduled:
        begin, moment = moment, moment + step.hours * plan.outlook.pace
        found[step.id] = axis.span(_week_at(begin, step.first_week, ends), _week_at(moment, step.week, ends))
    return found


def _week_at(hours: float, week: int, ends: list[float]) -> float:
    """The moment within a week at which so many hours of the plan are behind, in weeks from the start."""
    if not 0 < week < len(ends):
        return float(max(0, week - 1))
    before, room = ends[week - 1], ends[week] - ends[week - 1]
    share = (hours - before) / room if room else 0.0
    return week - 1 + min(max(share, 0.0), 1.0)


def span_of(steps: tuple[PlannedStep, ...], places: dict[str, Span | None]) -> Span | None:
    """Give the cells from the first of some steps to the last."""
    found = [span for step in steps if (span := places.get(step.id))]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None
