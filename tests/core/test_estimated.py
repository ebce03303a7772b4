"""The calibrated estimate in a report: beside the plain figures first, the headline after ten checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skillgap.core.assessment import Answer, Assessment, Response, RubricRef
from skillgap.core.curriculum import Check
from skillgap.core.gaps import report
from skillgap.core.profiles import profile
from skillgap.core.report import Report
from skillgap.plain.results import report_lines
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers

DAY = date(2026, 11, 24)
CHECKS = tuple(
    Check(
        id=f"{skill.id}-{level}",
        skill=skill.id,
        level=level,
        question="Which?",
        options=("this", "that", "those", "these"),
        answer=2,
        why="It is that.",
    )
    for skill in EXAMPLE.skills
    for level in (1, 2)
)
PACK = replace(EXAMPLE, checks=CHECKS)


def reported(*responses: Response) -> Report:
    said = replace(EXAMPLE_ANSWERS, checks=responses)
    return report(PACK, RubricRef(id="test"), profile(PACK, "first", "g1"), said, DAY)


def right(count: int) -> tuple[Response, ...]:
    return tuple(Response(item=check.id, option=2) for check in CHECKS[:count])


def test_a_check_answered_under_a_former_name_is_the_same_check() -> None:
    renamed = replace(PACK, checks=tuple(replace(check, aliases=(f"old-{check.id}",)) for check in CHECKS))
    twice = (Response(item=f"old-{CHECKS[0].id}", option=1), Response(item=CHECKS[0].id, option=2))
    said = replace(EXAMPLE_ANSWERS, checks=twice)
    made = report(renamed, RubricRef(id="test"), profile(renamed, "first", "g1"), said, DAY)
    assert made.estimate == reported(*right(1)).estimate


def test_a_readiness_over_the_whole_profile_is_not_called_one_in_what_is_rated() -> None:
    few = replace(EXAMPLE_ANSWERS, answers=EXAMPLE_ANSWERS.answers[:2], checks=right(10))
    made = report(PACK, RubricRef(id="test"), profile(PACK, "first", "g1"), few, DAY)
    assert (made.mode, made.summary.verdict) == ("calibrated", "withheld")
    assert "in what is rated" not in "\n".join(report_lines(made))


def test_ratings_alone_have_no_estimate() -> None:
    assert reported().estimate is None
    assert reported().mode == "plain"


def test_skills_that_are_not_rated_are_inferred_with_a_range_and_stay_unanswered() -> None:
    some = replace(EXAMPLE_ANSWERS, answers=EXAMPLE_ANSWERS.answers[:3])
    made = report(PACK, RubricRef(id="test"), profile(PACK, "first", "g1"), some, DAY)
    open_rows = [row for row in made.skills if row.state == "unanswered"]
    assert len(open_rows) == 3
    for row in open_rows:
        assert row.level is None
        assert row.inferred is not None
        assert row.inferred_range is not None
        assert row.inferred_range[0] <= row.inferred <= row.inferred_range[1]
        assert row.inferred_range[1] - row.inferred_range[0] >= 2, "wide, for nothing was said"
    assert all(row.inferred is None for row in made.skills if row.state == "rated")
    assert made.mode == "plain"
    assert made.estimate is not None
    assert made.estimate.inferred == 3
    assert made.summary.rated == 3
    assert made.summary.verdict == "withheld"
    assert any(note.startswith("3 skills are inferred from your other answers") for note in made.notes)


def test_a_few_checks_stand_beside_the_plain_headline() -> None:
    made = reported(*right(3))
    assert made.mode == "plain"
    assert made.summary == reported().summary
    assert made.estimate is not None
    assert made.estimate.checks == 3
    assert made.estimate.low < made.estimate.readiness < made.estimate.high


def test_ten_checks_make_the_model_the_headline_and_the_report_says_so() -> None:
    made = reported(*right(10))
    assert made.mode == "calibrated"
    assert made.estimate is not None
    assert made.summary.readiness == made.estimate.readiness
    assert made.summary.band == (made.estimate.low, made.estimate.high)
    assert "10 checks and your ratings" in made.summary.verdict_text


def test_right_answers_never_lower_and_wrong_ones_never_raise_what_is_likely() -> None:
    plain = {row.id: row.likely or 0 for row in reported(Response(item="python-1", option=0)).skills}
    better = {row.id: row.likely or 0 for row in reported(Response(item="python-1", option=2)).skills}
    assert better["python"] > plain["python"]
    assert all(better[name] >= plain[name] for name in plain)


def test_a_high_rating_with_wrong_checks_is_a_blind_spot_in_plain_words() -> None:
    wrong = [Response(item=f"python-{level}", option=1) for level in (1, 2)]
    made = reported(*wrong)
    assert [(row.skill, row.kind, row.wrong) for row in made.contrasts] == [("python", "blind spot", 2)]
    assert made.contrasts[0].note in made.notes
    for word in ("dishonest", "inflated", "failed"):
        assert word not in made.contrasts[0].note


def test_an_unknown_check_is_named_and_changes_nothing() -> None:
    made, known = reported(*right(3), Response(item="gone", option=1)), reported(*right(3))
    assert made.estimate == known.estimate
    assert "Answer to an unknown check, kept and not used: gone." in made.notes
    changed = reported(*right(3), Response(item="mlops-1", option=2, chosen="0badcafe"))
    assert changed.estimate == known.estimate
    assert "Answer to a check that says something else now, kept and not used: mlops-1." in changed.notes


def test_a_prerequisite_is_worth_a_note_only_below_what_the_pack_asks_of_it() -> None:
    """Whatever the skills are called: two of one name are two."""
    made = replace(PACK, skills=tuple(replace(each, name="Same") if each.id != "rag" else each for each in PACK.skills))
    for evaluation, rag, noted in ((0, 3, True), (1, 3, False), (0, 2, False)):  # rag 3 builds on evaluation 1
        said = replace(answers(python=3, rag=rag, evaluation=evaluation, mlops=3, statistics=2), checks=right(1))
        notes = report(made, RubricRef(id="test"), profile(made, "first", "g1"), said, DAY).notes
        found = [note for note in notes if "which it builds on" in note]
        assert [note.startswith("You rated Rag 3 and Same, which it builds on, 0.") for note in found] == [True] * noted


def test_the_last_answer_to_a_check_counts() -> None:
    twice = reported(Response(item="python-1", option=1), Response(item="python-1", option=2))
    assert twice.estimate == reported(Response(item="python-1", option=2)).estimate
    first, last = (Response(item="python-1", option=n, date=date(2026, 11, n)) for n in (1, 2))
    assert reported(last, first).estimate == reported(first, last).estimate == twice.estimate


def test_a_headline_says_nothing_of_must_haves_where_there_are_none() -> None:
    bare = replace(
        PACK, roles=tuple(replace(r, targets=tuple(replace(t, floor=()) for t in r.targets)) for r in PACK.roles)
    )
    said = replace(EXAMPLE_ANSWERS, checks=right(10))
    made = report(bare, RubricRef(id="test"), profile(bare, "first", "g1"), said, DAY)
    assert made.mode == "calibrated"
    assert "must-have" not in made.summary.verdict_text
    assert "Must-haves" not in "\n".join(report_lines(made))
    assert "Must-haves: 1 of 2 met by your ratings" in "\n".join(report_lines(reported(*right(10))))


def test_the_doubts_name_one_skill_as_one_and_no_leniency_of_nothing() -> None:
    levels = answers(python=3, rag=2, evaluation=4, mlops=2, statistics=1, communication=3)
    for said, doubt in (
        (
            levels,
            "How you rate: taken together, your answers look neither too generous nor too strict; that is counted.",
        ),
        (
            replace(levels, answers=levels.answers[:-1]),
            "The skill that is not rated: it is inferred from the other answers.",
        ),
    ):
        made = report(PACK, RubricRef(id="test"), profile(PACK, "first", "g1"), replace(said, checks=right(10)), DAY)
        assert doubt in made.doubts


def test_what_would_change_the_result_most_is_offered() -> None:
    assert len(reported(*right(1)).levers) == 3


def test_nothing_applicable_is_no_estimate() -> None:
    aside = Assessment(answers=tuple(Answer(skill=skill.id, na="") for skill in PACK.skills), checks=right(1))
    made = report(PACK, RubricRef(id="test"), profile(PACK, "first", "g1"), aside, DAY)
    assert made.estimate is None


def test_the_lines_of_a_report_say_what_its_range_means() -> None:
    calibrated = "\n".join(report_lines(reported(*right(10))))
    assert "four times in five)" in calibrated
    assert "every rating one level off" not in calibrated
    beside = "\n".join(report_lines(reported(*right(3))))
    assert "every rating one level off" in beside
    assert "four times in five), by 3 checks and your ratings" in beside
