"""Moving a cursor over the rows of a screen."""

from __future__ import annotations

from skillgap.ui.widgets.row_sheet import RowSheet


class RowMoves:
    """Runs the actions of `row_moves` on the `page` of a screen."""

    page: RowSheet
    """The page in front."""

    def action_down(self) -> None:
        """One row down."""
        self.page.move(1)

    def action_up(self) -> None:
        """One row up."""
        self.page.move(-1)

    def action_first(self) -> None:
        """To the first row."""
        self._to_end(-1)

    def action_last(self) -> None:
        """To the last row."""
        self._to_end(1)

    def _to_end(self, way: int) -> None:
        self.page.move(way * max(len(self.page.keys), self.page.height_of_all()))

    def action_page_down(self) -> None:
        """A page of rows down."""
        self.page.move(self.page.page_rows)

    def action_page_up(self) -> None:
        """A page of rows up."""
        self.page.move(-self.page.page_rows)
