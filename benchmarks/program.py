"""A program on a pseudo-terminal, as a benchmark sees it: when bytes come, how many, and what the process costs."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import ROOT

QUIET = 0.06
"""Seconds without a byte after which a repaint is over."""
_ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;c"}


class Program:
    """A child process whose terminal we are. Close it when done."""

    def __init__(self, command: Sequence[str], env: dict[str, str], size: tuple[int, int] = (120, 40)) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execvpe(command[0], list(command), env)  # noqa: S606 - that is the point
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Program:
        """Give it back."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def until(self, needle: bytes, seconds: float = 60) -> float:
        """Read until `needle` was written; give the seconds since the start."""
        seen, end = b"", time.perf_counter() + seconds
        while time.perf_counter() < end:
            seen += self._read(0.5)
            if needle in seen:
                return self._arrived - self.began
        raise TimeoutError(f"{needle!r} never came; the end of the output was {seen[-300:]!r}")

    def settle(self) -> int:
        """Read until nothing comes any more; give the number of bytes."""
        count = 0
        while data := self._read(QUIET):
            count += len(data)
        return count

    def press(self, key: bytes) -> tuple[float, float, int]:
        """Press a key; give milliseconds to the first and to the last byte that follows, and how many bytes."""
        began = time.perf_counter()
        os.write(self._fd, key)
        count = len(self._read(5))
        first = self._arrived - began
        count += self.settle()
        return 1000 * first, 1000 * (self._arrived - began), count

    def memory(self) -> float:
        """Give the proportional set size in MiB."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

    def processor(self) -> float:
        """Give the seconds of processor time so far, to 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        data = os.read(self._fd, 1 << 16)
        self._arrived = time.perf_counter()
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._fd, answer)
        return data
