"""Foils: terms that really do not exist."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.lint.anchors import plain
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.lint.walking import Texts
from skillgap.core.rubric import Pack

REAL = Rule(
    code="SG709",
    title="foil that is also a real term of the pack",
    why="Whoever knows the term is then told that it does not exist.",
    remedy="invent another term",
    bad='[[foil]] term = "prompt chaining", and a skill with terms = ["prompt chaining"]',
    good='[[foil]] term = "prompt annealing cascade"',
)
TWICE = Rule(
    code="SG710",
    title="term given twice",
    why="Foils and real terms are shown once each; the second time the first answer is still known.",
    remedy="take one of them out",
    bad='two [[foil]] with term = "Row folding"',
    good="each term once",
)

_MOST_WORDS = 8


def foils(pack: Pack, texts: Texts) -> Iterator[Finding]:
    """Find foils that are names or terms of the pack or occur in its texts, and terms given twice."""
    real = _real_terms(pack)
    loose = [n for n, foil in enumerate(pack.foils) if plain(foil.term) not in real]
    spoken = _spoken(loose, pack, texts)
    seen: dict[str, str] = {}
    for place, foil in enumerate(pack.foils):
        key: Key = ("foil", place, "term")
        name = plain(foil.term)
        if name in real:
            yield REAL.at(key, f"foil {quoted(foil.term)} is {real[name]}")
        elif name in spoken:
            yield REAL.at(key, f"foil {quoted(foil.term)} occurs in the pack: {quoted(spoken[name])}")
        if seen.setdefault(name, foil.term) is not foil.term:
            yield TWICE.at(key, f"foil {quoted(foil.term)} stands twice")
    known: dict[str, str] = {}
    for place, term in enumerate(pack.terms_known):
        if known.setdefault(plain(term.term), term.term) is not term.term:
            yield TWICE.at(("term", place, "term"), f"term {quoted(term.term)} stands twice")


def _real_terms(pack: Pack) -> dict[str, str]:
    found: dict[str, str] = {}
    for term in pack.terms_known:
        found.setdefault(plain(term.term), f"the real term {quoted(term.term)}")
    for skill in pack.skills:
        found.setdefault(plain(skill.name), f"the name of skill {quoted(skill.id)}")
        found.setdefault(plain(skill.id), f"the id of skill {quoted(skill.id)}")
        for alias in skill.aliases:
            found.setdefault(plain(alias), f"a former id of skill {quoted(skill.id)}")
        for word in skill.terms:
            found.setdefault(plain(word), f"a term of skill {quoted(skill.id)}")
    return found


def _spoken(loose: list[int], pack: Pack, texts: Texts) -> dict[str, str]:
    """The texts in which foils of two words or more occur: one pass over the words of the pack."""
    wanted = {words for n in loose if 1 < len(words := tuple(plain(pack.foils[n].term).split())) <= _MOST_WORDS}
    by_first: dict[str, set[int]] = {}
    for words in wanted:
        by_first.setdefault(words[0], set()).add(len(words))
    found: dict[str, str] = {}
    if not by_first:
        return found
    for key, text in texts:
        if key[0] == "foil":
            continue
        heard = plain(text).split()
        if by_first.keys().isdisjoint(heard):
            continue
        for place, word in enumerate(heard):
            for length in by_first.get(word, ()):
                if (words := tuple(heard[place : place + length])) in wanted:
                    found.setdefault(" ".join(words), text)
    return found
