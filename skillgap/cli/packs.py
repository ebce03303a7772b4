"""roles and pack."""

from __future__ import annotations

import argparse

from skillgap.cli.common import put, put_json, say, text_width
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess
from skillgap.files.encoding import json_data
from skillgap.files.rubrics import known_packs, load_pack, open_pack
from skillgap.plain.packs import pack_lines, role_lines


def roles(options: argparse.Namespace) -> None:
    """List roles and grades."""
    pack = open_pack(options.pack).pack
    if options.json:
        put_json(json_data(pack.roles))
    else:
        put(role_lines(pack))


def pack(options: argparse.Namespace) -> int:
    """Run one of the pack actions."""
    if options.pack_command in ("new", "diff", "import"):
        from skillgap.cli import authoring, importing

        authors = {"new": authoring.new, "diff": authoring.diff, "import": importing.import_matrix}
        return authors[options.pack_command](options)
    return {"list": _listing, "check": check, "schema": schema, "show": show}[options.pack_command](options)


def _listing(options: argparse.Namespace) -> int:
    """List the packs that are found by id; a broken one is told on stderr and does not hide the others."""
    rows, broken = [], False
    for name, path in known_packs():
        try:
            rows.append((name, load_pack(path)))
        except (BadInput, CannotAccess) as error:
            broken = True
            say(str(error))
    if options.json:
        put_json(
            [{"id": name, "title": p.pack.title, "version": p.pack.version, "path": str(p.path)} for name, p in rows]
        )
    else:
        put(f"{shown(name)}  {shown(p.pack.version)}  {shown(p.pack.title)}  {shown(str(p.path))}" for name, p in rows)
    return int(broken)


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema of a pack, or of one of its files."""
    from skillgap.files import schemas

    print(schemas.text(schemas.PART if options.part else "pack"), end="")
    return 0


def check(options: argparse.Namespace) -> int:
    """Check a pack: its structure, then its meaning."""
    from skillgap.cli import checking

    return checking.check(options)


def show(options: argparse.Namespace) -> int:
    """Show a pack as a person reads it."""
    found = open_pack(options.id or options.pack).pack
    if options.json:
        put_json(json_data(found))
    else:
        put(pack_lines(found, text_width()))
    return 0
