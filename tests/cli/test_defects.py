"""A mistake of the program itself, in every way of running it but the app, which has its own test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skillgap.ui.session import Session
from tests.cli.running import ANSWERS, SMALL, run
from tests.plain.talking import Talker


def mistaken(*_: Any, **__: Any) -> None:
    raise LookupError("a mistake")


@pytest.fixture
def trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the details of a defect go."""
    monkeypatch.setenv("SKILLGAP_HOME", str(tmp_path))
    return tmp_path / "error.txt"


def test_a_command_ends_in_a_line_and_says_where_the_details_are(
    trace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillgap.cli.results.score", mistaken)
    ran = run("score", ANSWERS, "--pack", SMALL, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (4, "")
    first, second = ran.err.splitlines()
    assert first == "skillgap ended by a mistake of its own (LookupError); no file is left half-written"
    assert second == f"How it came about is in {trace}, for whoever mends it."
    assert 'raise LookupError("a mistake")' in trace.read_text()


def test_a_conversation_ends_with_what_was_saved(trace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talker = Talker(tmp_path, monkeypatch)
    monkeypatch.setattr(Session, "skip", mistaken)
    ran = talker.says("1", "1", "rate", "2", "s")
    assert ran.code == 4, ran.out
    assert ran.err.startswith("skillgap ended by a mistake of its own (LookupError); every answer is saved\n")
    assert str(trace) in ran.err
    assert [answer.level for answer in talker.answers.answers] == [2]
    assert not list(tmp_path.glob(".*.lock"))


def test_a_conversation_whose_answers_could_not_be_saved_says_where_they_went(
    trace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talker = Talker(tmp_path, monkeypatch)
    talker.file.with_name("assessment.toml.bak").mkdir()
    monkeypatch.setattr(Session, "skip", mistaken)
    ran = talker.says("1", "1", "rate", "2", "3", "s")
    assert ran.code == 4
    assert "every answer is saved, in " in ran.err
    assert trace.is_file()
    (kept,) = tmp_path.glob("assessment.unsaved-*.toml")
    assert kept.read_text().count("level = ") == 2
