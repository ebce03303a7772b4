"""Target profiles: what one role asks at one grade."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from skillgap.core.assessment import TargetRef
from skillgap.core.names import hint
from skillgap.core.records import dataclass
from skillgap.core.rubric import Grade, Pack, Role
from skillgap.core.text import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a profile asks of one skill."""

    skill: str
    required: int
    """1 or more."""
    weight: Fraction
    """Above 0."""
    floor: int
    """The level that nothing else makes up for; 0 when the skill is no must-have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The requirements of a role at a grade, in the pack's order of skills."""

    role: Role
    grade: Grade
    requirements: tuple[Requirement, ...]

    @property
    def name(self) -> str:
        """Role and grade in words."""
        return f"{self.role.name} · {self.grade.title}"


class UnknownTarget(ValueError):
    """A role or grade that the pack does not have, and what was probably meant."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy = what, remedy


@lru_cache(maxsize=1024)
def exact(number: float) -> Fraction:
    """Read a number as it is written: 0.1 is one tenth."""
    return Fraction(str(number))


def profile(pack: Pack, role_id: str, grade_id: str) -> Profile:
    """Give the target profile of a role at a grade.

    Raises KeyError for an unknown role or grade.
    """
    role = pack.role_by_id[role_id]
    index = role.grade_index(grade_id)
    rows = {}
    for target in role.targets:
        if target.required[index] > 0:
            rows[target.skill] = Requirement(
                skill=target.skill,
                required=target.required[index],
                weight=exact(target.weight),
                floor=target.floor[index] if target.floor else 0,
            )
    ordered = tuple(rows[skill.id] for skill in pack.skills if skill.id in rows)
    return Profile(role=role, grade=role.grades[index], requirements=ordered)


def profiles(pack: Pack, role_id: str) -> tuple[Profile, ...]:
    """Give the profiles of all grades of a role, lowest grade first."""
    return tuple(profile(pack, role_id, grade.id) for grade in pack.role_by_id[role_id].grades)


def chosen_profile(pack: Pack, role: str | None, grade: str | None, target: TargetRef | None = None) -> Profile:
    """Give the profile of the role and grade that were asked for, else of the target, else of the pack's default.

    Raises UnknownTarget for a role or grade, asked for or of the target, that the pack does not have.
    """
    name = role or (target.role if target else "") or pack.default_role or pack.roles[0].id
    role_id = pack.role_alias.get(name)
    if role_id is None:
        raise UnknownTarget(f'no role "{shown(name)}"', hint(name, pack.role_alias))
    grades = [item.id for item in pack.role_by_id[role_id].grades]
    is_same_role = target is not None and pack.role_alias.get(target.role) == role_id
    wanted = grade or (target.grade if target and is_same_role else "")
    if wanted and wanted not in grades:
        raise UnknownTarget(f'role "{role_id}" has no grade "{shown(wanted)}"', hint(wanted, grades))
    return profile(pack, role_id, wanted or (pack.default_grade if pack.default_grade in grades else grades[0]))


def known_target(pack: Pack, target: TargetRef | None) -> TargetRef | None:
    """Give a target without what the pack does not have: None for an unknown role, no grade for an unknown one."""
    if target is None or target.role not in pack.role_alias:
        return None
    role = pack.role_by_id[pack.role_alias[target.role]]
    return target if any(grade.id == target.grade for grade in role.grades) else replace(target, grade="")


def matching_grade(role: Role, grade_id: str, position: int) -> Grade:
    """Give the grade of `role` that compares with another role's grade: same id, else same place."""
    for grade in role.grades:
        if grade.id == grade_id:
            return grade
    return role.grades[min(position, len(role.grades) - 1)]
