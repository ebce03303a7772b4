"""What a person says beside a level: how sure, round the circle, and what a piece of evidence needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from skillgap.core.assessment import Answer, confidence_text, next_confidence
from skillgap.core.evidence import piece_problem
from skillgap.core.rubric import Level, Scale

SCALE = Scale(levels=tuple(Level(value=value, name=str(value)) for value in range(4)))
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("level", "words"),
    [(3, ["unsure", "fairly sure", "sure", ""]), (0, ["never done it", "fairly sure", "unsure", ""])],
)
def test_one_key_goes_round_and_of_level_0_begins_with_never(level: int, words: list[str]) -> None:
    answer, said = Answer(skill="a", level=level), []
    for _ in words:
        answer = replace(answer, confidence=next_confidence(answer))
        said.append(confidence_text(answer))
    assert said == words


@pytest.mark.parametrize(
    ("where", "note", "level", "day", "problem"),
    [
        ("https://example.org", "", "", "", ""),
        ("", "a talk", "3", "2026-09", ""),
        ("", "", "", "", "Write a link, or a few words."),
        ("a\x1bb", "", "", "", "A link or path cannot hold \\u001B."),
        ("a\u202eb", "", "", "", "A link or path cannot hold \\u202E."),
        ("a", "", "4", "", "The level is a number from 0 to 3; leave it empty for the rated one."),
        ("a", "", "", "soon", "Write a date as 2026-09-30, 2026-09 or 2026."),
        ("a", "", "", "2026-11-25", "2026-11-25 is still to come."),
    ],
)
def test_what_a_piece_of_evidence_needs(where: str, note: str, level: str, day: str, problem: str) -> None:
    assert piece_problem(SCALE, where, note, level, day, TODAY) == problem
