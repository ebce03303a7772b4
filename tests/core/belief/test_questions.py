"""The next question: worked bits, exact look-ahead, limits and stopping."""

from __future__ import annotations

from dataclasses import replace
from math import exp, fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.belief.assumptions import Assumptions
from skillgap.core.belief.facts import CheckOutcome, Item, SkillFacts
from skillgap.core.belief.influence import information, outcome
from skillgap.core.belief.likelihoods import rating_logs, right_probabilities
from skillgap.core.belief.posterior import Belief, SkillBelief, believe
from skillgap.core.belief.questions import Question, next_question, rank_questions
from skillgap.core.belief.special import binary_entropy
from tests.core.belief.examples import TOP, example_a, item
from tests.core.belief.strategies import profiles

A_ITEMS = tuple(item(skill.id, level) for skill in example_a(checked=False) for level in (1, 2, 3))


def after_rating_3() -> SkillBelief:
    """Example B: one skill, levels equally likely, rated 3."""
    weights = [exp(each) for each in rating_logs(3, top=TOP, sharpness=1.0)]
    levels = tuple(weight / fsum(weights) for weight in weights)
    return SkillBelief(id="b", share=1.0, required=3, floor=None, levels=levels)


@pytest.mark.parametrize(
    ("level", "options", "bits"),
    [(1, 4, 0.07302), (2, 4, 0.13434), (3, 4, 0.14452), (4, 4, 0.07187), (3, 0, 0.24318)],
)
def test_example_b_bits(level: int, options: int, bits: float) -> None:
    skill = after_rating_3()
    chances = right_probabilities(item("b", level, options), TOP)
    outcomes = (
        outcome(skill, skill.levels, chances),
        outcome(skill, skill.levels, [1 - each for each in chances]),
    )
    assert information(outcomes, skill.meets) == pytest.approx(bits, abs=6e-6)


def answered(facts: tuple[SkillFacts, ...], asked: Item, *, right: bool) -> tuple[SkillFacts, ...]:
    return tuple(
        replace(each, checks=(*each.checks, CheckOutcome(item=asked, right=right))) if each.id == asked.skill else each
        for each in facts
    )


def items_of(facts: tuple[SkillFacts, ...]) -> tuple[Item, ...]:
    return tuple(item(each.id, level) for each in facts for level in (1, 2, 3, 5))


@given(facts=profiles())
@settings(max_examples=40, deadline=None)
def test_what_a_question_foresees_is_what_its_answer_brings(facts: tuple[SkillFacts, ...]) -> None:
    """Exactly, shared unknowns included, although only one skill is looked at."""
    belief = believe(facts, top=5)
    for question in rank_questions(facts, belief, items_of(facts))[:3]:
        for right, foreseen in ((True, question.right), (False, question.wrong)):
            after = believe(answered(facts, question.item, right=right), top=5)
            assert after.readiness.mean == pytest.approx(100 * foreseen.readiness, abs=1e-7)
            assert after.skill(question.item.skill).meets == pytest.approx(foreseen.meets, abs=1e-9)
        assert question.right.probability + question.wrong.probability == pytest.approx(1.0)


