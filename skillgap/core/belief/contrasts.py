"""Skills whose checks say something else than the rating: blind spots and hidden strengths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillgap.core.belief.explain import explain_skill
from skillgap.core.belief.facts import SkillFacts
from skillgap.core.belief.posterior import Belief


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A rating that the checks contradict. `before` and `after` are P(required level reached) without and with
    the checks of this skill."""

    kind: Literal["blind spot", "hidden strength"]
    skill: str
    rating: int
    required: int
    right: int
    wrong: int
    before: float
    after: float


def contrasts(facts: tuple[SkillFacts, ...], belief: Belief) -> tuple[Contrast, ...]:
    """Rated at the requirement or above, checks against it (blind spot), or the reverse (hidden strength).

    A blind spot has a wrong answer, checks that lower P(required level reached), and ends below a half; a
    hidden strength has a right one, checks that raise it, and ends at a half or above. Largest change first.
    """
    found = (_contrast(facts, belief, each) for each in facts if each.checks and each.rating is not None)
    return tuple(sorted(filter(None, found), key=lambda each: (-abs(each.after - each.before), each.skill)))


def _contrast(facts: tuple[SkillFacts, ...], belief: Belief, skill: SkillFacts) -> Contrast | None:
    rating = skill.rating or 0
    right = sum(each.right for each in skill.checks)
    wrong = len(skill.checks) - right
    steps = explain_skill(facts, belief, skill.id)
    before, after = steps[-1 - len(skill.checks)].after.meets, steps[-1].after.meets
    is_blind = rating >= skill.required and wrong > 0 and after < min(before, 0.5)
    is_hidden = rating < skill.required and right > 0 and after > before and after >= 0.5
    if not (is_blind or is_hidden):
        return None
    return Contrast(
        kind="blind spot" if is_blind else "hidden strength",
        skill=skill.id,
        rating=rating,
        required=skill.required,
        right=right,
        wrong=wrong,
        before=before,
        after=after,
    )
