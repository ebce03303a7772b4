"""Where a person stands among grades and roles: the grade ladder and the ranking of roles."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import accumulate

from skillgap.core.assessment import Assessment
from skillgap.core.profiles import matching_grade, profiles
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Rules, Score, attainment, score

_UNCERTAINTY = Fraction(1, 4)
"""Weights are taken to be right within this factor when roles are compared (an assumption)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The grades of one role, lowest first."""

    scores: tuple[Score, ...]

    @property
    def reached(self) -> Score | None:
        """The highest grade whose verdict is "meets"."""
        return next((s for s in reversed(self.scores) if s.verdict == "meets"), None)

    @property
    def next(self) -> Score | None:
        """The grade above the one reached; the lowest when none is; None at the top."""
        if self.reached is None:
            return self.scores[0]
        place = self.scores.index(self.reached) + 1
        return self.scores[place] if place < len(self.scores) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStanding:
    """One role in the ranking."""

    ladder: Ladder
    score: Score
    """At the grade that compares with the target's."""
    interval: tuple[Fraction, Fraction] | None
    """Extremes of readiness for weights known within a quarter; None when nothing is rated."""
    ties: tuple[str, ...]
    """Ids of roles whose intervals overlap this one's."""


def ladder(pack: Pack, role_id: str, assessment: Assessment, rules: Rules | None = None) -> Ladder:
    """Score all grades of a role."""
    return Ladder(scores=tuple(score(p, assessment, rules) for p in profiles(pack, role_id)))


def ranking(
    pack: Pack, role_id: str, grade_id: str, assessment: Assessment, rules: Rules | None = None
) -> tuple[RoleStanding, ...]:
    """Score every role at the grade that compares with `grade_id` of `role_id`, the best first.

    Roles of which too little is answered for a verdict come after the others, those without a rated skill last;
    equal ones are ordered by id.
    """
    place = pack.role_by_id[role_id].grade_index(grade_id)
    found = []
    for role in pack.roles:
        grades = ladder(pack, role.id, assessment, rules)
        result = grades.scores[role.grade_index(matching_grade(role, grade_id, place).id)]
        found.append((role.id, result, sensitivity(result), grades))
    found.sort(key=lambda row: (row[1].readiness is None, row[1].verdict is None, -(row[1].readiness or 0), row[0]))
    return tuple(
        RoleStanding(
            ladder=grades,
            score=result,
            interval=interval,
            ties=tuple(other for other, _, second, _ in found if other != name and _overlap(interval, second)),
        )
        for name, result, interval, grades in found
    )


def sensitivity(result: Score, uncertainty: Fraction = _UNCERTAINTY) -> tuple[Fraction, Fraction] | None:
    """Give the exact extremes of readiness when each weight may be off by a factor of 1 +- `uncertainty`.

    At an extreme, all attainments on one side of a threshold carry the high factor and the rest the low one, so
    the sorted attainments need only be tried at every cut.
    """
    rated = [(s.level, s.requirement) for s in result.skills if s.level is not None]
    if not rated:
        return None
    # whole numbers over one denominator: weights, and weights times attainment
    unit = math.lcm(*(need.weight.denominator * need.required for _, need in rated))
    rows = sorted(((attainment(need, level), int(need.weight * unit)) for level, need in rated), key=lambda row: row[0])
    weights = [0, *accumulate(weight for _, weight in rows)]
    covered = [0, *accumulate(int(share * weight) for share, weight in rows)]
    parts, off = uncertainty.denominator, uncertainty.numerator
    low, high = parts - off, parts + off
    cuts = range(len(rows) + 1)
    highs = [_cut(weights, covered, place, low, high) for place in cuts]
    lows = [_cut(weights, covered, place, high, low) for place in cuts]
    return min(lows), max(highs)


def _cut(weights: list[int], covered: list[int], place: int, below: int, above: int) -> Fraction:
    """Readiness with one factor on the weights before a place in the order of attainment, another after it."""
    share = covered[place] * below + (covered[-1] - covered[place]) * above
    return Fraction(100 * share, weights[place] * below + (weights[-1] - weights[place]) * above)


def _overlap(one: tuple[Fraction, Fraction] | None, two: tuple[Fraction, Fraction] | None) -> bool:
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]
