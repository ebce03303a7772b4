"""What several commands share: dates, targets, output files."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from skillgap.cli.streams import narrate
from skillgap.core import profiles
from skillgap.core.assessment import TargetRef
from skillgap.core.profiles import Profile
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import CannotAccess, Usage
from skillgap.files.toml.reading import kind_of, reason


def say(line: str) -> None:
    """Narrate on stderr."""
    narrate(line)


def text_width() -> int:
    """Give the width in cells to break lines at: that of the terminal, 40 to 120; 80 where there is none."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size().columns, 40), 120)


def put(lines: Iterable[str]) -> None:
    """Print results on stdout."""
    for line in lines:
        print(line)


def put_json(data: Any) -> None:
    """Print data as JSON on stdout; what could act on a terminal is escaped."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    if not text.isascii() or "\x7f" in text:
        text = "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
    print(text.replace("\x7f", "\\u007f"))


def day(text: str | None, option: str) -> date | None:
    """Read a date option; None when it was not given. Raises Usage when it is not an ISO date."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Usage(f'{option} "{shown(text)}" is not a date; write it as 2027-05-31') from None


def today(options: argparse.Namespace) -> date:
    """Give the date that files are to carry: --today, else the local date."""
    return day(options.today, "--today") or date.today()  # noqa: DTZ011 - a person's own calendar day


def chosen_profile(pack: Pack, role: str | None, grade: str | None, target: TargetRef | None) -> Profile:
    """Give the profile that the options, the assessment or the pack name, in this order.

    Raises Usage for a role or grade that the pack does not have.
    """
    try:
        return profiles.chosen_profile(pack, role, grade, target)
    except profiles.UnknownTarget as error:
        raise Usage(str(error)) from None


def require_free(paths: Iterable[Path], force: bool, inputs: Iterable[Path] = ()) -> None:
    """Refuse, before anything is written, to overwrite a file without leave, and an input or what is no file at all.

    Raises CannotAccess.
    """
    inputs = tuple(inputs)
    taken = []
    for path in paths:
        status = status_of(path)
        if status is None:
            continue
        if kind := kind_of(status.st_mode):
            raise CannotAccess(f"cannot write {shown(str(path))}: {kind}; nothing was written")
        if any(_is_same(path, source) for source in inputs):
            raise CannotAccess(f"{shown(str(path))}: is the file to read; nothing was written; use -o to name another")
        taken.append(shown(str(path)))
    if taken and not force:
        names = ", ".join(taken)
        raise CannotAccess(
            f"{names}: exists already; nothing was written; use --force to overwrite or -o to name another"
        )


def require_apart(paths: Iterable[Path]) -> None:
    """Refuse to write two results, or one and the copy that is kept of another, to one file. Raises Usage."""
    seen: set[str] = set()
    for path in paths:
        if (name := os.path.realpath(path)) in seen:
            raise Usage(f"{shown(str(path))} would be written twice; name another file")
        seen.add(name)


def status_of(path: Path) -> os.stat_result | None:
    """Give the status of what a path leads to: of the link itself where it leads nowhere, None where nothing is.

    Raises CannotAccess when the system does not say.
    """
    try:
        return path.stat() if path.exists() else path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise CannotAccess(f"cannot use {shown(str(path), limit=4096)}: {reason(error)}") from error


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.exists() and one.samefile(other)
