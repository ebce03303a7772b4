"""Answers that do not fit together: prerequisites, the same answer again and again.

All of it is shown as notes and questions; nothing here enters a score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PrerequisiteConflict:
    """A skill rated high although a skill it builds on is rated low."""

    skill: str
    level: int
    prerequisite: str
    prerequisite_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How uniform a series of ratings is, and whether that is worth a note."""

    longest_run: int  # of one non-zero rating
    run_rating: int  # the rating of that run, 0 when there is none
    is_long_run: bool
    is_all_alike: bool

    @property
    def is_note_due(self) -> bool:
        """Whether either reason holds."""
        return self.is_long_run or self.is_all_alike


def prerequisite_conflicts(
    ratings: Mapping[str, int], prerequisites: Mapping[str, Iterable[str]], *, high: int = 3, low: int = 1
) -> tuple[PrerequisiteConflict, ...]:
    """Skills rated `high` or more whose direct prerequisite is rated `low` or less, in order of their ids.

    Skills without a rating are never in conflict.
    """
    return tuple(
        sorted(
            PrerequisiteConflict(skill=skill, level=level, prerequisite=basis, prerequisite_level=ratings[basis])
            for skill, level in ratings.items()
            if level >= high
            for basis in set(prerequisites.get(skill, ()))
            if basis in ratings and ratings[basis] <= low
        )
    )


def rating_pattern(ratings: Sequence[int], *, assumptions: Assumptions = DEFAULTS) -> Pattern:
    """Long-string index (Johnson 2005; Meade & Craig 2012) of ratings in the order given.

    Runs of 0, and all ratings 0, are normal for beginners and no reason for a note.
    """
    runs = [(len(list(group)), rating) for rating, group in groupby(ratings) if rating]
    longest, of = max(runs, key=lambda run: run[0], default=(0, 0))
    return Pattern(
        longest_run=longest,
        run_rating=of,
        is_long_run=longest >= max(assumptions.run_least, assumptions.run_share * len(ratings)),
        is_all_alike=len(ratings) >= assumptions.same_least and len(set(ratings)) == 1 and ratings[0] != 0,
    )
