"""The plan, as a person lives with it."""

from __future__ import annotations

import shutil
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from tests.ui.conftest import Opening

EXAMPLE = Path(__file__).parents[2] / "examples" / "backend-engineer.toml"


@pytest.fixture
def rated(answers: Path) -> Path:
    """A complete assessment."""
    answers.parent.mkdir(parents=True)
    shutil.copy(EXAMPLE, answers)
    return answers


def kept(answers: Path) -> dict[str, object]:
    return tomllib.loads(answers.with_name("plan.toml").read_text())


async def test_without_a_rating_it_says_how_to_get_a_plan(opened: Opening) -> None:
    async with opened(mode="plan", role="ai-engineer") as person:
        assert person.sees("There is no plan yet.")
        assert person.sees("Press a to rate")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_step_at_hand_and_the_way_out_are_seen_at_every_size(
    opened: Opening, rated: Path, size: tuple[int, int]
) -> None:
    async with opened(mode="plan", file=rated, size=size) as person:
        first = person.session.plan(person.session.budget).scheduled[0]
        assert person.sees(first.name)
        assert person.sees("Why now")
        assert person.sees("Help")
        assert person.sees("Quit")
        assert person.sees("Study alone reaches")


async def test_done_marks_are_kept_in_the_file_and_taken_back(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        before = person.session.plan(person.session.budget)
        step = before.scheduled[0]
        await person.press("space")
        assert person.sees(f"done {person.session.today}")
        assert person.sees("Now true?")
        marked = [row for row in kept(rated)["step"] if "done" in row]  # type: ignore[attr-defined]
        assert [row["id"] for row in marked] == [step.id]
        assert person.level(step.skill) == step.to - 1
        await person.press("u")
        assert not person.sees(f"done {person.session.today}")
        assert not [row for row in kept(rated)["step"] if "done" in row]  # type: ignore[attr-defined]


async def test_hours_and_deadline_change_the_plan_at_once_and_are_remembered(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("plus", "plus", "minus")
        assert person.sees("9 hours a week")
        day = person.session.today + timedelta(weeks=10)
        await person.press("d")
        await person.type(day.isoformat())
        await person.press("enter")
        assert person.sees(f"until {day}")
        assert "Does not fit before the deadline" in person.page()
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        assert person.session.budget.hours_per_week == 9
        assert person.session.budget.deadline == day


async def test_a_deadline_that_cannot_be_is_refused_in_words(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        await person.press("d")
        await person.type("soon")
        await person.press("enter")
        assert person.sees('"soon" is not a date')
        await person.press("escape")
        assert person.session.budget.deadline is None


async def test_must_haves_first_and_experience_are_switches(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("m")
        assert person.sees("must-haves first")
        assert "Experience at work" in person.page()
        await person.press("w")
        assert "Experience at work" not in person.page()
        await person.press("m", "w")
        assert not person.sees("must-haves first")


async def test_enter_shows_the_skill_of_the_step_on_rate(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        step = person.session.plan(person.session.budget).scheduled[1]
        await person.press("j", "enter")
        assert person.app.current_mode == "rate"
        assert person.session.current == step.skill


async def test_a_kept_plan_that_cannot_be_read_is_left_alone_and_said(opened: Opening, rated: Path) -> None:
    broken = rated.with_name("plan.toml")
    broken.write_text("kind = \n")
    async with opened(mode="plan", file=rated) as person:
        await person.press("space")
        assert person.was_told("cannot be read as a plan")
    assert broken.read_text() == "kind = \n"
