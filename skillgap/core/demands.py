"""What a role asks at a grade, in words, for a person who is choosing a target."""

from __future__ import annotations

from skillgap.core.names import counted
from skillgap.core.profiles import Profile
from skillgap.core.rubric import Compensation, Pack


def facts(goal: Profile) -> tuple[str, ...]:
    """Give the number of skills, the years of experience and the pay, as far as the pack says."""
    asked = len(goal.requirements)
    of_role = sum(any(target.required) for target in goal.role.targets)  # a person rates these, whatever the grade
    skills = f"{asked} of {of_role} skills" if asked < of_role else counted(asked, "skill")
    years = f"{goal.grade.years} years" if goal.grade.years else ""
    return tuple(filter(None, (skills, years, pay(goal.grade.compensation))))


def pay(band: Compensation | None) -> str:
    """Give a pay band; empty for none."""
    if band is None:
        return ""
    return f"{band.currency} {band.low:,} to {band.high:,}{' and more' if band.open_ended else ''}"


def must_haves(pack: Pack, goal: Profile) -> tuple[str, ...]:
    """Give the must-haves, each with its floor."""
    return tuple(f"{pack.skill_by_id[need.skill].name} {need.floor}" for need in goal.requirements if need.floor)


def levels_asked(pack: Pack, goal: Profile) -> tuple[tuple[int, str], ...]:
    """Give how many skills are asked at each level, with number and name of the level, the highest first."""
    counts = (
        (sum(need.required == level.value for need in goal.requirements), f"{level.value} {level.name}")
        for level in reversed(pack.scale.levels[1:])
    )
    return tuple((count, name) for count, name in counts if count)
