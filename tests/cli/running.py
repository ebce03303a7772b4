"""Run the command line in this process, or in one of its own."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from skillgap.cli import main
from tests.conftest import ROOT, sealed

DATA = ROOT / "tests" / "data"
SMALL = DATA / "packs" / "small"
ANSWERS = DATA / "golden" / "answers.toml"
ON_A_DAY = ("--today", "2026-11-24", "--start", "2026-11-24")
BLANKS = frozenset("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
"""Spaces that Python does not call printable."""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Ran:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return Ran(code, out.getvalue(), err.getvalue())


def harmless(ran: Ran) -> None:
    """Nothing on either stream acts on a terminal or hides, and there is no traceback."""
    for stream in (ran.out, ran.err):
        for line in stream.split("\n"):
            if not line.isprintable():
                bad = [char for char in line if not (char.isprintable() or char in BLANKS)]
                assert not bad, repr(line)
        assert "Traceback" not in stream


def score(answers: str | Path, folder: str | Path, *more: str | Path) -> Ran:
    """Score answers to the small pack on a fixed day."""
    return run("score", answers, "--pack", SMALL, *ON_A_DAY, "-o", folder, *more)


def spawn(
    *arguments: str | Path, home: Path, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "skillgap", *map(str, arguments)],
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        env=environment(home),
        timeout=60,
    )


def environment(home: Path) -> dict[str, str]:
    """Give the environment of a process that finds this checkout's package and nothing of the machine."""
    return {**sealed(home), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
