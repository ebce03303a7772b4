"""The page of Terms: what it is about, a row for each term, what it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from skillgap.core.familiarity import ANNOUNCED, WORDS, Vocabulary, result_lines
from skillgap.ui.actions.common import CHECK
from skillgap.ui.actions.terms import OTHERS
from skillgap.ui.pages.room import Room, call
from skillgap.ui.text import cut, prose, safe
from skillgap.ui.widgets.row_sheet import Row

_WIDEST = 92
_ANSWER = 30
"""Cells for the answer."""


def about_lines(vocabulary: Vocabulary, room: Room) -> Iterator[Content]:
    """What is announced before, and what a complete list comes to."""
    width = min(room.width, _WIDEST)
    is_said = vocabulary.is_complete or not vocabulary.shown
    first, *rest = result_lines(vocabulary) if is_said else ANNOUNCED
    yield from Content.styled(safe(first), "bold $text-primary").wrap(width)
    for text in rest:
        yield from Content(safe(text)).wrap(width)
    if vocabulary.is_complete:
        others = call(OTHERS, "other terms", room.key_of)
        yield Content.assemble(others, "   ", call(CHECK, "Check yourself", room.key_of))


def term_rows(vocabulary: Vocabulary, room: Room) -> list[Row]:
    """A row for each term, with its answer in a figure and words."""
    width = min(room.width, _WIDEST)
    made_up = {foil.term for foil in vocabulary.pack.foils} if vocabulary.is_complete else set()
    return [
        Row(_row(prose(term), vocabulary.said.get(term), term in made_up, room.narrowed(width)), str(place))
        for place, term in enumerate(vocabulary.shown)
    ]


def _row(term: str, said: int | None, is_made_up: bool, room: Room) -> Content:
    """A term, which is never cut for its answer."""
    glyphs = room.glyphs
    mark = glyphs.wrong if is_made_up else glyphs.empty if said is None else glyphs.chosen
    name = cut(term, room.width - 4, glyphs)
    style = "bold" if said else ""
    if said is None:
        return Content.assemble((f"{mark} ", "$text-muted"), name)
    words = f"{said} {WORDS[said]}" if 0 <= said < len(WORDS) else str(said)
    left = Content.assemble((f"{mark} {name}", style), ("  does not exist" if is_made_up else "", "$text-muted"))
    if left.cell_length + len(words) + 2 > room.width:
        left = Content.styled(f"{mark} {name}", style)
    left = left.pad_right(max(0, room.width - _ANSWER - left.cell_length))
    return Content.assemble(left, ("  " + cut(words, max(1, room.width - left.cell_length - 2), glyphs), style))


def legend_lines(vocabulary: Vocabulary, room: Room) -> Iterator[Content]:
    """What the digits mean; each can be clicked."""
    if not vocabulary.shown:
        return
    parts = []
    for number, words in enumerate(WORDS):
        click = Style.from_meta({"@click": f"screen.familiar({number})"})
        parts.append(Content.assemble((f"{number} ", "bold $text-accent"), words).stylize(click))
    count = Content.styled(f"{vocabulary.count} of {len(vocabulary.shown)} answered", "$text-muted")
    line = Content("")
    for part in (*parts, count):
        wider = Content.assemble(line, "   ", part) if line.cell_length else part
        if wider.cell_length > room.width and line.cell_length:
            yield line
            wider = part
        line = wider
    yield line
