"""Anchors: told apart, said in a line, and each a skill's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.core.lint.placeholders import is_placeholder
from skillgap.core.lint.rule import Finding, Key, Rule, habit, quoted
from skillgap.core.names import counted
from skillgap.core.rubric import Pack, Skill

LONGEST = 140
"""An anchor is read whole beside the others of its skill on a terminal of 80 columns."""

PLACEHOLDER = Rule(
    code="SG101",
    title="anchor not written yet",
    why="Someone who rates a skill chooses between sentences; a placeholder leaves a hole in the scale.",
    remedy="say what a person at this level does",
    bad='"TBD"',
    good='"I have cleaned a table with missing values by following a guide."',
)
REPEATED = Rule(
    code="SG102",
    title="anchor repeated within a skill",
    why="Two levels with one sentence cannot be told apart, so the rating between them is a guess.",
    remedy="say what is different at this level",
    bad='level 2 "I write unit tests.", level 3 "I write unit tests."',
    good='level 2 "I write unit tests.", level 3 "I write tests that a release waits for."',
)
TOO_LONG = Rule(
    code="SG107",
    title="anchor over 140 characters",
    why="An anchor is read whole beside those of the other levels, on a small screen too; long ones are skimmed.",
    remedy="keep one idea in at most 140 characters; move the rest to the definition",
    bad='"I have designed, built, tested, deployed, documented and operated a service, and ..." (190 characters)',
    good='"I have run a service that other teams call, and been on call for it."',
)
SHARED = Rule(
    code="SG108",
    title="anchor shared with another skill",
    why="A sentence that fits two skills says nothing about either. At level 0, one sentence for most skills is fine.",
    remedy="say it in terms of this skill",
    bad='skills "sql" and "python", level 3: "I work on my own and review the work of others."',
    good='skill "sql", level 3: "I have tuned queries of others by reading their plans."',
)
NEGATIVE = Rule(
    code="SG109",
    title="anchor above level 0 that says what is not done",
    why="Levels count up from what a person does; a lack stands at level 0. Often two anchors have changed places.",
    remedy="say what a person at this level does; check the order of the anchors",
    bad='level 2 "I have not deployed a model."',
    good='level 2 "I have deployed a model with a colleague beside me."',
)

_NEGATIVE = re.compile(
    r"(?:(?:i|you|we|they|he|she)(?:'ve|'m)?\s+)?(?:(?:have|has|had|am|is|are|can|could|do|does)\s+)?(?:(?:not|never)\b|no\b)"
    r"|(?:(?:i|you|we|they|he|she)\s+)?(?:cannot|unable|none|lacks?|(?:ha[vs]en?|do|does|can|is)n't)\b"
    r"|without\b",
    re.IGNORECASE,
)
_POSITIVE_AFTER_ALL = re.compile(
    r"\b(?:but|only|just|longer|need|needs|require|requires|supervision|help|guidance|assistance|support|second|more)\b|[;:]",
    re.IGNORECASE,
)
_NOISE = re.compile(r"[\s\-_/.,;:!?\"'()\[\]{}\u2010-\u2015\u2018-\u201f\u2026]+")  # not + and #: C++ is not C#


def anchors(pack: Pack) -> Iterator[Finding]:
    """Find anchors that are missing in fact, repeated, too long, shared or out of order."""
    for place, skill in enumerate(pack.skills):
        yield from _within(skill, ("skill", place, "anchors"))
    yield from _long(pack)
    yield from _across(pack)


def plain(text: str) -> str:
    """Give a text without case, punctuation and spacing, to compare by."""
    return _NOISE.sub(" ", text.casefold()).strip()


def _within(skill: Skill, key: Key) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for level, text in enumerate(skill.anchors):
        if is_placeholder(text, strict=level == 0):
            yield PLACEHOLDER.at((*key, level), f"anchor for level {level} is a placeholder: {quoted(text)}")
            continue
        first = seen.setdefault(plain(text) or text, level)
        if first != level:
            yield REPEATED.at((*key, level), f"anchor for level {level} repeats that for level {first}")
        if level and _NEGATIVE.match(text[:80].replace("\u2019", "'")) and not _POSITIVE_AFTER_ALL.search(text):
            yield NEGATIVE.at((*key, level), f"anchor for level {level} says what is not done: {quoted(text)}")


def _long(pack: Pack) -> list[Finding]:
    found = [
        TOO_LONG.at(("skill", place, "anchors", level), f"anchor for level {level} has {len(text)} characters")
        for place, skill in enumerate(pack.skills)
        for level, text in enumerate(skill.anchors)
        if len(text) > LONGEST
    ]
    total = sum(len(skill.anchors) for skill in pack.skills)
    return habit(found, total, 1 / 3, f"{{count}} of {{total}} anchors have more than {LONGEST} characters")


def _across(pack: Pack) -> Iterator[Finding]:
    """Find sentences of several skills; one finding for each sentence, at its second skill."""
    users: dict[str, list[tuple[int, int]]] = {}
    for place, skill in enumerate(pack.skills):
        for level, text in enumerate(skill.anchors):
            if not is_placeholder(text, strict=level == 0):
                users.setdefault(plain(text) or text, []).append((place, level))
    for found in users.values():
        skills = list(dict.fromkeys(place for place, _ in found))
        at_zero = all(level == 0 for _, level in found)
        if len(skills) < 2 or (at_zero and 2 * len(skills) > len(pack.skills) and len(skills) > 2):
            continue
        place, level = next(spot for spot in found if spot[0] == skills[1])
        first = pack.skills[skills[0]].id
        more = f" and {counted(len(skills) - 2, 'more skill')}" if len(skills) > 2 else ""
        what = f"anchor for level {level} is shared with skill {quoted(first)}{more}"
        yield SHARED.at(("skill", place, "anchors", level), what)
