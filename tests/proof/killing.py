"""Rounds of rating on the real program that end in a kill; afterwards the disk is asked what it still knows.

A round is drawn from a seed. The program runs on a pseudo-terminal of its own, so that it dies as it would in a
person's window; what it drew until then is read to the last byte and says what the person had seen.
"""

from __future__ import annotations

import os
import random
import re
import signal
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal.driver import GRACE, Terminal, forked, skillgap

RATE = ("rate", "--role", "ai-engineer", "--grade", "senior")
WAYS = ("SIGKILL", "SIGKILL", "SIGKILL", "SIGTERM", "SIGHUP", "the terminal vanished")
_COUNT = re.compile(r"\b(\d+) of 41 rated")
LATEST = 0.35
"""Seconds after the first key of a burst at which the last of the kills come; most bursts are on the screen by then."""


@dataclass(slots=True)
class Tally:
    """What happened in many rounds."""

    ways: Counter[str] = field(default_factory=Counter)
    keys: int = 0
    """Keys pressed in bursts."""
    unseen: int = 0
    """Ratings that were on disk before the screen showed them."""
    left: int = 0
    """Temporary files that kills left, all of them removed by the next start."""

    def __str__(self) -> str:
        ways = ", ".join(f"{number} {way}" for way, number in sorted(self.ways.items()))
        return (
            f"{self.ways.total()} kills ({ways}), {self.keys} keys in bursts, {self.unseen} ratings on disk that the"
            f" screen did not show yet, {self.left} temporary files left by kills, nothing lost"
        )


def ratings(file: Path) -> list[int]:
    """Give the levels in an assessment, in the order given; none where there is no file."""
    if not file.exists():
        return []
    return [answer["level"] for answer in tomllib.loads(file.read_text("utf-8")).get("answer", [])]


def temporary(home: Path) -> list[Path]:
    """Give the temporary files below a folder."""
    return [path for path in home.rglob("*") if path.name.endswith(".tmp")]


class Person:
    """Rates role after role in one folder; somebody keeps killing the program."""

    def __init__(self, home: Path, dice: random.Random, tally: Tally) -> None:
        self.home = home
        self.dice = dice
        self.tally = tally
        self.file = home / "assessment.toml"
        self.known: list[int] = []
        """The ratings on disk."""

    def round(self) -> None:
        """Start the program, let it be killed at some moment, and look."""
        if len(self.known) > 30:
            self._begin_anew()
        start = skillgap if self.dice.random() < 0.1 else forked
        with start(self.home, *RATE) as app:
            kind = self.dice.choices(("starting", "rating", "leaving"), (1, 8, 1))[0]
            if kind == "starting":
                time.sleep(self.dice.uniform(0.1, 1.0))
                self._kill(app)
                self._look(app, [])
                return
            app.wait(f"{len(self.known)} of 41 rated" if self.known else "41 open")
            assert not temporary(self.home), "a start removes what a kill left"
            keys = [self.dice.randint(0, 5) for _ in range(self.dice.randint(1, 10))]
            self.tally.keys += len(keys)
            end = time.monotonic() + self.dice.uniform(0, LATEST)
            self._burst(app, keys, end)
            if kind == "leaving":
                app.wait(f"{len(self.known) + len(keys)} of 41 rated")
                os.write(app.fd, b"q")
                end = time.monotonic() + self.dice.uniform(0, GRACE)
            while time.monotonic() < end and app.pump(end - time.monotonic()):
                pass
            self._kill(app)
            self._look(app, keys)

    def _begin_anew(self) -> None:
        for file in self.home.glob("assessment.toml*"):
            file.unlink()
        self.known = []

    def _burst(self, app: Terminal, keys: Sequence[int], end: float) -> None:
        for key in keys:
            os.write(app.fd, str(key).encode())
            if self.dice.random() < 0.5 and time.monotonic() < end:
                app.pump(self.dice.uniform(0, 0.03))

    def _kill(self, app: Terminal) -> None:
        way = self.dice.choice(WAYS)
        self.tally.ways[way] += 1
        if way in signal.Signals.__members__:
            app.kill(signal.Signals[way])
        else:
            app.vanish()

    def _look(self, app: Terminal, keys: Sequence[int]) -> None:
        """Everything that was on the screen is on disk, and nothing is broken."""
        counts = [int(count) for count in _COUNT.findall(app.text)]
        seen = counts[0] if counts else 0
        expected = [*self.known, *keys]
        found = ratings(self.file)
        assert found == expected[: len(found)], f"{found} is not what was pressed: {expected}"
        assert len(found) >= max(seen, len(self.known)), f"the screen showed {seen}, the file has {found}:\n{app.text}"
        previous = ratings(self.file.with_name("assessment.toml.bak"))
        assert previous == expected[: len(previous)]
        self.tally.unseen += len(found) - max(seen, len(self.known))
        self.known = found
        left = temporary(self.home)
        assert len(left) <= 2, f"temporary files pile up: {left}"
        self.tally.left += len(left)
