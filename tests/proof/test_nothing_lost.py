"""Names that are too long, files of others, exports that fail half way: nothing of anybody's is lost."""

from __future__ import annotations

import os
import stat
from datetime import date, datetime
from pathlib import Path

import pytest

from skillgap.core.plan import Budget
from skillgap.errors import CannotAccess
from skillgap.files.reports import load_plan
from skillgap.files.storage import beside, is_there, lock, write_together
from skillgap.files.toml.reading import LIMIT
from skillgap.ui.exports import Plans
from skillgap.ui.opening import open_session
from skillgap.ui.session import Session
from tests.cli.running import ON_A_DAY, SMALL, run
from tests.proof.killing import ratings

NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - a person's wall clock
BUDGET = Budget(hours_per_week=8, start=date(2026, 11, 24))


def start(file: Path) -> Session:
    return open_session(file, str(SMALL), clock=lambda: NOW)


def rate(session: Session, *levels: int) -> None:
    for level in levels:
        session.rate(session.current, level)


@pytest.mark.parametrize("name", ["a" * 250 + ".toml", "漢" * 83 + ".toml", "ä" * 127], ids=["long", "wide", "bare"])
def test_a_name_as_long_as_can_be_is_locked_kept_planned_and_copied(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    session = start(file)
    assert not session.is_read_only, session.why_read_only
    rate(session, 1, 2)
    assert session.is_saved, session.problem
    session.plans.keep(session.plan(session.budget))
    assert start(file).is_read_only, "the claim is on this file"
    file.write_text("theirs")
    rate(session, 3)
    assert session.is_saved, session.problem
    texts = [path.read_text() for path in tmp_path.iterdir() if not path.name.endswith(".lock")]
    assert "theirs" in texts
    session.close()
    assert ratings(file) == [1, 2, 3]
    assert Plans(file).previous is not None


def test_long_names_that_begin_alike_do_not_stand_in_for_each_other(tmp_path: Path) -> None:
    one, two = (tmp_path / ("x" * 249 + end + ".toml") for end in "ab")
    assert beside(one, after=".bak") != beside(two, after=".bak")
    with lock(one) as first, lock(two) as second:
        assert first.held
        assert second.held


def test_a_text_of_another_program_that_is_too_large_to_read_is_kept_as_well(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    session = start(file)
    rate(session, 1)
    huge = b"# theirs\n" * (LIMIT // 9 + 1)
    file.write_bytes(huge)
    rate(session, 2, 1)
    assert ratings(file) == [1, 2, 1]
    assert [path.read_bytes() for path in tmp_path.glob("assessment.conflict-*")] == [huge]


def test_a_file_that_was_taken_away_is_not_made_again_for_the_place_alone(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    session = start(file)
    rate(session, 1)
    file.unlink()
    session.move_to(session.interview.skills[0].id)
    session.close()
    assert not file.exists()


def test_a_plan_of_another_program_is_kept_aside(tmp_path: Path) -> None:
    session = start(tmp_path / "assessment.toml")
    rate(session, 0, 0)
    plans, plan = session.plans, session.plan(BUDGET)
    plans.keep(plan)
    assert plans.notice == ""
    theirs = plans.file.read_text().replace("\n[", "\n# mine\n[", 1)
    plans.file.write_text(theirs)
    plans.keep(plan)
    (copy,) = tmp_path.glob("plan.conflict-*.toml")
    assert copy.read_text() == theirs
    assert copy.name in plans.notice
    plans.keep(plan)
    assert plans.notice == ""
    assert load_plan(plans.file) == plan


def test_an_export_whose_second_file_cannot_be_written_takes_the_first_back(tmp_path: Path) -> None:
    session = start(tmp_path / "home" / "assessment.toml")
    rate(session, 1, 1)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "report.toml").write_text("mine")
    (folder / "plan.toml").mkdir()
    with pytest.raises(CannotAccess, match="it is a folder"):
        session.export(folder, replace=True)
    assert (folder / "report.toml").read_text() == "mine"
    (folder / "report.toml").unlink()
    with pytest.raises(CannotAccess, match="it is a folder"):
        session.export(folder, replace=True)
    assert [path.name for path in folder.iterdir() if path.suffix != ".bak"] == ["plan.toml"]


def test_the_command_line_writes_report_and_plan_both_or_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = tmp_path / "answers.toml"
    session = start(answers)
    rate(session, 1, 1)
    session.close()
    written = 0

    def sync(file: int) -> None:
        nonlocal written
        written += stat.S_ISREG(os.fstat(file).st_mode)
        if written > 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", sync)
    ran = run("score", answers, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (3, "")
    assert "the disk is full" in ran.err
    assert not (tmp_path / "out").exists()


def test_several_files_keep_what_they_replaced(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    write_together({one: "1", two: "2"}, replace=False)
    write_together({one: "3", two: "4"}, replace=True, keep_previous=True)
    found = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert found == {"one": "3", "two": "4", "one.bak": "1", "two.bak": "2"}


def test_what_the_system_does_not_say_is_an_error_and_not_an_absence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert is_there(tmp_path / "file")
    assert not is_there(tmp_path / "file" / "below")
    assert not is_there(tmp_path / "none")
    with pytest.raises(CannotAccess, match="the name is too long"):
        is_there(tmp_path / ("x" * 300))
