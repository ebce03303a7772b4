"""Whole numbers in prose: in digits or in words up to the thousands."""

from __future__ import annotations

_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety
""".strip()
_UNITS, _TENS = _WORDS.replace("\n", " ").split(" ")[:20], _WORDS.replace("\n", " ").split(" ")[20:]
_SIMPLE = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_ONES = "|".join([*_UNITS[1:][::-1], *_TENS])
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|(?:a\s+)?dozen"
    rf"|(?:a\s+(?=hundred|thousand))?(?:{_ONES}|hundred|thousand)"
    rf"(?:[\s-]+(?:and[\s-]+)?(?:{_ONES}|hundred|thousand))*)"
)
"""A pattern for a number."""


def value_of(text: str) -> int | None:
    """Give the value of a number that fits `NUMBER`, or None."""
    plain = text.lower().replace(",", "")
    if plain.isdigit():
        return int(plain[:12])
    if plain.endswith("dozen"):
        return 12
    total, current, seen = 0, 0, False
    for word in plain.replace("-", " ").split():
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word in _SIMPLE:
            current += _SIMPLE[word]
        elif word == "a":
            current = 1
        elif word != "and":
            return None
        seen = seen or word not in ("a", "and")
    return total + current if seen else None
