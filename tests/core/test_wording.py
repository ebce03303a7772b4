"""Answers know the words they were given to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.assessment import Answer, Assessment, Response, clear, rate, set_aside
from skillgap.core.curriculum import Check, OptionAlias
from skillgap.core.wording import choice_of, is_reworded, present_option, reworded, wording_of
from tests.core.packs import EXAMPLE, skill

OLD = skill("a")
NEW = replace(OLD, anchors=(*OLD.anchors[:4], "I have done something else."))
CHECK = Check(id="q", skill="a", level=1, question="Which?", options=("One", "Two", "Three"), answer=2, why="So.")


def test_an_answer_to_other_words_is_noticed_at_whatever_level_they_changed() -> None:
    answer = Answer(skill="a", level=1, anchors=wording_of(OLD))
    assert not is_reworded(OLD, answer)
    assert is_reworded(NEW, answer)
    assert not is_reworded(replace(OLD, name="Other", definition="Other."), answer)


def test_an_answer_that_does_not_say_is_never_marked() -> None:
    assert not is_reworded(NEW, Answer(skill="a", level=1))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=2, max_size=4))
def test_moving_a_word_from_one_anchor_to_the_next_is_a_change_and_wrapping_is_none(texts: list[str]) -> None:
    one = replace(OLD, anchors=tuple(f"word {text}" for text in texts))
    wrapped = replace(OLD, anchors=tuple(f"\tword\n  {text} " for text in texts))
    moved = replace(OLD, anchors=(one.anchors[0] + " word", *one.anchors[1:]))
    assert wording_of(one) == wording_of(wrapped)
    assert wording_of(one) != wording_of(moved)


def test_rating_again_answers_the_present_words() -> None:
    said = rate(Assessment(), "a", 2, wording_of(OLD))
    assert is_reworded(NEW, said.answer("a"))
    assert not is_reworded(NEW, rate(said, "a", 2, wording_of(NEW)).answer("a"))
    assert not is_reworded(NEW, rate(said, "a", 2).answer("a"))
    assert is_reworded(NEW, set_aside(said, "a", "not ours", wording_of(OLD)).answer("a"))
    assert clear(said, "a").answers == ()


def test_reworded_skills_come_in_the_order_of_the_pack() -> None:
    given_to = [Answer(skill=name, level=1, anchors="00000000") for name in ("statistics", "unknown", "python")]
    assert reworded(EXAMPLE, Assessment(answers=tuple(given_to))) == ("python", "statistics")


@pytest.mark.parametrize(
    ("now", "option"),
    [
        (CHECK, 2),
        (replace(CHECK, options=("Two", "Three", "One")), 1),
        (replace(CHECK, options=("One", "Too", "Three"), option_aliases=(OptionAlias(option=2, was="Two"),)), 2),
        (replace(CHECK, options=("One", "Too", "Three")), None),
        (replace(CHECK, question="Which not?"), None),
        (replace(CHECK, options=("One",)), None),
        (replace(CHECK, options=("Two", "Two", "Two")), 2),
    ],
    ids=["same", "moved", "former text", "other text", "other question", "gone", "twice"],
)
def test_a_chosen_option_is_found_by_its_text(now: Check, option: int | None) -> None:
    response = Response(item="q", option=2, chosen=choice_of(CHECK, 2))
    assert present_option(now, response) == option


def test_not_knowing_is_found_too_and_a_number_alone_counts_as_it_stands() -> None:
    moved = replace(CHECK, options=("Two", "Three", "One"))
    assert present_option(moved, Response(item="q", option=0, chosen=choice_of(CHECK, 0))) == 0
    assert present_option(moved, Response(item="q", option=2)) == 2
