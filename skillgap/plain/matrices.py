"""How a spreadsheet is understood, and what of it was not used, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.core.matrix import Cell, Columns, RowLevels, Sheet
from skillgap.core.matrix.converting import NO_AREA, USUAL_WEIGHT, default_level
from skillgap.core.matrix.reading import is_mark, says_nothing
from skillgap.core.names import counted
from skillgap.core.text import shown
from skillgap.plain.wrapping import wrapped

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_HEAD = 12
_EXAMPLES = 3


def row_lines(sheet: Sheet, rows: RowLevels | None, *, is_given: bool, width: int) -> Iterator[str]:
    """Say which columns of a list with a row for each level were read; nothing for a table."""
    if rows is not None:
        text = (
            f"each about one level: {shown(rows.level)} says which, {shown(rows.text)} what it does{_guess(is_given)}"
        )
        number = f"; {counted(sheet.rows_of_levels, 'row')} made {len(sheet.rows)}"
        yield from wrapped(text + number, width, f"{'rows':<{_HEAD}}")


def mapping_lines(sheet: Sheet, mapping: Columns, given: Columns, width: int) -> Iterator[str]:
    """Show which column holds what; what `given` does not say is marked as guessed."""
    for name, text in _parts(sheet, mapping, given):
        yield from wrapped(text, width, f"{name:<{_HEAD}}")


def _parts(sheet: Sheet, mapping: Columns, given: Columns) -> Iterator[tuple[str, str]]:
    mark = _SEPARATORS.get(sheet.separator) or shown(sheet.separator)
    yield (
        "table",
        f"headings in row {sheet.heading_row}, cells parted by {mark}; {counted(len(sheet.rows), 'row')} below",
    )
    yield "skill", _column(sheet, mapping.skill, given.skill)
    yield "area", _area(sheet, mapping, given)
    yield "definition", _column(sheet, mapping.definition, given.definition)
    weight = _column(sheet, mapping.weight, given.weight)
    yield "weight", weight if mapping.weight else f"{weight}: {USUAL_WEIGHT:g} for every skill"
    yield from _levels(sheet, mapping, given)
    yield from _targets(sheet, mapping, given)
    if unused := [shown(heading) for heading in sheet.headings if heading not in mapping.used]:
        yield "not used", "; ".join(unused)


def _guess(is_given: bool) -> str:
    return "" if is_given else " (guessed)"


def _column(sheet: Sheet, column: str, given: str) -> str:
    return f"{shown(column)}{_guess(bool(given))}, {_filled(sheet, column)}" if column else "(none)"


def _filled(sheet: Sheet, column: str) -> str:
    texts = [text for text in sheet.texts(column) if not says_nothing(text)]
    empty = len(sheet.rows) - len(texts)
    return f"{len(texts)} filled" + (f", {empty} empty" if empty else "")


def _area(sheet: Sheet, mapping: Columns, given: Columns) -> str:
    if mapping.area:
        text = _column(sheet, mapping.area, given.area)
        return (
            f"{text}; an empty one is the one above, --fill-down{_guess(given.fill_down)}"
            if mapping.fill_down
            else text
        )
    if not mapping.area_rows:
        return f'(none): all in one, "{NO_AREA}"'
    names = [row.text(row.filled[0]) for row in sheet.rows if len(row.filled) == 1]
    more = f" and {len(names) - _EXAMPLES} more" if len(names) > _EXAMPLES else ""
    listed = ", ".join(map(shown, names[:_EXAMPLES]))
    return f"rows with one filled cell, --area-rows{_guess(given.area_rows)}: {listed}{more}"


def _levels(sheet: Sheet, mapping: Columns, given: Columns) -> Iterator[tuple[str, str]]:
    if not mapping.levels:
        yield "levels", "(none found)"
        return
    first = 0 if mapping.has_zero else 1
    if not mapping.has_zero:
        yield "level 0", f'added: "{mapping.names[0]}"'
    for level, column in enumerate(mapping.levels, first):
        name = mapping.names[level]
        called = f' as "{shown(name)}"' if name != column else ""
        is_given = column in given.levels
        yield f"level {level}", f"{shown(column)}{called}{_guess(is_given)}, {_filled(sheet, column)}"


def _targets(sheet: Sheet, mapping: Columns, given: Columns) -> Iterator[tuple[str, str]]:
    for target in mapping.targets:
        where = f"{shown(target.role)}/{shown(target.grade)} from {shown(target.column)}"
        marks = sum(map(is_mark, sheet.texts(target.column)))
        said = f"; x is level {mapping.mark}" if mapping.mark is not None else "; --mark LEVEL says what an x is"
        yield "target", f"{where}{_guess(target in given.targets)}{said if marks else ''}"
    if mapping.ladder:
        grades = ", ".join(map(shown, mapping.levels[mapping.has_zero :]))
        what = "each level is a grade that asks for it, --ladder"
        yield "target", f"{shown(mapping.ladder)}: {what}{_guess(bool(given.ladder))}: {grades}"
    if not (mapping.targets or mapping.ladder) and mapping.levels:
        yield "target", f"(none): one role, Everyone, that asks for level {default_level(mapping)} of every skill"


def left_lines(file: str, cells: Iterable[Cell]) -> Iterator[str]:
    """List what was not used as it stood; equal remarks on one column are one line with all their rows."""
    same: dict[tuple[str, str, str], list[int]] = {}
    for cell in cells:
        same.setdefault((cell.column, cell.text, cell.why), []).append(cell.row)
    for (column, text, why), rows in same.items():
        where = f", {shown(column)}" if column else ""
        said = f': "{shown(text)}"' if text else ""
        yield f"{shown(file)}: {'row' if len(rows) == 1 else 'rows'} {_ranges(rows)}{where}{said}: {why}"


def _ranges(rows: list[int]) -> str:
    """Numbers as people write them: 3, 5-8."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1][1:] = [row]
        else:
            runs.append([row])
    return ", ".join("-".join(map(str, run)) for run in runs)
