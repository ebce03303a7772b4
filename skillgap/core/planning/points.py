"""Points of readiness, 0 to 100, for gains that are shares of a profile's weight."""

from __future__ import annotations

from fractions import Fraction

from skillgap.core.planning.situation import Situation
from skillgap.core.scoring import weight_of
from skillgap.core.steps import NeededStep


class Points:
    """Turns gains w / r into points for one person and profile."""

    def __init__(self, where: Situation) -> None:
        answers = where.answers
        rated = [n for n in where.profile.requirements if n.skill in answers and answers[n.skill].level is not None]
        self._weight = weight_of(rated) or Fraction(1)

    def of(self, step: NeededStep) -> Fraction:
        """Points that a step brings."""
        return self.of_gain(step.gain)

    def of_gain(self, gain: Fraction) -> Fraction:
        """Points for a gain."""
        return 100 * gain / self._weight


def rounded(number: Fraction) -> float:
    """Give a number with two decimals, for a file."""
    return float(round(number, 2))
