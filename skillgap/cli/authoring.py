"""pack new and pack diff: for the authors of packs."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from skillgap.cli.common import put, put_json, say, text_width
from skillgap.core.migration import Fate, fate
from skillgap.core.text import shown
from skillgap.core.versions import compare
from skillgap.files.assessments import read_draft
from skillgap.files.encoding import json_data
from skillgap.files.rubrics import LoadedPack, find_pack, load_pack
from skillgap.files.templates import new_pack
from skillgap.plain.versions import change_lines, fate_lines


def new(options: argparse.Namespace) -> int:
    """Write a small commented pack to start from."""
    folder = Path(options.path)
    file, schema = new_pack(folder)
    name = shlex.quote(shown(str(folder)))
    say(f"wrote {shown(str(file))}, and {shown(str(schema))} for editors")
    say(f"next: change it; skillgap pack check {name}; skillgap rate --pack {name}")
    return 0


def diff(options: argparse.Namespace) -> int:
    """List what is different between two versions of a pack, and what it means for answers."""
    old, new_one = (load_pack(find_pack(name)) for name in (options.old, options.new))
    changes = compare(old.pack, new_one.pack)
    found = _fate(Path(options.answers), old, new_one) if options.answers else None
    if options.json:
        versions = {"old": json_data(old.ref), "new": json_data(new_one.ref)}
        put_json({**versions, **json_data(changes), **({"answers": json_data(found)} if found else {})})
    else:
        put(change_lines(old.pack, new_one.pack, changes, text_width()))
        if found:
            put(fate_lines(options.answers, found, new_one.pack))
    return int(options.exit_code and not changes.is_empty)


def _fate(file: Path, old: LoadedPack, new_one: LoadedPack) -> Fate:
    return fate(read_draft(file).assessment, old.pack, new_one.pack)
