"""What a pack teaches and asks: learning steps, resources, portfolio projects, checks, foils, the path."""

from __future__ import annotations

from typing import Literal

from skillgap.core.records import dataclass
from skillgap.core.values import STRICT, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What takes a person from level `to - 1` to level `to` of one skill."""

    __pydantic_config__ = STRICT
    skill: str
    """Id of the skill."""
    to: int
    """The level that the step ends at, 1 or more."""
    hours: float
    """Typical hours of focused work, a multiple of a half; a budget, not a promise."""
    practice: str
    """What to do."""
    exit: str
    """What can be shown when it is done."""
    resources: tuple[str, ...] = ()
    """Ids of resources, the most useful first."""
    part: str = ""
    """Which part of the resources is meant."""

    @property
    def id(self) -> str:
        """The name of the step in plans: the skill's id, a hyphen, the level reached."""
        return f"{self.skill}-{self.to}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to read, watch or work through."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    url: str
    """Where it is, https."""
    author: str = ""
    kind: str = ""
    """article, book, course, doc, paper, talk, tool ..."""
    hours: float = 0
    """Typical hours for the whole of it; 0 is not stated."""
    cost: Literal["free", "paid", "mixed"] = "free"

    @property
    def label(self) -> str:
        """The title, and whether it costs money."""
        told = {"free": "", "paid": " (paid)", "mixed": " (partly paid)"}
        return self.title + told[self.cost]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A level of a skill that a project or theme takes a person to."""

    __pydantic_config__ = STRICT
    skill: str
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Portfolio work that raises several skills at once."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    hours: float
    """Joint hours for all that it covers."""
    summary: str
    deliverable: str
    acceptance: tuple[str, ...]
    """When it counts as done: statements with numbers that someone else can check."""
    covers: tuple[Reach, ...]
    data: str = ""
    """What to build it on."""
    claim: str = ""
    """The sentence it earns: I built X that handles Y volume with Z accuracy."""
    roles: tuple[str, ...] = ()
    """Ids of the roles it suits; empty for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionAlias:
    """The former text of an option, so that old responses are still found."""

    __pydantic_config__ = STRICT
    option: int
    """The option that says it now, counted from 1."""
    was: str
    """What it said before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A multiple-choice item about one skill with one defensible answer."""

    __pydantic_config__ = STRICT
    id: str
    skill: str
    level: int
    """The level that a right answer supports."""
    question: str
    options: tuple[str, ...]
    answer: int
    """Which option is right, counted from 1."""
    why: str
    """Shown after the answer."""
    source: str = ""
    url: str = ""
    difficulty: float | None = None
    """The level at which a person has an even chance beyond guessing; level - 0.5 when not given."""
    aliases: tuple[str, ...] = ()
    """Former ids."""
    option_aliases: tuple[OptionAlias, ...] = ()
    """Former texts of options that mean the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foil:
    """A term that does not exist, to notice over-claiming. It never changes a score."""

    __pydantic_config__ = STRICT
    term: str
    skill: str
    """The skill that the term sounds like."""
    sounds_like: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A real term, mixed with the foils."""

    __pydantic_config__ = STRICT
    term: str
    skill: str
    level: int
    """The level at which knowing the term is expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One stretch of the path: usually a month."""

    __pydantic_config__ = STRICT
    title: str
    summary: str = ""
    reaches: tuple[Reach, ...] = ()
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A named sequence of themes towards one role and grade."""

    __pydantic_config__ = TABLES
    title: str
    role: str
    grade: str
    note: str = ""
    check_in: str = ""
    base: tuple[Reach, ...] = ()
    """Where the path assumes that a person starts."""
    themes: tuple[Theme, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyGroup:
    """A kind of employer, for orientation."""

    __pydantic_config__ = STRICT
    id: str
    name: str
    note: str = ""
    companies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """What to know about the market, shown with results."""

    __pydantic_config__ = TABLES
    as_of: str = ""
    source: str = ""
    advice: tuple[str, ...] = ()
    groups: tuple[CompanyGroup, ...] = ()
