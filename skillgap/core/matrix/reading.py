"""Single cells of a matrix: texts made tidy, levels and weights understood or refused with a reason."""

from __future__ import annotations

import re
from unicodedata import category

from skillgap.core.matrix.mapping import Columns
from skillgap.core.records import dataclass

_JOINERS = "\u200c\u200d"  # some scripts and emoji need them
_BULLET = re.compile(r"(?:[-*+•·▪◦‣–—●○■□]|[0-9]{1,2}[.)])\s+")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_MARKS = {"x", "✓", "✔", "✅", "☑", "●", "•", "yes", "y", "true"}
_NOTHING = {"", "-", "–", "—", "n/a", "na", "tbd", "tba", "todo", "?", "...", "…", '"', "″", "ditto", "''"}
_ERRORS = {"#n/a", "#ref!", "#name?", "#value!", "#null!", "#div/0!", "#num!", "#error!"}
_LEVEL_WORDS = {"", "level", "lvl", "lv", "l", "stage", "step", "grade", "tier", "e", "ic", "p", "m", "niveau", "stufe"}


class NotUsable(ValueError):
    """A cell that says nothing usable; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text in one line without invisible characters, and what was done to it."""

    text: str
    invisible: str = ""
    """The invisible characters that were taken out."""
    is_joined: bool = False
    """Several lines were joined into one."""


def tidy(text: str) -> Tidied:
    """Put a cell into one line: blanks made single, bullets taken out and joined with semicolons."""
    if text.isascii() and "\n" not in text and "\r" not in text:
        return Tidied(" ".join(text.split()))
    invisible = "".join(char for char in text if category(char) == "Cf" and char not in _JOINERS)
    for char in set(invisible):
        text = text.replace(char, "")
    lines = [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
    if len(lines) < 2:
        return Tidied("".join(lines), invisible)
    if not all(_BULLET.match(line) for line in lines[1:]):
        return Tidied(" ".join(lines), invisible, is_joined=True)
    parts = [_BULLET.sub("", line, count=1).rstrip(" ;,.") for line in lines]
    return Tidied("; ".join(parts), invisible, is_joined=True)


def says_nothing(text: str) -> bool:
    """Tell whether a cell is empty or only stands for an empty one."""
    return text.casefold() in _NOTHING


def is_error(text: str) -> bool:
    """Tell whether a cell holds a spreadsheet's error instead of a value."""
    return text.casefold() in _ERRORS


def is_formula(text: str) -> bool:
    """Tell whether a cell holds a formula instead of its value."""
    return text.startswith("=")


def is_mark(text: str) -> bool:
    """Tell whether a cell is an x, a tick or a yes."""
    return text.casefold() in _MARKS


def read_level(text: str, mapping: Columns) -> int:
    """Understand a required level: "3", "3.0", "L3", "Advanced", "3 - Advanced", an x; 0 for an empty cell.

    Raises NotUsable.
    """
    if says_nothing(text):
        return 0
    if is_mark(text) and not _named(text, mapping):
        if mapping.mark is None:
            raise NotUsable("says that it is asked, not at which level: --mark says it for all")
        return mapping.mark
    if is_formula(text) or is_error(text):
        raise NotUsable("a formula or an error, not a level")
    return _level(text, mapping)


def _named(text: str, mapping: Columns) -> list[int]:
    """The level of that name, or of that heading."""
    first = 0 if mapping.has_zero else 1
    wanted = text.casefold()
    names = {name.casefold(): level for level, name in enumerate(mapping.names)}
    names |= {heading.casefold(): level for level, heading in enumerate(mapping.levels, first)}
    return [names[wanted]] if wanted in names else []


def _level(text: str, mapping: Columns) -> int:
    if named := _named(text, mapping):
        return named[0]
    numbers = _NUMBER.findall(text)
    words = " ".join(re.sub(r"[\W\d_]+", " ", text).split()).casefold()
    by_word = _named(words, mapping) if words else []
    if len(numbers) != 1 or text.startswith(("-", "+")) or not (by_word or words in _LEVEL_WORDS):
        raise NotUsable(f"not a level: {_choices(mapping)}")
    number = float(numbers[0].replace(",", "."))
    if not number.is_integer():
        raise NotUsable("lies between two levels")
    level = mapping.numbers.get(int(number))
    if level is None:
        raise NotUsable(f"no such level: {_choices(mapping)}")
    if by_word and by_word != [level]:
        raise NotUsable("its number and its word are two levels")
    return level


def _choices(mapping: Columns) -> str:
    numbers = sorted(mapping.numbers)
    return f"write {numbers[0]} to {numbers[-1]}, or the name of a level"


def read_weight(text: str) -> float:
    """Understand a weight: "3", "2,5", "20 %". Raises NotUsable."""
    number = text.removesuffix("%").strip().replace(",", ".")
    try:
        weight = float(number) if number.isascii() and "_" not in number else 0
    except ValueError:
        weight = 0
    if not 0 < weight < 1_000_000:
        raise NotUsable("not a weight above 0")
    return weight
