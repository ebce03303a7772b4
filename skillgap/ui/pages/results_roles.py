"""Roles by grades: verdict and readiness of each, the chosen cell, and which roles cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from skillgap.core.report import GradeCell, Report, RoleRow
from skillgap.core.trace import CUT_OFFS, figure
from skillgap.ui.pages.results_verdict import COLOURS, mark_of
from skillgap.ui.pages.room import Room
from skillgap.ui.text import Glyphs, cut, prose
from skillgap.ui.widgets.row_sheet import Row

_WIDEST_NAME, _LEAST_NAME = 34, 12
CELL, _WORDED, _WIDEST_CELL = 10, 15, 16
"""Cells of one grade: at least, with the verdict in words as well, and at most."""
_RANGE = 14
"""Cells of the range and the ties behind the grades."""
WORDS = {"meets": "meets", "close": "close", "not-yet": "not yet"}
_POINTED = "bold $block-cursor-background on $block-cursor-foreground"
_TOO_FEW = "withheld"


def grades_of(report: Report) -> tuple[str, ...]:
    """Give the ids of all grades, in the order of the roles' own."""
    return tuple(dict.fromkeys(cell.id for row in report.roles for cell in row.grades))


def _grades_shown(report: Report, room: Room, grade: str = "") -> tuple[str, ...]:
    """Give the ids of the grades that fit, around `grade` or else the target's."""
    grades = grades_of(report)
    fit = max(1, (room.width - _LEAST_NAME) // CELL)
    focus = grade or report.target.grade
    place = grades.index(focus) if focus in grades else 0
    first = min(max(0, place - fit // 2), max(0, len(grades) - fit))
    return grades[first : first + fit]


def role_heads(report: Report, titles: dict[str, str], room: Room, grade: str = "") -> list[Content]:
    """Give the heading of the table; `titles` names grades by id, `grade` is the one that can be chosen."""
    names, width = _name_width(report, room), _cell_width(report, room)
    everyone, seen = grades_of(report), _grades_shown(report, room, grade)
    is_cut = everyone[:1] != seen[:1], everyone[-1:] != seen[-1:]
    before, after = (arrow if cut_off else " " for arrow, cut_off in zip(_arrows(room), is_cut, strict=True))
    heads = [Content.styled(f"{'Role':<{names - 1}}{before}", "$text-muted")]
    for name in seen:
        title = Content(_short_title(titles.get(name, name), name, width, room.glyphs))
        style = "bold underline $text-accent" if name == grade else "$text-muted"
        heads.append(Content.assemble(" ", title.stylize(style), " " * (width - 1 - title.cell_length)))
    tail = after + (" range   like" if _has_range(report, room) else "")
    return [Content.assemble(*heads, (tail.rstrip(), "$text-muted"))]


def _arrows(room: Room) -> tuple[str, str]:
    return room.glyphs.left, room.glyphs.right


def _short_title(title: str, grade: str, width: int, glyphs: Glyphs) -> str:
    """The title of a grade, or its beginning, or its id, whatever fits first."""
    words = (prose(title), prose(title.partition("/")[0].strip()), prose(title.partition("(")[0].strip()), prose(grade))
    fitting = (word for word in words if word and Content(word).cell_length <= width - 1)
    return next(fitting, cut(words[0], width - 1, glyphs))


def role_rows(report: Report, room: Room, grade: str = "") -> list[Row]:
    """Give a row for each role, the closest first; under the cursor the cell of `grade` stands out."""
    rows = [
        Row(_role(row, report, room, grade), row.id, _role(row, report, room, grade, is_pointed=True))
        for row in report.roles
    ]
    return [*rows, Row(Content("")), *(Row(line) for line in _legend(report, room))]


def _role(row: RoleRow, report: Report, room: Room, grade: str, *, is_pointed: bool = False) -> Content:
    glyphs, names, width = room.glyphs, _name_width(report, room), _cell_width(report, room)
    by_id = {cell.id: cell for cell in row.grades}
    is_mine = row.id == report.target.role
    cells: list[Content | str] = []
    for name in _grades_shown(report, room, grade):
        is_target = is_mine and name == report.target.grade
        text = _cell_text(by_id.get(name), width, glyphs, is_target=is_target)
        style = (_POINTED if name == grade else "") if is_pointed else _cell_style(by_id.get(name), is_target=is_target)
        click = Style.from_meta({"@click": f"screen.grade({name!r})"})
        cells += [Content.styled(text, style).stylize(click), " "]
    title = Content(cut(prose(row.name), names - 1, glyphs)).stylize("bold" if is_mine else "")
    tail = Content.styled(_range(row, report, glyphs), "" if is_pointed else "$text-muted")
    return Content.assemble(
        title.pad_right(names - title.cell_length), *cells, tail if _has_range(report, room) else ""
    )


def _range(row: RoleRow, report: Report, glyphs: Glyphs) -> str:
    """How far other weights would move the number, and how many roles it cannot be told from."""
    if row.low is None or row.high is None or _is_withheld(row, report):
        return ""
    like = len(_ties(row, report))
    return f"  {f'{row.low:.0f}-{row.high:.0f}':<6}" + (f"  {glyphs.tie} {like}" if like else "")


def _cell_text(cell: GradeCell | None, width: int, glyphs: Glyphs, *, is_target: bool) -> str:
    """Verdict and number, with the word where there is room; no number where too little is answered for one."""
    if cell is None:
        return " " * (width - 1)
    mark = glyphs.target if is_target else " "
    if cell.verdict == "no-profile":
        text = f"{mark}{glyphs.aside}"
    elif cell.readiness is None or cell.verdict not in WORDS:
        text = f"{mark}{_TOO_FEW}"
    else:
        word = f" {WORDS[cell.verdict]}" if width >= _WORDED else ""
        text = f"{mark}{mark_of(cell.verdict, glyphs)} {figure(cell.readiness, *CUT_OFFS):>3}{word}"
    return f"{text:<{width - 1}}"


def _cell_style(cell: GradeCell | None, *, is_target: bool) -> str:
    colour = COLOURS.get(cell.verdict) if cell else None
    style = f"$text-{colour} on ${colour}-muted" if colour else "$text-muted"
    return f"bold {style}" if is_target else style


def compared(row: RoleRow, report: Report) -> GradeCell | None:
    """Give the cell of a role at the grade that compares with the target's: of the same id, or else place."""
    mine = next((cell for cell in row.grades if cell.id == report.target.grade), None)
    if mine is not None or not row.grades:
        return mine
    own = next((other for other in report.roles if other.id == report.target.role), row)
    place = next((number for number, cell in enumerate(own.grades) if cell.id == report.target.grade), 0)
    return row.grades[min(place, len(row.grades) - 1)]


def _is_withheld(row: RoleRow, report: Report) -> bool:
    """Whether too little is answered to compare a role with others."""
    cell = compared(row, report)
    return cell is None or cell.verdict not in WORDS


def _name_width(report: Report, room: Room) -> int:
    return max(8, min(_longest(report), room.width - _cell_width(report, room) * _count(report, room)))


def _cell_width(report: Report, room: Room) -> int:
    """As wide as there is room for."""
    return max(CELL, min(_WIDEST_CELL, (room.width - _longest(report) - _RANGE) // _count(report, room)))


def _count(report: Report, room: Room) -> int:
    return max(1, len(_grades_shown(report, room)))


def _longest(report: Report) -> int:
    longest = max((Content(prose(row.name)).cell_length for row in report.roles), default=10)
    return min(longest + 2, _WIDEST_NAME)


def needed(report: Report) -> int:
    """Give the cells with which no name is cut."""
    return _longest(report) + CELL * len(grades_of(report))


def _has_range(report: Report, room: Room) -> bool:
    return room.width >= _name_width(report, room) + _cell_width(report, room) * _count(report, room) + _RANGE


def _legend(report: Report, room: Room) -> Iterator[Content]:
    """Say what the marks mean, and which roles cannot be told apart."""
    glyphs = room.glyphs
    meaning = f"{glyphs.done} meets  {glyphs.partly} close  {glyphs.empty} not yet  {glyphs.target} target"
    if any(cell.verdict == "withheld" for row in report.roles for cell in row.grades):
        meaning += f"  {_TOO_FEW}: few answers"
    for line in Content(meaning).wrap(room.width):
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
        tied = _ties(row, report)
        if tied and row.id in (report.roles[0].id, report.target.role):
            yield f"{names[row.id]} ties with {_listed([names[other] for other in tied])}."


def _ties(row: RoleRow, report: Report) -> list[str]:
    """Ids of roles that tie with one; none of those of which too little is answered."""
    known = {other.id for other in report.roles if not _is_withheld(other, report)}
    return [other for other in row.ties if other in known] if row.id in known else []


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
