"""Competency matrices in CSV: read as spreadsheets write them, turned into a pack file."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from skillgap.core.matrix import Row
from skillgap.errors import BadInput, Problem
from skillgap.files.toml import Inline, dump, read_text, shown

MOST_CELLS = 200_000
_DELIMITERS = ",;\t|"


def read_matrix(path: Path) -> tuple[list[str], list[Row]]:
    """Give the headings and the rows of a CSV file: UTF-8 with or without a mark, comma, semicolon, tab or bar.

    Raises BadInput for what is no table, CannotAccess for what cannot be read.
    """
    text = read_text(path)
    file = shown(str(path))
    csv.field_size_limit(len(text) + 1)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise BadInput([Problem(file, 1, 1, f"this is not CSV: {error}", "export the sheet again as CSV")]) from None
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if len(lines) < 2:
        raise BadInput([Problem(file, 1, 1, "there is no row below a heading", "put the headings in the first row")])
    if sum(map(len, lines)) > MOST_CELLS:
        raise BadInput([Problem(file, 1, 1, f"more than {MOST_CELLS} cells", "split the sheet")])
    headings = [" ".join(cell.split()) for cell in lines[0]]
    if twice := next((name for name in headings if name and headings.count(name) > 1), None):
        what = f'two columns are headed "{shown(twice)}"'
        raise BadInput([Problem(file, 1, 1, what, "give each its own heading")])
    return headings, [dict(zip(headings, line, strict=False)) for line in lines[1:]]


def dump_matrix(data: dict[str, Any]) -> str:
    """Write the data of a pack made from a matrix as TOML, a target to a line."""
    roles = [{**role, "targets": [Inline(target) for target in role["targets"]]} for role in data["role"]]
    return dump({**data, "role": roles})


def _delimiter(text: str) -> str:
    """The mark that stands most often outside quotes in the first line that has one."""
    outside = "".join(text.split('"')[::2])
    for line in outside.splitlines():
        counts = {mark: line.count(mark) for mark in _DELIMITERS}
        if any(counts.values()):
            return max(counts, key=lambda mark: counts[mark])
    return ","
