"""A monkey at the keys brings about no traceback, and the files stay whole.

`SKILLGAP_PRESSES=20000 SKILLGAP_SEED=7 pytest -m slow -s tests/proof/test_monkey.py` plays as long as wanted.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.screen import Screen

import skillgap.ui.screens
from skillgap.files.assessments import open_draft
from skillgap.files.reports import load_plan
from skillgap.files.settings import load_settings
from skillgap.ui.screens.check import CheckScreen
from skillgap.ui.screens.home import HomeScreen
from skillgap.ui.screens.plan import PlanScreen
from skillgap.ui.screens.rate import RateScreen
from skillgap.ui.screens.results import ResultsScreen
from skillgap.ui.screens.settings import SettingsScreen
from tests.proof.killing import temporary
from tests.proof.monkey import Fault, Monkey, Script, Step, shrunk

PRESSES = int(os.environ.get("SKILLGAP_PRESSES", "2000"))
SEED = int(os.environ.get("SKILLGAP_SEED", "20261124"))
UNREACHED = {"LeaveScreen", "TroubleScreen", "DownloadScreen"}
"""Shown when the disk fails, when a file is broken, and in a browser; tests of that reach them."""
GROWTH = 8 * 1024
"""KiB that may come on top in the last third of a long run: screens shown late, and caches that have a limit."""


def screens() -> set[str]:
    """Give the names of all screens of the app."""
    found: set[type] = set()
    for module in pkgutil.iter_modules(skillgap.ui.screens.__path__, "skillgap.ui.screens."):
        here = importlib.import_module(module.name)
        found |= {thing for thing in vars(here).values() if _is_screen(thing) and thing.__module__ == module.name}
    bases = {base for screen in found for base in screen.__mro__[1:]}
    return {screen.__name__ for screen in found - bases}


def _is_screen(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, Screen)


def played(monkey: Monkey, presses: int, again: Path) -> None:
    """Play; a fault is told with the shortest script that brings it about."""
    try:
        monkey.play(presses)
    except Fault as fault:
        number = 0

        def fails(script: Script) -> bool:
            nonlocal number
            number += 1
            try:
                Monkey(again / str(number)).replay(script)
            except Fault:
                return True
            return False

        script = shrunk(monkey.script, fails) if fails(monkey.script) else list(monkey.script)
        fault.add_note("Monkey(place).replay([" + ", ".join(map(str, script)) + "])")
        raise


def whole(home: Path) -> None:
    """Every file that the program keeps is right, and nothing else lies about."""
    for answers in home.glob("assessment.toml"):  # a short game may rate nothing
        assert not open_draft(answers).problems
    for plan in home.glob("*plan.toml"):
        load_plan(plan)
    assert not load_settings(home / "settings.toml").problems
    assert not temporary(home)


def test_two_hundred_presses(tmp_path: Path) -> None:
    monkey = Monkey(tmp_path / "monkey", 3)
    played(monkey, 200, tmp_path)
    assert len(monkey.script) == 200
    assert len(monkey.seen.screens) >= 6
    whole(monkey.home)


@pytest.mark.slow
def test_thousands_of_presses_reach_every_screen_and_memory_stays(tmp_path: Path) -> None:
    monkey = Monkey(tmp_path / "monkey", SEED)
    played(monkey, PRESSES, tmp_path)
    whole(monkey.home)
    print(f"\nseed {SEED}: {PRESSES} presses, {monkey.starts} starts, {dict(monkey.seen.screens)}")
    print(f"KiB resident: {monkey.memory}")
    missing = screens() - set(monkey.seen.screens) - UNREACHED
    print(f"not reached: {sorted(missing) or 'none'}")
    mains = {RateScreen, HomeScreen, PlanScreen, ResultsScreen, CheckScreen, SettingsScreen}
    assert not missing & {screen.__name__ for screen in mains}
    assert len(missing) <= len(screens()) // 4, "the deepest dialogs are left to luck, the rest is not"
    longest = [size for size in max(monkey.memory.values(), key=len) if size]
    assert len(longest) >= 5
    assert longest[-1] < longest[len(longest) * 2 // 3] + GROWTH


def test_a_script_is_shrunk_to_what_its_failure_needs() -> None:
    needed = [Step("a"), Step(size=(1, 1)), Step("b")]
    script = [Step(str(number)) for number in range(90)]
    for place, step in zip((7, 40, 88), needed, strict=True):
        script[place] = step
    asked: list[Script] = []

    def fails(shorter: Script) -> bool:
        asked.append(shorter)
        return all(step in shorter for step in needed)

    assert shrunk(script, fails, tries=200) == needed
    short: Sequence[Step] = shrunk(script, fails, tries=10)
    assert set(needed) <= set(short)
    assert len(short) < 90
