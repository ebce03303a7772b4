"""The pages that come from the code are those in the repository."""

from __future__ import annotations

from skillgap.ui.actions.screens import SCREENS
from skillgap.ui.manual import keys_page, settings_page
from tests.conftest import ROOT

AGAIN = "run: python -m skillgap.ui.manual"


def test_the_page_of_keys_is_that_of_the_action_table() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page(), AGAIN


def test_the_page_of_settings_is_that_of_the_model() -> None:
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == settings_page(), AGAIN
    table = settings_page().partition("| Key |")[2].partition("\n\n")[0]
    assert all(line.startswith("| ") for line in table.splitlines()[1:]), "a row of a table is one line"


def test_names_of_actions_are_unique_and_said_in_a_sentence() -> None:
    actions = [action for group in SCREENS.values() for action in group]
    assert len({action.id for action in actions}) == len(actions)
    for action in actions:
        assert action.text.endswith("."), action.id
        assert len(action.label) <= 16, action.id
