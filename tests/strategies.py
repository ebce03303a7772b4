"""Values of every kind of file, for property tests: arbitrary ones, and packs and answers that hold together."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from skillgap.core.assessment import Answer, Assessment, Evidence
from skillgap.core.choices import Choices
from skillgap.core.curriculum import Check, Project, Reach, Resource, Step
from skillgap.core.plan import Budget, Period, Plan, PlannedStep
from skillgap.core.report import Report
from skillgap.core.rubric import Area, Grade, Level, Pack, Planning, Prerequisite, Role, Scale, Skill, Target
from skillgap.core.steps import step_id
from skillgap.core.text import controls

T = TypeVar("T")

HOSTILE = (
    '"""',
    "'''",
    '\\"',
    "\\",
    "\\u001b",
    "a\nb",
    "\n",
    "a\r\nb",
    "tail\n",
    " \t ",
    "\x00",
    "\x07",
    "\x1b[31mred",
    "\x7f",
    "\x85",
    "\x9b31m",
    "\u2028",
    "\u202eevil",
    "\u200b",
    "\ufeff",
    "e\u0301" + "\u0301" * 9,
    "東京 🎉",
    "[/]",
    "[@click=app.quit]x[/]",
    "# no comment",
    "a = 1",
    "[[answer]]",
    "'; rm -rf /",
    "../../etc/passwd",
    "${HOME} $(id) `id` %s {0}",
    "x" * 300,
    "2026-11-24",
    "true",
)


def texts() -> st.SearchStrategy[str]:
    """Any text that TOML can hold: all of Unicode but surrogates."""
    return st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.sampled_from(HOSTILE), st.just("")
    )


def names() -> st.SearchStrategy[str]:
    """Texts that may name something."""
    return st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True)


def days() -> st.SearchStrategy[date]:
    """Days from 1 to 9999."""
    return st.one_of(st.dates(), st.just(date(2026, 11, 24)))


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: texts(),
    bool: st.booleans(),
    int: st.one_of(st.integers(0, 5), st.integers(-(2**63), 2**63 - 1)),
    float: st.one_of(
        st.integers(0, 100).map(float),
        st.floats(0, 100).map(lambda x: round(x, 2)),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    date: days(),
}


def any_value(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type that a file can hold."""
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return any_record(hint)  # type: ignore[arg-type]
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, types.UnionType):
        return st.none() | any_value(inner[0])
    if origin is tuple and inner[1:] == (Ellipsis,):
        return st.lists(any_value(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(any_value, inner))
    return _PLAIN[hint]


def any_record(kind: type[T], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Values of a dataclass whose fields hold anything of their type, but for those given."""
    hints = get_type_hints(kind)
    parts = {field.name: any_value(hints[field.name]) for field in fields(kind)}  # type: ignore[arg-type]
    return st.builds(kind, **{**parts, **fixed})


def any_assessments() -> st.SearchStrategy[Assessment]:
    """Assessments of the right format that need not make sense."""
    return any_record(Assessment, schema=st.just(1))


def any_reports() -> st.SearchStrategy[Report]:
    """Reports of the right format that need not make sense."""
    return any_record(Report, schema=st.just(1))


def any_plans() -> st.SearchStrategy[Plan]:
    """Plans of the right format whose time can be planned with; else they need not make sense."""
    spent = st.none() | st.floats(0, 1000)
    named = any_record(PlannedStep, hours_spent=spent).map(lambda row: replace(row, id=step_id(row.skill, row.to)))
    steps = st.lists(named, max_size=2, unique_by=lambda row: row.id).map(tuple)
    choices = any_record(Choices).map(_each_once)
    return any_record(Plan, schema=st.just(1), budget=budgets(), steps=steps, choices=choices)


def _each_once(choices: Choices) -> Choices:
    """The same, with nothing decided twice: no such plan is read."""
    return replace(
        choices,
        exclusions=tuple({row.step: row for row in choices.exclusions}.values()),
        good_enough=tuple({row.skill: row for row in choices.good_enough}.values()),
        first=tuple(dict.fromkeys(choices.first)),
        projects=tuple(dict.fromkeys(choices.projects)),
    )


@st.composite
def budgets(draw: st.DrawFn, first: date | None = None) -> Budget:
    """Time that can be planned with, from some day on."""
    start = first or draw(st.dates(date(1, 1, 1), date(9000, 1, 1)))
    rows = draw(st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 3000), st.floats(0, 100)), max_size=2))
    periods = tuple(
        Period(
            starts=start + timedelta(days=after),
            ends=start + timedelta(days=after + long),
            hours_per_week=hours,
            note=draw(texts()),
        )
        for after, long, hours in rows
    )
    week = st.lists(st.integers(0, 9).map(float), min_size=7, max_size=7).filter(any).map(tuple)
    return draw(
        any_record(
            Budget,
            start=st.just(start),
            hours_per_week=st.floats(0.5, 100),
            review_percent=st.integers(0, 90),
            weekdays=st.just(()) | week,
            periods=st.just(periods),
            pace=st.none() | st.floats(0.1, 10),
        )
    )


