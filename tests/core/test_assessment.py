"""Answers change by giving new values; nothing a person said is lost by accident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from skillgap.core.assessment import Answer, Assessment, Evidence, change, clear, rate, set_aside

FULL = Answer(
    skill="rag",
    level=2,
    confidence="sure",
    last_used=date(2026, 9, 1),
    note="for the docs site",
    evidence=(Evidence(kind="linked", where="https://example.org/repo"),),
)
SAID = Assessment(answers=(Answer(skill="python", level=3), FULL))


def test_rating_again_keeps_what_else_was_said() -> None:
    assert rate(SAID, "rag", 4).answer("rag") == replace(FULL, level=4)
    assert rate(SAID, "rag", 4).answer("python") == Answer(skill="python", level=3)


def test_level_and_not_applicable_replace_each_other() -> None:
    aside = set_aside(SAID, "rag", "")
    assert (aside.answer("rag").level, aside.answer("rag").na) == (None, "")
    assert aside.answer("rag").is_answered
    assert rate(aside, "rag", 0).answer("rag").na is None


def test_clearing_keeps_the_note_and_drops_the_rest() -> None:
    assert clear(SAID, "rag").answer("rag") == Answer(skill="rag", note="for the docs site")
    assert not clear(SAID, "rag").answer("rag").is_answered
    assert [answer.skill for answer in clear(SAID, "python").answers] == ["rag"]


def test_the_old_value_stays_as_it_was() -> None:
    rate(SAID, "python", 5)
    assert SAID.answer("python").level == 3


def test_level_zero_is_an_answer_and_a_blank_is_not() -> None:
    assert rate(SAID, "new", 0).answer("new").is_answered
    assert not SAID.answer("never-mentioned").is_answered


def test_an_edit_that_says_nothing_leaves_no_row() -> None:
    assert change(SAID, "new", lambda answer: answer).answers == SAID.answers
