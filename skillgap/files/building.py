"""Build the core's values from plain data without pydantic, which takes longer to import than this takes to run.

Only data that fits is built: the first thing that does not fit ends the attempt, and pydantic is then asked to say
what is wrong. The two agree on every input that TOML can hold; a test holds them together.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Build = Callable[[Any], Any]
T = TypeVar("T")


class Misfit(Exception):
    """The data does not fit the type."""


def build(kind: type[T], data: Any) -> T:
    """Make a `kind` of plain data, strictly. Raises Misfit when anything does not fit."""
    value: T = _record(cast(Hashable, kind))(data)
    return value


@cache
def _record(kind: Any) -> Build:
    hints = get_type_hints(kind, include_extras=True)
    name = kind.__pydantic_config__.get("alias_generator", str)
    parts = {name(f.name): (f.name, _builder(hints[f.name])) for f in fields(kind)}
    needed = frozenset(name(f.name) for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING)

    def make(data: Any) -> Any:
        if type(data) is not dict or not needed <= data.keys():
            raise Misfit
        values = {}
        for key, item in data.items():
            part = parts.get(key)
            if part is None:
                raise Misfit
            values[part[0]] = part[1](item)
        try:
            return kind(**values)
        except ValueError:
            raise Misfit from None

    return make


def _builder(hint: Any) -> Build:
    if isinstance(hint, type) and hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return _record(cast(Hashable, hint))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _literal(frozenset(inner))
    if origin in (Union, types.UnionType):
        parts = [part for part in inner if part is not type(None)]
        return _builder(parts[0]) if len(parts) == 1 else _refuse
    if origin is tuple and inner[1:] == (Ellipsis,):
        return _array(_builder(inner[0]))
    if origin is tuple:
        return _fixed([_builder(part) for part in inner])
    return _refuse


def _refuse(_: Any) -> Any:
    """For types that there is no rule for here: pydantic has one."""
    raise Misfit


def _literal(allowed: frozenset[Any]) -> Build:
    def make(data: Any) -> Any:
        if type(data) is str and data in allowed:
            return data
        raise Misfit

    return make


def _array(item: Build) -> Build:
    def make(data: Any) -> tuple[Any, ...]:
        if type(data) is not list:
            raise Misfit
        return tuple([item(part) for part in data])

    return make


def _fixed(items: list[Build]) -> Build:
    def make(data: Any) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != len(items):
            raise Misfit
        return tuple([item(part) for item, part in zip(items, data, strict=True)])

    return make


def _exactly(kind: type[Any]) -> Build:
    def make(data: Any) -> Any:
        if type(data) is kind:
            return data
        raise Misfit

    return make


def _number(data: Any) -> float:
    if type(data) is int or (type(data) is float and math.isfinite(data)):
        return float(data)
    raise Misfit


def _day(data: Any) -> date:
    if type(data) is date:
        return data
    if type(data) is str and len(data) == len("2027-05-31"):
        try:
            return date.fromisoformat(data)
        except ValueError:
            raise Misfit from None
    raise Misfit


_PLAIN: dict[Any, Build] = {
    int: _exactly(int),
    str: _exactly(str),
    bool: _exactly(bool),
    float: _number,
    date: _day,
}
