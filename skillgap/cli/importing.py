"""pack import: a spreadsheet becomes a pack once its mapping is confirmed."""

from __future__ import annotations

import argparse
import os
import shlex
from dataclasses import replace
from pathlib import Path

from skillgap.cli.common import put, require_free, say, status_of, text_width
from skillgap.core.identifiers import identifier
from skillgap.core.integrity.head import MOST_LEVELS
from skillgap.core.matrix import (
    Columns,
    RowLevels,
    Sheet,
    TargetColumn,
    convert,
    level_order,
    suggest,
    suggest_rows,
    widen,
)
from skillgap.core.names import counted, hint
from skillgap.core.text import shown
from skillgap.errors import CannotAccess, Usage
from skillgap.files.matrices import SEPARATORS, check_text, pack_text, read_matrix
from skillgap.files.storage import all_or_none, made_folders
from skillgap.files.templates import SCHEMA_FILE, SCHEMA_LINE, schema_text
from skillgap.plain.matrices import left_lines, mapping_lines, row_lines

_LONGEST = 2000
"""A heading is quoted whole in the command that is proposed."""
_HEADER = 'Made from {} by skillgap pack import. Look for "To be written", then for what skillgap pack check says.'


def import_matrix(options: argparse.Namespace) -> int:
    """Show the mapping of a CSV file; write the pack when the mapping is given or accepted."""
    source = Path(options.file)
    sheet = read_matrix(source, SEPARATORS.get(options.separator or ""), options.heading_row)
    given = _given(options)
    rows = _rows_of_levels(options, given, sheet)
    if rows is not None:
        sheet = widen(sheet, rows, level_order(sheet, rows.level))
    _require_columns(given, sheet)
    # whoever names the levels has said what is what: then nothing else is guessed
    mapping = given if given.levels and not options.accept else suggest(sheet, given)
    put(row_lines(sheet, rows, is_given=options.row_level is not None, width=text_width()))
    put(mapping_lines(sheet, mapping, given, text_width()))
    if not (options.accept or given.levels):
        command = _command(options, mapping, rows)
        raise Usage(f"nothing was written; confirm with --accept, or say it yourself:\n  {command}")
    _require_enough(mapping, sheet)
    return _write(options, source, sheet, mapping)


def _write(options: argparse.Namespace, source: Path, sheet: Sheet, mapping: Columns) -> int:
    folder = Path(options.output or identifier(source.stem, "pack"))
    file, schema = folder / "pack.toml", folder / SCHEMA_FILE
    require_free((file,), options.force)
    _require_alone(folder)
    name = Path(os.path.realpath(folder)).name
    made = convert(sheet, mapping, identifier(name, "pack"), " ".join(source.stem.split()))
    text = f"{SCHEMA_LINE}\n{pack_text(made.data, _HEADER.format(shown(source.name)))}"
    pack = check_text(file, text)
    with made_folders(folder), all_or_none() as write:
        if options.force or status_of(schema) is None:
            write(schema, schema_text(), replace=options.force)
        write(file, text, replace=options.force)
    cells = sorted((*sheet.left, *made.left), key=lambda cell: cell.row)
    for line in left_lines(str(source), cells):
        say(line)
    parts = (("area", pack.areas), ("skill", pack.skills), ("role", pack.roles))
    counts = ", ".join(counted(len(items), name) for name, items in parts)
    lines = f"; {counted(sheet.joined, 'cell')} of several lines made one" if sheet.joined else ""
    say(f"wrote {shown(str(file))}: {counts}; {counted(len(cells), 'remark') if cells else 'no remarks'}{lines}")
    say(f"next: skillgap pack check {shlex.quote(shown(str(folder)))}")
    return 0


