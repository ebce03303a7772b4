"""Check yourself, as values: what is asked, in which order, and what an answer changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Response
from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.profiles import profile
from skillgap.core.quiz import ENDINGS, Quiz, outcome_text, respond, shuffled
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers
from tests.core.test_estimated import CHECKS, PACK

DAY = date(2026, 11, 24)
QUIZ = Quiz(pack=PACK, profile=profile(PACK, "first", "g1"), assessment=EXAMPLE_ANSWERS, today=DAY)
RIGHT, WRONG = CHECKS[0].answer, 3


def played(quiz: Quiz, option: int) -> list[Quiz]:
    """The quizzes from the first question to the last, always answered alike."""
    found = [quiz]
    while found[-1].check is not None:
        found.append(found[-1].answered(option, None, DAY, found[-1].seed))
    return found


def test_nothing_is_asked_twice_and_it_ends_with_a_reason() -> None:
    *_, last = played(QUIZ, RIGHT)
    assert len(last.asked) == len(set(last.asked)) == last.count > 0
    assert last.ending in ENDINGS.values()
    assert last.count <= DEFAULTS.most_questions


def test_the_answers_narrow_the_band_and_leave_the_ratings() -> None:
    first, *_, last = played(QUIZ, RIGHT)
    assert first.band is not None
    assert last.band is not None
    assert last.band.width < first.band.width
    assert last.assessment.answers == first.assessment.answers


def test_a_right_answer_never_ends_below_a_wrong_one() -> None:
    bands = [QUIZ.answered(option, None, DAY, 1).band for option in (RIGHT, WRONG, 0)]
    right, wrong, unknown = (band.mean for band in bands if band is not None)
    assert right > wrong
    assert wrong == unknown


def test_an_answer_is_kept_with_what_it_said_and_how_it_was_asked() -> None:
    check = QUIZ.check
    assert check is not None
    (response,) = QUIZ.answered(WRONG, 0.8, DAY, 7).assessment.checks
    assert (response.item, response.option, response.probability) == (check.id, WRONG, 0.8)
    assert (response.date, response.seed) == (DAY, 7)
    moved = replace(check, options=tuple(reversed(check.options)), answer=3)
    assert outcome_text(moved, replace(response, option=RIGHT)) == "Wrong. The right answer: that"


def test_a_later_response_counts_and_the_earlier_one_stays() -> None:
    both = respond(respond(EXAMPLE_ANSWERS, Response(item="rag-1", option=3)), Response(item="rag-1", option=2))
    once = respond(EXAMPLE_ANSWERS, Response(item="rag-1", option=2))
    assert len(both.checks) == 2
    assert replace(QUIZ, assessment=both).band == replace(QUIZ, assessment=once).band


@pytest.mark.parametrize(("option", "probability"), [(-1, None), (5, None), (1, -0.1), (1, 1.1), (1, float("nan"))])
def test_what_is_no_answer_is_refused(option: int, probability: float | None) -> None:
    with pytest.raises(ValueError, match=r"option|probability"):
        QUIZ.answered(option, probability, DAY, 1)


def test_without_checks_or_skills_there_is_nothing_to_ask() -> None:
    bare = replace(QUIZ, pack=EXAMPLE)
    assert (bare.check, bare.options(1), bare.ending) == (None, (), ENDINGS["none left"])
    none = replace(QUIZ, assessment=answers(**{skill.id: None for skill in PACK.skills}))
    assert (none.band, none.check, none.count) == (None, None, 0)
    with pytest.raises(ValueError, match="option"):
        none.answered(0, None, DAY, 1)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 12), st.integers(-(2**40), 2**40))
def test_every_option_is_shown_once_and_a_seed_always_means_the_same_order(options: int, seed: int) -> None:
    assert sorted(shuffled(options, seed)) == list(range(1, options + 1))
    assert shuffled(options, seed) == shuffled(options, seed)


def test_the_order_of_a_recorded_seed_is_that_of_every_version() -> None:
    assert [shuffled(4, seed) for seed in (1, 2, 3)] == [(1, 3, 4, 2), (2, 3, 4, 1), (1, 4, 2, 3)]


def test_no_option_has_a_favourite_place() -> None:
    places = Counter(shuffled(4, seed).index(1) for seed in range(1, 401))
    assert all(70 <= places[place] <= 130 for place in range(4))


def test_progress_says_when_the_checks_make_the_headline() -> None:
    assert QUIZ.progress == "0 answered of 24 at most; from 10 on, Results leads with this"
    ten = replace(
        QUIZ, assessment=replace(EXAMPLE_ANSWERS, checks=tuple(Response(item=c.id, option=2) for c in CHECKS))
    )
    assert ten.progress == "12 answered of 24 at most; Results leads with this"
