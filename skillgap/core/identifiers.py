"""Ids made from names that people gave: readable, ASCII, unique."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import normalize

_LONGEST = 80
_SPELT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "&": " and ", "+": " plus ", "@": " at ", "’": "", "'": "",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "ye", "ґ": "g",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LETTERS = str.maketrans(_SPELT | _CYRILLIC | _GREEK)
_SHARP = re.compile(r"(?<=\w)#")


def identifier(text: str, fallback: str = "") -> str:
    """Make an id from a name: lower-case ASCII letters, digits and single hyphens, at most 80 characters.

    Accents go, Cyrillic and Greek are spelt in Latin letters, "C++" and "C#" stay apart; `fallback` where nothing is
    left, as of a name in Chinese.
    """
    lower = _SHARP.sub(" sharp ", text[: 4 * _LONGEST].lower())
    plain = normalize("NFKD", normalize("NFKD", lower).translate(_LETTERS))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST].strip("-") or fallback


class Ids:
    """Ids given so far; one that is taken gets a number at its end."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: Counter[str] = Counter()

    def unique(self, wanted: str) -> str:
        """Give `wanted`, or `wanted-2`, `wanted-3` ..., the first that is free."""
        name = wanted
        while name in self._taken:
            self._next[wanted] += 1
            tail = f"-{self._next[wanted] + 1}"
            name = wanted[: _LONGEST - len(tail)].rstrip("-") + tail
        self._taken.add(name)
        return name
