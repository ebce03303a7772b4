"""plan: made again from a report, keeping what a person wrote into the old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.files.reports import load_plan
from skillgap.files.toml import load
from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, Ran, run, score


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a report and a plan."""
    score(ANSWERS, tmp_path / "out", "--hours", "8", "--by", "2027-05-25")
    return tmp_path / "out"


def again(out: Path, *more: str | Path) -> Ran:
    return run("plan", out / "report.toml", "--pack", SMALL, *ON_A_DAY, *more)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_nothing_changed_gives_the_same_bytes(out: Path) -> None:
    before = (out / "plan.toml").read_bytes()
    ran = again(out)
    assert (ran.code, ran.err) == (0, f"wrote {out}/plan.toml\n")
    assert (out / "plan.toml").read_bytes() == before


def test_done_marks_hours_and_notes_are_kept(out: Path) -> None:
    edit(out / "plan.toml", 'id = "evaluation-1"\n', 'id = "evaluation-1"\ndone = 2026-12-01\nhours_spent = 12.5\n')
    edit(out / "plan.toml", 'id = "rag-2"\n', 'id = "rag-2"\nnote = "with Kim"\n')
    ran = again(out)
    plan = load_plan(out / "plan.toml")
    assert [(step.id, step.hours_spent) for step in plan.finished] == [("evaluation-1", 12.5)]
    assert {step.id: step.note for step in plan.scheduled}["rag-2"] == "with Kim"
    assert plan.outlook.readiness_now == 71.67
    assert "Done 2026-12-01: Evaluation to level 1" in ran.out


def test_the_time_that_a_plan_may_use_is_kept_and_can_be_changed(out: Path) -> None:
    again(out, "--hours", "4")
    assert load_plan(out / "plan.toml").budget.hours_per_week == 4
    edit(out / "plan.toml", "review_percent = 15", "review_percent = 30")
    again(out, "--by", "2028-01-01")
    budget = load_plan(out / "plan.toml").budget
    assert (budget.hours_per_week, str(budget.deadline), budget.review_percent) == (4, "2028-01-01", 30)


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("review_percent = 15", "review_percent = 100", 1, "review_percent = 100 cannot be planned; write 0 to 90"),
        ("review_percent = 15", "review_percent = -1", 1, "review_percent = -1 cannot be planned; write 0 to 90"),
        ("hours_per_week = 8", "hours_per_week = 0", 1, "0 hours a week cannot be planned; write 0.5 to 100"),
        ("start = 2026-11-24", "start = 2026-11-24\npace = 0", 1, "pace = 0 cannot be planned; write 0.1 to 10, or"),
        ("start = 2026-11-24", "start = 2026-11-24\nweekdays = [1, 2]", 1, "weekdays are not seven numbers from 0 up"),
        (
            "start = 2026-11-24",
            "start = 2026-11-24\nperiod = [{ starts = 2027-01-01, ends = 2026-01-01 }]",
            1,
            "the period ends on 2026-01-01, before it starts; exchange the two days",
        ),
        (
            "deadline = 2027-05-25",
            "deadline = 2026-05-25",
            2,
            "the deadline 2026-05-25 is not after the start 2026-11-24; name a later one with --by",
        ),
    ],
)
def test_time_that_cannot_be_planned_leaves_the_plan_alone(
    out: Path, old: str, new: str, code: int, message: str
) -> None:
    edit(out / "plan.toml", old, new)
    before = (out / "plan.toml").read_bytes()
    ran = again(out)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    line = 1 + before[: before.index(new.splitlines()[-1].encode())].count(b"\n")
    assert code == 2 or ran.err.startswith(f"{out}/plan.toml:{line}:")
    assert (out / "plan.toml").read_bytes() == before


def test_the_plan_before_stays_as_a_copy(out: Path) -> None:
    before = (out / "plan.toml").read_bytes()
    again(out, "--hours", "3")
    assert (out / "plan.toml.bak").read_bytes() == before


def test_a_plan_that_cannot_be_read_is_kept_and_said(out: Path) -> None:
    (out / "plan.toml").write_text("half a pl")
    ran = again(out)
    file = out / "plan.toml"
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == (
        f"{file}: error: cannot be read as a plan; {file} was left as it is; mend it, or use --force to start afresh"
        " (a copy is kept)"
    )
    assert file.read_text() == "half a pl"
    assert again(out, "--force").code == 0
    assert (out / "plan.toml.bak").read_text() == "half a pl"


def test_a_plan_towards_something_else_is_not_overwritten(out: Path) -> None:
    edit(out / "plan.toml", 'grade = "regular"', 'grade = "junior"')
    before = (out / "plan.toml").read_bytes()
    ran = again(out)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        f"{out}/plan.toml: is a plan for builder, junior; nothing was written; use -o to name another file or --force"
        " to replace it\n"
    )
    assert (out / "plan.toml").read_bytes() == before


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_the_report_is_never_overwritten(out: Path, force: list[str]) -> None:
    before = (out / "report.toml").read_bytes()
    ran = again(out, "-o", out / "report.toml", *force)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == f"{out}/report.toml: is the file to read; nothing was written; use -o to name another\n"
    assert (out / "report.toml").read_bytes() == before


def test_a_folder_is_no_place_for_a_plan(out: Path) -> None:
    ran = again(out, "-o", out)
    assert (ran.code, ran.err) == (3, f"cannot write {out}: it is a folder; nothing was written\n")


def test_another_file_can_be_named(out: Path) -> None:
    assert again(out, "-o", out / "deeper" / "mine.toml").code == 0
    assert load(out / "deeper" / "mine.toml").data["kind"] == "plan"


def test_what_is_no_report_is_named(out: Path) -> None:
    ran = run("plan", out / "plan.toml", "--pack", SMALL)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f'{out}/plan.toml:4:1: error: this is no report: its kind is "plan"; name a report.toml\n'
    ran = run("plan", ANSWERS, "--pack", SMALL)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{ANSWERS}:1:1: error: this is no report; name a report.toml\n"


def test_a_role_that_the_pack_lost_is_named_in_the_report(out: Path) -> None:
    edit(out / "report.toml", 'role = "builder"', 'role = "bilder"')
    ran = again(out)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith('error: no role "bilder"; did you mean "builder"?\n')


def test_a_pack_that_is_not_here_is_named_in_the_report(out: Path) -> None:
    ran = run("plan", out / "report.toml")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith('error: unknown pack "small"; known: "ai-engineering"; or name one with --pack\n')


def test_a_changed_pack_is_said(out: Path) -> None:
    edit(out / "report.toml", 'digest = "', 'digest = "0')
    ran = again(out)
    assert ran.code == 0
    assert ran.err.startswith("note: the rubric has changed since this report; score the answers again")


def test_a_calendar_and_a_checklist_are_written_beside_the_plan(out: Path) -> None:
    files = out / "plan.ics", out / "plan.md"
    assert again(out, "--ics", files[0], "--markdown", files[1]).code == 0
    assert files[0].read_text().startswith("BEGIN:VCALENDAR")
    assert "- [ ]" in files[1].read_text()
    before = (out / "plan.toml").read_bytes()
    refused = again(out, "--hours", "1", "--ics", files[0])
    assert refused.code == 3
    assert "plan.ics: exists already; nothing was written" in refused.err
    assert (out / "plan.toml").read_bytes() == before
