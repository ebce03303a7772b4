"""A page of rows with a cursor: moving it repaints two lines, however long the page is."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from skillgap.core.records import dataclass
from skillgap.ui.widgets.sheet import Sheet

_CURSOR = "$block-cursor-foreground on $block-cursor-background"


@dataclass(frozen=True, slots=True)
class Row:
    """A line; one with a key can be pointed at."""

    content: Content
    key: str = ""
    pointed: Content | None = None
    """How it looks under the cursor, on the cursor's ground; the plain text when None."""


class RowSheet(Sheet, can_focus=False):
    """Rows below headings that stay."""

    DEFAULT_CSS = """
    RowSheet {
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-color: $panel-lighten-1;
    }
    """

    class Pointed(Message):
        """The cursor came to another row."""

        def __init__(self, sheet: RowSheet, key: str) -> None:
            super().__init__()
            self.sheet = sheet
            self.key = key

    class Chosen(Message):
        """The row under the cursor was clicked."""

        def __init__(self, sheet: RowSheet, key: str) -> None:
            super().__init__()
            self.sheet = sheet
            self.key = key

    class HeadClicked(Message):
        """A heading was clicked, `x` cells from the left."""

        def __init__(self, sheet: RowSheet, x: int) -> None:
            super().__init__()
            self.sheet = sheet
            self.x = x

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._cursor = -1
        self.is_active = True
        """Whether arrows move the cursor; else it is drawn softly."""

    def fill(self, heads: Sequence[Content], rows: Sequence[Row], key: str = "") -> None:
        """Show other rows, with the cursor on the one with a key; without it, where the cursor was."""
        wanted = key or self.key
        place = max(0, self._cursor - self.pinned)
        self.pinned, self._rows = len(heads), rows
        self._cursor = self._nearest(self._place_of(wanted) if self._place_of(wanted) >= 0 else place)
        self.put((*heads, *(row.content for row in rows)))
        self._strips.clear()
        self.refresh()
        self.call_after_refresh(self.reveal)

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty without one."""
        place = self._cursor - self.pinned
        return self._rows[place].key if 0 <= place < len(self._rows) else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows that can be pointed at."""
        return tuple(row.key for row in self._rows if row.key)

    @property
    def page_rows(self) -> int:
        """How many rows the window holds."""
        return max(1, self.size.height - self.pinned - 1)

    def move(self, by: int) -> None:
        """Move the cursor by a number of rows that can be pointed at; scroll when there are none."""
        places = [place for place, row in enumerate(self._rows) if row.key]
        here = self._cursor - self.pinned
        if not places:
            self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)
            return
        now = places.index(here) if here in places else 0
        there = min(max(now + by, 0), len(places) - 1)
        self._point(places[there])
        if there == 0 and by < 0:  # what stands above the first row can be seen again
            self.scroll_to(y=0, animate=False, immediate=True)

    def point_at(self, key: str) -> None:
        """Move the cursor to the row with a key, if there is one."""
        if (place := self._place_of(key)) >= 0:
            self._point(place)

    def set_active(self, is_active: bool) -> None:
        """Let arrows move the cursor here, or not."""
        if is_active != self.is_active:
            self.is_active = is_active
            if self._cursor >= 0:
                self.repaint(self._cursor)

    def reveal(self) -> None:
        """Scroll the cursor into view."""
        if self._cursor >= 0:
            self.show_lines(self._cursor, self._cursor)

    def show_first(self, place: int) -> None:
        """Scroll so that the row at a place is the first in view."""
        self.scroll_to(y=place, animate=False, immediate=True)

    def line(self, number: int) -> Content:
        """Give one line; the one under the cursor in the colours of the cursor alone, so that it can be read."""
        line = super().line(number)
        if number != self._cursor:
            return line
        pointed = self._rows[number - self.pinned].pointed or line.without_spans
        line = (pointed if self.is_active else line).pad_right(max(0, self.width - line.cell_length))
        return line.stylize_before(_CURSOR if self.is_active else "on $boost")

    def on_click(self, event: events.Click) -> None:
        """Point at what is under the mouse; a row that is pointed at already is chosen."""
        number = self.number_at(event.y)
        if number < self.pinned:
            self.post_message(self.HeadClicked(self, event.x))
            return
        place = number - self.pinned
        if 0 <= place < len(self._rows) and (key := self._rows[place].key):
            was_here = number == self._cursor and self.is_active
            self._point(place)
            if was_here:
                self.post_message(self.Chosen(self, key))

    def _place_of(self, key: str) -> int:
        return next((place for place, row in enumerate(self._rows) if key and row.key == key), -1)

    def _nearest(self, place: int) -> int:
        """The line of the row at a place, or of the nearest that can be pointed at; -1 without one."""
        places = [number for number, row in enumerate(self._rows) if row.key]
        return self.pinned + min(places, key=lambda number: abs(number - place)) if places else -1

    def _point(self, place: int) -> None:
        old, self._cursor = self._cursor, self.pinned + place
        if old != self._cursor:
            self.repaint(old)
            self.repaint(self._cursor)
        self.reveal()
        self.post_message(self.Pointed(self, self._rows[place].key))
