"""Names and letters that look like others.

The pairs are those of Unicode Technical Standard 39 (confusables) that matter for ids of ASCII letters and digits and
for words of Latin, Cyrillic and Greek letters.
"""

from __future__ import annotations

import re

_ONE = str.maketrans({"l": "l", "1": "l", "I": "l", "|": "l", "0": "o", "O": "o", "_": "-", ".": "-"})
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_CYRILLIC = "асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅѴԌ"
_GREEK = "οναρυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_CONFUSABLE = frozenset(_CYRILLIC + _GREEK)
_WORD = re.compile(r"[^\W\d_]+")
_DISGUISED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\ufb00-\ufb06]")
_SCRIPTS = (("Latin", "A", "\u024f"), ("Cyrillic", "\u0400", "\u052f"), ("Greek", "\u0370", "\u03ff"))


def looks_of(name: str) -> tuple[str, str]:
    """Give what an id looks like: without case, and with letters of one shape taken for one another."""
    shape = name.translate(_ONE).casefold()
    for pair, single in _PAIRS:
        shape = shape.replace(pair, single)
    return "case:" + name.casefold(), "look:" + shape


def odd_word(text: str) -> str | None:
    """Give a word that mixes scripts or is written in letters that only look Latin; None when there is none."""
    if text.isascii():
        return None
    if match := _DISGUISED.search(text):
        return _around(text, match.start())
    latin = False
    suspects: list[str] = []
    for word in _WORD.findall(text):
        scripts = _scripts(word)
        if len(scripts) > 1:
            return str(word)
        latin = latin or scripts == {"Latin"}
        if len(word) > 1 and _CONFUSABLE.issuperset(word):
            suspects.append(word)
    return suspects[0] if suspects and latin else None


def _scripts(word: str) -> set[str]:
    if word.isascii():
        return {"Latin"}
    return {name for char in word for name, first, last in _SCRIPTS if first <= char <= last}


def _around(text: str, at: int) -> str:
    start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
    return text[start:end] if end >= 0 else text[start:]
