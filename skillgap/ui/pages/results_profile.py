"""The areas as a radar chart: what is reached, inside what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from textual.content import Content

from skillgap.core.report import AreaRow, Report
from skillgap.core.text import cells as width_of
from skillgap.ui.canvas import QUARTERS, Layer, Point
from skillgap.ui.pages.results_areas import is_reached, scale_end
from skillgap.ui.pages.room import Room
from skillgap.ui.text import Glyphs, cut, prose

FEWEST = 3
"""Areas that make a shape."""
_LABEL = 13
"""Cells for a name, at least, on either side."""
LEAST_WIDTH, _LEAST_ROWS = 44, 9
Cells = list[list[tuple[str, str]]]


def can_be_drawn(report: Report, room: Room) -> bool:
    """Whether there are areas and room enough for a shape."""
    return len(report.areas) >= FEWEST and room.width >= LEAST_WIDTH and room.height >= _LEAST_ROWS


def profile_page(report: Report, top: int, room: Room) -> list[Content]:
    """Give the lines of the chart, as many as the room is high: the chart in the middle, then what it means."""
    height = max(_LEAST_ROWS, room.height - 1)
    radius = max(3.0, min((height - 3) / 2, (room.width - 2 * _LABEL) / 4))
    rows = min(height, round(2 * radius) + 3)
    centre = room.width / 2, (rows - 1) / 2
    cells = _drawn(report.areas, scale_end(report.areas, top), rows, centre, radius, room)
    for number, row in enumerate(report.areas):
        _label(cells, row, _at(number, len(report.areas), 1, centre, radius + 0.5), centre, room)
    return [*(Content.assemble(*line) for line in cells), _legend(scale_end(report.areas, top), room)]


def _drawn(areas: Sequence[AreaRow], end: int, rows: int, centre: Point, radius: float, room: Room) -> Cells:
    """Rings of the levels, what is reached as a filled shape, what is asked as a line over it."""
    count = len(areas)
    rings, reached, asked = (Layer(room.width, rows, is_whole=bool(room.glyphs.plotted)) for _ in range(3))
    for level in range(1, end + 1):
        rings.outline([_at(number, count, level / end, centre, radius) for number in range(count)])
    reached.fill([_at(number, count, (row.you or 0) / end, centre, radius) for number, row in enumerate(areas)])
    asked.outline([_at(number, count, row.target / end, centre, radius) for number, row in enumerate(areas)])
    return [
        [_cell(rings.bits(x, y), reached.bits(x, y), asked.bits(x, y), room.glyphs) for x in range(room.width)]
        for y in range(rows)
    ]


def _cell(ring: int, reached: int, asked: int, glyphs: Glyphs) -> tuple[str, str]:
    """The character of a cell and its style; where the line crosses the shape, the shape is the ground."""
    if asked:
        ground = " on $primary" if reached.bit_count() > 1 else ""
        return glyphs.plotted[1:] or QUARTERS[asked], f"$accent{ground}"
    if reached:
        return glyphs.plotted[:1] or QUARTERS[reached], "$primary"
    return (glyphs.open, "$bar-rest") if ring else (" ", "")


def _at(number: int, count: int, share: float, centre: Point, radius: float) -> Point:
    """The point of an area, the first one at the top, clockwise; a cell is half as wide as it is high."""
    angle = 2 * pi * number / count
    return centre[0] + 2 * radius * share * sin(angle), centre[1] - radius * share * cos(angle)


def _label(cells: Cells, row: AreaRow, point: Point, centre: Point, room: Room) -> None:
    """Write the name of an area outside the rim, on two lines where one is too short, if there is room for it."""
    x, y = round(point[0]), min(max(round(point[1]), 0), len(cells) - 1)
    off = point[0] - centre[0]
    is_middle = abs(off) < 1
    space = room.width - 2 if is_middle else room.width - x - 2 if off > 0 else x - 1
    names = _lines(prose(row.title), max(4, space), room.glyphs)
    style = "$text-muted" if row.you is None else "$text-success" if is_reached(row) else ""
    above = len(names) - 1 if y < centre[1] - 1 else 0
    for first in (y - above, y - above + (1 if y > centre[1] else -1)):
        starts = [_start(x, off, width_of(name), is_middle=is_middle) for name in names]
        places = [(first + n, min(max(start, 0), room.width - width_of(names[n]))) for n, start in enumerate(starts)]
        if all(_is_free(cells, place, width_of(name)) for place, name in zip(places, names, strict=True)):
            for (line, start), name in zip(places, names, strict=True):
                cells[line][start : start + width_of(name)] = [(name, style), *[("", "")] * (width_of(name) - 1)]
            return


def _lines(text: str, width: int, glyphs: Glyphs) -> list[str]:
    """A name on one line, or on two, cut where that is still too little."""
    if width_of(text) <= width:
        return [text]
    first = Content(text).wrap(width)[0].plain.rstrip()
    return [cut(line, width, glyphs) for line in (first, text[len(first) :].strip()) if line]


def _start(x: int, off: float, width: int, *, is_middle: bool) -> int:
    return x - width // 2 if is_middle else x + 2 if off > 0 else x - 1 - width


def _is_free(cells: Cells, place: tuple[int, int], width: int) -> bool:
    line, start = place
    return 0 <= line < len(cells) and all(text == " " for text, _ in cells[line][start : start + width])


def _legend(end: int, room: Room) -> Content:
    you, asked = tuple(room.glyphs.plotted or "█▚")
    return Content.assemble(
        (f" {you} ", "$primary"),
        ("you  ", "$text-muted"),
        (f"{asked} ", "$accent"),
        (f"asked  {room.glyphs.open} levels up to {end}", "$text-muted"),
    )
