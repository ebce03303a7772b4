"""How sure a number is: what it is made of, what it does not know, what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from skillgap.core.sureness import Account, Line
from skillgap.ui.pages.room import Room
from skillgap.ui.text import prose, wrapped

NUMBER = 7
"""Cells for the number after a line."""
_WIDEST = 100


def account_page(account: Account, room: Room) -> list[Content]:
    """Give the lines of an account; the last line of its first part holds the number shown."""
    width = min(room.width, _WIDEST)
    head = Content.assemble((prose(account.subject), "bold"), "  ", (account.number, "bold $text-primary"))
    lines = [*head.wrap(width), *(line.stylize("$text-muted") for line in Content(prose(account.mode)).wrap(width))]
    for number, section in enumerate(account.sections):
        lines += [Content(""), Content.styled(section.title, "bold $text-primary")]
        for place, line in enumerate(section.lines, 1):
            is_result = not number and place == len(section.lines)
            lines += _counted(line, width, is_result) if line.number else _said(line, width, room)
    return lines


def _counted(line: Line, width: int, is_result: bool) -> Iterator[Content]:
    """Words, and on their first line the number after them."""
    first, *rest = wrapped(Content(prose(line.words)), max(10, width - NUMBER - 2))
    number = Content.styled(f"{line.number:>{NUMBER}}  ", "bold $text-primary" if is_result else "$text-muted")
    yield Content.assemble(number, first.stylize("bold") if is_result else first)
    yield from (Content.assemble(" " * (NUMBER + 2), each) for each in rest)


def _said(line: Line, width: int, room: Room) -> Iterator[Content]:
    first, *rest = wrapped(Content(prose(line.words)), max(10, width - 4))
    yield Content.assemble((f"  {room.glyphs.dot} ", "$text-muted"), first)
    yield from (Content.assemble("    ", each) for each in rest)
