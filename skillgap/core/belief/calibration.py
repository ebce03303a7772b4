"""Whether stated probabilities can be trusted: the Brier score and its decomposition."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A stated probability of being right, 0..1, and whether it was. Raises ValueError outside 0..1."""

    probability: float
    right: bool

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"a stated probability must be from 0 to 1, not {self.probability}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Brier = reliability - resolution + uncertainty (Murphy 1973); small reliability = well calibrated."""

    count: int
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    stated: float  # mean stated probability
    share_right: float

    @property
    def overconfidence(self) -> float:
        """Mean stated probability minus share right; positive = too sure."""
        return self.stated - self.share_right


def calibration(forecasts: Sequence[Forecast]) -> Calibration:
    """Score stated probabilities, grouped by their exact value. Raises ValueError without any."""
    if not forecasts:
        raise ValueError("without stated probabilities there is no calibration")
    count = len(forecasts)
    base = sum(each.right for each in forecasts) / count
    groups: dict[float, list[bool]] = {}
    for each in forecasts:
        groups.setdefault(each.probability, []).append(each.right)
    shares = {stated: sum(rights) / len(rights) for stated, rights in groups.items()}
    return Calibration(
        count=count,
        brier=fsum((each.probability - each.right) ** 2 for each in forecasts) / count,
        reliability=fsum(len(rights) * (stated - shares[stated]) ** 2 for stated, rights in groups.items()) / count,
        resolution=fsum(len(rights) * (shares[stated] - base) ** 2 for stated, rights in groups.items()) / count,
        uncertainty=base * (1.0 - base),
        stated=fsum(each.probability for each in forecasts) / count,
        share_right=base,
    )
