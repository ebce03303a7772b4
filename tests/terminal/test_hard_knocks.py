"""Terminals that send anything, and systems that stop and end the program at any time."""

from __future__ import annotations

import os
import random
import signal
import termios
import time
from pathlib import Path

import pytest

from tests.proof.killing import RATE, ratings
from tests.terminal.driver import Terminal, forked

TAKEN = ("?1049h", "?25l", "?2004h", "?1000h", "?1003h", "?1006h", "?1004h", ">25u")
GIVEN_BACK = ("?1049l", "?25h", "?2004l", "?1000l", "?1003l", "?1006l", "?1004l", "<u")
PAIRS = tuple(zip(TAKEN, GIVEN_BACK, strict=True))


def manners(app: Terminal) -> list[object]:
    """Give how the terminal treats what is typed: whether it shows it, edits lines, sends signals."""
    return termios.tcgetattr(app.fd)[:4]


def is_set_right(app: Terminal) -> bool:
    """Whether every mode that was asked of the terminal was taken back last."""
    last = [(app.raw.rfind(f"\x1b[{on}".encode()), app.raw.rfind(f"\x1b[{off}".encode())) for on, off in PAIRS]
    return all(off > on >= 0 for on, off in last)


def test_bytes_that_are_no_text_and_no_keys_end_nothing(tmp_path: Path) -> None:
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        os.write(app.fd, b"\xe9\xff\xc3\x28\x1b[1114112u\x1b[99;9;1114112u\x80")
        app.press("2")
        app.wait("1 of 41 rated")
        app.press("q")
        assert app.end() == 0
    assert ratings(tmp_path / "assessment.toml") == [2]


def test_an_environment_that_tells_a_size_that_no_terminal_has_stops_nothing(tmp_path: Path) -> None:
    with forked(tmp_path, *RATE, COLUMNS="99999999", LINES="7") as app:
        app.wait("Python engineering")
        app.press("q")
        assert app.end() == 0


def test_a_stop_without_warning_leaves_the_terminal_to_be_given_back(tmp_path: Path) -> None:
    with forked(tmp_path, *RATE) as app:
        before = manners(app)
        app.wait("41 open")
        assert manners(app) != before
        for number in (signal.SIGSTOP, signal.SIGCONT, signal.SIGCONT):
            os.kill(app.pid, number)
            app.pump(0.3)
        app.wait("41 open")
        app.press("1", "2", "3")
        app.wait("3 of 41 rated")  # no key went to a second listener
        app.press("q")
        assert app.end() == 0
        assert manners(app) == before
        assert is_set_right(app)


@pytest.mark.parametrize("number", [signal.SIGQUIT, signal.SIGUSR1])
def test_every_signal_that_can_be_heard_is_an_orderly_end(tmp_path: Path, number: signal.Signals) -> None:
    with forked(tmp_path, *RATE) as app:
        before = manners(app)
        app.wait("41 open")
        os.kill(app.pid, number)
        assert app.end() == 128 + number
        assert manners(app) == before
        assert is_set_right(app)
    assert not list(tmp_path.glob(".*.lock"))


def test_a_signal_during_the_start_leaves_nothing_behind(tmp_path: Path) -> None:
    """The moment at which the terminal is taken comes long before the first frame."""
    dice = random.Random(7)
    for _ in range(2):
        with forked(tmp_path, *RATE) as app:
            before = manners(app)
            while b"\x1b[?1049h" not in app.raw:
                app.pump(0.01)
            time.sleep(dice.uniform(0, 0.1))
            os.kill(app.pid, signal.SIGTERM)
            assert app.end() == 128 + signal.SIGTERM
            assert manners(app) == before
            assert is_set_right(app)
        assert not list(tmp_path.glob(".*.lock"))
