"""A list with a row for each level of a skill, turned into a table with a column for each level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from skillgap.core.matrix.mapping import Cell, Row, RowLevels, Sheet
from skillgap.core.records import dataclass

Key = tuple[str, str]


@dataclass(slots=True)
class _Skill:
    """What the rows of a skill say so far."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """The text of each level, by its heading."""


def keyed(sheet: Sheet, skill: str, area: str) -> Iterator[tuple[Key | None, Row]]:
    """Give each row with the skill and area it is about; one that names no skill is about the skill above.

    None for a row with less than two cells, such as the heading of an area, and for headings that are repeated.
    """
    key = ("", "")
    for row in sheet.rows:
        if len(row.filled) < 2 or row.repeats_headings:
            yield None, row
            continue
        name, where = row.text(skill).casefold(), row.text(area).casefold()
        if name and (name != key[0] or where):
            key = (name, where)
        yield key, row


def widen(sheet: Sheet, rows: RowLevels, order: Sequence[str]) -> Sheet:
    """Give the sheet with a row for each skill, numbered as its first, and a column for each level of `order`.

    `order` has the levels as they stand in the cells, lowest first. A row that names no skill belongs to the one above,
    as merged cells leave it. What cannot be brought over is listed with its place, as is a column that differs from
    level to level.
    """
    headings = _level_headings(sheet, rows, order)
    work = _Widening(sheet, rows, headings)
    for key, row in keyed(sheet, rows.skill, rows.area):
        work.add(key, row)
    kept = [name for name in sheet.headings if name not in (rows.level, rows.text) and name not in work.differing]
    differ = (
        Cell(row=sheet.heading_row, column=name, text="", why="differs between the levels of a skill: not used")
        for name in sheet.headings
        if name in work.differing
    )
    wide = (row if isinstance(row, Row) else _row(row, kept, headings) for row in work.rows)
    names = tuple(dict.fromkeys(headings.values()))
    return replace(
        sheet,
        headings=(*kept, *names),
        rows=tuple(wide),
        left=(*sheet.left, *differ, *work.left),
        rows_of_levels=len(sheet.rows),
    )


def _level_headings(sheet: Sheet, rows: RowLevels, order: Sequence[str]) -> Mapping[str, str]:
    """Give the heading of each level's column by the level in lower case: "Level 2" for a bare 2 under Level."""
    taken = set(sheet.headings)
    headings = {}
    for level in order:
        name = f"{rows.level} {level}" if level.isdigit() else level
        while name in taken:
            name = f"{name} ({rows.level})"
        taken.add(name)
        headings[level.casefold()] = name
    return headings


def _row(skill: _Skill, kept: Sequence[str], headings: Mapping[str, str]) -> Row:
    cells = {name: skill.cells.get(name, "") for name in kept}
    return Row(number=skill.number, cells=cells | {name: skill.texts.get(name, "") for name in headings.values()})


class _Widening:
    """Skills so far, and rows between them that describe no level."""

    def __init__(self, sheet: Sheet, rows: RowLevels, headings: Mapping[str, str]) -> None:
        self.columns = rows
        self.headings = headings
        self.others = [name for name in sheet.headings if name not in (rows.level, rows.text)]
        self.rows: list[Row | _Skill] = []
        self.left: list[Cell] = []
        self.differing: set[str] = set()
        self._skills: dict[Key, _Skill] = {}

    def add(self, key: Key | None, row: Row) -> None:
        """Take a row in."""
        if key is None:
            self.rows.append(row)
            return
        if key not in self._skills:
            self._skills[key] = _Skill(row.number)
            self.rows.append(self._skills[key])
        skill = self._skills[key]
        for name in self.others:
            self._note(skill, name, row.text(name))
        self._level(skill, row)

    def _note(self, skill: _Skill, name: str, text: str) -> None:
        if text and skill.cells.setdefault(name, text).casefold() != text.casefold():
            self.differing.add(name)

    def _level(self, skill: _Skill, row: Row) -> None:
        level, text = row.text(self.columns.level), row.text(self.columns.text)
        heading = self.headings.get(level.casefold())
        if heading and not skill.texts.get(heading):
            skill.texts[heading] = text
        elif text:
            why = f"a second text for {heading}: not used" if heading else "of no level: not used"
            self.left.append(Cell(row=row.number, column=self.columns.text, text=text, why=why))
