"""Every constant of the model, with its source: settings for the person, one table for the documentation."""

from __future__ import annotations

import dataclasses
from dataclasses import field
from typing import Any

from skillgap.core.records import dataclass


def _between(low: float, high: float, *, default: float) -> Any:
    """A field whose value must lie in the closed range `low`-`high`."""
    return field(default=default, metadata={"low": low, "high": high})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """The constants of the calibrated model. A "level" as a unit is one step of the pack's scale.

    No human data were collected for it: whatever names no publication is an assumption of ours, to be fitted
    again if people ever share data. Raises ValueError, naming the field, outside a field's range.
    """

    sharpness_unsure: float = _between(0.05, 5, default=0.7)
    """Slope per level of a rating given with doubt: a rating-level correlation of .486 on five levels. Assumption."""

    sharpness_fairly: float = _between(0.05, 5, default=1.0)
    """Slope per level of a rating given fairly sure, or without a stated confidence: correlation .626, the top
    of the range of 22 meta-analyses (Zell & Krizan 2014), which assumes good anchors."""

    sharpness_sure: float = _between(0.05, 5, default=1.4)
    """Slope per level of a rating given with certainty: correlation of about .75. Assumption."""

    sharpness_never: float = _between(0.05, 5, default=2.5)
    """Slope per level of a zero given as "never done it". Assumption."""

    leniency_mean: float = _between(-2, 2, default=0.3)
    """Levels by which people rate themselves too high on average: d = 0.32 in Western samples (Heidemeier &
    Moser 2009)."""

    leniency_spread: float = _between(0.05, 2, default=0.6)
    """Standard deviation of leniency between people, in levels. Assumption."""

    skill_spread: float = _between(0.5, 5, default=1.0)
    """Standard deviation of one person's skills around their general level, in levels. Assumption."""

    fading: float = _between(0, 5, default=1.0)
    """Levels lost when a skill has been unused for very long. That skills fade: Arthur et al. 1998, Tatel &
    Ackerman 2025; at most one level is an assumption."""

    half_life_fast: float = _between(1, 1200, default=18)
    """Months unused that leave half the trust in a rating of a fast-moving skill. Assumption."""

    half_life_medium: float = _between(1, 1200, default=30)
    """Months unused that leave half the trust in a rating of a skill of medium pace. Assumption."""

    half_life_slow: float = _between(1, 1200, default=84)
    """Months unused that leave half the trust in a rating of a slow-moving skill. Assumption."""

    evidence_described: float = _between(0.05, 5, default=1.0)
    """Slope per level of evidence told in words. Assumption."""

    evidence_linked: float = _between(0.05, 5, default=1.6)
    """Slope per level of evidence that can be opened. Assumption."""

    evidence_reviewed: float = _between(0.05, 5, default=2.4)
    """Slope per level of evidence reviewed by someone else. Assumption."""

    item_slope: float = _between(0.05, 5, default=1.5)
    """Slope per level of a check that has not been calibrated. The form is the three-parameter logistic model
    (Birnbaum 1968); the value is an assumption."""

    band: float = _between(0.5, 0.99, default=0.80)
    """Share of truths that the band around readiness is meant to hold. Convention."""

    headline_checks: int = _between(1, 1000, default=10)
    """Answered checks from which the calibrated readiness is the headline. Without checks it is not always nearer
    to the truth than the plain one: in simulation it is worse for people who rate precisely. The number is an
    assumption."""

    quick_ratings: int = _between(1, 1000, default=15)
    """Skills that a quick round asks: about twelve seconds each make three minutes. Assumption."""

    stop_band: float = _between(0, 100, default=20)
    """Stop asking when the band is narrower than this many points, from `headline_checks` answers on. Assumption."""

    stop_worth: float = _between(0, 1, default=0.0005)
    """Stop asking when the best question is worth fewer bits, weighted by the skill's share, from
    `headline_checks` answers on. Assumption."""

    most_questions: int = _between(1, 1000, default=24)
    """Stop asking after this many questions. Assumption."""

    most_per_skill: int = _between(1, 100, default=3)
    """Questions about one skill at most. Assumption."""

    must_have_factor: float = _between(1, 100, default=2)
    """How many times more a question about a must-have counts. Assumption."""

    foil_rate: float = _between(0.01, 0.99, default=0.2)
    """Share of the invented terms claimed from which a note may be due: one in five terms is a foil (Paulhus et
    al. 2003). Assumption."""

    foil_certainty: float = _between(0.5, 0.999, default=0.85)
    """Probability of a claim rate above `foil_rate` that the note needs, with Jeffreys' prior for a proportion
    (Brown, Cai & DasGupta 2001). The threshold is an assumption."""

    run_least: int = _between(2, 1000, default=10)
    """Shortest run of one non-zero answer worth a note. Long-string index: Johnson 2005; the length is an
    assumption."""

    run_share: float = _between(0.01, 1, default=1 / 3)
    """Share of all answers that such a run must reach. Assumption."""

    same_least: int = _between(2, 1000, default=10)
    """Rated skills from which ratings that are all alike are worth a note. Assumption."""

    contrast_odds: float = _between(1, 1000, default=2)
    """Factor by which the checks of a skill must change the odds of its required level, against the rating, to be
    shown as a blind spot or a hidden strength. Assumption."""

    certainty_least: int = _between(1, 1000, default=8)
    """Stated probabilities from which a note about certainty may be due. Assumption."""

    certainty_gap: float = _between(0.01, 1, default=0.15)
    """Difference between mean stated probability and share right that is worth a note. Assumption."""

    def __post_init__(self) -> None:
        for each in dataclasses.fields(self):
            value, low, high = getattr(self, each.name), each.metadata["low"], each.metadata["high"]
            if not low <= value <= high:  # also refuses NaN
                raise ValueError(f"{each.name} is {value}, but must be between {low} and {high}")


DEFAULTS = Assumptions()
