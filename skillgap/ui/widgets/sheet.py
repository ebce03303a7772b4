"""A page of lines that is painted line by line: long lists cost no more than what is on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class Sheet(ScrollView):
    """Shows lines of ready-made content; a new page repaints only the lines that differ."""

    DEFAULT_CSS = """
    Sheet {
        overflow-x: hidden;
        overflow-y: auto;
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """

    auto_links = False
    pinned = 0
    """Lines at the top that stay while the rest scrolls."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Content] = ()
        self._strips: dict[int, Strip] = {}
        self._strips_for: tuple[int, object] = (0, None)

    @property
    def lines(self) -> Sequence[Content]:
        """The lines shown."""
        return self._lines

    def put(self, lines: Iterable[Content]) -> None:
        """Show other lines."""
        old, new = self._lines, tuple(lines)
        self._lines = new
        self._count(len(new))
        if len(old) != len(new):
            self._strips.clear()
            self.refresh()
            return
        for number, (one, two) in enumerate(zip(old, new, strict=True)):
            if one is not two and not one.is_same(two):
                self.repaint(number)

    def redraw(self) -> None:
        """Paint everything again."""
        self._strips.clear()
        self.refresh()

    def repaint(self, number: int) -> None:
        """Paint one line again."""
        self._strips.pop(number, None)
        self.refresh_line(number + self.scroll_offset.y if number < self.pinned else number)

    def line(self, number: int) -> Content:
        """Give one line; for subclasses that make lines when they are needed."""
        return self._lines[number]

    def number_at(self, y: int) -> int:
        """Give the number of the line at a row of the window."""
        return y if y < self.pinned else y + self.scroll_offset.y

    @property
    def width(self) -> int:
        """Cells for a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    def height_of_all(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def _count(self, lines: int) -> None:
        # the same for all that fits the window: a change of this size lays the whole screen out again
        size = Size(self.width, lines if lines > self.size.height else 1)
        if size != self.virtual_size:
            self.virtual_size = size

    def show_lines(self, first: int, last: int) -> None:
        """Scroll no further than needed to have the lines from `first` to `last` in view."""
        if self.size.height and self.max_scroll_y > 0:
            area = Region(0, max(0, first - self.pinned), 1, last - first + 1 + self.pinned)
            self.scroll_to_region(area, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """Paint the line at a place of the window."""
        width, style = self.width, self.visual_style
        if self._strips_for != (width, style):
            self._strips.clear()
            self._strips_for = (width, style)
        number = self.number_at(y)
        if width < 1 or not 0 <= number < self.height_of_all():
            return Strip.blank(width, style.rich_style)
        if number not in self._strips:
            content = self.line(number)
            (strip,) = Visual.to_strips(self, content, width, 1, style, pad=True, apply_selection=False)[:1]
            self._strips[number] = strip
        return self._strips[number]

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        self._strips.clear()
        super().notify_style_update()
