"""Home: what this is, where you stand, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from skillgap.ui.actions import bindings
from skillgap.ui.actions.home import ACTIONS
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session


class HomeScreen(MainScreen):
    """The first screen."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    MODE = "home"

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Sheet(id="page")

    def on_mount(self) -> None:
        """Say that something is going on."""
        self.query_one(Sheet).put(
            [Content(""), Content.styled("  Reading the rubric and your answers ...", "$text-muted")]
        )

    def on_resize(self) -> None:
        """Lay the page out again."""
        if self.session is not None:
            self.call_after_refresh(self.show, self.session)

    def show(self, session: Session) -> None:
        """Lay the page out for the session."""
        from skillgap.ui.pages.home import home_page  # noqa: PLC0415 - what it needs is read with the session

        sheet = self.query_one(Sheet)
        sheet.put(home_page(session, sheet.size.width, sheet.size.height, self.main.glyphs, self.main.key_of))

    def action_continue(self) -> None:
        """Do what comes next."""
        session = self.session
        if session is None:
            return
        if not session.has_target:
            self.main.action_target()
        else:
            self.main.action_go("results" if session.interview.is_complete else "rate")
