"""The table of gaps, in the order that a person wants, and the lists of what is not rated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from skillgap.core.names import counted
from skillgap.core.reading import inferred_text, note_blocks, unrated
from skillgap.core.records import dataclass
from skillgap.core.report import Report, SkillRow
from skillgap.core.scoring import State
from skillgap.core.text import cells
from skillgap.core.trace import points_text
from skillgap.ui.actions.common import TARGET
from skillgap.ui.actions.results import CLEAR, MUST_HAVES
from skillgap.ui.pages.room import Room, call
from skillgap.ui.text import cut, prose, spread, wrapped
from skillgap.ui.widgets.row_sheet import Row

_WITH_HOURS, WITH_WEIGHT, _WITH_WHY = 54, 70, 104
_WIDEST_NAME = 44
_LOWERS = "lowers the coverage, costs nothing"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures, right-aligned."""

    title: str
    width: int
    text: Callable[[SkillRow], str]
    sort: str = ""
    """The order that a click on its title gives."""


def columns(room: Room) -> tuple[Column, ...]:
    """Give the columns of figures that there is room for."""
    arrow, width = room.glyphs.right, 6 if room.width < WITH_WEIGHT else 7
    level = Column("level", width, lambda row: f"{row.level}{arrow}{row.target}")
    loss = Column("costs", width, lambda row: points_text(row.loss), "loss")
    hours = Column("hours", width, lambda row: f"{row.hours:g}", "hours")
    if room.width < WITH_WEIGHT:
        return (level, loss, hours) if room.width >= _WITH_HOURS else (level, loss)
    return level, loss, Column("weight", 8, lambda row: f"{row.weight:g}", "weight"), hours


def filter_heads(report: Report, words: str, count: int, room: Room, *, is_must: bool) -> list[Content]:
    """Say that not all gaps are seen, and how they are seen again; nothing where all are."""
    if not words and not (is_must and report.gaps):
        return []
    have = f'have "{cut(prose(words), 24, room.glyphs)}"' if words else ""
    of = " and ".join(filter(None, (have, "are must-haves" if is_must else "")))
    way = call(CLEAR, "shows all", room.key_of) if words else call(MUST_HAVES, "shows all", room.key_of)
    return [Content.assemble((f"  {count} of {len(report.gaps)} {of}   ", "bold $text-warning"), way)]


def no_gaps(report: Report, words: str, room: Room) -> list[Content]:
    """Say why the table is empty."""
    return wrapped(Content(_why_empty(report, words, room)), room.width)


def _why_empty(report: Report, words: str, room: Room) -> str:
    if words:
        return f'No gap has "{cut(prose(words), 40, room.glyphs)}". {room.key_of(CLEAR)} shows all gaps.'
    if report.gaps:
        return f"No must-have is missing. {room.key_of(MUST_HAVES)} shows all gaps."
    choose = f"{room.key_of(TARGET)} chooses a higher grade or another role."
    return f"No gaps: every rated skill meets what this profile asks. {choose}"


def gap_heads(report: Report, order: str, room: Room) -> list[Content]:
    """Give the heading of the table; the column that orders it is marked."""
    if not report.gaps:
        return []
    title = Content.styled("  Gap".ljust(name_width(report, room) + 2), "$text-muted")
    cells = [_head(column, column.sort == order) for column in columns(room)]
    rest = room.width - title.cell_length - sum(cell.cell_length for cell in cells) - 2
    words = "Area" if _shows_area(order, room) else "Why it stands here"
    tail = Content.styled(f"  {words}", "bold $text-accent" if order == "area" else "$text-muted")
    return [Content.assemble(title, *cells, tail if rest > 8 else "")]


def _shows_area(order: str, room: Room) -> bool:
    return order == "area" or room.width < _WITH_WHY


def _head(column: Column, is_order: bool) -> Content:
    style = "bold underline $text-accent" if is_order else "$text-muted"
    return Content.assemble(" " * (column.width - len(column.title)), (column.title, style))


def order_at(report: Report, room: Room, x: int) -> str:
    """Give the order that a click on the heading asks for; empty for none."""
    edge = name_width(report, room) + 2
    if x < edge:
        return "loss"
    for column in columns(room):
        edge += column.width
        if x < edge:
            return column.sort
    return "area"


def name_width(report: Report, room: Room) -> int:
    """Give the cells for names, as many as the longest needs where there is room."""
    figures = sum(column.width for column in columns(room))
    longest = max((Content(prose(row.name)).cell_length for row in report.gaps), default=10)
    return max(10, min(longest + 1, _WIDEST_NAME, room.width - figures - 2))


