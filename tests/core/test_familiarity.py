"""Terms that may not exist: which are shown, what is counted, when a note is due, and that no score moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Assessment, KnownTerm, Response, RubricRef, TermList
from skillgap.core.belief.overclaiming import Familiarity
from skillgap.core.curriculum import Foil, Term
from skillgap.core.familiarity import (
    FOILS,
    REAL_FOR_EACH,
    Vocabulary,
    another_list,
    chosen_terms,
    claim,
    note_of,
    result_lines,
)
from skillgap.core.gaps import report
from skillgap.core.profiles import profile
from skillgap.files.rubrics import open_pack

DAY = date(2026, 11, 24)
PACK = open_pack(None).pack
PROFILE = profile(PACK, "ai-engineer", "senior")
FOIL_TERMS = {foil.term for foil in PACK.foils}
REAL_TERMS = {term.term for term in PACK.terms_known}
REF = RubricRef(id=PACK.id, version=PACK.version)
ROLES = [role.id for role in PACK.roles]


def vocabulary(assessment: Assessment) -> Vocabulary:
    return Vocabulary(pack=PACK, profile=PROFILE, assessment=assessment)


def answered(foils: int, real: int, assessment: Assessment | None = None) -> Assessment:
    """A whole list of which so many terms of either kind are marked."""
    given = assessment or Assessment()
    left = {True: foils, False: real}
    for term in vocabulary(given).shown:
        is_marked = left[term in FOIL_TERMS] > 0
        left[term in FOIL_TERMS] -= 1
        given = claim(given, term, 3 if is_marked else 0, DAY)
    return given


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("seed", [1, 2, 3, 7])
def test_one_term_in_five_is_made_up_and_none_stands_twice(role: str, seed: int) -> None:
    shown = chosen_terms(PACK, profile(PACK, role, "senior"), seed)
    foils = [term for term in shown if term in FOIL_TERMS]
    assert (len(foils), len(shown)) == (FOILS, FOILS * (1 + REAL_FOR_EACH))
    assert len(set(shown)) == len(shown)
    assert set(shown) - FOIL_TERMS <= REAL_TERMS


def test_the_next_list_shows_no_term_that_was_given_away() -> None:
    lists = [set(chosen_terms(PACK, PROFILE, seed)) for seed in (1, 2, 3)]
    assert not lists[0] & lists[1]
    assert len(set.union(*lists) & FOIL_TERMS) == 3 * FOILS


def test_a_list_is_that_of_every_version() -> None:
    skill = PACK.skills[0].id
    foils = tuple(Foil(term=f"foil {n}", skill=skill) for n in range(2))
    terms = tuple(Term(term=f"term {n}", skill=skill, level=1) for n in range(9))
    fixed = replace(PACK, foils=foils, terms_known=terms)
    assert [chosen_terms(fixed, PROFILE, seed)[:4] for seed in (1, 2)] == [
        ("term 8", "foil 0", "term 2", "term 1"),
        ("term 4", "term 6", "term 8", "term 2"),
    ]


def test_a_pack_without_terms_takes_other_words_and_one_without_foils_has_no_list() -> None:
    own = chosen_terms(replace(PACK, terms_known=()), PROFILE, 1)
    words = {word for skill in PACK.skills for word in skill.terms}
    assert own
    assert set(own) - FOIL_TERMS <= words
    bare = replace(PACK, foils=())
    assert chosen_terms(bare, PROFILE, 1) == ()
    none = Vocabulary(pack=bare, profile=PROFILE, assessment=Assessment())
    assert (none.is_complete, none.next_open(), list(result_lines(none))) == (
        False,
        None,
        ["This rubric has no list of terms."],
    )


def test_answers_go_on_to_the_next_open_term_and_can_be_changed() -> None:
    first, second, *_ = vocabulary(Assessment()).shown
    given = claim(Assessment(), first, 2, DAY)
    assert vocabulary(given).next_open(first) == second
    given = claim(claim(given, second, 0, DAY), first, 4, DAY)
    assert given.terms == TermList(
        seed=1, date=DAY, known=(KnownTerm(term=first, familiarity=4), KnownTerm(term=second, familiarity=0))
    )
    assert another_list(given).terms == TermList(seed=2)
    for wrong in (-1, 5):
        with pytest.raises(ValueError, match="not between"):
            claim(given, first, wrong, DAY)


@pytest.mark.parametrize(("foils", "is_due"), [(0, False), (1, False), (2, True), (4, True)])
def test_the_note_needs_two_marked_and_says_no_word_about_character(foils: int, is_due: bool) -> None:
    result = vocabulary(answered(foils, 12)).result
    assert f"and {foils} of 4 made-up ones." in result[1]
    assert ("A few quick checks would make your result firmer." in " ".join(result)) == is_due
    assert not {"dishonest", "inflated", "failed"} & set(" ".join(result).lower().split())


def test_one_slip_is_no_note_however_few_terms_there_are() -> None:
    assert note_of(Familiarity(real_claimed=1, real_shown=1, foils_claimed=1, foils_shown=1)) is None
    assert note_of(Familiarity(real_claimed=1, real_shown=1, foils_claimed=2, foils_shown=8)) is None
    assert note_of(Familiarity(real_claimed=18, real_shown=20, foils_claimed=2, foils_shown=5)) is not None


def test_the_report_holds_figures_and_note_and_nothing_else_moves() -> None:
    rated = Assessment(checks=tuple(Response(item=check.id, option=1) for check in PACK.checks[:12]))
    plain = report(PACK, REF, PROFILE, rated, DAY)
    noted = report(PACK, REF, PROFILE, answered(3, 14, rated), DAY)
    assert noted.terms is not None
    assert (noted.terms.real, noted.terms.real_marked, noted.terms.foils, noted.terms.foils_marked) == (16, 14, 4, 3)
    # (14.5/17, 3.5/5): z = 1.0491, 0.5244
    assert (noted.terms.sensitivity, noted.terms.criterion) == (0.525, -0.787)
    note = "You marked three of the four made-up terms as familiar."
    assert any(text.startswith(note) for text in noted.notes)
    assert replace(noted, notes=plain.notes, terms=None) == plain


def test_a_term_that_the_pack_no_longer_has_is_kept_and_named() -> None:
    given = claim(Assessment(), "Vapour gradient", 4, DAY)
    said = report(PACK, REF, PROFILE, given, DAY)
    assert (said.terms, given.terms) == (
        None,
        TermList(date=DAY, known=(KnownTerm(term="Vapour gradient", familiarity=4),)),
    )
    assert "Answer to an unknown term, kept and not used: Vapour gradient." in said.notes
    one, two = (claim(claim(Assessment(), a, 4, DAY), b, 4, DAY) for a, b in (("A", "B"), ("B", "A")))
    assert report(PACK, REF, PROFILE, one, DAY) == report(PACK, REF, PROFILE, two, DAY)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(FOIL_TERMS | REAL_TERMS)), st.integers(0, 4)), max_size=30))
def test_no_answer_to_a_term_moves_any_figure(said: list[tuple[str, int]]) -> None:
    given = Assessment()
    for term, familiarity in said:
        given = claim(given, term, familiarity, DAY)
    noted, plain = (report(PACK, REF, PROFILE, each, DAY) for each in (given, Assessment()))
    assert replace(noted, notes=plain.notes, terms=None) == plain
