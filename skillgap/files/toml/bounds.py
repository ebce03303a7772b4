"""Limits on a TOML text, checked before and after parsing, so that no text can stall or exhaust the program.

`tomllib` takes quadratic time over long dotted keys, recurses into nested arrays and reads numbers of any
length. A quick look at the text is enough for every ordinary file; only a suspicious one is looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from skillgap.errors import BadInput, Problem
from skillgap.files.toml.reading import place_after

MAX_DEPTH = 16
MAX_VALUES = 500_000  # keys, tables, arrays and elements together, in a file or a pack; the shipped pack has 13,000
MAX_LINES = 500_000  # of a file, with the empty ones and comments, each of which takes its time too
_MAX_DIGITS = 400  # of a number in the text; what is shorter but beyond 64 bits is refused after parsing
_LEAST, _MOST = -(2**63), 2**63 - 1
_MOST_PROBLEMS = 100

_LONG_LINE = re.compile(rf"^.{{{2 * MAX_DEPTH},}}", re.MULTILINE)  # long enough for a key of that depth
_TEXT_OR_COMMENT = re.compile(
    r"""
      "{3} (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ "{3,5}
    | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
    | " (?: [^"\\\n]++ | \\. )*+ "
    | ' [^'\n]*+ '
    | \#[^\n]*+
    """,
    re.VERBOSE,
)
_DOTTED = re.compile(rf"(?:\.[^.=,\[\]{{}}\n]*+){{{MAX_DEPTH}}}")
_DIGITS = re.compile(rf"(?<![0-9A-Za-z_])[0-9][0-9A-Fa-f_xob]{{{_MAX_DIGITS},}}+")
_BRACKET = re.compile(rf"{_TEXT_OR_COMMENT.pattern} | (?P<bracket> [\[\]{{}}] )", re.VERBOSE)
_TOO_DEEP = f"more than {MAX_DEPTH} levels of nesting"


def check_text(text: str, file: str) -> None:
    """Refuse, before parsing, what would take too long to parse. Linear in the text; raises `BadInput`."""
    if not text.isascii():
        _check_encodable(text, file)
    if text.count("\n") > MAX_LINES:
        raise BadInput([Problem(file, MAX_LINES + 1, 1, f"more than {MAX_LINES:,} lines", "split the file")])
    crowded = _marks(text) > MAX_VALUES
    if not crowded and not any(_is_suspicious(line[0]) for line in _LONG_LINE.finditer(text)):
        return
    skeleton = _TEXT_OR_COMMENT.sub('"', text)
    if _marks(skeleton) > MAX_VALUES:
        what = f"more than {MAX_VALUES:,} keys and values"
        raise BadInput([Problem(file, 1, 1, what, "split the file")])
    if match := _DOTTED.search(skeleton):
        raise BadInput([_problem(text, _original(match.start(), text), file, _TOO_DEEP, "use a shorter key")])
    if match := _DIGITS.search(skeleton):
        what = f"a number of {len(match[0]):,} digits"
        at = _original(match.start(), text)
        raise BadInput([_problem(text, at, file, what, f"the largest whole number is {_MOST}")])


def is_crowded(texts: Iterable[str]) -> bool:
    """Whether texts hold more lines, or keys and values, together than one may; each alone is within the limits."""
    texts = tuple(texts)
    if sum(text.count("\n") for text in texts) > MAX_LINES:
        return True
    if sum(map(_marks, texts)) <= MAX_VALUES:
        return False
    return sum(_marks(_TEXT_OR_COMMENT.sub('"', text)) for text in texts) > MAX_VALUES


def _marks(text: str) -> int:
    """Keys, tables, arrays and elements by what begins or follows them; those within texts count too."""
    return sum(map(text.count, "=,[{"))


def check_data(data: dict[str, Any], text: str, file: str) -> None:
    """Refuse, after parsing, deep nesting and whole numbers beyond 64 bits. Raises `BadInput`."""
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH + 1):
        below: list[Any] = []
        for container in level:
            for value in container.values() if type(container) is dict else container:
                kind = type(value)
                if kind is dict or kind is list:
                    below.append(value)
                elif kind is int and not _LEAST <= value <= _MOST:
                    raise BadInput(_too_large(data, text, file))
        if not below:
            return
        level = below
    raise BadInput([too_deep(text, file)])


def too_deep(text: str, file: str) -> Problem:
    """The problem of a text that nests too deeply, at the first bracket or key that does so."""
    depth = 0
    for match in _BRACKET.finditer(text):
        if match["bracket"]:
            depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > MAX_DEPTH:
            return _problem(text, match.start(), file, _TOO_DEEP, "write it flatter")
    from skillgap.files.positions import Positions  # noqa: PLC0415 - only a bad file pays for it

    deep = (offset for path, offset in Positions.of(text).offsets.items() if len(path) > MAX_DEPTH)
    return _problem(text, min(deep, default=0), file, _TOO_DEEP, "write it flatter")


def _original(at: int, text: str) -> int:
    """The offset in the text of an offset in its skeleton, where each string and comment is one character."""
    shift = 0
    for match in _TEXT_OR_COMMENT.finditer(text):
        if match.start() - shift >= at:
            break
        shift += len(match[0]) - 1
    return at + shift


def _is_suspicious(line: str) -> bool:
    return line.count(".") >= MAX_DEPTH or (len(line) > _MAX_DIGITS and _DIGITS.search(line) is not None)


def _check_encodable(text: str, file: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        what = f"surrogate U+{ord(text[error.start]):04X}, which is no character"
        raise BadInput([_problem(text, error.start, file, what, "delete it")]) from None


def _problem(text: str, offset: int, file: str, what: str, remedy: str) -> Problem:
    line, column = place_after(text[:offset])
    return Problem(file, line, column, what, remedy)


def _too_large(data: dict[str, Any], text: str, file: str) -> list[Problem]:
    from skillgap.files.positions import Positions  # noqa: PLC0415 - only a bad file pays for it

    positions = Positions.of(text)
    what = "a whole number beyond 64 bits"
    remedy = f"the largest is {_MOST}"
    first = islice(_beyond(data), _MOST_PROBLEMS)
    return [Problem(file, *positions.at(path), what, remedy) for path in first]


def _beyond(data: dict[str, Any]) -> Iterator[tuple[str | int, ...]]:
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, dict):
            pending.extend(((*path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            pending.extend(((*path, index), inner) for index, inner in reversed(list(enumerate(value))))
        elif type(value) is int and not _LEAST <= value <= _MOST:
            yield path
