"""A small pack to start from."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from skillgap.errors import CannotAccess
from skillgap.files.storage import make_folder, write_atomic
from skillgap.files.toml import shown


def new_pack(folder: Path) -> Path:
    """Write a commented pack into a folder that is new or empty; give the path of its file.

    Raises CannotAccess when the folder holds something or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotAccess(f"{shown(str(folder))}: is not empty; nothing was written; name a new folder")
    text = files("skillgap").joinpath("templates", "pack.toml").read_text(encoding="utf-8")
    make_folder(folder)
    file = folder / "pack.toml"
    write_atomic(file, text.replace("PACK-ID", _id_from(folder.resolve().name)), replace=False)
    return file


def _id_from(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80] or "my-pack"
