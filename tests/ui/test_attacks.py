"""Every screen and every action of the app, on files written to hurt."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from textual.app import App

from skillgap.ui.actions import Action
from skillgap.ui.actions.common import COMMON, QUIT
from skillgap.ui.actions.screens import SCREENS
from skillgap.ui.app import SkillgapApp
from tests.cli.running import BLANKS, ON_A_DAY, run
from tests.hostile.kit import ATTACKS, write_answers, write_pack, write_settings
from tests.hostile.watching import watched
from tests.ui.conftest import Opening, Person

MODES = tuple(SkillgapApp.MODES)
TYPED = ATTACKS[0]


@pytest.fixture
def hurt(tmp_path: Path, sealed_environment: Path) -> Path:
    """A folder with hostile answers, a pack, and a plan kept beside the answers."""
    folder = tmp_path / "kit"
    write_pack(folder / "pack")
    write_answers(folder / "assessment.toml")
    write_settings(sealed_environment / "skillgap" / "settings.toml")
    ran = run("score", folder / "assessment.toml", "--pack", folder / "pack", *ON_A_DAY, "-o", folder, "--hours", "8")
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture(autouse=True)
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is opened elsewhere unless somebody asks, and nobody does here."""

    def refuse(*arguments: object, **_: object) -> None:
        raise AssertionError(f"opened {arguments}")

    monkeypatch.setattr(App, "open_url", refuse)
    monkeypatch.setattr(App, "copy_to_clipboard", refuse)
    monkeypatch.setattr(webbrowser, "open", refuse)


def holds(person: Person) -> None:
    """The app is there, and all that is drawn is text that neither acts nor hides nor leads elsewhere."""
    assert person.app.is_running
    assert person.app.session is not None
    for row in person.rows():
        bad = [char for char in row if not (char.isprintable() or char in BLANKS)]
        assert not bad, row
    for strip in person.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style is not None:
                assert segment.style.link is None, segment
                assert "quit" not in str(segment.style.meta.get("@click", "")), segment


async def back(person: Person, mode: str) -> None:
    """Leave whatever is open, and show a screen."""
    for _ in range(6):
        if len(person.app.screen_stack) > 1 or person.app.current_mode != mode:
            await person.press("escape")
        if len(person.app.screen_stack) == 1:
            break
    assert len(person.app.screen_stack) == 1
    if person.app.current_mode != mode:
        person.app.action_go(mode)
        await person.settle()


def own(mode: str) -> tuple[Action, ...]:
    """What can be done on a screen, everywhere-actions left out."""
    return SCREENS[mode.title()]


async def walk(person: Person, mode: str, actions: tuple[Action, ...]) -> None:
    """Do each action on a screen; what it opens gets a text, keys and the way out."""
    for action in actions:
        if action is QUIT or not action.keys:
            continue
        await back(person, mode)
        await person.press(action.keys[0])
        holds(person)
        if len(person.app.screen_stack) > 1:
            await person.press("down", "up")
            if person.app.screen.focused is not None:
                await person.type(TYPED)
            holds(person)
    await back(person, mode)


async def test_every_screen_shows_attacks_as_text(opened: Opening, hurt: Path, sealed_environment: Path) -> None:
    seen = ""
    with watched(hurt, sealed_environment):
        async with opened(file=hurt / "assessment.toml", pack=str(hurt / "pack"), size=(80, 24)) as person:
            for mode in MODES:
                person.app.action_go(mode)
                await person.settle()
                holds(person)
                seen += "".join(person.rows())
    assert "@click=app.quit" in seen
    assert "\\u001B]52" in seen


@pytest.mark.slow
@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
@pytest.mark.parametrize("mode", MODES)
async def test_every_action_of_every_screen_does(
    mode: str, size: tuple[int, int], opened: Opening, hurt: Path, sealed_environment: Path
) -> None:
    with watched(hurt, sealed_environment):
        async with opened(file=hurt / "assessment.toml", pack=str(hurt / "pack"), size=size, mode=mode) as person:
            await walk(person, mode, (*own(mode), *COMMON))
            holds(person)
    assert {path.name for path in hurt.parent.iterdir()} == {hurt.name}
