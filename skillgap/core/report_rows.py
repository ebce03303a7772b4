"""Rows of a report that say what its numbers are made of, and how they were before."""

from __future__ import annotations

import datetime

from skillgap.core.records import dataclass
from skillgap.core.values import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """One skill that was rated again: then and now."""

    __pydantic_config__ = STRICT
    skill: str
    name: str
    date: datetime.date | None = None
    """The day of the earlier level."""
    then: int
    """The level given then."""
    looking_back: int | None = None
    """Where the person puts themselves at that time, since."""
    now: int
    """The level given last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenSummary:
    """How far a person has come since an earlier assessment; readiness by ratings alone, 0 to 100."""

    __pydantic_config__ = STRICT
    since: datetime.date | None = None
    """The day of the oldest of the levels compared."""
    skills: int
    """How many skills were rated again."""
    readiness: float
    """Readiness then, by the levels given then; skills that were not rated again stand as now."""
    looking_back: float | None = None
    """Readiness then, by where the person puts themselves then today."""
    now: float
    """Readiness now, by the ratings."""
    shift: float | None = None
    """Response shift: mean level of looking back minus the one given then; negative is a standard that rose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow:
    """One step on the way to the readiness of the summary."""

    __pydantic_config__ = STRICT
    words: str
    """What was taken into account."""
    readiness: float
    """Readiness after it, 0 to 100; that of the last row is the one of the summary."""
