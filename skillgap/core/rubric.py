"""A competency framework: scale, skills with behavioural anchors, roles with grades and target profiles."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from skillgap.core.curriculum import (
    Check,
    Foil,
    Market,
    Path,
    Project,
    Resource,
    Step,
    Term,
)
from skillgap.core.index import by_id, present_ids
from skillgap.core.records import dataclass
from skillgap.core.values import STRICT, TABLES

Volatility = Literal["fast", "medium", "slow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One proficiency level of the scale."""

    __pydantic_config__ = STRICT
    value: int
    """0, 1, 2 ... in order; 0 is no proficiency."""
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The proficiency levels, from 0 up."""

    __pydantic_config__ = TABLES
    levels: tuple[Level, ...]
    recency_months: int | None = None
    """A level counts when its anchor is true today, for work done in this many months."""
    evidence_from_level: int | None = None
    """From this level on a person should be able to name something that exists."""

    @property
    def top(self) -> int:
        """The highest level, L."""
        return len(self.levels) - 1

    def name(self, level: int) -> str:
        """Give the word for a level."""
        return self.levels[level].name

    def titled(self, level: int) -> str:
        """Give a level as number and word; the number alone for one above the scale, as older answers may hold."""
        return f"{level} {self.name(level)}" if level <= self.top else f"{level}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A group of skills."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """To work towards level `at` of the skill that holds this, `skill` should stand at `level`."""

    __pydantic_config__ = STRICT
    skill: str
    level: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One thing a person can be more or less able to do, with an anchor for every level."""

    __pydantic_config__ = STRICT
    id: str
    name: str
    area: str
    anchors: tuple[str, ...]
    """One observable statement for each level of the scale, level 0 first."""
    definition: str = ""
    volatility: Volatility = "medium"
    """How quickly the field moves: sets how fast unused skill fades."""
    prerequisites: tuple[Prerequisite, ...] = ()
    aliases: tuple[str, ...] = ()
    """Former ids, so that old answers are still found."""
    terms: tuple[str, ...] = ()
    """Other words for it, for finding."""
    ask: str = ""
    """A question a mentor may ask to test a claim."""
    hours_note: str = ""
    """Why the hours of its steps are what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compensation:
    """A band of total yearly pay, for orientation."""

    __pydantic_config__ = STRICT
    low: int
    high: int
    currency: str = "USD"
    open_ended: bool = False
    """The band has no stated top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The seniority of a job."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    years: str = ""
    compensation: Compensation | None = None
    note: str = ""
    aliases: tuple[str, ...] = ()
    """Former ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a role asks of one skill, grade by grade."""

    __pydantic_config__ = STRICT
    skill: str
    required: tuple[int, ...]
    """Required level for each grade, in order; 0 is not asked."""
    weight: float
    """How much the skill matters to the role: 1 to 5 in the shipped pack, 0.000001 to 1000000 at the most."""
    floor: tuple[int, ...] = ()
    """Must-have floor for each grade, at most the required level; 0 (or no list) is not a must-have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job, its grades and the target profile of each."""

    __pydantic_config__ = TABLES
    id: str
    name: str
    grades: tuple[Grade, ...]
    targets: tuple[Target, ...]
    summary: str = ""
    also_called: tuple[str, ...] = ()
    entry: str = ""
    """Who comes into this role from where."""
    typical_week: tuple[str, ...] = ()
    """The week of this role in a few lines."""
    compensation_note: str = ""
    aliases: tuple[str, ...] = ()
    """Former ids."""

    def grade_index(self, grade: str) -> int:
        """Give the place of a grade by id; KeyError when the role has none of that id."""
        for index, item in enumerate(self.grades):
            if item.id == grade:
                return index
        raise KeyError(grade)

    @property
    def grade_alias(self) -> dict[str, str]:
        """The present grade id for every id, former or present."""
        return present_ids(self.grades)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where content of the pack comes from."""

    __pydantic_config__ = STRICT
    id: str
    what: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """Defaults for plans made from this pack."""

    __pydantic_config__ = STRICT
    hours_per_week: float = 8
    experience_from_level: int | None = None
    """Steps to this level and above are experience at work rather than study; none when absent."""
    default_hours: tuple[float, ...] = (8, 25, 70, 160, 300)
    """Hours for a step to level 1, 2, ... where a skill has no step of its own; the last one repeats."""

    def hours_to(self, level: int) -> float:
        """Give the default hours for a step that ends at `level`."""
        return self.default_hours[min(level, len(self.default_hours)) - 1]


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole framework, as read and checked. Lookups by id are made once and kept."""

    __pydantic_config__ = TABLES
    schema: int
    """Version of the file format; this program writes and reads 1."""
    id: str
    title: str
    version: str
    scale: Scale
    areas: tuple[Area, ...]
    skills: tuple[Skill, ...]
    roles: tuple[Role, ...]
    default_role: str = ""
    default_grade: str = ""
    language: str = "en"
    as_of: str = ""
    summary: str = ""
    license: str = ""
    planning: Planning = Planning()
    steps: tuple[Step, ...] = ()
    checks: tuple[Check, ...] = ()
    foils: tuple[Foil, ...] = ()
    terms_known: tuple[Term, ...] = ()
    resources: tuple[Resource, ...] = ()
    projects: tuple[Project, ...] = ()
    path: Path | None = None
    market: Market | None = None
    sources: tuple[Source, ...] = ()

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        """Areas by id, in the pack's order."""
        return by_id(self.areas)

    @cached_property
    def skill_by_id(self) -> dict[str, Skill]:
        """Skills by id, in the pack's order."""
        return by_id(self.skills)

    @cached_property
    def needed_at(self) -> dict[str, tuple[int, ...]]:
        """For each skill that others need: the highest level that each of them needs it at."""
        found: dict[str, list[int]] = {}
        for skill in self.skills:
            levels: dict[str, int] = {}
            for needed in skill.prerequisites:
                levels[needed.skill] = max(needed.level, levels.get(needed.skill, 0))
            for name, level in levels.items():
                found.setdefault(name, []).append(level)
        return {name: tuple(levels) for name, levels in found.items()}

    @cached_property
    def role_by_id(self) -> dict[str, Role]:
        """Roles by id, in the pack's order."""
        return by_id(self.roles)

    @cached_property
    def check_by_id(self) -> dict[str, Check]:
        """Checks by id, in the pack's order."""
        return by_id(self.checks)

    @cached_property
    def step_by_id(self) -> dict[str, Step]:
        """Steps by id."""
        return by_id(self.steps)

    @cached_property
    def resource_by_id(self) -> dict[str, Resource]:
        """Resources by id."""
        return by_id(self.resources)

    @cached_property
    def skill_alias(self) -> dict[str, str]:
        """The present id for every id, former or present."""
        return present_ids(self.skills)

    @cached_property
    def role_alias(self) -> dict[str, str]:
        """The present role id for every id, former or present."""
        return present_ids(self.roles)

    @cached_property
    def check_alias(self) -> dict[str, str]:
        """The present check id for every id, former or present."""
        return present_ids(self.checks)
