"""plan: made again from a report, keeping what a person wrote into the old one."""

from __future__ import annotations

import json
import os
import stat
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


def test_answers_of_an_earlier_day_are_looked_at_again_on_the_same_day_by_score_and_by_plan(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(f"updated = 2026-11-01\n{ANSWERS.read_text()}")
    score(answers, tmp_path / "out", "--hours", "8")
    days = [load_plan(tmp_path / "out" / "plan.toml").reassess]
    again(tmp_path / "out")
    days.append(load_plan(tmp_path / "out" / "plan.toml").reassess)
    assert [str(day) for day in days] == ["2027-01-24", "2027-01-24"], "twelve weeks after the answers"


def test_done_marks_hours_and_notes_are_kept(out: Path) -> None:
    edit(out / "plan.toml", 'id = "evaluation-1"\n', 'id = "evaluation-1"\ndone = 2026-12-01\nhours_spent = 12.5\n')
    edit(out / "plan.toml", 'id = "rag-2"\n', 'id = "rag-2"\nnote = "with Kim"\n')
    ran = again(out)
    plan = load_plan(out / "plan.toml")
    assert [(step.id, step.hours_spent) for step in plan.finished] == [("evaluation-1", 12.5)]
    assert {step.id: step.note for step in plan.scheduled}["rag-2"] == "with Kim"
    assert plan.outlook.readiness_now == 71.67
    assert "Done (1):\n  2026-12-01: Evaluation to level 1, 12.5 h of" in ran.out


def test_this_week_stands_first_and_in_full(out: Path) -> None:
    now = run("show", out / "plan.toml", "--today", "2026-11-25").out
    this_week, after = now.split("\nThis week, 6.8 hours on steps, until 2026-11-30:\n")[1].split(
        "\nAfter that, in order:\n"
    )
    assert "Evaluation to level 1" in this_week
    assert "Evaluation to level 2" in after
    later = run("show", out / "plan.toml", "--today", "2026-12-20").out
    assert "\nThis week, 6.8 hours on steps, until 2026-12-21:\n" in later
    assert "\nFrom 2026-11-24 on, 6.8 hours" in run("show", out / "plan.toml", "--today", "2026-01-01").out


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
            "start = 2026-11-24",
            "start = 2026-11-24\nperiod = [{ starts = 2027-01-01, ends = 9999-12-31 }]",
            1,
            "the period lasts more than ten years; change hours_per_week of the budget instead",
        ),
        (
            "start = 2026-11-24",
            "start = 2026-11-24\nperiod = [{ starts = 9999-01-01, ends = 9999-12-31 }]",
            1,
            "the period ends more than a hundred years from the start; look at its year",
        ),
        (
            "deadline = 2027-05-25",
            "deadline = 2026-05-25",
            2,
            "the deadline 2026-05-25 is not after the start 2026-11-24; name another with --by",
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


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "rag-3"', 'id = "rag-2"', "the step rag-2 stands here a second time; keep one of the two"),
        ('id = "rag-3"', 'id = "rag-4"', "the step rag-4 is not level 3 of rag; write rag-3, or mend its skill and to"),
        (
            'id = "rag-3"',
            'id = "rag-3"\nhours_spent = 1e5',
            "hours_spent = 100000 cannot be; write 0 to 10000, or delete the line",
        ),
    ],
)
def test_a_step_that_cannot_be_is_named_with_its_line(out: Path, old: str, new: str, message: str) -> None:
    edit(out / "plan.toml", old, new)
    before = (out / "plan.toml").read_text()
    ran = again(out)
    line = 1 + before[: before.rindex(new.splitlines()[-1])].count("\n")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{out}/plan.toml:{line}:1: error: {message}\n")
    assert (out / "plan.toml").read_text() == before


