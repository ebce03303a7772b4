"""Where a number comes from: the factors in order, the last line being the number reported, to the last bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from skillgap.core.belief.cells import Said, said_about, skill_cells
from skillgap.core.belief.facts import CheckOutcome, Evidence, SkillFacts
from skillgap.core.belief.posterior import Belief, Readiness, SkillBelief, believe, mixed
from skillgap.core.records import dataclass

FactorKind = Literal["start", "rating", "recency", "evidence", "check"]
"""The steps of an explanation, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One step of a skill's explanation: what was added, in words, and what is believed after it."""

    kind: FactorKind
    words: str
    after: SkillBelief
    about: Evidence | CheckOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of readiness' explanation: what kind of answers were added, and the readiness after them."""

    kind: FactorKind
    words: str
    after: Readiness


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One more thing said; `said` is everything up to and including it."""

    kind: FactorKind
    words: str
    said: Said
    about: Evidence | CheckOutcome | None = None


def explain_skill(facts: tuple[SkillFacts, ...], belief: Belief, id: str) -> tuple[Factor, ...]:
    """How one skill's numbers came about: start, rating, recency, each piece of evidence, each check.

    Every step uses the final P(general level, leniency), so the start is what all the answers together say
    about a skill nothing is known of, and the last step is `belief.skill(id)` exactly. Raises KeyError for an
    id that is not in the profile.
    """
    believed = belief.skill(id)
    (skill,) = (each for each in facts if each.id == id)
    factors = []
    for step in _steps(skill, said_about(skill, belief.assumptions)):
        table = skill_cells(step.said, skill.required, belief.top, belief.assumptions)
        after = replace(believed, levels=mixed(table.levels, belief.cell_weights))
        factors.append(Factor(kind=step.kind, words=step.words, after=after, about=step.about))
    return tuple(factors)


def explain_readiness(facts: tuple[SkillFacts, ...], belief: Belief) -> tuple[Stage, ...]:
    """How readiness came about, one kind of answers after the other over all skills.

    The last stage is `belief.readiness` exactly; stages that add nothing are left out.
    """
    stages: list[Stage] = []
    before: tuple[SkillFacts, ...] = ()
    for kind, words, known in _layers(facts):
        if known != before:
            after = believe(known, top=belief.top, assumptions=belief.assumptions).readiness
            stages.append(Stage(kind=kind, words=words, after=after))
        before = known
    return tuple(stages)


def _steps(skill: SkillFacts, said: Said) -> Iterator[_Step]:
    """From nothing said to `said`, in the fixed order."""
    now = Said()
    yield _Step(kind="start", words="What your answers as a whole suggest", said=now)
    if said.rating is not None:
        now = replace(now, rating=said.rating, sharpness=said.sharpness)
        yield _Step(kind="rating", words=_rating_words(skill), said=now)
    if said.fresh != 1.0:
        now = replace(now, fresh=said.fresh)
        yield _Step(kind="recency", words=_recency_words(skill, said), said=now)
    for evidence, numbers in zip(skill.evidence, said.evidence, strict=True):
        now = replace(now, evidence=(*now.evidence, numbers))
        words = f"You have {evidence.kind} work at level {evidence.level}"
        yield _Step(kind="evidence", words=words, said=now, about=evidence)
    for check in skill.checks:
        now = replace(now, checks=(*now.checks, check))
        words = f"Check {check.item.id} answered {'right' if check.right else 'wrong or left open'}"
        yield _Step(kind="check", words=words, said=now, about=check)


def _layers(facts: tuple[SkillFacts, ...]) -> Iterator[tuple[FactorKind, str, tuple[SkillFacts, ...]]]:
    """The facts with one kind of answers after the other put back."""
    yield "start", "Before any answer", tuple(_without(each, "rating") for each in facts)
    yield "rating", "Your ratings, and how generously people rate", tuple(_without(each, "recency") for each in facts)
    yield "recency", "How long ago you used the skills", tuple(_without(each, "evidence") for each in facts)
    yield "evidence", "The work you showed", tuple(_without(each, "check") for each in facts)
    yield "check", "The checks you answered", facts


def _without(skill: SkillFacts, first: FactorKind) -> SkillFacts:
    """The skill without what was said from the step `first` on."""
    skill = replace(skill, checks=())
    if first != "check":
        skill = replace(skill, evidence=())
    if first in {"rating", "recency"}:
        skill = replace(skill, months_unused=None)
    return replace(skill, rating=None, confidence="fairly") if first == "rating" else skill


def _rating_words(skill: SkillFacts) -> str:
    if skill.confidence == "never":
        return "You said you have never done it"
    return f"You rated it {skill.rating}, {'fairly sure' if skill.confidence == 'fairly' else skill.confidence}"


def _recency_words(skill: SkillFacts, said: Said) -> str:
    return f"Last used {skill.months_unused:g} months ago, which leaves {said.fresh:.0%} of the trust in the rating"
