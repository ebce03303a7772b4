"""Start-up: help, version, score and the first frame, each against a floor in the same run.

python -m benchmarks.startup [ROUNDS]
"""

from __future__ import annotations

import compileall
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurements import Measurement, against, sampled, table
from benchmarks.timing import PYTHON, ROOT, SKILLGAP, environment, first_frame, process

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("needle-on-the-screen")
Hello().run()
"""
EXAMPLE = "examples/backend-engineer.toml"
OURS = "import sys; sys.argv = ['skillgap', '--version']; from skillgap.cli import main; main()"
FLOORS = {
    "skillgap --version": ("python -c pass", 1.30),
    "our part of --version": ("python -c pass", 1.30),
    "skillgap --help": ("python -c pass", 3.5),
    "score, pack cached": ("import pydantic", 2.0),
    "score, pack parsed": ("import pydantic", 2.0),
    "skillgap, first frame": ("Textual hello", 1.25),
}
"""The floor of a case, and how many times it may take as long."""


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all in turn. `our part of --version` is without the launcher that an installer writes."""
    compileall.compile_dir(ROOT / "skillgap", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = environment(home / "home")
        score = [SKILLGAP, "score", EXAMPLE, "-o", str(home / "out"), "--force"]
        cold = {**env, "SKILLGAP_HOME": str(home / "file" / "x")}
        (home / "file").write_text("no cache can be kept below a file")
        runs = {
            "python -c pass": process([PYTHON, "-c", "pass"], env),
            "skillgap --version": process([SKILLGAP, "--version"], env),
            "our part of --version": process([PYTHON, "-c", OURS], env),
            "skillgap --help": process([SKILLGAP, "--help"], env),
            "import tomllib": process([PYTHON, "-c", "import tomllib"], env),
            "import pydantic": process([PYTHON, "-c", "from pydantic import BaseModel"], env),
            "score, pack cached": process(score, env),
            "score, pack parsed": process(score, cold),
            "Textual hello": first_frame([PYTHON, "-c", HELLO], b"needle-on-the-screen", env),
            "skillgap, first frame": first_frame([SKILLGAP], b"skillgap", env),
        }
        taken = sampled(runs, rounds)
    found = {
        name: Measurement(name=name, unit="ms", samples=tuple(1000 * t for t in times)) for name, times in taken.items()
    }
    for name, measured in found.items():
        floor, most = FLOORS.get(name, ("", None))
        yield against(measured, found[floor], most) if floor else measured


if __name__ == "__main__":
    print(table(list(measurements(int(sys.argv[1]) if len(sys.argv) > 1 else 11))))
