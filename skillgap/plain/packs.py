"""A pack as lines of text, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.rubric import Grade, Pack, Role
from skillgap.core.text import pad, shown


def pack_lines(pack: Pack) -> Iterator[str]:
    """Give the scale, the areas with their skills, and each role's targets."""
    yield f"{shown(pack.title)} ({shown(pack.id)} {shown(pack.version)})"
    if pack.summary:
        yield shown(pack.summary, limit=500)
    yield ""
    yield "Levels:"
    for level in pack.scale.levels:
        yield f"  {level.value} {shown(level.name)}: {shown(level.meaning)}".rstrip(": ")
    for area in pack.areas:
        yield ""
        yield f"{shown(area.title)} ({shown(area.id)})"
        for skill in pack.skills:
            if skill.area == area.id:
                yield f"  {shown(skill.name)} ({shown(skill.id)})"
                yield from (f"    {n} {shown(text, limit=500)}" for n, text in enumerate(skill.anchors))
    for role in pack.roles:
        yield ""
        yield from _targets(pack, role)


def _targets(pack: Pack, role: Role) -> Iterator[str]:
    grades = ", ".join(shown(grade.id) for grade in role.grades)
    yield f"{shown(role.name)} ({shown(role.id)}): required level for {grades}; * is a must-have with its floor"
    width = max((len(shown(pack.skill_by_id[t.skill].name)) for t in role.targets), default=0)
    for target in role.targets:
        floors = target.floor or (0,) * len(target.required)
        cells = [f"{need}*{floor}" if floor else f"{need}" for need, floor in zip(target.required, floors, strict=True)]
        name = pad(shown(pack.skill_by_id[target.skill].name), width)
        yield f"  {name}  {'  '.join(pad(cell, 3) for cell in cells)}  weight {target.weight:g}"


def role_lines(pack: Pack) -> Iterator[str]:
    """Give the roles and grades of a pack."""
    yield f"{shown(pack.title)} ({shown(pack.id)} {shown(pack.version)})"
    for role in pack.roles:
        yield ""
        yield f"{shown(role.name)} ({shown(role.id)})"
        if role.summary:
            yield f"  {shown(role.summary, limit=500)}"
        for index, grade in enumerate(role.grades):
            yield f"  {_grade(role, grade, index)}"


def _grade(role: Role, grade: Grade, index: int) -> str:
    skills = sum(target.required[index] > 0 for target in role.targets)
    musts = sum(bool(target.floor) and target.floor[index] > 0 for target in role.targets)
    pay = ""
    if (band := grade.compensation) is not None:
        pay = f", {shown(band.currency)} {band.low:,} to {band.high:,}{'+' if band.open_ended else ''}"
    years = f", {shown(grade.years)} years" if grade.years else ""
    return f"{shown(grade.id)}: {shown(grade.title)}{years}{pay}; {skills} skills, {musts} must-haves"
