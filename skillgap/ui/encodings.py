"""Terminals in an old encoding: what they cannot write is drawn with what comes closest, in as many cells."""

from __future__ import annotations

import codecs
import contextlib
import sys
import unicodedata
from collections.abc import Iterator
from io import TextIOWrapper

from rich.cells import cell_len

_HANDLER = "skillgap.closest"
_CLOSEST = str.maketrans("·•–—─━│┃…→←▲★◆✓●○“”„‘’", "|*---" + '-||~><^*#x*o"""\'\'')
_CORNERS = frozenset("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝")


def can_draw() -> bool:
    """Whether what Textual writes to can take the characters that the app draws with."""
    try:
        "─█▏★○·…→".encode(_encoding())
    except UnicodeEncodeError:
        return False
    return True


@contextlib.contextmanager
def fitted() -> Iterator[None]:
    """Let every character through in its width while the app draws; afterwards what is missing is escaped again."""
    stream = sys.__stderr__
    if can_draw() or not isinstance(stream, TextIOWrapper):
        yield
        return
    codecs.register_error(_HANDLER, _closest)
    stream.reconfigure(errors=_HANDLER)
    try:
        yield
    finally:
        stream.reconfigure(errors="backslashreplace")


def closest(text: str, encoding: str) -> str:
    """Give a text in the characters of an encoding, each as wide as what it stands for."""
    return "".join(_as_wide(character, encoding) for character in text)


def _as_wide(character: str, encoding: str) -> str:
    width = cell_len(character)
    plain = "+" if character in _CORNERS else character.translate(_CLOSEST)
    for candidate in (plain, unicodedata.normalize("NFKD", plain)[:1]):
        if cell_len(candidate) == width and candidate.encode(encoding, "ignore"):
            return candidate
    return "?" * width


def _closest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return closest(error.object[error.start : error.end], error.encoding), error.end


def _encoding() -> str:
    return (sys.__stderr__ and sys.__stderr__.encoding) or "utf-8"
