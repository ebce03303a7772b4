"""What is written to the terminal: the same picture as Textual's own writing gives, with far fewer bytes."""

from __future__ import annotations

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from skillgap.core.text import cells
from skillgap.ui.thrift import Front, pieces_of

WIDTH, HEIGHT = 24, 4
COLOURS = ColorSystem.TRUECOLOR
STYLES = [
    Style.parse(text)
    for text in ("", "white on #102030", "bold red on #102030", "red on #203040", "underline", "reverse")
]
TEXTS = ["", "a", "level 3", "    ", "█▌·", "漢字", "e\u0301", "\u200d", "👩", "x   y"]


def strip_of(parts: list[tuple[str, Style]]) -> Strip:
    """A strip that fills the width."""
    segments, room = [], WIDTH
    for text, style in parts:
        if cells(text) <= room:
            segments.append(Segment(text, style))
            room -= cells(text)
    return Strip([*segments, Segment(" " * room, STYLES[1])])


LINES = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(STYLES)), max_size=6).map(strip_of)
FRAMES = st.lists(
    st.dictionaries(st.integers(0, HEIGHT - 1), LINES, min_size=1, max_size=HEIGHT), min_size=1, max_size=6
)


class Shown:
    """A terminal."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.bytes = 0

    def feed(self, text: str) -> None:
        self.bytes += len(text)
        self.stream.feed(text)

    def look(self) -> list[list[object]]:
        return [[self._cell(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]

    @staticmethod
    def _cell(char: pyte.screens.Char) -> object:
        """A blank looks the same whatever colour its text has."""
        if char.data == " " and not (char.underscore or char.reverse or char.strikethrough):
            return " ", char.bg
        return char


@settings(max_examples=60)
@given(frames=FRAMES, cut=st.integers(1, WIDTH - 1))
def test_the_picture_is_that_of_whole_lines(frames: list[dict[int, Strip]], cut: int) -> None:
    console, front = Console(color_system="truecolor"), Front()
    ours, theirs = Shown(), Shown()
    for frame in frames:
        for y, strip in frame.items():
            update = LayoutUpdate([strip.divide([cut, WIDTH])], Region(0, y, WIDTH, 1))
            theirs.feed("\x1b[0m" + update.render_segments(console))
            ours.feed(front.updated(pieces_of(update), (WIDTH, HEIGHT), COLOURS))
            assert ours.look() == theirs.look()


def test_what_stands_there_is_not_written_again() -> None:
    front = Front()
    lines = [(0, y, strip_of([("level 3", STYLES[2]), ("漢字", STYLES[1])])) for y in range(HEIGHT)]
    assert front.updated(lines, (WIDTH, HEIGHT), COLOURS)
    assert front.updated(lines, (WIDTH, HEIGHT), COLOURS) == ""
    changed = [(0, 1, strip_of([("level 4", STYLES[2]), ("漢字", STYLES[1])]))]
    plain = [(0, 0, strip_of([("a", STYLES[1])]))]
    assert "漢字" in front.updated(changed, (WIDTH, HEIGHT), COLOURS), "text of doubtful width goes out whole"
    front.updated(plain, (WIDTH, HEIGHT), COLOURS)
    once = front.updated([(0, 0, strip_of([("b", STYLES[1])]))], (WIDTH, HEIGHT), COLOURS)
    assert once == "\x1b[1;1H\x1b[0;37;48;2;16;32;48mb\x1b[0m"
    assert front.updated(plain, (WIDTH + 1, HEIGHT), COLOURS), "another size shows something else"
    front.forget()
    assert "level 3" in front.updated(lines, (WIDTH + 1, HEIGHT), COLOURS)
