"""Areas as bars with the target as a tick, and roles by grades as a table of shades."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from textual.content import Content

from skillgap.core.report import AreaRow, GradeCell, Report, RoleRow
from skillgap.core.trace import points_text
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.results_verdict import COLOURS, mark_of
from skillgap.ui.text import Glyphs, bar, cut
from skillgap.ui.widgets.row_sheet import Row

WIDEST_TITLE = 34
CELL, WIDEST_CELL = 10, 16
"""Cells of one grade in the table of roles."""


def area_heads(report: Report, room: Room) -> list[Content]:
    """Give the heading of the areas."""
    names = _title_width(report, room)
    figures = "  you/asked  costs" + ("  rated" if _has_rated(room) else "")
    width = max(0, room.width - names - len(figures))
    legend = "level" if width >= 8 else ""
    return [Content.styled(f"{'Area':<{names}}{legend:<{width}}{figures}"[: room.width], "$text-muted")]


def area_rows(report: Report, top: int, room: Room) -> list[Row]:
    """Give a row for each area; bars run from level 0 to the highest one in sight, at most the `top` of the scale."""
    highest = max((max(row.target, row.you or 0) for row in report.areas), default=1)
    return [Row(_area(row, report, min(top, max(1, ceil(highest))), room), row.id) for row in report.areas]


def _area(row: AreaRow, report: Report, top: int, room: Room) -> Content:
    names = _title_width(report, room)
    you = room.glyphs.aside if row.you is None else f"{row.you:.1f}"
    figures = f"  {you:>4}/{row.target:.1f}  {points_text(row.loss):>6}"
    if _has_rated(room):
        figures += f"  {f'{row.rated}/{row.skills}':>5}"
    width = max(4, room.width - names - 1 - len(figures))
    title = Content(cut(prose(row.title), names - 1, room.glyphs))
    title = title.pad_right(names - title.cell_length)
    style = "$text-muted" if row.you is None else ""
    return Content.assemble(title.stylize(style), ticked_bar(row, top, width, room.glyphs), " ", (figures, style))


def _title_width(report: Report, room: Room) -> int:
    longest = max((Content(prose(row.title)).cell_length for row in report.areas), default=10)
    return max(10, min(longest + 2, WIDEST_TITLE, room.width // 2))


def _has_rated(room: Room) -> bool:
    return room.width >= 72


def ticked_bar(row: AreaRow, top: int, width: int, glyphs: Glyphs) -> Content:
    """Draw the level of an area with a tick where the target is: what lies between is missing."""
    goal = min(round(row.target / top * width), width - 1)
    filled, rest = bar((row.you or 0) / top, width, glyphs)
    missing = max(0, goal - len(filled))
    style = "$success" if row.you is not None and row.you >= row.target - 0.005 else "$primary"
    if len(filled) > goal:  # the tick stands within what is reached
        before, after = filled[:goal], filled[goal + 1 :]
        pieces = (before, style), (glyphs.tick, "bold $background on $success"), (after, style)
        return Content.assemble(*pieces, " " * (width - len(filled)))
    blank = " " * (width - len(filled) - missing - 1)
    return Content.assemble(
        (filled, style), (rest[:missing], "$panel-lighten-1"), (glyphs.tick, "bold $text-accent"), blank
    )


def grades_of(report: Report) -> tuple[str, ...]:
    """Give the ids of all grades, in the order of the roles' own."""
    return tuple(dict.fromkeys(cell.id for row in report.roles for cell in row.grades))


def role_heads(report: Report, titles: dict[str, str], room: Room, grade: str = "") -> list[Content]:
    """Give the heading of the table; `titles` names grades by id, `grade` is the one that can be chosen."""
    names, width = _role_width(report, room), _cell_width(report, room)
    heads = [Content.styled(f"{'Role':<{names}}", "$text-muted")]
    for name in grades_of(report):
        words = next((word for word in (titles.get(name, name), name) if len(word) < width), name)
        title = Content(cut(prose(words), width - 1, room.glyphs))
        style = "bold underline $text-accent" if name == grade else "$text-muted"
        heads.append(Content.assemble(title.stylize(style), " " * (width - title.cell_length)))
    tail = Content.styled("  range   like" if _has_range(report, room) else "", "$text-muted")
    return [Content.assemble(*heads, tail)]


