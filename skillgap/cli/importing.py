"""pack import: a spreadsheet becomes a pack once its mapping is confirmed."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path

from skillgap.cli.common import put, require_free, say
from skillgap.core.matrix import Columns, convert, identifier, level_names, suggest
from skillgap.core.names import hint
from skillgap.core.text import shown
from skillgap.errors import Usage
from skillgap.files.matrices import dump_matrix, read_matrix
from skillgap.files.rubrics import load_pack
from skillgap.files.storage import make_folder, write_atomic


def import_matrix(options: argparse.Namespace) -> int:
    """Show the mapping of a CSV file; write the pack when the mapping is given or accepted."""
    source = Path(options.file)
    headings, rows = read_matrix(source)
    mapping = _given(options, headings) if options.skill or options.level else suggest(headings, rows)
    put(_mapping_lines(mapping, headings))
    if not (options.accept or options.level):
        raise Usage(f"nothing was written; confirm with --accept, or say it yourself:\n  {_command(source, mapping)}")
    _require_levels(mapping)
    folder = Path(options.output or identifier(source.stem) or "pack")
    file = folder / "pack.toml"
    require_free((file,), options.force)
    made = convert(rows, mapping, identifier(folder.resolve().name) or "pack", source.stem)
    for cell in made.left:
        say(f"{shown(str(source))}: row {cell.row}, {shown(cell.column)}: {cell.why} ({shown(cell.text)!r})")
    make_folder(folder)
    write_atomic(file, dump_matrix(made.data), replace=options.force)
    pack = load_pack(folder).pack
    say(
        f"wrote {shown(str(file))}: {len(pack.skills)} skills, {len(pack.roles)} roles;"
        f" {len(made.left)} cells to look at"
    )
    return 0


def _given(options: argparse.Namespace, headings: list[str]) -> Columns:
    targets = []
    for text in options.target or ():
        name, _, column = text.partition("=")
        role, _, grade = name.partition("/")
        if not (role and grade and column):
            raise Usage(f'--target "{shown(text)}" is not ROLE/GRADE=COLUMN')
        targets.append((identifier(role), identifier(grade), column))
    mapping = Columns(
        skill=options.skill or headings[0],
        area=options.area or "",
        definition=options.definition or "",
        weight=options.weight or "",
        levels=tuple(options.level or ()),
        has_zero=options.level_zero,
        targets=tuple(targets),
    )
    used = (mapping.skill, mapping.area, mapping.definition, mapping.weight, *mapping.levels, *(t[2] for t in targets))
    for column in used:
        if column and column not in headings:
            raise Usage(f'no column "{shown(column)}"; {hint(column, headings)}')
    return mapping


def _require_levels(mapping: Columns) -> None:
    count = len(level_names(mapping))
    if not mapping.levels or count > 10:
        raise Usage(f"a pack needs 2 to 10 levels and this mapping gives {count}; name the columns with --level")


def _mapping_lines(mapping: Columns, headings: list[str]) -> Iterator[str]:
    yield f"skill       {shown(mapping.skill)}"
    for name in ("area", "definition", "weight"):
        yield f"{name:<12}{shown(getattr(mapping, name)) or '(none)'}"
    zero = 0 if mapping.has_zero else 1
    yield from (f"level {n:<6}{shown(column)}" for n, column in enumerate(mapping.levels, zero))
    yield from (
        f"target      {shown(role)}/{shown(grade)} from {shown(column)}" for role, grade, column in mapping.targets
    )
    used = {mapping.skill, mapping.area, mapping.definition, mapping.weight, *mapping.levels}
    used |= {column for _, _, column in mapping.targets}
    if unused := [shown(heading) for heading in headings if heading and heading not in used]:
        yield f"not used    {', '.join(unused)}"


def _command(source: Path, mapping: Columns) -> str:
    words = ["skillgap", "pack", "import", str(source), "--skill", mapping.skill]
    for name in ("area", "definition", "weight"):
        if getattr(mapping, name):
            words += [f"--{name}", getattr(mapping, name)]
    for column in mapping.levels:
        words += ["--level", column]
    if mapping.has_zero:
        words.append("--level-zero")
    for role, grade, column in mapping.targets:
        words += ["--target", f"{role}/{grade}={column}"]
    return shlex.join(shown(word) for word in words)
