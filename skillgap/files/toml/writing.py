"""Write data as TOML whose layout depends on its shape alone, so that a small change stays a small diff."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

_WIDTH = 100
_ACTS_OR_HIDES = re.compile("[\x80-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_NEEDS_ESCAPE = frozenset('"\\')
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBERS = (int, float, date)
"""Types whose text is that of TOML."""


class Inline(dict[str, Any]):
    """A table that is written in one line, `{ a = 1, b = 2 }`; a list of them is one line each."""


def dump(data: Mapping[str, Any]) -> str:
    """Write `data` as TOML; keys keep their order, plain values come before tables.

    Mappings become `[tables]`, non-empty lists of mappings `[[tables]]`, `Inline` mappings stay in a line. Text
    with line ends is written over several lines. Keys whose value is None are left out: TOML has no null.
    Raises `TypeError` for a value that TOML cannot hold, `ValueError` for a time with an offset.
    """
    return "\n".join(_blocks(data, ())).lstrip("\n")


def _blocks(table: Mapping[str, Any], path: tuple[str, ...], header: str = "") -> Iterator[str]:
    """The header and plain values of a table as one block, then a block for each table within it."""
    plain: list[str] = []
    tables: list[tuple[str, Mapping[str, Any], str]] = []
    for key, value in table.items():
        name = ".".join((*path, _key(key)))
        if _is_table(value):
            tables.append((key, value, f"[{name}]\n"))
        elif isinstance(value, list | tuple) and value and all(map(_is_table, value)):
            tables.extend((key, row, f"[[{name}]]\n") for row in value)
        elif value is not None:
            plain.append(f"{_key(key)} = {_value(value)}\n")
    if plain or header.startswith("[[") or (header and not tables):
        yield header + "".join(plain)
    for key, value, title in tables:
        yield from _blocks(value, (*path, _key(key)), title)


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping) and not isinstance(value, Inline)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list | tuple):
        return _array(value)
    return _scalar(value)


def _inline(table: Mapping[str, Any]) -> str:
    inner = ", ".join(f"{_key(key)} = {_flat(value)}" for key, value in table.items() if value is not None)
    return f"{{ {inner} }}" if inner else "{}"


def _array(values: list[Any] | tuple[Any, ...]) -> str:
    """In one line when it holds plain values and is short, else a line for each element."""
    pieces = [_flat(value) for value in values]
    line = f"[{', '.join(pieces)}]"
    if len(line) <= _WIDTH and not any(isinstance(value, Mapping) for value in values):
        return line
    return "[\n" + "".join(f"    {piece},\n" for piece in pieces) + "]"


def _flat(value: Any) -> str:
    """A value without line ends, as an inline table needs it."""
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flat, value))}]"
    return _scalar(value, multiline=False)


def _scalar(value: Any, *, multiline: bool = True) -> str:
    if isinstance(value, str):
        if value.isprintable() and not _NEEDS_ESCAPE.intersection(value):
            return f'"{value}"'
        # tomli_w would turn CRLF inside such a text into LF, so that one keeps its escapes.
        multiline = multiline and "\n" in value.strip("\n") and "\r" not in value
    elif type(value) in _NUMBERS:
        return str(value)
    return _escaped(_dumps()({"k": value}, multiline_strings=multiline)[len("k = ") : -1])


@lru_cache(maxsize=1024)
def _key(key: str) -> str:
    if _BARE.fullmatch(key):
        return key
    return _escaped(_dumps()({key: 0})[: -len(" = 0\n")])


def _escaped(text: str) -> str:
    """Escape what TOML allows in a text and what acts on terminals, turns the order of a line round or hides."""
    return _ACTS_OR_HIDES.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _dumps() -> Callable[..., str]:
    import tomli_w  # noqa: PLC0415 - reading files does not need it

    return tomli_w.dumps
