"""Plain mode: ratings against a target profile, in exact fractions.

With rating x, required level r, weight w and W the sum of weights over answered skills:
attainment a = min(x, r) / r; readiness M = 100 * sum(w * a) / W; loss of a skill = 100 * w * (1 - a) / W, so that
the losses sum to 100 - M. The band is M with every rating one level lower and one level higher. Attainment is
capped, so that strength in one skill never buys off a gap in another; must-have floors are a separate rule, because
compensatory averages need one for true minimums.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from skillgap.core.assessment import Answer, Assessment
from skillgap.core.profiles import Profile, Requirement
from skillgap.core.records import dataclass

Verdict = Literal["meets", "close", "not-yet"]
VERDICTS: tuple[Verdict, ...] = ("not-yet", "close", "meets")
State = Literal["rated", "not-applicable", "unanswered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The cut-offs of a verdict. They are assumptions, shown with their effect and open to change."""

    meets: Fraction = Fraction(85)
    """Readiness in points from which a profile without a blocker is met."""
    close: Fraction = Fraction(70)
    """Readiness in points from which it is close."""
    close_blockers: int = 2
    """At most this many must-haves below their floor are still close."""
    coverage: Fraction = Fraction(4, 5)
    """Share of the profile's weight that must be answered before a verdict is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillScore:
    """One row of the profile, scored."""

    requirement: Requirement
    state: State
    level: int | None
    loss: Fraction | None
    """Points of readiness that this skill costs, 0 to 100; None unless rated."""

    @property
    def skill(self) -> str:
        """Id of the skill."""
        return self.requirement.skill

    @property
    def gap(self) -> int:
        """Levels missing to the requirement; 0 unless rated."""
        return 0 if self.level is None else max(0, self.requirement.required - self.level)

    @property
    def surplus(self) -> int:
        """Levels above the requirement; 0 unless rated."""
        return 0 if self.level is None else max(0, self.level - self.requirement.required)

    @property
    def is_must_have(self) -> bool:
        """The profile has a floor for it."""
        return self.requirement.floor > 0

    @property
    def is_blocker(self) -> bool:
        """Rated below its must-have floor."""
        return self.level is not None and self.level < self.requirement.floor

    @property
    def meets_floor(self) -> bool:
        """A must-have that is rated at its floor or above."""
        return self.is_must_have and self.level is not None and not self.is_blocker


@dataclass(frozen=True, kw_only=True)
class Score:
    """A person against a profile."""

    profile: Profile
    rules: Rules
    skills: tuple[SkillScore, ...]
    """In the pack's order."""
    readiness: Fraction | None
    """M, 0 to 100, over rated skills; None when nothing is rated."""
    band: tuple[Fraction, Fraction] | None
    """M with every rating one level lower, one level higher."""
    span: tuple[Fraction, Fraction] | None
    """M with every unanswered skill at 0, at its requirement; None when no skill applies."""
    coverage: Fraction
    """Share of the weight of applicable skills that is rated, 0 to 1."""

    @cached_property
    def row_by_skill(self) -> dict[str, SkillScore]:
        """Rows by skill id."""
        return {item.skill: item for item in self.skills}

    def count(self, state: State) -> int:
        """How many skills of the profile are rated, not applicable or unanswered."""
        return sum(item.state == state for item in self.skills)

    @property
    def must_haves(self) -> tuple[SkillScore, ...]:
        """Must-haves that apply to this person."""
        return tuple(s for s in self.skills if s.is_must_have and s.state != "not-applicable")

    @property
    def waived(self) -> tuple[SkillScore, ...]:
        """Must-haves that were put aside as not applicable: a report says so at its top."""
        return tuple(s for s in self.skills if s.is_must_have and s.state == "not-applicable")

    @property
    def must_haves_met(self) -> int:
        """How many must-haves are rated at their floor or above."""
        return sum(item.meets_floor for item in self.skills)

    @property
    def blockers(self) -> tuple[SkillScore, ...]:
        """Must-haves rated below their floor."""
        return tuple(item for item in self.skills if item.is_blocker)

    @cached_property
    def gaps(self) -> tuple[SkillScore, ...]:
        """Skills below their requirement, the costliest first; equal ones by gap, then by id."""
        missing = [item for item in self.skills if item.gap]
        return tuple(sorted(missing, key=lambda item: (-(item.loss or 0), -item.gap, item.skill)))

    @property
    def verdict(self) -> Verdict | None:
        """What the answers prove, with unanswered skills counted as level 0.

        None while the coverage is below the rule's share, or when no skill applies.
        """
        if self.span is None or self.coverage < self.rules.coverage:
            return None
        missing = len(self.must_haves) - self.must_haves_met
        return judge(self.rules, self.span[0], missing)

    @property
    def best_verdict(self) -> Verdict | None:
        """What the verdict would be with every unanswered skill at its requirement."""
        if self.span is None:
            return None
        return judge(self.rules, self.span[1], len(self.blockers))


