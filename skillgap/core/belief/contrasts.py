"""Skills whose checks say something else than the rating: blind spots and hidden strengths."""

from __future__ import annotations

from typing import Literal

from skillgap.core.belief.explain import explain_skill
from skillgap.core.belief.facts import SkillFacts
from skillgap.core.belief.posterior import Belief
from skillgap.core.records import dataclass


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

    @property
    def odds(self) -> float:
        """Odds of the required level with the checks, divided by those without them."""
        most = 1.0 - 1e-12  # keeps the odds finite
        before, after = (max(1.0 - most, min(most, each)) for each in (self.before, self.after))
        return after / (1.0 - after) / (before / (1.0 - before))


def contrasts(facts: tuple[SkillFacts, ...], belief: Belief) -> tuple[Contrast, ...]:
    """Rated at the requirement or above and the checks speak against it (blind spot), or the reverse.

    Checks speak for or against when they multiply or divide the odds of "required level reached" by at least
    `Assumptions.contrast_odds`. Strongest first, equal ones by skill.
    """
    found = []
    for each in facts:
        if each.checks and each.rating is not None:
            contrast = _compared(facts, belief, each, each.rating)
            is_blind = contrast.kind == "blind spot"
            against = 1.0 / contrast.odds if is_blind else contrast.odds
            if against >= belief.assumptions.contrast_odds:
                found.append((-against, each.id, contrast))
    return tuple(contrast for _, _, contrast in sorted(found, key=lambda each: each[:2]))


def _compared(facts: tuple[SkillFacts, ...], belief: Belief, skill: SkillFacts, rating: int) -> Contrast:
    steps = explain_skill(facts, belief, skill.id)
    right = sum(each.right for each in skill.checks)
    return Contrast(
        kind="blind spot" if rating >= skill.required else "hidden strength",
        skill=skill.id,
        rating=rating,
        required=skill.required,
        right=right,
        wrong=len(skill.checks) - right,
        before=steps[-1 - len(skill.checks)].after.meets,
        after=steps[-1].after.meets,
    )
