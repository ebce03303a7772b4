"""One skill, five levels: the worked numbers, and what each likelihood promises for any input."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.belief.facts import (
    Evidence,
    Item,
    SkillFacts,
)
from skillgap.core.belief.likelihoods import (
    check_logs,
    evidence_logs,
    evidence_months,
    freshness,
    rating_logs,
    right_probabilities,
)
from tests.core.belief.examples import TOP
from tests.core.belief.examples import item as item_at

FOUR_PLACES = 6e-5


def flat_posterior(*factors: tuple[float, ...]) -> list[float]:
    """Bayes' rule from equally likely levels."""
    weights = [exp(fsum(logs)) for logs in zip(*factors, strict=True)]
    return [weight / fsum(weights) for weight in weights]


def rated_3(*, sharpness: float = 1.0, leniency: float = 0.0, fresh: float = 1.0) -> tuple[float, ...]:
    return rating_logs(3, top=TOP, sharpness=sharpness, leniency=leniency, fresh=fresh)


def mean_level(levels: list[float]) -> float:
    return fsum(level * p for level, p in enumerate(levels))


def test_example_b_rating() -> None:
    likelihood = [exp(each) for each in rated_3()]
    assert likelihood == pytest.approx([0.0465, 0.1066, 0.1951, 0.2449, 0.1951], abs=FOUR_PLACES)
    levels = flat_posterior(rated_3())
    assert levels == pytest.approx([0.0590, 0.1352, 0.2475, 0.3107, 0.2475], abs=FOUR_PLACES)
    assert mean_level(levels) == pytest.approx(2.5525, abs=FOUR_PLACES)
    assert sum(levels[3:]) == pytest.approx(0.5582, abs=FOUR_PLACES)


@pytest.mark.parametrize(("sharpness", "meets"), [(0.7, 0.4950), (1.0, 0.5582), (1.4, 0.6328)])
def test_example_b_confidence(sharpness: float, meets: float) -> None:
    assert sum(flat_posterior(rated_3(sharpness=sharpness))[3:]) == pytest.approx(meets, abs=FOUR_PLACES)


def test_example_b_check() -> None:
    question = item_at("python", 3)
    assert right_probabilities(question, TOP) == pytest.approx(
        [0.2672, 0.3215, 0.4906, 0.7594, 0.9285], abs=FOUR_PLACES
    )
    right = flat_posterior(rated_3(), check_logs(question, right=True, top=TOP))
    assert right == pytest.approx([0.0244, 0.0672, 0.1879, 0.3650, 0.3555], abs=FOUR_PLACES)
    assert sum(right[3:]) == pytest.approx(0.7205, abs=FOUR_PLACES)
    wrong = flat_posterior(rated_3(), check_logs(question, right=False, top=TOP))
    assert wrong == pytest.approx([0.1224, 0.2594, 0.3566, 0.2115, 0.0501], abs=FOUR_PLACES)
    assert sum(wrong[3:]) == pytest.approx(0.2615, abs=FOUR_PLACES)


def test_example_b_evidence() -> None:
    reviewed = evidence_logs(3, top=TOP, sharpness=2.4)
    assert sum(flat_posterior(rated_3(), reviewed)[3:]) == pytest.approx(0.8871, abs=FOUR_PLACES)
    linked = evidence_logs(2, top=TOP, sharpness=1.6)
    right = check_logs(item_at("python", 3), right=True, top=TOP)
    assert sum(flat_posterior(rated_3(), right, linked)[3:]) == pytest.approx(0.8176, abs=FOUR_PLACES)


def test_example_b_recency_leniency_and_never() -> None:
    half = freshness(30, 30)
    assert half == 0.5
    assert sum(flat_posterior(rated_3(fresh=half))[3:]) == pytest.approx(0.4365, abs=FOUR_PLACES)
    assert mean_level(flat_posterior(rated_3(leniency=0.3))) == pytest.approx(2.3947, abs=FOUR_PLACES)
    never = rating_logs(0, top=TOP, sharpness=2.5)
    assert flat_posterior(never) == pytest.approx([0.7583, 0.2173, 0.0224, 0.0019, 0.0002], abs=FOUR_PLACES)


