"""Check yourself: which question is asked now, in which order its options stand, and what an answer changes."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from skillgap.core.assessment import Assessment, Response
from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.belief.posterior import Readiness
from skillgap.core.belief.questions import Question, Stop
from skillgap.core.curriculum import Check
from skillgap.core.estimate import Estimate, estimate, is_right
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.trace import figure
from skillgap.core.wording import choice_of

ENDINGS: dict[Stop, str] = {
    "narrow": "Readiness is known well enough: the range that is likely is narrow now.",
    "little left": "No question that is left would tell much more.",
    "enough": f"That is enough: {DEFAULTS.most_questions} questions are answered.",
    "none left": "No question is left for the skills of this target.",
}
"""Why no further question is asked, in words."""
ANNOUNCED = (
    "Nothing is required: leave any question, stop at any time.",
    'A wrong answer counts, "I don\'t know" counts as not right, and your ratings stay as they are.',
)
"""What is said before the first question."""


@dataclass(frozen=True, kw_only=True)
class Quiz:
    """The checks of a sitting. Every answer gives a new quiz."""

    pack: Pack
    profile: Profile
    assessment: Assessment
    today: datetime.date
    asked: tuple[str, ...] = ()
    """The checks answered in this sitting, in order."""
    skipped: tuple[str, ...] = ()
    """The checks left aside in this sitting."""

    @cached_property
    def estimate(self) -> Estimate | None:
        """What the answers so far come to; None when no skill of the profile applies."""
        return estimate(self.pack, self.profile, self.assessment, self.today)

    @cached_property
    def question(self) -> Check | Stop:
        """The check to ask now, or why there is no further one."""
        found = self.estimate.next_question(self.skipped) if self.estimate else "none left"
        return self.pack.check_by_id[found.item.id] if isinstance(found, Question) else found

    @property
    def check(self) -> Check | None:
        """The check to ask now; None when there is no further one."""
        return self.question if isinstance(self.question, Check) else None

    @property
    def ending(self) -> str:
        """Why there is no further question, in words; empty while there is one."""
        return "" if isinstance(self.question, Check) else ENDINGS[self.question]

    @property
    def seed(self) -> int:
        """What the order of the options comes from now: the same until an answer is given, kept with it."""
        return len(self.assessment.checks) + 1

    @property
    def band(self) -> Readiness | None:
        """Readiness and the range in which it lies four times in five, in points from 0 to 100."""
        return self.estimate.belief.readiness if self.estimate else None

    @property
    def count(self) -> int:
        """How many checks about skills of the profile are answered, in this and earlier sittings."""
        return self.estimate.answered if self.estimate else 0

    @property
    def progress(self) -> str:
        """How far it is, in words."""
        most, headline = DEFAULTS.most_questions, DEFAULTS.headline_checks
        missing = headline - self.count
        use = f"from {headline} on, Results leads with this" if missing > 0 else "Results leads with this"
        return f"{self.count} answered of {most} at most; {use}"

    def options(self, seed: int) -> tuple[int, ...]:
        """Give the options of the check in the order to show: their numbers in the pack, from 1; empty without one."""
        return shuffled(len(self.check.options), seed) if self.check else ()

    def response(self, option: int, probability: float | None, day: datetime.date, seed: int) -> Response:
        """Give the response to the check that is asked now.

        `option` counts from 1 in the pack's order, 0 is "I don't know"; `probability` of being right, 0 to 1, or None.
        Raises ValueError for another option or probability, and when nothing is asked.
        """
        check = self.check
        if check is None or not 0 <= option <= len(check.options):
            raise ValueError(f"option {option} is not one of the question")
        if probability is not None and not 0 <= probability <= 1:
            raise ValueError(f"probability {probability} is not between 0 and 1")
        chosen = choice_of(check, option)
        return Response(item=check.id, option=option, chosen=chosen, probability=probability, date=day, seed=seed)

    def answered(self, option: int, probability: float | None, day: datetime.date, seed: int) -> Quiz:
        """Give the quiz after an answer to the check that is asked now; see `response`."""
        response = self.response(option, probability, day, seed)
        return replace(self, assessment=respond(self.assessment, response), asked=(*self.asked, response.item))


def respond(assessment: Assessment, response: Response) -> Assessment:
    """Add a response; an earlier one to the same item stays, and the latest counts."""
    return replace(assessment, checks=(*assessment.checks, response))


def shuffled(options: int, seed: int) -> tuple[int, ...]:
    """Give the numbers from 1 to `options` in the order that a seed stands for, the same on every machine.

    They are ordered by SHA-256 of the seed, a space and the number, both in decimal.
    """
    return tuple(sorted(range(1, options + 1), key=lambda number: sha256(f"{seed} {number}".encode()).digest()))


def outcome_text(check: Check, response: Response) -> str:
    """Say whether a response is right, and what would have been."""
    if is_right(check, response):
        return "Right."
    return f"{'Wrong.' if response.option else 'Not known.'} The right answer: {check.options[check.answer - 1]}"


def source_text(check: Check) -> str:
    """Say where the explanation of a check comes from; empty when the pack does not say."""
    return ", ".join(part for part in (check.source, check.url) if part)


def source_link(check: Check) -> str:
    """Give the address of a check's source when a browser may be sent there: http or https, plain characters."""
    url = check.url
    is_web = url.startswith(("https://", "http://")) and url.isascii() and url.isprintable()
    return url if is_web and " " not in url else ""


def band_text(band: Readiness | None) -> str:
    """Say where readiness lies four times in five."""
    if band is None:
        return "Readiness: no skill of this target applies to you."
    likely = f"between {figure(band.low)} and {figure(band.high)}"
    return f"Readiness, by ratings and checks: {figure(band.mean)}, four times in five {likely}."
