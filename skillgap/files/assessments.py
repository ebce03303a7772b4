"""assessment.toml: read against a pack, written losslessly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from skillgap.core.assessment import Answer, Assessment
from skillgap.core.names import hint
from skillgap.core.rubric import Pack
from skillgap.errors import BadInput, Problem
from skillgap.files.encoding import document
from skillgap.files.rubrics import LoadedPack
from skillgap.files.toml import Document, load, shown
from skillgap.files.validation import Places, validate

HEADER = "skillgap assessment: your answers. You may edit this file; docs/formats.md explains every key."


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment as written, before it is matched to a pack."""

    document: Document
    assessment: Assessment

    @property
    def pack_name(self) -> str | None:
        """The id of the pack that was answered, if it says so."""
        return self.assessment.rubric.id if self.assessment.rubric else None


def read_draft(path: Path) -> Draft:
    """Read an assessment by itself. Raises BadInput and CannotAccess."""
    source = load(path)
    return Draft(source, validate(Assessment, source))


def load_assessment(path: Path, loaded: LoadedPack) -> Assessment:
    """Read an assessment and match it to a pack; see `match`."""
    return match(read_draft(path), loaded)


def match(draft: Draft, loaded: LoadedPack) -> Assessment:
    """Check an assessment against a pack and give it with former ids replaced by present ones.

    Answers to another pack or version may name skills that this pack does not know: they are kept as they are.
    In an assessment of this very version, or one that names no pack, an unknown id is an error.
    Raises BadInput with every problem.
    """
    problems = list(_problems(draft, loaded))
    if problems:
        raise BadInput(sorted(problems))
    names, roles = loaded.pack.skill_alias, loaded.pack.role_alias
    given = draft.assessment
    target = given.target and replace(given.target, role=roles.get(given.target.role, given.target.role))
    answers = tuple(replace(answer, skill=names.get(answer.skill, answer.skill)) for answer in given.answers)
    return replace(given, answers=answers, target=target, resume=names.get(given.resume, given.resume))


def dump_assessment(assessment: Assessment) -> str:
    """Write an assessment as TOML; reading it back gives the same value."""
    return document(assessment, HEADER)


def is_same_version(assessment: Assessment, loaded: LoadedPack) -> bool:
    """Tell whether the answers were given to this version of this pack (or do not say)."""
    about = assessment.rubric
    return about is None or (about.id == loaded.pack.id and about.version in ("", loaded.pack.version))


def _problems(draft: Draft, loaded: LoadedPack) -> Iterator[Problem]:
    places, given, pack = Places(draft.document), draft.assessment, loaded.pack
    if given.schema != 1:
        yield places.problem(("schema",), f"this program reads schema 1, not {given.schema}", "write schema = 1")
    seen: dict[str, str] = {}
    for number, answer in enumerate(given.answers):
        skill = pack.skill_alias.get(answer.skill, answer.skill)
        if skill in seen:
            what = f'skill "{shown(answer.skill)}" is answered twice'
            if seen[skill] != answer.skill:
                what += f' (also as "{shown(seen[skill])}")'
            yield places.problem(("answer", number, "skill"), what, "keep one of the two")
        seen[skill] = answer.skill
        for key, what, remedy in _answer_problems(answer, pack, is_same_version(given, loaded)):
            yield places.problem(("answer", number, *key), what, remedy)
    if is_same_version(given, loaded):
        yield from _target_problems(given, pack, places)
    for number, response in enumerate(given.checks):
        if response.probability is not None and not 0 <= response.probability <= 1:
            what = f"probability {response.probability:g} is not between 0 and 1"
            yield places.problem(("check", number, "probability"), what, "write 0.8 for 80 %")
        if response.option < 0:
            yield places.problem(
                ("check", number, "option"), f"option {response.option} does not exist", "count from 1; 0 is no idea"
            )


Found = tuple[tuple[str | int, ...], str, str]


def _answer_problems(answer: Answer, pack: Pack, same_version: bool) -> Iterator[Found]:
    if answer.skill not in pack.skill_alias and same_version:
        yield ("skill",), f'unknown skill "{shown(answer.skill)}"', hint(answer.skill, pack.skill_alias)
    top, names = pack.scale.top, ", ".join(f"{level.value} {level.name}" for level in pack.scale.levels)
    is_known = answer.skill in pack.skill_alias
    if answer.level is not None and is_known and not 0 <= answer.level <= top:
        yield ("level",), f"level {answer.level} is outside the scale 0-{top}", f"write one of {names}"
    if answer.level is not None and answer.na is not None:
        yield ("na",), "a level and not applicable exclude each other", "keep one of the two"
    for number, proof in enumerate(answer.evidence):
        if proof.level is not None and is_known and not 0 <= proof.level <= top:
            key = ("evidence", number, "level")
            yield key, f"level {proof.level} is outside the scale 0-{top}", f"write one of {names}"


def _target_problems(given: Assessment, pack: Pack, places: Places) -> Iterator[Problem]:
    if given.target is None:
        return
    role = pack.role_by_id.get(pack.role_alias.get(given.target.role, ""))
    if role is None:
        what = f'unknown role "{shown(given.target.role)}"'
        yield places.problem(("target", "role"), what, hint(given.target.role, pack.role_alias))
    elif given.target.grade not in (grades := [grade.id for grade in role.grades]):
        what = f'role "{role.id}" has no grade "{shown(given.target.grade)}"'
        yield places.problem(("target", "grade"), what, hint(given.target.grade, grades))
