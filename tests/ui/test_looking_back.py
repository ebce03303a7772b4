"""Rated again on a later day: one question about then, one key to skip it, and the comparison on Results."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from skillgap.core.assessment import Earlier
from skillgap.ui.screens.look_back import LookBackScreen
from tests.ui.conftest import Opening, Person
from tests.ui.given import put

LONG_AGO = date(2025, 3, 1)
DATED = """
[target]
role = "ai-engineer"
grade = "senior"
[[answer]]
skill = "python-engineering"
level = 2
date = 2025-03-01
[[answer]]
skill = "backend-apis"
level = 1
date = 2025-03-01
"""


@pytest.fixture
def dated(answers: Path) -> Path:
    return put(answers, DATED)


def asked(person: Person) -> str:
    """The question of the dialog in front."""
    assert isinstance(person.app.screen, LookBackScreen)
    return str(person.app.screen.query_one(Static).visual)


async def test_a_changed_level_asks_where_you_were_and_keeps_both(opened: Opening, dated: Path) -> None:
    async with opened(mode="rate", file=dated) as person:
        session = person.session
        session.move_to("python-engineering")
        person.app.session_changed()
        await person.press("4")
        assert "with Python engineering on 2025-03-01? You said 2 Guided." in asked(person)
        await person.press("1")
        answer = session.assessment.answer("python-engineering")
        assert (answer.level, answer.earlier) == (4, (Earlier(level=2, date=LONG_AGO, looking_back=1),))
        session.move_to("backend-apis")
        person.app.session_changed()
        await person.press("3", "s")
        assert session.assessment.answer("backend-apis").earlier == (Earlier(level=1, date=LONG_AGO),)
        assert "looking_back = 1" in session.file.read_text()
        await person.press("r")
        await person.press("5")
        assert "Python engineering: 2 then (2025-03-01), 1 looking back, 4 now" in person.page()
        assert "the gain is between" in " ".join(person.page().split())


async def test_a_re_assessment_is_started_and_ended_by_one_key(opened: Opening, dated: Path) -> None:
    async with opened(file=dated) as person:
        session = person.session
        await person.press("n")
        assert person.sees("Re-assessment: 2 to rate again")
        assert session.current in session.interview.again
        await person.press("2")
        assert "You said 1" in asked(person) or "You said 2" in asked(person)
        await person.press("escape", "o")
        assert len(session.interview.again) == 1
        await person.press("n")
        assert not session.interview.again
        kept = session.assessment.answer_by_skill
        assert sum(bool(answer.earlier) for answer in kept.values()) == 1
        assert person.was_told("The re-assessment is ended")
