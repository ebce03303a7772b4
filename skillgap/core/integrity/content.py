"""Steps, checks, foils, projects and the path: references, levels, hours, answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.core.curriculum import Check, Reach
from skillgap.core.integrity.fault import Fault, Key, Names, in_scale, plannable


def steps(names: Names) -> Iterator[Fault]:
    """Find faults of steps and of the hours that stand in for them."""
    pack = names.pack
    seen: set[str] = set()
    for place, step in enumerate(pack.steps):
        key: Key = ("step", place)
        yield from names.skill((*key, "skill"), step.skill)
        yield from in_scale((*key, "to"), pack, step.to, 1)
        if step.id in seen:
            yield Fault(code="SG014", key=key, what=f'step "{step.id}" stands twice', remedy="keep one of them")
        seen.add(step.id)
        yield from plannable((*key, "hours"), step.hours)
        for number, name in enumerate(step.resources):
            yield from names.known((*key, "resources", number), "resource", name, pack.resource_by_id)
    for place, hours in enumerate(pack.planning.default_hours):
        yield from plannable(("planning", "default_hours", place), hours)
    if not pack.planning.default_hours:
        remedy = "leave it out or give hours for level 1"
        yield Fault(code="SG018", key=("planning",), what="default_hours is empty", remedy=remedy)


def checks(names: Names) -> Iterator[Fault]:
    """Find faults of checks."""
    for place, check in enumerate(names.pack.checks):
        key: Key = ("check", place)
        yield from names.skill((*key, "skill"), check.skill)
        yield from in_scale((*key, "level"), names.pack, check.level, 1)
        yield from _options(check, key)


def _options(check: Check, key: Key) -> Iterator[Fault]:
    count = len(check.options)
    if not 2 <= count <= 9:
        what = f'check "{check.id}" has {count} options'
        yield Fault(code="SG019", key=(*key, "options"), what=what, remedy="write 2 to 9")
    elif not 1 <= check.answer <= count:
        what = f"answer {check.answer} is none of the {count} options"
        yield Fault(code="SG019", key=(*key, "answer"), what=what, remedy="count the options from 1")
    for number, former in enumerate(check.option_aliases):
        if not 1 <= former.option <= count:
            what = f"option {former.option} is none of the {count} options"
            at = (*key, "option_aliases", number)
            yield Fault(code="SG019", key=at, what=what, remedy="count the options from 1")


def others(names: Names) -> Iterator[Fault]:
    """Find faults of foils, terms, projects and the path."""
    pack = names.pack
    for place, foil in enumerate(pack.foils):
        yield from names.skill(("foil", place, "skill"), foil.skill)
    for place, term in enumerate(pack.terms_known):
        yield from names.skill(("term", place, "skill"), term.skill)
        yield from in_scale(("term", place, "level"), pack, term.level, 1)
    for place, project in enumerate(pack.projects):
        key: Key = ("project", place)
        yield from plannable((*key, "hours"), project.hours)
        yield from _reaches(names, project.covers, (*key, "covers"))
        for number, name in enumerate(project.roles):
            yield from names.role((*key, "roles", number), name)
    yield from _path(names)


def _reaches(names: Names, reaches: Iterable[Reach], key: Key) -> Iterator[Fault]:
    for number, reach in enumerate(reaches):
        yield from names.skill((*key, number, "skill"), reach.skill)
        yield from in_scale((*key, number, "to"), names.pack, reach.to, 1)


def _path(names: Names) -> Iterator[Fault]:
    path = names.pack.path
    if path is None:
        return
    yield from names.role(("path", "role"), path.role)
    if role := names.pack.role_by_id.get(path.role):
        grades = [grade.id for grade in role.grades]
        yield from names.known(("path", "grade"), "grade", path.grade, grades, role.grade_alias)
    yield from _reaches(names, path.base, ("path", "base"))
    projects = {project.id for project in names.pack.projects}
    for place, theme in enumerate(path.themes):
        key: Key = ("path", "theme", place)
        yield from _reaches(names, theme.reaches, (*key, "reaches"))
        for number, name in enumerate(theme.projects):
            yield from names.known((*key, "projects", number), "project", name, projects)
