"""A dialog for a step that is done: when, and how many hours it took. Enter takes both as they stand."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from skillgap.core.dates import day_of
from skillgap.core.decisions import hours_said, hours_spent
from skillgap.core.plan import PlannedStep
from skillgap.core.plan_words import step_name
from skillgap.core.records import dataclass
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said of a step that is done."""

    day: date | None
    """None when it is not done yet, and the hours are those so far."""
    hours: float | None
    """None when one does not know."""


class MarkDoneScreen(Modal[Mark | None]):
    """Gives the mark, or None when the person backs out."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Back")]  # noqa: RUF012

    def __init__(self, step: PlannedStep, today: date) -> None:
        super().__init__()
        self._step, self._today = step, today

    def compose(self) -> ComposeResult:
        """Two fields and what is wrong with them."""
        step = self._step
        hours = hours_said(step)
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"Done: {safe(step_name(step), 60)}")
            box.border_subtitle = Content("enter takes both, tab to the other, esc goes back")
            yield Static(Content(f"Then it is true: {safe(step.anchor)}"))
            with Horizontal(classes="field"):
                yield Static("Done on", markup=False)
                yield Input(f"{step.done or self._today}", id="day", placeholder="empty: not done yet")
            with Horizontal(classes="field"):
                yield Static("Hours it took", markup=False)
                yield Input("" if hours is None else f"{hours:g}", id="hours", placeholder="empty when unknown")
            yield Static(Content(f"Typically {step.hours:g}. Your own pace is learned from these."), classes="hint")
            yield Static("", id="wrong", classes="hint", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Done", variant="primary", id="keep", compact=True)
                yield Button("Back", id="back", compact=True)

    def on_mount(self) -> None:
        """The hours come first: the day is mostly today."""
        self.query_one("#hours", Input).focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def _take(self) -> None:
        try:
            day = day_of(self.query_one("#day", Input).value, self._today)
            hours = hours_spent(self.query_one("#hours", Input).value)
        except ValueError as error:
            text = f"{error}"
            self.query_one("#wrong", Static).update(Content.styled(text[0].upper() + text[1:] + ".", "$text-error"))
        else:
            self.dismiss(Mark(day, hours))

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.dismiss(None)
