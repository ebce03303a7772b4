"""A dialog for a note."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, TextArea

from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

_USUAL = "tab, enter keeps it; esc goes back"


class NoteScreen(Modal[str | None]):
    """Gives the note, or None when nothing is to be changed. Text that was typed is not lost to one escape."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "back", "Back"), ("ctrl+s", "keep", "Keep")]  # noqa: RUF012

    def __init__(self, skill: str, note: str) -> None:
        super().__init__()
        self._skill, self._note = skill, note
        self._was_warned = False

    def compose(self) -> ComposeResult:
        """Text and buttons."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"Note: {safe(self._skill, 60)}")
            box.border_subtitle = Content(_USUAL)
            yield TextArea(self._note, tab_behavior="focus", id="note")
            with Horizontal(classes="buttons"):
                yield Button("Keep", variant="primary", id="keep", compact=True)
                yield Button("Back", id="back", compact=True)

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Give the text."""
        self.dismiss(self.query_one(TextArea).text.strip())

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Go back; a changed text needs a second escape."""
        if self.query_one(TextArea).text.strip() == self._note or self._was_warned:
            self.dismiss(None)
            return
        self._was_warned = True
        self.query_one(".dialog").border_subtitle = Content("not kept yet: enter keeps it, esc again drops it")
        self.query_one("#keep").focus()
