"""Many skills with two shared unknowns: the worked numbers and the promises of the posterior."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.belief.facts import (
    CheckOutcome,
    Confidence,
    Item,
    SkillFacts,
)
from skillgap.core.belief.posterior import Belief, believe, headline
from tests.core.belief.examples import TOP, example_a, outcome
from tests.core.belief.strategies import evidence, outcomes, profiles

HAIR = 1e-12


def test_example_a_from_ratings_only() -> None:
    belief = believe(example_a(checked=False), top=TOP)
    assert belief.readiness.mean == pytest.approx(51.03, abs=0.005)
    assert belief.readiness.sd == pytest.approx(22.38, abs=0.005)
    assert belief.leniency == pytest.approx(0.1988, abs=6e-5)
    assert belief.general_level == pytest.approx(1.3705, abs=6e-5)


def test_example_a_with_checks_and_evidence() -> None:
    belief = believe(example_a(checked=True), top=TOP)
    assert belief.readiness.mean == pytest.approx(60.00, abs=0.005)
    assert belief.readiness.sd == pytest.approx(18.88, abs=0.005)
    assert belief.leniency == pytest.approx(0.1192, abs=6e-5)
    assert belief.skill("python").levels == pytest.approx([0.0159, 0.0848, 0.2898, 0.4076, 0.2019], abs=6e-5)
    assert belief.readiness.low == pytest.approx(60.00 - 1.2816 * 18.88, abs=0.01)
    assert belief.readiness.high == pytest.approx(60.00 + 1.2816 * 18.88, abs=0.01)
    floors = [each.meets_floor for each in belief.must_haves]
    assert [each.id for each in belief.must_haves] == ["python", "evaluation"]
    assert floors[0] == pytest.approx(0.4076 + 0.2019, abs=2e-4)
    assert belief.must_haves_met == pytest.approx(fsum(each or 0 for each in floors))


def test_leniency_weights_are_the_published_five() -> None:
    """With nothing said the cells keep their prior: .0545 .2442 .4026 .2442 .0545 at -.9 ... 1.5."""
    belief = believe((SkillFacts(id="s", weight=1, required=1),), top=TOP)
    by_leniency = [fsum(belief.cell_weights[step::5]) for step in range(5)]
    assert by_leniency == pytest.approx([0.0545, 0.2442, 0.4026, 0.2442, 0.0545], abs=6e-5)
    assert belief.leniency == pytest.approx(0.3)
    assert belief.general_level == pytest.approx(TOP / 2)


@pytest.mark.parametrize("unit", [2.0**-1074, 2.0**-300, 2.0**1020])
def test_weights_may_have_any_unit(unit: float) -> None:
    """Only their proportions count, also where their sum is more than a float can hold."""
    scaled = tuple(replace(each, weight=each.weight * unit) for each in example_a(checked=True))
    assert numbers(believe(scaled, top=TOP)) == numbers(believe(example_a(checked=True), top=TOP))


def numbers(belief: Belief) -> dict[str, object]:
    """Everything reported, by name, so that two beliefs can be compared exactly."""
    whole = {"readiness": belief.readiness, "general": belief.general_level, "leniency": belief.leniency}
    return whole | {each.id: each for each in belief.skills}


@given(facts=profiles(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_no_order_changes_any_bit(facts: tuple[SkillFacts, ...], data: st.DataObject) -> None:
    shuffled = tuple(
        replace(
            skill,
            evidence=tuple(data.draw(st.permutations(skill.evidence))),
            checks=tuple(data.draw(st.permutations(skill.checks))),
        )
        for skill in data.draw(st.permutations(facts))
    )
    assert numbers(believe(shuffled, top=5)) == numbers(believe(facts, top=5))


@given(facts=profiles())
@settings(max_examples=60, deadline=None)
def test_probabilities_sum_to_one_and_losses_to_what_is_missing(facts: tuple[SkillFacts, ...]) -> None:
    belief = believe(facts, top=5)
    assert fsum(belief.cell_weights) == pytest.approx(1.0, abs=HAIR)
    for skill in belief.skills:
        assert fsum(skill.levels) == pytest.approx(1.0, abs=HAIR)
        assert all(0.0 <= p <= 1.0 for p in skill.levels)
    assert fsum(each.loss for each in belief.skills) == pytest.approx(100 - belief.readiness.mean, abs=1e-9)
    readiness = belief.readiness
    assert 0.0 <= readiness.low <= readiness.mean <= readiness.high <= 100.0


@given(facts=profiles(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_right_answer_never_lowers_and_a_wrong_one_never_raises(
    facts: tuple[SkillFacts, ...], data: st.DataObject
) -> None:
    """For every skill, not only the one asked about, and for every level.

    The joint distribution of levels, general level and minus leniency is a product of factors that are
    totally positive of order two (the Gaussian kernel of level and general level; the graded response, a
    log-concave function of level + leniency), so it is affiliated, and conditioning on a likelihood that rises
    with one level raises every other (Karlin & Rinott 1980; Milgrom & Weber 1982).
    """
    index = data.draw(st.integers(0, len(facts) - 1))
    answer = data.draw(outcomes(facts[index].id, 5))
    asked = replace(facts[index], checks=(*facts[index].checks, answer))
    before = believe(facts, top=5)
    after = believe((*facts[:index], asked, *facts[index + 1 :]), top=5)
    lower, upper = (before, after) if answer.right else (after, before)
    for low, high in zip(lower.skills, upper.skills, strict=True):
        assert all(low.at_least(level) <= high.at_least(level) + HAIR for level in range(6))
    assert lower.readiness.mean <= upper.readiness.mean + 1e-10
    assert lower.must_haves_met <= upper.must_haves_met + HAIR


@given(facts=profiles(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_evidence_never_lowers(facts: tuple[SkillFacts, ...], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(facts) - 1))
    shown = replace(facts[index], evidence=(*facts[index].evidence, data.draw(evidence(5))))
    before = believe(facts, top=5)
    after = believe((*facts[:index], shown, *facts[index + 1 :]), top=5)
    for low, high in zip(before.skills, after.skills, strict=True):
        assert all(low.at_least(level) <= high.at_least(level) + HAIR for level in range(6))


@given(facts=profiles(), guess=st.floats(0.05, 0.9))
@settings(max_examples=60, deadline=None)
def test_a_flat_likelihood_changes_nothing(facts: tuple[SkillFacts, ...], guess: float) -> None:
    """An item far above everyone is answered by guessing alone, so its right answer says nothing."""
    flat = Item(id="flat", skill=facts[0].id, difficulty=1000.0, slope=5.0, guess=guess)
    guessed = replace(facts[0], checks=(*facts[0].checks, CheckOutcome(item=flat, right=True)))
    before, after = believe(facts, top=5), believe((guessed, *facts[1:]), top=5)
    for old, new in zip(before.skills, after.skills, strict=True):
        assert new.levels == pytest.approx(old.levels, abs=HAIR)
    assert after.readiness.sd == pytest.approx(before.readiness.sd, abs=1e-9)


@given(facts=profiles())
@settings(max_examples=50, deadline=None)
def test_a_skill_nothing_was_said_about_does_not_change_what_is_believed_of_the_others(
    facts: tuple[SkillFacts, ...],
) -> None:
    silent = SkillFacts(id="silent", weight=1, required=3, months_unused=50)
    before, after = believe(facts, top=5), believe((*facts, silent), top=5)
    for old, new in zip(before.skills, after.skills[:-1], strict=True):
        assert new.levels == pytest.approx(old.levels, abs=HAIR)
    assert after.leniency == pytest.approx(before.leniency, abs=HAIR)


def even_raters(rating: int, *, top: int, confidence: Confidence) -> Belief:
    facts = (
        SkillFacts(id=f"s{number}", weight=1, required=3, floor=2, rating=rating, confidence=confidence)
        for number in range(40)
    )
    return believe(tuple(facts), top=top)


@pytest.mark.parametrize("top", [4, 5])
def test_who_rates_everything_zero_ends_near_zero_and_everything_top_near_a_hundred(top: int) -> None:
    nothing = even_raters(0, top=top, confidence="fairly")
    never = even_raters(0, top=top, confidence="never")
    everything = even_raters(top, top=top, confidence="fairly")
    assert never.readiness.mean < nothing.readiness.mean < 20
    assert everything.readiness.mean > 80
    assert never.must_haves_met < nothing.must_haves_met < 4
    assert everything.must_haves_met > 36
    assert nothing.general_level < 0.5
    assert everything.general_level > top - 0.5


def test_the_calibrated_readiness_is_the_headline_from_ten_checks_on() -> None:
    nine = tuple(
        SkillFacts(
            id=f"s{number}", weight=1, required=3, checks=tuple(outcome(f"s{number}", q, right=True) for q in (1, 2, 3))
        )
        for number in range(3)
    )
    tenth = SkillFacts(id="s9", weight=1, required=3, checks=(outcome("s9", 2, right=False),))
    assert headline(nine) == "plain"
    assert headline((*nine, tenth)) == "calibrated"


def test_a_finer_scale_needs_no_other_code() -> None:
    """On a scale of two levels with one skill, by hand: prior of level 1 averaged over g = 0, 1/2, 1."""
    belief = believe((SkillFacts(id="s", weight=2, required=1),), top=1)
    assert belief.skills[0].levels == pytest.approx([0.5, 0.5])
    assert belief.readiness.mean == pytest.approx(50.0)
    assert len(belief.cell_weights) == 3 * 5


@pytest.mark.parametrize(
    ("facts", "top", "why"),
    [
        ((), 5, "without skills"),
        ((SkillFacts(id="s", weight=1, required=3),), 2, "s: level 3 is above"),
        ((SkillFacts(id="s", weight=1, required=3, rating=6),), 5, "s: level 6 is above"),
        ((SkillFacts(id="s", weight=1, required=3), SkillFacts(id="s", weight=1, required=3)), 5, "twice"),
        ((SkillFacts(id="s", weight=1, required=1),), 0, "top level"),
        ((SkillFacts(id="s", weight=1, required=1),), 11, "top level"),
    ],
)
def test_impossible_profiles_are_refused(facts: tuple[SkillFacts, ...], top: int, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        believe(facts, top=top)


@given(facts=profiles(), share=st.sampled_from([0.5, 0.8, 0.95]))
@settings(max_examples=40, deadline=None)
def test_a_range_of_levels_holds_its_share_and_no_level_too_many(facts: tuple[SkillFacts, ...], share: float) -> None:
    for skill in believe(facts, top=5).skills:
        low, high = skill.level_range(share)
        assert sum(skill.levels[low : high + 1]) >= share - 1e-9
        assert sum(skill.levels[:low]) <= (1 - share) / 2
        assert sum(skill.levels[high + 1 :]) <= (1 - share) / 2