@pytest.mark.parametrize(
    ("sharpness", "correlation"), [(0.4, 0.295), (0.7, 0.486), (0.8, 0.538), (1.0, 0.626), (1.4, 0.75)]
)
def test_sharpness_gives_the_stated_correlation_of_rating_and_level(sharpness: float, correlation: float) -> None:
    """Equally likely levels 0-4; the graded response model then fixes the correlation."""
    joint = {
        (rating, level): exp(rating_logs(rating, top=TOP, sharpness=sharpness)[level]) / (TOP + 1)
        for rating in range(TOP + 1)
        for level in range(TOP + 1)
    }

    def expect(power_of_rating: int, power_of_level: int) -> float:
        return fsum(p * x**power_of_rating * k**power_of_level for (x, k), p in joint.items())

    covariance = expect(1, 1) - expect(1, 0) * expect(0, 1)
    variances = (expect(2, 0) - expect(1, 0) ** 2) * (expect(0, 2) - expect(0, 1) ** 2)
    assert covariance / variances**0.5 == pytest.approx(correlation, abs=0.006 if sharpness == 1.4 else 6e-4)


levels = st.integers(0, 10)
sharpnesses = st.floats(0.05, 5)
freshnesses = st.floats(1e-9, 1)


@given(top=st.integers(1, 10), level=levels, sharpness=sharpnesses, fresh=freshnesses, leniency=st.floats(-2, 3))
@settings(max_examples=100, deadline=None)
def test_ratings_of_one_level_are_a_distribution(
    top: int, level: int, sharpness: float, fresh: float, leniency: float
) -> None:
    level = min(level, top)
    total = fsum(
        exp(rating_logs(rating, top=top, sharpness=sharpness, leniency=leniency, fresh=fresh)[level])
        for rating in range(top + 1)
    )
    assert total == pytest.approx(1.0, abs=1e-12)


@given(
    item=st.builds(
        Item,
        id=st.just("x"),
        skill=st.just("s"),
        difficulty=st.floats(-20, 20),
        slope=st.floats(0.05, 60),
        guess=st.floats(0, 0.9),
    ),
    shown=levels,
    sharpness=sharpnesses,
    fresh=freshnesses,
)
@settings(max_examples=100, deadline=None)
def test_showing_work_and_right_answers_speak_for_higher_levels(
    item: Item, shown: int, sharpness: float, fresh: float
) -> None:
    work = evidence_logs(shown, top=10, sharpness=sharpness, fresh=fresh)
    right = check_logs(item, right=True, top=10)
    wrong = check_logs(item, right=False, top=10)
    assert list(work) == sorted(work)
    assert list(right) == sorted(right)
    assert list(wrong) == sorted(wrong, reverse=True)


def test_a_right_and_a_wrong_answer_share_the_certainty() -> None:
    question = Item(id="x", skill="s", difficulty=1.5, slope=1.5, guess=0.2, ceiling=0.95)
    both = zip(check_logs(question, right=True, top=5), check_logs(question, right=False, top=5), strict=True)
    assert [exp(right) + exp(wrong) for right, wrong in both] == pytest.approx([1.0] * 6)


def test_evidence_counts_from_the_more_recent_of_its_age_and_the_last_use() -> None:
    def months(old: float | None, unused: float | None) -> float:
        return evidence_months(Evidence(level=1, kind="linked", months_old=old), unused)

    assert [months(6, 2), months(2, 6), months(6, None), months(None, 6), months(None, None)] == [2, 2, 6, 6, 0]


def test_a_rating_unused_for_centuries_says_almost_nothing() -> None:
    logs = rating_logs(3, top=5, sharpness=1.4, fresh=freshness(1e6, 18))
    assert max(logs) - min(logs) < 1e-3


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: SkillFacts(id="s", weight=0, required=1), "s: the weight"),
        (lambda: SkillFacts(id="s", weight=float("nan"), required=1), "s: the weight"),
        (lambda: SkillFacts(id="s", weight=1, required=0), "required >= 1"),
        (lambda: SkillFacts(id="s", weight=1, required=2, floor=3), "a floor from 1 to required"),
        (lambda: SkillFacts(id="s", weight=1, required=2, floor=0), "a floor from 1 to required"),
        (lambda: SkillFacts(id="s", weight=1, required=2, rating=-1), "levels start at 0"),
        (lambda: SkillFacts(id="s", weight=1, required=2, rating=1, confidence="never"), "rating 0"),
        (lambda: SkillFacts(id="s", weight=1, required=2, months_unused=-1), "s: months"),
        (lambda: Evidence(level=-1, kind="linked"), "levels start at 0"),
        (lambda: Evidence(level=1, kind="linked", months_old=float("inf")), "age: months"),
        (lambda: Item(id="x", skill="s", difficulty=1, slope=0), "x: the slope"),
        (lambda: Item(id="x", skill="s", difficulty=1, guess=1.0), "guess < ceiling"),
        (lambda: Item(id="x", skill="s", difficulty=1, ceiling=1.1), "ceiling <= 1"),
    ],
)
def test_impossible_facts_are_refused(make: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make()
