"""The app on a pseudo-terminal, by size of the pack: first frame, key to paint, change of screen, memory, idle time.

The floor of each is a bare Textual app of the same run: one that says hello, one that shows a list as long as the pack.
In every pack half of the skills are rated, so that at the largest size 1,000 are.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from benchmarks.measurements import Measurement, against
from benchmarks.pack_check import write_answers, write_pack
from benchmarks.program import Program
from benchmarks.timing import PYTHON, SKILLGAP, environment

SIZES = (48, 300, 700, 2000)
PRESSES = 40
IDLE = 5.0
NEEDLE = b"needle-on-the-screen"
HELLO = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class Other(Screen):
    def compose(self):
        yield Static("the-other-screen")
class Hello(App):
    BINDINGS = [("s", "other", "Other")]
    def compose(self):
        yield Static("needle-on-the-screen")
    def action_other(self):
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.push_screen(Other())
Hello().run()
"""
LIST = """
import sys
from textual.app import App
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList("needle-on-the-screen", *(f"Skill {n} of the pack" for n in range(int(sys.argv[1]))))
Bare().run()
"""
_DOWN, _RATE = b"\x1b[B", b"2"


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes; everything but the first frame comes from one long sitting a size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packs = {size: _prepared(folder, size) for size in SIZES}
        for size in SIZES:
            yield from _first_frames(folder, packs[size], size, rounds)
        for size in SIZES:
            yield from _sitting(folder, packs[size], size)


def _prepared(folder: Path, size: int) -> Path:
    pack = folder / f"pack-{size}"
    write_pack(pack, size)
    write_answers(folder / f"answers-{size}.toml", range(0, size, 2))
    return pack


def _options(folder: Path, pack: Path, size: int) -> list[str]:
    return ["--pack", str(pack), "--assessment", str(folder / f"answers-{size}.toml")]


def _first_frames(folder: Path, pack: Path, size: int, rounds: int) -> Iterator[Measurement]:
    env = environment(folder / "home")
    found: dict[str, list[float]] = {"hello": [], "title": [], "standing": []}
    for number in range(rounds + 1):
        with Program([PYTHON, "-c", HELLO], env) as hello:
            floor = 1000 * hello.until(NEEDLE)
        with Program([SKILLGAP, *_options(folder, pack, size)], env) as program:
            title = 1000 * program.until(b"skillgap")
            standing = 1000 * program.until(b"rated")
        if number:
            for key, value in (("hello", floor), ("title", title), ("standing", standing)):
                found[key].append(value)
    hello_first = Measurement(name="Textual hello, first frame", unit="ms", samples=tuple(found["hello"]), size=size)
    yield hello_first
    for key, name, most in (("title", "first frame", 1.25), ("standing", "Home with its figures", None)):
        own = Measurement(name=name, unit="ms", samples=tuple(found[key]), size=size)
        yield against(own, hello_first, most)


def _sitting(folder: Path, pack: Path, size: int) -> Iterator[Measurement]:
    """Press keys in a bare list and on the Rate screen, in turn, then change screens (to the last byte) and wait."""
    env = environment(folder / "home")
    with (
        Program([PYTHON, "-c", LIST, str(size)], env) as bare,
        Program([PYTHON, "-c", HELLO], env) as hello,
        Program([SKILLGAP, "rate", *_options(folder, pack, size)], env) as app,
    ):
        bare.until(NEEDLE)
        hello.until(NEEDLE)
        app.until(b"Level 1")
        for program in (bare, hello, app):
            program.settle()
        keys = _keys(bare, app)
        yield from _latencies(size, keys)
        yield from _switches(size, hello, app)
        floor = Measurement(name="Textual hello, memory", unit="MiB", samples=(hello.memory(),), size=size)
        yield against(Measurement(name="memory", unit="MiB", samples=(app.memory(),), size=size), floor, None)
        before = app.processor()
        time.sleep(IDLE)
        idle = 1000 * (app.processor() - before) / IDLE
        yield Measurement(name="idle, processor time a second", unit="ms", samples=(idle,), size=size, most=2.0)


def _keys(bare: Program, app: Program) -> dict[str, list[tuple[float, float, int]]]:
    """Press each key in turn in both programs, so that what else the machine does is shared."""
    pressed: dict[str, list[tuple[float, float, int]]] = {"bare": [], "down": [], "rate": []}
    for number in range(PRESSES + 5):
        for name, program, key in (("bare", bare, _DOWN), ("down", app, _DOWN), ("rate", app, _RATE)):
            taken = program.press(key)
            if number >= 5:
                pressed[name].append(taken)
    return pressed


def _latencies(size: int, keys: dict[str, list[tuple[float, float, int]]]) -> Iterator[Measurement]:
    names = {"bare": "bare list, down key", "down": "Rate, down key", "rate": "Rate, a rating"}
    floors: dict[str, Measurement] = {}
    for key, name in names.items():
        times = tuple(first for first, _, _ in keys[key])
        at = {"p50": times, "p95": (quantiles(times, n=20)[18],)}
        for part, samples in at.items():
            own = Measurement(name=f"{name} to paint, {part}", unit="ms", samples=samples, size=size)
            floors.setdefault(part, own)
            yield own if key == "bare" else against(own, floors[part], 1.5 if key == "down" else None)
        count = tuple(float(count) for _, _, count in keys[key])
        most = 4000 if key == "down" else None
        yield Measurement(name=f"{name}, written", unit="bytes", samples=count, size=size, most=most)


def _switches(size: int, hello: Program, app: Program) -> Iterator[Measurement]:
    floor, own = [], []
    for number in range(11):
        plain = hello.press(b"s")[1]
        there = app.press(b"o" if number % 2 == 0 else b"a")[1]
        if number:
            floor.append(plain)
            own.append(there)
    base = Measurement(name="Textual hello, pushing a screen", unit="ms", samples=tuple(floor), size=size)
    yield base
    changed = Measurement(name="Home to Rate and back", unit="ms", samples=tuple(own), size=size)
    yield against(changed, base, 1.5)
