"""Comments of a TOML file: those that silence findings, and characters that hide in any of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from skillgap.core.records import dataclass

_MARK = "skillgap: ignore"
_STRING_OR_COMMENT = re.compile(
    r"""
      "{3} (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ "{3,5}
    | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
    | " (?: [^"\\\n]++ | \\. )*+ "
    | ' [^'\n]*+ '
    | (?P<comment> \#[^\n]*+ )
    """,
    re.VERBOSE,
)
_IGNORE = re.compile(r"#+\s*skillgap:\s*ignore\b(?P<codes>[:=\s]*(?:[A-Za-z]{2}\d+[,;\s]*)*)")
_CODE = re.compile(r"[A-Za-z]{2}\d+")
_HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that silences findings of these codes, or of codes that begin so, in one line."""

    line: int
    column: int
    codes: tuple[str, ...]
    target: int
    """The line that it is about: its own when something stands before it, else the next that is no comment."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A character in a comment that cannot be seen."""

    line: int
    column: int
    char: str


def ignores_in(text: str) -> tuple[Ignore, ...]:
    """Give the ignore comments of a TOML text."""
    if _MARK not in text.replace("skillgap:ignore", _MARK):
        return ()
    starts = _line_starts(text)
    below = _next_lines(text)
    found = []
    for offset, comment in _comments(text):
        if match := _IGNORE.match(comment):
            line, column = _place(starts, offset)
            alone = not text[starts[line - 1] : offset].strip()
            codes = tuple(code.upper() for code in _CODE.findall(match["codes"]))
            found.append(Ignore(line, column, codes, below[line] if alone else line))
    return tuple(found)


def hidden_in_comments(text: str) -> tuple[Hidden, ...]:
    """Give the first invisible or bidirectional character of each comment that has one."""
    if text.isascii() or not _HIDDEN.search(text):
        return ()
    starts = _line_starts(text)
    found = []
    for offset, comment in _comments(text):
        if match := _HIDDEN.search(comment):
            found.append(Hidden(*_place(starts, offset + match.start()), match[0]))
    return tuple(found)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for match in _STRING_OR_COMMENT.finditer(text):
        if match["comment"]:
            yield match.start(), match["comment"]


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _place(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _next_lines(text: str) -> list[int]:
    """For each line, counted from 1, the line below it past further comments; the last line when there is none."""
    lines = text.split("\n")
    below = [len(lines)] * (len(lines) + 1)
    for line in range(len(lines) - 1, 0, -1):
        below[line] = below[line + 1] if lines[line].lstrip().startswith("#") else line + 1
    return below
