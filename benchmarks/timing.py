"""Compare commands within one run: interleaved rounds, medians of ratios, spread, contended samples counted."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
SKILLGAP = str(Path(sys.executable).with_name("skillgap"))


@dataclass(slots=True)
class Case:
    """One thing to time against a floor. `run` gives seconds."""

    name: str
    run: Callable[[], float]
    floor: str = ""
    gate: float | None = None
    """The ratio that must hold."""
    times: list[float] = field(default_factory=list)


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


def measure(cases: Sequence[Case], rounds: int) -> None:
    """Run all cases in turn, `rounds` times; the first round only warms up."""
    for number in range(rounds + 1):
        for case in cases:
            seconds = case.run()
            if number:
                case.times.append(seconds)


def table(cases: Sequence[Case]) -> str:
    """Give medians, spread and the median of the ratios taken round by round, as a Markdown table."""
    by_name = {case.name: case for case in cases}
    lines = ["| case | median ms | min-max ms | x floor | gate | holds |", "| --- | --- | --- | --- | --- | --- |"]
    for case in cases:
        ms = sorted(1000 * t for t in case.times)
        cells = [case.name, f"{statistics.median(ms):.1f}", f"{ms[0]:.1f}-{ms[-1]:.1f}"]
        if case.floor:
            ratios = [a / b for a, b in zip(case.times, by_name[case.floor].times, strict=True)]
            ratio = statistics.median(ratios)
            gate = f"{case.gate:.2f}" if case.gate else ""
            holds = ("yes" if ratio <= case.gate else "no") if case.gate else ""
            cells += [f"{ratio:.2f} x {case.floor}", gate, holds]
        else:
            cells += ["", "", ""]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def machine() -> str:
    """Say what it ran on."""

    load = os.getloadavg()[0]
    parts = [f"Python {sys.version.split()[0]}", f"{os.cpu_count()} cores", f"load {load:.1f} at the start"]
    return ", ".join([*parts, *(f"{name} {version(name)}" for name in ("textual", "pydantic"))])
