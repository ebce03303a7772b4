"""A quick round: the few skills whose ratings tell most about the verdict; the rest is inferred and never stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

from skillgap.core.assessment import Assessment
from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack

MINUTES = 3
"""About how long a round takes, at twelve seconds a skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickRound:
    """What a quick round is about: a profile, as of a day, and the skills that the person has skipped."""

    profile: Profile
    today: date
    passed: tuple[str, ...] = ()
    """Skipped skills, which come last."""

    @property
    def size(self) -> int:
        """How many skills it asks."""
        return min(DEFAULTS.quick_ratings, len(self.profile.requirements))

    def asked(self, assessment: Assessment) -> int:
        """How many of them are answered, 0 to `size`; every answer to the profile counts, whenever it was given."""
        known = assessment.answer_by_skill
        answered = (need for need in self.profile.requirements if need.skill in known and known[need.skill].is_answered)
        return sum(1 for _ in islice(answered, self.size))

    def is_done(self, assessment: Assessment) -> bool:
        """Whether nothing is left of it to ask."""
        return self.asked(assessment) >= self.size

    def route(self, pack: Pack, assessment: Assessment) -> tuple[str, ...]:
        """Give the open skills of the profile, the one whose rating would tell most first; none once the round is done.

        What was answered so far decides the order, so it is worked out again after every answer.
        """
        if self.is_done(assessment):
            return ()
        from skillgap.core.belief.levers import rank_ratings  # noqa: PLC0415 - a full interview needs no model
        from skillgap.core.estimate import estimate  # noqa: PLC0415

        found = estimate(pack, self.profile, assessment, self.today)
        ranked = [lever.skill for lever in rank_ratings(found.facts, found.belief)] if found else []
        return tuple(sorted(ranked, key=lambda skill: skill in self.passed))

    def passing(self, skill: str) -> QuickRound:
        """Give the round in which a skill comes last."""
        kept = tuple(name for name in self.passed if name != skill)
        return replace(self, passed=(*kept, skill))


def quick_text(size: int) -> str:
    """Say what a quick round is."""
    return (
        f"A quick round asks the {size} skills that decide most, in about {MINUTES} minutes; the rest is inferred, with"
        " wide ranges, marked so, and never stored as answers."
    )
