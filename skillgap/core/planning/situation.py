"""What a plan depends on but the hours: the person, the target, and what they decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from skillgap.core.assessment import Answer, Assessment, RubricRef
from skillgap.core.choices import Choices
from skillgap.core.plan import Plan
from skillgap.core.planning.renaming import renamed
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a plan depends on but the hours."""

    pack: Pack
    rubric: RubricRef
    profile: Profile
    answers: Mapping[str, Answer]
    """By skill id."""
    previous: Plan | None = None
    """An earlier plan: its done marks and notes are kept."""
    choices: Choices = field(default_factory=Choices)
    """What the person decided."""
    likely: Mapping[str, float] = field(default_factory=dict)
    """Probability that the level of a step is reached already, by step id, where a model says so."""
    assessed: date | None = None
    """The day of the answers, as far as that is known."""
    rules: Rules = field(default_factory=Rules)


def situation(
    pack: Pack,
    rubric: RubricRef,
    profile: Profile,
    assessment: Assessment,
    previous: Plan | None = None,
    *,
    choices: Choices | None = None,
    likely: Mapping[str, float] | None = None,
    assessed: date | None = None,
) -> Situation:
    """Put together what an assessment says about a profile.

    The choices are those of the earlier plan unless given; former ids in them become the present ones.
    """
    if choices is None:
        choices = previous.choices if previous else Choices()
    kept, decided = renamed(pack, previous, choices)
    return Situation(
        pack=pack,
        rubric=rubric,
        profile=profile,
        answers=assessment.answer_by_skill,
        previous=kept,
        choices=decided,
        likely=likely or {},
        assessed=assessed or assessment.updated,
    )


def levels_now(where: Situation) -> dict[str, int]:
    """Rated levels, raised by the steps marked as done; what is not applicable counts as met."""
    done: dict[str, int] = {}
    for step in where.previous.finished if where.previous else ():
        done[step.skill] = max(step.to, done.get(step.skill, 0))
    return {
        skill: max(answer.level, min(done.get(skill, 0), where.pack.scale.top))
        for skill, answer in where.answers.items()
        if answer.level is not None and skill in where.pack.skill_by_id
    }
