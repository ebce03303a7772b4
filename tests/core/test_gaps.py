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
from skillgap.plain.results import role_lines, summary_lines
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


@pytest.mark.parametrize(
    ("weights", "level", "said"),
    [
        ((84_999.6, 15_000.4), (1, 0), "Close to Grade 1: readiness 84.9 % is under 85 %."),
        ((69_999.6, 30_000.4), (1, 0), "Not yet Grade 1: readiness 69.9 % is under 85 %."),
    ],
)
def test_no_figure_of_a_report_stands_on_the_other_side_of_a_cut_off(
    weights: tuple[float, float], level: tuple[int, int], said: str
) -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], weights[0]), "b": ([1], weights[1])})])
    found = report(made, REF, profile(made, "r", "g1"), answers(a=level[0], b=level[1]), DAY).summary
    cut_off = round(weights[0] / 1000)
    assert found.verdict_text == said
    assert found.readiness == cut_off - 0.01
    assert found.span == (cut_off - 0.01, cut_off - 0.01)


def test_a_coverage_just_under_the_limit_is_not_rounded_up_to_it() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 79_999.6), "b": ([1], 20_000.4)})])
    found = report(made, REF, profile(made, "r", "g1"), answers(a=1), DAY)
    assert (found.summary.verdict, found.summary.coverage, found.roles[0].grades[0].coverage) == (
        "withheld",
        79.99,
        79.99,
    )
    assert found.notes[0] == "1 skill is not rated yet: readiness lies between 80 % and 100 % once it is."
    assert "79.9 % of the weight" in "\n".join(summary_lines(found))
    assert "g1 withheld (79.9 % answered)" in "\n".join(role_lines(found))


@pytest.mark.parametrize(
    ("required", "aside", "said"),
    [
        (0, False, "No verdict: this target asks for no skill."),
        (1, True, "No verdict: every skill is put aside as not applicable."),
        (1, False, "No verdict: nothing is rated yet (0 of 1 skill in the profile)."),
    ],
)
def test_why_there_is_no_verdict_is_said(required: int, aside: bool, said: str) -> None:
    made = pack([skill("a")], [role("r", {"a": ([required, 1], 1)})])
    given = Assessment(answers=(Answer(skill="a", na="other work"),)) if aside else Assessment()
    assert report(made, REF, profile(made, "r", "g1"), given, DAY).summary.verdict_text == said


def test_an_area_is_the_weighted_mean_of_what_is_rated_in_it() -> None:
    made = pack([skill("a"), skill("b"), skill("c")], [role("r", {"a": ([2], 2), "b": ([3], 1), "c": ([4], 4)})])
    (area,) = report(made, REF, profile(made, "r", "g1"), answers(a=1, b=4), DAY).areas
    assert (area.you, area.target, area.readiness) == (2.0, 2.33, 66.67)  # (2 + 4) / 3, (4 + 3) / 3, (1 + 1) / 3
    assert (area.rated, area.skills, area.loss) == (2, 3, 33.33)
    (area,) = report(made, REF, profile(made, "r", "g1"), Assessment(), DAY).areas
    assert (area.you, area.target, area.readiness) == (None, 3.29, None)  # (4 + 3 + 16) / 7


def test_what_is_open_is_said_to_matter_only_where_it_could_change_the_verdict() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([4], 4), "b": ([4], 1)}, b=[1])])
    said = {
        level: report(made, REF, profile(made, "r", "g1"), answers(a=level), DAY).summary.verdict_text
        for level in (1, 4)
    }
    change = " The open skills could still change this."
    assert said[4] == f"Close to Grade 1: 1 must-have not rated and readiness 80 % is under 85 %.{change}"
    assert said[1] == "Not yet Grade 1: 1 must-have not rated and readiness 20 % is under 85 %."


def test_no_gaps_is_said_only_where_there_are_none() -> None:
    none = "No gaps: every rated skill meets its requirement."
    assert none not in reported().notes
    assert none in reported(answers(python=3, rag=3, evaluation=2, mlops=2, statistics=4, communication=2)).notes
    assert none not in reported(Assessment()).notes


def test_a_gap_says_what_waits_for_a_level_that_is_not_reached_yet() -> None:
    made = pack(
        [skill("a"), skill("b", ("a", 1, 1)), skill("c", ("a", 3, 1))], [role("r", {"a": ([4], 1), "b": ([1], 1)})]
    )
    for level, waiting in ((0, ", needed for 2 other skills"), (1, ", needed for 1 other skill"), (3, "")):
        row = report(made, REF, profile(made, "r", "g1"), answers(a=level), DAY).gaps[0]
        assert row.why == f"weight 1{waiting}"


def test_the_model_is_asked_only_where_some_skills_are_rated_and_others_are_not() -> None:
    assert reported(Assessment()).estimate is None
    assert reported().estimate is None
    assert reported(answers(python=3)).estimate is not None


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
        "Verdict withheld: only 25 % of the weight is answered (1 of 6 skills in the profile)."
    )
    assert made.summary.span == (25.0, 100.0)


def test_nothing_rated_is_no_number() -> None:
    made = reported(Assessment())
    assert made.summary.readiness is None
    assert made.summary.verdict_text == "No verdict: nothing is rated yet (0 of 6 skills in the profile)."


def test_answers_to_unknown_skills_are_listed_in_order() -> None:
    said = replace(
        EXAMPLE_ANSWERS, answers=(Answer(skill="zzz", level=1), *EXAMPLE_ANSWERS.answers, Answer(skill="abc"))
    )
    assert reported(said).unmatched == ("abc", "zzz")


def test_open_answers_that_could_change_the_verdict_are_said() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([2], 9), "b": ([2], 1)}, b=[1])])
    text = report(made, REF, profile(made, "r", "g1"), answers(a=2), DAY).summary.verdict_text
    assert text == "Close to Grade 1: 1 must-have not rated. The open skills could still change this."


def test_must_haves_below_and_not_rated_are_told_apart() -> None:
    made = pack(
        [skill(each) for each in "abcdef"],
        [role("r", {"a": ([2], 9), **{each: ([2], 1) for each in "bcdef"}}, b=[1], c=[1], d=[1], e=[1])],
    )

    def said(**levels: int) -> str:
        return report(made, REF, profile(made, "r", "g1"), answers(a=2, f=2, **levels), DAY).summary.verdict_text

    assert said(b=2, c=0, d=0).startswith("Not yet Grade 1: 2 must-haves below the bar, 1 not rated and readiness")
    assert said(b=2, c=2).startswith("Close to Grade 1: 2 must-haves not rated.")


def test_one_of_a_thing_is_said_in_the_singular() -> None:
    said = replace(answers(python=4, rag=1, evaluation=1, mlops=2, statistics=2), rubric=None)
    notes = reported(replace(said, answers=(*said.answers, Answer(skill="zzz", level=1)))).notes
    assert notes[0].startswith("1 skill is not rated yet: readiness lies between ")
    assert notes[0].endswith(" once it is.")
    assert "1 answer names a skill that this rubric does not have; it is kept in the assessment." in notes


def test_everything_put_aside_is_not_called_unrated() -> None:
    made = pack([skill("a")], [role("r", {"a": ([2], 1)})])
    text = report(made, REF, profile(made, "r", "g1"), answers(a=None), DAY).summary.verdict_text
    assert text == "No verdict: every skill is put aside as not applicable."


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
