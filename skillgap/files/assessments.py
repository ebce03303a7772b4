"""assessment.toml: read against a pack, written losslessly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from itertools import chain
from pathlib import Path

from skillgap.core import migration
from skillgap.core.assessment import Answer, Assessment, Response
from skillgap.core.names import hint, is_id
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.text import controls, shown
from skillgap.errors import BadInput, Problem, first_of
from skillgap.files.encoding import document
from skillgap.files.positions import KeyPath
from skillgap.files.rubrics import LoadedPack
from skillgap.files.salvage import Salvaged, salvage
from skillgap.files.schema_version import schema_problems
from skillgap.files.toml import Document, load
from skillgap.files.validation import Places, validate

_HEADER = "skillgap assessment: your answers. You may edit this file; docs/formats.md explains every key."


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment as written, before it is matched to a pack."""

    document: Document
    assessment: Assessment
    """What the document says; while it has problems, only as far as it can be understood."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with it whatever the pack."""
    left_out: Salvaged = field(default_factory=Salvaged)

    @property
    def pack_name(self) -> str | None:
        """The id of the pack that was answered, if it says so.

        Raises BadInput when that is no id: what a file says is never used as a path.
        """
        about = self.assessment.rubric
        if about is None or is_id(about.id):
            return about.id if about else None
        what = f'"{shown(about.id)}" cannot be the id of a pack'
        wrong = Places(self.document).problem(("rubric", "id"), what, "name the pack with --pack, or mend the id")
        raise BadInput(sorted({*self.problems, wrong}))


def open_draft(path: Path) -> Draft:
    """Read an assessment by itself, with what is wrong with it. Raises BadInput for a broken text, CannotAccess."""
    return draft_of(load(path))


def draft_of(document: Document) -> Draft:
    """Understand a document as an assessment as far as possible."""
    problems = [*schema_problems(document)]
    try:
        value, left_out = validate(Assessment, document), Salvaged()
    except BadInput as error:
        value, left_out = salvage(Assessment, document.data)
        problems += error.problems
    return Draft(document, value, tuple(first_of(problems)), left_out)


def read_draft(path: Path) -> Draft:
    """Read an assessment that is right in itself. Raises BadInput and CannotAccess."""
    draft = open_draft(path)
    if draft.problems:
        raise BadInput(draft.problems)
    return draft


def require_sound(draft: Draft) -> Assessment:
    """Give an assessment that is right in itself and answers no skill twice. Raises BadInput."""
    places = Places(draft.document)
    twice = (places.problem(*found) for found in _twice(draft.assessment, {}) if not draft.left_out.touches(found[0]))
    if problems := first_of(chain(draft.problems, twice)):
        raise BadInput(problems)
    return draft.assessment


def load_assessment(path: Path, loaded: LoadedPack) -> Assessment:
    """Read an assessment and match it to a pack; see `match`."""
    return match(open_draft(path), loaded)


def match(draft: Draft, loaded: LoadedPack, latest: date | None = None) -> Assessment:
    """Check an assessment against a pack and give it with former ids replaced by present ones.

    Answers to another pack or version may name skills that this pack does not know: they are kept as they are.
    In an assessment of this very version, or one that names no pack, an unknown id is an error.
    So is what is dated after the day `latest`: it has not happened yet; None takes any day.
    Raises BadInput with every problem, those of the draft included.
    """
    if problems := first_of(chain(draft.problems, _problems(draft, loaded, latest))):
        raise BadInput(problems)
    return migration.carried_over(draft.assessment, loaded.pack)


def dump_assessment(assessment: Assessment, head: str = "") -> str:
    """Write an assessment as TOML; reading it back gives the same value."""
    return document(assessment, _HEADER, head)


def is_same_version(assessment: Assessment, loaded: LoadedPack) -> bool:
    """Tell whether the answers were given to this version of this pack (or do not say)."""
    return migration.is_same_version(assessment.rubric, loaded.pack)


def _problems(draft: Draft, loaded: LoadedPack, latest: date | None) -> Iterator[Problem]:
    places, given = Places(draft.document), draft.assessment
    late = _late(given, latest) if latest else ()
    for key, what, remedy in chain(_found(given, loaded.pack, is_same_version(given, loaded)), late):
        if not draft.left_out.touches(key):
            yield places.problem(key, what, remedy)


Found = tuple[KeyPath, str, str]


def _found(given: Assessment, pack: Pack, same_version: bool) -> Iterator[Found]:
    yield from _twice(given, pack.skill_alias)
    for number, answer in enumerate(given.answers):
        for key, what, remedy in _answer_problems(answer, pack, same_version):
            yield ("answer", number, *key), what, remedy
    for number, response in enumerate(given.checks):
        for key, what, remedy in _response_problems(response, pack, same_version):
            yield ("check", number, *key), what, remedy
    yield from _term_problems(given, pack, same_version)
    if same_version:
        yield from _target_problems(given, pack)


