"""One program at a time on one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from skillgap.files.storage.names import beside
from skillgap.files.toml.reading import reason

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_ATTEMPTS = 20


class Lock:
    """A claim on a file, made without waiting. The system drops it when the process ends, however it ends.

    `held` says whether the claim succeeded; if not, `why` says what stands against it.
    """

    def __init__(self, path: Path) -> None:
        target = Path(os.path.realpath(path))  # by whatever link it was opened
        self.path = beside(target, before=".", after=".lock")
        self.why = ""
        self._file: int | None = None

    @property
    def held(self) -> bool:
        """Whether this process holds the claim."""
        return self._file is not None

    def acquire(self) -> bool:
        """Try to claim the file, at once; tell whether it is claimed now. Never raises."""
        for _ in range(_ATTEMPTS):
            if self.held:
                break
            try:
                if self._try():
                    break
            except OSError as error:
                self.why = f"its lock file cannot be made: {reason(error, 'there is no such folder')}"
                break
        return self.held

    def release(self) -> None:
        """Give the claim up and remove its trace. Does nothing when it is not held."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":  # which cannot remove an open file
            os.close(file)
            self.path.unlink(missing_ok=True)
        else:
            if _is_still(file, self.path):  # removed before it is unlocked: nobody else can have claimed it
                self.path.unlink(missing_ok=True)
            os.close(file)

    def _try(self) -> bool:
        """Whether it is settled who holds the file; it is not when the lock file was removed meanwhile."""
        file = os.open(self.path, _FLAGS, 0o600)
        try:
            if not claim(file):
                self.why = _holder(file)
                os.close(file)
                return True
            if not _is_still(file, self.path):  # its former owner removed it in between
                os.close(file)
                return False
            os.ftruncate(file, 0)
            os.write(file, f"{os.getpid()}\n".encode())
        except OSError:
            os.close(file)
            raise
        self._file, self.why = file, ""
        return True

    def __enter__(self) -> Lock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock(path: Path) -> Lock:
    """Claim a file for the length of a `with` block; ask `held` of what it gives."""
    return Lock(path)


def claim(file: int) -> bool:
    """Lock an open file for this process without waiting; True too where the file system knows no locks."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on one platform only

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        import fcntl  # noqa: PLC0415 - exists on most of the other platforms
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _is_still(file: int, path: Path) -> bool:
    """Whether an open file is the one that a path names now."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except OSError:
        return False


def _holder(file: int) -> str:
    pid = os.read(file, 20).decode("ascii", "replace").strip()
    return f"process {pid} has it open" if pid.isdecimal() else "another process has it open"
