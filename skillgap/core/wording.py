"""Which wording an answer was given to: short digests that tell when a framework says something else now."""

from __future__ import annotations

from hashlib import sha256

from skillgap.core.assessment import Answer, Assessment, Response
from skillgap.core.curriculum import Check
from skillgap.core.rubric import Pack, Skill

REWORDED = "its anchors have changed since it was answered"
"""What is said of an answer when the anchors say something else now."""
_DIGITS = 8


def plain(text: str) -> str:
    """Give a text without what says nothing: how it is spaced and wrapped."""
    return " ".join(text.split())


def wording(*texts: str) -> str:
    """Give the first 8 hexadecimal digits of a SHA-256 over texts, however they are spaced and wrapped."""
    return sha256("\n".join(map(plain, texts)).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def wording_of(skill: Skill) -> str:
    """Give the wording of a skill's anchors, as `Answer.anchors` keeps it."""
    return wording(*skill.anchors)


def is_reworded(skill: Skill, answer: Answer) -> bool:
    """Tell whether the anchors have changed since the answer was given; not when the answer does not say."""
    return answer.is_answered and bool(answer.anchors) and answer.anchors != wording_of(skill)


def reworded(pack: Pack, assessment: Assessment) -> tuple[str, ...]:
    """Give the skills, in the pack's order, whose anchors have changed since they were answered."""
    answers = assessment.answer_by_skill
    return tuple(s.id for s in pack.skills if s.id in answers and is_reworded(s, answers[s.id]))


def choice_of(check: Check, option: int) -> str:
    """Give the wording of a check's question and one of its options (0 is none), as `Response.chosen` keeps it."""
    return wording(check.question, check.options[option - 1] if option else "")


def present_option(check: Check, response: Response) -> int | None:
    """Give the option that a response chose as it is numbered now, by its present or former text.

    None when the question or the option no longer says what was answered. Without a record of it, the number counts.
    """
    options = range(len(check.options) + 1)
    if not response.chosen:
        return response.option
    if response.option in options and choice_of(check, response.option) == response.chosen:
        return response.option
    now = {wording(check.question, former.was): former.option for former in check.option_aliases}
    now |= {choice_of(check, option): option for option in reversed(options)}
    return now.get(response.chosen)