def gap_rows(report: Report, gaps: Sequence[SkillRow], order: str, room: Room) -> list[Row]:
    """Give a row for each gap."""
    width = name_width(report, room)
    areas = {area.id: prose(area.title) for area in report.areas}
    tails = {row.id: areas.get(row.area, "") if _shows_area(order, room) else why(row) for row in gaps}
    return [Row(_gap(row, tails[row.id], width, room), row.id) for row in gaps]


def _gap(row: SkillRow, tail: str, width: int, room: Room) -> Content:
    glyphs = room.glyphs
    mark = (f"{glyphs.must} ", "bold $text-error" if row.blocks else "$text-accent") if row.floor else "  "
    name = Content(cut(prose(row.name), width, glyphs))
    name = name.pad_right(width - name.cell_length)
    figures = [f"{column.text(row):>{column.width}}" for column in columns(room)]
    cells = Content.assemble(figures[0], (figures[1], "bold"), *figures[2:])
    rest = room.width - 2 - width - sum(map(len, figures)) - 2
    return Content.assemble(mark, name, cells, (f"  {cut(tail, rest, glyphs)}", "$text-muted") if rest > 8 else "")


def why(row: SkillRow) -> str:
    """Say why a gap stands where it does, beside its weight, which has a column of its own."""
    return prose(row.why).partition(", ")[2] or f"{counted(row.gap, 'level')} short"


def said_of(report: Report, row: SkillRow, *, with_weight: bool = False, width: int = 0) -> str:
    """Say in one line what a row of the table may have no room for; the area goes first where `width` is too little."""
    area = next((prose(area.title) for area in report.areas if area.id == row.area), "")
    again = f". Look again: {prose(row.look_again)}" if row.look_again else ""
    weight = f"weight {row.weight:g}, " if with_weight else ""
    reasons = f"{weight}{why(row)}{again}"
    whole = f"{area}: {reasons}"
    return whole if not width or cells(whole) <= width else f"{reasons[:1].upper()}{reasons[1:]}"


def open_rows(report: Report, room: Room) -> list[Row]:
    """Give the rows of what is not rated: open skills, then those put aside, each with what it is."""
    rows: list[Row] = []
    is_inferred = any(row.inferred is not None for row in report.skills)
    title_of_open = f"Open: {'inferred from your other answers, never stored' if is_inferred else _LOWERS}"
    blocks: tuple[tuple[State, str], ...] = (("unanswered", title_of_open), ("not-applicable", "Not applicable"))
    for state, title in blocks:
        found = unrated(report, state)
        if found:
            rows += [Row(Content(""))] if rows else []
            rows.append(Row(Content.styled(f"{title} ({len(found)})", "bold $text-primary")))
            rows += [Row(_unrated(row, report, room), row.id) for row in found]
    return rows or [Row(Content.styled("Every skill of this profile is rated.", "$text-muted"))]


def _unrated(row: SkillRow, report: Report, room: Room) -> Content:
    glyphs = room.glyphs
    mark = glyphs.empty if row.state == "unanswered" else glyphs.aside
    must = (f"{glyphs.must} ", "$text-accent") if row.floor else "  "
    area = next((prose(area.title) for area in report.areas if area.id == row.area), "")
    reason = prose(row.reason or "no reason given") if row.state == "not-applicable" else area
    asked = f"asked {row.target}, weight {row.weight:g}" if row.inferred is None else f"asked {row.target}"
    tail = Content.styled(f"  {', '.join(filter(None, (_inferred(row, room), asked)))}", "$text-muted")
    width = room.width - tail.cell_length
    name = cut(prose(row.name), min(_WIDEST_NAME, width - 6), glyphs)
    left = Content.assemble(f" {mark} ", must, name)
    more = width - left.cell_length - 3
    if more > 8:
        left = Content.assemble(left, (f"   {cut(reason, more, glyphs)}", "$text-muted"))
    return spread(left, tail, room.width)


def _inferred(row: SkillRow, room: Room) -> str:
    """The inferred level; in little room without the word, which stands above the list."""
    text = inferred_text(row)
    return text if room.width >= WITH_WEIGHT else text.removeprefix("inferred ").removeprefix("about ")


def note_rows(report: Report, room: Room) -> list[Row]:
    """Give notes, role ties, advice and what the numbers rest on, as prose."""
    return [Row(line) for line in _notes(report, room)]


def _notes(report: Report, room: Room) -> Iterator[Content]:
    is_first = True
    for title, texts in note_blocks(report):
        if not is_first:
            yield Content("")
        is_first = False
        yield Content.styled(title, "bold $text-primary")
        for text in texts:
            first, *rest = wrapped(Content(prose(text)), min(room.width, 100) - 4) or [Content("")]
            yield Content.assemble((f"  {room.glyphs.dot} ", "$text-muted"), first)
            yield from (Content.assemble("    ", line) for line in rest)
