"""What a person decides about a plan: pins, exclusions, what is good enough or first, projects; and its conflicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from skillgap.core.records import dataclass
from skillgap.core.steps import split_id
from skillgap.core.values import ROW, STRICT, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A step that is to begin in a certain week."""

    __pydantic_config__ = ROW
    step: str
    """Id of the step."""
    day: date
    """Any day of that week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A step that is not to be planned, and so nothing that needs it."""

    __pydantic_config__ = ROW
    step: str
    """Id of the step, or of a skill for all its steps."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodEnough:
    """A level that is good enough: higher steps leave the plan, never the report; what needs them goes on."""

    __pydantic_config__ = ROW
    skill: str
    """Id of the skill."""
    level: int | None = None
    """The level that is good enough; the present one when absent."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the person decided. Planning again follows it and never changes it."""

    __pydantic_config__ = TABLES
    pins: tuple[Pin, ...] = ()
    """Steps that begin in a certain week, each `{ step, day }`."""
    exclusions: tuple[Exclusion, ...] = ()
    """Steps or skills to leave out, each `{ step, reason }`."""
    good_enough: tuple[GoodEnough, ...] = ()
    """Levels that are good enough, each `{ skill, level, reason }`."""
    first: tuple[str, ...] = ()
    """Ids of steps to do first, in this order, each after what it needs."""
    projects: tuple[str, ...] = ()
    """Ids of projects to take."""


ConflictKind = Literal[
    "unknown-id",
    "nothing-to-do",
    "pin-too-early",
    "pin-too-late",
    "pin-overfills",
    "pin-without-hours",
    "pin-left-out",
    "pin-twice",
    "first-left-out",
    "first-too-late",
    "excluded-need",
    "project-cycle",
    "project-saves-nothing",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A choice of the person that the plan cannot follow. It stays in the choices; the plan is made without it."""

    __pydantic_config__ = STRICT
    kind: ConflictKind
    """The name of the conflict."""
    about: str
    """Id of the step, skill or project."""
    what: str
    remedy: str = ""


def pin(choices: Choices, step: str, day: date) -> Choices:
    """Pin a step to the week that holds `day`, in place of an older pin."""
    return replace(choices, pins=(*unpin(choices, step).pins, Pin(step=step, day=day)))


def unpin(choices: Choices, step: str) -> Choices:
    """Take the pin of a step away."""
    return replace(choices, pins=tuple(old for old in choices.pins if old.step != step))


def exclude(choices: Choices, step: str, reason: str = "") -> Choices:
    """Leave out a step, or all steps of a skill; pins of it and its place at the front are dropped."""
    kept = include(choices, step).exclusions
    out = (*kept, Exclusion(step=step, reason=reason))
    pins = tuple(old for old in choices.pins if not _is_of(old.step, step))
    first = tuple(old for old in choices.first if not _is_of(old, step))
    return replace(choices, exclusions=out, pins=pins, first=first)


def _is_of(step: str, name: str) -> bool:
    """Whether a step is the one of that name, or one of the skill of that name."""
    return name in (step, split_id(step)[0])


def include(choices: Choices, step: str) -> Choices:
    """Take an exclusion back."""
    return replace(choices, exclusions=tuple(old for old in choices.exclusions if old.step != step))


def call_good_enough(choices: Choices, skill: str, level: int | None, reason: str) -> Choices:
    """Say that a level of a skill (None: the present one) is good enough, and why."""
    kept = want_more(choices, skill).good_enough
    return replace(choices, good_enough=(*kept, GoodEnough(skill=skill, level=level, reason=reason)))


def want_more(choices: Choices, skill: str) -> Choices:
    """Take back that a skill is good enough."""
    return replace(choices, good_enough=tuple(old for old in choices.good_enough if old.skill != skill))


def put_first(choices: Choices, step: str) -> Choices:
    """Do a step after those that were put first before."""
    return replace(choices, first=(*take_its_turn(choices, step).first, step))


def take_its_turn(choices: Choices, step: str) -> Choices:
    """Let the planner say when a step comes."""
    return replace(choices, first=tuple(old for old in choices.first if old != step))


def take_project(choices: Choices, project: str) -> Choices:
    """Take a project into the plan."""
    return replace(choices, projects=(*drop_project(choices, project).projects, project))


def drop_project(choices: Choices, project: str) -> Choices:
    """Take a project out of the plan; its steps stay."""
    return replace(choices, projects=tuple(old for old in choices.projects if old != project))
