"""A sitting of checks: asked, chosen, told, over. The app and the conversation share its values and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from skillgap.core.assessment import Response
from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.belief.posterior import Readiness
from skillgap.core.curriculum import Check
from skillgap.core.estimate import is_right
from skillgap.core.quiz import Quiz, band_text
from skillgap.core.records import dataclass
from skillgap.core.trace import figure

Phase = Literal["asked", "chosen", "told", "over"]
UNKNOWN = "I don't know"
HOW_SURE = "How sure are you that this is right?"
STOPPED = "You stopped here. Every answer is saved; the next time goes on from here."
SETTLED = "Your ratings stay as they are: checks change the estimate, not what you said."
NOTHING_BACK = "Nothing to take back: no answer was given this time."
OTHER_CHANGE = "The last change was no answer to a check: take it back where you made it."
NO_CHECKS = (
    "This rubric has no checks for the skills of your target.",
    "Nothing is wrong with that: your ratings and what you can show count all the same.",
)
_NOTICED = 0.05
"""The least change of a probability that is worth naming."""
_MOST_NAMED = 3


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Where a person stands in the checks of this time. Every step gives a new sitting."""

    quizzes: tuple[Quiz, ...]
    """The checks as they were at the start and after each answer."""
    option: int | None = None
    """The option that is chosen, in the pack's order, while certainty is asked."""
    told: Response | None = None
    """The answer whose outcome is in front."""
    is_stopped: bool = False

    @property
    def quiz(self) -> Quiz:
        """The checks as they are now."""
        return self.quizzes[-1]

    @property
    def phase(self) -> Phase:
        """What is in front: a question, how sure the choice is, the outcome, or the end."""
        if self.is_stopped:
            return "over"
        if self.told is not None:
            return "told"
        if self.quiz.check is None:
            return "over"
        return "asked" if self.option is None else "chosen"

    @property
    def check(self) -> Check | None:
        """The check in front: the one that is asked, or whose outcome is told."""
        if self.phase == "over":
            return None
        return self.quiz.pack.check_by_id[self.told.item] if self.told else self.quiz.check

    @property
    def order(self) -> tuple[int, ...]:
        """The options of the check in front in the order shown, as numbers of the pack's order."""
        if self.check is None:
            return ()
        asked = self.quizzes[-2] if self.told else self.quiz
        return asked.options(asked.seed)

    @property
    def bands(self) -> tuple[Readiness, ...]:
        """Readiness at the start and after each answer; empty when no skill applies."""
        return tuple(band for quiz in self.quizzes if (band := quiz.band) is not None)

    def choose(self, place: int) -> Sitting:
        """Choose what stands at a place, from 1, or with 0 to say "I don't know". Raises ValueError for another."""
        if self.phase not in ("asked", "chosen") or not 0 <= place <= len(self.order):
            raise ValueError(f"there is nothing to choose at {place}")
        return replace(self, option=self.order[place - 1] if place else 0)

    def response(self, probability: float | None) -> Response:
        """Give the response of the option that is chosen. Raises ValueError when none is."""
        if self.option is None:
            raise ValueError("nothing is chosen")
        quiz = self.quiz
        return quiz.response(self.option, probability if self.option else None, quiz.today, quiz.seed)

    def kept(self, response: Response, quiz: Quiz) -> Sitting:
        """Tell the outcome of a response that is part of `quiz` now."""
        return Sitting(quizzes=(*self.quizzes, quiz), told=response)

    def skipping(self) -> Sitting:
        """Leave the question that is asked aside, and ask another one."""
        check, quiz = self.quiz.check, self.quiz
        if check is None or self.told is not None:
            return self
        return Sitting(quizzes=(*self.quizzes[:-1], replace(quiz, skipped=(*quiz.skipped, check.id))))

    def going_on(self) -> Sitting:
        """To the next question, or the end."""
        return Sitting(quizzes=self.quizzes)

    def stopped(self) -> Sitting:
        """Stop at a person's wish."""
        return Sitting(quizzes=self.quizzes, is_stopped=True)

    def renewed(self, quiz: Quiz) -> Sitting:
        """Go on with answers that may have changed meanwhile; from the beginning when checks or target are others.

        A rating that was changed counts from the first question of this time on, so that what the checks moved is told
        of the same ratings; the question in front is chosen anew.
        """
        old, now = self.quiz.assessment, quiz.assessment
        if (old.checks, self.quiz.profile) != (now.checks, quiz.profile):
            return begin(quiz)
        if old.answers == now.answers:
            return replace(self, quizzes=(*self.quizzes[:-1], replace(self.quiz, assessment=now)))
        return Sitting(
            quizzes=tuple(
                replace(each, assessment=replace(now, checks=each.assessment.checks)) for each in self.quizzes
            )
        )

    @property
    def can_take_back(self) -> bool:
        """Whether an answer was given this time."""
        return len(self.quizzes) > 1

    def taken_back(self) -> Sitting:
        """Ask again what was answered last."""
        return Sitting(quizzes=self.quizzes[:-1])


