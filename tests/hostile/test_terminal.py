"""The bytes that reach a real terminal while files written to hurt are on the screen."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.running import BLANKS, ON_A_DAY, run
from tests.hostile.kit import write_answers, write_pack
from tests.terminal.driver import forked

OURS = re.compile(
    rb"""
      \x1b\[ [0-9;:]* m                 # colours
    | \x1b\[ [0-9;]* H                  # where to draw
    | \x1b\[ \? [0-9;]+ [hl]            # the second screen, the mouse, the cursor, pasting, sizes
    | \x1b\[ \? [0-9]+ \$ p             # a question about one of these
    | \x1b\[ [<>] [0-9]* u              # the keyboard
    | \x1b\[ [0-9]* [KJn]               # clearing, and the question where the cursor is
    | \x1b\] 22; [a-z-]* \x07           # the shape of the pointer
    | [\r\n\x07] (?= . | $ )
    """,
    re.VERBOSE | re.DOTALL,
)


def foreign(raw: bytes) -> list[str]:
    """What reached the terminal beside text and the sequences that drawing takes."""
    text = OURS.sub(b"", raw).decode()
    return [repr(text[max(0, at - 20) : at + 20]) for at, char in enumerate(text) if not _harmless(char)]


def _harmless(char: str) -> bool:
    return char.isprintable() or char in BLANKS


def test_only_drawing_reaches_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "kit"
    pack, answers = write_pack(folder / "pack"), write_answers(folder / "assessment.toml")
    assert run("score", answers, "--pack", pack, *ON_A_DAY, "-o", folder, "--hours", "8").code == 0
    rate = ("rate", "--pack", str(pack), "--assessment", str(answers))
    with forked(tmp_path / "home", *rate, size=(100, 30)) as app:
        app.wait("Help")
        for key in ("2", "down", "o", "r", "p", "t"):
            app.press(key)
            app.wait("")
        app.press("escape")
        app.wait("")
        app.press("q")
        assert app.end() == 0
    drawn = OURS.sub(b"", app.raw)
    assert b"evil.example" in drawn
    assert rb"\u001B]" in drawn
    assert foreign(app.raw) == []


def test_the_test_sees_what_is_foreign() -> None:
    for text in (
        "\x1b]8;;http://x\x1b\\",
        "\x1b]52;c;eA==\x07",
        "\x1b[5i",
        "\x9b31m",
        "\u202e",
        "\x1bc",
        "\x1b]0;x\x07",
    ):
        assert foreign(b"\x1b[1;1Hok" + text.encode() + b"\x1b[0m")
    assert not foreign("\x1b[38;2;1;2;3m東\x1b[?1049h\r\n".encode())
