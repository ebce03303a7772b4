"""The real program, killed again and again: what was on the screen is on disk.

`SKILLGAP_ROUNDS=1000 SKILLGAP_SEED=7 pytest -m slow -s tests/proof/test_kills.py` runs as many rounds as wanted.
"""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from skillgap.cli import main
from skillgap.files.assessments import open_draft
from skillgap.ui.screens.rate import RateScreen
from tests.proof.killing import RATE, Person, Tally, ratings, temporary
from tests.terminal.driver import Terminal, forked

ROUNDS = int(os.environ.get("SKILLGAP_ROUNDS", "150"))
SEED = int(os.environ.get("SKILLGAP_SEED", "20261124"))


def killed(home: Path, rounds: int, seed: int) -> Tally:
    """Run rounds in one folder; a failure names what brings it about again."""
    tally = Tally()
    person = Person(home, random.Random(seed), tally)
    for number in range(1, rounds + 1):
        try:
            person.round()
        except AssertionError as error:
            error.add_note(f"in round {number} of seed {seed}: SKILLGAP_ROUNDS={number} SKILLGAP_SEED={seed}")
            raise
    return tally


def test_some_kills_lose_nothing(tmp_path: Path) -> None:
    tally = killed(tmp_path, 5, 6)
    assert tally.ways.total() == 5
    assert len(tally.ways) >= 3


@pytest.mark.slow
def test_many_kills_lose_nothing(tmp_path: Path) -> None:
    tally = killed(tmp_path, ROUNDS, SEED)
    print(f"\nseed {SEED}: {tally}")
    assert tally.ways.total() == ROUNDS
    with forked(tmp_path, *RATE) as app:
        app.wait("of 41 rated" if ratings(tmp_path / "assessment.toml") else "41 open")
        assert not temporary(tmp_path)
        app.press("q")
        assert app.end() == 0


def test_a_signal_is_an_orderly_end(tmp_path: Path) -> None:
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        app.press("4", "down", "s", "s")
        app.wait("skill 4 of 41")
        os.kill(app.pid, signal.SIGTERM)
        assert app.end() == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in app.raw, "the person's own screen is back"
        assert "Your answers are in" in app.raw.decode()
    draft = open_draft(tmp_path / "assessment.toml").assessment
    assert [answer.level for answer in draft.answers] == [4]
    assert draft.resume == "cloud-delivery", "the place is kept as well"
    assert not list(tmp_path.glob(".*.lock"))


def test_a_program_that_ignores_hang_ups_ends_with_its_terminal_all_the_same(tmp_path: Path) -> None:
    def under_nohup() -> int:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        return main([*RATE])

    with Terminal(under_nohup, SKILLGAP_HOME=str(tmp_path)) as app:
        app.wait("41 open")
        app.press("2")
        assert app.vanish() == 128 + signal.SIGHUP
    assert ratings(tmp_path / "assessment.toml") == [2]
    assert not list(tmp_path.glob(".*.lock")), "the next window may write"


def test_a_mistake_of_the_program_is_told_without_its_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> None:
        raise LookupError("a mistake")

    monkeypatch.setattr(RateScreen, "action_skip", mistaken)
    with forked(tmp_path, *RATE) as app:
        app.wait("41 open")
        app.press("4", "s")
        assert app.end() == 4
        told = " ".join(app.text.split())
        assert "a mistake of its own (LookupError); every answer is saved" in told
        assert "error.txt" in told
        assert "Traceback" not in app.raw.decode()
    assert ratings(tmp_path / "assessment.toml") == [4]
    assert 'raise LookupError("a mistake")' in (tmp_path / "error.txt").read_text()
