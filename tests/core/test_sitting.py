"""A sitting of checks, as values: its phases, what is taken back, and the words at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skillgap.core.assessment import Response, rate
from skillgap.core.quiz import ENDINGS, respond, source_link
from skillgap.core.sitting import NO_CHECKS, SETTLED, STOPPED, Sitting, begin, closing, tenths
from tests.core.test_estimated import CHECKS
from tests.core.test_quiz import DAY, QUIZ, RIGHT, WRONG


def answered(sitting: Sitting, option: int, probability: float | None = None) -> Sitting:
    """The sitting with the outcome of an option of the pack's order in front."""
    chosen = sitting.choose(sitting.order.index(option) + 1 if option else 0)
    response = chosen.response(probability)
    quiz = replace(
        chosen.quiz,
        assessment=respond(chosen.quiz.assessment, response),
        asked=(*chosen.quiz.asked, response.item),
    )
    return chosen.kept(response, quiz)


def test_a_question_leads_to_certainty_to_the_outcome_and_on() -> None:
    sitting = begin(QUIZ)
    check = sitting.check
    assert check is not None
    assert (sitting.phase, len(sitting.order)) == ("asked", len(check.options))
    chosen = sitting.choose(1)
    assert (chosen.phase, chosen.option, chosen.choose(2).option) == ("chosen", sitting.order[0], sitting.order[1])
    told = answered(sitting, RIGHT, 0.8)
    assert (told.phase, told.check, told.order) == ("told", check, sitting.order)
    assert told.quiz.assessment.checks[0] == Response(
        item=check.id, option=RIGHT, chosen=told.quiz.assessment.checks[0].chosen, probability=0.8, date=DAY, seed=1
    )
    assert told.going_on().phase == "asked"
    assert told.going_on().check != check


def test_not_knowing_has_no_certainty_and_nothing_else_can_be_chosen() -> None:
    sitting = begin(QUIZ)
    assert sitting.choose(0).response(0.9).probability is None
    for place in (-1, len(sitting.order) + 1):
        with pytest.raises(ValueError, match="nothing to choose"):
            sitting.choose(place)
    with pytest.raises(ValueError, match="nothing to choose"):
        answered(sitting, WRONG).choose(1)
    with pytest.raises(ValueError, match="nothing is chosen"):
        sitting.response(None)


def test_what_is_taken_back_is_asked_again_with_the_same_order() -> None:
    first = begin(QUIZ)
    second = answered(first, WRONG).going_on()
    back = answered(second, RIGHT).taken_back()
    assert (back.check, back.order, back.can_take_back) == (second.check, second.order, True)
    assert back.taken_back().quiz == first.quiz
    assert not back.taken_back().can_take_back


def test_a_rating_changed_meanwhile_keeps_what_was_answered_this_time() -> None:
    sitting = answered(answered(begin(QUIZ), RIGHT).going_on(), WRONG)
    changed = rate(sitting.quiz.assessment, "python", 1)
    again = sitting.renewed(replace(QUIZ, assessment=changed))
    assert (again.phase, again.quiz.asked, again.quiz.assessment) == ("asked", sitting.quiz.asked, changed)
    assert any(line.startswith("2 answered this time, 1 of them right") for line in closing(again.stopped()))
    fresh = replace(QUIZ, assessment=replace(changed, checks=()))
    assert again.bands[0] == fresh.band != sitting.bands[0]
    other = replace(QUIZ, assessment=replace(changed, checks=changed.checks[:1]))
    assert sitting.renewed(other) == begin(other)


def test_a_question_left_aside_does_not_come_again_this_time_and_leaves_no_answer() -> None:
    sitting, seen = begin(QUIZ), []
    while sitting.check is not None:
        seen.append(sitting.check.id)
        sitting = sitting.skipping()
    assert len(seen) == len(set(seen)) == len({check.id for check in CHECKS})
    assert (sitting.quiz.assessment.checks, sitting.can_take_back) == ((), False)
    assert ENDINGS["none left"] in closing(sitting)


def test_the_end_says_why_and_what_has_changed() -> None:
    sitting = begin(QUIZ)
    assert list(closing(sitting.stopped()))[:2] == [STOPPED, "0 answered this time, 0 of them right; 0 in all."]
    for turn in range(9):
        sitting = answered(sitting, (RIGHT, WRONG)[turn % 2]).going_on()
    before, now = sitting.bands[0], sitting.bands[-1]
    lines = list(closing(sitting.stopped()))
    assert lines[1] == "9 answered this time, 5 of them right; 9 in all."
    assert f"{before.low:.0f} to {before.high:.0f} before, {now.low:.0f} to {now.high:.0f} now." in lines[2]
    assert "Results show readiness by ratings first; one more check changes that." in lines
    tenth = answered(sitting, WRONG)
    text = " ".join(closing(tenth.stopped()))
    assert "10 checks are answered: from now on results show readiness by ratings and checks first." in text
    assert SETTLED in text
    assert "%, and is" in text
    assert len(tenth.bands) == 11


def test_a_sitting_without_questions_is_over_at_once() -> None:
    sitting = begin(replace(QUIZ, pack=replace(QUIZ.pack, checks=())))
    assert (sitting.phase, sitting.check, sitting.order) == ("over", None, ())
    assert tuple(closing(sitting)) == NO_CHECKS


def test_a_digit_stands_for_tenths() -> None:
    assert [tenths(digit) for digit in range(10)] == [1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://a\x1b", "ftp://a", "", "https://bücher"],
)
def test_only_plain_web_addresses_are_links(url: str) -> None:
    assert source_link(replace(CHECKS[0], url=url)) == ""
    assert source_link(replace(CHECKS[0], url="https://example.org/a?b#c")) == "https://example.org/a?b#c"
