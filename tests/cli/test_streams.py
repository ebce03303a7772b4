"""stdout is data, stderr is narration, whatever is at the other end of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, environment, run, score, spawn

FULL = Path("/dev/full")


def test_data_and_narration_go_apart(tmp_path: Path) -> None:
    ran = score(ANSWERS, tmp_path / "out")
    assert ran.out.startswith("Builder, Regular: gap report of 2026-11-24\n")
    assert ran.err == f"wrote {tmp_path}/out/report.toml and {tmp_path}/out/plan.toml\n"


def test_errors_leave_stdout_empty(tmp_path: Path) -> None:
    for ran in (score("missing.toml", tmp_path), run("show", "missing.toml"), run("pack", "check", "nothing")):
        assert ran.code
        assert not ran.out
        assert ran.err


@pytest.mark.parametrize(
    "arguments",
    [["show", ANSWERS], ["roles", "--pack", SMALL], ["pack", "list"], ["pack", "show", SMALL]],
    ids=["show", "roles", "pack list", "pack show"],
)
def test_json_is_one_document(arguments: list[str | Path]) -> None:
    ran = run(*arguments, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)


def test_json_of_the_main_job_holds_what_the_files_hold(tmp_path: Path) -> None:
    both = json.loads(score(ANSWERS, tmp_path, "--json").out)
    assert both["report"] == json.loads(run("show", tmp_path / "report.toml", "--json").out)
    assert both["plan"] == json.loads(run("show", tmp_path / "plan.toml", "--json").out)
    again = run("plan", tmp_path / "report.toml", "--pack", SMALL, *ON_A_DAY, "--json")
    assert json.loads(again.out) == both["plan"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["roles"], ["pack", "show", "--json"]], ids=" ".join)
def test_a_reader_that_left_is_no_failure(arguments: list[str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = spawn(*arguments, home=tmp_path, stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["roles"]], ids=" ".join)
def test_an_output_that_is_full_is_told(arguments: list[str], tmp_path: Path) -> None:
    with FULL.open("w") as full:
        ran = spawn(*arguments, home=tmp_path, stdout=full.fileno())
    assert (ran.returncode, ran.stderr) == (3, "cannot write the output: no space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_narration_that_cannot_be_written_is_no_other_error(tmp_path: Path) -> None:
    assert closed(tmp_path, ">/dev/null 2>/dev/full", "show", "missing.toml").returncode == 3
    assert closed(tmp_path, ">/dev/null 2>/dev/full", "no-command").returncode == 2


def test_a_narration_that_nobody_reads_stops_no_file_and_changes_no_code(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    answers = tmp_path / "answers.toml"
    answers.write_text('[rubric]\nid = "small"\nversion = "0"\n[[answer]]\nskill = "sql"\nlevel = 1\n')
    for code, *arguments in (
        (0, "score", answers, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out"),
        (3, "show", "missing.toml"),
        (2, "roles", "--pack", "missing"),
    ):
        assert spawn(*arguments, home=tmp_path, stderr=writing).returncode == code
    os.close(writing)
    assert (tmp_path / "out" / "plan.toml").exists()


def test_input_in_an_encoding_for_files_is_read_as_text(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "skillgap", "--plain"],
        input=b"q\n",
        capture_output=True,
        check=False,
        env={**environment(tmp_path), "PYTHONIOENCODING": "utf-16"},
        timeout=60,
    )
    assert ran.returncode == 0
    assert b"\0" not in ran.stdout + ran.stderr


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that gives zeros for ever")
def test_a_line_without_an_end_fills_no_memory(tmp_path: Path) -> None:
    ran = closed(tmp_path, "< /dev/zero", "--plain")
    assert (ran.returncode, ran.stderr) == (
        3,
        "a line of the input is longer than 100,000 characters; it was not read\n",
    )


def closed(home: Path, redirection: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command from a shell that closes or redirects its streams."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "skillgap", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(home),
        timeout=60,
    )


def test_a_closed_stdout_does_not_stop_the_files(tmp_path: Path) -> None:
    ran = closed(tmp_path, ">&-", "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out")
    assert (ran.returncode, ran.stderr.count("\n")) == (0, 1)
    assert (tmp_path / "out" / "plan.toml").exists()


def test_narration_never_lands_in_the_data_of_a_closed_stderr(tmp_path: Path) -> None:
    ran = closed(tmp_path, "2>&-", "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out", "--json")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)
    assert closed(tmp_path, "2>&-", "show", "missing.toml").stdout == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_an_old_encoding_loses_nothing_and_stops_nothing(encoding: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('person = "Zoë → 東京 🎉"\n[[answer]]\nskill = "x"\nnote = "→ 東 🎉"\n', encoding="utf-8")
    for option in ([], ["--json"]):
        ran = subprocess.run(
            [sys.executable, "-m", "skillgap", "show", str(answers), *option],
            capture_output=True,
            check=False,
            env={**environment(tmp_path), "PYTHONIOENCODING": encoding},
            timeout=60,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        text = ran.stdout.decode(encoding)
        assert ("→" if encoding == "utf-8" else "\\u2192") in text


def test_an_interrupt_ends_quietly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("skillgap.cli.places.where", interrupted)
    ran = run("where")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
