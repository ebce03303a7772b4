"""A pack as lines of text, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skillgap.core.demands import pay
from skillgap.core.names import counted
from skillgap.core.rubric import Area, Grade, Pack, Role, Skill, Target
from skillgap.core.text import cells, pad, shown
from skillgap.plain.guidance import guidance_lines, job_lines
from skillgap.plain.wrapping import cut, wrapped

_LONGEST = 1000
_NARROWEST_NAME = 24
"""A table leaves at least this many cells to the names of its rows, if they need them."""
_WEIGHT = len("  weight")


def pack_lines(pack: Pack, width: int) -> Iterator[str]:
    """Give all that people read of a pack: levels, skills with anchors, roles, projects, the path, the market."""
    yield from wrapped(f"{shown(pack.title)} ({shown(pack.id)} {shown(pack.version)})", width)
    yield from wrapped(shown(pack.summary, limit=_LONGEST), width)
    yield from wrapped(_contents(pack), width)
    yield from _levels(pack, width)
    for area in pack.areas:
        yield from _area(pack, area, width)
    yield from _roles(pack, width)
    yield from guidance_lines(pack, width)


def _contents(pack: Pack) -> str:
    parts = (
        (pack.skills, "skill"),
        (pack.areas, "area"),
        (pack.roles, "role"),
        (pack.steps, "step"),
        (pack.checks, "check"),
        (pack.projects, "project"),
        (pack.resources, "resource"),
    )
    counts = [counted(len(items), name) for items, name in parts if items]
    return f"{', '.join(counts)}. --json holds them all."


def _levels(pack: Pack, width: int) -> Iterator[str]:
    yield ""
    yield "LEVELS"
    names = max((cells(shown(level.name)) for level in pack.scale.levels), default=0)
    for level in pack.scale.levels:
        head = f"  {level.value} {pad(shown(level.name), names)}  "
        yield from wrapped(shown(level.meaning, limit=_LONGEST), width, head)


def _area(pack: Pack, area: Area, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(f"{shown(area.title).upper()} ({shown(area.id)})", width)
    yield from wrapped(shown(area.summary, limit=_LONGEST), width) if area.summary else ()
    for skill in pack.skills:
        if skill.area == area.id:
            yield ""
            yield from _skill(skill, width)


def _skill(skill: Skill, width: int) -> Iterator[str]:
    yield from wrapped(f"{shown(skill.name)} ({shown(skill.id)})", width, "  ")
    if skill.definition:
        yield from wrapped(shown(skill.definition, limit=_LONGEST), width, "  ")
    for level, anchor in enumerate(skill.anchors):
        yield from wrapped(shown(anchor, limit=_LONGEST), width, f"    {level} ")
    for label, text in (("A mentor may ask", skill.ask), ("Hours", skill.hours_note)):
        if text:
            yield from wrapped(f"{label}: {shown(text, limit=_LONGEST)}", width, "    ")


def _roles(pack: Pack, width: int) -> Iterator[str]:
    yield ""
    yield "WHAT THE ROLES ASK"
    legend = "The level that each grade asks for. 4 (3) is a must-have: below level 3 nothing else makes up for it."
    yield from wrapped(legend, width)
    for role in pack.roles:
        yield ""
        yield from wrapped(f"{shown(role.name)} ({shown(role.id)})", width)
        yield from wrapped(shown(role.summary, limit=_LONGEST), width, "  ") if role.summary else ()
        yield from job_lines(role, width)
        yield from _table(pack, role, width)


def _table(pack: Pack, role: Role, width: int) -> Iterator[str]:
    """Skills down by area, grades across; more grades than fit go into further tables below."""
    target = {target.skill: target for target in role.targets if any(target.required)}
    asked = [skill for skill in pack.skills if skill.id in target]
    longest = max((cells(shown(skill.name)) for skill in asked), default=0)
    columns = [max(cells(shown(grade.id)), len("4 (3)")) + 1 for grade in role.grades]
    room = width - len("  ") - _WEIGHT
    least = min(longest, _NARROWEST_NAME)
    for first, last in _fitting(columns, room - least):
        names = max(min(longest, room - sum(columns[first:last])), least)
        heads = "".join(_right(shown(role.grades[n].id), columns[n]) for n in range(first, last))
        yield ""
        yield f"  {'':{names}}{heads}{'weight':>{_WEIGHT}}"
        for area in pack.areas:
            skills = [skill for skill in asked if skill.area == area.id]
            yield from [cut(shown(area.title), width)] if skills else []
            for skill in skills:
                found = target[skill.id]
                row = "".join(_right(_cell(found, n), columns[n]) for n in range(first, last))
                yield f"  {pad(cut(shown(skill.name), names), names)}{row}{found.weight:>{_WEIGHT}g}"


def _fitting(columns: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    """Part columns into runs that fit into a width, at least one to a run."""
    first, used = 0, 0
    for place, column in enumerate(columns):
        if place > first and used + column > room:
            yield first, place
            first, used = place, 0
        used += column
    yield first, len(columns)


def _cell(target: Target, grade: int) -> str:
    floor = target.floor[grade] if target.floor else 0
    return f"{target.required[grade] or '-'}{f' ({floor})' if floor else '    '}"


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text


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
    known = (grade.title, grade.years and f"{grade.years} years", pay(grade.compensation))
    return f"{shown(grade.id)}: {shown(', '.join(filter(None, known)))}; {skills} skills, {musts} must-haves"
