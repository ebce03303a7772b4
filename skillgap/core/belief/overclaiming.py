"""Over-claiming: how often terms that do not exist are marked as familiar (Paulhus et al. 2003).

Signal detection separates knowing the real terms from saying yes easily. Nothing here enters a score.
"""

from __future__ import annotations

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.belief.special import beta_cdf, normal_quantile
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Familiarity:
    """How many of the real and of the invented terms (foils) were claimed: familiarity of 1 or more.

    Raises ValueError unless 0 <= claimed <= shown and something was shown of each.
    """

    real_claimed: int
    real_shown: int
    foils_claimed: int
    foils_shown: int

    def __post_init__(self) -> None:
        for claimed, shown in ((self.real_claimed, self.real_shown), (self.foils_claimed, self.foils_shown)):
            if not 0 <= claimed <= shown or shown < 1:
                raise ValueError(f"{claimed} of {shown} terms claimed is impossible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overclaiming:
    """Signal-detection summary of a term list. `is_note_due`: the foils alone give reason for a note."""

    hit_rate: float
    false_alarm_rate: float
    sensitivity: float  # d': how well real and invented terms were told apart
    criterion: float  # c: negative = says yes easily
    high_claim_rate: float  # P(share of foils this person would claim > Assumptions.foil_rate)
    is_note_due: bool


def overclaiming(seen: Familiarity, assumptions: Assumptions = DEFAULTS) -> Overclaiming:
    """Rates with the log-linear correction (Hautus 1995), d', c, and the rule for the note.

    The note rests on Jeffreys' posterior of the claim rate, Beta(1/2 + claimed, 1/2 + not claimed).
    """
    hits = corrected_rate(seen.real_claimed, seen.real_shown)
    alarms = corrected_rate(seen.foils_claimed, seen.foils_shown)
    spared = seen.foils_shown - seen.foils_claimed
    high = 1.0 - beta_cdf(assumptions.foil_rate, 0.5 + seen.foils_claimed, 0.5 + spared)
    return Overclaiming(
        hit_rate=hits,
        false_alarm_rate=alarms,
        sensitivity=sensitivity(hits, alarms),
        criterion=criterion(hits, alarms),
        high_claim_rate=high,
        is_note_due=high >= assumptions.foil_certainty,
    )


def corrected_rate(claimed: int, shown: int) -> float:
    """(claimed + 1/2) / (shown + 1): a rate that is never 0 or 1 (Hautus 1995)."""
    return (claimed + 0.5) / (shown + 1.0)


def sensitivity(hit_rate: float, false_alarm_rate: float) -> float:
    """d' = z(H) - z(F), for rates strictly between 0 and 1 (Green & Swets 1966)."""
    return normal_quantile(hit_rate) - normal_quantile(false_alarm_rate)


def criterion(hit_rate: float, false_alarm_rate: float) -> float:
    """c = -(z(H) + z(F)) / 2, for rates strictly between 0 and 1 (Macmillan & Creelman 2005)."""
    return -(normal_quantile(hit_rate) + normal_quantile(false_alarm_rate)) / 2.0
