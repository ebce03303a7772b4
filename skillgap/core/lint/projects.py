"""Projects and the path: in an order that can be followed, towards where they say they lead."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.curriculum import Path, Project
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.names import counted
from skillgap.core.rubric import Pack, Role

ORDER = Rule(
    code="SG604",
    title="project that covers steps out of order",
    why="A project lists the levels it takes a person to; one that needs another of them comes after it, and a skill "
    "stands once, at its highest level.",
    remedy="list foundations first, each skill once at the level reached",
    bad='covers = [{ skill = "rag", to = 3 }, { skill = "evaluation", to = 2 }], and rag 3 needs evaluation 1',
    good='covers = [{ skill = "evaluation", to = 2 }, { skill = "rag", to = 3 }]',
)
OPEN_END = Rule(
    code="SG605",
    title="project without deliverable, acceptance criteria or covered steps",
    why="Then nobody can say when it is done or what it was for.",
    remedy="say what exists at the end, when it counts as done, and which levels it takes a person to",
    bad="acceptance = []",
    good='acceptance = ["Answers 9 of 10 test questions correctly."]',
)
PATH_ORDER = Rule(
    code="SG606",
    title="path out of order",
    why="A theme that reaches what was reached before is idle; one that needs what comes later cannot be followed.",
    remedy="reach foundations in an earlier theme or in base",
    bad="theme 2 reaches evaluation 1, theme 1 reaches rag 3, which needs evaluation 1",
    good="theme 1 reaches evaluation 1, theme 2 reaches rag 3",
)
PATH_SHORT = Rule(
    code="SG607",
    title="path that ends below its target",
    why="Who follows it to the end is still told that something is missing.",
    remedy="add what is missing to a theme or to base, or name another grade",
    bad="the last theme ends at sql 2, the role and grade of the path ask for sql 3",
    good="base and themes together reach all that the role and grade ask for",
)
PATH_PROJECT = Rule(
    code="SG608",
    title="path with a project meant for other roles",
    why="The project says which roles it suits, and this path leads to another.",
    remedy="add the role to the project or choose another project",
    bad='role = "analyst", and a theme with a project whose roles = ["engineer"]',
    good='the project has roles = ["analyst", "engineer"], or none',
)


def projects(pack: Pack) -> Iterator[Finding]:
    """Find projects and a path that cannot be followed to their end."""
    for place, project in enumerate(pack.projects):
        yield from _order(pack, project, ("project", place, "covers"))
        yield from _end(project, ("project", place))
    if pack.path:
        yield from _path(pack, pack.path)


def _order(pack: Pack, project: Project, key: Key) -> Iterator[Finding]:
    listed: dict[str, int] = {}
    levels: dict[str, int] = {}
    for number, reach in enumerate(project.covers):
        if reach.skill in listed:
            what = f"project {quoted(project.id)} lists {quoted(reach.skill)} twice"
            yield ORDER.at((*key, number), what)
        listed.setdefault(reach.skill, number)
        levels[reach.skill] = max(reach.to, levels.get(reach.skill, 0))
    for number, reach in enumerate(project.covers):
        for needed in pack.skill_by_id[reach.skill].prerequisites:
            if needed.at > reach.to or needed.skill not in listed or needed.skill == reach.skill:
                continue
            need = f"{quoted(reach.skill)} {reach.to} needs {quoted(needed.skill)} {needed.level}"
            if levels[needed.skill] < needed.level:
                what = (
                    f"project {quoted(project.id)} leads to {quoted(needed.skill)} {levels[needed.skill]}, and {need}"
                )
                yield ORDER.at((*key, number), what)
            elif listed[needed.skill] > number:
                yield ORDER.at((*key, number), f"in project {quoted(project.id)}, {need}, which comes after it")


def _end(project: Project, key: Key) -> Iterator[Finding]:
    lacks = {
        "deliverable": not project.deliverable.strip(),
        "acceptance": not any(line.strip() for line in project.acceptance),
        "covers": not project.covers,
    }
    for field, missing in lacks.items():
        if missing:
            yield OPEN_END.at((*key, field), f"project {quoted(project.id)} has nothing in {field}")


def _path(pack: Pack, path: Path) -> Iterator[Finding]:
    reached = {reach.skill: reach.to for reach in path.base}
    by_id = {project.id: project for project in pack.projects}
    for place, theme in enumerate(path.themes):
        key: Key = ("path", "theme", place)
        before = dict(reached)
        for reach in theme.reaches:
            reached[reach.skill] = max(reach.to, reached.get(reach.skill, 0))
        for number, reach in enumerate(theme.reaches):
            at, here = (*key, "reaches", number), f"{quoted(reach.skill)} {reach.to}"
            if before.get(reach.skill, 0) >= reach.to:
                yield PATH_ORDER.at(at, f"theme {quoted(theme.title)} reaches {here}, which was reached before")
            for needed in pack.skill_by_id[reach.skill].prerequisites:
                if needed.at <= reach.to and reached.get(needed.skill, 0) < needed.level:
                    what = f"{here} needs {quoted(needed.skill)} {needed.level}, which no theme up to here reaches"
                    yield PATH_ORDER.at(at, what)
        for number, name in enumerate(theme.projects):
            suits = by_id[name].roles
            if suits and path.role not in suits:
                what = f"project {quoted(name)} is not meant for role {quoted(path.role)}"
                yield PATH_PROJECT.at((*key, "projects", number), what)
    if path.themes:
        yield from _short(pack.role_by_id[path.role], path, reached)


def _short(role: Role, path: Path, reached: dict[str, int]) -> Iterator[Finding]:
    grade = role.grade_index(role.grade_alias[path.grade])
    missing = [t for t in role.targets if reached.get(t.skill, 0) < t.required[grade]]
    if missing:
        first = missing[0]
        more = f" and {counted(len(missing) - 1, 'more skill')}" if len(missing) > 1 else ""
        there, asked = reached.get(first.skill, 0), first.required[grade]
        what = f"the path ends at {quoted(first.skill)} {there}, its target asks {asked}"
        yield PATH_SHORT.at(("path",), what + more)
