"""Answers that do not fit together: prerequisites, the same answer again and again.

All of it is shown as notes and questions; nothing here enters a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import fsum, sqrt

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Conflict:
    """A skill rated high although a skill it builds on is rated low."""

    skill: str
    level: int
    prerequisite: str
    prerequisite_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How uniform a series of ratings is; each reason for a note is given apart, at most one note is due."""

    answers: int
    longest_run: int  # of one non-zero rating
    run_rating: int  # the rating of that run, 0 when there is none
    spread: float  # standard deviation of the ratings, in levels
    median_seconds: float | None  # a skill, None when times are not known
    is_long_run: bool
    is_all_alike: bool
    is_hasty: bool

    @property
    def note_due(self) -> bool:
        """Whether any of the reasons holds."""
        return self.is_long_run or self.is_all_alike or self.is_hasty


def prerequisite_conflicts(
    ratings: Mapping[str, int], prerequisites: Mapping[str, Iterable[str]], *, high: int = 3, low: int = 1
) -> tuple[Conflict, ...]:
    """Skills rated `high` or more whose direct prerequisite is rated `low` or less, in order of their ids.

    Skills without a rating are never in conflict.
    """
    return tuple(
        sorted(
            Conflict(skill=skill, level=level, prerequisite=basis, prerequisite_level=ratings[basis])
            for skill, level in ratings.items()
            if level >= high
            for basis in set(prerequisites.get(skill, ()))
            if basis in ratings and ratings[basis] <= low
        )
    )


def rating_pattern(
    ratings: Sequence[int], *, seconds: Sequence[float] = (), assumptions: Assumptions = DEFAULTS
) -> Pattern:
    """Long-string and variability indices (Johnson 2005; Meade & Craig 2012) of ratings in the order given.

    Runs of 0, and all ratings 0, are normal for beginners and no reason for a note. `seconds` are the times
    taken for the same answers, as far as known.
    """
    runs = [(len(list(group)), rating) for rating, group in groupby(ratings) if rating]
    longest, of = max(runs, key=lambda run: run[0], default=(0, 0))
    spread = _spread(ratings)
    median = _median(seconds) if seconds else None
    return Pattern(
        answers=len(ratings),
        longest_run=longest,
        run_rating=of,
        spread=spread,
        median_seconds=median,
        is_long_run=longest >= max(assumptions.run_least, assumptions.run_share * len(ratings)),
        is_all_alike=len(ratings) >= assumptions.same_least and len(set(ratings)) == 1 and ratings[0] != 0,
        is_hasty=median is not None and median < assumptions.hasty_seconds,
    )


def _spread(values: Sequence[float]) -> float:
    """Standard deviation of the whole series (not of a sample), 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    mean = fsum(values) / len(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))


def _median(values: Sequence[float]) -> float:
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2.0
