"""Make a value of data that does not fit, as far as it fits, so that the rest can be checked in the same run."""

from __future__ import annotations

import math
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from skillgap.files.positions import KeyPath

T = TypeVar("T")


_hints = cache(get_type_hints)


class Salvaged:
    """What was left out on the way, as key paths: what is wrong there has been said."""

    def __init__(self) -> None:
        self.spoilt: set[KeyPath] = set()
        self._above: set[KeyPath] | None = None

    def touches(self, path: KeyPath) -> bool:
        """Tell whether a place holds, or lies within, something that was left out; ask when all is noted."""
        if self._above is None:
            self._above = {bad[:length] for bad in self.spoilt for length in range(len(bad) + 1)}
        return path in self._above or any(path[:length] in self.spoilt for length in range(len(path)))


def salvage(kind: type[T], data: Any) -> tuple[T, Salvaged]:
    """Make a `kind` of the parts of `data` that fit; the rest holds defaults or neutral values."""
    notes = Salvaged()
    value: T = _any(kind, data, (), notes)
    return value, notes


def _any(hint: Any, data: Any, path: KeyPath, notes: Salvaged) -> Any:
    if is_dataclass(hint):
        return _record(hint, data, path, notes)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        value = _any(inner[0], data, path, notes)
        return None if path in notes.spoilt else value
    if origin is tuple and inner[1:] == (Ellipsis,) and isinstance(data, list):
        return tuple(_any(inner[0], item, (*path, place), notes) for place, item in enumerate(data))
    if _fits(hint, data):
        return data
    notes.spoilt.add(path)
    return _neutral(hint)


def _fits(hint: Any, data: Any) -> bool:
    if get_origin(hint) is Literal:
        return data in get_args(hint)
    if hint is float:
        return type(data) in (int, float) and math.isfinite(data)
    return type(data) is hint


def _record(kind: Any, data: Any, path: KeyPath, notes: Salvaged) -> Any:
    if not isinstance(data, dict):
        notes.spoilt.add(path)
        data = {}
    hints = _hints(kind)
    name = kind.__pydantic_config__.get("alias_generator", str)
    values = {}
    for field in fields(kind):
        key = name(field.name)
        if key in data:
            values[field.name] = _any(hints[field.name], data[key], (*path, key), notes)
        elif _is_required(field):
            notes.spoilt.add((*path, key))
            values[field.name] = _neutral(hints[field.name])
    return kind(**values)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _neutral(hint: Any) -> Any:
    if is_dataclass(hint):
        return _record(hint, {}, (), Salvaged())
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return inner[0]
    if origin in (Union, types.UnionType):
        return None
    if origin is tuple:
        return () if inner[1:] == (Ellipsis,) else tuple(_neutral(part) for part in inner)
    return {int: 0, float: 1.0, str: "", bool: False, date: date.min}[hint]
