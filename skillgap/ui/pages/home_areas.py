"""The areas on Home: how far the answers go, what they come to, and the shape that they make."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from skillgap.core.report import AreaRow, Report
from skillgap.ui.pages.results_profile import can_be_drawn, profile_page
from skillgap.ui.text import bar, cut, safe, spread

if TYPE_CHECKING:
    from skillgap.core.rubric import Area
    from skillgap.ui.pages.room import Room
    from skillgap.ui.session import Session

GAP = 4
COLUMNS = 70
"""Cells from which the areas stand in two columns, unless a third of the rows holds them all."""
TALLEST_CHART = 30
"""Rows of the chart at most."""


def title(text: str, note: str, room: Room) -> Content:
    """Give a heading with a note at its end."""
    return spread(Content.styled(text, "bold $text-primary"), Content.styled(note, "$text-muted"), room.width)


def by_area(session: Session, report: Report | None, room: Room) -> list[Content]:
    """How far the answers go; once they are complete, what they come to."""
    is_tall = len(session.interview.areas) <= room.height // 3
    columns = 2 if room.width >= COLUMNS and not is_tall else 1
    each = room.narrowed((room.width - GAP * (columns - 1)) // columns)
    if report is not None and session.interview.is_complete:
        heading = title("Readiness by area", "level / asked", room)
        cells = [_area_level(row, each) for row in report.areas]
    else:
        heading = title("Answers by area", f"{len(session.interview.areas)} areas", room)
        cells = [_area(session, area, each) for area in session.interview.areas]
    if columns == 1:
        return [heading, *cells]
    rows = -(-len(cells) // columns)
    pairs = zip_longest(cells[:rows], cells[rows:], fillvalue=Content(""))
    return [heading, *(Content.assemble(one, " " * (each.width - one.cell_length + GAP), two) for one, two in pairs)]


def _area(session: Session, area: Area, room: Room) -> Content:
    marks, skills = room.glyphs, session.interview.of_area(area.id)
    done = sum(session.interview.status(skill.id) != "open" for skill in skills)
    mark, style = (marks.partly, "") if done else (marks.empty, "$text-muted")
    if done == len(skills):
        mark, style = marks.done, "$text-success"
    tail = f"{done}/{len(skills)}"
    name = cut(safe(area.title, 80), room.width - 12 - len(tail), marks)
    full, rest = bar(done / len(skills), 7, marks)
    left = Content.assemble((f"{mark} ", style), (name, style))
    return spread(left, Content.assemble((full, "$primary"), (rest, "$bar-rest"), f" {tail}"), room.width)


def _area_level(row: AreaRow, room: Room) -> Content:
    you = "  n/a" if row.you is None else f"{row.you:5.1f}"
    tail = f"{you}/{row.target:.1f}"
    name = cut(safe(row.title, 80), room.width - 10 - len(tail), room.glyphs)
    full, rest = bar((row.readiness or 0) / 100, 7, room.glyphs)
    bars = Content.assemble((full, "$primary"), (rest, "$bar-rest"), tail)
    return spread(Content.assemble("  ", name), bars, room.width)


def chart_of(session: Session, report: Report | None, room: Room) -> list[Content]:
    """The areas as one shape, where there is room for it and everything is answered."""
    if report is None or not session.interview.is_complete or not can_be_drawn(report, room):
        return []
    return profile_page(report, session.loaded.pack.scale.top, room)
