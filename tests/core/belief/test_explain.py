"""Explanations: every step in order, the last one the number reported, to the last bit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from skillgap.core.belief.explain import explain_readiness, explain_skill
from skillgap.core.belief.facts import Evidence, SkillFacts
from skillgap.core.belief.posterior import believe
from tests.core.belief.examples import TOP, example_a, outcome
from tests.core.belief.strategies import profiles


@given(facts=profiles())
@settings(max_examples=60, deadline=None)
def test_the_last_step_is_the_number_reported(facts: tuple[SkillFacts, ...]) -> None:
    belief = believe(facts, top=5)
    for skill in belief.skills:
        assert explain_skill(facts, belief, skill.id)[-1].after == skill
    assert explain_readiness(facts, belief)[-1].after == belief.readiness


def test_steps_come_in_the_fixed_order_and_move_the_right_way() -> None:
    python = SkillFacts(
        id="python",
        weight=1,
        required=3,
        rating=3,
        confidence="sure",
        months_unused=30,
        evidence=(Evidence(level=2, kind="linked", months_old=2),),
        checks=(outcome("python", 3, right=True), outcome("python", 2, right=False)),
    )
    facts = (python, *example_a(checked=False)[1:])
    steps = explain_skill(facts, believe(facts, top=TOP), "python")
    assert [each.kind for each in steps] == ["start", "rating", "recency", "evidence", "check", "check"]
    assert [each.words for each in steps] == [
        "What your answers as a whole suggest",
        "You rated it 3, sure",
        "Last used 30 months ago, which leaves 50% of the trust in the rating",
        "You have linked work at level 2",
        "Check python-3 answered right",
        "Check python-2 answered wrong or left open",
    ]
    start, rated, old, shown, right, wrong = (each.after.meets for each in steps)
    assert start < rated
    assert old < rated
    assert old < shown < right
    assert wrong < right
    assert steps[3].about == python.evidence[0]


def test_what_was_not_said_is_no_step() -> None:
    facts = (SkillFacts(id="s", weight=1, required=2, months_unused=40), *example_a(checked=False))
    belief = believe(facts, top=TOP)
    assert [each.kind for each in explain_skill(facts, belief, "s")] == ["start"]
    evaluation = explain_skill(facts, belief, "evaluation")
    assert [each.words for each in evaluation[1:]] == ["You said you have never done it"]
    with pytest.raises(KeyError):
        explain_skill(facts, belief, "cooking")


def test_readiness_is_explained_kind_by_kind() -> None:
    facts = example_a(checked=True)
    stages = explain_readiness(facts, believe(facts, top=TOP))
    assert [each.kind for each in stages] == ["start", "rating", "evidence", "check"]
    assert stages[1].after.mean == pytest.approx(51.03, abs=0.005)
    assert stages[-1].after.mean == pytest.approx(60.00, abs=0.005)
    silent = (SkillFacts(id="s", weight=1, required=2),)
    assert [each.kind for each in explain_readiness(silent, believe(silent, top=TOP))] == ["start"]
