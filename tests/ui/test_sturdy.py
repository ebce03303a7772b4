"""What Textual leaves to chance, held."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import App
from textual.events import Resize
from textual.widgets import OptionList

from skillgap.ui.sturdy import _LEAST as LEAST  # it mends the lists of the whole program
from skillgap.ui.sturdy import _MOST as MOST
from skillgap.ui.sturdy import SturdyApp


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


async def test_a_size_that_no_terminal_has_takes_no_gigabytes() -> None:
    async with SturdyApp().run_test() as pilot:
        for told, taken in (((99999, 2), (MOST.width, LEAST.height)), ((1, 99999), (LEAST.width, MOST.height))):
            await pilot.app.on_event(Resize.from_dimensions(told, None))
            assert pilot.app.size == taken


async def test_the_list_of_themes_closes_once_however_often_it_is_told_to() -> None:
    async with SturdyApp().run_test() as pilot:
        pilot.app.action_change_theme()
        await pilot.pause()
        themes = pilot.app.screen
        assert pilot.app.screen_stack[1:] == [themes]
        themes.dismiss()
        themes.dismiss()
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
