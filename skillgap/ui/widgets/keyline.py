"""The line at the bottom: the keys of this screen, the least important ones left out where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One key and what it does."""

    key: str
    label: str
    call: str
    """The Textual action that a click runs."""

    @property
    def width(self) -> int:
        """Cells that it takes, with the space after it."""
        return len(self.key) + 1 + len(self.label) + 2


class KeyLine(Widget):
    """Shows key hints in order of importance; each can be clicked."""

    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    auto_links = False
    hints: reactive[Sequence[KeyHint]] = reactive(())

    def render(self) -> Content:
        """Fit the hints into the width."""
        return Content("  ").join([_drawn(hint) for hint in fitting(self.hints, self.content_size.width)])


def fitting(hints: Sequence[KeyHint], width: int) -> list[KeyHint]:
    """Give the hints that fit; when some do not, the last place goes to the palette, which has them all."""
    total = sum(hint.width for hint in hints) - 2
    if total <= width or not hints:
        return list(hints)
    more = hints[-1]
    room, kept = width - more.width + 2, []
    for hint in hints[:-1]:
        if hint.width > room:
            break
        kept.append(hint)
        room -= hint.width
    return [*kept, more]


def _drawn(hint: KeyHint) -> Content:
    click = Style.from_meta({"@click": hint.call})
    return Content.assemble((hint.key, "bold $text-accent"), f" {hint.label}").stylize(click)
