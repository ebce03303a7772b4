"""Notes and the contrasts behind them: when one is due, what it says, and what it never says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skillgap.core.belief.calibration import Forecast, calibration
from skillgap.core.belief.consistency import PrerequisiteConflict, rating_pattern
from skillgap.core.belief.contrasts import contrasts
from skillgap.core.belief.notes import (
    Note,
    certainty_note,
    conflict_note,
    contrast_note,
    foil_note,
    pattern_note,
)
from skillgap.core.belief.overclaiming import Familiarity
from skillgap.core.belief.posterior import believe
from tests.core.belief.examples import TOP, example_a, outcome


def foils(claimed: int) -> Familiarity:
    return Familiarity(real_claimed=18, real_shown=20, foils_claimed=claimed, foils_shown=5)


def stated(probability: float, right: int, wrong: int) -> Note | None:
    answers = [Forecast(probability=probability, right=each < right) for each in range(right + wrong)]
    return certainty_note(calibration(answers))


def contrasting() -> list[Note]:
    """Python rated 4 with two wrong checks, RAG rated 1 with three hard ones right."""
    python, rag, *others = example_a(checked=False)
    python = replace(python, checks=tuple(outcome("python", level, right=False) for level in (2, 3)))
    rag = replace(rag, checks=tuple(outcome("rag", level, right=True) for level in (2, 3, 4)))
    facts = (python, rag, *others)
    return [contrast_note(each, each.skill.upper()) for each in contrasts(facts, believe(facts, top=TOP))]


def every_note() -> list[Note]:
    notes = [
        foil_note(foils(2)),
        conflict_note(
            PrerequisiteConflict(skill="rag", level=4, prerequisite="vectors", prerequisite_level=1),
            {"rag": "RAG", "vectors": "embeddings"},
        ),
        pattern_note(rating_pattern([3] * 12)),
        stated(0.9, 5, 5),
        stated(0.5, 9, 1),
        *contrasting(),
    ]
    return [note for note in notes if note is not None]


def test_every_note_has_its_three_parts_and_no_word_about_character() -> None:
    notes = every_note()
    assert len(notes) == 7
    for note in notes:
        assert all((note.facts, note.reason, note.action))
        assert all(part.endswith((".", "?")) for part in (note.facts, note.reason, note.action))
        words = note.text.lower()
        assert not any(word in words for word in ("dishonest", "inflated", "failed", "cheat", "lie ", "fake"))


def test_the_foil_note_states_the_count() -> None:
    note = foil_note(foils(2))
    assert note is not None
    assert note.text == (
        "You marked two of the five made-up terms as familiar. That happens easily with terms that sound right. "
        "A few quick checks would make your result firmer."
    )
    assert foil_note(foils(1)) is None


def test_at_most_one_note_about_a_pattern() -> None:
    note = pattern_note(rating_pattern([3] * 12))
    assert note is not None
    assert note.facts == "12 ratings in a row are 3."
    assert pattern_note(rating_pattern([1, 2, 3])) is None


def test_certainty_notes_need_a_few_answers_and_a_real_difference() -> None:
    over, under = stated(0.9, 5, 5), stated(0.5, 9, 1)
    assert over is not None
    assert over.facts == "You were 90 % certain on average, and 50 % were right."
    assert over.action == "Next time, name a number about 40 points lower."
    assert under is not None
    assert under.action.endswith("40 points higher.")
    assert over.reason == "That is common, above all with questions that look easy."
    assert under.reason == "Careful people often know more than they give themselves credit for."
    assert stated(0.9, 4, 4) is not None, "eight answers are enough"
    assert stated(0.9, 4, 3) is None
    assert stated(0.9, 8, 2) is None


def test_blind_spots_and_hidden_strengths() -> None:
    blind, hidden = sorted(contrasting(), key=lambda each: each.facts)
    assert blind.facts == "You rated PYTHON 4 and answered none of two checks right."
    assert hidden.facts == "You rated RAG 1 and answered three of three checks right."


@pytest.mark.parametrize("checked", [False, True])
def test_checks_that_agree_with_the_rating_are_no_contrast(checked: bool) -> None:
    facts = tuple(each for each in example_a(checked=checked) if each.id != "mlops")
    assert contrasts(facts, believe(facts, top=TOP)) == ()
