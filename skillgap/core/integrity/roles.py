"""Roles: grades, and targets that fit them."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.integrity.fault import Fault, Key, Names, in_scale
from skillgap.core.rubric import Role, Target

_LEAST_WEIGHT, _MOST_WEIGHT = 0.000_001, 1_000_000
"""Outside of these a weight is a slip: it would count for nothing, or nothing else would count beside it."""


def roles(names: Names) -> Iterator[Fault]:
    """Find faults of roles and their targets."""
    for place, role in enumerate(names.pack.roles):
        key: Key = ("role", place)
        if not role.grades:
            yield Fault(code="SG010", key=key, what=f'role "{role.id}" has no grade', remedy="add a [[role.grade]]")
        elif not any(level > 0 for target in role.targets for level in target.required):
            what, remedy = f'role "{role.id}" asks for no skill', "require a level of 1 or more of one skill at least"
            yield Fault(code="SG010", key=key, what=what, remedy=remedy)
        seen: set[str] = set()
        for number, target in enumerate(role.targets):
            if target.skill in seen:
                what = f'skill "{target.skill}" has two targets in role "{role.id}"'
                at = (*key, "targets", number, "skill")
                yield Fault(code="SG014", key=at, what=what, remedy="keep one of them")
            seen.add(target.skill)
            yield from _target(names, role, target, (*key, "targets", number))


def _target(names: Names, role: Role, target: Target, key: Key) -> Iterator[Fault]:
    yield from names.skill((*key, "skill"), target.skill)
    if target.weight <= 0:
        what = f"weight {target.weight:g} is not above 0"
        yield Fault(code="SG015", key=(*key, "weight"), what=what, remedy="write 1 to 5")
    elif not _LEAST_WEIGHT <= target.weight <= _MOST_WEIGHT:
        what = f"weight {target.weight:.12g} is not between {_LEAST_WEIGHT:f} and {_MOST_WEIGHT}"
        yield Fault(code="SG015", key=(*key, "weight"), what=what, remedy="write 1 to 5")
    yield from _levels(names, role, target.required, (*key, "required"))
    if target.floor:
        yield from _levels(names, role, target.floor, (*key, "floor"))
    for number, (floor, required) in enumerate(zip(target.floor, target.required, strict=False)):
        if floor > required:
            yield Fault(
                code="SG017",
                key=(*key, "floor", number),
                what=f"must-have floor {floor} is above the required level {required}",
                remedy=f"write {required} or less",
            )


def _levels(names: Names, role: Role, levels: tuple[int, ...], key: Key) -> Iterator[Fault]:
    grades = len(role.grades)
    if len(levels) != grades:
        yield Fault(
            code="SG016",
            key=key,
            what=f'{key[-1]} has {len(levels)} levels, role "{role.id}" has {grades} grades',
            remedy="write one level for each grade, 0 where it is not asked",
        )
    for number, level in enumerate(levels):
        yield from in_scale((*key, number), names.pack, level)
