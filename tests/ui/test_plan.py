"""The plan, as a person lives with it."""

from __future__ import annotations

import re
import threading
import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from skillgap.core.choices import exclude
from skillgap.core.plan import Budget, Plan, PlannedStep
from skillgap.core.progress import with_done, with_note
from skillgap.core.text import cells
from skillgap.files.reports import dump_plan, load_plan
from skillgap.ui.pages.plan_detail import is_link
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet
from tests.ui.conftest import Opening, Person
from tests.ui.packs import MARKUP, hostile


def kept(answers: Path) -> dict[str, object]:
    return tomllib.loads(answers.with_name("plan.toml").read_text())


async def test_without_a_rating_it_says_how_to_get_a_plan(opened: Opening) -> None:
    async with opened(mode="plan", role="ai-engineer") as person:
        assert person.sees("There is no plan yet.")
        assert person.sees("a Rate your skills")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_the_step_at_hand_and_the_way_out_are_seen_at_every_size(
    opened: Opening, rated: Path, size: tuple[int, int]
) -> None:
    async with opened(mode="plan", file=rated, size=size) as person:
        first = person.session.plan(person.session.budget).scheduled[0]
        assert person.sees(first.name[:20])
        assert person.sees("enter Open") == (size == (60, 20))
        if size == (60, 20):
            await person.press("enter")
        assert set(first.practice.split()) <= set(person.page().split())
        assert person.sees("Done when")
        if size == (80, 24):  # what is to be done stands before why
            await person.press("right", "right")
        assert person.sees("Why now")
        await person.press("escape" if size == (60, 20) else "left")
        assert person.sees("Help")
        assert person.sees("Quit")
        assert person.sees("Study alone reaches")


async def to(person: Person, key: str) -> None:
    """Have the cursor on a row, however many key presses away."""
    steps = person.app.screen.query_one("#steps", RowSheet)
    steps.point_at(key)
    await person.settle()
    assert steps.key == key


def marked(answers: Path) -> list[str]:
    """Ids of the steps that are done in the file."""
    return [row["id"] for row in kept(answers)["step"] if "done" in row]  # type: ignore[attr-defined]


