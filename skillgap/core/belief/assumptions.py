"""Every constant of the model, with its source: settings for the person, one table for the documentation.

The metadata of each field says what the number means and where it comes from, so that a settings screen, a
JSON Schema and the documentation can show the same words.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any

OURS = "assumption; to be fitted again if people ever share data"


def _assumed(default: float, meaning: str, source: str, *, low: float, high: float) -> Any:
    """A field with its meaning, its source and the closed range `low`-`high` it must lie in."""
    return field(default=default, metadata={"meaning": meaning, "source": source, "low": low, "high": high})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """The constants of the calibrated model. "Level" as a unit is one step of the pack's scale.

    Raises ValueError, naming the field, when a value is outside its range or not finite.
    """

    sharpness_unsure: float = _assumed(
        0.7,
        "slope per level of a rating given with doubt",
        "gives a rating-level correlation of .486 for equally likely levels 0-4",
        low=0.05,
        high=5,
    )
    sharpness_fairly: float = _assumed(
        1.0,
        "slope per level of a rating given fairly sure, and of one without a stated confidence",
        "correlation .626, the top of the range of 22 meta-analyses (Zell & Krizan 2014): assumes good anchors",
        low=0.05,
        high=5,
    )
    sharpness_sure: float = _assumed(
        1.4, "slope per level of a rating given with certainty", "correlation of about .75; " + OURS, low=0.05, high=5
    )
    sharpness_never: float = _assumed(2.5, "slope per level of a zero given as 'never done it'", OURS, low=0.05, high=5)
    leniency_mean: float = _assumed(
        0.3,
        "how many levels people rate themselves too high, on average",
        "d = 0.32 in Western samples (Heidemeier & Moser 2009)",
        low=-2,
        high=2,
    )
    leniency_spread: float = _assumed(
        0.6, "standard deviation of leniency between people, in levels", OURS, low=0.05, high=2
    )
    skill_spread: float = _assumed(
        1.0, "standard deviation of a person's skills around their general level, in levels", OURS, low=0.5, high=5
    )
    fading: float = _assumed(
        1.0,
        "levels lost when a skill has been unused for very long",
        OURS + "; that skill fades: Arthur et al. 1998, Tatel & Ackerman 2025",
        low=0,
        high=5,
    )
    half_life_fast: float = _assumed(
        18, "months unused after which half the trust in a rating is left, fast-moving skill", OURS, low=1, high=1200
    )
    half_life_medium: float = _assumed(30, "the same for a skill of medium pace", OURS, low=1, high=1200)
    half_life_slow: float = _assumed(84, "the same for a slow-moving skill", OURS, low=1, high=1200)
    evidence_described: float = _assumed(1.0, "slope per level of evidence told in words", OURS, low=0.05, high=5)
    evidence_linked: float = _assumed(1.6, "slope per level of evidence that can be opened", OURS, low=0.05, high=5)
    evidence_reviewed: float = _assumed(
        2.4, "slope per level of evidence reviewed by someone else", OURS, low=0.05, high=5
    )
    item_slope: float = _assumed(
        1.5,
        "discrimination per level of a check that has not been calibrated",
        OURS + "; the form is the three-parameter logistic (Birnbaum 1968)",
        low=0.05,
        high=5,
    )
    band: float = _assumed(
        0.80, "share of truths the band around readiness is meant to hold", "a convention", low=0.5, high=0.99
    )
    headline_checks: int = _assumed(
        10,
        "answered checks from which the calibrated readiness is the headline",
        "before, it is not more accurate than the plain one (simulation)",
        low=1,
        high=1000,
    )
    stop_band: float = _assumed(
        20, "stop asking when the band is narrower than this many points", OURS, low=0, high=100
    )
    stop_value: float = _assumed(
        0.0005, "stop asking when the best question is worth fewer weighted bits", OURS, low=0, high=1
    )
    most_questions: int = _assumed(24, "stop asking after this many questions", OURS, low=1, high=1000)
    most_per_skill: int = _assumed(3, "questions a skill at most", OURS, low=1, high=100)
    must_have_factor: float = _assumed(2, "how much more a question about a must-have counts", OURS, low=1, high=100)
    foil_rate: float = _assumed(
        0.2,
        "share of invented terms claimed from which a note may be due",
        "one foil in five terms (Paulhus et al. 2003); " + OURS,
        low=0.01,
        high=0.99,
    )
    foil_certainty: float = _assumed(
        0.85,
        "probability of a claim rate above that share needed for the note",
        "Jeffreys interval for a proportion (Brown, Cai & DasGupta 2001); the threshold is an " + OURS,
        low=0.5,
        high=0.999,
    )
    run_least: int = _assumed(
        10,
        "shortest run of one non-zero answer worth a note",
        "long-string index (Johnson 2005); the length is an " + OURS,
        low=2,
        high=1000,
    )
    run_share: float = _assumed(1 / 3, "and the share of all answers that the run must reach", OURS, low=0.01, high=1)
    same_least: int = _assumed(
        10, "answered skills from which all answers alike are worth a note", OURS, low=2, high=1000
    )
    hasty_seconds: float = _assumed(
        2,
        "median seconds a skill below which answers count as hasty",
        "two seconds an item (Huang et al. 2012)",
        low=0,
        high=60,
    )

    def __post_init__(self) -> None:
        for each in dataclasses.fields(self):
            value, low, high = getattr(self, each.name), each.metadata["low"], each.metadata["high"]
            if not low <= value <= high:  # also refuses NaN
                raise ValueError(f"{each.name} is {value}, but must be between {low} and {high}")


DEFAULTS = Assumptions()
