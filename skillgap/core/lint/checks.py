"""Checks: one answer that cannot be told from the others by its look or its place."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from skillgap.core.curriculum import Check
from skillgap.core.lint.anchors import plain
from skillgap.core.lint.placeholders import is_placeholder
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack

SAME_OPTION = Rule(
    code="SG701",
    title="check with two options that say the same",
    why="Either both are right or both are wrong, and the choice between them is a guess.",
    remedy="replace one of them",
    bad='options = ["A join", "a join.", "A filter"]',
    good='options = ["A join", "A union", "A filter"]',
)
LONGEST_RIGHT = Rule(
    code="SG702",
    title="right answers that are the longest in more than half of the checks",
    why="Whoever picks the longest option passes without knowing anything.",
    remedy="lengthen wrong options or shorten right ones until the lengths say nothing",
    bad="the right option is the longest in 31 of 40 checks",
    good="the right option is the longest in 11 of 40 checks",
)
UNEVEN = Rule(
    code="SG703",
    title="right answers that stand in one place too often or never",
    why="Whoever picks that place passes more often than chance allows.",
    remedy="move right answers until every place is used about equally",
    bad="answer = 2 in most checks",
    good="answer = 1, 2, 3 and 4 in about a quarter of the checks each",
)
STANDS_OUT = Rule(
    code="SG704",
    title="right answer at least twice as long as every other option, and by 20 characters",
    why="A right answer that is qualified with care stands out among curt wrong ones.",
    remedy="move the explanation to why, or make the wrong options as full",
    bad='options = ["Yes", "No", "Only when the query reads few rows and the index fits in memory"], answer = 3',
    good='options = ["Always", "Never", "When few rows match"], answer = 3',
)
SAME_QUESTION = Rule(
    code="SG705",
    title="question asked twice",
    why="The second time, the answer is known.",
    remedy="ask something else or take one of them out",
    bad='checks "sql-1" and "sql-7" with the same question and options',
    good="each question once",
)
UNEXPLAINED = Rule(
    code="SG706",
    title="check without an explanation",
    why="A wrong answer teaches only when the reason is given.",
    remedy="say in why what makes the answer right and the others wrong",
    bad='why = ""',
    good='why = "HAVING filters groups after counting; WHERE filters rows before."',
)
ALL_OF_THEM = Rule(
    code="SG707",
    title='option "all of the above" or "none of the above"',
    why="Two options known to be right, or wrong, decide it, so it rewards test craft.",
    remedy="ask for the one best answer",
    bad='options = ["A lock", "An index", "All of the above"]',
    good='options = ["A lock", "An index", "A view"]',
)
DIFFICULTY = Rule(
    code="SG708",
    title="difficulty far from the check's level",
    why="A check supports its level; one that is much easier or harder says little about it.",
    remedy="write a difficulty from a level and a half below the level to one above it, or leave it out",
    bad="level = 1, difficulty = 4.5",
    good="level = 1, difficulty = 0.8",
)
BY_PLACE = Rule(
    code="SG711",
    title="explanation that names an option by its place",
    why="Options are shown in an order of their own, another one for each person, so the place names the wrong one.",
    remedy="say what the option says",
    bad='why = "The third option swaps the two."',
    good='why = "50% and 25% swaps the two."',
)
_FEWEST = 4
_BY_CHANCE_LONGEST, _BY_CHANCE_PLACE = 0.05, 0.02
"""Findings about habits are made when chance would do the same in at most one pack of 20, or of 50."""
_ALL_OF_THEM = re.compile(
    r"(?:all|none|both|neither|any)\s+of\s+(?:the\s+(?:above|others?|options)|these|them)\W*", re.I
)
_PLACE = re.compile(
    r"""\b(?:the\s+(?:first|second|third|fourth|fifth|sixth|last)\s+option
    |(?:option|choice|answer)\s+(?:(?-i:[A-F])\b(?!')|\(?[a-f]\)|[1-6]\b(?![.,]?\d|\s*%)))""",
    re.X | re.I,
)
"""An option named by its place. "Option A" may also be a name, so the question is looked at as well."""


def checks(pack: Pack) -> Iterator[Finding]:
    """Find checks that can be passed without knowledge, or cannot be passed even with it."""
    asked: dict[tuple[str, ...], str] = {}
    for place, check in enumerate(pack.checks):
        key: Key = ("check", place)
        yield from _options(check, key)
        yield from _texts(check, key)
        first = asked.setdefault((plain(check.question), *sorted(map(plain, check.options))), check.id)
        if first != check.id:
            what = f"check {quoted(check.id)} asks what {quoted(first)} asks"
            yield SAME_QUESTION.at((*key, "question"), what)
    yield from _longest(pack.checks)
    yield from _places(pack.checks)


def _options(check: Check, key: Key) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, option in enumerate(check.options):
        at = (*key, "options", number)
        first = seen.setdefault(_same(option), number)
        if first != number:
            what = f"options {first + 1} and {number + 1} of {quoted(check.id)} say the same: {quoted(option)}"
            yield SAME_OPTION.at(at, what)
        if _ALL_OF_THEM.fullmatch(option.strip()):
            yield ALL_OF_THEM.at(at, f"option {number + 1} of {quoted(check.id)} is {quoted(option)}")
    lengths = sorted(len(option) for n, option in enumerate(check.options, start=1) if n != check.answer)
    right = len(check.options[check.answer - 1])
    if lengths and right >= 2 * lengths[-1] and right - lengths[-1] >= 20:
        what = f"the right answer of {quoted(check.id)} has {right} characters, no other option more than {lengths[-1]}"
        yield STANDS_OUT.at((*key, "options", check.answer - 1), what)


def _same(option: str) -> str:
    """An option without case, spacing and a stop at its end; signs stay, they may be all the difference."""
    return " ".join(option.casefold().split()).rstrip(".!;, ")


def _texts(check: Check, key: Key) -> Iterator[Finding]:
    if not check.why.strip() or is_placeholder(check.why):
        yield UNEXPLAINED.at((*key, "why"), f"check {quoted(check.id)} does not say why its answer is right")
    place = _PLACE.search(check.why)
    if place and place[0].lower() not in check.question.lower():
        yield BY_PLACE.at((*key, "why"), f"the explanation of {quoted(check.id)} speaks of {quoted(place[0])}")
    given = check.difficulty
    if given is not None and not check.level - 1.5 <= given <= check.level + 1:
        what = f"check {quoted(check.id)} supports level {check.level} and has difficulty {given:g}"
        yield DIFFICULTY.at((*key, "difficulty"), what)


def _longest(found: tuple[Check, ...]) -> Iterator[Finding]:
    """Find a habit: more than half, and more than chance gives."""
    longest = [place for place, check in enumerate(found) if _is_longest(check)]
    count, total = len(longest), len(found)
    if total < _FEWEST or 2 * count <= total:
        return
    chance = sum(1 / len(check.options) for check in found) / total
    if _at_least(count, total, chance) < _BY_CHANCE_LONGEST:
        what = f"the right answer is the longest in {count} of {total} checks"
        yield LONGEST_RIGHT.at(("check", longest[0], "options", found[longest[0]].answer - 1), what)


def _is_longest(check: Check) -> bool:
    right = len(check.options[check.answer - 1])
    return all(len(option) < right for n, option in enumerate(check.options, start=1) if n != check.answer)


def _places(found: tuple[Check, ...]) -> Iterator[Finding]:
    """Compare the places of right answers among checks of as many options with what chance allows."""
    for options in sorted({len(check.options) for check in found}):
        group = [(place, check.answer) for place, check in enumerate(found) if len(check.options) == options]
        total, counts = len(group), Counter(answer for _, answer in group)
        if total < _FEWEST:
            continue
        for answer in range(1, options + 1):
            count = counts[answer]
            often = count * options > total
            by_chance = _at_least(count, total, 1 / options) if often else (1 - 1 / options) ** total
            if (often or count == 0) and options * by_chance <= _BY_CHANCE_PLACE:
                where = next((place for place, given in group if given == answer), group[0][0])
                what = f"answer {answer} is right in {count} of {total} checks with {options} options"
                yield UNEVEN.at(("check", where, "answer"), what)
                break


def _at_least(count: int, total: int, chance: float) -> float:
    """The probability of `count` or more of `total`, each with the same chance: the tail of a binomial distribution.

    Normal approximation with continuity correction above 1,000 trials, where the sum would lose itself.
    """
    if total > 1000:
        spread = math.sqrt(total * chance * (1 - chance))
        return 0.5 * math.erfc((count - 0.5 - total * chance) / (spread * math.sqrt(2))) if spread else 0.0
    return math.fsum(math.comb(total, n) * chance**n * (1 - chance) ** (total - n) for n in range(count, total + 1))