def test_what_is_decided_twice_is_an_error_at_the_second_place(out: Path) -> None:
    twice = """
[choices]
exclude = [
    { step = "rag", reason = "one" },
    { step = "rag", reason = "two" },
]
good_enough = [{ skill = "rag", level = 1 }, { skill = "rag", level = 2 }]
project = ["bench", "bench"]
"""
    edit(out / "plan.toml", "\n[choices]\n", twice)
    first = 1 + (out / "plan.toml").read_text().split("\n[choices]\n")[0].count("\n") + 4
    ran = again(out)
    assert (ran.code, ran.out) == (1, "")
    said = [line.removeprefix(f"{out}/plan.toml:") for line in ran.err.splitlines()]
    assert said[:3] == [
        f'{first}:7: error: "rag" stands here a second time; keep one of the two',
        f'{first + 2}:48: error: "rag" stands here a second time; keep one of the two',
        f'{first + 3}:21: error: "bench" stands here a second time; keep one of the two',
    ]


def test_days_that_are_probably_slips_of_the_pen_are_said_and_kept(out: Path) -> None:
    edit(out / "plan.toml", 'id = "rag-2"\n', 'id = "rag-2"\ndone = 2072-01-31\n')
    ran = again(out, "--start", "2026-11-01")
    assert "note: rag-2 is marked as done on 2072-01-31, which is still to come; it counts as done\n" in ran.err
    assert "note: the plan begins on 2026-11-01, and today is 2026-11-24; weeks that are over" in ran.err
    assert [str(step.done) for step in load_plan(out / "plan.toml").finished] == ["2072-01-31"]
    assert run(
        "plan", out / "report.toml", "--pack", SMALL, "--today", "2026-11-24", "--by", "2099-01-01"
    ).err.endswith("skillgap: the deadline 2099-01-01 is too far away to plan for; name another with --by\n")


def test_a_deadline_can_be_dropped(out: Path) -> None:
    assert again(out, "--by", "none").code == 0
    assert load_plan(out / "plan.toml").budget.deadline is None


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
        f"{file}:1:1: error: cannot be read as a plan; {file} was left as it is; mend it, or use --force to start"
        " afresh (a copy is kept)"
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
    for nameless in (".", "/"):
        ran = again(out, "-o", nameless)
        assert (ran.code, ran.err) == (3, f"cannot write {nameless}: it is a folder; nothing was written\n")


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


def test_exports_into_one_file_or_nowhere_leave_all_as_it_was(out: Path) -> None:
    before = (out / "plan.toml").read_bytes()
    (out / "file").write_text("mine")
    for names in (("--ics", "x", "--markdown", "y/../x"), ("-o", "new", "--ics", "new")):
        places = [name if name.startswith("-") else out / name for name in names]
        ran = again(out, "--hours", "1", *places)
        assert (ran.code, ran.out) == (2, "")
        assert "would be written twice; name another file" in ran.err
    assert again(out, "--hours", "1", "--ics", out / "new" / "x", "--markdown", out / "file" / "y").code == 3
    assert (out / "plan.toml").read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == ["file", "plan.toml", "report.toml"]


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("same", ["plan.toml", "./plan.toml", "plan.toml.bak"])
def test_one_file_takes_one_result(out: Path, same: str, force: list[str]) -> None:
    (out / "plan.toml").unlink()
    refused = again(out, "--ics", f"{out}/{same}", *force)
    assert (refused.code, refused.err) == (
        2,
        f"skillgap: {Path(out, same)} would be written twice; name another file\n",
    )
    assert again(out, "--ics", out / "both", "--markdown", out / "both").code == 2
    assert [file.name for file in out.iterdir()] == ["report.toml"]


