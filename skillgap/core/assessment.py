"""A person's answers: frozen values; every change gives a new assessment."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Literal

from skillgap.core.records import dataclass
from skillgap.core.values import ROW, STRICT, TABLES

Confidence = Literal["unsure", "fairly", "sure"]
EvidenceKind = Literal["described", "linked", "reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that shows a level: a lower bound, never held against a person when absent."""

    __pydantic_config__ = ROW
    kind: EvidenceKind
    """described in words, linked (someone can look at it), or reviewed by someone else."""
    level: int | None = None
    """The level it shows; the rated level when absent."""
    where: str = ""
    """A link or a path."""
    note: str = ""
    date: datetime.date | None = None
    """When the work was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What was said of a skill before it was rated again, and what the person says of that time since."""

    __pydantic_config__ = ROW
    level: int
    """The level that was given then."""
    date: datetime.date | None = None
    """The day it was given; absent when that is not known."""
    looking_back: int | None = None
    """Where the person puts themselves at that time today; absent when they did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says of one skill: a level, or not applicable with a reason, or neither yet (only a note)."""

    __pydantic_config__ = STRICT
    skill: str
    level: int | None = None
    """A level of the pack's scale."""
    na: str | None = None
    """Why the skill does not apply; present only instead of a level."""
    confidence: Confidence | None = None
    last_used: datetime.date | None = None
    date: datetime.date | None = None
    """The day the level was given; absent when that is not known."""
    anchors: str = ""
    """Which wording of the anchors was answered, see `skillgap.core.wording`; empty when that is not known."""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    again: bool | None = None
    """A re-assessment asks for it, and it has not been rated in that yet."""
    earlier: tuple[Earlier, ...] = ()
    """Former levels, the oldest first; a level that is changed on a later day is kept here."""

    @property
    def is_answered(self) -> bool:
        """A level was given or the skill was put aside as not applicable."""
        return self.level is not None or self.na is not None

    @property
    def is_never(self) -> bool:
        """The person is sure that they have never done it."""
        return self.level == 0 and self.confidence == "sure"

    @property
    def is_empty(self) -> bool:
        """Nothing at all was said."""
        return self == Answer(skill=self.skill)


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer to one check item."""

    __pydantic_config__ = STRICT
    item: str
    option: int
    """The option chosen, counted from 1 in the pack's order; 0 is "I don't know"."""
    chosen: str = ""
    """Which wording of question and option was chosen, see `skillgap.core.wording`; empty when that is not known."""
    probability: float | None = None
    """How likely the person thought it right, 0 to 1."""
    date: datetime.date | None = None
    seed: int | None = None
    """Gives the order in which the options were shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTerm:
    """How well a person knows a term."""

    __pydantic_config__ = ROW
    term: str
    """The term, as the pack writes it."""
    familiarity: int
    """0 never heard of it, 1 heard of it, 2 know roughly what it is, 3 can explain it, 4 have used it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermList:
    """What a person said of a list of terms, some of which do not exist. It never changes a score."""

    __pydantic_config__ = STRICT
    seed: int = 1
    """Which terms the list holds and in which order, from 1."""
    date: datetime.date | None = None
    """The day of the last answer."""
    known: tuple[KnownTerm, ...] = ()
    """The answers; each `{ term, familiarity }`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRef:
    """The role and grade that a person is measured against."""

    __pydantic_config__ = STRICT
    role: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricRef:
    """Which pack, in which version, with which content."""

    __pydantic_config__ = STRICT
    id: str
    version: str = ""
    digest: str = ""
    """The first 16 hexadecimal digits of a SHA-256 over the pack's files."""


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """All that a person has said so far."""

    __pydantic_config__ = TABLES
    schema: int = 1
    """Version of the file format; this program writes and reads 1."""
    rubric: RubricRef | None = None
    """The pack that was answered; the pack in use when absent."""
    target: TargetRef | None = None
    person: str = ""
    updated: datetime.date | None = None
    resume: str = ""
    """The skill to show first when the assessment is opened again."""
    note: str = ""
    answers: tuple[Answer, ...] = ()
    checks: tuple[Response, ...] = ()
    terms: TermList | None = None
    """What was said of a list of terms."""

    @cached_property
    def answer_by_skill(self) -> dict[str, Answer]:
        """Answers by skill id."""
        return {answer.skill: answer for answer in self.answers}

    def answer(self, skill: str) -> Answer:
        """Give the answer for a skill, an empty one where there is none."""
        return self.answer_by_skill.get(skill) or Answer(skill=skill)


def confidence_text(answer: Answer) -> str:
    """Say how sure a person is of an answer; empty when they do not say."""
    if answer.is_never:
        return "never done it"
    return "fairly sure" if answer.confidence == "fairly" else answer.confidence or ""


def next_confidence(answer: Answer) -> Confidence | None:
    """Give the confidence that comes next in the cycle; for level 0 it begins with sure, which says never."""
    ring: tuple[Confidence | None, ...] = (None, "unsure", "fairly", "sure")
    if answer.level == 0:
        ring = (None, "sure", "fairly", "unsure")
    return ring[(ring.index(answer.confidence) + 1) % len(ring)]


def rate(
    assessment: Assessment, skill: str, level: int, anchors: str = "", day: datetime.date | None = None
) -> Assessment:
    """Set the level of a skill on a day, given to the wording `anchors`; what else was said of it stays.

    Another level that was given on a day before is kept as an earlier one.
    """

    def edit(answer: Answer) -> Answer:
        earlier = answer.earlier
        is_later = answer.date is not None and day is not None and day > answer.date
        if answer.level is not None and is_later and answer.level != level and not answer.again:
            earlier = (*earlier, Earlier(level=answer.level, date=answer.date))
        return replace(answer, level=level, na=None, anchors=anchors, date=day, again=None, earlier=earlier)

    return change(assessment, skill, edit)


def set_aside(assessment: Assessment, skill: str, reason: str, anchors: str = "") -> Assessment:
    """Mark a skill as not applicable, with a reason (may be empty); a level that was given goes."""

    def edit(answer: Answer) -> Answer:
        return replace(answer, level=None, na=reason, anchors=anchors, date=None, again=None)

    return change(assessment, skill, edit)


def clear(assessment: Assessment, skill: str) -> Assessment:
    """Make a skill unanswered again; its note and earlier levels stay, the rest goes with the level."""

    def edit(answer: Answer) -> Answer:
        earlier = answer.earlier[:-1] if answer.again else answer.earlier
        return Answer(skill=skill, note=answer.note, earlier=earlier)

    return change(assessment, skill, edit)


def change(assessment: Assessment, skill: str, edit: Callable[[Answer], Answer]) -> Assessment:
    """Put `edit(answer)` in place of the answer of a skill; an empty result removes it."""
    old = assessment.answer_by_skill.get(skill)
    new = edit(old or Answer(skill=skill))
    if old is None:
        answers = (*assessment.answers, new)
    else:
        answers = tuple(new if answer is old else answer for answer in assessment.answers)
    return replace(assessment, answers=tuple(answer for answer in answers if not answer.is_empty))
