"""Three plans side by side: half the hours, as it is, double the hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from skillgap.core.planning import Outcome
from skillgap.core.trace import readiness_text
from skillgap.ui.pages.room import Room

_LABEL, COLUMN, _NARROW = 16, 15, 11
_TITLES = "half", "as it is", "double"


def compare_page(found: Sequence[Outcome], chosen: int, room: Room) -> list[Content]:
    """Give the lines of the table, with the column `chosen` in the colours of a cursor."""
    rows: list[tuple[str, Callable[[Outcome], str]]] = [
        ("Hours a week", lambda it: f"{it.hours_per_week:g}"),
        ("Readiness", lambda it: f"{readiness_text(it.readiness)} %"),
        ("Last step ends", lambda it: f"{it.ends or 'no steps'}"),
        ("Meets profile", lambda it: f"{it.ready or 'not yet'}"),
        ("Must-haves met", lambda it: f"{it.must_haves} more" if it.must_haves else "no more"),
        ("Steps that fit", lambda it: f"{it.steps}"),
        ("Do not fit", lambda it: f"{it.left_out}" if it.left_out else "none"),
    ]
    cells = max(_NARROW, min(COLUMN + 4, (room.width - _LABEL) // len(found)))
    lines = [_line("", _TITLES, chosen, cells, "bold")]
    lines += [_line(label, [value(it) for it in found], chosen, cells) for label, value in rows]
    return lines


def _line(label: str, texts: Sequence[str], chosen: int, cells: int, style: str = "") -> Content:
    cursor = "$block-cursor-foreground on $block-cursor-background"
    return Content.assemble(
        (f"{label:<{_LABEL}}", "$text-muted"),
        *((f"{text[: cells - 1]:>{cells - 1}} ", cursor if at == chosen else style) for at, text in enumerate(texts)),
    )
