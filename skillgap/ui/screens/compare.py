"""What if: the same plan with half and with double the hours beside it; enter takes the hours of a column."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from skillgap.core.planning import Outcome
from skillgap.errors import SkillgapError
from skillgap.ui.pages.plan_compare import compare_page
from skillgap.ui.pages.room import Room
from skillgap.ui.sturdy import Modal
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp

_AS_IT_IS = 1


class CompareScreen(Modal[float | None]):
    """Gives the hours a week that were chosen, or None."""

    CSS_PATH = "compare.tcss"
    BINDINGS = [  # noqa: RUF012
        ("escape,q,c", "dismiss(None)", "Back"),
        ("left,h", "step(-1)", "Left"),
        ("right,l", "step(1)", "Right"),
        ("enter,space", "take", "Take"),
    ]

    class Made(Message):
        """The plans are there."""

        def __init__(self, found: tuple[Outcome, ...]) -> None:
            super().__init__()
            self.found = found

    def __init__(self, make: Callable[[], tuple[Outcome, ...]]) -> None:
        super().__init__()
        self._make = make
        self._found: tuple[Outcome, ...] = ()
        self._chosen = _AS_IT_IS

    def compose(self) -> ComposeResult:
        """One table."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("What if")
            box.border_subtitle = Content("Making three plans ...")
            yield Sheet(id="table")

    def on_mount(self) -> None:
        """Make the plans in a thread."""
        self.run_worker(self._ask, thread=True)

    def _ask(self) -> None:
        try:
            self.post_message(self.Made(self._make()))
        except SkillgapError as error:
            self.app.call_from_thread(self._say, str(error))

    def _say(self, text: str) -> None:
        self.query_one(Sheet).put(Content(text).wrap(max(20, self.query_one(Sheet).width)))
        self.query_one(".dialog").border_subtitle = Content("esc goes back")

    def on_compare_screen_made(self, event: Made) -> None:
        """Show them."""
        self._found = event.found
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the table out for the width."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if not self._found:
            return
        app, sheet = cast("SkillgapApp", self.app), self.query_one(Sheet)
        hours = self._found[self._chosen].hours_per_week
        ways = f"{app.glyphs.left} {app.glyphs.right} other hours"
        take = "" if self._chosen == _AS_IT_IS else f", enter plans with {hours:g} a week"
        self.query_one(".dialog").border_subtitle = Content(f"{ways}{take}, esc goes back")
        room = Room(max(20, sheet.width), sheet.size.height, app.glyphs, app.key_of)
        sheet.put(compare_page(self._found, self._chosen, room))

    def action_step(self, by: int) -> None:
        """To the column beside."""
        self._chosen = min(max(self._chosen + by, 0), max(0, len(self._found) - 1))
        self._lay_out()

    def action_take(self) -> None:
        """Take the hours of the column."""
        self.dismiss(self._found[self._chosen].hours_per_week if self._found and self._chosen != _AS_IT_IS else None)
