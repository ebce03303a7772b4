"""Which check to ask next, and when to stop asking.

What an answer tells about "meets the requirement" is measured by mutual information, the criterion recommended
for adaptive classification (Weissman 2007), weighted by the skill's share of the profile and counted more for
must-haves. Added to it is the share of the readiness's variance that the answer is expected to remove, which
also counts what it tells about leniency and general level and so about all other skills.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from skillgap.core.belief.facts import Item, SkillFacts
from skillgap.core.belief.influence import (
    AnswerOutcome,
    Uncertainty,
    expected_square,
    information,
    outcome,
    readiness_by_level,
    removed,
    uncertainty,
)
from skillgap.core.belief.likelihoods import right_probabilities
from skillgap.core.belief.posterior import Belief, SkillBelief
from skillgap.core.records import dataclass

Stop = Literal["narrow", "little left", "enough", "none left"]
"""Why no further question is needed: the band is narrow, no question left tells much, enough were asked, or none
is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A check that could be asked, and what its answer is expected to tell.

    `bits` is the mutual information of the answer and "meets the requirement", `worth` that times the skill's
    share of the weight, `priority` the share of the uncertainty removed: the largest is asked first.
    """

    item: Item
    right: AnswerOutcome
    wrong: AnswerOutcome
    bits: float
    worth: float
    priority: float


def rank_questions(facts: tuple[SkillFacts, ...], belief: Belief, items: Iterable[Item]) -> tuple[Question, ...]:
    """The checks that may still be asked, best first; equal ones by their id, so the order of `items` is free.

    Left out: items of other skills, items already answered, and skills asked often enough.
    """
    answered = {check.item.id for each in facts for check in each.checks}
    askable = {each.id for each in facts if len(each.checks) < belief.assumptions.most_per_skill}
    skills = {each.id: each for each in belief.skills if each.id in askable}
    by_level, left = readiness_by_level(facts, belief), uncertainty(belief)
    questions = [
        _question(item, skills[item.skill], by_level[item.skill], left, belief)
        for item in items
        if item.skill in skills and item.id not in answered
    ]
    return tuple(sorted(questions, key=lambda each: (-each.priority, each.item.id)))


def next_question(facts: tuple[SkillFacts, ...], belief: Belief, items: Iterable[Item]) -> Question | Stop:
    """The check to ask now, or the reason to stop."""
    questions = rank_questions(facts, belief, items)
    asked = sum(len(each.checks) for each in facts)
    return _reason_to_stop(belief, questions, asked) or questions[0]


def _reason_to_stop(belief: Belief, questions: tuple[Question, ...], asked: int) -> Stop | None:
    """The first stopping rule that holds after `asked` questions, None while asking on is worth it.

    What is known well enough stops nothing before the answers are enough to make the headline: a person who was told
    so could otherwise never get there, nor check ratings that leave little doubt of themselves.
    """
    limits = belief.assumptions
    is_headline = asked >= limits.headline_checks
    if is_headline and belief.readiness.width < limits.stop_band:
        return "narrow"
    if asked >= limits.most_questions:
        return "enough"
    if not questions:
        return "none left"
    return "little left" if is_headline and max(each.worth for each in questions) < limits.stop_worth else None


def _question(
    item: Item, skill: SkillBelief, by_level: tuple[float, ...], left: Uncertainty, belief: Belief
) -> Question:
    chances = right_probabilities(item, belief.top)
    right = outcome(skill, by_level, chances)
    wrong = outcome(skill, by_level, [1.0 - each for each in chances])
    bits = information((right, wrong), skill.meets)
    square = expected_square((right, wrong), belief.readiness.mean / 100.0)
    factor = belief.assumptions.must_have_factor if skill.floor is not None else 1.0
    return Question(
        item=item,
        right=right,
        wrong=wrong,
        bits=bits,
        worth=skill.share * bits,
        priority=removed(bits, square, left, share=skill.share, factor=factor),
    )
