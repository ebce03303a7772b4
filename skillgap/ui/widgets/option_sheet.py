"""A question and its options, line by line, with what matters in view; a click on an option chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from skillgap.ui.widgets.sheet import Sheet


class SpanSheet(Sheet, can_focus=False):
    """Keeps some of its lines in view, whatever its size becomes."""

    _span: tuple[int, int] | None = None

    def put_span(self, lines: Iterable[Content], span: tuple[int, int] | None) -> None:
        """Show other lines, those from the first to the last of `span` in view."""
        self.put(lines)
        self._span = span
        self._reveal()

    def to_top(self) -> None:
        """Show the top; nothing need be in view any more."""
        self._span = None
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        """Fit what is in view to the new size."""
        self._count(len(self.lines))
        self._reveal()

    def _reveal(self) -> None:
        if self._span is not None:
            first, last = self._span
            self.show_lines(first, min(last, first + max(1, self.size.height) - 1))


class OptionSheet(SpanSheet, can_focus=False):
    """Shows the options that a screen has laid out."""

    places: Sequence[tuple[int, int]] = ()
    """First and last line of each option by its place; at 0 the one for not knowing."""

    class Picked(Message):
        """An option was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the mouse."""
        line = self.number_at(event.y)
        for place, (first, last) in enumerate(self.places):
            if first <= line <= last:
                self.post_message(self.Picked(place))


class Stage(Vertical):
    """Holds what is laid out for its size, and tells when that changes."""

    class Resized(Message):
        """The size is another one."""

    def on_resize(self) -> None:
        """Tell it."""
        self.post_message(self.Resized())
