"""The gap report: rows, words, and what it says at its top."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from skillgap.core.assessment import Answer, Assessment, RubricRef
from skillgap.core.gaps import report
from skillgap.core.profiles import profile
from skillgap.core.report import Report
from skillgap.core.scoring import score
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers, pack, role, skill

REF = RubricRef(id="test", version="1")
DAY = date(2026, 11, 24)


def reported(said: Assessment = EXAMPLE_ANSWERS, role_id: str = "first") -> Report:
    return report(EXAMPLE, REF, profile(EXAMPLE, role_id, "g1"), said, DAY)


def test_the_report_shows_what_the_scorer_found() -> None:
    made = reported()
    assert (made.summary.readiness, made.summary.band) == (61.67, (45.0, 80.83))
    assert (made.summary.must_haves_met, made.summary.must_haves) == (1, 2)
    assert [(row.id, row.gap, row.loss, row.priority) for row in made.gaps] == [
        ("evaluation", 2, 20.0, 1),
        ("rag", 2, 13.33, 2),
        ("statistics", 2, 5.0, 3),
    ]
    assert made.summary.verdict_text == (
        "Not yet Grade 1: 1 must-have below the bar and readiness 61.7 % is under 85 %."
    )


def test_a_readiness_just_under_the_limit_is_not_rounded_up_to_it() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 84999), "b": ([1], 15001)})])
    text = report(made, REF, profile(made, "r", "g1"), answers(a=1, b=0), DAY).summary.verdict_text
    assert text == "Close to Grade 1: readiness 84.9 % is under 85 %."


def test_every_row_has_the_gap_to_its_own_target() -> None:
    for row in reported().skills:
        assert row.gap == max(0, row.target - (row.level or 0))


def test_hours_and_reason_of_a_gap() -> None:
    row = reported().gaps[0]
    assert row.hours == 40
    assert row.why == "weight 4, must-have below its floor of 1, needed for 1 other skill"


def test_areas_cost_what_their_skills_cost() -> None:
    made = reported()
    assert sum(area.loss for area in made.areas) == pytest.approx(sum(row.loss for row in made.skills), abs=0.02)


def test_must_haves_put_aside_stand_at_the_top() -> None:
    made = reported(answers(python=4, rag=1, evaluation=None, mlops=2, statistics=2, communication=3))
    assert made.notes[0] == "Must-have put aside as not applicable: Evaluation (not ours)."


def test_a_withheld_verdict_says_why() -> None:
    made = reported(answers(python=4))
    assert made.summary.verdict == "withheld"
    assert made.summary.verdict_text == (
        "Verdict withheld: only 25 % of the profile is answered (1 of 6 skills rated)."
    )
    assert made.summary.span == (25.0, 100.0)


def test_nothing_rated_is_no_number() -> None:
    made = reported(Assessment())
    assert made.summary.readiness is None
    assert made.summary.verdict_text == "No verdict: nothing is rated yet (0 of 6 skills rated)."


def test_answers_to_unknown_skills_are_listed_in_order() -> None:
    said = replace(
        EXAMPLE_ANSWERS, answers=(Answer(skill="zzz", level=1), *EXAMPLE_ANSWERS.answers, Answer(skill="abc"))
    )
    assert reported(said).unmatched == ("abc", "zzz")


def test_open_answers_that_could_change_the_verdict_are_said() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([2], 9), "b": ([2], 1)}, b=[1])])
    text = report(made, REF, profile(made, "r", "g1"), answers(a=2), DAY).summary.verdict_text
    assert text == "Close to Grade 1: 1 must-have below the bar. The unanswered skills could still change this."


def test_a_lower_grade_that_is_met_is_named() -> None:
    made = pack([skill("a")], [role("r", {"a": ([1, 3], 1)})])
    summary = report(made, REF, profile(made, "r", "g2"), answers(a=1), DAY).summary
    assert summary.verdict_text == "Not yet Grade 2: readiness 33.3 % is under 85 %. Your answers meet Grade 1."
    assert (summary.grade_reached, summary.grade_next) == ("g1", "g2")


def test_the_summary_is_the_exact_score_rounded() -> None:
    exact = score(profile(EXAMPLE, "second", "g1"), EXAMPLE_ANSWERS).readiness
    assert reported(role_id="second").summary.readiness == float(round(exact or Fraction(0), 2))


def test_rated_skills_outside_the_profile_are_kept_for_plans() -> None:
    assert [(row.skill, row.level) for row in reported(role_id="second").others] == [("rag", 1), ("evaluation", 0)]
