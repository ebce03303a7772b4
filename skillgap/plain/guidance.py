"""What a pack says beyond skills and targets, as lines of text: the job, projects, the path, the market, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.core.curriculum import Market, Path, Project, Reach
from skillgap.core.demands import pay
from skillgap.core.rubric import Pack, Role
from skillgap.core.text import shown
from skillgap.plain.wrapping import wrapped

_LONGEST = 1000


def job_lines(role: Role, width: int) -> Iterator[str]:
    """Say what else a role is called, who comes to it from where, what its week and its pay are, as far as is known."""
    if role.also_called:
        yield from wrapped(_text(", ".join(role.also_called)), width, "  Also called  ")
    if role.entry:
        yield from wrapped(_text(role.entry), width, "  Comes from  ")
    if role.typical_week:
        yield "  A week:"
        yield from _listed(role.typical_week, width, "    - ")
    for grade in role.grades:
        facts = ", ".join(filter(None, (grade.years and f"{grade.years} years", pay(grade.compensation))))
        if said := ". ".join(filter(None, (facts, grade.note))):
            yield from wrapped(f"{_text(grade.title)}: {_text(said)}", width, "  ", "    ")
    if role.compensation_note:
        yield from wrapped(f"Pay: {_text(role.compensation_note)}", width, "  ")


def guidance_lines(pack: Pack, width: int) -> Iterator[str]:
    """Give the portfolio projects, the path, the market and where it all comes from; nothing for what a pack lacks."""
    if pack.projects:
        yield from _head("PORTFOLIO PROJECTS")
        for project in pack.projects:
            yield ""
            yield from _project(pack, project, width)
    if pack.path:
        yield from _path(pack, pack.path, width)
    if pack.market:
        yield from _market(pack.market, width)
    if pack.sources:
        yield from _head("SOURCES")
        for source in pack.sources:
            yield from wrapped(_text(" ".join(filter(None, (source.what, source.url)))), width, "  - ")


def _project(pack: Pack, project: Project, width: int) -> Iterator[str]:
    yield from wrapped(f"{_text(project.title)} ({shown(project.id)}), {project.hours:g} h", width)
    yield from wrapped(_text(project.summary), width, "  ")
    roles = ", ".join(_text(pack.role_by_id[role].name) for role in project.roles)
    reached = _reached(pack, project.covers)
    for label, text in (("For", roles), ("Steps", reached), ("Data", project.data), ("Deliver", project.deliverable)):
        if text:
            yield from wrapped(f"{label}: {_text(text)}", width, "  ", "    ")
    yield "  Done when:"
    yield from _listed(project.acceptance, width, "    - ")
    if project.claim:
        yield from wrapped(f"Then say: {_text(project.claim)}", width, "  ", "    ")


def _path(pack: Pack, path: Path, width: int) -> Iterator[str]:
    role = pack.role_by_id[path.role]
    grade = role.grades[role.grade_index(path.grade)]
    titles = {project.id: project.title for project in pack.projects}
    yield from _head("A PATH")
    yield from wrapped(f"{_text(path.title)}: {_text(role.name)}, {_text(grade.title)}", width)
    for text in filter(None, (path.note, path.check_in)):
        yield from wrapped(_text(text), width, "  ")
    if path.base:
        yield from wrapped(f"Starts from: {_reached(pack, path.base)}", width, "  ", "    ")
    for theme in path.themes:
        yield ""
        yield from wrapped(_text(theme.title), width)
        yield from wrapped(_text(theme.summary), width, "  ") if theme.summary else ()
        named = "; ".join(titles[project] for project in theme.projects)
        for label, text in (("Projects", named), ("Reaches", _reached(pack, theme.reaches))):
            if text:
                yield from wrapped(f"{label}: {_text(text)}", width, "  ", "    ")


def _market(market: Market, width: int) -> Iterator[str]:
    yield from _head(f"THE MARKET{f', AS OF {_text(market.as_of)}' if market.as_of else ''}")
    yield from _listed(market.advice, width, "  - ")
    for group in market.groups:
        yield ""
        yield from wrapped(_text(group.name), width)
        yield from wrapped(_text(group.note), width, "  ") if group.note else ()
        yield from wrapped(_text(", ".join(group.companies)), width, "  ") if group.companies else ()
    if market.source:
        yield ""
        yield from wrapped(f"Source: {_text(market.source)}", width)


def _reached(pack: Pack, reaches: Iterable[Reach]) -> str:
    return "; ".join(f"{_text(pack.skill_by_id[reach.skill].name)} {reach.to}" for reach in reaches)


def _listed(texts: Iterable[str], width: int, mark: str) -> Iterator[str]:
    for text in texts:
        yield from wrapped(_text(text), width, mark)


def _head(title: str) -> Iterator[str]:
    yield ""
    yield title


def _text(text: str) -> str:
    return shown(text, limit=_LONGEST)