def lines() -> st.SearchStrategy[str]:
    """Texts with something in them, as anchors need."""
    return texts().map(lambda text: text if text.strip() else "I can.")


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Packs that hold together: one to five skills, roles and grades, steps, checks, resources, projects."""
    top = draw(st.integers(1, 5))
    areas = draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    skills = _skills(draw, draw(st.lists(names(), min_size=1, max_size=5, unique=True)), areas, top)
    roles = _roles(draw, skills, top)
    resources = tuple(
        Resource(id=name, title=draw(texts()), url=draw(texts()))
        for name in draw(st.lists(names(), max_size=2, unique=True))
    )
    return Pack(
        schema=1,
        id=draw(names()),
        title=draw(texts()),
        version=draw(texts()),
        scale=Scale(levels=tuple(Level(value=v, name=draw(texts()), meaning=draw(texts())) for v in range(top + 1))),
        areas=tuple(Area(id=name, title=draw(texts())) for name in areas),
        skills=skills,
        roles=roles,
        default_role=roles[0].id,
        planning=Planning(hours_per_week=draw(st.sampled_from([0.5, 8.0, 100.0]))),
        steps=_steps(draw, skills, resources, top),
        checks=tuple(_check(draw, f"check-{n}", skills, top) for n in range(draw(st.integers(0, 2)))),
        resources=resources,
        projects=tuple(_project(draw, f"project-{n}", skills, roles, top) for n in range(draw(st.integers(0, 2)))),
    )


def _skills(draw: st.DrawFn, ids: list[str], areas: list[str], top: int) -> tuple[Skill, ...]:
    """Skills whose prerequisites lie among the skills before them, so that none waits for itself."""
    found: list[Skill] = []
    for name in ids:
        levels = st.integers(1, top)
        needs = [
            Prerequisite(skill=draw(st.sampled_from(found)).id, level=draw(levels), at=draw(levels))
            for _ in range(draw(st.integers(0, 2)) if found else 0)
        ]
        found.append(
            Skill(
                id=name,
                name=draw(texts()),
                area=draw(st.sampled_from(areas)),
                anchors=tuple(draw(lines()) for _ in range(top + 1)),
                prerequisites=tuple(needs),
                definition=draw(texts()),
            )
        )
    return tuple(found)


def _roles(draw: st.DrawFn, skills: tuple[Skill, ...], top: int) -> tuple[Role, ...]:
    return tuple(
        _role(draw, name, skills, top) for name in draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    )


def _role(draw: st.DrawFn, name: str, skills: tuple[Skill, ...], top: int) -> Role:
    grades = draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    targets: list[Target] = []
    for skill in draw(st.lists(st.sampled_from(skills), unique_by=lambda skill: skill.id, min_size=1)):
        required = [draw(st.integers(0, top)) for _ in grades]
        floors = tuple(draw(st.integers(0, level)) for level in required) if draw(st.booleans()) else ()
        weight = draw(st.sampled_from([0.5, 1.0, 2.5, 5.0]))
        if not targets and not any(required):  # a role asks for something
            required[-1] = 1
        targets.append(Target(skill=skill.id, required=tuple(required), weight=weight, floor=floors))
    return Role(
        id=name,
        name=draw(texts()),
        grades=tuple(Grade(id=grade, title=draw(texts())) for grade in grades),
        targets=tuple(targets),
        summary=draw(texts()),
    )


def _steps(draw: st.DrawFn, skills: tuple[Skill, ...], resources: tuple[Resource, ...], top: int) -> tuple[Step, ...]:
    places = [(skill.id, to) for skill in skills for to in range(1, top + 1)]
    return tuple(
        Step(
            skill=skill,
            to=to,
            hours=draw(st.integers(1, 200)) / 2,
            practice=draw(texts()),
            exit=draw(texts()),
            resources=tuple(resource.id for resource in resources),
        )
        for skill, to in draw(st.lists(st.sampled_from(places), unique=True, max_size=6))
    )


def _check(draw: st.DrawFn, name: str, skills: tuple[Skill, ...], top: int) -> Check:
    options = tuple(draw(texts()) for _ in range(draw(st.integers(2, 4))))
    return Check(
        id=name,
        skill=draw(st.sampled_from(skills)).id,
        level=draw(st.integers(1, top)),
        question=draw(texts()),
        options=options,
        answer=draw(st.integers(1, len(options))),
        why=draw(texts()),
    )


def _project(draw: st.DrawFn, name: str, skills: tuple[Skill, ...], roles: tuple[Role, ...], top: int) -> Project:
    return Project(
        id=name,
        title=draw(texts()),
        hours=draw(st.integers(1, 100)) / 2,
        summary=draw(texts()),
        deliverable=draw(texts()),
        acceptance=(draw(texts()),),
        covers=(Reach(skill=draw(st.sampled_from(skills)).id, to=draw(st.integers(1, top))),),
        roles=(draw(st.sampled_from(roles)).id,),
    )


@st.composite
def answers_to(draw: st.DrawFn, pack: Pack) -> Assessment:
    """Answers that fit a pack: some skills rated, some put aside, some only noted, some not there."""
    rows = []
    for skill in draw(st.permutations(pack.skills)):
        kind = draw(st.sampled_from(["rated", "rated", "aside", "noted", "absent"]))
        if kind == "rated":
            rows.append(
                Answer(
                    skill=skill.id,
                    level=draw(st.integers(0, pack.scale.top)),
                    confidence=draw(st.sampled_from([None, "unsure", "fairly", "sure"])),
                    note=draw(texts()),
                    evidence=(Evidence(kind="linked", where=draw(texts().filter(lambda text: not controls(text)))),)
                    if draw(st.booleans())
                    else (),
                )
            )
        elif kind != "absent":
            rows.append(Answer(skill=skill.id, na=draw(texts()) if kind == "aside" else None, note=draw(texts())))
    return Assessment(person=draw(texts()), answers=tuple(rows))
