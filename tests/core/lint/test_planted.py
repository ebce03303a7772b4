"""One defect planted in a pack that is otherwise sound: its rule finds it, at its line, and no other rule speaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from skillgap.core.lint import RULES
from skillgap.files.checking import check_pack
from skillgap.files.toml import load

HERE = Path(__file__).parent
SOUND = (HERE / "packs" / "data-team.toml").read_text(encoding="utf-8")
PLANTS: list[dict[str, Any]] = load(HERE / "plants.toml").data["plant"]
ELSEWHERE = {"SG403", "SG702", "SG703", "SG901", "SG902"}
"""Rules about habits and comments, which need more than one edit."""


@pytest.mark.parametrize("plant", PLANTS, ids=[f"{plant['code']}-{n}" for n, plant in enumerate(PLANTS)])
def test_a_planted_defect_is_found_at_its_line_and_nothing_else_is(plant: dict[str, Any], tmp_path: Path) -> None:
    assert plant["old"] in SOUND
    text = SOUND.replace(plant["old"], plant["new"], 1)
    file = tmp_path / "pack.toml"
    file.write_text(text, encoding="utf-8")
    found = check_pack(file).found
    told = [item for item in found if item.code == plant["code"]]
    assert told, found
    assert {item.code for item in found} - {plant["code"], *plant.get("also", ())} == set(), found
    lines = text.split("\n")
    assert plant.get("at", "") in lines[told[0].line - 1]
    assert plant.get("says", "") in told[0].what
    assert told[0].remedy


def test_every_rule_has_a_planted_defect() -> None:
    assert {plant["code"] for plant in PLANTS} | ELSEWHERE == set(RULES)


@pytest.mark.parametrize("pack", sorted((HERE / "packs").iterdir()), ids=lambda path: str(path.stem))
def test_packs_as_others_write_them_pass_without_noise(pack: Path) -> None:
    assert check_pack(pack).found == ()
