"""What a page has to draw with, and how a key is said on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.content import Content
from textual.style import Style

from skillgap.core.records import dataclass
from skillgap.ui.actions import Action
from skillgap.ui.text import Glyphs


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to draw with."""

    width: int
    height: int
    glyphs: Glyphs
    key_of: Callable[[Action], str]

    def narrowed(self, width: int) -> Room:
        """The same with another width."""
        return replace(self, width=width)


def call(action: Action, words: str, key_of: Callable[[Action], str]) -> Content:
    """Say what a key does; a click does it too."""
    click = Style.from_meta({"@click": action.call if "." in action.call else f"screen.{action.call}"})
    return Content.assemble((f"{key_of(action)} ", "bold $text-accent"), words).stylize(click)
