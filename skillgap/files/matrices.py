"""Competency matrices in CSV: read as spreadsheets write them, turned into a pack file that was checked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from skillgap.core.matrix import Cell, Row, Sheet
from skillgap.core.matrix.reading import tidy
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import BadInput, Problem
from skillgap.files.parts import Source, parse_parts
from skillgap.files.rubrics import checked
from skillgap.files.toml import Inline, dump, read_text
from skillgap.files.toml.bounds import MAX_LINES
from skillgap.files.toml.reading import LIMIT

MOST_CELLS = 200_000
_SAMPLE = 200
"""Rows that are looked at to find the separator."""
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # how a spreadsheet program states it
_Record = tuple[int, list[str]]


def read_matrix(path: Path, separator: str | None = None, heading_row: int | None = None) -> Sheet:
    """Read a CSV file: UTF-8 with or without a mark; the separator and the row of headings are found when not given.

    The headings stand in the first row with two filled cells; an empty or repeated one gets the number of its column.
    Raises BadInput for what is no table, CannotAccess for what cannot be read.
    """
    text = read_text(path)
    file = shown(str(path))
    stated = _SEPARATOR_LINE.match(text)
    text = text[stated.end() :] if stated else text
    mark = separator or (stated[1] if stated else _separator(text))
    records = list(_bounded(_records(text, mark, file, 2 if stated else 1), file))
    place = _heading_place(records, heading_row)
    if place is None or place + 1 >= len(records):
        raise _no_table(
            file, "there is no row below a heading", "put the headings in the first row, separated by commas"
        )
    return _sheet(records, place, mark)


def _bounded(records: Iterator[_Record], file: str) -> Iterator[_Record]:
    """The rows that hold something, as long as there are not too many of them or of their cells."""
    count = 0
    for number, cells in records:
        if number > MAX_LINES:
            raise _no_table(file, f"more than {MAX_LINES:,} rows", "delete the empty ones, or split the sheet")
        if any(cells):
            count += len(cells)
            if count > MOST_CELLS:
                raise _no_table(file, f"more than {MOST_CELLS:,} cells", "split the sheet")
            yield number, cells


def _no_table(file: str, what: str, remedy: str, line: int = 1) -> BadInput:
    return BadInput([Problem(file, line, 1, what, remedy)])


def _records(text: str, separator: str, file: str, first: int) -> Iterator[_Record]:
    """The rows with their numbers; cells are stripped of blanks at their ends."""
    csv.field_size_limit(len(text) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, first):
            yield number, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise _no_table(file, f"this is not CSV: {error}", "export the sheet again as CSV", reader.line_num) from None


def _separator(text: str) -> str:
    """The mark by which most rows are as wide as the first, and that one widest; a comma when none parts anything."""
    best = (0.0, 0, ",")
    for mark in SEPARATORS.values():
        try:
            rows = [cells for _, cells in islice(_records(text, mark, "", 1), _SAMPLE)]
        except BadInput:
            continue
        filled = [cells for cells in rows if sum(map(bool, cells)) > 1]
        if filled:
            width = len(filled[0])
            share = sum(len(cells) == width for cells in rows if any(cells)) / len(rows)
            best = max(best, (round(share, 1), width, mark))
    return best[2]


def _heading_place(records: Sequence[_Record], row: int | None) -> int | None:
    wanted = (number == row if row else sum(map(bool, cells)) > 1 for number, cells in records)
    return next((place for place, found in enumerate(wanted) if found), None)


def _sheet(records: Sequence[_Record], place: int, separator: str) -> Sheet:
    row, cells = records[place]
    below = records[place + 1 :]
    left = [_above(number, found) for number, found in records[:place]]
    columns = _columns([tidy(cell).text for cell in cells], below)
    rows: list[Row] = []
    joined = 0
    for number, found in below:
        tidied = {name: tidy(found[column]) for column, name in columns.items() if column < len(found)}
        rows.append(Row(number=number, cells={name: one.text for name, one in tidied.items()}))
        joined += sum(one.is_joined for one in tidied.values())
        left += [_invisible(number, name, one.invisible) for name, one in tidied.items() if one.invisible]
        left += _ragged(number, found, cells)
    names = tuple(columns.values())
    return Sheet(
        headings=names, rows=tuple(rows), separator=separator, heading_row=row, joined=joined, left=tuple(left)
    )


def _columns(headings: list[str], below: Sequence[_Record]) -> dict[int, str]:
    """A name for each column that holds anything: all different, so that each can be called by its own."""
    names: dict[int, str] = {}
    for column, heading in enumerate(headings):
        is_used = bool(heading) or any(column < len(cells) and cells[column] for _, cells in below)
        name = heading if heading and headings.count(heading) == 1 else f"{heading} (column {column + 1})".strip()
        if is_used:
            names[column] = name if name not in names.values() else f"{name} (column {column + 1})"
    return names


def _above(number: int, cells: Sequence[str]) -> Cell:
    text = " ".join(filter(None, cells))
    return Cell(row=number, column="", text=text, why="stands above the headings: not used")


def _invisible(number: int, column: str, invisible: str) -> Cell:
    codes = ", ".join(sorted({f"U+{ord(char):04X}" for char in invisible}))
    return Cell(row=number, column=column, text="", why=f"invisible characters were taken out ({codes})")


def _ragged(number: int, cells: Sequence[str], headings: Sequence[str]) -> Iterator[Cell]:
    for column in range(len(headings), len(cells)):
        if cells[column]:
            why = "is beyond the last heading: not used"
            yield Cell(row=number, column=f"column {column + 1}", text=cells[column], why=why)
    if len(cells) < len(headings) and any(cells):
        why = f"has {len(cells)} of {len(headings)} cells: the others count as empty"
        yield Cell(row=number, column="", text="", why=why)


def pack_text(data: dict[str, Any], header: str) -> str:
    """Write the data of a pack made from a matrix as TOML, a target to a line."""
    roles = [{**role, "targets": [Inline(target) for target in role["targets"]]} for role in data["role"]]
    comment = "".join(f"# {line}\n" for line in header.splitlines())
    return f"{comment}{dump({**data, 'role': roles})}"


def check_text(file: Path, text: str) -> Pack:
    """Read the text of a pack that is yet to be written as `file`. Raises BadInput for what would not be read later."""
    name = shown(str(file))
    if (size := len(text.encode())) > LIMIT:
        what = f"the pack would be {size // 2**20} MiB, and at most {LIMIT // 2**20} MiB are read"
        raise BadInput([Problem(name, 0, 0, what, "split the sheet")])
    return checked(parse_parts((Source(name, file.name, text),)))
