"""Read a text file that anybody may have put there: bounded, never hanging, UTF-8 or a reason."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, Problem

_MEBIBYTE = 2**20
LIMIT = 8 * _MEBIBYTE

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a named pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)
_REASONS = {
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "its symbolic links go round in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk reports an error",
    errno.EISDIR: "it is a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file would be larger than is allowed here",
    errno.EROFS: "the disk can only be read",
}
# Binary and close-on-exec where the platform has them; without blocking, so that a pipe cannot hold us up.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_MARK, _WIDE_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")  # byte order marks
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r") + b"\x7f"
_UPPER_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]")
_CONTROL = re.compile(f"[{re.escape(_CONTROLS.decode())}\x80-\x9f]")


def read_text(path: Path, *, limit: int = LIMIT) -> str:
    """Read a regular file of at most `limit` bytes as UTF-8; a byte order mark at its start is dropped.

    Raises `CannotAccess` for what is missing, forbidden or no regular file, `BadInput` with a place for what
    is too large, not UTF-8, or holds control characters other than tab and line end.
    """
    data = read_bytes(path, limit=limit)
    file = shown(str(path), limit=LIMIT)
    text = _decoded(data, file)
    if len(data.translate(None, _CONTROLS)) != len(data) or _UPPER_CONTROLS.search(data):
        raise BadInput([_control_problem(text, file)])
    return text


def read_bytes(path: Path, *, limit: int = LIMIT) -> bytes:
    """Read a regular file of at most `limit` bytes. Raises as `read_text` does."""
    try:
        _refuse_irregular(path, path.stat().st_mode)  # before opening: to open a device can already act on it
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_irregular(path, status.st_mode)
            data = file.read(limit + 1) if status.st_size <= limit else b""
            if data is None:  # a file that is no file, of the kernel, with nothing to say for now
                raise BlockingIOError(errno.EAGAIN, "it has nothing to read at the moment")
    except (OSError, ValueError) as error:
        raise CannotAccess(f"cannot read {shown(str(path), limit=LIMIT)}: {reason(error)}") from error
    size = max(status.st_size, len(data))
    if size > limit:
        raise BadInput([_too_large(shown(str(path), limit=LIMIT), size, limit)])
    return data


def reason(error: OSError | ValueError, missing: str = "there is no such file") -> str:
    """Say in plain words why the system refused a file; `missing` says so of what is not there."""
    if not isinstance(error, OSError):
        return "the name cannot be a file name"  # a NUL, or characters that the system cannot encode
    known = missing if isinstance(error, FileNotFoundError) else _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower()


def kind_of(mode: int) -> str | None:
    """Say what a thing on disk is when it is no regular file; None when it is one."""
    if stat.S_ISREG(mode):
        return None
    return next((words for test, words in _KINDS if test(mode)), "it is no regular file")


def _refuse_irregular(path: Path, mode: int) -> None:
    if kind := kind_of(mode):
        raise CannotAccess(f"cannot read {shown(str(path), limit=LIMIT)}: {kind}")


def _too_large(file: str, size: int, limit: int) -> Problem:
    what = f"the file is too large: {_megabytes(size)}, and at most {_megabytes(limit)} are read"
    return Problem(file, 1, 1, what, "split it, or check that it is the right file")


def _megabytes(size: int) -> str:
    return f"{size / _MEBIBYTE:.1f} MiB" if size >= _MEBIBYTE // 10 else f"{size:,} bytes"


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.removeprefix(_MARK).decode()
    except UnicodeDecodeError as error:
        if data.startswith(_WIDE_MARKS):
            problem = Problem(file, 1, 1, "the file is UTF-16, not UTF-8", "save it as UTF-8")
        else:
            place = place_after(error.object[: error.start].decode())
            what = f"byte 0x{error.object[error.start]:02X} is not UTF-8"
            problem = Problem(file, *place, what, "save the file as UTF-8")
        raise BadInput([problem]) from None


def _control_problem(text: str, file: str) -> Problem:
    before, control = _CONTROL.split(text, maxsplit=1)[0], _CONTROL.findall(text)[0]
    what = f"control character {shown(control)}"
    return Problem(file, *place_after(before), what, "delete it; this may not be a text file")


def place_after(text: str) -> tuple[int, int]:
    """Give the line and column, from 1, of what follows `text`."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")
