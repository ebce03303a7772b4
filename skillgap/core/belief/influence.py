"""What knowing more about one skill would do to readiness, through that skill and through what skills share.

A skill that turns out lower than rated says the person rates generously, which lowers the others too; so
E[readiness | level of one skill] is not only about that skill's own share.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum, log2
from operator import mul

from skillgap.core.belief.cells import Row, SkillCells, attainments
from skillgap.core.belief.facts import SkillFacts
from skillgap.core.belief.posterior import Belief, SkillBelief, cell_tables
from skillgap.core.belief.special import binary_entropy
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOutcome:
    """One way an answer could turn out: its probability, and what would then be believed.

    `meets` is P(required level reached), `readiness` the expected readiness, in 0..1.
    """

    probability: float
    meets: float
    readiness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """What is still unknown: the variance of readiness (of 0..1), and the weighted bits about "meets" of all skills."""

    readiness: float
    meets: float


def uncertainty(belief: Belief) -> Uncertainty:
    """The two uncertainties an answer can take something from."""
    return Uncertainty(
        readiness=(belief.readiness.sd / 100.0) ** 2,
        meets=fsum(each.share * binary_entropy(each.meets) for each in belief.skills),
    )


def readiness_by_level(facts: tuple[SkillFacts, ...], belief: Belief) -> dict[str, tuple[float, ...]]:
    """Per skill E[readiness | level k, everything said] in 0..1, for each level k; linear in the skills.

    E = share * attainment(k) + sum over cells of P(cell | k) * (cell's readiness without this skill).
    """
    rests = readiness_of_the_rest(facts, belief)
    tables = cell_tables(facts, belief.top, belief.assumptions)
    return {
        skill.id: _by_level(skill, table, tuple(map(mul, rest, belief.cell_weights)))
        for skill, table, rest in zip(belief.skills, tables, rests, strict=True)
    }


def readiness_of_the_rest(facts: tuple[SkillFacts, ...], belief: Belief) -> tuple[Row, ...]:
    """Per skill the readiness of each cell (0..1) that all the other skills contribute."""
    tables = cell_tables(facts, belief.top, belief.assumptions)
    shares = [each.share for each in belief.skills]
    whole = [fsum(map(mul, shares, column)) for column in zip(*(each.mean for each in tables), strict=True)]
    return tuple(
        tuple(total - share * own for total, own in zip(whole, table.mean, strict=True))
        for share, table in zip(shares, tables, strict=True)
    )


def outcome(skill: SkillBelief, by_level: tuple[float, ...], probabilities: Iterable[float]) -> AnswerOutcome:
    """The outcome that has the given probability at each level of the skill."""
    joint = list(map(mul, skill.levels, probabilities))
    total = fsum(joint)
    if total <= 0.0:
        return AnswerOutcome(probability=0.0, meets=skill.meets, readiness=fsum(map(mul, skill.levels, by_level)))
    return AnswerOutcome(
        probability=total,
        meets=min(1.0, fsum(joint[skill.required :]) / total),
        readiness=fsum(map(mul, joint, by_level)) / total,
    )


def information(outcomes: Iterable[AnswerOutcome], meets: float) -> float:
    """Bits that the outcomes tell about "meets": their mean divergence from the present P(meets) = `meets`.

    Over all outcomes of an answer this is its mutual information with "meets". Never negative.
    """
    return fsum(each.probability * _divergence(each.meets, meets) for each in outcomes)


def expected_square(outcomes: Iterable[AnswerOutcome], readiness: float) -> float:
    """Mean squared move of readiness (of 0..1); over all outcomes: the variance that the answer removes."""
    return fsum(each.probability * (each.readiness - readiness) ** 2 for each in outcomes)


def removed(bits: float, square: float, left: Uncertainty, *, share: float, factor: float) -> float:
    """Share of the two uncertainties that an answer is expected to remove, summed; 0 where none is left."""
    of_meets = factor * share * bits / left.meets if left.meets > 0.0 else 0.0
    of_readiness = square / left.readiness if left.readiness > 0.0 else 0.0
    return of_meets + of_readiness


def _by_level(skill: SkillBelief, table: SkillCells, weighted_rest: Row) -> tuple[float, ...]:
    reached = attainments(skill.required, len(skill.levels) - 1)
    return tuple(
        skill.share * own + (fsum(map(mul, row, weighted_rest)) / p if p > 0.0 else 0.0)
        for own, row, p in zip(reached, table.levels, skill.levels, strict=True)
    )


def _divergence(after: float, before: float) -> float:
    """Kullback-Leibler divergence of two yes-no distributions, in bits."""
    yes = after * log2(after / before) if after > 0.0 and before > 0.0 else 0.0
    no = (1.0 - after) * log2((1.0 - after) / (1.0 - before)) if after < 1.0 and before < 1.0 else 0.0
    return max(0.0, yes + no)
