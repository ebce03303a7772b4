"""What Textual leaves to chance: sizes too small to lay out anything in, clicks beside the screen, double presses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from textual.app import ScreenStackError
from textual.await_complete import AwaitComplete
from textual.css.query import NoMatches
from textual.events import Click, Event, MouseEvent, Resize
from textual.geometry import Size
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import OptionList
from textual.worker import WorkerFailed

from skillgap.ui.ending import watch
from skillgap.ui.thrift import ThriftyApp

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

_LEAST = Size(30, 8)
"""Columns and rows below which Textual's own widgets fail to wrap a line."""

_MOST = Size(1000, 500)
"""Columns and rows above which nothing is laid out: more is a mistake of what tells the size."""

_LOST_AT_THE_END = (NoMatches, ScreenStackError, WorkerFailed)
"""What keys and workers run into that come while the screens of an app that ends are taken apart."""


class SturdyApp(ThriftyApp):
    """An app that neither a size of its terminal nor a click can end."""

    defect: Exception | None = None
    """The mistake of the program that ended it."""

    @property
    def size(self) -> Size:
        """The room that there is; before the terminal has told it, it is what the environment says, be it nonsense."""
        told = super().size
        return Size(min(told.width, _MOST.width), min(told.height, _MOST.height))

    async def on_event(self, event: Event) -> None:
        """Never lay out for less room than the widgets need or more than there is; hear no click beside the screen."""
        if _is_beside(event, self.size):
            return
        await super().on_event(room := _within(event))
        if room is not event:  # what the terminal shows has changed, even if the room that we lay out for has not
            self.action_redraw()

    def close_session(self) -> None:
        """Put in order what must not be left behind; called whenever and however it ends, perhaps twice."""

    def end(self, code: int) -> None:
        """Quit with an exit code for the shell, once the screen in front is built: half-built, it could not be left."""
        if not self._exit and self.screen_stack:  # else it ends already
            self.screen.call_later(self.exit, code, return_code=code)

    def _build_driver(self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None) -> Driver:
        """Be ready for signals before the terminal is touched: from then on one would leave it in pieces."""
        driver = super()._build_driver(headless, inline, mouse, size)
        if not headless:
            watch(self)
        return driver

    def get_driver_class(self) -> type[Driver]:
        """Give what speaks with the terminal: one of ours where Textual would take its own for such a system."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from skillgap.ui.listening import SturdyDriver  # noqa: PLC0415 - there are systems without terminals like this

        return SturdyDriver

    def _handle_exception(self, error: Exception) -> None:
        """Say nothing of a screen that is taken apart because the app ends: a key may still look for its parts."""
        if not (self._exit and isinstance(error, _LOST_AT_THE_END)):
            self.defect = self.defect or error
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End on a defect without a picture of it: whoever runs the app tells what happened."""
        if self.debug:
            super()._fatal_error()
        else:
            self._close_messages_no_wait()

    def action_leave(self) -> None:
        """Quit."""
        self.end(0)

    async def action_quit(self) -> None:
        """Quit by Textual's own key."""
        self.action_leave()

    def action_help_quit(self) -> None:
        """Quit by ctrl+c as well."""
        self.action_leave()

    def search_themes(self) -> None:
        """List the themes, in a palette that closes once."""
        from textual.theme import ThemeProvider  # noqa: PLC0415 - not before it is wanted

        from skillgap.ui.palette import Palette  # noqa: PLC0415

        if not Palette.is_open(cast("App[object]", self)):
            self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def action_command_palette(self) -> None:
        """Open the palette."""
        from skillgap.ui.palette import Palette  # noqa: PLC0415 - not before it is wanted

        if not Palette.is_open(cast("App[object]", self)):
            self.push_screen(Palette(id="--command-palette"))


class Modal(ModalScreen[ScreenResultType]):
    """A dialog that is closed once. Textual would take the screen below away when a key closes it a second time."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, unless it is closed already."""
        return super().dismiss(result) if self.is_active else AwaitComplete.nothing()  # type: ignore[no-untyped-call]


_click = OptionList._on_click


async def _click_what_is_there(self: OptionList, event: Click) -> None:
    """Hear no click on a row that has gone since it was painted: Textual would look for it all the same."""
    if event.style.meta.get("option", -1) < self.option_count:
        await _click(self, event)


OptionList._on_click = _click_what_is_there  # type: ignore[method-assign]  # also in Textual's own palette


_move_page = OptionList._move_page


def _move_among_what_is_drawn(self: OptionList, direction: Literal[-1, 1]) -> None:
    """Move by a page, unless the list is not laid out yet: it would look for a line that is not there."""
    if (self.highlighted or 0) in self._index_to_line:
        _move_page(self, direction)


OptionList._move_page = _move_among_what_is_drawn  # type: ignore[method-assign]  # also in the palette


def _within(event: Event) -> Event:
    """Give an event as it came, but no size below the least: a smaller terminal shows a corner of that."""
    if not isinstance(event, Resize):
        return event
    width = min(max(event.size.width, _LEAST.width), _MOST.width)
    height = min(max(event.size.height, _LEAST.height), _MOST.height)
    return event if event.size == (width, height) else Resize.from_dimensions((width, height), event.pixel_size)


def _is_beside(event: Event, size: Size) -> bool:
    """Whether an event of the mouse is for a place that the terminal no longer has."""
    return isinstance(event, MouseEvent) and not size.region.contains(event.x, event.y)