def test_a_plan_and_its_exports_are_written_together_or_not_at_all(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (out / "plan.toml").read_bytes()
    sync, written = os.fsync, 0

    def full(file: int) -> None:
        nonlocal written
        written += stat.S_ISREG(os.fstat(file).st_mode)
        if written > 2:
            raise OSError(28, "No space left on device")
        sync(file)

    monkeypatch.setattr(os, "fsync", full)
    ran = again(out, "--hours", "3", "--ics", out / "plan.ics", "--markdown", out / "plan.md")
    assert (ran.code, ran.out, ran.err) == (3, "", f"cannot write {out}/plan.md: the disk is full\n")
    assert (out / "plan.toml").read_bytes() == before
    assert not {"plan.ics", "plan.md"} & {file.name for file in out.iterdir()}


def test_choices_are_kept_followed_and_taken_back(out: Path) -> None:
    ran = again(
        out,
        *(
            "--pin",
            "rag-2=4",
            "--pin",
            "rag-3=2027-02-10",
            "--first",
            "statistics-3",
            "--exclude",
            "statistics-4=too dear",
        ),
        *("--good-enough", "evaluation:1=Kim does it", "--by", "none"),
    )
    assert (ran.code, ran.err) == (0, f"wrote {out}/plan.toml\n")
    kept = again(out)
    choices = load_plan(out / "plan.toml").choices
    assert [(pin.step, str(pin.day)) for pin in choices.pins] == [("rag-2", "2026-12-15"), ("rag-3", "2027-02-10")]
    assert (choices.first, choices.exclusions[0].reason) == (("statistics-3",), "too dear")
    assert "pinned): Retrieval to level 2" in kept.out
    assert "Evaluation to level 2 (evaluation-2): good enough: Kim does it" in kept.out
    assert "left out by you: too dear" in kept.out
    back = again(out, "--forget", "rag-2", "--forget", "rag-3", "--forget", "statistics-4", "--forget", "evaluation")
    assert back.code == 0
    assert load_plan(out / "plan.toml").choices.first == ("statistics-3",)
    assert "pinned" not in back.out
    assert again(out, "--forget", "rag-2").err.startswith('skillgap: --forget: nothing was decided about "rag-2"')


def test_choices_that_cannot_be_followed_are_listed_and_kept(out: Path) -> None:
    ran = again(out, "--pin", "rag-3=1", "--exclude", "evaluation-1")
    assert ran.code == 0
    assert "note: choices that could not be followed: excluded-need evaluation-1, pin-left-out rag-3\n" in ran.err
    assert "excluded-need: evaluation-1 is excluded, and " in ran.out
    plan = load_plan(out / "plan.toml")
    assert [row.kind for row in plan.conflicts] == ["excluded-need", "pin-left-out"]
    assert (plan.choices.pins[0].step, plan.choices.exclusions[0].step) == ("rag-3", "evaluation-1")


def test_a_project_stands_with_its_deliverable_and_criteria(out: Path) -> None:
    offered = again(out)
    assert "answers: Answers from your own documents, 80 h in place of 140 h for 4 steps" in offered.out
    ran = again(out, "--project", "answers")
    assert "PROJECT Answers from your own documents, 80 h, 60 h less than its 4 steps one by one" in ran.out
    assert "Accepted when: Recall at 5 of 0.8 or more on 50 questions." in ran.out
    assert load_plan(out / "plan.toml").choices.projects == ("answers",)


def test_holidays_weekdays_and_busy_weeks(out: Path) -> None:
    ran = again(
        out,
        *("--holiday", "2026-12-21..2027-01-03", "--holiday", "2027-01-06", "--period", "2027-02-01..2027-02-28=3"),
        *("--weekdays", "2,0,2,0,0,4,0"),
    )
    assert "no hours 2026-12-21 to 2027-01-03, 2027-01-06 to 2027-01-06; 3 from 2027-02-01 to 2027-02-28" in ran.out
    weeks = {str(week.starts): week.room for week in load_plan(out / "plan.toml").weeks}
    assert weeks["2026-12-15"] == 5.1  # Wednesday 2, Saturday 4, and no Monday: less 15 %
    assert weeks["2026-12-22"] == 0
    assert weeks["2026-12-29"] == 1.7  # the Monday after
    assert weeks["2027-01-05"] == 5.1  # no Wednesday
    assert weeks["2027-02-02"] == 2.55
    again(out, "--no-holidays", "--hours", "4")
    budget = load_plan(out / "plan.toml").budget
    assert (budget.periods, budget.weekdays, budget.hours_per_week) == ((), (2, 0, 2, 0, 0, 4, 0), 4)


def test_what_if_compares_and_writes_nothing(out: Path) -> None:
    before = (out / "plan.toml").read_bytes()
    ran = again(out, "--what-if")
    assert ran.out.splitlines()[1:4] == [
        "  Hours a week              4            8           16",
        "  Readiness then       88.3 %       95.0 %      100.0 %",
        "  Points                 26.7         33.3         38.3",
    ]
    assert json.loads(again(out, "--what-if", "--json").out)[2]["hours_per_week"] == 16
    assert (out / "plan.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--pin", "rag-2", '--pin "rag-2" has no week; write it as sql-2=5 or sql-2=2027-01-11'),
        ("--pin", "rag-2=0", '--pin "rag-2=0" has no week; write it as sql-2=5 or sql-2=2027-01-11'),
        ("--pin", "rag-2=2027-13-01", '--pin "2027-13-01" is not a date; write it as 2027-05-31'),
        (
            "--pin",
            "rga-2=3",
            '--pin: no step "rga-2"; a step is a skill, a hyphen and a level, as in sql-2; did you mean "rag"?',
        ),
        ("--pin", "rag-7=3", '--pin: no step "rag-7"; levels go from 1 to 4'),
        (
            "--first",
            "rag",
            '--first: no step "rag"; a step is a skill, a hyphen and a level, as in sql-2; of this skill there are'
            " rag-1 to rag-4",
        ),
        ("--good-enough", "rga=x", '--good-enough: no skill "rga"; did you mean "rag"?'),
        ("--good-enough", "rag:9", '--good-enough: "9" is no level; write 0 to 4'),
        ("--project", "answer", '--project: this pack has no project "answer"; did you mean "answers"?'),
        ("--holiday", "yule", '--holiday "yule" is not a date; write it as 2027-05-31'),
        (
            "--holiday",
            "2027-01-02..2027-01-01",
            "the period ends on 2027-01-01, before it starts; exchange the two days",
        ),
        ("--period", "2027-01-02", '--period "2027-01-02" has no hours; write it as 2027-02-01..2027-02-28=3'),
        ("--period", "2027-01-02=", '--period "2027-01-02=" has no hours; write it as 2027-02-01..2027-02-28=3'),
        ("--period", "2027-01-02=1,2", '--period "2027-01-02=1,2" has no hours; write it as 2027-02-01..2027-02-28=3'),
        (
            "--weekdays",
            "1,2",
            "weekdays are not seven numbers from 0 up, some above 0; write Monday to Sunday,"
            " such as [1, 1, 1, 1, 1, 3, 0]",
        ),
        ("--review", "95", "review_percent = 95 cannot be planned; write 0 to 90"),
        ("--pace", "nan", "pace = nan cannot be planned; write 0.1 to 10, or delete the line"),
    ],
)
def test_a_choice_that_is_mistyped_changes_nothing(out: Path, option: str, value: str, message: str) -> None:
    before = (out / "plan.toml").read_bytes()
    ran = again(out, option, value)
    assert (ran.code, ran.out, ran.err) == (2, "", f"skillgap: {message}\n")
    assert (out / "plan.toml").read_bytes() == before


