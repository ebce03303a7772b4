"""What a person does with the real program: start, rate, be interrupted, go on, look, leave."""

from __future__ import annotations

import os
import signal
import tomllib
from pathlib import Path

import pytest

from tests.terminal.driver import skillgap

RATE = ("rate", "--role", "ai-engineer", "--grade", "senior")


def levels(home: Path) -> list[int]:
    """The ratings in the file, in the order given."""
    data = tomllib.loads((home / "assessment.toml").read_text())
    return [answer["level"] for answer in data.get("answer", []) if "level" in answer]


def test_rate_quit_and_go_on_where_it_was_left(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE) as app:
        app.wait("Python engineering")
        app.press("3", "2", "0")
        app.wait("3 of 41")
        app.press("q")
        assert app.end() == 0
        assert str(tmp_path / "assessment.toml") in app.raw.decode()
    assert levels(tmp_path) == [3, 2, 0]
    with skillgap(tmp_path, *RATE) as app:
        app.wait("Cloud and delivery")
        app.wait("3 of 41")
        app.press("u")
        app.press("q")
        assert app.end() == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_rating_that_was_on_the_screen_survives_any_end(tmp_path: Path, number: signal.Signals) -> None:
    with skillgap(tmp_path, *RATE) as app:
        app.wait("Python engineering")
        app.press("4")
        app.wait("1 of 41")
        app.kill(number)
    assert levels(tmp_path) == [4]
    with skillgap(tmp_path, *RATE) as app:
        app.wait("1 of 41")


def test_undo_and_redo_reach_the_file(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE) as app:
        app.wait("Python engineering")
        app.press("3", "2", "u")
        app.wait("1 of 41")
        assert levels(tmp_path) == [3]
        app.press("\x12")
        app.wait("2 of 41")
        assert levels(tmp_path) == [3, 2]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
def test_every_anchor_can_be_read_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    with skillgap(tmp_path, *RATE, size=size) as app:
        app.wait("Python engineering")
        app.wait("0 None")
        app.wait("Help")
        app.wait("Quit")


def test_a_resize_keeps_the_place(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE, size=(120, 40)) as app:
        app.wait("Python engineering")
        app.press("3")
        app.wait("Backend services")
        for size in ((60, 20), (200, 60), (80, 24)):
            app.resize(*size)
            app.wait("Backend services")
        app.press("2")
        app.wait("2 of 41")


def test_results_and_plan_can_be_seen_at_any_time(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE, size=(120, 40)) as app:
        app.wait("Python engineering")
        app.press("3")
        app.press("r")
        app.wait("1 of 41")
        app.press("p")
        app.until(lambda shown: "week" in shown.lower(), "the plan never came")
        app.press("q")
        assert app.end() == 0


def test_without_a_terminal_it_asks_line_by_line(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE, "--plain") as app:
        app.wait("Level 0 to 5")
        app.press("3", "enter", "q", "enter")
        assert app.end() == 0
        assert b"\x1b" not in app.raw
    assert levels(tmp_path) == [3]


def test_a_dumb_terminal_gets_no_escape_codes(tmp_path: Path) -> None:
    with skillgap(tmp_path, TERM="dumb") as app:
        app.wait("Which role?")
        app.press("q", "enter", "q", "enter")
        app.end()
        assert b"\x1b" not in app.raw


@pytest.mark.slow
def test_what_is_sent_piece_by_piece_is_what_the_whole_screen_would_be(tmp_path: Path) -> None:
    with skillgap(tmp_path, *RATE, size=(120, 40)) as app:

        def is_whole() -> None:
            app.wait("Help")
            seen = app.text
            app.press("\x0c")
            app.wait("Help")
            assert app.text == seen

        app.wait("Python engineering")
        app.press("3", "down", "down", "2", "0", "?")
        app.wait("esc goes back")
        app.press("q")
        app.wait("skill 4 of 41")
        is_whole()
        app.press("r")
        app.wait("Based on")
        app.press("2", "o")
        app.wait("Where you stand")
        is_whole()
        app.resize(60, 20)
        app.wait("Where you stand")
        is_whole()
        app.press("a")
        app.wait("Help")
        app.press("n", "x", "enter", "u", ",")
        app.wait("Colours")
        app.press("down", "down")
        is_whole()
        os.kill(app.pid, signal.SIGTSTP)
        app.screen.reset()
        app.resume()
        app.wait("Colours")
        is_whole()
        before = len(app.raw)
        app.press("down")
        assert len(app.raw) - before < 1000
