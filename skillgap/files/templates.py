"""A small pack to start from, and the schema that editors find beside a pack."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from skillgap.core.identifiers import identifier
from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files import schemas
from skillgap.files.storage import made_folders, write_together
from skillgap.files.toml.reading import reason

SCHEMA_FILE = schemas.file_name("pack")
SCHEMA_LINE = f"#:schema ./{SCHEMA_FILE}"
"""The first line of a pack's file, by which an editor's TOML language server finds the schema without a network."""


def new_pack(folder: Path) -> tuple[Path, Path]:
    """Write a commented pack and its schema into a folder that is new or empty; give the paths of the two files.

    Raises CannotAccess when the folder holds something or cannot be written.
    """
    if _is_taken(folder):
        raise CannotAccess(f"{shown(str(folder))}: is not empty; nothing was written; name a new folder")
    text = files("skillgap").joinpath("templates", "pack.toml").read_text(encoding="utf-8")
    schema, file = folder / SCHEMA_FILE, folder / "pack.toml"
    with made_folders(folder):
        name = Path(os.path.realpath(folder)).name
        texts = {schema: schema_text(), file: text.replace("PACK-ID", identifier(name, "my-pack"))}
        write_together(texts, replace=False)
    return file, schema


def schema_text() -> str:
    """Give the JSON Schema of any file of a pack, so that a pack may be spread over several."""
    return schemas.text(schemas.PART)


def _is_taken(folder: Path) -> bool:
    try:
        return folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir())))
    except (OSError, ValueError) as error:
        raise CannotAccess(f"cannot use {shown(str(folder))}: {reason(error)}") from error
