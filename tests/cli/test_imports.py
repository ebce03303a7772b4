"""What a command does not need it does not load: looked at in real processes, where a deferred import shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, environment

MOST_OF_SCORE = 125
"""Modules of ours that score may load."""
SCREEN = {"textual", "rich", "asyncio", "skillgap.ui"}
CODE = """
import sys
from skillgap.cli import main
code = main(sys.argv[1:])
sys.stdout.flush()
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(code)
"""

APP = """
import sys
from skillgap.cli.running import build
from skillgap.cli.start import run_app
from skillgap.ui.app import SkillgapApp
SkillgapApp.run = lambda *_, **__: sys.exit(print(*sys.modules, sep="\\n", file=sys.stderr))
run_app(build().parse_args([]), "home")
"""


def loaded(home: Path, *arguments: str | Path) -> set[str]:
    """Run a command in a new interpreter; give the names of all modules loaded at its end, and their packages."""
    return modules(home, CODE, *map(str, arguments))


def modules(home: Path, code: str, *arguments: str) -> set[str]:
    """Run code in a new interpreter; give the names that it prints on stderr, and their packages."""
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment(home),
        timeout=60,
    )
    names = {line for line in ran.stderr.splitlines() if " " not in line}
    assert "skillgap.cli" in names
    return names | {name.rpartition(".")[0] for name in names}


@pytest.mark.parametrize("option", ["--version", "-V", "--help", "-h"])
def test_help_and_version_load_next_to_nothing(option: str, tmp_path: Path) -> None:
    names = loaded(tmp_path, option)
    assert not names & (SCREEN | {"pydantic", "pydantic_core", "tomllib", "tomli_w", "hashlib", "json"})
    assert not {name for name in names if name.startswith(("skillgap.core.rubric", "skillgap.files"))}


def test_version_does_without_argparse(tmp_path: Path) -> None:
    assert "argparse" not in loaded(tmp_path, "--version")


@pytest.mark.parametrize("command", ["score", "plan", "show"])
def test_help_of_a_command_loads_no_pack_code(command: str, tmp_path: Path) -> None:
    names = loaded(tmp_path, command, "--help")
    assert not names & (SCREEN | {"pydantic", "tomllib", "skillgap.core"})


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", ANSWERS, "--pack", SMALL, *ON_A_DAY],
        ["show", ANSWERS],
        ["show", ANSWERS, "--json"],
        ["roles", "--pack", SMALL],
        ["pack", "list"],
        ["pack", "check", SMALL],
        ["pack", "show", SMALL, "--json"],
        ["pack", "schema"],
        ["where"],
        ["completions", "bash"],
    ],
    ids=lambda arguments: " ".join(str(argument) for argument in arguments[:2]),
)
def test_headless_commands_never_load_a_screen(
    arguments: list[str | Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = loaded(tmp_path, *arguments)
    assert not names & SCREEN
    assert not {name for name in names if name.startswith("skillgap.ui")}


def test_the_first_frame_waits_for_no_pack_code(tmp_path: Path) -> None:
    names = modules(tmp_path, APP)
    assert not names & {"pydantic", "tomllib", "tomli_w", "hashlib", "skillgap.core.rubric", "skillgap.files.storage"}


def test_score_loads_what_it_uses(tmp_path: Path) -> None:
    names = loaded(tmp_path, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out")
    unused = {"skillgap.core.lint", "skillgap.core.estimate", "skillgap.core.quiz", "skillgap.core.matrix"}
    assert not names & (unused | {"pydantic", "platformdirs", "difflib", "subprocess", "tempfile"})
    assert len([name for name in names if name.startswith("skillgap.")]) <= MOST_OF_SCORE
