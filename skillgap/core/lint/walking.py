"""Every text of a pack with its key path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from skillgap.core.lint.rule import Key
from skillgap.core.rubric import Pack

Texts = tuple[tuple[Key, str], ...]


def texts_of(pack: Pack) -> Texts:
    """Give every non-empty text of a pack, in its order, at the key path that a file gives it."""
    return tuple(_texts(pack, ()))


def _texts(value: Any, key: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        if value:
            yield key, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _texts(item, (*key, place))
    elif is_dataclass(value):
        for name, file_name in _names(value.__class__):
            inner = getattr(value, name)
            if inner.__class__ is str:
                if inner:
                    yield (*key, file_name), inner
            elif inner.__class__ is tuple or is_dataclass(inner):
                yield from _texts(inner, (*key, file_name))


@cache
def _names(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a value and their keys in a file."""
    named = kind.__pydantic_config__.get("alias_generator", str)
    return tuple((field.name, str(named(field.name))) for field in fields(kind))