def judge(rules: Rules, readiness: Fraction, blockers: int) -> Verdict:
    """Apply the cut-offs to a readiness in points and a number of must-haves below their floor."""
    if not blockers and readiness >= rules.meets:
        return "meets"
    if blockers <= rules.close_blockers and readiness >= rules.close:
        return "close"
    return "not-yet"


def score(profile: Profile, assessment: Assessment, rules: Rules | None = None) -> Score:
    """Score an assessment against a profile.

    Unanswered skills leave the sums and lower the coverage; skills that are not applicable leave the profile.
    The order of answers does not matter.
    """
    given = [(need, assessment.answer_by_skill.get(need.skill)) for need in profile.requirements]
    rated = [(need, a.level) for need, a in given if a is not None and a.level is not None]
    applicable = weight_of(need for need, a in given if a is None or a.na is None)
    weight, covered = weight_of(need for need, _ in rated), covered_by(rated)
    rows = tuple(_row(need, answer, weight) for need, answer in given)
    return Score(
        profile=profile,
        rules=rules or Rules(),
        skills=rows,
        readiness=100 * covered / weight if weight else None,
        band=(_shifted(rated, -1, weight), _shifted(rated, 1, weight)) if weight else None,
        span=(100 * covered / applicable, 100 * (covered + applicable - weight) / applicable) if applicable else None,
        coverage=weight / applicable if applicable else Fraction(0),
    )


def readiness(profile: Profile, levels: Mapping[str, int]) -> Fraction:
    """Give M alone for rated levels by skill id; 0 when none of them is asked."""
    rated = [(need, levels[need.skill]) for need in profile.requirements if need.skill in levels]
    weight = weight_of(need for need, _ in rated)
    return 100 * covered_by(rated) / weight if weight else Fraction(0)


def weight_of(needs: Iterable[Requirement]) -> Fraction:
    """Sum weights over one common denominator, which is quicker than adding fractions and as exact."""
    weights = [need.weight for need in needs]
    unit = math.lcm(*(weight.denominator for weight in weights))
    return Fraction(sum(weight.numerator * (unit // weight.denominator) for weight in weights), unit)


def fewest_to_verdict(score: Score) -> int:
    """Count the unanswered skills, the weightiest first, that must at least be rated before a verdict is given."""
    open_weights = sorted((row.requirement.weight for row in score.skills if row.state == "unanswered"), reverse=True)
    rated = weight_of(row.requirement for row in score.skills if row.state == "rated")
    needed = score.rules.coverage * (rated + sum(open_weights, Fraction(0))) - rated
    count = 0
    while needed > 0 and count < len(open_weights):
        needed -= open_weights[count]
        count += 1
    return count


def covered_by(rated: Iterable[tuple[Requirement, int]]) -> Fraction:
    """Sum weight times attainment over one common denominator."""
    rated = list(rated)
    unit = math.lcm(*(need.weight.denominator * need.required for need, _ in rated))
    shares = (
        need.weight.numerator * min(max(level, 0), need.required) * (unit // (need.weight.denominator * need.required))
        for need, level in rated
    )
    return Fraction(sum(shares), unit)


def _row(need: Requirement, answer: Answer | None, weight: Fraction) -> SkillScore:
    if answer is None or not answer.is_answered:
        return SkillScore(requirement=need, state="unanswered", level=None, loss=None)
    if answer.level is None:
        return SkillScore(requirement=need, state="not-applicable", level=None, loss=None)
    missing = max(0, need.required - answer.level)
    loss = 100 * need.weight * missing / (need.required * weight) if missing else Fraction(0)
    return SkillScore(requirement=need, state="rated", level=answer.level, loss=loss)


def attainment(requirement: Requirement, level: int) -> Fraction:
    """Give the covered share of a requirement, 0 to 1; levels outside it are clipped."""
    return Fraction(min(max(level, 0), requirement.required), requirement.required)


def _shifted(rated: Iterable[tuple[Requirement, int]], delta: int, weight: Fraction) -> Fraction:
    """M with every rating moved by `delta` levels."""
    return 100 * covered_by((need, level + delta) for need, level in rated) / weight
