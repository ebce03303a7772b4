"""Other terminals: few colours, none, few characters, no mouse, and the program inside tmux and screen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.driver import skillgap

RATE = ("rate", "--role", "ai-engineer", "--grade", "senior")
COLOURED = re.compile(rb"[34]8;([25]);")
MOUSE = b"\x1b[?1000h"


def a_sitting(home: Path, *arguments: str, **env: str) -> bytes:
    """Rate a skill, look at the results, leave; give all that was written."""
    with skillgap(home, *RATE, *arguments, size=(80, 24), **env) as app:
        app.wait("Python engineering")
        app.press("down", "3")
        app.wait("1 of 41")
        app.press("r")
        app.wait("Based on")
        app.press("q")
        assert app.end() == 0
        return app.raw


@pytest.mark.slow
def test_the_linux_console_gets_its_own_colours_and_characters(tmp_path: Path) -> None:
    written = a_sitting(tmp_path, "--no-mouse", TERM="linux", COLORTERM="")
    assert not COLOURED.search(written)
    assert b"\x1b[34m" in written or b";34;" in written, "headings are blue, as the terminal has it"
    assert written.decode().isascii()
    assert MOUSE not in written


@pytest.mark.slow
@pytest.mark.parametrize(
    ("env", "kinds"),
    [
        ({"TERM": "xterm-16color", "COLORTERM": ""}, set()),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, {b"5"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {b"2"}),
    ],
    ids=["16", "256", "true"],
)
def test_colours_are_those_that_the_terminal_has(tmp_path: Path, env: dict[str, str], kinds: set[bytes]) -> None:
    written = a_sitting(tmp_path, **env)
    assert set(COLOURED.findall(written)) == kinds
    assert MOUSE in written


@pytest.mark.slow
def test_no_color_is_grey(tmp_path: Path) -> None:
    written = a_sitting(tmp_path, NO_COLOR="1")
    shades = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", written))
    assert len(shades) > 3
    assert all(red == green == blue for red, green, blue in shades)


def wait_for(seen: Callable[[], str], text: str) -> None:
    end = time.monotonic() + 20
    while text not in seen():
        assert time.monotonic() < end, f"{text!r} never came; the screen was:\n{seen()}"
        time.sleep(0.1)
    time.sleep(0.4)


def command(home: Path) -> list[str]:
    return ["env", f"SKILLGAP_HOME={home}", sys.executable, "-m", "skillgap", *RATE]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_inside_tmux(tmp_path: Path) -> None:
    def tmux(*arguments: str) -> str:
        return subprocess.run(
            ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def seen() -> str:
        return tmux("capture-pane", "-p")

    tmux("new-session", "-d", "-x", "80", "-y", "24", *command(tmp_path))
    try:
        wait_for(seen, "0 of 41 rated")
        tmux("send-keys", "Down", "3")
        wait_for(seen, "1 of 41 rated")
        tmux("split-window", "-h", "sleep 60")
        wait_for(seen, "")
        tmux("kill-pane")
        wait_for(seen, "1 of 41 rated")
        tmux("send-keys", "F4")
        wait_for(seen, "Based on")
        rows = seen().splitlines()
        assert rows[-1].startswith(" ? Help  q Quit")
        assert "│" not in seen().replace("▏", ""), "nothing is left of the split"
        tmux("send-keys", "q")
        assert "level = 3" in (tmp_path / "assessment.toml").read_text()
    finally:
        subprocess.run(["tmux", "-S", str(tmp_path / "socket"), "kill-server"], capture_output=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_inside_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "s").mkdir(mode=0o700)
    monkeypatch.setenv("SCREENDIR", str(tmp_path / "s"))
    name, copy = "skillgap-test", tmp_path / "copy"

    def screen(*arguments: str) -> None:
        subprocess.run(["screen", "-S", name, "-p", "0", "-X", *arguments], capture_output=True, check=True)

    def seen() -> str:
        screen("hardcopy", str(copy))
        time.sleep(0.1)
        return copy.read_text("utf-8", "replace") if copy.exists() else ""

    start = ["screen", "-U", "-c", "/dev/null", "-d", "-m", "-S", name, *command(tmp_path)]
    subprocess.run(start, capture_output=True, check=True)
    try:
        wait_for(seen, "0 of 41 rated")
        screen("stuff", "3")
        wait_for(seen, "1 of 41 rated")
        screen("stuff", "r")
        wait_for(seen, "Based on")
        screen("stuff", "q")
        time.sleep(0.5)
        assert "level = 3" in (tmp_path / "assessment.toml").read_text()
    finally:
        subprocess.run(["screen", "-S", name, "-X", "quit"], capture_output=True, check=False)
