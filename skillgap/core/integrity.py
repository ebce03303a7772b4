"""What must hold in a pack before anything can be computed from it. Every fault is found, each with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from skillgap.core.index import Aliased, Identified
from skillgap.core.names import hint, is_id
from skillgap.core.rubric import Pack, Prerequisite, Role, Skill, Target
from skillgap.core.steps import step_id

Key = tuple[str | int, ...]
MOST_LEVELS = 10
"""A level is rated with one digit key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault at a key path of the file, such as ("skill", 3, "area")."""

    key: Key
    what: str
    remedy: str


def faults(pack: Pack) -> tuple[Fault, ...]:
    """List everything that is wrong with the structure of a pack, in the order of its parts.

    With a broken scale the parts that count levels are left for the next try.
    """
    found = [*_head(pack), *_ids(pack)]
    if broken := list(_scale(pack)):
        return (*found, *broken)
    parts = (_skills, _cycles, _roles, _steps, _checks, _other)
    return (*found, *(fault for part in parts for fault in part(pack)))


def _head(pack: Pack) -> Iterator[Fault]:
    if pack.schema != 1:
        yield Fault(key=("schema",), what=f"this program reads schema 1, not {pack.schema}", remedy="write schema = 1")
    if not is_id(pack.id):
        yield _bad_id(("id",), pack.id)
    if pack.default_role:
        yield from _known(("default_role",), "role", pack.default_role, pack.role_by_id)
    role = pack.role_by_id.get(pack.default_role)
    if role and pack.default_grade:
        grades = [grade.id for grade in role.grades]
        yield from _known(("default_grade",), "grade", pack.default_grade, grades)
    if not pack.skills:
        yield Fault(key=(), what="the pack has no skill", remedy="add a [[skill]] with an anchor for every level")


def _scale(pack: Pack) -> Iterator[Fault]:
    levels = pack.scale.levels
    if not 2 <= len(levels) <= MOST_LEVELS:
        remedy = f"write 2 to {MOST_LEVELS} [[scale.level]] tables"
        yield Fault(key=("scale",), what=f"the scale has {len(levels)} levels", remedy=remedy)
    for place, level in enumerate(levels):
        if level.value != place:
            what = f"level {level.value} stands at place {place} of the scale"
            yield Fault(
                key=("scale", "level", place, "value"), what=what, remedy=f"write value = {place}; levels count from 0"
            )


def _ids(pack: Pack) -> Iterator[Fault]:
    kinds: tuple[tuple[str, Sequence[Identified]], ...] = (
        ("area", pack.areas),
        ("skill", pack.skills),
        ("role", pack.roles),
        ("check", pack.checks),
        ("resource", pack.resources),
        ("project", pack.projects),
    )
    for kind, items in kinds:
        yield from _unique((kind,), kind, [item.id for item in items])
    for place, role in enumerate(pack.roles):
        yield from _unique(("role", place, "grade"), "grade", [grade.id for grade in role.grades])
        yield from _aliases(("role", place, "grade"), role.grades)
    for kind, named in (("skill", pack.skills), ("role", pack.roles), ("check", pack.checks)):
        yield from _aliases((kind,), named)


def _aliases(kind: Key, items: Sequence[Aliased]) -> Iterator[Fault]:
    taken = {item.id for item in items}
    for place, item in enumerate(items):
        for number, alias in enumerate(item.aliases):
            if alias in taken:
                key = (*kind, place, "aliases", number)
                yield Fault(key=key, what=f'"{alias}" is an id or alias already', remedy="give each former id once")
            taken.add(alias)


def _unique(key: Key, kind: str, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, name in enumerate(ids):
        if not is_id(name):
            yield _bad_id((*key, place, "id"), name)
        elif name in seen:
            yield Fault(key=(*key, place, "id"), what=f'{kind} "{name}" stands twice', remedy="give each its own id")
        seen.add(name)


def _bad_id(key: Key, name: str) -> Fault:
    return Fault(
        key=key, what=f'"{name[:80]}" cannot be an id', remedy="use letters a-z, digits, hyphens; 80 characters at most"
    )


def _known(key: Key, kind: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name not in known:
        yield Fault(key=key, what=f'unknown {kind} "{name[:80]}"', remedy=hint(name, known))


def _in_scale(key: Key, pack: Pack, level: int, lowest: int = 0) -> Iterator[Fault]:
    if not lowest <= level <= pack.scale.top:
        yield Fault(
            key=key,
            what=f"level {level} is outside the scale",
            remedy=f"write a level from {lowest} to {pack.scale.top}",
        )


def _skills(pack: Pack) -> Iterator[Fault]:
    for place, skill in enumerate(pack.skills):
        key: Key = ("skill", place)
        yield from _known((*key, "area"), "area", skill.area, pack.area_by_id)
        yield from _anchors(pack, skill, key)
        for number, needed in enumerate(skill.prerequisites):
            yield from _prerequisite(pack, needed, (*key, "prerequisites", number))


def _anchors(pack: Pack, skill: Skill, key: Key) -> Iterator[Fault]:
    wanted, found = len(pack.scale.levels), len(skill.anchors)
    if found != wanted:
        yield Fault(
            key=(*key, "anchors"),
            what=f'skill "{skill.id}" has {found} anchors, the scale has {wanted} levels (0 to {wanted - 1})',
            remedy="write one anchor for every level, level 0 first",
        )
    for level, text in enumerate(skill.anchors):
        if not text.strip():
            yield Fault(
                key=(*key, "anchors", level),
                what=f'skill "{skill.id}" has an empty anchor for level {level}',
                remedy="say what a person at this level does",
            )


def _prerequisite(pack: Pack, needed: Prerequisite, key: Key) -> Iterator[Fault]:
    yield from _known((*key, "skill"), "skill", needed.skill, pack.skill_by_id)
    yield from _in_scale((*key, "level"), pack, needed.level, 1)
    yield from _in_scale((*key, "at"), pack, needed.at, 1)


def _cycles(pack: Pack) -> Iterator[Fault]:
    """Find steps that wait for themselves: each step needs the step below it and its prerequisites."""
    needs: dict[str, list[str]] = {}
    place_of = {skill.id: place for place, skill in enumerate(pack.skills)}
    for skill in pack.skills:
        for to in range(1, pack.scale.top + 1):
            before = [step_id(n.skill, n.level) for n in skill.prerequisites if n.at == to and n.skill in place_of]
            needs[step_id(skill.id, to)] = [*before, *([step_id(skill.id, to - 1)] if to > 1 else [])]
    cycle = _find_cycle(needs)
    if cycle:
        place = next((place_of[n.rpartition("-")[0]] for n in cycle if n.rpartition("-")[0] in place_of), 0)
        yield Fault(
            key=("skill", place, "prerequisites"),
            what="prerequisites go in a circle: " + " needs ".join([*cycle, cycle[0]]),
            remedy="take one of them out",
        )


def _find_cycle(needs: dict[str, list[str]]) -> list[str]:
    """Walk depth first without recursion; give the first circle met."""
    done: set[str] = set()
    for start in needs:
        trail: list[str] = []
        on_trail: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(name)
                on_trail.discard(trail.pop())
            elif name in on_trail:
                return trail[trail.index(name) :]
            elif name not in done:
                trail.append(name)
                on_trail.add(name)
                stack.append((name, True))
                stack += [(other, False) for other in needs.get(name, ())]
    return []


def _roles(pack: Pack) -> Iterator[Fault]:
    for place, role in enumerate(pack.roles):
        key: Key = ("role", place)
        if not role.grades:
            yield Fault(key=key, what=f'role "{role.id}" has no grade', remedy="add a [[role.grade]]")
        seen: set[str] = set()
        for number, target in enumerate(role.targets):
            if target.skill in seen:
                what = f'skill "{target.skill}" has two targets in role "{role.id}"'
                yield Fault(key=(*key, "targets", number, "skill"), what=what, remedy="keep one of them")
            seen.add(target.skill)
            yield from _target(pack, role, target, (*key, "targets", number))


def _target(pack: Pack, role: Role, target: Target, key: Key) -> Iterator[Fault]:
    grades = len(role.grades)
    yield from _known((*key, "skill"), "skill", target.skill, pack.skill_by_id)
    if target.weight <= 0:
        yield Fault(key=(*key, "weight"), what=f"weight {target.weight:g} is not above 0", remedy="write 1 to 5")
    lists = (
        (("required", target.required), ("floor", target.floor)) if target.floor else (("required", target.required),)
    )
    for name, numbers in lists:
        if len(numbers) != grades:
            yield Fault(
                key=(*key, name),
                what=f'{name} has {len(numbers)} levels, role "{role.id}" has {grades} grades',
                remedy="write one level for each grade, 0 where it is not asked",
            )
        for number, level in enumerate(numbers):
            yield from _in_scale((*key, name, number), pack, level)
    for number, (floor, required) in enumerate(zip(target.floor, target.required, strict=False)):
        if floor > required:
            yield Fault(
                key=(*key, "floor", number),
                what=f"must-have floor {floor} is above the required level {required}",
                remedy=f"write {required} or less",
            )


def _steps(pack: Pack) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, step in enumerate(pack.steps):
        key: Key = ("step", place)
        yield from _known((*key, "skill"), "skill", step.skill, pack.skill_by_id)
        yield from _in_scale((*key, "to"), pack, step.to, 1)
        if step.id in seen:
            yield Fault(key=key, what=f'step "{step.id}" stands twice', remedy="keep one of them")
        seen.add(step.id)
        yield from _hours((*key, "hours"), step.hours)
        for number, name in enumerate(step.resources):
            yield from _known((*key, "resources", number), "resource", name, pack.resource_by_id)
    for place, hours in enumerate(pack.planning.default_hours):
        yield from _hours(("planning", "default_hours", place), hours)
    if not pack.planning.default_hours:
        yield Fault(key=("planning",), what="default_hours is empty", remedy="leave it out or give hours for level 1")


def _hours(key: Key, hours: float) -> Iterator[Fault]:
    if not 0 < hours <= 10_000 or hours * 2 != int(hours * 2):
        yield Fault(key=key, what=f"{hours:g} hours cannot be planned", remedy="write hours above 0 in steps of a half")


def _checks(pack: Pack) -> Iterator[Fault]:
    for place, check in enumerate(pack.checks):
        key: Key = ("check", place)
        yield from _known((*key, "skill"), "skill", check.skill, pack.skill_by_id)
        yield from _in_scale((*key, "level"), pack, check.level, 1)
        if not 2 <= len(check.options) <= 9:
            what = f'check "{check.id}" has {len(check.options)} options'
            yield Fault(key=(*key, "options"), what=what, remedy="write 2 to 9")
        elif not 1 <= check.answer <= len(check.options):
            yield Fault(
                key=(*key, "answer"),
                what=f"answer {check.answer} is none of the {len(check.options)} options",
                remedy="count the options from 1",
            )
        for number, former in enumerate(check.option_aliases):
            if not 1 <= former.option <= len(check.options):
                what = f"option {former.option} is none of the {len(check.options)} options"
                yield Fault(key=(*key, "option_aliases", number), what=what, remedy="count the options from 1")


def _other(pack: Pack) -> Iterator[Fault]:
    for place, foil in enumerate(pack.foils):
        yield from _known(("foil", place, "skill"), "skill", foil.skill, pack.skill_by_id)
    for place, term in enumerate(pack.terms_known):
        yield from _known(("term", place, "skill"), "skill", term.skill, pack.skill_by_id)
        yield from _in_scale(("term", place, "level"), pack, term.level, 1)
    for place, project in enumerate(pack.projects):
        yield from _hours(("project", place, "hours"), project.hours)
        for number, reach in enumerate(project.covers):
            key: Key = ("project", place, "covers", number)
            yield from _known((*key, "skill"), "skill", reach.skill, pack.skill_by_id)
            yield from _in_scale((*key, "to"), pack, reach.to, 1)
        for number, name in enumerate(project.roles):
            yield from _known(("project", place, "roles", number), "role", name, pack.role_by_id)
    yield from _path(pack)


def _path(pack: Pack) -> Iterator[Fault]:
    path = pack.path
    if path is None:
        return
    yield from _known(("path", "role"), "role", path.role, pack.role_by_id)
    for number, reach in enumerate(path.base):
        yield from _known(("path", "base", number, "skill"), "skill", reach.skill, pack.skill_by_id)
    projects = {project.id for project in pack.projects}
    for place, theme in enumerate(path.themes):
        key: Key = ("path", "theme", place)
        for number, reach in enumerate(theme.reaches):
            yield from _known((*key, "reaches", number, "skill"), "skill", reach.skill, pack.skill_by_id)
        for number, name in enumerate(theme.projects):
            yield from _known((*key, "projects", number), "project", name, projects)
