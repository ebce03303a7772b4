"""A line below the header for what a person must know: answers that are not saved, a file that another holds."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from skillgap.ui.text import glyphs_of, safe


class Banner(Widget):
    """Hidden while there is nothing to say."""

    DEFAULT_CSS = """
    Banner {
        height: auto;
        max-height: 3;
        width: 1fr;
        padding: 0 1;
        background: $warning-muted;
        color: $text-warning;
        display: none;
    }
    Banner.-grave { background: $error-muted; color: $text-error; }
    """

    text: reactive[str] = reactive("", layout=True)

    class Clicked(Message):
        """The banner was clicked: the person wants to try again."""

    def watch_text(self, text: str) -> None:
        """Show or hide."""
        self.display = bool(text)

    def say(self, text: str, *, grave: bool = False) -> None:
        """Show a text; an empty one hides the line."""
        self.set_class(grave, "-grave")
        self.text = text

    def render(self) -> Content:
        """The text, with a mark that does not depend on colour."""
        return Content.assemble((f"{glyphs_of(self).warning} ", "bold"), safe(self.text, 400))

    def on_click(self, event: events.Click) -> None:
        """Ask for another try."""
        event.stop()
        self.post_message(self.Clicked())
