"""Hostile surroundings: the right result, or a plain message and the right exit code; in the app and without it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.files.reports import load_report
from skillgap.ui.encodings import closest
from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, environment
from tests.proof.killing import RATE, ratings
from tests.terminal.driver import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX surroundings")
HUGE = {f"FILLER_{number}": "x" * 100_000 for number in range(8)}

ODD: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None, "SKILLGAP_HOME": None, "XDG_DATA_HOME": None, "XDG_CONFIG_HOME": None},
    "a file for a home": {"HOME": "/etc/passwd", "SKILLGAP_HOME": None, "XDG_DATA_HOME": None},
    "a home that is not there": {"HOME": "/nowhere/at/all", "SKILLGAP_HOME": "/proc/nowhere"},
    "relative folders": {"SKILLGAP_HOME": None, "XDG_DATA_HOME": "here", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "."},
    "files for folders": {"SKILLGAP_HOME": None, "XDG_DATA_HOME": "/etc/passwd", "XDG_CONFIG_HOME": "/etc/passwd"},
    "an odd time zone": {"TZ": "Nowhere/Odd"},
    "no time zone": {"TZ": ":/etc/passwd"},
    "the C locale": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "an unknown locale": {"LC_ALL": "xx_XX.KOI8-R", "LANG": "yy"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "no terminal type": {"TERM": None},
    "an unknown terminal": {"TERM": "bogus-9000"},
    "no size": {"COLUMNS": "0", "LINES": "-3"},
    "a size that is no number": {"COLUMNS": "wide", "LINES": "high"},
    "a huge environment": {**HUGE},
}


def odd(home: Path, changes: dict[str, str | None]) -> dict[str, str]:
    merged = {**environment(home), **changes}
    return {name: text for name, text in merged.items() if text is not None}


def command(
    env: dict[str, str], *arguments: str | Path, before: Callable[[], None] | None = None, **more: object
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skillgap", *map(str, arguments)],
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=60,
        preexec_fn=before,
    )


def told(ran: subprocess.CompletedProcess[str], code: int) -> None:
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    assert bool(code) == (not ran.stdout), "what failed prints no result"
    assert not code or ran.stderr.count("\n") == 1, "and says why in a line"


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_answers_are_scored_wherever_it_runs(name: str, tmp_path: Path) -> None:
    env = odd(tmp_path / "home", ODD[name])
    told(command(env, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out"), 0)
    assert load_report(tmp_path / "out" / "report.toml").target.role == "builder"
    told(command(env, "where"), 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_the_app_rates_or_says_why_not_wherever_it_runs(name: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = tmp_path / "mine.toml"

    def program() -> int:
        environ = odd(home, {"TERM": "xterm-256color", **ODD[name]})
        for sized in ("COLUMNS", "LINES"):
            if sized not in ODD[name]:
                environ.pop(sized, None)
        os.execve(sys.executable, [sys.executable, "-m", "skillgap", *RATE, "--assessment", str(file)], environ)  # noqa: S606

    with Terminal(program) as app:
        app.wait("41 open")
        app.press("3")
        app.wait("1 of 41 rated")
        app.press("q")
        assert app.end() == 0
        assert "Traceback" not in app.raw.decode()
        assert "\\x" not in app.text
        assert "\\u" not in app.text
    assert ratings(file) == [3]


def gone() -> None:
    """Stand in a folder that is removed."""
    folder = Path("gone")
    folder.mkdir()
    os.chdir(folder)
    os.rmdir(f"../{folder}")  # noqa: PTH106


def no_input() -> None:
    os.close(0)


def in_proc() -> None:
    os.chdir("/proc")


@pytest.mark.slow
@pytest.mark.parametrize("before", [gone, no_input, in_proc])
def test_commands_run_from_a_folder_that_is_gone_or_read_only_and_without_input(
    before: Callable[[], None], tmp_path: Path
) -> None:
    env = environment(tmp_path / "home")
    told(command(env, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out", before=before), 0)
    told(command(env, "show", tmp_path / "out" / "plan.toml", before=before), 0)
    told(command(env, "rate", "--plain", "--pack", SMALL, "--assessment", tmp_path / "a.toml", before=before), 0)
    below = command(env, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", "below", before=before)
    told(below, 3 if before is not no_input else 0)


@pytest.mark.slow
def test_names_that_are_no_unicode_and_folders_that_know_no_case(tmp_path: Path) -> None:
    env = environment(tmp_path / "home")
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
    told(command(env, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", folder), 0)
    told(command(env, "show", folder / "report.toml"), 0)
    told(command(env, "show", folder / "REPORT.TOML"), 3)
    told(command(env, "score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", folder), 3)


@pytest.mark.slow
@pytest.mark.parametrize("day", ["1970-01-01", "2100-02-28", "2026-10-01"], ids=["epoch", "next century", "backwards"])
def test_a_clock_that_is_wrong_scores_and_plans(day: str, tmp_path: Path) -> None:
    env = environment(tmp_path / "home")
    plain = tmp_path / "answers.toml"
    plain.write_text('[[answer]]\nskill = "python"\nlevel = 1\n')
    for today in ("2026-11-24", day):
        ran = command(env, "score", plain, "--pack", SMALL, "--today", today, "-o", tmp_path / "out", "--force")
        told(ran, 0)
    assert load_report(tmp_path / "out" / "report.toml").date.isoformat() == day


@pytest.mark.slow
def test_a_storm_of_sizes_ends_in_the_right_picture(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "skillgap", *RATE], SKILLGAP_HOME=str(tmp_path)) as app:
        app.wait("41 open")
        for number in range(400):
            app.resize(1 + number * 7 % 160, 1 + number * 3 % 50)
            if number % 20 == 0:
                app.hears(0.001)
        app.resize(80, 24)
        app.press("\x0c", "4")
        app.wait("1 of 41 rated")
        app.wait("Quit")
        assert "skill 2 of 41" in app.text
        app.draws = False
        app.resize(1000, 300)
        app.press("2")
        app.draws = True
        app.resize(80, 24)
        app.press("\x0c")
        app.wait("2 of 41 rated")
        os.kill(app.pid, signal.SIGTERM)
        assert app.end() == 128 + signal.SIGTERM
    assert ratings(tmp_path / "assessment.toml") == [4, 2]


def test_what_an_encoding_lacks_is_drawn_as_wide_as_it_is() -> None:
    assert closest("Zoë · 東京 → ╭─╮ 🎉", "ascii") == "Zoe | ???? > +-+ ??"
    assert closest("Zoë", "latin-1") == "Zoë"
