"""Settings as a person changes them: at once, on every screen, and in the file."""

from __future__ import annotations

import tomllib
from dataclasses import fields

import pytest

from skillgap.core.preferences import ENTRIES
from skillgap.files import paths
from skillgap.files.settings import KeyChoice, Settings
from skillgap.ui.actions.keymap import fault, problems
from skillgap.ui.actions.rate import SKIP, UNDO
from skillgap.ui.actions.screens import SCREENS
from skillgap.ui.widgets.row_sheet import RowSheet
from tests.ui.conftest import Opening, Person


def saved() -> dict[str, object]:
    """What stands in settings.toml."""
    return tomllib.loads(paths.settings_file().read_text())


def point_at(person: Person, key: str) -> None:
    person.app.screen.query_one("#page", RowSheet).point_at(key)


async def click(person: Person, text: str, *, row: str = "") -> None:
    """Click on a text of the row that holds another."""
    y = next(y for y, line in enumerate(person.rows()) if text in line and row in line)
    await person.pilot.click(offset=(person.rows()[y].index(text), y))
    await person.settle()


def test_every_setting_has_a_row() -> None:
    assert {entry.name for entry in ENTRIES} | {"keys"} == {field.name for field in fields(Settings)}


async def test_every_change_counts_at_once_is_written_and_can_be_taken_back(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer", size=(120, 40)) as person:
        await person.press("3", "left", "comma")
        assert person.app.current_mode == "settings"
        await person.press("l")
        assert person.app.theme == "skillgap-light"
        await person.press("j", "enter", "enter")
        assert person.sees("* ascii")
        await person.press("down", "space")
        assert saved() == {"theme": "skillgap-light", "glyphs": "ascii", "mouse": False}
        point_at(person, "hours_per_week")
        await person.press("right", "right")
        assert person.session.budget.hours_per_week == 10
        await person.press("a")
        assert person.sees("* 3 Independent")
        assert not person.sees("●")
        await person.press("comma", *"uuuuuuu")
        assert person.app.settings == Settings()
        assert person.app.theme == "skillgap"
        assert person.session.budget.hours_per_week == 8
        assert person.was_told("Nothing to undo.")
        await person.press("ctrl+r")
        assert person.app.theme == "skillgap-light"
        point_at(person, "theme")
        await person.press("backspace", "a")
        assert person.app.theme == "skillgap"
        assert person.sees("● 3 Independent")


async def test_hours_have_the_limits_of_the_command_line(opened: Opening) -> None:
    async with opened(mode="settings", role="ai-engineer") as person:
        point_at(person, "hours_per_week")
        await person.press("enter")
        await person.type("900")
        await person.press("enter")
        assert person.sees("900 hours a week cannot be planned; write 0.5 to 100.")
        await person.press("backspace", "backspace", "backspace")
        await person.type("6,5")
        await person.press("enter")
        assert saved() == {"hours_per_week": 6.5}
        assert person.session.budget.hours_per_week == 6.5


async def test_a_key_is_pressed_and_a_clash_is_named(opened: Opening) -> None:
    async with opened(mode="settings", role="ai-engineer") as person:
        point_at(person, "rate.skip")
        await person.press("enter", "n")
        assert person.sees("n is N/A (rate.not-applicable) on Rate")
        await person.press("q")
        assert person.sees("q is Quit (app.quit) everywhere")
        await person.press("f5", "x")
        assert saved() == {"keys": [{"action": "rate.skip", "keys": "x"}]}
        await person.press("+", "z")
        assert saved() == {"keys": [{"action": "rate.skip", "keys": "x,z"}]}
        first = person.session.current
        await person.press("a", "x")
        assert person.session.current != first
        assert "x Skip" in person.rows()[-1]
        await person.press("comma", "backspace", "a", "s")
        assert not person.app.settings.keys
        assert "s Skip" in person.rows()[-1]


async def test_the_mouse_changes_every_kind_of_setting(opened: Opening) -> None:
    async with opened(mode="settings", role="ai-engineer") as person:
        await click(person, "ascii")
        await click(person, "> ", row="Colours")
        await click(person, "o off", row="Mouse")
        assert saved() == {"glyphs": "ascii", "theme": "skillgap-light", "mouse": False}
        await click(person, "?", row="Help")
        assert person.sees("A key for: Help")
        await person.press("escape")
        await click(person, "q Quit")
        assert person.app.return_code == 0


async def test_faults_of_the_file_stay_in_sight_and_cost_nothing(opened: Opening) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text('glyfs = "ascii"  # mine\nmouse = 3\nkeys = [{ action = "rate.skip", keys = "u" }]\n')
    async with opened(mode="settings", role="ai-engineer", size=(60, 20)) as person:
        assert person.sees('1:1: error: unknown key "glyfs"; did you mean "glyphs"?')
        assert person.sees('2:1: error: "mouse" must be true or false')
        await person.press("right")
    assert file.read_text().startswith('glyfs = "ascii"  # mine\nmouse = 3\n')
    assert saved()["theme"] == "skillgap-light"


async def test_a_file_that_cannot_be_written_is_said_and_the_change_counts(opened: Opening) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text("theme = \n")
    async with opened(mode="settings", role="ai-engineer", size=(120, 40)) as person:
        await person.press("right")
        assert person.app.theme == "skillgap-light"
        assert person.sees("The last change counts, but is not in the file")
    assert file.read_text() == "theme = \n"


def test_keys_that_mean_two_things_are_named() -> None:
    (said,) = problems([KeyChoice(action="rate.skip", keys="n")], SCREENS)
    assert said == "keys: rate.skip: n is N/A (rate.not-applicable) on Rate"
    assert "terminals" in fault(SKIP, "ctrl+m", (), SCREENS)
    assert "quits" in fault(SKIP, "ctrl+c", (), SCREENS)
    assert fault(SKIP, "u", [KeyChoice(action=UNDO.id, keys="z")], SCREENS) == "", "a key that was given up is free"
    assert list(problems([], SCREENS)) == []


@pytest.mark.slow
async def test_what_a_row_means_is_read_at_every_size(opened: Opening) -> None:
    async with opened(mode="settings", role="ai-engineer", size=(60, 20)) as person:
        await person.press("down")
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await person.pilot.resize_terminal(*size)
            await person.settle()
            text = " ".join(person.page().split())
            assert "Choose ascii where they look like boxes." in text, size
            assert "By default auto In the file glyphs" in text, size
