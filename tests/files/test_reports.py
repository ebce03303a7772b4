"""Reports and plans: what is written reads back as the same value, and anything else is refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.errors import BadInput, CannotAccess
from skillgap.files.reports import dump_plan, dump_report, load_plan, load_report, read_any
from skillgap.files.toml import load
from tests.conftest import ROOT
from tests.strategies import any_plans, any_reports

GOLDEN = ROOT / "tests" / "data" / "golden"
MANY = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files") / "file.toml"


@MANY
@given(report=any_reports())
def test_any_report_reads_back_as_it_was(file: Path, report: Report) -> None:
    file.write_text(dump_report(report), encoding="utf-8", newline="")
    assert load_report(file) == report
    assert read_any(load(file)) == report


@MANY
@given(plan=any_plans())
def test_any_plan_reads_back_as_it_was(file: Path, plan: Plan) -> None:
    file.write_text(dump_plan(plan), encoding="utf-8", newline="")
    assert load_plan(file) == plan
    assert read_any(load(file)) == plan


def test_reading_and_writing_again_gives_the_same_bytes() -> None:
    assert dump_report(load_report(GOLDEN / "report.toml")) == (GOLDEN / "report.toml").read_text()
    assert dump_plan(load_plan(GOLDEN / "plan.toml")) == (GOLDEN / "plan.toml").read_text()


def test_a_done_mark_written_by_hand_is_read(tmp_path: Path) -> None:
    text = (GOLDEN / "plan.toml").read_text()
    marked = text.replace('id = "rag-2"\n', 'id = "rag-2"\ndone = 2027-01-31\nhours_spent = 12.5\n', 1)
    (tmp_path / "plan.toml").write_text(marked)
    plan = load_plan(tmp_path / "plan.toml")
    assert [(step.id, step.done, step.hours_spent) for step in plan.finished] == [("rag-2", date(2027, 1, 31), 12.5)]


def test_a_small_change_is_a_small_diff() -> None:
    plan = load_plan(GOLDEN / "plan.toml")
    changed = replace(plan, steps=(replace(plan.steps[0], note="n" * 300), *plan.steps[1:]))
    before, after = dump_plan(plan).splitlines(), dump_plan(changed).splitlines()
    assert [line for line in before if line not in after] == []
    assert [line for line in after if line not in before] == [f'note = "{"n" * 300}"']


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('kind = "plan"', '1:1: error: this is no report: its kind is "plan"; name a report.toml'),
        ("kind = 3", '1:1: error: this is no report: its kind is "3"; name a report.toml'),
        ("", "1:1: error: this is no report; name a report.toml"),
        ("kind = ", '1:8: error: no value after "kind ="; write one, or delete the line'),
        (
            'kind = "report"\nschema = 7',
            "2:1: error: this program reads schema 1, not 7; write schema = 1",
        ),
    ],
)
def test_what_is_no_report_is_named(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "file.toml"
    file.write_text(text)
    with pytest.raises(BadInput) as caught:
        load_report(file)
    assert str(caught.value) == f"{file}:{message}"


def test_every_problem_of_a_plan_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    text = (GOLDEN / "plan.toml").read_text()
    for old, new in (
        ("hours_per_week = 8", 'hours_per_week = "8"'),
        ("weeks = 21", "weks = 21"),
        ('reason = "does-not-fit"', 'reason = "tired"'),
        ("number = 3\n", "number = 3.5\n"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text)
    with pytest.raises(BadInput) as caught:
        load_plan(file)
    assert [problem.what for problem in caught.value.problems] == [
        '"hours_per_week" must be a number, not a string',
        'unknown key "weks"',
        '"number" must be a whole number, not 3.5',
        '"reason" must be one of "does-not-fit", "experience", "needs-experience", "not-rated",'
        ' "excluded", "needs-excluded", "good-enough", not "tired"',
    ]


def test_a_missing_file_is_no_empty_report(tmp_path: Path) -> None:
    with pytest.raises(CannotAccess, match=r"cannot read .*none\.toml: there is no such file"):
        load_report(tmp_path / "none.toml")