@given(facts=profiles(), data=st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_skills_and_items_never_changes_the_questions(
    facts: tuple[SkillFacts, ...], data: st.DataObject
) -> None:
    ranked = rank_questions(facts, believe(facts, top=5), items_of(facts))
    facts = tuple(data.draw(st.permutations(facts)))
    items = data.draw(st.permutations(items_of(facts)))
    assert rank_questions(facts, believe(facts, top=5), items) == ranked


@given(facts=profiles())
@settings(max_examples=40, deadline=None)
def test_information_is_never_negative_and_never_more_than_is_unknown(facts: tuple[SkillFacts, ...]) -> None:
    belief = believe(facts, top=5)
    for question in rank_questions(facts, belief, items_of(facts)):
        assert 0.0 <= question.bits <= 1.0
        assert question.priority >= 0.0
        assert question.worth == belief.skill(question.item.skill).share * question.bits


def best_worth(belief: Belief, facts: tuple[SkillFacts, ...], skill: str) -> Question:
    return next(each for each in rank_questions(facts, belief, A_ITEMS) if each.item.skill == skill)


def test_a_must_have_is_asked_before_an_equal_skill() -> None:
    facts = tuple(
        SkillFacts(id=id, weight=1, required=3, floor=floor, rating=3)
        for id, floor in (("a", None), ("b", 3), ("c", None))
    )
    ranked = rank_questions(facts, believe(facts, top=5), [item(id, 3) for id in "abc"])
    assert [each.item.skill for each in ranked] == ["b", "a", "c"]
    assert ranked[0].bits == ranked[1].bits


def test_no_question_is_asked_twice_nor_more_than_three_about_a_skill() -> None:
    facts = example_a(checked=True)
    belief = believe(facts, top=TOP)
    ids = {each.item.id for each in rank_questions(facts, belief, A_ITEMS)}
    assert not ids & {"python-3", "python-2", "mlops-2"}
    assert "python-1" in ids
    facts = answered(facts, item("python", 1), right=True)
    fourth = item("python", 4)
    left = rank_questions(facts, believe(facts, top=TOP), (*A_ITEMS, fourth))
    assert "python" not in {each.item.skill for each in left}


def test_items_of_other_profiles_are_left_out() -> None:
    facts = example_a(checked=False)
    assert rank_questions(facts, believe(facts, top=TOP), [item("cooking", 2)]) == ()


def test_asking_stops_for_each_of_the_reasons() -> None:
    facts = example_a(checked=False)
    belief = believe(facts, top=TOP)
    assert isinstance(next_question(facts, belief, A_ITEMS), Question)
    assert next_question(facts, belief, ()) == "none left"

    def with_limits(**limits: float) -> object:
        return next_question(facts, believe(facts, top=TOP, assumptions=Assumptions(**limits)), A_ITEMS)  # type: ignore[arg-type]

    assert isinstance(with_limits(stop_band=100, stop_worth=1), Question), "too few answers to make the headline"
    facts = answered(facts, item("python", 3), right=True)
    assert with_limits(stop_band=100, headline_checks=1) == "narrow"
    assert with_limits(stop_worth=1, headline_checks=1) == "little left"
    assert with_limits(most_questions=1) == "enough"


def test_a_whole_round_of_questions_narrows_the_band_and_ends() -> None:
    """Someone whose answers agree with the ratings, 40 skills."""
    ratings = [number % 5 for number in range(40)]
    facts = tuple(
        SkillFacts(id=f"s{number:02}", weight=1 + number % 5, required=3, rating=rating)
        for number, rating in enumerate(ratings)
    )
    items = [item(each.id, level) for each in facts for level in (1, 2, 3)]
    first = belief = believe(facts, top=TOP)
    asked = 0
    while isinstance(question := next_question(facts, belief, items), Question):
        rating = ratings[int(question.item.skill[1:])]
        facts = answered(facts, question.item, right=rating > question.item.difficulty)
        belief = believe(facts, top=TOP)
        asked += 1
    assert question in {"narrow", "enough"}
    assert 10 <= asked <= 24
    assert belief.readiness.width < first.readiness.width


def test_the_priority_is_the_share_of_both_uncertainties_that_the_answer_removes() -> None:
    """Worked out from the beliefs after each answer: bits about "meets" over all there are, and variance over all."""
    facts = example_a(checked=False)
    before = believe(facts, top=TOP)
    (asked,) = rank_questions(facts, before, [item("python", 3)])
    after = [believe(answered(facts, asked.item, right=right), top=TOP) for right in (True, False)]
    chances = [asked.right.probability, 1 - asked.right.probability]
    of_variance = sum(
        p * (each.readiness.mean - before.readiness.mean) ** 2 for p, each in zip(chances, after, strict=True)
    )
    bits = binary_entropy(before.skill("python").meets) - sum(
        p * binary_entropy(each.skill("python").meets) for p, each in zip(chances, after, strict=True)
    )
    unknown = sum(each.share * binary_entropy(each.meets) for each in before.skills)
    expected = 2 * 0.25 * bits / unknown + of_variance / before.readiness.sd**2  # a must-have, 5 of 20 in weight
    assert asked.priority == pytest.approx(expected, rel=1e-9)
