"""The conversation of --plain: everything can be said, nothing acts on a terminal, any end of the input is an end."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from skillgap.core.assessment import Evidence
from skillgap.files.paths import shipped_packs_folder
from skillgap.files.reports import load_plan, load_report
from skillgap.plain.rows import rows_of
from tests.cli.running import SMALL, environment
from tests.plain.talking import Talker
from tests.ui.packs import hostile

TARGET = ("", "")
"""The role and grade that are proposed."""
RATED = ("rate", "3", "2", "1", "0", "1", "2")
AIMED = """\
[target]
role = "builder"
grade = "regular"
"""


@pytest.fixture
def talker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talker:
    return Talker(tmp_path, monkeypatch)


def test_the_first_time_it_asks_for_a_target_and_leads_everywhere(talker: Talker) -> None:
    ran = talker.says(*TARGET, *RATED, "results", "q", "plan", "q", "check", "q", "settings", "q", "?", "q")
    assert ran.code == 0
    assert "Which role? 1 to 2. Enter alone: Builder. q changes nothing:" in ran.out
    assert ran.out.index("6 of 6 skills rated, 0 not applicable, 0 open.") < ran.out.index("Gaps, the costliest first")
    menu = re.findall(r"^  \d+ +(\w+): ", ran.out.split("What next?")[0], re.MULTILINE)
    assert len(menu) == len(set(menu))
    assert {"rate", "check", "results", "plan", "export", "target", "settings"} <= set(menu)
    assert talker.answers.target
    assert "This week: Evaluation to level 1, 10 hours left, until " in talker.says("week", "q").out
    again = talker.says("q")
    assert "Which role?" not in again.out
    assert again.out.splitlines()[1] == "Builder, Regular: 6 of 6 skills rated, 0 not applicable, 0 open."


def test_all_that_can_be_said_of_an_answer_is_kept_at_once(talker: Talker) -> None:
    linked, reviewed = (
        ("a", "", "https://example.org/a", "a tool", "2", ""),
        ("a", "3", "", "seen by Ada", "", "2026-09"),
    )
    pieces = ("e", *linked, *reviewed, "1", "", "-", "b", "", "")
    talker.says(*TARGET, "rate", "c fairly", "l 2026-09", "m with care", *pieces, "q", "3")
    answer = talker.answers.answer("python")
    assert (answer.level, answer.confidence, answer.note) == (3, "fairly", "with care")
    assert str(answer.last_used) == "2026-09-01"
    assert answer.evidence == (
        Evidence(kind="linked", note="b", level=2),
        Evidence(kind="reviewed", note="seen by Ada", date=date(2026, 9, 1)),
    )
    taken = talker.says("rate", "f python", "e", "d 1", "u", "d 2", "q", "c none", "l none", "m -", "u", "y", "q")
    assert taken.code == 0
    answer = talker.answers.answer("python")
    assert (answer.level, answer.confidence, answer.last_used, answer.note) == (3, None, None, "")
    assert [piece.kind for piece in answer.evidence] == ["linked"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("c perhaps", "Type unsure, fairly, sure, or none."),
        ("l yesterday", "Not a day that can be kept: write a date as 2026-09-30, 2026-09 or 2026."),
        ("f zzz", "No skill has zzz in its name, area or terms."),
        ("7", "7 is outside the scale; type a level from 0 to 4."),
        ("xx", "Not understood: xx."),
        ("b", "This is the first skill."),
        ("y", "Nothing to redo."),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(talker: Talker, said: str, answer: str) -> None:
    talker.file.write_text(AIMED)
    assert answer in talker.says("rate", said, "q").out
    assert talker.answers.answers == ()


def test_numbers_are_explained_and_lists_are_read_in_pieces(talker: Talker) -> None:
    out = talker.says(
        *TARGET, *RATED, "results", "1", "a 1", "g weight", "g must", "g sideways", "f must-have", "99", "o", "u", "n"
    ).out
    assert "Evaluation, Judging.\nYou rated level 0; the profile asks for level 2.\n" in out
    assert "Gaps of Making: 2.\n" in out
    assert "Gaps, the weightiest first: " in out
    assert "Gaps of must-haves: 1.\n" in out
    assert "There is no such order." in out
    assert "Gaps with must-have: 1.\n1. Evaluation: " in out
    assert "There is no number 99 in the list." in out
    assert "How to read it:\n" in out


def test_decisions_about_the_plan_are_kept_and_taken_back(talker: Talker) -> None:
    talker.says(
        *TARGET,
        *RATED,
        "plan",
        "d 1 2026-01-05 6",
        "y 1",
        "i 3 later",
        "o 4 not mine",
        "n 2 ask Ada",
        "d 3 open 2",
        "h 5",
        "h 2,0,2,0,0,1,0",
        "h 1,2,3",
        "p 1.5",
        "q",
    )
    plan = load_plan(talker.plan)
    assert (plan.budget.weekdays, plan.budget.pace) == ((2, 0, 2, 0, 0, 1, 0), 1.5)
    done = plan.finished[0]
    assert (str(done.done), done.hours_spent) == ("2026-01-05", 6)
    assert talker.answers.answer(done.skill).level == done.to
    assert [row.reason for row in plan.choices.exclusions] == ["not mine"]
    assert len(plan.choices.pins) == 1
    assert "ask Ada" in [step.note for step in plan.steps]
    assert 2 in [step.hours_spent for step in plan.scheduled], "hours so far"
    assert plan.budget.hours_per_week == 5
    excluded = plan.choices.exclusions[0].step
    rows = rows_of(plan)
    number = next(place for place, row in enumerate(rows, 1) if getattr(row, "id", "") == excluded)
    out = talker.says("plan", f"r {number}", "r 1", "u", "i 1", "d 99", "e 2020-01-01", "h 1000", "c", "q").out
    plan = load_plan(talker.plan)
    assert plan.choices.exclusions == ()
    assert len(plan.finished) == 1, "the mark was taken away, and that was undone"
    for text in (
        "Only a step that is still to do can be pinned.",
        "There is no such number",
        "is not after the start",
        "Double the hours: 10 a week",
    ):
        assert text in out


def test_an_export_replaces_only_what_it_may(talker: Talker, tmp_path: Path) -> None:
    out = tmp_path / "out"
    talker.says(*TARGET, "rate", "3", "q", "export", str(out))
    before = load_report(out / "report.toml")
    kept = talker.says("rate", "2", "q", "export", str(out), "no")
    assert "report.toml and plan.toml in " in kept.out
    assert load_report(out / "report.toml") == before
    talker.says("export", str(out), "yes")
    assert load_report(out / "report.toml").summary.rated == 2


def test_settings_are_written_and_count(talker: Talker, sealed_environment: Path) -> None:
    file = sealed_environment / "skillgap" / "settings.toml"
    out = talker.says(
        *TARGET, "settings", "3", "yes", "4", "12", "4", "0", "9", "q", "rate", "2", "q", "plan", "q", "q"
    ).out
    assert "show_target = true" in file.read_text()
    assert "hours_per_week = 12" in file.read_text()
    assert "0 hours a week cannot be planned" in out
    assert "The target asks level 3 " in out
    assert ", 12 hours a week.\n" in out
    talker.says("settings", "3", "no", "u", "u", "q", "q")
    assert "show_target = true" in file.read_text()


@pytest.mark.parametrize("end", range(0, 38, 5))
def test_the_input_may_end_anywhere(talker: Talker, end: int) -> None:
    whole = f"{'|'.join(TARGET)}|rate|c|sure|l|2026|m|one||e|a||x|||q|3|n no|s|q|results|k|1|q|q".split("|")
    whole += ["plan", "d", "1", "f", "1", "why", "h", "9", "q", "target", "", "", "export"]
    ran = talker.says(*whole[:end])
    assert (ran.code, "Traceback" in ran.err) == (0, False)
    assert ran.err.endswith(f"your answers are in {talker.file}\n" if talker.file.exists() else "")


def test_nothing_of_a_hostile_pack_acts_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talker = Talker(tmp_path, monkeypatch, hostile(tmp_path))
    lines = [
        "",
        "",
        "rate",
        "v",
        "1",
        "2",
        "n \x1b[2J",
        "m \x1b]0;x\x07",
        "e",
        "a",
        "",
        "\x1b[1m",
        "",
        "",
        "q",
        "q",
        "results",
        "1",
        "a",
        "a 1",
        "o",
        "u",
        "n",
        "t",
        "",
        "",
        "q",
    ]
    lines += ["plan", "1", "n 1 \x1b[2J", "o 1 \x9b", "q", "where"]
    ran = talker.says(*lines, "q")
    assert ran.code == 0
    assert not {char for char in ran.out + ran.err if not (char.isprintable() or char == "\n")}
    assert not set(ran.out) & set("│┌┐└┘─━┃█▌░"), "no box drawing, no bars"


def test_answers_that_cannot_be_read_wait_for_a_whole_word(talker: Talker) -> None:
    talker.says(*TARGET, "rate", "3", "2", "q")
    good, half = talker.file.read_text(), "half a fi"
    talker.file.write_text(half)
    for line in ("1", "", "3"):
        ran = talker.says(line)
        assert (ran.code, talker.file.read_text()) == (1, half)
        assert f"{talker.file}:1:" in ran.err
    ran = talker.says("spare", "q")
    assert (ran.code, "kept as" in ran.err) == (0, True)
    assert talker.answers.answer("python").level == 3
    assert half in [file.read_text() for file in talker.file.parent.glob("*unreadable*")]
    assert good != half


def test_a_program_at_the_other_end_hears_the_question_first(tmp_path: Path) -> None:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "skillgap",
        "rate",
        "--plain",
        "--pack",
        SMALL,
        "--assessment",
        tmp_path / "a.toml",
    ]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path),
    ) as program:
        assert program.stdout
        assert program.stdin
        while "Level 0 to 4" not in program.stdout.readline():
            pass
        program.stdin.write("3\nq\n")
        program.stdin.flush()
        assert "Python: 3 " in program.stdout.read()
        program.communicate()
    assert program.returncode == 0


def test_a_week_in_the_role_and_a_mentors_question_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talker = Talker(tmp_path, monkeypatch, shipped_packs_folder() / "ai-engineering")
    out = talker.says(*TARGET, "rate", "e", "q", "q", "q").out
    assert "\nA week:\n- Design a retrieval pipeline: how documents are split" in out
    assert "\nComes from: A solid software engineer with two or more years" in out
    assert "\nA mentor may ask: Which Python package or service that others use did you write" in out
