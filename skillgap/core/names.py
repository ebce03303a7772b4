"""Ids, what a person probably meant by a name that does not exist, and nouns with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from skillgap.core.text import shown

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.)){0,79}")
_LONGEST = 100
_SHORTLIST = 8
_LISTED = 8
_LEAST_RATIO = 0.6


def is_id(text: str) -> bool:
    """Tell whether a text may name something: ASCII letters, digits, `-`, `_` and single dots, at most 80."""
    return _ID.fullmatch(text) is not None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name that `word` most likely misspells, or None when none is close.

    Case, spaces, hyphens and underscores count little. The ratio is difflib's (Ratcliff and Metzener 1988).
    """
    if not word or len(word) > _LONGEST:
        return None
    # Comparing every pair in full would take seconds for a pack of thousands of names.
    pieces = _pieces(word)
    ranked = sorted(known, key=lambda name: (-_overlap(pieces, _pieces(name)), name))[:_SHORTLIST]
    best = max(((_ratio(word, name), name) for name in ranked), default=(0.0, ""))
    return best[1] if best[0] >= _LEAST_RATIO else None


def hint(word: str, known: Iterable[str], *, names: str = "known") -> str:
    """Give `did you mean "x"?`, or a short list of what there is, led by `names`."""
    known = list(known)
    if guess := nearest(word, known):
        return f'did you mean "{shown(guess)}"?'
    if not known:
        return ""
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"{names}: {', '.join(quoted(name) for name in known[:_LISTED])}{more}"


def quoted(text: str) -> str:
    """Show foreign text in double quotes."""
    return f'"{shown(text)}"'


@lru_cache(maxsize=4096)
def _pieces(name: str) -> frozenset[str]:
    """The letters and pairs of letters of a name."""
    plain = _plain(name)
    return frozenset(plain) | {plain[i : i + 2] for i in range(len(plain) - 1)}


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def _plain(name: str) -> str:
    return name[:_LONGEST].casefold().replace("_", "-").replace(" ", "-")


def _ratio(word: str, name: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a mistake pays for it

    return SequenceMatcher(None, _plain(word), _plain(name), autojunk=False).ratio()


def counted(number: int, noun: str) -> str:
    """Give a number and its noun: 1 skill, 2 skills."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
