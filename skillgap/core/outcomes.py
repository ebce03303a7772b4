"""What comes of a plan besides its steps: milestones, days to look again, ratings to propose."""

from __future__ import annotations

from datetime import date
from typing import Literal

from skillgap.core.records import dataclass
from skillgap.core.values import ROW, STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that is reached at the end of a week."""

    __pydantic_config__ = ROW
    day: date
    """The last day of the week."""
    week: int
    """Its number."""
    kind: Literal["must-have", "verdict", "grade"]
    """A must-have at its floor, the verdict of the target, another grade of the role."""
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """A day to look whether a finished step still holds."""

    __pydantic_config__ = ROW
    day: date
    """The day."""
    step: str
    """Id of the done step."""
    name: str
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A new rating that a done step suggests. Only the person gives it, if the anchor is true."""

    __pydantic_config__ = STRICT
    skill: str
    name: str
    rated: int
    """The level rated so far."""
    to: int
    anchor: str
    """What is true at that level."""
