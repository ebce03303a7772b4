"""Anchors: a verb that can be seen done, no hidden judgement, and more than a degree between two levels."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.lint.anchors import LONGEST, plain
from skillgap.core.lint.english import is_english, is_latin, rests_on, vague_words, without_degree
from skillgap.core.lint.placeholders import is_placeholder
from skillgap.core.lint.rule import Finding, Key, Rule, habit, quoted
from skillgap.core.rubric import Pack, Skill

SAME_BUT_DEGREE = Rule(
    code="SG103",
    title="anchors that differ only in an adverb, a number or a size",
    why='"Sometimes", "often" and "always", "simple" and "complex", or two instead of five mean something else to '
    "every reader. Scope, independence, users, measurement or who relies on the work can be observed.",
    remedy="tell the two apart by something that can be observed: scope, independence, users, a measurement",
    bad='level 2 "I can sometimes design a schema.", level 3 "I can always design a schema."',
    good='level 2 "I have designed a schema with review.", level 3 "I have designed schemas that run in production."',
)
NO_VERB = Rule(
    code="SG104",
    title="anchor without a verb for what the person does",
    why="What is not done cannot be seen done: knowledge, skills or expertise as nouns leave everything to taste.",
    remedy="begin with a verb, such as explains, builds, measures or reviews",
    bad='"Good knowledge of SQL."',
    good='"Writes SQL that joins and groups, and checks the result by hand."',
)
STATE_OF_MIND = Rule(
    code="SG105",
    title="anchor that rests on knowing or feeling",
    why="Nobody can watch someone know, understand or be aware. Say what shows it.",
    remedy="say what shows it: can explain, can choose between, has used",
    bad='"I understand how indexes work."',
    good='"I can explain when an index helps and when it costs."',
)
VAGUE = Rule(
    code="SG106",
    title="vague word without anything to observe",
    why="Good, some, various, familiar, proficient, well and the like hide a judgement that each reader makes "
    "differently. A number, a measurement or a thing that exists beside the word is enough.",
    remedy="say what could be seen or counted instead",
    bad='"I get good results with various models."',
    good='"I have compared three models on 50 labelled questions."',
)

_LOOKED_AT = 2_000
"""Characters of an anchor; what is longer has been found too long."""
_HABITS = {
    NO_VERB.code: (1 / 2, "{count} of {total} anchors have no verb for what the person does"),
    STATE_OF_MIND.code: (1 / 4, "{count} of {total} anchors rest on a state of mind"),
}
"""What is said once when a share of all anchors does it."""


def wording(pack: Pack) -> Iterator[Finding]:
    """Find English anchors that cannot be observed or told apart."""
    if not is_english(pack.language, tuple(text for skill in pack.skills for text in skill.anchors)):
        return
    found: dict[str, list[Finding]] = {}
    for place, skill in enumerate(pack.skills):
        key: Key = ("skill", place, "anchors")
        for finding in (*_alone(skill, key), *_neighbours(skill, key)):
            found.setdefault(finding.code, []).append(finding)
    total = sum(len(skill.anchors) - 1 for skill in pack.skills)
    for code, several in found.items():
        yield from habit(several, total, *_HABITS[code]) if code in _HABITS else several


def _alone(skill: Skill, key: Key) -> Iterator[Finding]:
    for level, whole in enumerate(skill.anchors):
        text = whole[:_LOOKED_AT]
        if level == 0 or is_placeholder(text) or not is_latin(text):
            continue
        rests = rests_on(text)
        if rests == "nothing":
            yield NO_VERB.at(
                (*key, level), f"anchor for level {level} has no verb for what the person does: {quoted(text)}"
            )
        elif rests == "state":
            yield STATE_OF_MIND.at((*key, level), f"anchor for level {level} rests on a state of mind: {quoted(text)}")
        words = list(dict.fromkeys(word.lower() for word in vague_words(text)))
        if len(words) > (len(text) > LONGEST):  # one such word among several sentences does little harm
            hidden = ", ".join(quoted(word) for word in words)
            yield VAGUE.at((*key, level), f"anchor for level {level} says {hidden} and nothing to observe")


def _neighbours(skill: Skill, key: Key) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for level, whole in enumerate(skill.anchors):
        text = whole[:_LOOKED_AT]
        if is_placeholder(text, strict=level == 0) or not is_latin(text):
            continue
        first = seen.setdefault(without_degree(text), level)
        if first != level and plain(whole) != plain(skill.anchors[first]):
            what = f"anchor for level {level} differs from that for level {first} only in degree: {quoted(text)}"
            yield SAME_BUT_DEGREE.at((*key, level), what)
