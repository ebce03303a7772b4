"""Time whole processes, and programs until something stands on their terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
SKILLGAP = str(Path(sys.executable).with_name("skillgap"))


def environment(home: Path) -> dict[str, str]:
    """An environment with compiled bytecode allowed and a home of its own."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES")}
    return {**kept, "SKILLGAP_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def process(command: Sequence[str], env: dict[str, str]) -> Callable[[], float]:
    """Time a whole process."""

    def run() -> float:
        began = time.perf_counter()
        subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return time.perf_counter() - began

    return run


def first_frame(
    command: Sequence[str], needle: bytes, env: dict[str, str], size: tuple[int, int] = (120, 40)
) -> Callable[[], float]:
    """Time from start until `needle` is written to a pseudo-terminal."""

    def run() -> float:
        began = time.perf_counter()
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(ROOT)
            os.execvpe(command[0], list(command), env)  # noqa: S606 - that is the point
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        try:
            return _await(fd, needle) - began
        finally:
            os.kill(pid, 9)
            os.waitpid(pid, 0)
            os.close(fd)

    return run


def _await(fd: int, needle: bytes, seconds: float = 30) -> float:
    seen = b""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if not select.select([fd], [], [], 0.5)[0]:
            continue
        data = os.read(fd, 1 << 16)
        arrived = time.perf_counter()
        seen += data
        if b"\x1b[6n" in data:
            os.write(fd, b"\x1b[1;1R")
        if b"\x1b[c" in data:
            os.write(fd, b"\x1b[?62;c")
        if needle in seen:
            return arrived
    raise TimeoutError(f"{needle!r} never came; the end of the output was {seen[-300:]!r}")


def machine() -> str:
    """Say what it ran on."""

    load = os.getloadavg()[0]
    parts = [f"Python {sys.version.split()[0]}", f"{os.cpu_count()} cores", f"load {load:.1f} at the start"]
    return ", ".join([*parts, *(f"{name} {version(name)}" for name in ("textual", "pydantic"))])