def test_a_plan_for_another_pack_is_left_alone(out: Path) -> None:
    edit(out / "plan.toml", 'id = "small"', 'id = "large"')
    before = (out / "plan.toml").read_bytes()
    ran = again(out)
    assert ran.code == 3
    assert f"{out}/plan.toml: is a plan for the pack large, the report is on small; nothing was written" in ran.err
    assert (out / "plan.toml").read_bytes() == before
    assert again(out, "--force").code == 0


def test_scoring_again_keeps_what_was_done_and_decided(out: Path) -> None:
    edit(out / "plan.toml", 'id = "evaluation-1"\n', 'id = "evaluation-1"\ndone = 2026-11-20\nnote = "with Kim"\n')
    again(out, "--exclude", "statistics", "--hours", "5", "--holiday", "2026-12-21..2027-01-03")
    before = (out / "plan.toml").read_bytes()
    ran = run("score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", out, "--force")
    assert ran.code == 0
    assert "note: the plan that was there gave its hours and dates, done marks, notes and choices\n" in ran.err
    plan = load_plan(out / "plan.toml")
    assert [(step.id, step.note) for step in plan.finished] == [("evaluation-1", "with Kim")]
    assert (plan.budget.hours_per_week, len(plan.budget.periods)) == (5, 1)
    assert [row.step for row in plan.choices.exclusions] == ["statistics"]
    assert (out / "plan.toml").read_bytes() == before
    assert run("score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", out, "--force", "--hours", "6").code == 0
    assert (out / "plan.toml.bak").read_bytes() == before
