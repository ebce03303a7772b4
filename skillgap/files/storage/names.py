"""Names beside a file, and whether there is one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files.toml.reading import reason

_LONGEST = 255
"""Bytes of a name that the usual file systems take."""


def beside(path: Path, before: str = "", after: str = "") -> Path:
    """Give the path whose name is that of `path` with something before and after it.

    A name that would be too long is cut, and a digest keeps it apart from others that are cut alike.
    Raises CannotAccess for what has no name to be beside of: a root, or the folder that we are in.
    """
    if not path.name:
        raise CannotAccess(f"cannot use {shown(str(path))}: it is a folder")
    name, mark = path.name, ""
    if _size(f"{before}{name}{after}") > _LONGEST:
        mark = f"-{hashlib.sha256(_bytes(name)).hexdigest()[:8]}"
    while name and _size(f"{before}{name}{mark}{after}") > _LONGEST:
        name = name[:-1]
    return path.with_name(f"{before}{name}{mark}{after}")


def is_there(path: Path) -> bool:
    """Tell whether there is anything of that name, a link that leads nowhere included.

    Raises CannotAccess when the system does not say.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise CannotAccess(f"cannot use {shown(str(path), limit=4096)}: {reason(error)}") from error
    return True


def _size(name: str) -> int:
    return len(_bytes(name))


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")
