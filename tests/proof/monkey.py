"""A monkey at the keys of the real program: it presses what the screen in front offers, clicks, types and resizes.

What it does is drawn from a seed and written down as a script, which can be played again and shrunk.
"""

from __future__ import annotations

import os
import random
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.driver import PATIENCE, Terminal

SIZES = ((80, 24), (60, 20), (120, 40), (200, 60), (100, 30), (40, 10), (1, 1))
TEXT = "abcdefgh 0123456789äß漢é🎉'\"\\[/]{}<>&%$#@!?;:,.-_=+*"
NAMED = {
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f7": "\x1b[18~",
}
LEAVING = ("q", "ctrl+c", "ctrl+q")
NEVER = ("ctrl+z",)
"""Keys that would put the program to sleep for good."""
LONG = 15
"""Steps after which the monkey has enough of a screen."""
FOLDERS = ("ExportScreen",)
"""Screens that take the name of a folder: there the monkey types nothing that leads out of its own."""
MOST_TOLD = 5000
"""Characters of a traceback."""
OUTSIDE = frozenset("/~.\\\x7f")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the monkey does: text for the terminal, or another size."""

    text: str = ""
    size: tuple[int, int] = (0, 0)

    def __str__(self) -> str:
        return f"Step(size={self.size})" if self.size[0] else f"Step({self.text!r})"


Script = Sequence[Step]


def sequence(key: str) -> str | None:
    """Give what a terminal sends for a key by Textual's name; None for what none sends."""
    if len(key) == 1:
        return key
    if key.startswith("ctrl+") and len(key) == 6 and key[5].isalpha():
        return chr(ord(key[5]) - 96)
    return NAMED.get(key)


class Seen:
    """What the program says of itself while it runs: its screens, and the keys that act there."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.screens: Counter[str] = Counter()
        self._read = 0

    def latest(self) -> tuple[str, tuple[str, ...]]:
        """Give the screen in front and its keys."""
        lines = self.file.read_text("utf-8").splitlines() if self.file.exists() else []
        for line in lines[self._read :]:
            self.screens[line.partition("\t")[0]] += "\t" in line
        self._read = len(lines)
        screen, _, keys = (lines[-1] if lines else "").partition("\t")
        return screen, tuple(keys.split())


def observed(file: Path, folder: Path, arguments: Sequence[str]) -> Callable[[], int]:
    """Give the program, made to tell a file which screens it shows and which keys act there."""

    def program() -> int:
        from textual import events  # noqa: PLC0415 - in the child alone

        import skillgap.ui.app  # noqa: PLC0415
        from skillgap.cli import main  # noqa: PLC0415

        os.chdir(folder)
        told = file.open("a", encoding="utf-8", buffering=1)
        last = ""

        class Observed(skillgap.ui.app.SkillgapApp):
            CSS_PATH = str(Path(skillgap.ui.app.__file__).with_name("app.tcss"))

            async def on_event(self, event: events.Event) -> None:
                await super().on_event(event)
                if isinstance(event, events.InputEvent):
                    self.set_timer(0.01, self._tell)

            def _handle_exception(self, error: Exception) -> None:
                told.write("".join(traceback.format_exception(error)))
                super()._handle_exception(error)

            def _tell(self) -> None:
                nonlocal last
                if not self.screen_stack:
                    return
                line = f"{type(self.screen).__name__}\t{' '.join(self.screen.active_bindings)}"
                if line != last:
                    last = line
                    told.write(f"{line}\n")

        skillgap.ui.app.SkillgapApp = Observed  # type: ignore[misc]
        return main(list(arguments))

    return program


class Unseen(Terminal):
    """A terminal that nobody looks at."""

    draws = False


class Fault(AssertionError):
    """What the monkey brought about."""


class Monkey:
    """Plays on the program in a folder of its own."""

    def __init__(self, place: Path, seed: int = 0) -> None:
        self.home, self.work = place / "home", place / "work"
        self.work.mkdir(parents=True)
        self.seen = Seen(place / "screens")
        self.script: list[Step] = []
        self.memory: dict[int, list[int]] = {}
        """KiB resident now and then, of each program that was started."""
        self.starts = 0
        self._dice = random.Random(seed)
        self._size = SIZES[0]
        self._at, self._stay = "", 0
        """The screen in front, and for how many steps."""
        self._used: Counter[tuple[str, str]] = Counter()

    def play(self, presses: int) -> None:
        """Press keys drawn from the seed. Raises Fault."""
        self._run(self._drawn(presses))

    def replay(self, script: Script) -> None:
        """Do again what was done. Raises Fault."""
        self._run(iter(script))

    def _run(self, steps: Iterator[Step]) -> None:
        step = next(steps, None)
        while step is not None:
            with self._start() as app:
                while step is not None and app.pump(0):
                    self._do(app, step)
                    step = next(steps, None)
                if step is None:
                    self._leave(app)
                self._judge(app)

    def _start(self) -> Terminal:
        self.starts += 1
        self._size = SIZES[0]
        program = observed(self.seen.file, self.work, ["--assessment", str(self.home / "assessment.toml")])
        app = Unseen(program, SKILLGAP_HOME=str(self.home), BROWSER="true")
        end = time.monotonic() + PATIENCE
        while b"Help" not in app.raw and app.pump(0.05) and time.monotonic() < end:
            pass
        return app

    def _do(self, app: Terminal, step: Step) -> None:
        self.script.append(step)
        if step.size[0]:
            app.resize(*step.size)
        else:
            app.type(step.text)
        quiet = 0.015 if len(self.script) % 4 else 0.06
        end = time.monotonic() + 0.5
        while app.hears(quiet) and time.monotonic() < end:
            pass
        if len(self.script) % 50 == 0:
            self.memory.setdefault(self.starts, []).append(app.memory())

    def _leave(self, app: Terminal) -> None:
        """Back out of whatever is open, and quit."""
        end = time.monotonic() + PATIENCE
        while app.pump(0):  # on a busy machine a key may come before the screen that it is meant for, and is dropped
            for key in "\x1b", "\x1b", "\x1b", "\x1b", "q":
                app.type(key)
                while app.hears(0.2):  # an escape and a key close behind it would be alt and the key
                    pass
            if time.monotonic() > end:
                raise Fault(f"it does not end; the screen in front is {self.seen.latest()[0]}")

    def _judge(self, app: Terminal) -> None:
        self.seen.latest()
        if app.status != 0 or b"Traceback" in app.raw[-20_000:]:
            details = self.home / "error.txt"
            told = (details if details.exists() else self.seen.file).read_text("utf-8")
            raise Fault(f"it ended with {app.status}:\n{told[told.rfind('Traceback') :][:MOST_TOLD]}")

    def _drawn(self, presses: int) -> Iterator[Step]:
        for _ in range(presses):
            screen, keys = self.seen.latest()
            yield self._draw(screen, [key for key in keys if key not in NEVER])

    def _draw(self, screen: str, keys: Sequence[str]) -> Step:
        dice, kind = self._dice, self._dice.random()
        self._stay = self._stay + 1 if screen == self._at else 0
        self._at = screen
        if self._stay > LONG:
            self._stay = 0
            return Step("\x1b")
        if kind < 0.03:
            self._size = dice.choice(SIZES)
            return Step(size=self._size)
        if kind < 0.1:
            x, y = dice.randint(1, self._size[0]), dice.randint(1, self._size[1])
            return Step(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")
        if kind < 0.2 or not keys:
            return Step(self._harmless(screen, dice.choice(TEXT)))
        if kind < 0.205:
            return Step(sequence(dice.choice(LEAVING)) or "q")
        offered = [key for key in dice.sample(keys, min(8, len(keys))) if key not in LEAVING] or ["escape"]
        key = min(offered, key=lambda key: self._used[screen, key])
        self._used[screen, key] += 1
        return Step(self._harmless(screen, sequence(key) or "\t"))

    def _harmless(self, screen: str, text: str) -> str:
        return (
            "a" if screen in FOLDERS and (OUTSIDE.intersection(text) or text < " ") and text not in "\r\x1b\t" else text
        )


def shrunk(script: Script, fails: Callable[[Script], bool], tries: int = 25) -> list[Step]:
    """Take out of a script what its failure does not need, in pieces that get smaller.

    Zeller and Hildebrandt 2002, "Simplifying and isolating failure-inducing input", IEEE TSE 28(2), kept to `tries`.
    """
    rest, size = list(script), max(len(script) // 2, 1)
    while size and tries:
        start = 0
        while start < len(rest) and tries:
            shorter = rest[:start] + rest[start + size :]
            tries -= 1
            if fails(shorter):
                rest = shorter
            else:
                start += size
        size //= 2
    return rest
