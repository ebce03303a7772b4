"""What would change the result most: exact foresight for ratings and proofs, and the order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from skillgap.core.belief.facts import Evidence, Item, SkillFacts
from skillgap.core.belief.levers import rank_ratings, strongest_levers
from skillgap.core.belief.posterior import believe
from tests.core.belief.examples import TOP, example_a, item
from tests.core.belief.strategies import profiles

A_ITEMS = tuple(item(skill.id, level) for skill in example_a(checked=False) for level in (1, 2, 3))


def test_three_levers_on_three_skills_best_first() -> None:
    facts = example_a(checked=False)
    levers = strongest_levers(facts, believe(facts, top=TOP), A_ITEMS)
    assert len({each.skill for each in levers}) == 3
    assert [each.priority for each in levers] == sorted((each.priority for each in levers), reverse=True)
    assert all(each.lowest < each.highest for each in levers)
    assert levers[0].skill == "python"  # the heaviest skill, a must-have, and undecided


def test_a_proof_can_only_raise_and_is_foreseen_exactly() -> None:
    facts = example_a(checked=False)
    belief = believe(facts, top=TOP)
    for lever in strongest_levers(facts, belief, (), count=6):
        assert isinstance(lever.about, Evidence)
        assert lever.lowest == belief.readiness.mean
        shown = tuple(replace(each, evidence=(lever.about,)) if each.id == lever.skill else each for each in facts)
        assert believe(shown, top=TOP).readiness.mean == pytest.approx(lever.highest, abs=1e-9)


def test_work_that_was_shown_is_not_asked_for_again() -> None:
    facts = tuple(
        replace(each, evidence=(Evidence(level=each.required, kind="reviewed"),)) for each in example_a(checked=False)
    )
    assert strongest_levers(facts, believe(facts, top=TOP), ()) == ()


@given(facts=profiles())
@settings(max_examples=30, deadline=None)
def test_what_a_missing_rating_could_do_is_foreseen_exactly(facts: tuple[SkillFacts, ...]) -> None:
    facts = (*facts, SkillFacts(id="open", weight=2, required=3, floor=2))
    lever = next(each for each in rank_ratings(facts, believe(facts, top=5)) if each.skill == "open")
    after = [believe((*facts[:-1], replace(facts[-1], rating=rating)), top=5).readiness.mean for rating in range(6)]
    assert lever.lowest == pytest.approx(min(after), abs=1e-7)
    assert lever.highest == pytest.approx(max(after), abs=1e-7)
    assert lever.about is None
    assert lever.priority > 0


def test_a_quick_round_asks_for_the_heavy_skill_first() -> None:
    facts = tuple(SkillFacts(id=id, weight=weight, required=3) for id, weight in (("a", 1), ("b", 5), ("c", 2)))
    assert [each.skill for each in rank_ratings(facts, believe(facts, top=5))] == ["b", "c", "a"]
    rated = tuple(replace(each, rating=2) for each in facts)
    assert rank_ratings(rated, believe(rated, top=5)) == ()


def test_a_check_can_be_the_strongest_lever() -> None:
    facts = (SkillFacts(id="a", weight=1, required=3, rating=3),)
    typed = Item.at_level(id="typed", skill="a", level=3, options=0)
    (lever,) = strongest_levers(facts, believe(facts, top=5), (typed,))
    assert lever.about == typed
