"""Lines of text broken between words, measured in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.text import cells

NARROWEST = 20
"""Below this many cells, words are left to the terminal to break."""


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Break a text at spaces into lines of at most `width` cells, led by `first` and then by `rest` (blank as wide).

    A word that is wider than a line has a line of its own.
    """
    rest = " " * cells(first) if rest is None else rest
    lead, line = first, ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cells(lead) + cells(longer) > max(width, cells(lead) + NARROWEST):
            yield lead + line
            lead, longer = rest, word
        line = longer
    yield (lead + line).rstrip()


def cut(text: str, width: int) -> str:
    """Cut a text to at most `width` cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"
