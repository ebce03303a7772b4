"""Ids, and the nearest known name for a word that is not one."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.)){0,79}")


def is_id(text: str) -> bool:
    """Tell whether a text may name something: ASCII letters, digits, `-`, `_` and single dots, at most 80."""
    return _ID.fullmatch(text) is not None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name that a word was most likely meant to be, or None."""
    from difflib import get_close_matches  # noqa: PLC0415  (costs an import only when something is wrong)

    names = sorted(set(known))
    close = get_close_matches(word[:80], names, n=1, cutoff=0.6)
    if close:
        return close[0]
    return next((name for name in names if name.lower() == word.lower()), None)


def hint(word: str, known: Iterable[str]) -> str:
    """Say which known name was likely meant, or which names there are."""
    names = sorted(set(known))
    if close := nearest(word, names):
        return f'did you mean "{close}"?'
    if not names:
        return "there are none"
    shown = ", ".join(names[:6]) + (", ..." if len(names) > 6 else "")
    return f"known: {shown}"