def begin(quiz: Quiz) -> Sitting:
    """Begin a sitting."""
    return Sitting(quizzes=(quiz,))


def tenths(digit: int) -> float:
    """Give the probability that a digit key stands for: 1 is 0.1, 9 is 0.9, 0 is 1."""
    return (digit or 10) / 10


def change_text(before: Readiness | None, now: Readiness | None) -> str:
    """Say where readiness lay and lies four times in five."""
    if before is None or now is None:
        return band_text(now)
    moved = f"{figure(before.low)} to {figure(before.high)} before, {figure(now.low)} to {figure(now.high)} now"
    return f"Readiness, by ratings and checks, four times in five: {moved}."


def closing(sitting: Sitting) -> Iterator[str]:
    """Say why it stops and what has changed, a sentence or two at a time; the pack's texts are as they are."""
    first, quiz = sitting.quizzes[0], sitting.quiz
    if quiz.question == "none left" and not quiz.count and not quiz.skipped:
        yield from NO_CHECKS
        return
    yield STOPPED if quiz.check else quiz.ending
    given = len(quiz.asked)
    right = sum(_is_right(quiz, item) for item in quiz.asked)
    yield f"{given} answered this time, {right} of them right; {quiz.count} in all."
    if not given:
        yield band_text(quiz.band)
        return
    yield change_text(first.band, quiz.band)
    yield from _headline(first.count, quiz.count)
    yield from _moved(first, quiz)
    yield SETTLED


def _is_right(quiz: Quiz, item: str) -> bool:
    response = next(r for r in reversed(quiz.assessment.checks) if r.item == item)
    return is_right(quiz.pack.check_by_id[item], response)


def _headline(before: int, now: int) -> Iterator[str]:
    """Whether the checks make the headline of the results."""
    least = DEFAULTS.headline_checks
    if before < least <= now:
        yield f"{now} checks are answered: from now on results show readiness by ratings and checks first."
    elif now < least:
        more = f"{least - now} more checks change" if least - now > 1 else "one more check changes"
        yield f"Results show readiness by ratings first; {more} that."


def _moved(first: Quiz, now: Quiz) -> Iterator[str]:
    """The skills whose probability of reaching the target has changed most, the largest change first."""
    if first.estimate is None or now.estimate is None:
        return
    was = {skill.id: skill.meets for skill in first.estimate.belief.skills}
    asked = {now.pack.check_by_id[item].skill for item in now.asked}
    moved = [(skill.meets - was[skill.id], skill) for skill in now.estimate.belief.skills if skill.id in asked]
    moved.sort(key=lambda pair: (-abs(pair[0]), pair[1].id))
    for change, skill in moved[:_MOST_NAMED]:
        if abs(change) >= _NOTICED:
            name = now.pack.skill_by_id[skill.id].name
            chances = f"was {100 * was[skill.id]:.0f} %, and is {100 * skill.meets:.0f} % now"
            yield f"{name}: the chance of level {skill.required} or more {chances}."
