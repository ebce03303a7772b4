"""A person at a small, slow terminal: keys and seconds for a whole rating, bytes a key, seconds a key at 9,600 baud.

python -m benchmarks terminal

At 9,600 baud with a start and a stop bit 960 bytes pass in a second. A script answers a skill as soon as the last one
is painted, so its seconds are what the program adds to a person's reading; reading is not measured here.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from benchmarks.measurements import Measurement
from benchmarks.program import Program
from benchmarks.timing import ROOT, SKILLGAP, environment

SIZES = ((80, 24), (120, 40))
BYTES_A_SECOND = 960
GRACE = 0.4
"""Seconds after which no key counts as typed ahead of the screen."""
SKILLS = 41
"""Skills of the shipped pack that AI Engineer, Senior asks for."""
TARGET = ("--role", "ai-engineer", "--grade", "senior")
DOWN = b"\x1b[B"
Pressed = list[tuple[float, float, int]]


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure the rating of all skills by digits and by arrows, and every key and screen by its bytes."""
    with tempfile.TemporaryDirectory() as name:
        for number, size in enumerate(SIZES):
            folder = Path(name) / str(number)
            yield from _by_digits(folder, size, min(rounds, 3))
            yield from _by_arrows(folder, size)
            yield from _screens(folder, size)


def _opened(folder: Path, size: tuple[int, int], *arguments: str) -> Program:
    shutil.rmtree(folder, ignore_errors=True)
    program = Program([SKILLGAP, *arguments], environment(folder), size)
    program.until(b" rated")
    program.settle()
    time.sleep(GRACE)
    return program


def _name(what: str, size: tuple[int, int]) -> str:
    return f"{what}, {size[0]}x{size[1]}"


def _by_digits(folder: Path, size: tuple[int, int], rounds: int) -> Iterator[Measurement]:
    """One key a skill: seconds and keys for all of them."""
    seconds, counts, pressed = [], [], Pressed()
    for _ in range(rounds):
        with _opened(folder, size, "rate", *TARGET) as program:
            found = [program.press(b"%d" % (number % 6)) for number in range(SKILLS)]
            saved = (folder / "assessment.toml").read_text(encoding="utf-8").count("[[answer]]")
            assert saved == SKILLS, f"{saved} answers in the file"
        pressed += found
        seconds.append(sum(last for _, last, _ in found) / 1000)
        counts.append(len(found) / SKILLS)
    yield Measurement(name=_name("keys a skill", size), unit="keys", samples=tuple(counts), most=2)
    most = 10.0
    yield Measurement(name=_name(f"{SKILLS} skills, script", size), unit="s", samples=tuple(seconds), most=most)
    yield from _bytes("a rating", pressed, size, most=1.5 if size == SIZES[0] else 2.5)


def _by_arrows(folder: Path, size: tuple[int, int]) -> Iterator[Measurement]:
    """Moving the highlight: the key that is pressed most by people who read."""
    with _opened(folder, size, "rate", *TARGET) as program:
        pressed: Pressed = []
        for _ in range(8):
            pressed += [program.press(DOWN) for _ in range(5)]
            program.press(b"g")
    yield from _bytes("an arrow", pressed, size)


def _screens(folder: Path, size: tuple[int, int]) -> Iterator[Measurement]:
    """Going from screen to screen with a complete assessment."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "examples" / "backend-engineer.toml", folder / "answers.toml")
    program = Program([SKILLGAP, "--assessment", str(folder / "answers.toml")], environment(folder), size)
    with program:
        program.until(b"rated")
        program.settle()
        pressed = [program.press(key) for key in (b"a", b"r", b"p", b",", b"o")]
        pressed += [program.press(key) for key in (b"a", b"r", b"p", b",", b"o")]
    yield from _bytes("a change of screen", pressed, size, most=8.0)


def _bytes(what: str, pressed: Pressed, size: tuple[int, int], most: float = 1.0) -> Iterator[Measurement]:
    counts = [count for _, _, count in pressed]
    yield Measurement(name=_name(f"bytes for {what}, p50", size), unit="bytes", samples=tuple(map(float, counts)))
    yield Measurement(name=_name(f"bytes for {what}, p95", size), unit="bytes", samples=(quantiles(counts, n=20)[18],))
    at_line = tuple(count / BYTES_A_SECOND for count in counts)
    yield Measurement(name=_name(f"{what} at 9,600 baud", size), unit="s", samples=at_line, most=most)
