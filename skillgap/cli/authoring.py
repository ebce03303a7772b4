"""pack new and pack diff: for the authors of packs."""

from __future__ import annotations

import argparse
from pathlib import Path

from skillgap.cli.common import put, put_json, say
from skillgap.core.text import shown
from skillgap.core.versions import compare
from skillgap.files.encoding import json_data
from skillgap.files.rubrics import find_pack, load_pack
from skillgap.files.templates import new_pack
from skillgap.plain.versions import change_lines


def new(options: argparse.Namespace) -> int:
    """Write a small commented pack to start from."""
    folder = Path(options.path)
    file = new_pack(folder)
    name = shown(str(folder))
    say(f"wrote {shown(str(file))}; change it, then: skillgap pack check {name}; skillgap rate --pack {name}")
    return 0


def diff(options: argparse.Namespace) -> int:
    """List what is different between two versions of a pack."""
    old, new_one = (load_pack(find_pack(name)).pack for name in (options.old, options.new))
    changes = compare(old, new_one)
    if options.json:
        put_json(json_data(changes))
    else:
        put(change_lines(old, new_one, changes))
    return 0
