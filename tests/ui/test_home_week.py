"""What Home says of the plan: this week, what is due for a look, and each kind of nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from skillgap.core.progress import with_done
from skillgap.files.reports import dump_plan
from skillgap.ui.actions import Action, key_name
from skillgap.ui.opening import open_session
from skillgap.ui.pages.home_week import week_block
from skillgap.ui.pages.room import Room
from skillgap.ui.session import Session
from skillgap.ui.text import UNICODE
from skillgap.ui.widgets.row_sheet import RowSheet
from tests.ui.conftest import Opening

NOW = datetime(2026, 11, 24, 9)  # noqa: DTZ001 - a person's wall clock


def key_of(action: Action) -> str:
    return key_name(action.keys[0])


def start(file: Path, grade: str | None = None) -> Session:
    return open_session(file, role="ai-engineer" if grade else None, grade=grade, clock=lambda: NOW)


def said(session: Session, width: int = 76) -> str:
    plan = session.plan(session.budget) if session.interview.count("rated") else None
    lines = week_block(session, plan, Room(width, 24, UNICODE, key_of))
    assert all(line.cell_length <= width for line in lines)
    return "\n".join(line.plain for line in lines)


def test_the_steps_of_this_week_have_keys_and_days(rated: Path) -> None:
    session = start(rated)
    page = said(session)
    plan = session.plan(session.budget)
    for number, name in enumerate(plan.weeks[0].steps[:5], 1):
        step = next(step for step in plan.scheduled if step.id == name)
        assert f" {number} {step.name} → {step.to}" in page
        assert f"until {step.ends}" in page
    assert "Readiness 56 → 96 % by 2029-04-09; no deadline is set" in page
    session.budget = replace(session.budget, deadline=NOW.date() + timedelta(weeks=10))
    assert "steps do not fit" in said(session)
    session.budget = replace(session.budget, start=date(2027, 1, 11))
    assert "From 2027-01-11 on" in said(session), "a plan that begins later has no week yet"
    assert max(map(len, said(session, width=40).splitlines())) <= 40


def test_each_kind_of_nothing_says_what_to_do(answers: Path) -> None:
    session = start(answers, grade="mid")
    assert not said(session), "the block above says that nothing is rated"
    skills = session.interview.skills
    session.rate(skills[0].id, 5)
    assert "What is rated meets this profile" in said(session)
    assert "a goes on" in said(session)
    for skill in skills:
        session.rate(skill.id, 5)
    assert "Nothing is missing" in said(session)
    assert "t aims at a higher grade" in said(session)
    session.choose_target("ai-engineer", "senior")
    for skill in session.interview.skills:
        session.rate(skill.id, 3)
    assert "Nothing is left to study: What is missing needs experience at work" in said(session)
    assert "\nAsk for: " in said(session)
    session.rate(skills[0].id, 1)
    session.budget = replace(session.budget, deadline=NOW.date() + timedelta(days=1))
    assert "No step fits before 2026-11-25: What is missing needs more time" in said(session)
    assert "Ask for" not in said(session)
    answers.with_name("plan.toml").write_text("kind = \n")
    session.close()
    assert "plan.toml cannot be read and is left as it is" in said(start(answers))


def test_a_deadline_that_has_passed_is_not_forgotten_in_silence(rated: Path) -> None:
    session = start(rated)
    plan = session.plan(replace(session.budget, deadline=NOW.date() + timedelta(weeks=10)))
    rated.with_name("plan.toml").write_text(dump_plan(plan))
    session.close()
    later = open_session(rated, clock=lambda: NOW + timedelta(weeks=20))
    assert f"the deadline {plan.budget.deadline} has passed" in said(later, 100)
    later.budget = replace(later.budget, deadline=NOW.date() + timedelta(weeks=30))
    assert later.passed_deadline is None


async def test_what_is_due_is_one_key_away_and_enter_does_the_first(opened: Opening, rated: Path) -> None:
    async with opened(file=rated) as person:
        session = person.session
        plan = session.plan(session.budget)
        done, step = plan.scheduled[0], plan.scheduled[1]
        kept = with_done(plan, done.id, session.today - timedelta(weeks=4), 3)
        rated.with_name("plan.toml").write_text(dump_plan(kept))
    async with opened(file=rated) as person:
        assert person.sees(f"1 Still true? {done.name} → {done.to} due {person.session.today}")
        await person.press("2")
        assert person.app.current_mode == "plan"
        assert person.app.screen.query_one("#steps", RowSheet).key == step.id
        person.session.rate(done.skill, done.to)
        await person.press("o", "9", "enter")
        assert person.app.current_mode == "plan"
        assert person.sees(f"Is it still true of you? {done.anchor} y says so")
        await person.press("y")
        assert not person.sees("Is it still true of you?")
        assert person.sees(f"on {person.session.today}, you said")
        await person.press("o")
        assert not person.sees("Still true?")
        await person.press("p", "u", "o")
        assert person.sees("Still true?")
