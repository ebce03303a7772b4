"""The shipped completion scripts: as the parser is, and doing their work in the shells that are here."""

from __future__ import annotations

import runpy
import shutil
import subprocess

import pytest

from skillgap.files.paths import completion_script
from tests.cli.running import run
from tests.conftest import ROOT

BASH, FISH, ZSH = (shutil.which(shell) for shell in ("bash", "fish", "zsh"))
SHELLS = ["bash", "zsh", "fish"]


def test_the_scripts_follow_the_parser() -> None:
    tool = ROOT / "tools" / "completions.py"
    for name, text in runpy.run_path(str(tool))["scripts"]().items():
        shipped = completion_script(name.partition(".")[2])
        assert shipped.read_text(encoding="utf-8") == text, "run python tools/completions.py"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_shipped_script(shell: str) -> None:
    ran = run("completions", shell)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == completion_script(shell).read_text(encoding="utf-8")


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_takes_the_script(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    ran = subprocess.run(
        [program, "-n", str(completion_script(shell))], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def in_bash(*words: str) -> list[str]:
    code = (
        'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _skillgap 2> /dev/null; printf "%s\\n"'
        ' "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(
        [BASH or "", "--norc", "-c", code, str(completion_script("bash")), *words],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ran.stdout.split()


def in_fish(*words: str) -> list[str]:
    code = f"source {completion_script('fish')}; complete -C '{' '.join(words)}'"
    ran = subprocess.run(
        [FISH or "", "--no-config", "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return sorted(line.partition("\t")[0] for line in ran.stdout.splitlines())


LINES = [
    (["skillgap", "sc"], ["score"]),
    (["skillgap", "pack", "ch"], ["check"]),
    (["skillgap", "score", "--forc"], ["--force"]),
    (["skillgap", "--pack", "score", "rol"], ["roles"]),
    (["skillgap", "completions", "z"], ["zsh"]),
    (["skillgap", "score", "--hours", "1"], []),
    (["skillgap", "show", "--rol"], []),
]


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize(("words", "completed"), LINES, ids=" ".join)
def test_bash_completes(words: list[str], completed: list[str]) -> None:
    assert in_bash(*words) == completed


@pytest.mark.skipif(FISH is None, reason="no fish here")
@pytest.mark.parametrize(("words", "completed"), LINES, ids=" ".join)
def test_fish_completes(words: list[str], completed: list[str]) -> None:
    assert in_fish(*words) == completed


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_bash_understands_an_option_with_an_equals_sign() -> None:
    assert in_bash("skillgap", "--pack", "=", "x", "sc") == ["score"]
