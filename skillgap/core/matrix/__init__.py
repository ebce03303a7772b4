"""A competency matrix from a spreadsheet, turned into the data of a pack by a mapping of its columns.

Nothing is taken silently: what is guessed is a `Columns` for a person to confirm, and each cell that could not be
used as it stood is a `Cell` with its place.
"""

from __future__ import annotations

from skillgap.core.matrix.converting import Converted, convert
from skillgap.core.matrix.mapping import Cell, Columns, Row, RowLevels, Sheet, TargetColumn
from skillgap.core.matrix.suggesting import level_order, suggest, suggest_rows
from skillgap.core.matrix.widening import widen

__all__ = [
    "Cell",
    "Columns",
    "Converted",
    "Row",
    "RowLevels",
    "Sheet",
    "TargetColumn",
    "convert",
    "level_order",
    "suggest",
    "suggest_rows",
    "widen",
]
