"""What can be told of an English sentence without a grammar: deeds, vague words, degrees, numbers."""

from __future__ import annotations

from skillgap.core.lint.english.deeds import rests_on
from skillgap.core.lint.english.degrees import without_degree
from skillgap.core.lint.english.lexicon import words
from skillgap.core.lint.english.vague import vague_words

__all__ = ["is_english", "is_latin", "rests_on", "vague_words", "without_degree"]

_COMMON = words("""
the of and to for with in can have on by from an is are that how has into their own using or what when not
""")
_ENOUGH = 4
_SHARE = 0.05


def is_latin(text: str) -> bool:
    """Tell whether most letters of a text are Latin, so that English may be looked for in it."""
    if text.isascii():
        return any(map(str.isalpha, text))
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char < "\u0250" for char in letters) > len(letters)


def is_english(language: str, texts: tuple[str, ...]) -> bool:
    """Tell whether texts are English: said to be, and with as many of its commonest words as English has.

    In English frameworks a fifth to a third of the words are among the two dozen commonest, in a French one fewer than
    one in a hundred.
    """
    if not language.lower().startswith("en"):
        return False
    given = [word for text in texts for word in text.lower().split()]
    common = sum(word in _COMMON for word in given)
    return len(given) < _ENOUGH * len(texts) or common >= _SHARE * len(given)
