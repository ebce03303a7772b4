"""Where a key path of a TOML document stands in its text.

`tomllib` throws places away, and a problem without a place is a riddle in a file of 2,000 lines. So a text
that `tomllib` has accepted is scanned once more, and only when there is a problem to report.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

from skillgap.core.records import dataclass

KeyPath = tuple[str | int, ...]

# Possessive repeats keep the scan linear and its memory constant, however long a string or a word is.
_TOKEN = re.compile(
    r"""
      (?P<text> \"{3} (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ \"{3,5}
              | '{3} (?: [^']++ | '(?!'') )*+ '{3,5}
              | " (?: [^"\\\n]++ | \\. )*+ "
              | ' [^'\n]*+ ' )
    | (?P<word> [^\s\[\]{}=,.\#"']++ )
    | (?P<mark> [\[\]{}=,\n] )
    | \#[^\n]*+
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Frame:
    """An open table, array or inline table, and how far it has been read."""

    path: KeyPath
    kind: str  # "table", "array" or "inline"
    start: int = 0
    index: int = 0  # of the array's current element
    wants_key: bool = True  # tables: the next word is part of a key
    wants_value: bool = True  # arrays: the current element has not begun
    value: KeyPath = ()  # tables: the path of the value behind the last "="
    value_start: int = 0  # where the last part of its key stands


class Scan:
    """One pass over a text, or over its beginning: `frames` then tells what was open where it ends.

    Frames stand on a list, so nesting costs no recursion.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets: dict[KeyPath, int] = {}
        self.headed: set[KeyPath] = set()
        self.lengths: dict[KeyPath, int] = {}  # of arrays of tables
        self.key: list[tuple[str, int]] = []
        self.header: int | None = None
        self.frames = [Frame((), "table")]

    def run(self) -> dict[KeyPath, int]:
        """Read the text to its end; give the offset of every key path."""
        marks = {
            "[": self._open_array,
            "]": self._close_array,
            "{": self._open_inline,
            "}": self._close,
            "=": self._assign,
            ",": self._next,
            "\n": self._end_line,
        }
        for token in _TOKEN.finditer(self.text):
            if token.lastgroup == "mark":
                marks[token[0]](token.start())
            elif token.lastgroup is not None:
                self._word(token[0], token.start())
        return self.offsets

    def _word(self, word: str, at: int) -> None:
        frame = self.frames[-1]
        if frame.kind == "array":
            self._begin_value(frame, at)
        elif frame.wants_key:
            self.key.append((word, at))

    def _begin_value(self, frame: Frame, at: int) -> KeyPath:
        """The path of the value that begins here; an element of an array is noted at its own place."""
        if frame.kind != "array":
            return frame.value
        path = (*frame.path, frame.index)
        if frame.wants_value:
            frame.wants_value = False
            self.offsets[path] = at
        return path

    def _assign(self, at: int) -> None:
        frame = self.frames[-1]
        if frame.wants_key:
            path = frame.path
            for word, start in self.key:
                path = (*path, _decoded(word))
                self.offsets.setdefault(path, start)
            frame.value, frame.wants_key = path, False
            frame.value_start = self.key[-1][1] if self.key else at
            self.key = []

    def _open_array(self, at: int) -> None:
        frame = self.frames[-1]
        if frame.kind == "table" and frame.wants_key:
            if self.header is None:
                self.header = at
        else:
            self.frames.append(Frame(self._begin_value(frame, at), "array", at))

    def _open_inline(self, at: int) -> None:
        self.frames.append(Frame(self._begin_value(self.frames[-1], at), "inline", at))

    def _close_array(self, at: int) -> None:
        if self.header is not None:
            self._end_header(self.header)
        else:
            self._close(at)

    def _close(self, _at: int) -> None:
        if len(self.frames) > 1:
            self.frames.pop()
        self.key = []

    def _next(self, _at: int) -> None:
        frame = self.frames[-1]
        if frame.kind == "array":
            frame.index += 1
            frame.wants_value = True
        else:
            frame.wants_key = frame.kind == "inline"

    def _end_line(self, _at: int) -> None:
        if len(self.frames) == 1:
            self.frames[0].wants_key = True
            self.header = None
            self.key = []

    def _end_header(self, start: int) -> None:
        path = self.header_path()
        if self.text.startswith("[[", start):
            path = self._append(path, start)
        if path not in self.headed:  # a header says more than a mention in the header of a table below
            self.headed.add(path)
            self.offsets[path] = start
        self.frames = [Frame(path, "table", start, wants_key=False)]
        self.key = []
        self.header = None

    def header_path(self) -> KeyPath:
        """The path that the header being read names; its parts are noted where they stand, unless known."""
        path: KeyPath = ()
        for word, at in self.key:
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
            path = (*path, _decoded(word))
            self.offsets.setdefault(path, at)
        return path

    def _append(self, path: KeyPath, start: int) -> KeyPath:
        index = self.lengths.get(path, 0)
        self.lengths[path] = index + 1
        if not index:
            self.offsets[path] = start
        return (*path, index)


def _decoded(word: str) -> str:
    """The name that a bare or quoted key stands for."""
    if word[0] == "'":
        return word[1:-1]
    if word[0] != '"':
        return word
    return word[1:-1] if "\\" not in word else str(tomllib.loads(f"k={word}")["k"])


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of all keys and array elements of one TOML text."""

    offsets: dict[KeyPath, int]
    line_starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Positions:
        """Scan a text that `tomllib` has accepted; time and memory grow linearly with it."""
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        return cls(Scan(text).run(), tuple(starts))

    def at(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, both from 1, columns in characters.

        A key stands where its name is written, a table or an element of an array of tables at its header, any
        other element where its value begins. What is not in the text stands where its nearest known ancestor
        does, the document itself at 1:1.
        """
        while path and path not in self.offsets:
            path = path[:-1]
        offset = self.offsets.get(path, 0)
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1
