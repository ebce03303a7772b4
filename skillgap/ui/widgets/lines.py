"""A few lines of content, as high as they are."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static


class Lines(Static):
    """Shows ready-made lines; what can be clicked in them looks like the rest."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    """

    auto_links = False

    def put(self, lines: Iterable[Content]) -> None:
        """Show other lines."""
        self.update(Content("\n").join(lines))
