"""Write a file so that a crash at any moment leaves the old text or the new one, whole, and no litter."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files.storage.locking import claim
from skillgap.files.storage.moving import move
from skillgap.files.storage.names import beside, is_there
from skillgap.files.toml.reading import kind_of, reason

_serial = itertools.count(1)
_TEMPORARY = re.compile(r"\..*\.skillgap-(\d+)-\d+\.tmp")
_LONGEST_STEM = 100  # bytes; with the rest of a temporary name it fits every file system
_LONGEST_SHOWN = 4096
_WINDOWS = sys.platform == "win32"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_HARD_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_in_use: set[str] = set()


class Write(Protocol):
    """What writes a file as `write_atomic` does."""

    def __call__(self, path: Path, text: str, *, replace: bool, keep_previous: bool = False) -> None:
        """Write a text to a file."""


class Exists(CannotAccess):
    """The file to be written is there already, and may not be replaced."""


def write_atomic(path: Path, text: str, *, replace: bool, keep_previous: bool = False) -> None:
    """Write `text` as UTF-8 to `path`, durably; when this returns, the text is on disk.

    A new file is readable by its owner alone; a replaced one keeps its mode and owner, and a symbolic link keeps
    pointing at the file that is written. With `keep_previous` the text that is replaced stays as `NAME.bak`.
    Raises `Exists` when the file is there and `replace` is False, `CannotAccess` when it cannot be written; the
    old file is then untouched.
    """
    try:
        target = _target(path)
        status = _status(target)
        if status is not None and not replace:
            raise FileExistsError
        remove_leftovers(target.parent)
        _write(target, text.encode("utf-8", "replace"), status, replace=replace, keep_previous=keep_previous)
    except FileExistsError as error:
        raise Exists(f"cannot write {_name(path)}: it exists already; --force replaces it") from error
    except (OSError, ValueError) as error:
        missing = f"there is no folder {_name(path.parent)}"
        raise CannotAccess(f"cannot write {_name(path)}: {reason(error, missing)}") from error


def write_together(texts: Mapping[Path, str], *, replace: bool, keep_previous: bool = False) -> None:
    """Write several files as `write_atomic` does, or none of them; see `all_or_none`."""
    with all_or_none() as write:
        for path, text in texts.items():
            write(path, text, replace=replace, keep_previous=keep_previous)


@contextlib.contextmanager
def all_or_none() -> Iterator[Write]:
    """Give a `write_atomic` whose files are taken back when the block does not end well.

    Only a process that is killed in between leaves some old and some new.
    """
    written: list[tuple[Path, Path | None]] = []
    with contextlib.ExitStack() as stack:

        def write(path: Path, text: str, *, replace: bool, keep_previous: bool = False) -> None:
            target = _target(path)
            before = stack.enter_context(_second_name(target)) if is_there(target) else None
            write_atomic(path, text, replace=replace, keep_previous=keep_previous)
            written.append((target, before))

        try:
            yield write
        except BaseException:
            for target, before in reversed(written):
                with contextlib.suppress(OSError):
                    target.unlink() if before is None else move(before, target)
            raise


def previous_of(file: Path) -> Path:
    """Give where the text is kept that a file had before its last change."""
    return beside(file, after=".bak")


@contextlib.contextmanager
def _second_name(target: Path) -> Iterator[Path | None]:
    """Another name for a file while it is replaced; None for what can neither be linked nor copied."""
    with _temporary(target) as aside:
        try:
            if not _linked(target, aside):
                _copy(target, aside)
        except OSError:  # as no regular file can; to write it says why
            yield None
        else:
            yield aside


def remove_leftovers(folder: Path) -> None:
    """Remove temporary files in a folder whose writer was killed. Never raises."""
    names: list[str] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.name.endswith(".tmp")]
    for name in names:
        match = _TEMPORARY.fullmatch(name)
        if match and name not in _in_use and not _is_alive(int(match[1])):
            with contextlib.suppress(OSError):
                _remove_unclaimed(folder / name)


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _write(target: Path, data: bytes, status: os.stat_result | None, *, replace: bool, keep_previous: bool) -> None:
    with _temporary(target) as temporary:
        with os.fdopen(os.open(temporary, _NEW, 0o600), "wb") as file:
            if not _WINDOWS:
                claim(file.fileno())  # while it lasts, nobody takes the file for a leftover
            if status is not None:
                _copy_rights(file.fileno(), status)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if not _WINDOWS:
                _put(temporary, target, data, replace=replace, keep=keep_previous and status is not None)
        if _WINDOWS:  # which cannot rename an open file
            _put(temporary, target, data, replace=replace, keep=keep_previous and status is not None)
    _sync_folder(target.parent)


def _put(temporary: Path, target: Path, data: bytes, *, replace: bool, keep: bool) -> None:
    if keep:
        _keep(target, data)
    if replace:
        move(temporary, target)
    elif not _linked(temporary, target):
        os.close(os.open(target, _NEW, 0o600))  # claims the name, or raises FileExistsError
        try:
            move(temporary, target)
        except OSError:
            target.unlink()
            raise


def _keep(target: Path, data: bytes) -> None:
    """Keep the text in `target` as `NAME.bak`; a text written twice does not push out the one before."""
    previous = previous_of(target)
    try:
        if target.read_bytes() != data:
            with _temporary(previous) as aside:
                if not _linked(target, aside):
                    _copy(target, aside)
                move(aside, previous)
    except OSError as error:
        raise CannotAccess(f"cannot keep the previous version as {_name(previous)}: {reason(error)}") from error


def _copy(old: Path, new: Path) -> None:
    with os.fdopen(os.open(new, _NEW, 0o600), "wb") as file:
        file.write(old.read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _linked(old: Path, new: Path) -> bool:
    """Give a file a second name; False where the file system knows no hard links."""
    try:
        new.hardlink_to(old)
    except OSError as error:
        if error.errno in _NO_HARD_LINKS:
            return False
        raise
    return True


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[Path]:
    """A free name beside `target` that is recognisably ours; nothing of that name is left afterwards."""
    name, tail = target.name, f".skillgap-{os.getpid()}-{next(_serial)}.tmp"
    while len(os.fsencode(name)) > _LONGEST_STEM:
        name = name[:-1]
    path = target.with_name(f".{name}{tail}")
    _in_use.add(path.name)
    try:
        yield path
    finally:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        _in_use.discard(path.name)


def _target(path: Path) -> Path:
    """The file itself where `path` is a symbolic link, also one to a file that is yet to be."""
    if not path.is_symlink():
        return path
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


def _status(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if kind := kind_of(status.st_mode):
        raise CannotAccess(f"cannot write {_name(target)}: {kind}")
    return status


def _copy_rights(file: int, status: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):  # only root can give a file away
        os.fchown(file, status.st_uid, status.st_gid)
    os.fchmod(file, stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make a new name durable. Some systems cannot do that; then the file is whole, if perhaps under its old name."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno == errno.EIO:
            raise
    finally:
        os.close(handle)


def _is_alive(pid: int) -> bool:
    """Whether another process of that number runs here. On Windows, asking would end it; an open file is safe there."""
    if _WINDOWS or pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _remove_unclaimed(path: Path) -> None:
    """Remove a temporary file unless a process that is not seen from here, as in a container, still writes it."""
    if sys.platform == "win32":
        path.unlink()
        return
    file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        if claim(file):
            path.unlink()
    finally:
        os.close(file)


def _name(path: Path) -> str:
    return shown(str(path), limit=_LONGEST_SHOWN)
