"""Whether a sentence says what a person does: a verb that can be seen done, in any person, mood or form.

No grammar is parsed. A sentence is cut into clauses; subjects, auxiliaries and adverbs are taken off the front of each,
and what then leads it decides. Doubt speaks for the author: an unknown word with a verb's ending counts as a verb.
"""

from __future__ import annotations

import re
from typing import Literal

from skillgap.core.lint.english.lexicon import (
    ACTIVE,
    ACTORS,
    ADVERBS,
    AUXILIARIES,
    DEED_WORDS,
    DETERMINERS,
    MODALS,
    NOT_VERBS,
    NOUNS,
    OF_NOUNS,
    PARTICLES,
    PERFECT,
    PLURALS,
    PREPOSITIONS,
    QUALITIES,
    QUALITIES_ALONE,
    ROLES,
    STATE_WORDS,
    SUBJECTS,
)
from skillgap.core.lint.english.verbs import deeds, states

Rests = Literal["deed", "state", "nothing"]

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*|\d+")
_JOINED = re.compile(
    r"(?<=\bfine) (?=tun)|(?<=\bon) (?=call\b)|(?<=\bin) (?=charge\b)|(?<=\bgo) (?=to (?:person|expert)\b)", re.I
)
_SENTENCE = re.compile(r"[.;:!?\n•|]+(?:\s+|$)|\s[-–—]+\s")
_CLAUSE = re.compile(r",|\(|\)|/|&|\b(?:and|or|but|who|that|which|then|so|while|when|where|also|plus)\b", re.IGNORECASE)


def rests_on(text: str) -> Rests:
    """Say what a statement rests on: something done, a state of mind, or nothing a person does."""
    found: Rests = "nothing"
    for sentence in _SENTENCE.split(_JOINED.sub("-", text.replace("’", "'"))):
        leads, personal = True, False
        for clause in _CLAUSE.split(sentence):
            words = _WORD.findall(clause.lower())
            personal = personal or not SUBJECTS.isdisjoint(words[:1])
            rests = _clause(words, leads=leads, personal=personal)
            if rests == "deed":
                return "deed"
            found = rests if rests == "state" else found
            leads = leads and _head(words)[0] == len(words)  # "effectively and quickly solves"
    return found


def _clause(words: list[str], *, leads: bool, personal: bool) -> Rests:
    if _shows_purpose(words) or not ROLES.isdisjoint(words):
        return "deed"
    place, helper = _head(words)
    head = words[place] if place < len(words) else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if _is_deed(head, after, leads=leads, helper=helper) or (leads and _has_subject(words)):
        return "deed"
    if personal and _kind(head) == "base" and after in (DETERMINERS | PREPOSITIONS) - {"of"}:
        return "deed"
    is_state = head in states() or head in STATE_WORDS
    return "state" if is_state else "nothing"


def _head(words: list[str]) -> tuple[int, str]:
    """Where the word is that decides, and the auxiliary or subject that leads to it, if any."""
    helper = ""
    for place, word in enumerate(words):
        if word in SUBJECTS or word in AUXILIARIES:
            helper = word
        elif word not in ADVERBS and not _is_adverb(word) and not (helper == "capable" and word == "of"):
            return place, helper
    return len(words), helper


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in deeds()


def _kind(word: str) -> str | None:
    """The form of a verb that a word is; of a compound such as line-manages, the last part decides."""
    kind = deeds().get(word)
    if kind is None and "-" in word:
        first, _, last = word.rpartition("-")
        kind = deeds().get(first if last in PARTICLES else last)
        return None if kind == "past" else kind
    return kind


def _is_deed(head: str, after: str, *, leads: bool, helper: str) -> bool:
    kind = _kind(head)
    if head in DEED_WORDS or (helper in MODALS | ACTORS and _may_be_verb(head)):
        return True
    if kind == "base":
        return bool(helper) or (leads and after != "of") or after in DETERMINERS
    if kind == "s":
        return leads or bool(helper) or after not in PREPOSITIONS | {""}
    if kind == "past":
        if helper:
            return head not in QUALITIES
        return head not in QUALITIES_ALONE and (leads or after in DETERMINERS | PREPOSITIONS)
    if kind == "ing":
        return bool(helper) or (leads and not (head in NOUNS and after in OF_NOUNS | {""}))
    if helper in PERFECT and head.endswith("ed") and head not in QUALITIES and len(head) > 4:
        return True
    return leads and _looks_like_verb(head, after)


def _may_be_verb(word: str) -> bool:
    """Whether a word that must be a verb, as after "can" or "I", is one that can be seen done."""
    return word[:1].isalpha() and word not in states() and word not in STATE_WORDS


def _looks_like_verb(head: str, after: str) -> bool:
    """Whether an unknown word that leads a sentence has the form and the company of a verb."""
    if len(head) < 4 or head in states() or head in QUALITIES_ALONE | NOT_VERBS | PLURALS | NOUNS:
        return False
    if head.endswith(("ise", "ize", "ify", "ate", "ises", "izes", "ifies", "ates")):
        return after not in PREPOSITIONS | {""}
    if head.endswith(("ing", "ed")):
        return after in DETERMINERS | PREPOSITIONS or _is_adverb(after)
    return head.endswith("s") and not head.endswith("ss") and after in DETERMINERS


def _shows_purpose(words: list[str]) -> bool:
    """Whether somewhere stands "to design", "can design", "by designing" or "I design"."""
    for place in range(1, len(words)):
        kind = deeds().get(words[place])
        if kind is None:
            continue
        before = words[place - 1]
        if before == "not" and place > 1:
            before = words[place - 2]
        if kind == "base" and before in ("to", "can", "i", "we", "you", "they", "could", "will", "would"):
            return True
        if kind == "ing" and (before == "by" or (before in ("at", "in") and words[place - 2] in ACTIVE)):
            return True
    return False


def _has_subject(words: list[str]) -> bool:
    """Whether a noun leads to a verb in the third person, as in "the engineer designs"."""
    if not words or words[0] not in ("the", "a", "an", "this", "person", "people", "someone", "engineer", "developer"):
        return False
    verbs = deeds()
    for place, word in enumerate(words[1:7], start=1):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in PREPOSITIONS:
            return False
        if word in ("can", "has", "is", "will", "have") or (
            verbs.get(word) == "s" and after not in PREPOSITIONS | {""}
        ):
            return True
    return False