async def test_done_marks_are_kept_in_the_file_and_taken_back(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        before = person.session.plan(person.session.budget)
        step = before.scheduled[0]
        await person.press("space", "enter")
        assert person.sees(f"done {person.session.today}")
        assert marked(rated) == [step.id]
        assert kept(rated) == tomllib.loads(dump_plan(person.session.plan(person.session.budget))), "planned anew"
        assert person.level(step.skill) == step.to - 1, "a rating is proposed, not set"
        await person.press("u")
        assert not person.sees(f"done {person.session.today}")
        assert not marked(rated)
        await person.press("space", "enter", "backspace")
        assert not marked(rated)
    async with opened(mode="plan", file=rated) as person:
        await person.press("space", "enter")
    async with opened(mode="plan", file=rated) as person:
        assert person.sees(f"done {person.session.today}")


async def test_a_mark_is_on_disk_before_the_plan_is_made_anew(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        step = person.session.plan(person.session.budget).scheduled[0]
        await person.pilot.press("space", "enter")
        assert marked(rated) == [step.id]


async def test_a_done_step_proposes_the_new_rating_with_its_anchor(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        place = person.session.current
        step = person.session.plan(person.session.budget).scheduled[0]
        assert not person.sees("y True now")
        await person.press("space", "enter")
        assert person.sees(f"Is it true of you now? {step.anchor} y rates you {step.to}")
        await person.press("y")
        assert person.level(step.skill) == step.to
        assert person.session.current == place, "the place on Rate stays"
        assert not person.sees("Is it true of you now?")
        assert marked(rated) == [step.id]
        await person.press("u")
        assert person.level(step.skill) == step.to - 1
        await person.press("ctrl+r")
        assert person.level(step.skill) == step.to
        await person.press("u", "u")
        assert person.level(step.skill) == step.to - 1
        assert not marked(rated)


async def test_a_step_marked_out_of_turn_takes_the_lower_ones_along(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        plan = person.session.plan(person.session.budget)
        second = next(step for step in plan.scheduled if step.to == 2 and f"{step.skill}-1" in str(plan.steps))
        await to(person, second.id)
        await person.press("space", "enter")
        assert marked(rated) == [f"{second.skill}-1", second.id]


async def test_a_mark_says_when_and_how_long_and_can_be_corrected(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        step = person.session.plan(person.session.budget).scheduled[0]
        day = person.session.today - timedelta(days=3)
        await person.press("space")
        assert person.sees(f"Typically {step.hours:g}.")
        await person.press("ctrl+u", "x", "enter")
        assert person.sees('"x" is not a number of hours')
        await person.press("ctrl+u", *"4,5", "shift+tab", "ctrl+u")
        await person.type(f"{day}")
        await person.press("enter")
        assert person.sees(f"{day}, 4.5 hours, typically {step.hours:g}")
        await person.press("space", "ctrl+u", *"6", "enter")
        row = next(row for row in kept(rated)["step"] if row["id"] == step.id)  # type: ignore[attr-defined]
        assert (row["done"], row["hours_spent"]) == (day, 6)
        await person.press("u", "u")
        assert not marked(rated)
        await person.press("space", "ctrl+u", *"2", "shift+tab", "ctrl+u", "enter")
        assert person.sees("2 hours behind you")
        assert not marked(rated)


async def test_a_note_stays_with_its_step(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("n")
        await person.type("ask [b]Ada[/b] for the data")
        await person.press("ctrl+s", "plus")
        assert person.sees("ask [b]Ada[/b] for the data")
        await person.pilot.resize_terminal(80, 24)
        assert person.sees("ask [b]Ada[/b] for the data")
        assert "ask [b]Ada[/b] for the data" in {step.note for step in load_plan(rated.with_name("plan.toml")).steps}
        await person.press("n", "ctrl+k", "ctrl+s")
        assert not person.sees("Ada")
        await person.press("u")
        assert person.sees("Ada")


async def test_a_link_is_opened_only_by_its_key_and_only_on_the_web(
    opened: Opening, rated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        visited: list[str] = []
        monkeypatch.setattr(person.app, "open_url", visited.append)
        reading = person.session.plan(person.session.budget).scheduled[0].readings[0]
        assert person.sees("v Open link")
        await person.press("enter", "escape", "v")
        assert visited == [reading.url]
    for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://ä.example", "http://\x1b[2J"):
        assert not is_link(url)


async def test_what_if_shows_three_plans_and_takes_the_hours_of_one(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(80, 24)) as person:
        await person.press("d")
        await person.type(f"{person.session.today + timedelta(weeks=26)}")
        await person.press("enter", "c")
        half, now, double = person.session.what_if(person.session.budget)
        for it in (half, now, double):
            assert person.sees(f"{it.readiness:.1f} %")
        assert half.left_out > now.left_out > double.left_out
        await person.press("left", "enter")
        assert person.session.budget.hours_per_week == 4
        await person.press("u", "c", "escape")
        assert person.session.budget.hours_per_week == 8


async def test_a_plan_edited_by_hand_meanwhile_loses_nothing(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("plus")
        file = rated.with_name("plan.toml")
        first, second, *_ = person.session.plan(person.session.budget).scheduled
        theirs = with_note(with_done(load_plan(file), second.id, person.session.today, 7), second.id, "by hand")
        file.write_text(dump_plan(replace(theirs, budget=replace(theirs.budget, review_percent=10))))
        await person.press("space", "enter")
        assert set(marked(rated)) == {first.id, second.id}
        await person.press("plus")
        now = load_plan(file)
        assert now.budget.review_percent == 10
        assert now.budget.hours_per_week == 10
        assert next(step.note for step in now.steps if step.id == second.id) == "by hand"


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
        assert "Needs experience at work" in person.page()
        await person.press("w")
        assert "Needs experience at work" not in person.page()
        assert person.sees("The plan reaches")
        await person.press("m", "w")
        assert not person.sees("must-haves first")


async def test_hours_and_dates_are_taken_back_too(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        before = person.session.budget
        await person.press("plus", "m", "w")
        assert person.session.budget != before
        await person.press("u", "u", "u")
        assert person.session.budget == before
        assert kept(rated)["budget"]["hours_per_week"] == before.hours_per_week  # type: ignore[index]
        await person.press("u")
        assert person.was_told("Nothing to undo.")
        await person.press("ctrl+r", "ctrl+r")
        assert (person.session.budget.hours_per_week, person.session.budget.must_haves_first) == (9, True)
        await person.press("u", "plus", "ctrl+r")
        assert person.was_told("Nothing to redo.")
        await person.press("u", "u")
        await person.press("H", "ctrl+u", *"2,0,2,0,0", "enter")
        assert person.sees("Weekdays are not seven numbers")
        await person.press(*",1,0", "enter")
        assert person.sees("5 hours a week by weekday")
        assert person.session.budget.weekdays == (2, 0, 2, 0, 0, 1, 0)
        await person.press("H", "enter", "P", *"1,5", "enter")
        assert person.session.budget.pace == 1.5
        assert person.sees("at your pace (x1.5)")
        await person.press("u", "u")
        assert person.session.budget == before


@pytest.mark.parametrize("way_out", ["q", "o"])
async def test_hours_are_remembered_however_soon_one_leaves(
    opened: Opening, rated: Path, monkeypatch: pytest.MonkeyPatch, way_out: str
) -> None:
    async with opened(mode="plan", file=rated) as person:
        made, wait = person.session.plan, threading.Event()

        def slow(budget: Budget) -> Plan:
            wait.wait(5)
            return made(budget)

        monkeypatch.setattr(person.session, "plan", slow)
        await person.pilot.press("plus", way_out)
        if way_out == "o":
            assert kept(rated)["budget"]["hours_per_week"] == 9  # type: ignore[index]
        wait.set()
    assert kept(rated)["budget"]["hours_per_week"] == 9  # type: ignore[index]


async def test_a_plan_from_few_answers_says_so(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer", grade="senior") as person:
        await person.press("1", "1", "p")
        assert person.sees("Based on 2 of 41 skills; rate the others and it grows.")


async def test_the_plan_begins_when_one_says(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        day = person.session.today + timedelta(days=30)
        await person.press("b", "ctrl+u")
        await person.type(f"{person.session.today - timedelta(days=1)}")
        await person.press("enter")
        assert person.sees("is over; today is")
        await person.press("ctrl+u")
        await person.type(day.isoformat())
        await person.press("enter")
        assert person.sees(f"from {day}")
        assert person.session.plan(person.session.budget).scheduled[0].starts == day
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        assert person.session.budget.start == day


@pytest.mark.slow
async def test_days_off_are_planned_around_and_edited_as_one_line(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        first = person.session.today + timedelta(days=3)
        last = first + timedelta(days=20)
        before = person.session.plan(person.session.budget).scheduled[-1].ends
        await person.press("s")
        await person.type(f"{last}..{first}")
        await person.press("enter")
        assert person.sees("before")
        await person.press("ctrl+u")
        await person.type(f"{first}..{last}, {last + timedelta(days=30)}=2")
        await person.press("enter")
        assert person.sees("2 stretches of other hours")
        after = person.session.plan(person.session.budget).scheduled[-1].ends
        assert after is not None
        assert before is not None
        assert after > before + timedelta(days=13)
        await person.press("s")
        assert person.sees(f"{first}..{last}, ")
        await person.press("ctrl+u", "enter")
        assert person.sees("no days off")
        assert person.session.plan(person.session.budget).scheduled[-1].ends == before


async def test_enter_opens_the_whole_step_and_leads_to_its_skill(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        steps = person.session.plan(person.session.budget).scheduled
        await person.press("enter")
        assert person.sees(f"{steps[0].name} → {steps[0].to} 1 of")
        assert person.sees("Then true")
        assert steps[0].readings[0].url in "".join(person.page().split())
        await person.press("right")
        assert person.sees(f"{steps[1].name} → {steps[1].to} 2 of")
        await person.press("a")
        assert person.app.current_mode == "rate"
        assert person.session.current == steps[1].skill


async def test_what_was_left_out_says_why_and_what_to_do(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        row = next(r for r in person.session.plan(person.session.budget).left_outs if r.reason == "experience")
        await to(person, row.id)
        assert person.sees("Why not")
        await person.press("enter")
        assert person.sees("Ask for")
        await person.press("escape", "space")
        assert person.was_told("rate the skill instead")
        assert row.practice


async def test_a_skill_that_is_not_rated_leads_to_rate(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate", role="ai-engineer") as person:
        await person.press("1", "p")
        await to(person, next(row.id for row in person.session.plan(person.session.budget).left_outs))
        await person.press("enter")
        assert person.app.current_mode == "rate"
        assert person.session.interview.status(person.session.current) == "open"


async def test_no_gaps_is_said_with_what_to_try_next(opened: Opening) -> None:
    async with opened(mode="plan", role="ai-engineer", grade="mid", size=(120, 40)) as person:
        for skill in person.session.interview.skills:
            person.session.rate(skill.id, 5)
        person.app.session_changed()
        await person.settle()
        assert person.sees("Nothing is missing")
        assert person.sees("t Aim at a higher grade or another role")


async def test_readiness_rises_over_the_same_weeks_as_the_bars(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("d")
        await person.type(f"{person.session.today + timedelta(weeks=20)}")
        await person.press("enter")
        plan = person.session.plan(person.session.budget)
        await to(person, plan.scheduled[-1].id)
        rows = person.rows()
        top = next(row for row in rows if "hours a week" in row)
        last = next(row for row in reversed(rows) if plan.scheduled[-1].name[:20] in row and "▆" in row)
        assert top.rstrip()[-1] in "▁▂▃▄▅▆▇█"
        assert len(top.rstrip()) == len(last.rstrip()), "curve and bars end in the same cell"


async def test_a_long_plan_scrolls_by_week_after_the_cursor_or_by_key(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:

        def axis() -> str:
            return next(row for row in person.rows() if "weeks" in row and "Step" in row)

        first = axis()
        assert first.rstrip().endswith("→"), "there are later weeks"
        await person.press(">")
        assert "←" in axis()
        assert axis() != first
        await person.press("<")
        assert axis() == first
        steps = person.session.plan(person.session.budget).scheduled
        await to(person, steps[-1].id)
        assert not axis().rstrip().endswith("→"), "the last step is in sight with its weeks"
        assert "▆" in next(row for row in person.rows() if f"→ {steps[-1].to} " in row and f"-{steps[-1].week} " in row)
        await person.press("z")
        assert f"{steps[-1].ends}"[:4] in axis()
        assert f"{person.session.today.year + 1}" in axis(), "all weeks at once"


async def test_another_program_marking_a_step_is_seen(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        await person.press("plus", "o")
        file = rated.with_name("plan.toml")
        plan = load_plan(file)
        day = person.session.today
        file.write_text(dump_plan(with_done(plan, plan.scheduled[0].id, day)))
        await person.press("p")
        assert person.sees(f"done {day}")


async def test_a_kept_plan_that_cannot_be_read_is_left_alone_and_said(opened: Opening, rated: Path) -> None:
    broken = rated.with_name("plan.toml")
    broken.write_text("kind = \n")
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        assert person.sees("The plan on disk is not up to date")
        await person.press("space", "enter")
        assert person.sees("cannot be read as a plan")
        assert person.sees(f"done {person.session.today}")
    assert broken.read_text() == "kind = \n"


async def test_a_plan_that_would_never_end_is_said_and_can_be_put_right(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        await person.press("plus")
    file = rated.with_name("plan.toml")
    file.write_text(re.sub(r"(?m)^start = .*$", "start = 9999-12-01", file.read_text(), count=1))
    async with opened(file=rated, size=(120, 40)) as person:
        assert person.sees("No plan can be made; p says why")
        await person.press("p")
        assert person.sees("The plan runs past the year 9999; take more hours a week, or an earlier start.")
        await person.press("b", "ctrl+u", "enter")
        assert person.sees("Study alone reaches")
        assert load_plan(file).budget.start == person.session.today


async def test_a_resize_keeps_the_step(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("j", "j", "j", "j")
        steps = person.app.screen.query_one("#steps", RowSheet)
        key = steps.key
        for width, height in ((60, 20), (200, 60), (80, 24)):
            await person.pilot.resize_terminal(width, height)
            await person.settle()
            assert steps.key == key
            assert all(len(row) == width for row in person.rows())


async def test_the_mouse_changes_hours_and_picks_steps(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated) as person:
        rows = person.rows()
        y = next(number for number, row in enumerate(rows) if "hours a week" in row)
        await person.pilot.click(offset=(rows[y].index("+"), y))
        await person.settle()
        assert person.session.budget.hours_per_week == 9
        step = person.session.plan(person.session.budget).scheduled[2]
        y = next(number for number, row in enumerate(person.rows()) if row[8:].startswith(step.name[:20]))
        await person.pilot.click(offset=(12, y))
        await person.settle()
        assert person.app.screen.query_one("#steps", RowSheet).key == step.id


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_odd_names_keep_the_columns_straight_and_do_nothing(
    opened: Opening, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(pack=str(hostile(tmp_path)), role="r", mode="rate", size=size) as person:
        for skill in person.session.interview.skills[:-1]:
            person.session.rate(skill.id, 0)
        await person.press("p")
        for keys in ("space enter", "j space enter", "plus", "enter", "right", "escape", "G"):
            await person.press(*keys.split())
            for sheet in person.app.screen.query(Sheet):
                for y in range(sheet.size.height):
                    assert cells(sheet.render_line(y).text) == sheet.width
        assert person.sees(MARKUP[:8])


async def test_a_pinned_step_moves_week_by_week_and_the_rest_around_it(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:

        def now() -> PlannedStep:
            return next(s for s in person.session.plan(person.session.budget).scheduled if s.id == step.id)

        step = person.session.plan(person.session.budget).scheduled[4]
        await to(person, step.id)
        await person.press("]", "]")
        assert now().first_week == step.first_week + 2
        assert person.sees("pinned")
        await person.press("[")
        assert now().first_week == step.first_week + 1
        await person.press("i")
        assert now().first_week == 1
        await person.press("[")
        assert person.was_told("The plan begins on")
        await person.press("backspace")
        assert now().first_week == step.first_week
        await person.press("u")
        assert now().first_week == 1
    assert [pin["step"] for pin in kept(rated)["choices"]["pin"]] == [step.id]  # type: ignore[index]


async def test_what_is_left_out_or_good_enough_says_why_and_comes_back(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        steps = person.session.plan(person.session.budget).scheduled
        out = next(step for step in steps if step.id == "multimodal-voice-1")
        enough = next(step for step in steps if step.id == "tool-design-mcp-2")
        await to(person, out.id)
        await person.press("e")
        await person.type("a colleague does [b]that[/b]")
        await person.press("enter")
        assert person.app.screen.query_one("#steps", RowSheet).key != out.id, "the cursor stays where it was"
        await to(person, enough.id)
        await person.press("f", "enter")
        assert person.sees("Say why, in a few words")
        await person.type("fine for us")
        await person.press("enter")
        left = {row.id: row for row in person.session.plan(person.session.budget).left_outs}
        assert (left[out.id].reason, left[enough.id].reason) == ("excluded", "good-enough")
        assert {gap.id for gap in person.session.report().gaps} >= {enough.skill}, "the gap stays"
        await to(person, out.id)
        assert "[b]that[/b]" in person.page()
        await person.press("backspace")
        assert out.id in {step.id for step in person.session.plan(person.session.budget).scheduled}
        await to(person, enough.id)
        await person.press("backspace", "u")
    choices = load_plan(rated.with_name("plan.toml")).choices
    assert [(row.skill, row.reason) for row in choices.good_enough] == [(enough.skill, "fine for us")]
    assert not choices.exclusions


async def test_a_project_is_taken_with_its_hours_and_dropped(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        before = person.session.plan(person.session.budget)
        offer = before.projects[0]
        await to(person, f"project:{offer.id}")
        assert person.sees(f"{len(offer.steps)} steps, saves {offer.saves:g} h")
        await person.press("space")
        plan = person.session.plan(person.session.budget)
        assert plan.outlook.hours == before.outlook.hours - offer.saves
        assert person.sees(f"Project: {offer.title}"), "the cursor went along"
        assert person.sees("space Drop")
        await person.press("space")
        assert not any(row.taken for row in person.session.plan(person.session.budget).projects)


@pytest.mark.slow
async def test_a_choice_that_cannot_be_followed_is_said_in_words_and_dropped_by_key(
    opened: Opening, rated: Path
) -> None:
    async with opened(mode="plan", file=rated, size=(80, 24)) as person:
        await person.press("plus")
        file = rated.with_name("plan.toml")
        plan = load_plan(file)
        file.write_text(dump_plan(replace(plan, choices=exclude(plan.choices, "cooking-2"))))
        await person.press("minus")
        assert person.sees("1 choice not followed; it stands first in the list")
        await person.press("g")
        assert person.sees("this pack has no step cooking-2")
        await person.press("backspace")
        assert not load_plan(file).choices.exclusions
        assert not person.sees("Could not be followed")


@pytest.mark.slow
async def test_what_does_not_fit_says_what_it_would_take(opened: Opening, rated: Path) -> None:
    async with opened(mode="plan", file=rated, size=(120, 40)) as person:
        await person.press("d")
        await person.type(f"{person.session.today + timedelta(weeks=40)}")
        await person.press("enter")
        plan = person.session.plan(person.session.budget)
        takes = person.session.stretch(plan)
        assert takes is not None
        row = next(row for row in plan.left_outs if row.reason == "does-not-fit")
        await to(person, row.id)
        while "For all of it" not in person.page():
            await person.pilot.pause(0.05)
        assert f"For all of it: {takes.hours_per_week:g} hours a week, or until {takes.ends}" in person.page()
        assert person.sees(f"{takes.end_by_step[row.id]}, without a deadline")
