"""Make folders, and leave none behind that turned out to be for nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files.toml.reading import reason


def make_folder(path: Path) -> None:
    """Make a folder and those above it, for its owner alone, unless it exists. Raises `CannotAccess`."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise CannotAccess(f"cannot make the folder {_name(path)}: a file has that name") from error
    except (OSError, ValueError) as error:
        raise CannotAccess(f"cannot make the folder {_name(path)}: {reason(error)}") from error


@contextlib.contextmanager
def made_folders(*folders: Path) -> Iterator[None]:
    """Make folders as `make_folder` does; those that were not there go again when the block does not end well.

    A folder that holds something by then stays.
    """
    made: list[Path] = []
    try:
        for folder in folders:
            made = [*_missing(folder), *made]
            make_folder(folder)
        yield
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError, ValueError):
                folder.rmdir()
        raise


def _missing(folder: Path) -> list[Path]:
    """Give the folders of a path that are not there yet, the innermost first."""
    missing: list[Path] = []
    with contextlib.suppress(OSError, ValueError):  # to make the folder says why
        for path in reversed((folder, *folder.parents)):
            if missing or not path.exists():
                missing.append(path)
    return missing[::-1]


def _name(path: Path) -> str:
    return shown(str(path), limit=4096)
