"""What is known about a person: the values that go into the model. Levels are whole steps 0..top."""

from __future__ import annotations

from math import isfinite
from typing import Literal

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.records import dataclass

Confidence = Literal["unsure", "fairly", "sure", "never"]
"""How sure a person is of a rating; "never" ("never done it") goes with rating 0 only."""

Volatility = Literal["fast", "medium", "slow"]
"""How quickly a skill goes out of date."""

EvidenceKind = Literal["described", "linked", "reviewed"]
"""What stands behind a piece of evidence, from the weakest to the strongest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Work shown at `level`, `months_old` months ago (None: not said). Raises ValueError on a negative number."""

    level: int
    kind: EvidenceKind
    months_old: float | None = None

    def __post_init__(self) -> None:
        if self.level < 0:
            raise ValueError(f"evidence at level {self.level}: levels start at 0")
        _check_months("evidence age", self.months_old)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One check question and its item-response parameters (three-parameter logistic, Birnbaum 1968).

    `difficulty` is in levels: q - 1/2 for an item that separates level q from q - 1. `guess` is the chance
    of a right answer without the skill, `ceiling` that with it. For published items: `slope` is a (D a where a table
    has D = 1.7 or 1.702 in its exponent), `difficulty` is b (-d / a where it gives intercepts), `guess` c.
    Raises ValueError unless slope > 0 and 0 <= guess < ceiling <= 1.
    """

    id: str
    skill: str
    difficulty: float
    slope: float = DEFAULTS.item_slope
    guess: float = 0.0
    ceiling: float = 1.0

    def __post_init__(self) -> None:
        if not (isfinite(self.difficulty) and isfinite(self.slope) and self.slope > 0):
            raise ValueError(f"item {self.id}: the slope must be positive and the difficulty a number")
        if not 0 <= self.guess < self.ceiling <= 1:
            raise ValueError(f"item {self.id}: needs 0 <= guess < ceiling <= 1")

    @classmethod
    def at_level(cls, *, id: str, skill: str, level: int, options: int, assumptions: Assumptions = DEFAULTS) -> Item:
        """An uncalibrated item that tells `level` from the one below; `options` is 0 for a typed answer."""
        return cls(
            id=id,
            skill=skill,
            difficulty=level - 0.5,
            slope=assumptions.item_slope,
            guess=1.0 / options if options else 0.0,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOutcome:
    """One answered check. "I don't know" is `right=False`: both say the same about the level."""

    item: Item
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFacts:
    """One skill of the target profile and everything the person said and showed about it.

    `weight` > 0 (any unit), `required` >= 1, `floor` between 1 and `required` for a must-have, else None;
    `rating` None means not rated; `months_unused` None means not said. Raises ValueError otherwise.
    """

    id: str
    weight: float
    required: int
    floor: int | None = None
    rating: int | None = None
    confidence: Confidence = "fairly"
    months_unused: float | None = None
    volatility: Volatility = "medium"
    evidence: tuple[Evidence, ...] = ()
    checks: tuple[CheckOutcome, ...] = ()

    def __post_init__(self) -> None:
        if not (isfinite(self.weight) and self.weight > 0):
            raise ValueError(f"{self.id}: the weight must be a positive number, not {self.weight}")
        if self.required < 1 or not 1 <= (self.floor or 1) <= self.required or self.floor == 0:
            raise ValueError(f"{self.id}: needs required >= 1 and a floor from 1 to required")
        if self.rating is not None and self.rating < 0:
            raise ValueError(f"{self.id}: rating {self.rating}: levels start at 0")
        if self.confidence == "never" and self.rating:
            raise ValueError(f"{self.id}: 'never done it' goes with rating 0, not {self.rating}")
        _check_months(self.id, self.months_unused)


def _check_months(where: str, months: float | None) -> None:
    if months is not None and not (isfinite(months) and months >= 0):
        raise ValueError(f"{where}: months must be a number from 0 up, not {months}")
