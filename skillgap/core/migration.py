"""Answers to one version of a framework, brought to another: nothing is dropped, nothing is taken on trust."""

from __future__ import annotations

from dataclasses import replace

from skillgap.core.assessment import Answer, Assessment, Response, RubricRef, TargetRef
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.values import STRICT
from skillgap.core.wording import choice_of, is_reworded, present_option, wording_of


def carried_over(assessment: Assessment, pack: Pack) -> Assessment:
    """Give the assessment with the present ids of this pack in place of former ones; what it does not know stays."""
    names = pack.skill_alias
    return replace(
        assessment,
        answers=tuple(replace(answer, skill=names.get(answer.skill, answer.skill)) for answer in assessment.answers),
        checks=tuple(_response(response, pack) for response in assessment.checks),
        target=assessment.target and _target(assessment.target, pack),
        resume=names.get(assessment.resume, assessment.resume),
    )


def is_same_version(about: RubricRef | None, pack: Pack) -> bool:
    """Tell whether answers that say this of their rubric were given to this version of this pack (or do not say)."""
    return about is None or (about.id == pack.id and about.version in ("", pack.version))


def unrecorded(assessment: Assessment, pack: Pack) -> int:
    """Count the answers to skills of a pack that do not say which wording they were given to, as if written by hand."""
    known = pack.skill_by_id
    return sum(answer.is_answered and not answer.anchors and answer.skill in known for answer in assessment.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of the answers to an old version in a new one. Skills go by their ids of the new version."""

    __pydantic_config__ = STRICT
    carried: tuple[str, ...]
    """Answered skills that count as they are."""
    look_again: tuple[str, ...]
    """Answered skills that count, but whose anchors have changed."""
    unmatched: tuple[str, ...]
    """Answers that match no skill; they stay in the file and do not count."""
    unanswered: tuple[str, ...]
    """Skills of the new version without an answer."""


def fate(assessment: Assessment, old: Pack, new: Pack) -> Fate:
    """Tell what becomes of answers. One that does not record its wording is taken as given to that of `old`."""
    given = {a.skill: _recorded(a, old) for a in carried_over(assessment, old).answers if a.is_answered}
    now = carried_over(replace(assessment, answers=tuple(given.values())), new).answer_by_skill
    changed = [skill.id for skill in new.skills if skill.id in now and is_reworded(skill, now[skill.id])]
    return Fate(
        carried=tuple(s.id for s in new.skills if s.id in now and s.id not in changed),
        look_again=tuple(changed),
        unmatched=tuple(name for name in now if name not in new.skill_by_id),
        unanswered=tuple(skill.id for skill in new.skills if skill.id not in now),
    )


def _recorded(answer: Answer, pack: Pack) -> Answer:
    skill = pack.skill_by_id.get(answer.skill)
    return answer if answer.anchors or skill is None else replace(answer, anchors=wording_of(skill))


def _target(target: TargetRef, pack: Pack) -> TargetRef:
    role = pack.role_by_id.get(pack.role_alias.get(target.role, ""))
    return TargetRef(role=role.id, grade=role.grade_alias.get(target.grade, target.grade)) if role else target


def _response(response: Response, pack: Pack) -> Response:
    """The response under the present id of its check and with the present number of its option."""
    check = pack.check_by_id.get(pack.check_alias.get(response.item, ""))
    if check is None:
        return response
    option = present_option(check, response)
    if option is None or not response.chosen:
        return replace(response, item=check.id)
    return replace(response, item=check.id, option=option, chosen=choice_of(check, option))
