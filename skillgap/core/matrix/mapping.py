"""A sheet as it was read, and which of its columns holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from skillgap.core.records import dataclass

_NUMBERED = re.compile(r"[^0-9]{0,30}?([0-9]{1,2})(?![0-9%])[\s_.:–—()-]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that was not used as it stood, and why; rows count from 1 as in the spreadsheet."""

    row: int
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of a row by the heading of their column."""

    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """Give the text of a cell; empty without such a column."""
        return self.cells.get(column, "")

    @property
    def filled(self) -> tuple[str, ...]:
        """The columns that hold something."""
        return tuple(column for column, text in self.cells.items() if text)

    @property
    def repeats_headings(self) -> bool:
        """Whether each cell that holds something holds the heading of its column."""
        return all(self.text(column) == column for column in self.filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: headings, which are all different, and the rows below them."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str = ","
    heading_row: int = 1
    joined: int = 0
    """Cells of several lines that were joined into one."""
    left: tuple[Cell, ...] = ()
    """What could not be used as it stood."""
    rows_of_levels: int = 0
    """Rows that each described one level, before there was a column for each."""

    def texts(self, column: str) -> list[str]:
        """Give what stands in a column, without its empty cells."""
        return [text for row in self.rows if (text := row.text(column))]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLevels:
    """The columns of a list that has a row for each level of a skill."""

    skill: str
    area: str = ""
    level: str
    """Says which level a row describes."""
    text: str
    """Says what that level does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetColumn:
    """A column of required levels for one grade of one role."""

    role: str
    grade: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what. Columns are named by their heading."""

    skill: str = ""
    area: str = ""
    """Without one, all skills go into one area."""
    definition: str = ""
    weight: str = ""
    levels: tuple[str, ...] = ()
    """Columns of anchors, lowest level first."""
    has_zero: bool = False
    """The first level column describes level 0; else a level 0 is added."""
    targets: tuple[TargetColumn, ...] = ()
    ladder: str = ""
    """A role that has each level above 0 as a grade, which asks for that level of every skill."""
    fill_down: bool = False
    """An empty area is the one above, as a merged cell leaves it."""
    area_rows: bool = False
    """A row with a single filled cell is the heading of an area."""
    mark: int | None = None
    """The required level that an x stands for."""

    @property
    def used(self) -> tuple[str, ...]:
        """Every column that is used, once for each use."""
        named = (self.skill, self.area, self.definition, self.weight, *self.levels)
        return tuple(filter(None, (*named, *(target.column for target in self.targets))))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the levels, level 0 first: the headings without their numbers where that leaves names."""
        short = [level_name(heading) for heading in self.levels]
        names = short if len({name.casefold() for name in short}) == len(short) else list(self.levels)
        return tuple(names if self.has_zero else ["Not yet", *names])

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.levels) - self.has_zero

    @property
    def numbers(self) -> dict[int, int]:
        """What a number in a cell means: a level by the number in its heading if all have one, else by its place."""
        first = 0 if self.has_zero else 1
        found = [heading_number(heading) for heading in self.levels]
        given = [number for number in found if number is not None]
        if len(set(given)) != len(self.levels):
            return {level: level for level in range(self.top + 1)}
        return {0: 0} | {number: level for level, number in enumerate(given, first)}


def heading_number(heading: str) -> int | None:
    """Give the number in a heading such as "Level 1", "L2", "3 - Advanced" or "E4 Senior", if it has one."""
    match = _NUMBERED.fullmatch(heading)
    return int(match[1]) if match else None


def level_name(heading: str) -> str:
    """Give the name in such a heading; the whole heading where there is nothing but a number."""
    match = _NUMBERED.fullmatch(heading)
    return (match[2].rstrip(" )") if match else "") or heading
