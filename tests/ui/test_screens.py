"""Home, target, help, palette, themes and the ways out, as a person meets them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from textual.command import DiscoveryHit

from skillgap.files import paths
from skillgap.files.settings import Settings
from skillgap.files.storage import lock
from skillgap.ui.actions import Action, check, common, home, plan, rate, results
from skillgap.ui.palette import NUMBERED, ActionsProvider
from skillgap.ui.screens.base import MainScreen
from tests.ui.conftest import Opening, Person

MODES = ("home", "rate", "results", "plan", "check")


async def test_the_first_run_leads_from_one_key_to_the_first_skill(opened: Opening, answers: Path) -> None:
    async with opened() as person:
        assert person.sees("Rate yourself, skill by skill")
        assert person.sees("enter Choose the role and grade")
        assert person.rows()[0].strip() == "skillgap", "no target is chosen yet"
        await person.press("enter")
        assert person.sees("What do you want to be measured against?")
        await person.press("down", "enter", "down", "enter")
        assert person.app.current_mode == "rate"
        assert person.sees("ML Engineer · Senior")
    assert tomllib.loads(answers.read_text())["target"] == {"role": "ml-engineer", "grade": "senior"}


async def test_the_chooser_says_what_each_target_asks(opened: Opening) -> None:
    async with opened(role="ai-engineer", grade="mid") as person:
        await person.press("t")
        assert person.sees("AI Engineer · Mid-level")
        assert person.sees("must-haves")
        assert not person.sees("Settle with product people what AI can and cannot do")
        await person.press("pagedown", "pagedown")
        assert person.sees("Settle with product people what AI can and cannot do")
        await person.press("right", "down")
        assert person.sees("AI Engineer · Senior")
        await person.press("left", "j", "j")
        assert person.sees("MLOps / ML Platform Engineer · Mid-level")
        await person.press("escape")
        assert person.session.profile.name == "AI Engineer · Mid-level"
        await person.press("t", "tab", "G", "end", "enter")
        assert person.session.profile.grade.id == "principal"
        assert person.app.current_mode == "home"


async def test_another_target_keeps_the_answers(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        before = person.session.assessment.answers
        await person.press("t", "down", "enter", "enter")
        assert person.session.profile.role.id == "ml-engineer"
        assert person.session.assessment.answers == before
        assert person.was_told("before: AI Engineer"), "there is a way back without an undo"


async def test_home_says_where_you_stand_and_what_is_next(opened: Opening, rated: Path) -> None:
    async with opened(size=(120, 40)) as person:
        for text in (
            "Where you stand",
            "Readiness by area",
            "Gaps that cost most",
            "This week",
            "6.8 hours on steps, until",
            "Go on with",
        ):
            assert person.sees(text), text
        await person.press("enter")
        assert person.app.current_mode == "plan"


async def test_home_scrolls_by_key_in_a_small_window(opened: Opening, rated: Path) -> None:
    async with opened(size=(60, 20)) as person:
        assert not person.sees("Saved in")
        await person.press("end")
        assert person.sees("Saved in")


async def test_home_goes_on_where_rating_was_left(opened: Opening) -> None:
    async with opened(role="ai-engineer") as person:
        person.session.rate("python-engineering", 3)
        person.app.session_changed()
        await person.settle()
        assert person.sees("Go on rating: Backend services and APIs")
        assert person.sees("based on 1 of")
        await person.press("enter")
        assert person.app.current_mode == "rate"


async def test_every_screen_is_one_key_away_and_escape_leads_home(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        for keys, mode in ((("a", "f3"), "rate"), (("r", "f4"), "results"), (("p", "f7"), "plan")):
            for key in keys:
                await person.press(key)
                assert person.app.current_mode == mode, key
                await person.press("escape")
                assert person.app.current_mode == "home", key


async def test_a_click_on_the_menu_does_what_its_key_does(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        row = next(y for y, text in enumerate(person.rows()) if "Plan, week by week" in text)
        await person.pilot.click(offset=(14, row))
        await person.settle()
        assert person.app.current_mode == "plan"


async def test_a_click_on_the_header_opens_the_chooser(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        await person.pilot.click("HeaderLine", offset=(15, 0))
        await person.settle()
        assert person.sees("What do you want to be measured against?")


@pytest.mark.parametrize("mode", MODES)
async def test_help_and_quit_are_always_in_sight(opened: Opening, rated: Path, mode: str) -> None:
    async with opened(mode=mode, size=(60, 20)) as person:
        for width, height in ((60, 20), (80, 24), (120, 40)):
            await person.pilot.resize_terminal(width, height)
            await person.settle()
            last = person.rows()[-1]
            assert "? Help" in last
            assert "q Quit" in last
            assert len(last.rstrip()) <= width
            assert "…" not in last
            assert person.sees("AI Engineer · Senior")


@pytest.mark.parametrize("mode", MODES)
async def test_help_and_palette_have_every_action_with_the_key_that_is_live(
    opened: Opening, rated: Path, mode: str
) -> None:
    async with opened(mode=mode) as person:
        screen = person.app.screen
        assert isinstance(screen, MainScreen)
        hits = [hit async for hit in ActionsProvider(screen).discover()]
        offered = dict(str(hit.display).split("\n") for hit in hits if isinstance(hit, DiscoveryHit))
        wanted = [a for a in (*screen.ACTIONS, *common.COMMON) if screen.is_offered(a) and a not in NUMBERED]
        await person.press("?")
        text = " ".join(person.page().split())
        for action in wanted:
            key = person.app.key_of(action)
            assert offered[f"{action.label}  {key}" if key else action.label] == action.text
            assert not key or action.text in text, action.id
        await person.press("escape")
        assert person.app.screen is screen
        await person.press("f1", "q")
        assert person.app.screen is screen


async def palette(person: Person, text: str) -> None:
    await person.press(":")
    await person.type(text)
    await person.pilot.pause(0.3)
    await person.press("enter")
    await person.pilot.pause(0.1)


async def test_the_palette_runs_actions_and_finds_skills(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate") as person:
        before = person.session.assessment
        await palette(person, "rate 2")
        assert person.session.assessment != before
        await palette(person, "structured outputs")
        assert person.session.current == "structured-outputs"


def all_bindings(screen_actions: tuple[Action, ...]) -> list[str]:
    return [key for action in (*screen_actions, *common.COMMON) for key in action.keys]


@pytest.mark.parametrize("actions", [home.ACTIONS, rate.ACTIONS, results.ACTIONS, plan.ACTIONS, check.ACTIONS])
def test_no_key_means_two_things_on_a_screen(actions: tuple[Action, ...]) -> None:
    keys = all_bindings(actions)
    assert len(keys) == len(set(keys))


def test_no_action_relies_on_keys_that_terminals_take() -> None:
    taken = {"ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+enter", "f5", "f6"}
    screens = home.ACTIONS, rate.ACTIONS, results.ACTIONS, plan.ACTIONS, check.ACTIONS
    for key in {key for actions in screens for key in all_bindings(actions)}:
        assert key not in taken
        assert not key.startswith(("alt+", "cmd+", "super+"))


async def test_the_theme_is_remembered(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        person.app.theme = "nord"
        await person.settle()
    assert tomllib.loads(paths.settings_file().read_text()) == {"theme": "nord"}
    async with opened() as person:
        assert person.app.theme == "nord"


async def test_hours_a_week_come_from_the_settings(opened: Opening, rated: Path) -> None:
    async with opened(settings=Settings(hours_per_week=3), size=(120, 40)) as person:
        assert person.sees("2.5 hours on steps, until")


async def test_an_unknown_theme_is_named_and_the_usual_one_used(opened: Opening, rated: Path) -> None:
    async with opened(settings=Settings(theme="no[such]")) as person:
        assert person.app.theme == "skillgap"
        assert person.was_told('there is no theme "no[such]"')


async def test_a_theme_for_once_is_not_remembered(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate", theme="dracula") as person:
        assert person.app.theme == "dracula"
        await person.press("v")
    assert tomllib.loads(paths.settings_file().read_text()) == {"show_target": True}


async def test_control_c_quits_too(opened: Opening, rated: Path) -> None:
    async with opened() as person:
        await person.press("ctrl+c")
        assert person.app.return_code == 0


async def test_ascii_glyphs_leave_no_others_on_the_screen(opened: Opening, rated: Path) -> None:
    async with opened(settings=Settings(glyphs="ascii"), size=(120, 40)) as person:
        for key in ("o", "a"):
            await person.press(key)
            drawn = {char for row in person.rows() for char in row if ord(char) > 127}
            assert drawn <= {"·", "─"}, f"{key}: no scroll bar either, a window of this size holds it all"


async def test_quitting_asks_nothing_and_keeps_the_place(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate") as person:
        await person.press("right", "q")
        assert person.app.return_code == 0
    assert tomllib.loads(rated.read_text())["resume"] == "backend-apis"


async def test_a_second_window_is_read_only_and_says_so(opened: Opening, rated: Path) -> None:
    with lock(rated):
        async with opened(mode="rate") as person:
            assert person.sees("Read-only: process")
            assert "read-only" in person.rows()[0]
            before = person.session.assessment
            await person.press("1", "n", "u", "c")
            assert person.session.assessment == before
            await person.press("right")
            assert person.session.current == "backend-apis"
    async with opened(mode="rate") as person:
        assert not person.sees("Read-only")


async def test_reading_again_after_the_other_window_closed_makes_it_writable(opened: Opening, rated: Path) -> None:
    other = lock(rated)
    other.acquire()
    async with opened(mode="rate") as person:
        other.release()
        await person.pilot.click("Banner")
        await person.settle()
        assert not person.session.is_read_only
        await person.press("1")
        assert person.level("python-engineering") == 1


async def test_a_failed_save_stays_in_sight_and_quitting_asks(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate") as person:
        away = rated.parent.with_name("away")
        rated.parent.rename(away)
        rated.parent.write_text("in the way")
        await person.press("1")
        assert person.sees("Not saved: cannot make the folder")
        await person.press("q")
        assert person.sees("Your last answers are not saved")
        await person.press("enter")
        assert person.sees("Not saved"), "to stay is the choice in focus"
        rated.parent.unlink()
        away.rename(rated.parent)
        await person.pilot.click("Banner")
        await person.settle()
        assert not person.sees("Not saved")
        await person.press("q")
        assert person.app.return_code == 0
    assert tomllib.loads(rated.read_text())["answer"][0]["level"] == 1


async def test_an_unreadable_file_is_shown_with_every_problem_and_left_alone(opened: Opening, answers: Path) -> None:
    answers.parent.mkdir()
    answers.write_text(
        'schema = 1\n[[answer]]\nskill = "[b]nope[/b]"\nlevel = 9\n[[answer]]\nskill = "rag-systems"\nlevl = 1\n'
    )
    before = answers.read_bytes()
    async with opened(size=(120, 40)) as person:
        assert person.sees("Your answers cannot be read")
        for text in (
            ':3:1: error: unknown skill "[b]nope[/b]"',
            ':7:1: error: unknown key "levl"; did you mean "level"?',
        ):
            assert person.sees(text)
        await person.press("a", "r", "3")
        assert person.sees("Your answers cannot be read")
        await person.press("enter")
        assert person.app.return_code == 1
    assert answers.read_bytes() == before


async def test_the_last_good_version_can_be_taken(opened: Opening, rated: Path) -> None:
    async with opened(mode="rate") as person:
        await person.press("1")
    rated.write_text("answer = [[[")
    async with opened(size=(120, 40)) as person:
        assert person.sees("Go on with the last good version: 41 answers")
        await person.press("down", "down", "enter")
        assert person.sees("The unreadable file is kept as assessment.unreadable-")
        assert len(person.session.assessment.answers) == 41
        await person.pilot.click("Banner")
        await person.settle()
        assert not person.sees("The unreadable file is kept")
    assert next(rated.parent.glob("*.unreadable-*")).read_text() == "answer = [[["


async def test_a_file_that_was_mended_can_be_read_again(opened: Opening, rated: Path) -> None:
    good = rated.read_text()
    rated.write_text("answer = [[[")
    async with opened() as person:
        rated.write_text(good)
        await person.press("down", "enter")
        assert person.sees("Where you stand")


async def test_a_broken_rubric_is_said_whole(opened: Opening, rated: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text("schema = 1\nid = 'mine'\ntitel = 'x'\n")
    async with opened(pack=str(pack), size=(120, 40)) as person:
        assert person.sees("The rubric cannot be read")
        assert person.sees('unknown key "titel"; did you mean "title"?')
        await person.press("q")
        assert person.app.return_code == 1
