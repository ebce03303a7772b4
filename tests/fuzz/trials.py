"""One damaged file through the whole program, in this process, and what must hold afterwards."""

from __future__ import annotations

import os
import re
import resource
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from skillgap.errors import BadInput, Usage
from skillgap.files.settings import load_settings, save_settings
from skillgap.ui.opening import Unreadable, open_session
from tests.cli.running import ON_A_DAY, SMALL, Ran, harmless, run
from tests.fuzz.seeds import Kit

SECONDS = 2.0
"""Of this process's own time, for one case."""
MEGABYTES = 300
"""How much more memory one case may ask for than was ever asked for before."""
FILES = {
    "pack": "pack.toml",
    "answers": "answers.toml",
    "report": "report.toml",
    "plan": "plan.toml",
    "settings": "settings.toml",
    "matrix": "matrix.csv",
}
Command = Callable[[Path], Ran]
_PLACED = re.compile(r".*:\d+:\d+: (error|warning): .+")
_PLACELESS = ("holds no TOML file",)
"""Ends of messages about a file as a whole."""

_OUTPUTS = {"": {"out", "plan.toml", "plan.toml.bak"}, "settings": {"settings.toml"}, "matrix": {"out"}}
"""What a command may write; a plan is renewed where it stands, settings are saved."""


def _score(place: Path) -> Ran:
    pack, out = place / "pack.toml", place / "out"
    return run("score", place / "answers.toml", "--pack", pack, *ON_A_DAY, "-o", out, "--force")


def _replan(place: Path) -> Ran:
    calendar, list_ = place / "out" / "plan.ics", place / "out" / "plan.md"
    more = ("--ics", calendar, "--markdown", list_, "--force")
    return run("plan", place / "report.toml", "--pack", place / "pack.toml", *ON_A_DAY, *more)


def _import(place: Path) -> Ran:
    return run("pack", "import", place / "matrix.csv", "--accept", "--ladder", "maker", "-o", place / "out", "--force")


def _opened(place: Path) -> Ran:
    """Answers as the app opens them: usable, or kept and explained."""
    file = place / "answers.toml"
    try:
        open_session(file, str(place / "pack.toml")).close()
    except Unreadable as error:
        return Ran(error.exit_code, "", str(error))
    except Usage as error:
        return Ran(2, "", str(error))
    return Ran(0, "", "")


def _set(place: Path) -> Ran:
    """Settings are read whatever they are, and a change keeps what a person wrote."""
    file = place / "settings.toml"
    found = load_settings(file)
    said = Ran(1 if found.problems else 0, "", "\n".join(map(str, found.problems)))
    text = file.read_bytes()
    try:
        save_settings(file, replace(found.settings, theme="nord"), only=["theme"])
    except BadInput:
        assert said.code
        assert file.read_bytes() == text, "what cannot be read is left as it is"
    else:
        after = load_settings(file)
        assert after.settings == replace(found.settings, theme="nord")
        assert len(after.problems) <= len(found.problems)
        (place / "settings.toml.bak").unlink()
        file.write_bytes(text)
    return said


COMMANDS: dict[str, tuple[Command, ...]] = {
    "pack": (
        lambda place: run("pack", "check", place / "pack.toml"),
        lambda place: run("pack", "check", place / "pack.toml", "--json"),
        lambda place: run("pack", "show", place / "pack.toml"),
        lambda place: run("roles", "--pack", place / "pack.toml", "--json"),
        lambda place: run("pack", "diff", SMALL, place / "pack.toml"),
        lambda place: run("show", place / "answers.toml", "--pack", place / "pack.toml"),
        _score,
        _replan,
    ),
    "answers": (
        lambda place: run("show", place / "answers.toml"),
        lambda place: run("show", place / "answers.toml", "--json"),
        _opened,
        lambda place: run("pack", "diff", SMALL, place / "pack.toml", "--answers", place / "answers.toml"),
        _score,
    ),
    "report": (
        lambda place: run("show", place / "report.toml"),
        lambda place: run("show", place / "report.toml", "--json"),
        _replan,
    ),
    "plan": (
        lambda place: run("show", place / "plan.toml"),
        lambda place: run("show", place / "plan.toml", "--json"),
        _replan,
    ),
    "settings": (_set,),
    "matrix": (
        lambda place: run("pack", "import", place / "matrix.csv"),
        _import,
    ),
}


class Place:
    """A folder with sound files that belong together; one at a time is damaged, and mended afterwards."""

    def __init__(self, folder: Path, kit: Kit) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.sound = {name: text.encode() for name, text in kit.items()}
        for name, data in self.sound.items():
            (folder / FILES[name]).write_bytes(data)

    def trial(self, kind: str, data: bytes, number: int) -> None:
        """Run a command on a damaged file among sound ones, and check all that is promised of bad input."""
        file = self.folder / FILES[kind]
        _put(file, data)
        before = self._state()
        started, asked = time.process_time(), _most_memory()
        ran = _command(kind, number)(self.folder)
        assert time.process_time() - started < SECONDS, "too slow"
        assert _most_memory() - asked < MEGABYTES, "too much memory"
        check(ran)
        written = self._state() - before
        assert not (ran.code and written) or kind == "settings", "bad input writes nothing"
        assert {name for name, _, _ in written} <= _OUTPUTS.get(kind, _OUTPUTS[""]), written
        _put(file, self.sound[kind])
        self._mend(written)

    def _state(self) -> set[tuple[str, int, int]]:
        """What there is, and what tells whether it was written to; a folder is there or is not."""
        with os.scandir(self.folder) as entries:
            return {
                (entry.name, 0, 0) if entry.is_dir() else (entry.name, entry.stat().st_mtime_ns, entry.stat().st_ino)
                for entry in entries
                if not entry.name.endswith(".lock")
            }

    def _mend(self, written: set[tuple[str, int, int]]) -> None:
        if written:
            shutil.rmtree(self.folder / "out", ignore_errors=True)
            (self.folder / "plan.toml.bak").unlink(missing_ok=True)
            (self.folder / "plan.toml").write_bytes(self.sound["plan"])


def _put(file: Path, data: bytes) -> None:
    """Write a new file: some systems wait for the disk when an old one is written over."""
    file.unlink()
    file.write_bytes(data)


def check(ran: Ran) -> None:
    """No traceback, nothing that acts, and a place for every error."""
    harmless(ran)
    assert ran.code in (0, 1, 2, 3)
    assert "exception" not in ran.err.lower()
    if ran.code == 1 and not ran.out:
        lines = ran.err.splitlines()
        assert all(_PLACED.fullmatch(line) or any(end in line for end in _PLACELESS) for line in lines), ran.err
        assert any(map(_PLACED.fullmatch, lines)), ran.err


def _command(kind: str, number: int) -> Command:
    """The first command mostly: the others are slower and read the same."""
    several = COMMANDS[kind]
    return several[number if number < len(several) else 0]


def _most_memory() -> float:
    """Megabytes that this process has held at most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10
