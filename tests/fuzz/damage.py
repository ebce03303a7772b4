"""Damage to a text: to its bytes, as a disk or an editor does it, and to its structure, as a person does it."""

from __future__ import annotations

import copy
import hashlib
import pickle
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Any

from skillgap.files.toml import dump
from tests.strategies import HOSTILE

Path = tuple[str | int, ...]
Blow = tuple[str, int, int, int]
"""What is done, where (in thousandths of the text), how far, and which of the pieces is used."""

EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-14))

PIECES: tuple[bytes, ...] = (
    *(text.encode() for text in HOSTILE),
    *b"\0 \x1b \x7f \x80 \xff \xfe\xff \xc3 \xed\xa0\x80 \xef\xbb\xbf \r \n = . , [ ] { } # \" ' \\ - :".split(b" "),
    *b"[[answer]] [[skill]] [target] [[step]] [rubric] [x] schema kind 1e999".split(),
    *b"= true | = -1 | = nan | = inf | = [] | = {} | = 2026-02-30 | = 'x' ".split(b"|"),
    b"\n[[skill]]\n",
    b'\nid = "x"\n',
    b"\nlevel = 99\n",
    b"\nschema = 2\n",
    b"9" * 30,
    b"9" * 500,
    b"[" * 60,
    b"{a=" * 60,
    b"a." * 60 + b"a = 1",
    b"x" * 3000,
    b'"' * 7,
    b'"""\n' * 3,
    b",,,,,,,,\n",
    b'"a\nb",c\n',
    b"sep=;\n",
)
JUNK: tuple[Any, ...] = (
    *(-1, 0, 1, 99, 2**63 - 1, -(2**63), 1e308, -0.5, float("inf"), float("nan"), True, False),
    *("", " ", "x", "../x", "/etc/passwd", "CON", "a/b", "\x1b[31m", "[/]", "\u202ex", "2026-11-24", "sure", "na", "0"),
    *(date(2026, 11, 24), date(1, 1, 1), date(9999, 12, 31), datetime(2026, 1, 1, 1), time(1, 2)),  # noqa: DTZ001
    *(5e-324, 1e16, -0.0, datetime(1, 1, 1, tzinfo=EAST), datetime(9999, 12, 31, 23, 59, tzinfo=WEST)),
    *(
        "sql-2",
        "sql-",
        "sql--1",
        f"sql-{'9' * 20}",
        "javascript:alert(1)",
        "https://u:p@h/",
        "https://[::1",
        "__class__",
    ),
    *([], [[]], [1, "a"], {}, {"a": 1}, [{}], [{"id": "x"}], ["x"] * 40, {"a": {"b": {"c": [{"d": {}}]}}}),
)
ACTS = ("cut", "put", "swap", "repeat", "truncate", "flip")
CHANGES = (*("alike",) * 9, "replace", "remove", "double", "rename", "wrap", "move")


def blow(six: bytes) -> Blow:
    """One change to bytes or to structure, read from six bytes."""
    several = CHANGES if six[0] < 200 else ACTS
    act = several[six[0] % len(several)]
    return act, int.from_bytes(six[1:3]) * 1000 // 2**16, six[3] % 41, int.from_bytes(six[4:6])


def damaged(text: str, several: list[Blow]) -> bytes:
    """A text after some blows: first those to its structure, as far as it has one, then those to its bytes."""
    structural = [blow for blow in several if blow[0] not in ACTS]
    if structural:
        with suppress(tomllib.TOMLDecodeError, TypeError, ValueError):  # a matrix, or what TOML cannot hold
            text = _restructured(text, structural)
    data = text.encode("utf-8", "surrogatepass")
    for act, where, length, piece in several:
        if act in ACTS:
            at = len(data) * where // 1000
            data = _struck(data, act, at, length, PIECES[piece % len(PIECES)])
    return data


def _struck(data: bytes, act: str, at: int, length: int, piece: bytes) -> bytes:
    before, middle, after = data[:at], data[at : at + length], data[at + length :]
    if act == "flip":
        return before + bytes(byte ^ (1 << length % 8) for byte in middle[:1]) + data[at + 1 :]
    made = {"cut": b"", "put": piece + middle, "swap": piece, "repeat": middle * 3, "truncate": b""}[act]
    return before if act == "truncate" else before + made + after


def _restructured(text: str, several: list[Blow]) -> str:
    data: dict[str, Any] = pickle.loads(_pickled(text))  # noqa: S301 - our own
    for act, where, length, piece in several:
        found = [path for path in paths(data) if path]
        if not found:
            break
        *way, last = found[len(found) * where // 1000]
        inner: Any = data
        for step in way:
            inner = inner[step]
        _DONE[act](data, inner, last, JUNK[(piece + length) % len(JUNK)])
    return dump(data)


@lru_cache(maxsize=256)
def _pickled(text: str) -> bytes:
    """The data of a sound text, which serves many cases."""
    return pickle.dumps(tomllib.loads(text))


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every key path of a document."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


def _replace(_: Any, inner: Any, last: Any, junk: Any) -> None:
    inner[last] = copy.deepcopy(junk)


def _remove(_: Any, inner: Any, last: Any, __: Any) -> None:
    del inner[last]


def _double(_: Any, inner: Any, last: Any, __: Any) -> None:
    if isinstance(inner, list):
        inner.insert(last, copy.deepcopy(inner[last]))
    else:
        inner[f"{last}2"] = copy.deepcopy(inner[last])


def _rename(_: Any, inner: Any, last: Any, junk: Any) -> None:
    if isinstance(inner, dict):
        inner[junk if isinstance(junk, str) else f"{last}s"] = inner.pop(last)
    else:
        inner.reverse()


def _wrap(_: Any, inner: Any, last: Any, __: Any) -> None:
    inner[last] = [inner[last]]


def _move(data: Any, inner: Any, last: Any, __: Any) -> None:
    value = inner.pop(last)
    data[str(last)] = value


def _alike(data: Any, inner: Any, last: Any, junk: Any) -> None:
    """Another value of the same kind: what is checked by its range or its meaning, not by its type."""
    number = int(hashlib.sha256(repr((last, junk)).encode()).hexdigest()[:8], 16)
    value = inner[last]
    if isinstance(value, str):
        texts = [*HOSTILE, *_texts(data)]
        inner[last] = texts[number % len(texts)]
    elif isinstance(value, bool):
        inner[last] = not value
    elif isinstance(value, int | float):
        near = (-value, value + 1, value - 1, value * 1000, 0, 1, 2, value + 0.5, 99, 1e-9)
        inner[last] = type(value)(near[number % len(near)])
    elif isinstance(value, date):
        inner[last] = (date(1, 1, 1), date(9999, 12, 31), date(2026, 11, 23), date(2030, 2, 28))[number % 4]
    elif isinstance(value, list) and value:
        inner[last] = (value[::-1], value[1:], value * 2, value[:1], [*value, copy.deepcopy(value[0])])[number % 5]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)


_DONE: dict[str, Callable[[Any, Any, Any, Any], None]] = {
    "replace": _replace,
    "remove": _remove,
    "double": _double,
    "rename": _rename,
    "wrap": _wrap,
    "move": _move,
    "alike": _alike,
}
