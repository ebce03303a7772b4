"""What Textual leaves to chance, held."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import App
from textual.widgets import OptionList

import skillgap.ui.sturdy  # noqa: F401 - it mends the lists of the whole program


class Hidden(App[None]):
    """A list with rows that is never laid out, as the palette's is for a moment."""

    def compose(self) -> Iterator[OptionList]:
        """One list."""
        rows = OptionList("one", "two")
        rows.display = False
        yield rows


async def test_a_page_in_a_list_that_is_not_laid_out_yet_moves_nothing() -> None:
    async with Hidden().run_test() as pilot:
        rows = pilot.app.query_one(OptionList)
        rows.highlighted = 0
        rows.action_page_down()  # type: ignore[no-untyped-call]
        rows.action_page_up()  # type: ignore[no-untyped-call]
        assert rows.highlighted == 0
