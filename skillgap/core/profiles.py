"""Target profiles: what one role asks at one grade."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from skillgap.core.records import dataclass
from skillgap.core.rubric import Grade, Pack, Role


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


def matching_grade(role: Role, grade_id: str, position: int) -> Grade:
    """Give the grade of `role` that compares with another role's grade: same id, else same place."""
    for grade in role.grades:
        if grade.id == grade_id:
            return grade
    return role.grades[min(position, len(role.grades) - 1)]
