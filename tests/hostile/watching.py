"""Watch what this process does to the machine: what it writes, runs, connects to and opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

RUNS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork", "pty.")
CALLS = ("socket.connect", "socket.sendto", "socket.bind", "socket.getaddrinfo", "urllib.", "webbrowser.", "ftplib.")
CHANGES = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_watches: list[Watch] = []


class Watch:
    """What happened while it was on, as far as it must not: outside of the folders that may be written to."""

    def __init__(self, allowed: tuple[Path, ...], secrets: tuple[Path, ...]) -> None:
        self.allowed = tuple(os.path.realpath(folder) for folder in allowed)
        self.secrets = tuple(os.path.realpath(file) for file in secrets)
        self.found: list[str] = []

    def note(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Judge one event."""
        if event.startswith((*RUNS, *CALLS)):
            self.found.append(f"{event} {arguments}")
        elif event == "os.mkdir" and Path(os.fsdecode(arguments[0])).is_dir():
            pass  # it is there already
        elif event in CHANGES or (event == "open" and _writes(arguments)):
            paths = [path for path in arguments[:2] if isinstance(path, str | bytes | os.PathLike)]
            self.found += [f"{event} {path!r}" for path in paths if not self._may_write(path)]
        elif event == "open" and isinstance(arguments[0], str | bytes) and _real(arguments[0]) in self.secrets:
            self.found.append(f"read {arguments[0]!r}")

    def _may_write(self, path: Any) -> bool:
        real = _real(path)
        is_compiled = f"{os.sep}__pycache__{os.sep}" in real
        return is_compiled or real == os.devnull or any(real.startswith(folder) for folder in self.allowed)


def _real(path: Any) -> str:
    return os.path.realpath(os.fsdecode(path))


def _writes(arguments: tuple[Any, ...]) -> bool:
    path, mode, flags = arguments
    is_path = isinstance(path, str | bytes | os.PathLike)
    return is_path and (bool(set(mode or "") & set("wax+")) or bool((flags or 0) & WRITING))


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watches:
        for watch in _watches:
            watch.note(event, arguments)


sys.addaudithook(_hook)  # it cannot be taken away again; it does nothing while nobody watches


@contextmanager
def watched(*allowed: Path, secrets: tuple[Path, ...] = ()) -> Iterator[None]:
    """Nothing runs, nothing is called, and nothing is written but below the folders that are allowed."""
    watch = Watch(allowed, secrets)
    _watches.append(watch)
    try:
        yield
    finally:
        _watches.remove(watch)
    assert not watch.found, watch.found
