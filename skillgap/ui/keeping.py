"""The assessment file while the app is open: one writer at a time, and nothing that anybody wrote is lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, SkillgapError
from skillgap.files.heads import head_of, rest_of
from skillgap.files.storage import Exists, beside, lock, make_folder, remove_leftovers, write_atomic
from skillgap.files.toml import read_bytes
from skillgap.files.toml.reading import reason

_TOO_LARGE = b"\0"
"""Stands for a text that is not read because of its size; no text of ours begins so."""


class Keeper:
    """Holds the claim on a file and remembers what it held when we last read or wrote it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lock = lock(file)
        self._known: bytes | None = None

    @property
    def is_ours(self) -> bool:
        """Whether we may write."""
        return self.lock.held

    def claim(self) -> bool:
        """Try to become the one writer; tell whether we are. `lock.why` says what stands against it."""
        try:
            make_folder(self.file.parent)
        except CannotAccess as error:
            self.lock.why = str(error)
            return False
        remove_leftovers(self.file.parent)
        return self.lock.acquire()

    def release(self) -> None:
        """Let another program write."""
        self.lock.release()

    def note(self) -> None:
        """Remember the text on disk as the one that we know. What cannot be read counts as not there."""
        self._known = self._on_disk()

    @property
    def head(self) -> str:
        """The comments at the head of the file as it is now, also where an editor wrote them since we read it."""
        return self._head(self._on_disk())

    @property
    def is_stale(self) -> bool:
        """Whether another program has changed the file since we last read or wrote it."""
        found = self._on_disk()
        return found is not None and found != self._known

    @property
    def is_gone(self) -> bool:
        """Whether another program has taken away the file that we read or wrote."""
        return self._known is not None and self._on_disk() is None

    def write(self, dump: Callable[[str], str], moment: datetime, *, keep_previous: bool = True) -> Path | None:
        """Write the text that is made for the head of the file; give the dated copy of what another program left there.

        A text that differs in its head alone is not lost, and not copied. Raises CannotAccess; the file is then as it
        was.
        """
        make_folder(self.file.parent)
        found, known = self._on_disk(), self._known
        is_other = found is not None and found != known and rest_of(found) != rest_of(known or b"")
        copy = keep_copy(self.file, "conflict", moment) if is_other else None
        text = dump(self._head(found))
        write_atomic(self.file, text, replace=True, keep_previous=keep_previous)
        self._known = text.encode("utf-8", "replace")
        return copy

    def _head(self, found: bytes | None) -> str:
        return head_of(self._known if found is None else found)

    def _on_disk(self) -> bytes | None:
        try:
            return read_bytes(self.file)
        except BadInput:
            return _TOO_LARGE
        except SkillgapError:  # not there, or write_atomic will say why it cannot be replaced
            return None


def keep_copy(file: Path, kind: str, moment: datetime) -> Path:
    """Copy a file, byte for byte, to a dated name beside it that is still free. Raises CannotAccess."""
    try:
        data = file.read_bytes()
        for copy in _dated(file, kind, moment):
            try:
                with copy.open("xb") as new:
                    new.write(data)
                    new.flush()
                    os.fsync(new.fileno())
            except FileExistsError:
                continue
            return copy
    except OSError as error:
        raise CannotAccess(f"cannot keep a copy of {shown(str(file))}: {reason(error)}") from error
    raise CannotAccess(f"cannot keep a copy of {shown(str(file))}: all names are taken")


def rescue(file: Path, text: str, moment: datetime) -> Path | None:
    """Write a text that its file does not take beside it, else among the temporary files; None where none takes it."""
    for place in (file, Path(gettempdir()) / file.name):
        for copy in _dated(place, "unsaved", moment):
            try:
                write_atomic(copy, text, replace=False)
            except Exists:
                continue
            except CannotAccess:
                break
            return copy
    return None


def _dated(file: Path, kind: str, moment: datetime) -> Iterator[Path]:
    """Names beside a file that say what happened, and when."""
    for number in range(1, 100):
        after = f".{kind}-{moment:%Y%m%d-%H%M%S}{f'-{number}' if number > 1 else ''}{file.suffix}"
        yield beside(file.with_suffix(""), after=after)
