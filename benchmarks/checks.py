"""Check yourself on a pseudo-terminal, with the shipped framework and all its checks: an answer to its outcome, and on.

An answer includes the posterior, the choice of the next question and the file on disk. The floor of each is the down
key of the same screen, which changes one line.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurements import Measurement, against
from benchmarks.program import Program
from benchmarks.timing import SKILLGAP, environment
from skillgap.files.rubrics import open_pack

EXAMPLE = Path(__file__).parents[1] / "examples" / "backend-engineer.toml"
ANSWERS = 12
PAUSE = 0.4
"""Seconds between keys, as of somebody who reads: for a moment a new question takes no key meant for the last."""
MOST_RATIO = 8.0
"""An answer may take this many times what moving the cursor takes, so that it is felt as at once like that."""
_DOWN, _UNKNOWN, _ON = b"\x1b[B", b"d", b"\r"


def measurements(rounds: int) -> Iterator[Measurement]:  # noqa: ARG001 - one sitting has all its samples
    """Answer a sitting of checks, key by key."""
    pressed: dict[bytes, list[float]] = {_DOWN: [], _UNKNOWN: [], _ON: []}
    with tempfile.TemporaryDirectory() as name:
        answers = Path(name) / "answers.toml"
        shutil.copy(EXAMPLE, answers)
        with Program([SKILLGAP, "check", str(answers)], environment(Path(name) / "home")) as app:
            app.until(b"know")
            app.settle()
            for _ in range(ANSWERS):
                for key, times in pressed.items():
                    time.sleep(PAUSE)
                    app.settle()
                    times.append(app.press(key)[0])
    size = len(open_pack(None).pack.checks)
    floor = Measurement(name="down key to paint", unit="ms", samples=tuple(pressed[_DOWN]), size=size)
    yield floor
    for key, case in ((_UNKNOWN, "answer to outcome painted"), (_ON, "on to next question painted")):
        own = Measurement(name=case, unit="ms", samples=tuple(pressed[key]), size=size)
        yield against(own, floor, MOST_RATIO)
