"""How every screen looks, at two sizes, dark and light. UPDATE_SNAPSHOTS=1 writes the pictures again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

import pytest

from skillgap.ui import opening
from tests.conftest import ROOT
from tests.ui.conftest import Opening, Person
from tests.ui.snapshots import matches, picture

ANSWERS = """
[target]
role = "builder"
grade = "regular"
[[answer]]
skill = "python"
level = 2
confidence = "sure"
[[answer]]
skill = "rag"
level = 1
[[answer]]
skill = "evaluation"
level = 2
[[answer]]
skill = "mlops"
na = "another team runs it"
[[answer]]
skill = "statistics"
level = 0
"""
WALK = {
    "home": ("o",),
    "rate": ("a", "g", "down"),
    "target": ("t",),
    "results": ("escape", "r", "1"),
    "areas": ("2",),
    "roles": ("3",),
    "check": ("C",),
    "terms": ("T",),
    "plan": ("p",),
    "what-if": ("c",),
    "settings": ("escape", "comma", "g"),
}
"""Screens, and the keys from the one before."""
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Answers to the small pack, on a day that stays."""
    clock = partial(datetime, 2026, 11, 23, 12)
    monkeypatch.setattr(opening, "open_session", partial(opening.open_session, clock=clock))
    file = Path("assessment.toml")
    file.write_text(ANSWERS)
    return file


async def walk(person: Person) -> dict[str, str]:
    """Go to every screen and take its picture."""
    pictures = {}
    for name, keys in WALK.items():
        await person.press(*keys)
        pictures[name] = picture(person.app)
    return pictures


@pytest.mark.skipif(f"textual=={version('textual')}" not in CONSTRAINTS, reason="taken with another version of Textual")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_looks_as_it_did(opened: Opening, small: Path, size: tuple[int, int]) -> None:
    async with opened(file=small, pack=str(ROOT / "tests" / "data" / "packs" / "small"), size=size) as person:
        dark = await walk(person)
        person.app.theme = "skillgap-light"
        light = await walk(person)
    differences = [matches(f"{name}-{size[0]}x{size[1]}", picture) for name, picture in dark.items()]
    assert not any(differences), "\n\n".join(filter(None, differences))
    for name in set(WALK) - {"target", "settings", "what-if"}:
        assert light[name] == dark[name], f"{name} has other text or roles in the light"
