"""Answers to one version of a framework, brought to another: nothing is dropped, nothing is taken on trust."""

from __future__ import annotations

from dataclasses import replace

from skillgap.core.assessment import Assessment, Response, RubricRef, TargetRef
from skillgap.core.rubric import Pack
from skillgap.core.wording import choice_of, present_option


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
