"""A dialog that waits for one key: the new key of an action."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from skillgap.files.settings import KeyChoice
from skillgap.ui.actions import Action, key_name
from skillgap.ui.actions.keymap import Screens, fault, keys_of, normal
from skillgap.ui.sturdy import Modal


class PressKeyScreen(Modal[str | None]):
    """Gives the key, or None when the person backs out. A key that would mean two things is named and not taken."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""

    def __init__(self, action: Action, choices: Sequence[KeyChoice], screens: Screens) -> None:
        super().__init__()
        self._action, self._choices, self._screens = action, choices, screens

    def compose(self) -> ComposeResult:
        """What it is for, and what is wrong with a key."""
        now = ", ".join(key_name(normal(key)) for key in keys_of(self._action, self._choices))
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"A key for: {self._action.label}")
            box.border_subtitle = Content("press the key, esc goes back")
            yield Static(Content(self._action.text))
            yield Static(Content.assemble(("Now  ", "$text-muted"), (now, "bold $text-accent")), classes="hint")
            yield Static("", id="wrong", classes="hint", markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Take the next key, whatever it is bound to elsewhere."""
        if isinstance(event, events.Key):
            event.stop()
            self._press(event)
        else:
            await super().on_event(event)

    def _press(self, event: events.Key) -> None:
        if event.key == "escape":
            self.dismiss(None)
        elif wrong := fault(self._action, event.key, self._choices, self._screens):
            text = f"That cannot be: {wrong}. Press another key."
            self.query_one("#wrong", Static).update(Content.styled(text, "$text-error"))
        else:
            self.dismiss(event.key)
