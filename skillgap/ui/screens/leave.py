"""Quitting while answers are not on disk: the one time that quitting asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp
    from skillgap.ui.session import Session


class LeaveScreen(Modal[None]):
    """Says why the answers are not saved; to stay is in focus."""

    CSS_PATH = "trouble.tcss"
    BINDINGS = [("escape", "dismiss", "Stay")]  # noqa: RUF012

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Reason and choices."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Your last answers are not saved")
            yield Static(Content(safe(self._session.problem, 600)), id="why")
            yield OptionList(
                Option(Content("Stay here"), id="stay"),
                Option(Content("Try to save again, and quit"), id="again"),
                Option(Content("Quit and lose what is not saved"), id="lose"),
                markup=False,
            )

    def on_mount(self) -> None:
        """The safe choice first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _do(self, event: OptionList.OptionSelected) -> None:
        app = cast("SkillgapApp", self.app)
        if event.option_id == "lose":
            self._session.give_up()
            app.end(3)
        elif event.option_id == "again" and self._session.save():
            app.end(0)
        elif event.option_id == "again":
            self.query_one("#why", Static).update(Content(safe(self._session.problem, 600)))
        else:
            self.dismiss()
            app.session_changed()
