"""The session: what was said is on disk, can be taken back, and nobody's answers are lost."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from skillgap.cli.farewell import last_words
from skillgap.core.plan import Budget
from skillgap.errors import Usage
from skillgap.files.reports import load_plan, load_report
from skillgap.files.storage import Exists, lock
from skillgap.ui.opening import Unreadable, open_session, restore
from skillgap.ui.session import Session

FIRST, SECOND = "python-engineering", "backend-apis"
NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - a person's wall clock


def start(file: Path, **options: str) -> Session:
    return open_session(file, clock=lambda: NOW, **options)


def levels(file: Path) -> dict[str, int]:
    return {row["skill"]: row["level"] for row in tomllib.loads(file.read_text()).get("answer", []) if "level" in row}


def test_every_change_is_on_disk_at_once(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    assert levels(answers) == {FIRST: 3}
    session.annotate(FIRST, note="why")
    assert tomllib.loads(answers.read_text())["answer"][0]["note"] == "why"
    session.clear(FIRST)
    assert levels(answers) == {}


def test_opening_alone_writes_no_answers(answers: Path) -> None:
    start(answers).close()
    assert not answers.exists()


def test_the_answer_to_a_check_is_on_disk_at_once_and_can_be_taken_back(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    current, quiz = session.current, session.quiz()
    assert quiz.check is not None
    session.respond(quiz.response(0, None, quiz.today, quiz.seed))
    assert [row["item"] for row in tomllib.loads(answers.read_text())["check"]] == [quiz.check.id]
    assert session.current == current
    assert session.undo() == quiz.check.skill
    assert "check" not in tomllib.loads(answers.read_text())
    assert levels(answers) == {FIRST: 3}
    assert session.redo() == quiz.check.skill
    assert len(session.assessment.checks) == 1


def test_the_text_that_was_replaced_stays_as_a_previous_version(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    session.rate(SECOND, 1)
    assert levels(answers.with_name("assessment.toml.bak")) == {FIRST: 3}


def test_undo_takes_answers_back_and_leaves_the_target(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    session.choose_target("ml-engineer", "staff")
    session.rate(FIRST, 4)
    assert [session.undo(), session.undo(), session.undo()] == [FIRST, FIRST, None]
    assert session.profile.name == "ML Engineer · Staff"
    assert levels(answers) == {}
    assert [session.redo(), session.redo(), session.redo()] == [FIRST, FIRST, None]
    assert levels(answers) == {FIRST: 4}


def test_a_new_change_ends_what_could_be_redone(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    session.undo()
    session.rate(FIRST, 1)
    assert session.redo() is None


def test_the_place_is_kept(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    session.move_to("rag-systems")
    session.close()
    assert start(answers).current == "rag-systems"


def test_rating_goes_on_to_the_next_open_skill_and_stays_at_the_end(answers: Path) -> None:
    session = start(answers)
    order = [skill.id for skill in session.interview.skills]
    for skill in order[1:]:
        session.rate(skill, 1)
    assert session.current == FIRST
    session.rate(FIRST, 2)
    assert session.current == FIRST, "the last open one: nothing follows"
    session.rate(FIRST, 3)
    assert session.current == SECOND, "a second pass goes one by one"


def test_a_second_session_on_one_file_is_read_only_until_the_first_is_closed(answers: Path) -> None:
    first = start(answers)
    first.rate(FIRST, 3)
    second = start(answers)
    assert second.is_read_only
    assert "has it open" in second.why_read_only
    second.rate(FIRST, 5)
    second.set_aside(FIRST, "no")
    assert second.undo() is None
    second.close()
    assert levels(answers) == {FIRST: 3}
    first.close()
    assert not start(answers).is_read_only


def test_answers_that_another_program_wrote_meanwhile_are_kept_aside(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    theirs = answers.read_text().replace("level = 3", "level = 5")
    answers.write_text(theirs)
    session.rate(SECOND, 1)
    assert levels(answers) == {FIRST: 3, SECOND: 1}
    kept = answers.with_name("assessment.conflict-20261124-093000.toml")
    assert kept.read_text() == theirs
    assert kept.name in session.notice
    session.rate(SECOND, 2)
    assert len(list(answers.parent.glob("*conflict*"))) == 1


def test_bytes_that_are_no_text_are_kept_aside_as_they_are(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    answers.write_bytes(b"\xff\xfe\x00broken")
    session.rate(SECOND, 1)
    assert answers.with_name("assessment.conflict-20261124-093000.toml").read_bytes() == b"\xff\xfe\x00broken"


def test_a_failed_save_is_told_keeps_the_answer_and_is_tried_again(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    away = answers.parent.with_name("away")
    answers.parent.rename(away)
    answers.parent.write_text("in the way")
    session.rate(SECOND, 1)
    assert "a file has that name" in session.problem
    assert session.assessment.answer(SECOND).level == 1
    answers.parent.unlink()
    away.rename(answers.parent)
    session.rate(SECOND, 2)
    assert session.is_saved
    assert levels(answers) == {FIRST: 3, SECOND: 2}


def test_an_unreadable_file_is_left_as_it_is(answers: Path) -> None:
    answers.parent.mkdir()
    answers.write_text("answer = [[[")
    with pytest.raises(Unreadable) as trouble:
        start(answers)
    assert trouble.value.spare is None
    assert answers.read_text() == "answer = [[["
    assert not trouble.value.order.file.with_name(".assessment.toml.lock").exists(), "the claim is given up"


def test_a_day_still_to_come_is_an_error_but_the_traveller_has_a_day(answers: Path) -> None:
    text = f'[[answer]]\nskill = "{FIRST}"\nlevel = 2\nlast_used = %s\n'
    answers.parent.mkdir()
    answers.write_text(text % "2026-11-25")
    start(answers).close()
    answers.write_text(text % "2026-11-26")
    with pytest.raises(Unreadable, match=":4:1: error: 2026-11-26 is still to come"):
        start(answers)


def test_the_last_good_version_takes_its_place_and_the_unreadable_text_is_kept(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    session.rate(SECOND, 1)
    session.close()
    answers.write_text(answers.read_text() + "\nlevel = = 3\n")
    broken = answers.read_text()
    with pytest.raises(Unreadable) as trouble:
        start(answers)
    assert trouble.value.spare is not None
    session = restore(trouble.value, from_spare=True, clock=lambda: NOW)
    assert session.assessment.answer(FIRST).level == 3
    assert answers.with_name("assessment.unreadable-20261124-093000.toml").read_text() == broken
    assert "assessment.unreadable-20261124-093000.toml" in session.notice
    assert levels(answers) == {FIRST: 3}


def test_beginning_without_answers_keeps_the_unreadable_text_too(answers: Path) -> None:
    answers.parent.mkdir()
    answers.write_text("x =")
    with pytest.raises(Unreadable) as trouble:
        start(answers)
    session = restore(trouble.value, from_spare=False, clock=lambda: NOW)
    assert not session.assessment.answers
    assert next(answers.parent.glob("*.unreadable-*")).read_text() == "x ="


def test_nothing_is_restored_while_another_program_holds_the_file(answers: Path) -> None:
    answers.parent.mkdir()
    answers.write_text("x =")
    with pytest.raises(Unreadable) as trouble:
        start(answers)
    with lock(answers), pytest.raises(Exception, match="has it open"):
        restore(trouble.value, from_spare=False)
    assert answers.read_text() == "x ="


def test_answers_that_the_pack_does_not_know_are_kept(answers: Path) -> None:
    answers.parent.mkdir()
    answers.write_text(
        'schema = 1\n[rubric]\nid = "ai-engineering"\nversion = "0.1"\n'
        '[[answer]]\nskill = "punch-cards"\nlevel = 3\nnote = "long ago"\n'
    )
    session = start(answers, pack="ai-engineering")
    session.rate(FIRST, 2)
    session.close()
    assert levels(answers) == {"punch-cards": 3, FIRST: 2}
    assert start(answers, pack="ai-engineering").assessment.answer("punch-cards").note == "long ago"


def test_the_target_is_what_was_asked_for_else_what_is_in_the_file(answers: Path) -> None:
    session = start(answers, role="ml-engineer", grade="staff")
    session.rate(session.current, 1)
    session.close()
    session = start(answers)
    assert session.profile.name == "ML Engineer · Staff"
    session.close()
    assert start(answers, grade="senior").profile.name == "ML Engineer · Senior"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"role": "ml-enginer"}, 'no role "ml-enginer"; did you mean "ml-engineer"?'),
        ({"grade": "boss"}, 'has no grade "boss"; known: '),
        ({"pack": "nothing"}, 'no pack "nothing"'),
    ],
)
def test_what_is_not_there_is_said_with_what_is(answers: Path, options: dict[str, str], said: str) -> None:
    with pytest.raises(Usage) as error:
        start(answers, **options)
    assert said in str(error.value)


def test_export_writes_both_files_or_neither(answers: Path, tmp_path: Path) -> None:
    session = start(answers, role="ai-engineer", grade="senior")
    for skill in session.interview.skills:
        session.rate(skill.id, 1)
    budget, folder = Budget(hours_per_week=8, start=date(2026, 11, 24)), tmp_path / "out"
    session.budget = budget
    report, plan = session.export(folder, replace=False)
    assert load_report(report) == session.report()
    assert load_plan(plan).budget == budget
    report.unlink()
    plan.write_text("mine")
    with pytest.raises(Exists, match=r"plan\.toml in .*: there already, and nothing was written"):
        session.export(folder, replace=False)
    assert not report.exists()
    assert plan.read_text() == "mine"
    session.export(folder, replace=True)
    assert load_plan(plan).budget == budget
    assert (folder / "plan.toml.bak").read_text() == "mine"


def test_a_plan_that_cannot_be_read_is_left_as_it_is(answers: Path) -> None:
    answers.parent.mkdir()
    answers.with_name("plan.toml").write_text("mine")
    session = start(answers, role="ai-engineer", grade="mid")
    session.rate(FIRST, 0)
    with pytest.raises(Exists, match="left as it is"):
        session.plans.keep(session.plan(session.budget))
    assert answers.with_name("plan.toml").read_text() == "mine"


def test_a_sitting_over_midnight_goes_on_on_the_new_day(answers: Path) -> None:
    now = [datetime(2026, 11, 24, 23, 59)]  # noqa: DTZ001 - a person's wall clock
    session = open_session(answers, clock=lambda: now[0])
    session.rate(FIRST, 2)
    session.budget = replace(session.budget, deadline=date(2026, 11, 25))
    assert not session.is_new_day()
    now[0] += timedelta(minutes=2)
    assert session.is_new_day()
    assert not session.is_new_day(), "it begins once"
    session.rate(SECOND, 2)
    assert [answer["date"] for answer in tomllib.loads(answers.read_text())["answer"]] == [
        date(2026, 11, 24),
        date(2026, 11, 25),
    ]
    assert (session.budget.start, session.budget.deadline) == (date(2026, 11, 25), None)
    assert session.plan(session.budget).scheduled[0].starts == date(2026, 11, 25)
    session.budget = replace(session.budget, start=date(2027, 1, 4))
    assert session.budget.start == date(2027, 1, 4), "a later start is the person's own"


def test_answers_that_their_file_never_takes_are_kept_beside_it(answers: Path) -> None:
    session = start(answers)
    session.rate(FIRST, 3)
    answers.unlink()
    answers.mkdir()
    session.rate(SECOND, 4)
    assert "it is a folder" in session.problem
    session.close()
    assert session.rescued == answers.with_name("assessment.unsaved-20261124-093000.toml")
    assert levels(session.rescued) == {FIRST: 3, SECOND: 4}
    assert list(last_words(session))[1].startswith(f"all of them are in {session.rescued};")


def test_answers_that_nothing_beside_their_file_takes_go_to_the_temporary_files(
    answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillgap.ui.keeping.gettempdir", lambda: str(tmp_path))
    session = start(answers)
    shutil.rmtree(answers.parent)
    answers.parent.write_text("a file where the folder was")
    session.rate(FIRST, 3)
    session.close()
    assert session.rescued is not None
    assert session.rescued.parent == tmp_path
    assert levels(session.rescued) == {FIRST: 3}
