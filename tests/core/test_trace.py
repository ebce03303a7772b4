"""The trace of a skill's loss: exact, complete, and equal to the number shown."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.profiles import profile
from skillgap.core.scoring import Score, score
from skillgap.core.trace import CUT_OFFS, figure, hundredths, number_text, points_text, readiness_text, trace
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, EXAMPLE_TARGETS, answers

FIRST = profile(EXAMPLE, "first", "g1")
EXAMPLE_SCORE = score(FIRST, EXAMPLE_ANSWERS)


def exact_loss(score: Score, skill: str) -> Fraction:
    """The loss that the arithmetic of a trace ends in."""
    line = next(line for line in trace(score, skill) if line.startswith("Loss:"))
    return Fraction(line.rpartition("= ")[2])


def test_trace_names_every_number_behind_a_loss() -> None:
    assert trace(EXAMPLE_SCORE, "evaluation") == (
        "You rated level 0; the profile asks for level 2.",
        "Covered share: 0/2 = 0.",
        "Must-have with a floor of 1: level 0 is below it, and nothing else makes up for that.",
        "Weight of this skill: 4.",
        "Weight of all 6 rated skills: 20.",
        "Loss: 100 × weight 4 × missing share 1 / all weights 20 = 20",
        "20.0 points of readiness",
    )


def test_trace_of_a_fraction_is_exact_and_ends_in_the_number_shown() -> None:
    lines = trace(EXAMPLE_SCORE, "rag")
    assert lines[-2:] == (
        "Loss: 100 × weight 4 × missing share 2/3 / all weights 20 = 40/3",
        "13.3 points of readiness",
    )


def test_surplus_is_said_not_to_count() -> None:
    lines = trace(EXAMPLE_SCORE, "python")
    assert "Covered share: 3/3 = 1. Levels above the requirement do not count more." in lines
    assert "Must-have with a floor of 3: met." in lines
    assert lines[-1] == "0.0 points of readiness"


def test_unanswered_and_not_applicable_skills_cost_nothing_and_say_why() -> None:
    result = score(FIRST, answers(python=4, rag=1, evaluation=None))
    assert trace(result, "evaluation") == (
        "Put aside as not applicable; the profile asks for level 2.",
        "It is a must-have: the report says at its top that it was put aside.",
        "Its weight of 4 leaves the profile: no gain, no loss",
    )
    assert trace(result, "mlops") == (
        "Not rated yet; the profile asks for level 2.",
        "An unanswered skill is no zero: it stays out of readiness and lowers the coverage instead.",
        "Weight 3 of 16: rating it adds 18.8 % coverage",
        "It costs nothing so far",
    )
    assert "3 unanswered, with a weight of 7: not in these sums." in trace(result, "rag")
    assert "1 not applicable, with a weight of 4: not in these sums." in trace(result, "rag")


def test_unanswered_must_have_counts_as_not_met() -> None:
    lines = trace(score(FIRST, answers(rag=1)), "python")
    assert "Must-have with a floor of 3: counted as not met until it is rated." in lines


def test_a_skill_that_is_not_asked_has_no_trace() -> None:
    with pytest.raises(KeyError):
        trace(EXAMPLE_SCORE, "cooking")


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(EXAMPLE_TARGETS)), st.none() | st.integers(0, 4), min_size=1))
def test_traced_losses_are_the_scored_ones_and_sum_to_what_is_missing(levels: dict[str, int | None]) -> None:
    result = score(FIRST, answers(**levels))
    rated = [row for row in result.skills if row.state == "rated"]
    losses = {row.skill: exact_loss(result, row.skill) for row in rated}
    assert losses == {row.skill: row.loss for row in rated}
    assert sum(losses.values()) == (100 - result.readiness if result.readiness is not None else 0)
    for row in rated:
        assert trace(result, row.skill)[-1].split()[0] == points_text(losses[row.skill])


@given(st.fractions(0, 10**6) | st.decimals(0, 10**6, places=3).map(Fraction))
def test_numbers_in_words_are_exact(number: Fraction) -> None:
    assert Fraction(number_text(number)) == number


@given(st.fractions(0, 100), st.booleans())
def test_a_number_reads_the_same_from_the_sums_and_from_a_report(points: Fraction, tenths: bool) -> None:
    kept = hundredths(points, *CUT_OFFS)
    assert figure(points, *CUT_OFFS, tenths=tenths) == figure(kept, *CUT_OFFS, tenths=tenths)
    assert all((points < limit) == (kept < limit) == (float(readiness_text(points)) < limit) for limit in CUT_OFFS)
    assert float(readiness_text(points)) in {float(f"{kept:.1f}"), 69.9, 84.9}


@pytest.mark.parametrize(
    ("points", "shown"),
    [(Fraction(32551, 1000), "32.5"), (Fraction(84999, 1000), "84.9"), (Fraction(85), "85.0"), (69.96, "69.9")],
)
def test_readiness_is_rounded_as_a_report_holds_it_and_stays_under_a_cut_off(
    points: Fraction | float, shown: str
) -> None:
    assert readiness_text(points) == shown
