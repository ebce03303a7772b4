"""What a person may take for granted anywhere: nothing typed is lost, nothing is far, the mouse will do, q is safe."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from tests.ui.conftest import Opening, Person

MODES = {"o": "home", "a": "rate", "r": "results", "p": "plan", "comma": "settings", "C": "check"}
SIZES = ((60, 20), (200, 60), (80, 24))


async def resized(person: Person) -> None:
    for size in SIZES:
        await person.pilot.resize_terminal(*size)
        await person.settle()


async def click(person: Person, text: str) -> None:
    """Click on the last place where a text stands, once nothing moves any more."""
    await person.settle()
    y, row = next((y, row) for y, row in reversed(list(enumerate(person.rows()))) if text in row)
    await person.pilot.click(offset=(row.rindex(text) + 1, y))
    await person.settle()


@pytest.mark.slow
async def test_a_resize_in_the_middle_of_anything_loses_nothing(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate", file=rated) as person:
        await person.press("m")
        await person.type("half a note")
        await resized(person)
        assert person.app.screen.query_one(TextArea).text == "half a note"
        await person.press("escape", "escape", "slash")
        await person.type("rerank")
        await resized(person)
        assert person.app.screen.query_one(Input).value == "rerank"
        await person.press("enter")
        assert person.session.current == "hybrid-reranking"
        await person.press("t", "down", "right", "down")
        await resized(person)
        await person.press("enter")
        assert person.session.profile.role.id == "ml-engineer"
        await person.press("r", "f")
        await person.type("data")
        await resized(person)
        await person.press("enter")
        assert person.sees('have "data"')


@pytest.mark.slow
async def test_every_screen_is_one_key_from_every_other_and_shows_itself(opened: Opening, rated: Path) -> None:
    async with opened(file=rated) as person:
        for first in MODES:
            for key, mode in MODES.items():
                await person.pilot.press(first, key)
                assert person.app.current_mode == mode
            assert len(person.app.screen.query("*")) <= 50
        await person.settle()


@pytest.mark.slow
async def test_undo_and_redo_go_over_the_whole_sitting(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer") as person:
        begin = person.session.assessment
        await person.press("3", "0", "n")
        await person.type("not my job")
        await person.press("enter", "left", "c", "c", "left", "backspace", "l")
        await person.type("2026-03")
        await person.press("enter", "5")
        end = person.session.assessment
        assert end.answers != begin.answers
        await person.pilot.press(*["u"] * 12)
        assert person.session.assessment.answers == begin.answers
        assert person.was_told("Nothing to undo.")
        await person.pilot.press(*["ctrl+r"] * 12)
        assert person.session.assessment.answers == end.answers
        await person.press("r", "u")
        assert person.was_told("Taken back: ")
        assert person.session.assessment.answers != end.answers
        await person.press("ctrl+r", "o", "u", "ctrl+r")
        assert person.session.assessment.answers == end.answers


async def test_the_mouse_alone_will_do(opened: Opening) -> None:
    async with opened(size=(120, 40)) as person:
        await click(person, "Choose the role and grade")
        await click(person, "ML Engineer")
        await click(person, "Staff")
        assert person.session.profile.name == "ML Engineer · Staff"
        first = person.session.current
        await click(person, "3 Independent")
        assert person.level(first) == 3
        await click(person, "Undo")
        assert person.level(first) is None
        await click(person, "Commands")
        await click(person, "Leave the skill as it is")
        assert person.session.current != first
        await click(person, "Results")
        assert person.app.current_mode == "results"
        await click(person, "Help")
        assert person.sees("What your answers come to")
        await person.press("escape")
        await click(person, "Quit")
        assert person.app.return_code == 0


async def test_q_is_a_letter_in_a_field_and_never_loses_anything_elsewhere(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate", role="ai-engineer", file=answers) as person:
        await person.press("4", "left", "m", "q")
        assert person.app.screen.query_one(TextArea).text == "q"
        await person.press("tab", "enter", "slash", "q")
        assert person.app.screen.query_one(Input).value == "q"
        await person.press("escape", "?", "q", "r", "2", "q")
        assert person.app.return_code == 0
    assert 'note = "q"' in answers.read_text()


async def test_what_is_pasted_rates_nothing(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer") as person:
        person.app.post_message(Paste("3 2 1\n0"))
        await person.settle()
        assert not person.session.assessment.answers


async def test_the_line_of_help_goes_away_once_it_is_known(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer") as person:
        hint = "Type 0-5: the highest level whose statement is true of you today."
        for _ in range(3):
            assert person.sees(hint)
            await person.press("2", "right", "left")
        assert not person.sees(hint)
