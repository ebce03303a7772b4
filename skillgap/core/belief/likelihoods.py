"""How probable each answer is for each true level: rating, evidence, check.

All functions return one natural logarithm per level 0..top and are cached by value. Logarithms make sums of
factors independent of their order (math.fsum is correctly rounded) and keep unlikely answers from
rounding to 0.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp2, log, sqrt

from skillgap.core.belief.assumptions import Assumptions
from skillgap.core.belief.facts import Confidence, Evidence, EvidenceKind, Item, Volatility
from skillgap.core.belief.special import log_logistic, log_logistic_step, logistic

Logs = tuple[float, ...]

_LEAST_FRESHNESS = 1e-9  # nearly flat, so that its logarithm still exists
_LEAST_PROBABILITY = 1e-300  # the same for outcomes of items with an extreme slope


def freshness(months: float, half_life: float) -> float:
    """Trust left after `months` unused: 2^(-months / half_life), in (0, 1]; both in months."""
    return max(_LEAST_FRESHNESS, exp2(-months / half_life))


@lru_cache(maxsize=4096)
def rating_logs(
    rating: int, *, top: int, sharpness: float, leniency: float = 0.0, fresh: float = 1.0, fading: float = 1.0
) -> Logs:
    """ln P(rating | level) of the graded response model (Samejima 1969).

    `leniency` and `fading` are in levels, `fresh` is the freshness: an old rating speaks of an older, higher
    level, and less sharply.
    """
    slope = sharpness * sqrt(fresh)
    shift = leniency + fading * (1.0 - fresh)

    def log_probability(level: int) -> float:
        at_least = slope * (level + shift - rating + 0.5)
        if rating == 0:
            return log_logistic(-(at_least - slope))
        return log_logistic(at_least) if rating == top else log_logistic_step(at_least, at_least - slope)

    return tuple(log_probability(level) for level in range(top + 1))


@lru_cache(maxsize=4096)
def evidence_logs(shown: int, *, top: int, sharpness: float, fresh: float = 1.0, fading: float = 1.0) -> Logs:
    """ln P(work at level `shown` can be shown | level): a lower bound, nothing shown says nothing."""
    slope = sharpness * sqrt(fresh)
    shift = fading * (1.0 - fresh) - shown + 0.5
    return tuple(log_logistic(slope * (level + shift)) for level in range(top + 1))


def right_probability(item: Item, level: float) -> float:
    """P(right | level) of the three-parameter logistic model (Birnbaum 1968)."""
    return item.guess + (item.ceiling - item.guess) * logistic(item.slope * (level - item.difficulty))


@lru_cache(maxsize=4096)
def right_probabilities(item: Item, top: int) -> tuple[float, ...]:
    """P(right | level) for each level 0..top."""
    return tuple(right_probability(item, level) for level in range(top + 1))


@lru_cache(maxsize=4096)
def check_logs(item: Item, *, right: bool, top: int) -> Logs:
    """ln P(this outcome | level). A wrong answer and "I don't know" have the same likelihood."""

    def log_wrong(level: int) -> float:
        # 1 - P(right), written without cancellation
        missed = logistic(-item.slope * (level - item.difficulty))
        return log(max(_LEAST_PROBABILITY, (1.0 - item.ceiling) + (item.ceiling - item.guess) * missed))

    if right:
        return tuple(log(max(_LEAST_PROBABILITY, each)) for each in right_probabilities(item, top))
    return tuple(log_wrong(level) for level in range(top + 1))


def rating_sharpness(confidence: Confidence, assumptions: Assumptions) -> float:
    """The slope per level that goes with a stated confidence."""
    return {
        "unsure": assumptions.sharpness_unsure,
        "fairly": assumptions.sharpness_fairly,
        "sure": assumptions.sharpness_sure,
        "never": assumptions.sharpness_never,
    }[confidence]


def evidence_sharpness(kind: EvidenceKind, assumptions: Assumptions) -> float:
    """The slope per level that goes with a kind of evidence."""
    return {
        "described": assumptions.evidence_described,
        "linked": assumptions.evidence_linked,
        "reviewed": assumptions.evidence_reviewed,
    }[kind]


def half_life(volatility: Volatility, assumptions: Assumptions) -> float:
    """Months after which half the trust is left."""
    return {
        "fast": assumptions.half_life_fast,
        "medium": assumptions.half_life_medium,
        "slow": assumptions.half_life_slow,
    }[volatility]


def evidence_months(evidence: Evidence, months_unused: float | None) -> float:
    """Months that count against a piece of evidence: the smaller of its age and the months unused.

    What was not said does not count; with neither said the evidence is taken as fresh.
    """
    said = [months for months in (evidence.months_old, months_unused) if months is not None]
    return min(said, default=0.0)
