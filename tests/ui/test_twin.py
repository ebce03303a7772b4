"""One script, once at the keys of the app and once line by line: both leave the same files, byte for byte."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from textual.widgets import Input

from skillgap.files.reports import load_plan, load_report
from skillgap.ui.opening import open_session
from tests.cli.running import SMALL, Ran, run
from tests.ui.conftest import Opening, Person

FILES = ("assessment.toml", "plan.toml", "out/report.toml", "out/plan.toml")


@dataclass(frozen=True)
class Text:
    """Typed into a field, in place of what stands there."""

    text: str


@dataclass(frozen=True)
class Step:
    """What somebody does: with the keys of the app, and in the lines of the conversation."""

    keys: tuple[str | Text, ...]
    lines: tuple[str, ...]


def step(*keys: str | Text, says: str) -> Step:
    return Step(keys, tuple(says.split("|")))


def script(out: Path) -> tuple[Step, ...]:
    """Everything that a sitting can hold."""
    return (
        step("enter", "enter", "up", "enter", says="|1"),  # the first role, its lower grade; then rate
        step(says="rate"),
        step("c", "c", says="c fairly"),
        step("l", Text("2026-09"), "enter", says="l 2026-09"),
        step("m", Text("with typing"), "tab", "enter", says="m with typing"),
        step(
            "e",
            "a",
            Text("https://example.org/x"),
            "tab",
            Text("a tool"),
            "enter",
            says="e|a||https://example.org/x|a tool||",
        ),
        step("escape", says="q"),
        step("3", says="3"),
        step("2", "u", "ctrl+r", says="2|u|y"),
        step("n", Text("not my part of it"), "enter", says="n not my part of it"),
        step("s", "left", "1", says="s|b|1"),
        step("0", "1", says="0|1"),
        step("1", says="1"),
        step("slash", Text("Evaluation"), "enter", "backspace", "1", says="rate|f Evaluation|x|1"),
        step("t", "enter", "down", "enter", says="target||2"),
        step("p", "space", "enter", "y", says="plan|d 1|y 1"),
        step("j", "right_square_bracket", says="i 2 later"),
        step("n", Text("with Ada"), "tab", "enter", says="n 2 with Ada"),
        step("plus", says="h 9"),
        step("d", Text("2027-06-01"), "enter", says="e 2027-06-01"),
        step("m", "m", "u", says="m|m|u"),
        step("x", Text(str(out)), "enter", "enter", says=f"x {out}"),
        step("q", says="q|q"),
    )


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same moment for both."""
    assert open_session.__kwdefaults__
    monkeypatch.setitem(open_session.__kwdefaults__, "clock", lambda: datetime(2026, 11, 24, 9))  # noqa: DTZ001


async def play(person: Person, steps: tuple[Step, ...]) -> None:
    for one in steps:
        for key in one.keys:
            if isinstance(key, Text):
                if isinstance(person.app.screen.focused, Input):
                    person.app.screen.focused.value = ""
                await person.type(key.text)
            else:
                await person.press(key)


def say(monkeypatch: pytest.MonkeyPatch, text: str, *arguments: str | Path) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return run(*arguments)


async def test_both_ways_leave_the_same_files(opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, spoken = tmp_path / "drawn", tmp_path / "spoken"
    async with opened(file=drawn / "assessment.toml", pack=str(SMALL), size=(120, 40)) as person:
        await play(person, script(drawn / "out"))
    lines = "".join(f"{line}\n" for one in script(spoken / "out") for line in one.lines)
    ran = say(monkeypatch, lines, "--plain", "--pack", SMALL, "--assessment", spoken / "assessment.toml")
    assert (ran.code, ran.err) == (0, f"your answers are in {spoken / 'assessment.toml'}\n"), ran.out
    assert "Not understood" not in ran.out
    for name in FILES:
        assert (spoken / name).read_bytes() == (drawn / name).read_bytes(), ran.out
    plan, report = load_plan(spoken / "plan.toml"), load_report(spoken / "out" / "report.toml")
    assert (plan.budget.hours_per_week, len(plan.finished), report.summary.rated) == (9, 1, 5)
