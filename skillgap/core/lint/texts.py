"""Texts: nothing hidden, nothing that acts, nothing unfinished."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from skillgap.core.lint.lookalikes import odd_word
from skillgap.core.lint.placeholders import is_placeholder
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.lint.walking import Texts
from skillgap.core.rubric import Pack

HIDDEN = Rule(
    code="SG801",
    title="invisible, control or bidirectional character",
    why="It cannot be seen by a reviewer and can reorder a line, forge an escape code or keep a word from being found.",
    remedy="delete it",
    bad='name = "Data\\u202Eytilauq"',
    good='name = "Data quality"',
)
MARKUP = Rule(
    code="SG802",
    title="markup",
    why="Texts are shown as they are: tags appear as clutter here and act in programs that are less careful.",
    remedy="write plain text",
    bad='"Ships [bold]tested[/bold] services"',
    good='"Ships tested services"',
)
TWO_SCRIPTS = Rule(
    code="SG803",
    title="word of letters that only look alike",
    why="A Cyrillic or Greek letter in a Latin word looks right and is not found by searching or matching.",
    remedy="type the word anew",
    bad='name = "P\u0443thon" (the second letter is Cyrillic)',
    good='name = "Python"',
)
UNFINISHED = Rule(
    code="SG805",
    title="text not written yet",
    why="It is shown to people as it stands.",
    remedy="write it or take it out",
    bad='summary = "TODO"',
    good='summary = "Keeps the data of the company correct and easy to find."',
)
BLANK = Rule(
    code="SG806",
    title="name or title left blank",
    why="A list with an empty line cannot be chosen from.",
    remedy="give it a name",
    bad='name = ""',
    good='name = "Data quality"',
)

_JOINERS = "\u200c\u200d"  # needed by several scripts and by emoji, between characters that are not ASCII
_STYLES = (
    "b|i|u|s|bold|dim|italic|underline|underline2|strike|blink|blink2|reverse|overline|conceal|not bold|black|red|green"
    "|yellow|blue|magenta|cyan|white|bright_\\w+|on \\w+|link(?:=[^\\]]{0,200})?|color(?:\\(\\d+\\))?|#[0-9a-f]{3,8}"
    "|\\$[\\w-]+|@\\w{1,40}(?:\\.\\w{1,40}){0,9}=[^\\]]{0,200}|[\\w#$]{1,40} on [\\w#$]{1,40}"
    "|(?:bold|dim|italic|underline|reverse) [\\w #$]{1,40}"
)
_MARKUP = re.compile(
    rf"\[(?:{_STYLES})\]|\[/"
    r"|</?(?:a|b|i|u|p|br|em|strong|span|div|img|code|pre|ul|ol|li|script|style|iframe|h[1-6]|font|table|tr|td|svg)\b[^>]{0,200}>",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")
_SINGLE_LINE = frozenset({"id", "name", "title", "term", "url", "currency"})
_APART = frozenset({"anchors", "why", "practice", "exit"})
"""Fields whose placeholders have rules of their own."""


def texts(found: Texts) -> Iterator[Finding]:
    """Find texts that hide something, would act, or are not written yet."""
    for key, text in found:
        if not text.isprintable():
            yield from _hidden(key, text)
        if "[" in text or "<" in text:
            yield from _markup(key, text)
        if not text.isascii() and (word := odd_word(text)):
            what = f"{quoted(word)} is written in letters that look like others: {_letters(word)}"
            yield TWO_SCRIPTS.at(key, what)
        if _APART.isdisjoint(key) and _may_be_unfinished(text) and is_placeholder(text, strict=True):
            yield UNFINISHED.at(key, f"the text is a placeholder: {quoted(text)}")


def blanks(pack: Pack) -> Iterator[Finding]:
    """Find names and titles without a letter."""
    groups: tuple[tuple[str, str, Iterable[object]], ...] = (
        ("area", "title", pack.areas),
        ("skill", "name", pack.skills),
        ("role", "name", pack.roles),
        ("resource", "title", pack.resources),
        ("project", "title", pack.projects),
        ("check", "question", pack.checks),
        ("foil", "term", pack.foils),
        ("term", "term", pack.terms_known),
    )
    for kind, field, items in groups:
        yield from _blank((kind,), field, items, kind)
    yield from _blank(("scale", "level"), "name", pack.scale.levels, "level")
    for place, role in enumerate(pack.roles):
        yield from _blank(("role", place, "grade"), "title", role.grades, "grade")
    for place, check in enumerate(pack.checks):
        for number, option in enumerate(check.options):
            if not option.strip():
                yield BLANK.at(("check", place, "options", number), f"option {number + 1} of a check is blank")
    if not pack.title.strip():
        yield BLANK.at(("title",), "the pack has no title")


def _blank(key: Key, field: str, items: Iterable[object], kind: str) -> Iterator[Finding]:
    for place, item in enumerate(items):
        if not getattr(item, field).strip():
            yield BLANK.at((*key, place, field), f"a {kind} has no {field}")


def _is_hidden(char: str) -> bool:
    """Tell whether a character has no shape of its own: control, format, private, unassigned, line separator."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _hidden(key: Key, text: str) -> Iterator[Finding]:
    allowed = "" if key[-1] in _SINGLE_LINE else "\n\t\r"
    for match in _NOT_PLAIN.finditer(text):
        place, char = match.start(), match[0]
        if char.isprintable() or char in allowed or not _is_hidden(char):
            continue
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        if char in _JOINERS and len(around) == 2 and not any(map(str.isascii, around)):
            continue
        name = unicodedata.name(char, "control character").lower()
        start = max(0, place - 20)
        yield HIDDEN.at(key, f"the text holds U+{ord(char):04X} ({name}): {quoted(text[start : place + 20])}")
        return


def _markup(key: Key, text: str) -> Iterator[Finding]:
    closes = "]" in text or "[/" in text or ">" in text
    if closes and (match := _MARKUP.search(text)):
        yield MARKUP.at(key, f"the text holds markup: {quoted(match[0])}")


def _letters(word: str) -> str:
    odd = [char for char in word if not char.isascii()]
    return ", ".join(f"U+{ord(char):04X} {unicodedata.name(char, '?').lower()}" for char in dict.fromkeys(odd[:3]))


def _may_be_unfinished(text: str) -> bool:
    """A quick look, as nearly all texts are finished."""
    return len(text) < 40 or "TODO" in text or "TBD" in text or "FIXME" in text or "XXX" in text or "orem ipsum" in text