def _given(options: argparse.Namespace) -> Columns:
    """What the options say."""
    targets = []
    for text in options.target or ():
        name, _, column = text.partition("=")
        role, _, grade = name.rpartition("/")
        if not (role and grade and column):
            raise Usage(f'--target "{shown(text)}" is not ROLE/GRADE=COLUMN')
        targets.append(TargetColumn(role=role, grade=grade, column=column))
    return Columns(
        skill=options.skill or "",
        area=options.area or "",
        definition=options.definition or "",
        weight=options.weight or "",
        levels=tuple(options.level or ()),
        has_zero=options.level_zero,
        targets=tuple(targets),
        ladder=options.ladder or "",
        fill_down=options.fill_down,
        area_rows=options.area_rows,
        mark=options.mark,
    )


def _rows_of_levels(options: argparse.Namespace, given: Columns, sheet: Sheet) -> RowLevels | None:
    """Give the columns of a list that has a row for each level: said, or guessed where nothing says otherwise."""
    level, text = options.row_level, options.row_text
    if level is None and text is None:
        return None if given.levels else suggest_rows(sheet, given)
    if level is None or text is None:
        raise Usage("--row-level and --row-text go together: which level a row is about, and what it says")
    guess = suggest(sheet, given)
    rows = RowLevels(skill=guess.skill, area=guess.area, level=level, text=text)
    _require_columns(replace(given, skill=rows.skill, area=rows.area, levels=(level, text), targets=()), sheet)
    return rows


def _require_columns(given: Columns, sheet: Sheet) -> None:
    """Refuse columns that do not exist or that are to be two things."""
    for place, column in enumerate(given.used):
        if column not in sheet.headings:
            raise Usage(f'no column "{shown(column)}"; {hint(column, sheet.headings)}')
        if column in given.used[:place]:
            raise Usage(f'column "{shown(column)}" is named twice; a column is one thing')


def _require_enough(mapping: Columns, sheet: Sheet) -> None:
    if not mapping.levels:
        raise Usage(
            "no column looks like a level; name each with --level, the lowest first, or --row-level and --row-text"
        )
    if not mapping.skill:
        raise Usage(f"which column holds the skills? say it with --skill; {hint('', sheet.headings)}")
    count = len(mapping.names)
    if not 2 <= count <= MOST_LEVELS:
        zero = "" if mapping.has_zero else " with the level 0 that is added (--level-zero leaves it out)"
        raise Usage(f"a pack has 2 to {MOST_LEVELS} levels, this gives {count}{zero}; choose some with --level")
    if mapping.mark is not None and not 0 <= mapping.mark <= mapping.top:
        raise Usage(f"--mark {mapping.mark} is outside the scale; write 0 to {mapping.top}")
    if not any(row.text(mapping.skill) and any(map(row.text, mapping.levels)) for row in sheet.rows):
        raise Usage("no row has a skill and a text for a level; look at the mapping again")


def _require_alone(folder: Path) -> None:
    """Refuse a folder with other TOML files: they would become part of the pack. Raises CannotAccess."""
    others = sorted(file for file in folder.rglob("*.toml") if file != folder / "pack.toml") if folder.is_dir() else []
    if others:
        raise CannotAccess(f"{shown(str(others[0]))}: would become part of the pack; use -o to name another folder")


def _command(options: argparse.Namespace, mapping: Columns, rows: RowLevels | None) -> str:
    """The command that says the whole mapping."""
    words = ["skillgap", "pack", "import", options.file]
    for name in ("separator", "heading_row", "output"):
        if (value := getattr(options, name)) is not None:
            words += [f"--{name.replace('_', '-')}", str(value)]
    for name in ("skill", "area", "definition", "weight", "ladder"):
        if value := getattr(mapping, name):
            words += [f"--{name}", value]
    words += ["--row-level", rows.level, "--row-text", rows.text] if rows else []
    for column in mapping.levels:
        words += ["--level", column]
    for target in mapping.targets:
        words += ["--target", f"{target.role}/{target.grade}={target.column}"]
    flags = {"--level-zero": mapping.has_zero, "--fill-down": mapping.fill_down, "--area-rows": mapping.area_rows}
    words += [flag for flag, is_set in flags.items() if is_set]
    words += ["--mark", str(mapping.mark)] if mapping.mark is not None else []
    words += ["--force"] if options.force else []
    return shlex.join(shown(word, limit=_LONGEST) for word in words)
