"""A sitting that lasts into another day, and a clock that was wrong."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.conftest import ROOT
from tests.ui.conftest import Opening, Person

LATE = datetime(2026, 11, 24, 23, 59)  # noqa: DTZ001 - a person's wall clock


async def at(person: Person, moment: datetime) -> None:
    """Let it be another moment, and the app look at its clock."""
    person.session.clock = lambda: moment
    screen = person.app.screen
    screen.see_the_day()  # type: ignore[attr-defined]  # else it does within seconds
    await person.settle()


async def test_the_plan_begins_on_the_day_that_has_begun_and_days_to_come_are_doubted(
    opened: Opening, answers: Path
) -> None:
    answers.parent.mkdir(parents=True)
    shutil.copy(ROOT / "examples" / "backend-engineer.toml", answers)
    async with opened(mode="plan", file=answers, size=(100, 30)) as person:
        person.session.budget = replace(person.session.budget, start=LATE.date())
        await at(person, LATE)
        assert person.sees("from 2026-11-24")
        await at(person, LATE + timedelta(minutes=2))
        assert person.sees("from 2026-11-25")
        await person.press("space", "enter")
        assert person.session.plans.previous is not None
        (done,) = person.session.plans.previous.finished
        assert str(done.done) == "2026-11-25"
        await person.press("j")
        assert not person.sees("still to come")
        await at(person, LATE)  # it was wrong
        assert person.sees(f"{done.id} is marked as done on 2026-11-25, which is still to come; it counts as done")
