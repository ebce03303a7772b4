"""Areas as bars with the target as a tick."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from textual.content import Content

from skillgap.core.report import AreaRow, Report
from skillgap.core.trace import points_text
from skillgap.ui.pages.room import Room
from skillgap.ui.text import Glyphs, bar, cut, prose
from skillgap.ui.widgets.row_sheet import Row

_WIDEST_TITLE = 34
_SHORTEST_BAR, _LEGEND = 11, 16
"""Cells that a bar has at least, and from which its heading says what the tick is."""
_OVER = "$block-cursor-background on $block-cursor-foreground"


def area_heads(report: Report, room: Room) -> list[Content]:
    """Give the heading of the areas."""
    names, figures = _title_width(report, room), _figures(room)
    width = max(0, room.width - names - len(figures))
    head = Content.styled(f"{'Area':<{names}}", "$text-muted")
    asked = (
        Content.assemble("  ", (room.glyphs.tick, "bold $text-accent"), "asked") if width >= _LEGEND else Content("")
    )
    legend = Content.assemble("level", asked).pad_right(max(0, width - 5 - asked.cell_length))
    return [Content.assemble(head, legend.stylize_before("$text-muted"), (figures, "$text-muted"))]


def _figures(room: Room) -> str:
    return "  you/asked   costs" + ("  rated" if _has_rated(room) else "")


def area_rows(report: Report, top: int, room: Room) -> list[Row]:
    """Give a row for each area; bars run from level 0 to the highest one in sight, at most the `top` of the scale."""
    end = scale_end(report.areas, top)
    return [
        Row(_area(row, report, end, room), row.id, _area(row, report, end, room, is_pointed=True))
        for row in report.areas
    ]


def scale_end(areas: Sequence[AreaRow], top: int) -> int:
    """Give the level at the end of bars and at the rim of the chart: the highest in sight, at most the `top`."""
    highest = max((max(row.target, row.you or 0) for row in areas), default=1)
    return min(top, max(1, ceil(highest)))


def is_reached(row: AreaRow) -> bool:
    """Whether an area comes to what is asked, to the figures that are shown."""
    return row.you is not None and row.you >= row.target - 0.005


def _area(row: AreaRow, report: Report, top: int, room: Room, *, is_pointed: bool = False) -> Content:
    names = _title_width(report, room)
    you = room.glyphs.aside if row.you is None else f"{row.you:.1f}"
    figures = f"  {f'{you}/{row.target:.1f}':>9}  {points_text(row.loss):>6}"
    if _has_rated(room):
        figures += f"  {f'{row.rated}/{row.skills}':>5}"
    width = max(4, room.width - names - 1 - len(figures))
    title = Content(cut(prose(row.title), names - 1, room.glyphs))
    title = title.pad_right(names - title.cell_length)
    style = "$text-muted" if row.you is None and not is_pointed else ""
    levels = _ticked_bar(row, top, width, room.glyphs, is_pointed=is_pointed)
    return Content.assemble(title.stylize(style), levels, " ", (figures, style))


def _title_width(report: Report, room: Room) -> int:
    longest = max((Content(prose(row.title)).cell_length for row in report.areas), default=10)
    return max(10, min(longest + 2, _WIDEST_TITLE, room.width - len(_figures(room)) - _SHORTEST_BAR))


def _has_rated(room: Room) -> bool:
    return room.width >= 72


def _ticked_bar(row: AreaRow, top: int, width: int, glyphs: Glyphs, *, is_pointed: bool = False) -> Content:
    """Draw the level of an area with a tick where the target is: what lies between is missing.

    Under the cursor everything is in the colour of its text: the ground may be that of the bar.
    """
    goal = min(round(row.target / top * width), width - 1)
    filled, rest = bar((row.you or 0) / top, width, glyphs)
    missing = max(0, goal - len(filled))
    colour = "$success" if is_reached(row) else "$primary"
    style, over, rest_style, tick = (
        ("", _OVER, "", "bold")
        if is_pointed
        else (colour, f"bold $background on {colour}", "$bar-rest", "bold $text-accent")
    )
    if len(filled) > goal:  # the tick stands within what is reached
        before, after = filled[:goal], filled[goal + 1 :]
        blank = " " * (width - len(filled))
        return Content.assemble((before, style), (glyphs.tick, over), (after, style), blank)
    blank = " " * (width - len(filled) - missing - 1)
    return Content.assemble((filled, style), (rest[:missing], rest_style), (glyphs.tick, tick), blank)
