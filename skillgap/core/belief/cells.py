"""One skill under every pair of general level and leniency: the cells that the posterior mixes.

Cached by value, so after an answer only the skill it is about is computed again.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import exp, fsum, log
from operator import mul

from skillgap.core.belief.assumptions import Assumptions
from skillgap.core.belief.facts import CheckOutcome, Evidence, SkillFacts
from skillgap.core.belief.likelihoods import (
    Logs,
    check_logs,
    evidence_logs,
    evidence_months,
    evidence_sharpness,
    freshness,
    half_life,
    rating_logs,
    rating_sharpness,
)
from skillgap.core.records import dataclass

Row = tuple[float, ...]  # one number per cell
_LENIENCY_STEPS = (-2, -1, 0, 1, 2)  # in standard deviations around the mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells: every general level 0, 1/2, ..., top with each of five leniencies, general level outermost."""

    general: Row
    leniency: Row
    log_prior: Row
    level_priors: tuple[Row, ...]  # per general level: P(level | general level) for each level
    leniencies: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said about one skill as plain numbers: slopes and freshness instead of words and months."""

    rating: int | None = None
    sharpness: float = 1.0
    fresh: float = 1.0
    evidence: tuple[tuple[int, float, float], ...] = ()  # level, slope, freshness
    checks: tuple[CheckOutcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillCells:
    """One skill in every cell: ln P(what was said | cell), P(level | cell) and the attainment's moments."""

    log_evidence: Row
    levels: tuple[Row, ...]  # per level 0..top
    mean: Row  # of attainment min(level, required) / required, in 0..1
    variance: Row


@lru_cache(maxsize=64)
def grid(top: int, assumptions: Assumptions) -> Grid:
    """The cells and their prior for a scale 0..top: general levels equally likely, leniency about normal."""
    generals = tuple(half / 2 for half in range(2 * top + 1))
    leniencies = tuple(assumptions.leniency_mean + step * assumptions.leniency_spread for step in _LENIENCY_STEPS)
    weights = _rescaled(tuple(exp(-step * step / 2) for step in _LENIENCY_STEPS))
    cells = tuple(product(generals, zip(leniencies, weights, strict=True)))
    return Grid(
        general=tuple(general for general, _ in cells),
        leniency=tuple(leniency for _, (leniency, _) in cells),
        log_prior=tuple(log(weight / len(generals)) for _, (_, weight) in cells),
        level_priors=tuple(_level_prior(general, top, assumptions.skill_spread) for general in generals),
        leniencies=leniencies,
    )


def attainments(required: int, top: int) -> Row:
    """min(level, required) / required for each level 0..top."""
    return tuple(min(level, required) / required for level in range(top + 1))


def said_about(skill: SkillFacts, assumptions: Assumptions) -> Said:
    """The numbers that stand for what was said about a skill."""
    months = half_life(skill.volatility, assumptions)
    return Said(
        rating=skill.rating,
        sharpness=rating_sharpness(skill.confidence, assumptions) if skill.rating is not None else 1.0,
        fresh=freshness(skill.months_unused or 0.0, months) if skill.rating is not None else 1.0,
        evidence=tuple(_evidence_numbers(each, skill, months, assumptions) for each in skill.evidence),
        checks=skill.checks,
    )


@lru_cache(maxsize=2048)
def skill_cells(said: Said, required: int, top: int, assumptions: Assumptions) -> SkillCells:
    """Bayes' rule for one skill in every cell."""
    cells = grid(top, assumptions)
    shared = _shared_logs(said, top, assumptions)
    per_leniency = [_level_logs(said, shared, leniency, top, assumptions) for leniency in cells.leniencies]
    peak = max(map(max, per_leniency))
    likelihoods = [tuple(exp(each - peak) for each in logs) for logs in per_leniency]
    reached = attainments(required, top)
    squares = tuple(map(mul, reached, reached))
    rows = [_cell(prior, likelihood, reached, squares) for prior in cells.level_priors for likelihood in likelihoods]
    return SkillCells(
        log_evidence=tuple(log(total) + peak for total, _, _, _ in rows),
        levels=tuple(zip(*(levels for _, levels, _, _ in rows), strict=True)),
        mean=tuple(mean for _, _, mean, _ in rows),
        variance=tuple(variance for _, _, _, variance in rows),
    )


def _evidence_numbers(
    evidence: Evidence, skill: SkillFacts, months: float, assumptions: Assumptions
) -> tuple[int, float, float]:
    age = evidence_months(evidence, skill.months_unused)
    return evidence.level, evidence_sharpness(evidence.kind, assumptions), freshness(age, months)


def _shared_logs(said: Said, top: int, assumptions: Assumptions) -> list[Logs]:
    """The factors that do not depend on leniency."""
    shown = [
        evidence_logs(level, top=top, sharpness=slope, fresh=fresh, fading=assumptions.fading)
        for level, slope, fresh in said.evidence
    ]
    return shown + [check_logs(check.item, right=check.right, top=top) for check in said.checks]


def _level_logs(said: Said, shared: list[Logs], leniency: float, top: int, assumptions: Assumptions) -> Logs:
    """ln P(all that was said | level, leniency) for each level."""
    if said.rating is None:
        return tuple(fsum(each[level] for each in shared) for level in range(top + 1))
    rated = rating_logs(
        said.rating,
        top=top,
        sharpness=said.sharpness,
        leniency=leniency,
        fresh=said.fresh,
        fading=assumptions.fading,
    )
    return tuple(map(fsum, zip(rated, *shared, strict=True)))


def _cell(prior: Row, likelihood: Row, reached: Row, squares: Row) -> tuple[float, Row, float, float]:
    """P(said), P(level | said) and the attainment's mean and variance in one cell."""
    joint = list(map(mul, prior, likelihood))
    total = fsum(joint)
    levels = tuple(each / total for each in joint)
    mean = fsum(map(mul, levels, reached))
    return total, levels, mean, max(0.0, fsum(map(mul, levels, squares)) - mean * mean)


def _level_prior(general: float, top: int, spread: float) -> Row:
    return _rescaled(tuple(exp(-(((level - general) / spread) ** 2) / 2) for level in range(top + 1)))


def _rescaled(weights: Row) -> Row:
    total = fsum(weights)
    return tuple(weight / total for weight in weights)
