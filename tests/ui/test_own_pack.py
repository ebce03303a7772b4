"""A team's own pack in the app: the one that the authoring guide builds, and one from a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.files.toml import load
from tests.cli.running import DATA, run
from tests.conftest import ROOT
from tests.test_docs import test_the_examples_of_a_page_do_what_it_says as work_through
from tests.ui.conftest import Opening


async def test_the_pack_of_the_authoring_guide_is_rated_in_the_app(
    opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_through(ROOT / "docs" / "authoring.md", tmp_path, monkeypatch)
    mine = tmp_path / "mine.toml"
    async with opened(mode="rate", pack="team", file=mine) as person:
        assert person.sees("Debugging")
        await person.press("2", "1", "0", "2")
        assert person.sees("Escalation")
        await person.press("1")
        assert person.session.interview.is_complete
    answers = {answer["skill"]: answer for answer in load(mine).data["answer"]}
    assert {name: answer["level"] for name, answer in answers.items()} == {
        "debugging": 2,
        "scripting": 1,
        "on-call": 0,
        "writing": 2,
        "escalation": 1,
    }
    assert all(len(answer["anchors"]) == 8 for answer in answers.values())
    assert run("score", mine, "--pack", "team", "-o", "results").code == 0


async def test_a_pack_from_a_spreadsheet_is_rated_in_the_app(opened: Opening, tmp_path: Path) -> None:
    matrix = DATA / "matrices" / "skills-inventory.csv"
    assert run("pack", "import", matrix, "--accept", "-o", tmp_path / "team").code == 0
    async with opened(mode="rate", pack=str(tmp_path / "team")) as person:
        assert person.sees("I read C.")
        await person.press("3")
        assert person.sees("I read C++.")
        assert person.level("c") == 3
