"""Start-up: help, version, score and the first frame, each against a floor in the same run.

python -m benchmarks.startup [ROUNDS]
"""

from __future__ import annotations

import compileall
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.timing import PYTHON, ROOT, SKILLGAP, Case, environment, first_frame, machine, measure, process, table

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("needle-on-the-screen")
Hello().run()
"""
EXAMPLE = "examples/backend-engineer.toml"


def main(rounds: int) -> None:
    """Measure and print the table."""
    compileall.compile_dir(ROOT / "skillgap", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = environment(home / "home")
        score = [SKILLGAP, "score", EXAMPLE, "-o", str(home / "out"), "--force"]
        cold = {**env, "SKILLGAP_HOME": str(home / "file" / "x")}
        (home / "file").write_text("no cache can be kept below a file")
        cases = [
            Case("python -c pass", process([PYTHON, "-c", "pass"], env)),
            Case("skillgap --version", process([SKILLGAP, "--version"], env), "python -c pass", 1.30),
            Case("skillgap --help", process([SKILLGAP, "--help"], env), "python -c pass", 3.5),
            Case("import tomllib", process([PYTHON, "-c", "import tomllib"], env)),
            Case("import pydantic", process([PYTHON, "-c", "from pydantic import BaseModel"], env)),
            Case("score, pack cached", process(score, env), "import tomllib"),
            Case("score, pack parsed", process(score, cold), "import pydantic", 2.0),
            Case("Textual hello", first_frame([PYTHON, "-c", HELLO], b"needle-on-the-screen", env)),
            Case("skillgap, first frame", first_frame([SKILLGAP], b"skillgap", env), "Textual hello", 1.25),
        ]
        print(f"{date.today()}, {machine()}, {rounds} rounds\n")  # noqa: DTZ011 - the day it was run here
        measure(cases, rounds)
        print(table(cases))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
