"""The posterior over the levels of all skills of one person, with two shared unknowns.

General level: the skills of one person go together. Leniency: people differ in how generously they rate.
Both are summed out exactly over a grid of cells, so there is no sampling and no randomness.
"""

from __future__ import annotations

from itertools import accumulate
from math import exp, frexp, fsum, ldexp, sqrt
from operator import mul
from typing import Literal

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.belief.cells import Row, SkillCells, attainments, grid, said_about, skill_cells
from skillgap.core.belief.facts import SkillFacts
from skillgap.core.belief.special import normal_quantile
from skillgap.core.records import dataclass

_MOST_LEVELS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBelief:
    """What is believed about one skill. `levels[k]` is P(level = k); they sum to 1."""

    id: str
    share: float  # of the total weight, 0..1
    required: int
    floor: int | None
    levels: tuple[float, ...]

    def at_least(self, level: int) -> float:
        """P(true level >= `level`)."""
        return min(1.0, fsum(self.levels[max(0, level) :]))

    @property
    def meets(self) -> float:
        """P(the required level is reached)."""
        return self.at_least(self.required)

    @property
    def meets_floor(self) -> float | None:
        """P(the must-have's floor is reached), None when the skill is not a must-have."""
        return None if self.floor is None else self.at_least(self.floor)

    @property
    def level(self) -> float:
        """Expected level, 0..top."""
        return fsum(level * p for level, p in enumerate(self.levels))

    def level_range(self, share: float) -> tuple[int, int]:
        """The levels between which the true one lies with probability `share` or more, leaving out equal tails."""
        tail = (1.0 - share) / 2.0 - 1e-12
        below = list(accumulate(self.levels))
        low = next(level for level, total in enumerate(below) if total > tail)
        return low, next((level for level, total in enumerate(below) if total >= 1.0 - tail), len(below) - 1)

    @property
    def attainment(self) -> float:
        """Expected share of the requirement covered, 0..1; surplus does not count."""
        return fsum(map(mul, self.levels, attainments(self.required, len(self.levels) - 1)))

    @property
    def loss(self) -> float:
        """Expected points of readiness lost on this skill; over all skills they sum to 100 - readiness."""
        return 100.0 * self.share * (1.0 - self.attainment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Expected readiness in points 0..100, its standard deviation, and the band, clipped to 0..100."""

    mean: float
    sd: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """Points from one end of the band to the other."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """The posterior of one person: per skill in the order given, and what the skills share."""

    skills: tuple[SkillBelief, ...]
    readiness: Readiness
    general_level: float  # mean, 0..top
    leniency: float  # mean, in levels; positive = rates generously
    cell_weights: Row  # P(general level, leniency | everything said), in the order of the grid
    top: int
    assumptions: Assumptions

    def skill(self, id: str) -> SkillBelief:
        """The belief about one skill. Raises KeyError for an id that is not in the profile."""
        for each in self.skills:
            if each.id == id:
                return each
        raise KeyError(id)

    @property
    def must_haves(self) -> tuple[SkillBelief, ...]:
        """The skills with a floor, in order."""
        return tuple(each for each in self.skills if each.floor is not None)

    @property
    def must_haves_met(self) -> float:
        """Expected number of must-haves whose floor is reached."""
        return fsum(each.meets_floor or 0.0 for each in self.must_haves)


def believe(facts: tuple[SkillFacts, ...], *, top: int, assumptions: Assumptions = DEFAULTS) -> Belief:
    """The posterior given everything said about the skills of a profile, on a scale 0..`top`.

    The order of the skills, of the evidence and of the checks never changes a number.
    Raises ValueError when there is no skill, an id occurs twice, or a level is above `top`.
    """
    _check(facts, top)
    tables = cell_tables(facts, top, assumptions)
    weights = _cell_posterior(tables, top, assumptions)
    skills = tuple(
        _skill_belief(skill, table, weights, share)
        for skill, table, share in zip(facts, tables, _shares(facts), strict=True)
    )
    cells = grid(top, assumptions)
    return Belief(
        skills=skills,
        readiness=_readiness(skills, tables, weights, assumptions.band),
        general_level=fsum(map(mul, weights, cells.general)),
        leniency=fsum(map(mul, weights, cells.leniency)),
        cell_weights=weights,
        top=top,
        assumptions=assumptions,
    )


def headline(facts: tuple[SkillFacts, ...], assumptions: Assumptions = DEFAULTS) -> Literal["plain", "calibrated"]:
    """Which readiness to show first: the calibrated one only after enough answered checks."""
    answered = sum(len(each.checks) for each in facts)
    return "calibrated" if answered >= assumptions.headline_checks else "plain"


def cell_tables(facts: tuple[SkillFacts, ...], top: int, assumptions: Assumptions) -> tuple[SkillCells, ...]:
    """Each skill in every cell, in the order of `facts`."""
    return tuple(skill_cells(said_about(each, assumptions), each.required, top, assumptions) for each in facts)


def _cell_posterior(tables: tuple[SkillCells, ...], top: int, assumptions: Assumptions) -> Row:
    """P(cell | everything said): the product over skills, rescaled to 1 after taking out the largest logarithm."""
    prior = grid(top, assumptions).log_prior
    logs = list(map(fsum, zip(prior, *(table.log_evidence for table in tables), strict=True)))
    peak = max(logs)
    weights = [exp(each - peak) for each in logs]
    total = fsum(weights)
    return tuple(weight / total for weight in weights)


def mixed(rows: tuple[Row, ...], weights: Row) -> tuple[float, ...]:
    """The mean of each row over the cells."""
    return tuple(fsum(map(mul, row, weights)) for row in rows)


def _shares(facts: tuple[SkillFacts, ...]) -> list[float]:
    """Each weight's share of their sum.

    The largest power of two is taken out first: no digit of a share changes, and the sum of huge weights stays finite.
    """
    power = max(frexp(each.weight)[1] for each in facts)
    weights = [ldexp(each.weight, -power) for each in facts]
    total = fsum(weights)
    return [weight / total for weight in weights]


def _skill_belief(skill: SkillFacts, table: SkillCells, weights: Row, share: float) -> SkillBelief:
    return SkillBelief(
        id=skill.id,
        share=share,
        required=skill.required,
        floor=skill.floor,
        levels=mixed(table.levels, weights),
    )


def _readiness(skills: tuple[SkillBelief, ...], tables: tuple[SkillCells, ...], weights: Row, band: float) -> Readiness:
    """Variance = mean of the variance within cells (skills independent there) + variance of the cells' means."""
    shares = [skill.share for skill in skills]
    mean = fsum(skill.share * skill.attainment for skill in skills)
    within = fsum(
        share * share * fsum(map(mul, table.variance, weights)) for share, table in zip(shares, tables, strict=True)
    )
    between = fsum(
        weight * (fsum(map(mul, shares, column)) - mean) ** 2
        for weight, column in zip(weights, zip(*(table.mean for table in tables), strict=True), strict=True)
    )
    sd = sqrt(within + between)
    reach = normal_quantile((1.0 + band) / 2.0) * sd
    return Readiness(
        mean=100.0 * mean,
        sd=100.0 * sd,
        low=100.0 * min(1.0, max(0.0, mean - reach)),
        high=100.0 * max(0.0, min(1.0, mean + reach)),
    )


def _check(facts: tuple[SkillFacts, ...], top: int) -> None:
    if not 1 <= top <= _MOST_LEVELS:
        raise ValueError(f"the top level must be from 1 to {_MOST_LEVELS}, not {top}")
    if not facts:
        raise ValueError("a profile without skills has no readiness")
    if len({each.id for each in facts}) < len(facts):
        raise ValueError("a skill occurs twice in the profile")
    for each in facts:
        levels = (each.required, each.rating or 0, *(evidence.level for evidence in each.evidence))
        if max(levels) > top:
            raise ValueError(f"{each.id}: level {max(levels)} is above the top of the scale, {top}")