def role_rows(report: Report, room: Room) -> list[Row]:
    """Give a row for each role, the closest first."""
    rows = [Row(_role(row, report, room), row.id) for row in report.roles]
    return [*rows, Row(Content("")), *(Row(line) for line in legend(report, room))]


def _role(row: RoleRow, report: Report, room: Room) -> Content:
    glyphs, names, width = room.glyphs, _role_width(report, room), _cell_width(report, room)
    by_id = {cell.id: cell for cell in row.grades}
    is_target = row.id == report.target.role
    cells = [
        _cell(by_id.get(name), width, glyphs, is_target=is_target and name == report.target.grade)
        for name in grades_of(report)
    ]
    title = Content(cut(prose(row.name), names - 1, glyphs)).stylize("bold" if is_target else "")
    tail = Content("")
    if _has_range(report, room) and row.low is not None and row.high is not None:
        like = f" {glyphs.tie} {len(row.ties)}" if row.ties else ""
        tail = Content.styled(f"  {row.low:.0f}-{row.high:.0f}  {like}", "$text-muted")
    return Content.assemble(title.pad_right(names - title.cell_length), *cells, tail)


def _cell(cell: GradeCell | None, width: int, glyphs: Glyphs, *, is_target: bool) -> Content:
    """A verdict and a number on a ground of its colour; nothing where a role has no such grade."""
    if cell is None:
        return Content(" " * width)
    value = f"{glyphs.aside:>3}" if cell.readiness is None else f"{cell.readiness:3.0f}"
    text = f"{glyphs.target if is_target else ' '}{mark_of(cell.verdict, glyphs)} {value}"
    colour = COLOURS.get(cell.verdict)
    style = f"$text-{colour} on ${colour}-muted" if colour else "$text-muted"
    return Content.assemble((f"{text:<{width - 1}}", f"bold {style}" if is_target else style), " ")


def _cell_width(report: Report, room: Room) -> int:
    """As wide as there is room for."""
    grades = max(1, len(grades_of(report)))
    return max(CELL, min(WIDEST_CELL, (room.width - _longest_role(report) - 14) // grades))


def _longest_role(report: Report) -> int:
    longest = max((Content(prose(row.name)).cell_length for row in report.roles), default=10)
    return min(longest + 2, WIDEST_TITLE)


def _role_width(report: Report, room: Room) -> int:
    return max(8, min(_longest_role(report), room.width - _cell_width(report, room) * len(grades_of(report))))


def _has_range(report: Report, room: Room) -> bool:
    figures = _role_width(report, room) + _cell_width(report, room) * len(grades_of(report))
    return room.width >= figures + 14


def legend(report: Report, room: Room) -> Iterator[Content]:
    """Say what the marks mean, and which roles cannot be told apart."""
    glyphs = room.glyphs
    meaning = f"{glyphs.done} meets  {glyphs.partly} close  {glyphs.empty} not yet  {glyphs.aside} too few answers"
    for line in Content(f"{meaning}  {glyphs.target} your target").wrap(room.width):
        yield line.stylize("$text-muted")
    for number, text in enumerate(ties(report)):
        if not number:
            note = f"{glyphs.tie} tie: the order depends on weights, and they are only known within a quarter"
            yield from (line.stylize("$text-muted") for line in Content(note).wrap(room.width))
        yield from Content(text).wrap(room.width)


def ties(report: Report) -> Iterator[str]:
    """Say which roles cannot be told apart from the closest one and from the target."""
    names = {row.id: prose(row.name) for row in report.roles}
    for row in report.roles:
        if row.ties and row.id in (report.roles[0].id, report.target.role):
            yield f"{names[row.id]} ties with {_listed([names.get(other, other) for other in row.ties])}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
