"""What the rest of a pack builds on: schema, scale, defaults, something to rate and something to rate it for."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.integrity.fault import Fault, Key, Names, in_scale
from skillgap.core.integrity.identity import bad_id
from skillgap.core.names import is_id
from skillgap.core.rubric import Pack

MOST_LEVELS = 10
"""A level is rated with one digit key."""


def head(names: Names) -> Iterator[Fault]:
    """Find faults of the keys at the top of the pack."""
    pack = names.pack
    if pack.schema != 1:
        what = f"this program reads schema 1, not {pack.schema}"
        yield Fault(code="SG003", key=("schema",), what=what, remedy="write schema = 1")
    if not is_id(pack.id):
        yield bad_id(("id",), pack.id)
    if pack.default_role:
        yield from names.role(("default_role",), pack.default_role)
    role = pack.role_by_id.get(pack.default_role)
    if role and pack.default_grade:
        grades = [grade.id for grade in role.grades]
        yield from names.known(("default_grade",), "grade", pack.default_grade, grades)
    if not pack.skills:
        remedy = "add a [[skill]] with an anchor for every level"
        yield Fault(code="SG010", key=(), what="the pack has no skill", remedy=remedy)
    if not pack.roles:
        remedy = "add a [[role]] with a grade and targets"
        yield Fault(code="SG010", key=(), what="the pack has no role", remedy=remedy)


def scale(pack: Pack) -> Iterator[Fault]:
    """Find faults of the scale that make levels meaningless."""
    levels = pack.scale.levels
    if not 2 <= len(levels) <= MOST_LEVELS:
        remedy = f"write 2 to {MOST_LEVELS} [[scale.level]] tables"
        yield Fault(code="SG009", key=("scale",), what=f"the scale has {len(levels)} levels", remedy=remedy)
    for place, level in enumerate(levels):
        if level.value != place:
            yield Fault(
                code="SG009",
                key=("scale", "level", place, "value"),
                what=f"level {level.value} stands at place {place} of the scale",
                remedy=f"write value = {place}; levels count from 0",
            )


def settings(names: Names) -> Iterator[Fault]:
    """Find settings that name a level which the scale does not have."""
    pack = names.pack
    given: tuple[tuple[Key, int | None], ...] = (
        (("scale", "evidence_from_level"), pack.scale.evidence_from_level),
        (("planning", "experience_from_level"), pack.planning.experience_from_level),
    )
    for key, level in given:
        if level is not None:
            yield from in_scale(key, pack, level)