def _late(given: Assessment, latest: date) -> Iterator[Found]:
    days: list[tuple[KeyPath, date | None]] = []
    for number, answer in enumerate(given.answers):
        days += [(("answer", number, "last_used"), answer.last_used), (("answer", number, "date"), answer.date)]
        days += [(("answer", number, "earlier", place, "date"), e.date) for place, e in enumerate(answer.earlier)]
        days += [(("answer", number, "evidence", place, "date"), e.date) for place, e in enumerate(answer.evidence)]
    days += [(("check", number, "date"), response.date) for number, response in enumerate(given.checks)]
    days.append((("terms", "date"), given.terms.date if given.terms else None))
    for key, day in days:
        if day is not None and day > latest:
            yield key, f"{day} is still to come", f"write a day up to {latest}"


def _twice(given: Assessment, aliases: Mapping[str, str]) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for number, answer in enumerate(given.answers):
        skill = aliases.get(answer.skill, answer.skill)
        if skill in seen:
            what = f'skill "{shown(answer.skill)}" is answered twice'
            if seen[skill] != answer.skill:
                what += f' (also as "{shown(seen[skill])}")'
            yield ("answer", number, "skill"), what, "keep one of the two"
        seen[skill] = answer.skill


def _answer_problems(answer: Answer, pack: Pack, same_version: bool) -> Iterator[Found]:
    is_known = answer.skill in pack.skill_alias
    if not is_known and same_version:
        yield ("skill",), f'unknown skill "{shown(answer.skill)}"', hint(answer.skill, pack.skill_alias)
    if is_known:
        yield from _level_problems(("level",), answer.level, pack)
        for number, proof in enumerate(answer.evidence):
            yield from _level_problems(("evidence", number, "level"), proof.level, pack)
        for number, earlier in enumerate(answer.earlier):
            yield from _level_problems(("earlier", number, "level"), earlier.level, pack)
            yield from _level_problems(("earlier", number, "looking_back"), earlier.looking_back, pack)
    for number, proof in enumerate(answer.evidence):
        if found := controls(proof.where):
            what = f"the evidence holds the control character {shown(found[0])}"
            yield ("evidence", number, "where"), what, "write the link or path in plain characters"
    if answer.level is not None and answer.na is not None:
        yield ("na",), "a level and not applicable exclude each other", "keep one of the two"


def _level_problems(key: KeyPath, level: int | None, pack: Pack) -> Iterator[Found]:
    top = pack.scale.top
    if level is not None and not 0 <= level <= top:
        names = ", ".join(f"{level.value} {shown(level.name)}" for level in pack.scale.levels)
        yield key, f"level {level} is outside the scale 0-{top}", f"write one of {names}"


def _response_problems(response: Response, pack: Pack, same_version: bool) -> Iterator[Found]:
    if response.probability is not None and not 0 <= response.probability <= 1:
        what = f"probability {response.probability:g} is not between 0 and 1"
        yield ("probability",), what, "write 0.8 for 80 %"
    check = pack.check_by_id.get(pack.check_alias.get(response.item, "")) if same_version else None
    if same_version and check is None:
        yield ("item",), f'unknown check "{shown(response.item)}"', hint(response.item, pack.check_alias)
    if response.option < 0 or (check is not None and response.option > len(check.options)):
        yield ("option",), f"option {response.option} does not exist", "count from 1; 0 is no idea"


def _term_problems(given: Assessment, pack: Pack, same_version: bool) -> Iterator[Found]:
    if given.terms is None:
        return
    from skillgap.core.familiarity import HIGHEST, known_terms  # noqa: PLC0415 - few have such a list

    known, seen = known_terms(pack), set[str]()
    for number, answer in enumerate(given.terms.known):
        key, name = ("terms", "known", number), shown(answer.term)
        if not 0 <= answer.familiarity <= HIGHEST:
            what = f"familiarity {answer.familiarity} is outside 0-{HIGHEST}"
            yield (*key, "familiarity"), what, "0 is never heard of, 1 heard of, 4 used"
        if answer.term in seen:
            yield (*key, "term"), f'term "{name}" is answered twice', "keep one of the two"
        elif same_version and answer.term not in known:
            yield (*key, "term"), f'unknown term "{name}"', hint(answer.term, known)
        seen.add(answer.term)


def _target_problems(given: Assessment, pack: Pack) -> Iterator[Found]:
    if given.target is None:
        return
    role = pack.role_by_id.get(pack.role_alias.get(given.target.role, ""))
    if role is None:
        what = f'unknown role "{shown(given.target.role)}"'
        yield ("target", "role"), what, hint(given.target.role, pack.role_alias)
    elif given.target.grade not in (grades := role.grade_alias):
        what = f'role "{role.id}" has no grade "{shown(given.target.grade)}"'
        yield ("target", "grade"), what, hint(given.target.grade, grades)
