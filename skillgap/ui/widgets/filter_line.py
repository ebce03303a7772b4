"""A field for the words that rows must have."""

from __future__ import annotations

from textual.widgets import Input


class FilterLine(Input):
    """Escape takes the filter away, enter keeps it; up and down move in what is found."""

    BINDINGS = [("escape", "screen.clear_filter", "All rows")]  # noqa: RUF012 - as Textual types it
