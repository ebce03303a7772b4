"""The examples do what their README says, on the shipped pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.files.assessments import load_assessment
from skillgap.files.reports import load_plan, load_report
from skillgap.files.rubrics import open_pack
from skillgap.files.toml import load
from tests.cli.running import ON_A_DAY, Ran, run
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))


def score(name: str, out: Path, *more: str) -> Ran:
    return run("score", ROOT / "examples" / f"{name}.toml", *ON_A_DAY, "-o", out, *more)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: str(file.stem))
def test_an_example_says_that_it_is_made_up_and_fits_the_shipped_pack(file: Path, tmp_path: Path) -> None:
    assert file.read_text().startswith("# Made up: nobody's real answers.")
    loaded = open_pack(None)
    given = load_assessment(file, loaded)
    assert given.rubric is not None
    assert (given.rubric.id, given.rubric.version) == (loaded.pack.id, loaded.pack.version)
    ran = run("score", file, *ON_A_DAY, "-o", tmp_path)
    assert (ran.code, ran.err) == (0, f"wrote {tmp_path}/report.toml and {tmp_path}/plan.toml\n")


def test_every_example_is_told_in_the_readme() -> None:
    readme = (ROOT / "examples" / "README.md").read_text()
    assert [file.name for file in EXAMPLES if f"`{file.name}`" not in readme] == []


def test_the_backend_engineer_has_answered_everything(tmp_path: Path) -> None:
    assert score("backend-engineer", tmp_path, "--hours", "8").code == 0
    summary = load_report(tmp_path / "report.toml").summary
    assert (summary.skills, summary.rated, summary.not_applicable, summary.unanswered) == (41, 40, 1, 0)
    assert summary.verdict == "not-yet"
    plan = load_plan(tmp_path / "plan.toml")
    assert plan.steps
    assert plan.outlook.readiness_then > plan.outlook.readiness_now
    answers = load(ROOT / "examples" / "backend-engineer.toml").data["answer"]
    assert [answer["na"] for answer in answers if "na" in answer] != [""]


def test_the_career_changer_gets_a_range_and_no_verdict(tmp_path: Path) -> None:
    ran = score("career-changer", tmp_path)
    summary = load_report(tmp_path / "report.toml").summary
    assert summary.verdict == "withheld"
    assert summary.span is not None
    assert summary.span[0] < summary.span[1]
    assert 0.4 <= summary.rated / summary.skills <= 0.6
    assert "not rated yet" in ran.out


def test_the_moving_ml_engineer_can_look_at_two_roles(tmp_path: Path) -> None:
    assert score("ml-engineer-moving", tmp_path / "one").code == 0
    assert score("ml-engineer-moving", tmp_path / "two", "--role", "ai-engineer", "--grade", "senior").code == 0
    one, two = (load_report(tmp_path / name / "report.toml") for name in ("one", "two"))
    assert (one.target.role, two.target.role) == ("ml-engineer", "ai-engineer")
    assert one.summary.unanswered == two.summary.unanswered == 0
