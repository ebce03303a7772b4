"""Writes to the terminal only the cells that are different from what stands there: a slow line is no hardship.

Textual paints whole lines, each piece with all of its colours. Moving the cursor by one row then takes some five
kilobytes, five seconds at 9,600 baud. This keeps what was written, cell by cell, and sends the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.style import Style
    from textual.screen import Screen

Look = tuple[str | None, str | None, str]
"""The codes of attributes, of the colour of text, and of the ground; None where a blank shows none."""
Cell = tuple[str, Look]
Piece = tuple[int, int, Strip]
"""Column, row and what stands from there on."""

_NOTHING: Cell = ("", (None, None, ""))
"""A cell of which nothing is known."""
_NEAR = 5
"""Cells that are written again, because moving over them would take as many bytes."""
_ATTRIBUTES = ("bold", "dim", "italic", "underline", "blink", "blink2", "reverse", "conceal", "strike")
_CODES = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
_SEEN_ON_BLANKS, _SEEN_CODES = ("underline", "reverse", "strike"), frozenset("479")


class Front:
    """What stands on the terminal."""

    def __init__(self) -> None:
        self._size = (0, 0)
        self._rows: list[list[Cell]] = []

    def forget(self) -> None:
        """Assume nothing about the terminal: the next update is written whole."""
        self._size = (0, 0)

    def updated(self, pieces: Iterable[Piece], size: tuple[int, int], colours: ColorSystem) -> str:
        """Give what changes the terminal, of a size, so that it shows these pieces."""
        if size != self._size:
            self._size = size
            self._rows = [[_NOTHING] * size[0] for _ in range(size[1])]
        pen = _Pen()
        for x, y, strip in pieces:
            if 0 <= y < size[1] and 0 <= x < size[0]:  # an update may have been made for a size that has gone
                self._put(pen, x, y, strip, colours)
        return pen.text()

    def _put(self, pen: _Pen, x: int, y: int, strip: Strip, colours: ColorSystem) -> None:
        row = self._rows[y]
        cells = _cells(strip, colours)
        if cells is None:  # terminals differ in how wide such text is: it goes out in one piece, if at all
            whole = strip.text, ("", "", repr(strip))
            if row[x : x + 1] != [whole]:
                pen.write(x, y, strip, colours)
                row[x : x + strip.cell_length] = [whole, *[_NOTHING] * (strip.cell_length - 1)]
                del row[self._size[0] :]
            return
        cells = cells[: self._size[0] - x]
        for start, end in _runs(row[x : x + len(cells)], cells):
            pen.cells(x + start, y, cells[start:end])
        row[x : x + len(cells)] = cells


class _Pen:
    """Moves over the terminal and writes, with no more codes than it takes."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._look: tuple[str, str, str] | None = None
        self._blank = ""
        """The ground on which a blank can be written as things are; empty where there is none."""

    def text(self) -> str:
        """Everything written; the terminal is left in its usual colours."""
        return "".join(self._out) + ("\x1b[0m" if self._look else "")

    def write(self, x: int, y: int, strip: Strip, colours: ColorSystem) -> None:
        """Write a piece as Textual does."""
        styled = (strip.render_style(style, text, colours) if style else text for text, style, _ in strip)
        self._out += [f"\x1b[0m\x1b[{y + 1};{x + 1}H", *styled]
        self._look, self._blank = None, ""

    def cells(self, x: int, y: int, cells: Iterable[Cell]) -> None:
        """Write cells side by side."""
        self._out.append(f"\x1b[{y + 1};{x + 1}H")
        append, last = self._out.append, None
        for text, look in cells:
            if look is not last:
                if look[0] is not None or look[2] != self._blank:
                    self._turn(look)
                last = look
            append(text)

    def _turn(self, look: Look) -> None:
        """Change the colours and attributes that are not right yet."""
        attributes, colour, ground = look
        if self._look is None or (not self._blank and attributes is None) or attributes not in (None, self._look[0]):
            now = attributes or "", colour or "39", ground
            self._out.append(f"\x1b[0;{';'.join(filter(None, now))}m")
        else:
            was = self._look
            now = was[0], colour or was[1], ground
            if codes := ";".join(new for new, old in zip(now[1:], was[1:], strict=True) if new != old):
                self._out.append(f"\x1b[{codes}m")
        self._look = now
        self._blank = "" if _SEEN_CODES.intersection(now[0].split(";")) else ground


def _runs(old: list[Cell], new: list[Cell]) -> Iterator[tuple[int, int]]:
    """The stretches in which two rows differ, those near to each other as one."""
    if old == new:
        return
    start = end = -1
    for place, (one, two) in enumerate(zip(old, new, strict=True)):
        if one == two:
            continue
        if start >= 0 and place - end > _NEAR:
            yield start, end
            start = place
        start, end = (start if start >= 0 else place), place + 1
    if start >= 0:
        yield start, end


def _cells(strip: Strip, colours: ColorSystem) -> list[Cell] | None:
    """The cells of a piece; None when a character is not one cell wide, or is a link."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        if not (text.isascii() and text.isprintable()) and not all(map(_is_single, text)):
            return None
        if style is not None and style.link:
            return None
        inked, blank = _looks(style, colours)
        cells += [(character, blank if character == " " else inked) for character in text]
    return cells


@lru_cache(maxsize=4096)
def _is_single(character: str) -> bool:
    return cell_len(character) == 1


@lru_cache(maxsize=4096)
def _looks(style: Style | None, colours: ColorSystem) -> tuple[Look, Look]:
    """How characters and blanks of a style look."""
    if style is None:
        return ("", "39", "49"), (None, None, "49")
    attributes = ";".join(code for name, code in zip(_ATTRIBUTES, _CODES, strict=True) if getattr(style, name))
    colour = ";".join(style.color.downgrade(colours).get_ansi_codes()) if style.color else "39"
    ground = ";".join(style.bgcolor.downgrade(colours).get_ansi_codes(foreground=False)) if style.bgcolor else "49"
    inked = attributes, colour, ground
    is_seen = any(getattr(style, name) for name in _SEEN_ON_BLANKS)
    return inked, inked if is_seen else (None, None, ground)


class _Thrifty(CompositorUpdate):
    """An update of the screen that is written by a front."""

    def __init__(self, update: CompositorUpdate, front: Front, size: tuple[int, int]) -> None:
        self._update, self._front, self._size = update, front, size

    def render_segments(self, console: Console) -> str:
        """Give what is to be written."""
        colours = console._color_system or ColorSystem.TRUECOLOR
        return self._front.updated(pieces_of(self._update), self._size, colours)


def pieces_of(update: CompositorUpdate) -> Iterator[Piece]:
    """Give the pieces of an update of Textual."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, first, last in update.spans:
            for end, (x, piece) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if piece is not None and x <= last and end > first:
                    yield x, y, piece


class ThriftyApp(App[int]):
    """An app that writes to its terminal only what is different from what stands there."""

    def __init__(self) -> None:
        self._front = Front()
        super().__init__()

    def on_mount(self) -> None:
        """A terminal that the program comes back to shows something else."""
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())

    def action_redraw(self) -> None:
        """Write the whole screen again, for a terminal that something else has written to."""
        self._front.forget()
        self.refresh(layout=True)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Give Textual an update that writes less; of what is written otherwise nothing is known."""
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, cast("RenderableType", _Thrifty(renderable, self._front, self.size)))
            return
        if renderable is not None:
            self._front.forget()
        super()._display(screen, renderable)
