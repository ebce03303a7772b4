"""A value made quickly is a dataclass like any other: held against the standard library's, class by class."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any

import pytest
from pydantic import TypeAdapter

from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Quick:
    """A point."""

    x: int
    y: float = 1.5
    code: str = field(default="", compare=False)
    seen: tuple[int, ...] = field(default_factory=tuple, repr=False)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("negative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A point whose parts are named."""

    name: str = "it"
    size: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """No fields."""


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    """Left to the standard library."""

    x: int


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """A point."""

    x: int
    y: float = 1.5
    code: str = field(default="", compare=False)
    seen: tuple[int, ...] = field(default_factory=tuple, repr=False)


def test_values_are_made_compared_and_shown_like_standard_ones() -> None:
    quick, standard = Quick(2, code="a"), Standard(2, code="a")
    assert repr(quick) == repr(standard).replace("Standard", "Quick")
    assert (quick.x, quick.y, quick.code, quick.seen) == (2, 1.5, "a", ())
    assert {quick, Quick(2, code="b"), Quick(3)} == {quick, Quick(3)}
    assert quick not in (Quick(3), standard, (2, 1.5, ()))
    assert inspect.signature(Quick).parameters.keys() == inspect.signature(Standard).parameters.keys()
    assert repr({Nothing(), Nothing()}) == "{Nothing()}"
    assert Ordered(1) < Ordered(2)


def test_arguments_that_do_not_fit_and_values_that_must_not_be_are_refused() -> None:
    make: Any = Named
    assert Named(size=3) == make(name="it", size=3)
    for wrong in ({"name": "it"}, {"size": 1, "colour": 2}):
        with pytest.raises(TypeError):
            make(**wrong)
    with pytest.raises(TypeError):
        make("it", 3)
    with pytest.raises(ValueError, match="negative"):
        Quick(-1)


def test_what_is_made_stays_as_it_is() -> None:
    quick: Any = Quick(2)
    with pytest.raises(FrozenInstanceError, match="'x' of a frozen Quick"):
        quick.x = 3
    with pytest.raises(FrozenInstanceError):
        quick.colour = 3
    with pytest.raises(FrozenInstanceError):
        del quick.x
    assert not hasattr(quick, "__dict__")


def test_the_tools_for_dataclasses_work() -> None:
    quick = Quick(2, 3.0, "a", (1,))
    assert is_dataclass(quick)
    assert fields(quick)[2].name == "code"
    assert replace(quick, x=4) == Quick(4, 3.0, seen=(1,))
    for again in (pickle.loads(pickle.dumps(quick)), copy.copy(quick), copy.deepcopy(quick)):  # noqa: S301
        assert dataclasses.astuple(again) == (2, 3.0, "a", (1,))
    match quick:
        case Quick(x, y):
            assert (x, y) == (2, 3.0)
    assert TypeAdapter(Quick).validate_json('{"x": 2, "y": 3, "seen": [1]}') == quick
