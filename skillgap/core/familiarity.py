"""A short list of terms, some of which do not exist: which are shown, what was said of them, what follows from it.

It tells knowing a field from saying yes easily (Paulhus et al. 2003) and never changes a score.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from skillgap.core.assessment import Assessment, KnownTerm, TermList
from skillgap.core.belief.notes import Note, foil_note
from skillgap.core.belief.overclaiming import Familiarity, overclaiming
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.report import Report, TermSummary
from skillgap.core.rubric import Pack
from skillgap.core.wording import plain

FOILS, REAL_FOR_EACH = 4, 4
"""Terms that do not exist in one list, and real ones for each of them: one term in five (Paulhus et al. 2003)."""
_FEWEST_MARKED = 2
"""Made-up terms that must be marked before anything is said: one can happen to everybody."""
WORDS = (
    "never heard of it",
    "heard of it",
    "know roughly what it is",
    "can explain it",
    "have used it",
)
"""What each answer means; 1 and more count as marked."""
HIGHEST = len(WORDS) - 1
ANNOUNCED = (
    "How well do you know these terms? Some of them do not exist; at the end you see which.",
    "Nothing is required, and this never changes your score.",
)
"""What is said before the first term."""
_NO_TERMS = "This rubric has no list of terms."
_NO_EFFECT = "Your score is what it was."


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The list of terms of a person and what was said of it so far."""

    pack: Pack
    profile: Profile
    assessment: Assessment

    @property
    def seed(self) -> int:
        """Which list it is: another seed gives other terms in another order."""
        return self.assessment.terms.seed if self.assessment.terms else 1

    @cached_property
    def said(self) -> dict[str, int]:
        """The answers by term."""
        return {known.term: known.familiarity for known in _known(self.assessment)}

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The terms of the list in their order; empty when the pack has no foils or no real terms."""
        return chosen_terms(self.pack, self.profile, self.seed)

    @property
    def count(self) -> int:
        """How many of them are answered."""
        return sum(term in self.said for term in self.shown)

    @property
    def is_complete(self) -> bool:
        """Whether all of them are answered; never without terms."""
        return 0 < len(self.shown) == self.count

    def next_open(self, after: str = "") -> str | None:
        """Give the next term without an answer, starting over at the end; None when there is none."""
        start = self.shown.index(after) + 1 if after in self.shown else 0
        return next((term for term in (*self.shown[start:], *self.shown[:start]) if term not in self.said), None)

    @property
    def result(self) -> tuple[str, ...]:
        """What a complete list comes to, in sentences; the first holds the terms of the pack that do not exist."""
        seen = _seen_terms(self.pack, self.assessment)
        if seen is None:
            return ()
        made_up = [term for term in self.shown if term in _foils(self.pack)]
        note = note_of(seen)
        return (
            f"These do not exist: {', '.join(made_up)}.",
            f"You marked {seen.real_claimed} of {seen.real_shown} real terms as familiar,"
            f" and {seen.foils_claimed} of {seen.foils_shown} made-up ones.",
            *([f"{note.reason} {note.action}"] if note else []),
            _NO_EFFECT,
        )


def claim(assessment: Assessment, term: str, familiarity: int, day: datetime.date) -> Assessment:
    """Say how familiar a term is, 0 to 4; an earlier answer to it goes. Raises ValueError for another number."""
    if not 0 <= familiarity <= HIGHEST:
        raise ValueError(f"familiarity {familiarity} is not between 0 and {HIGHEST}")
    new, known = KnownTerm(term=term, familiarity=familiarity), _known(assessment)
    is_old = any(each.term == term for each in known)
    rows = tuple(new if each.term == term else each for each in known) if is_old else (*known, new)
    seed = assessment.terms.seed if assessment.terms else 1
    return replace(assessment, terms=TermList(seed=seed, date=day, known=rows))


def another_list(assessment: Assessment) -> Assessment:
    """Begin another list; the answers to the old one go."""
    seed = assessment.terms.seed if assessment.terms else 1
    return replace(assessment, terms=TermList(seed=seed + 1))


def chosen_terms(pack: Pack, profile: Profile, seed: int) -> tuple[str, ...]:
    """Choose the terms of a list and mix them, those of the profile's skills first; the same on every machine.

    Real terms are the pack's own, and after them other words for its skills.
    """
    asked = {need.skill for need in profile.requirements}
    foils = _turn(_drawn([(foil.term, foil.skill) for foil in pack.foils], asked), FOILS, seed)
    needed = REAL_FOR_EACH * len(foils)
    made_up = {plain(foil.term).casefold() for foil in pack.foils}
    real = _drawn([(term.term, term.skill) for term in pack.terms_known], asked, made_up)
    if len(real) < needed:
        more = _drawn([(word, skill.id) for skill in pack.skills for word in skill.terms], asked, made_up)
        real = list(dict.fromkeys([*real, *more]))
    known = _turn(real, needed, seed)
    return tuple(sorted((*foils, *known), key=lambda term: _place(f"{seed} {term}"))) if foils and known else ()


def _drawn(terms: Iterable[tuple[str, str]], asked: set[str], without: Collection[str] = ()) -> list[str]:
    """All terms in an order of their own, those of skills that are asked first."""
    ordered = sorted(terms, key=lambda pair: (pair[1] not in asked, _place(pair[0])))
    return [term for term in dict.fromkeys(pair[0] for pair in ordered) if plain(term).casefold() not in without]


def _turn(terms: list[str], count: int, seed: int) -> list[str]:
    """The terms of one list: other ones than those of the list before, as long as there are any."""
    count = min(count, len(terms))
    return [terms[((seed - 1) * count + place) % len(terms)] for place in range(count)]


def _place(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def known_terms(pack: Pack) -> frozenset[str]:
    """Give all terms that a list of the pack may hold."""
    return _foils(pack) | _real(pack)


def _seen_terms(pack: Pack, assessment: Assessment) -> Familiarity | None:
    """Count the real and made-up terms that were shown and marked; None until something was said of each kind."""
    foils = [k.familiarity > 0 for k in _known(assessment) if k.term in _foils(pack)]
    real = [k.familiarity > 0 for k in _known(assessment) if k.term in _real(pack) - _foils(pack)]
    if not foils or not real:
        return None
    return Familiarity(real_claimed=sum(real), real_shown=len(real), foils_claimed=sum(foils), foils_shown=len(foils))


def note_of(seen: Familiarity) -> Note | None:
    """Give the note about marked terms that do not exist; None unless two or more and the rule for it speak for one."""
    return foil_note(seen) if seen.foils_claimed >= _FEWEST_MARKED else None


def with_terms(report: Report, pack: Pack, assessment: Assessment) -> Report:
    """Add to a report what was said of the terms: figures, and a note when one is due. Nothing else changes."""
    known = known_terms(pack)
    unknown = sorted({k.term for k in _known(assessment)} - known)
    notes = [f"Answer to an unknown term, kept and not used: {term}." for term in unknown]
    seen = _seen_terms(pack, assessment)
    if seen is None:
        return replace(report, notes=(*report.notes, *notes))
    found, note = overclaiming(seen), note_of(seen)
    return replace(
        report,
        notes=(*report.notes, *([note.text] if note else []), *notes),
        terms=TermSummary(
            real=seen.real_shown,
            real_marked=seen.real_claimed,
            foils=seen.foils_shown,
            foils_marked=seen.foils_claimed,
            sensitivity=round(found.sensitivity, 3),
            criterion=round(found.criterion, 3),
        ),
    )


def result_lines(vocabulary: Vocabulary) -> Iterator[str]:
    """Say what the list comes to, or how far it is."""
    if not vocabulary.shown:
        yield _NO_TERMS
    elif vocabulary.is_complete:
        yield from vocabulary.result
    else:
        yield f"{vocabulary.count} of {len(vocabulary.shown)} terms answered; every answer is saved."


def _known(assessment: Assessment) -> tuple[KnownTerm, ...]:
    return assessment.terms.known if assessment.terms else ()


def _foils(pack: Pack) -> frozenset[str]:
    return frozenset(foil.term for foil in pack.foils)


def _real(pack: Pack) -> frozenset[str]:
    return frozenset([*(term.term for term in pack.terms_known), *(word for s in pack.skills for word in s.terms)])
