"""A dialog for one line of text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from skillgap.core.assessment import Answer
from skillgap.core.dates import use_problem
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

Check = Callable[[str], str]
"""Says what is wrong with a text; empty when nothing is."""


class AskScreen(Modal[str | None]):
    """Gives the text, or None when the person backs out."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Back")]  # noqa: RUF012

    def __init__(self, title: str, question: str, text: str = "", hint: str = "", check: Check | None = None) -> None:
        super().__init__()
        self._title, self._question, self._text, self._hint, self._check = title, question, text, hint, check

    def compose(self) -> ComposeResult:
        """Question, field, hint."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(safe(self._title, 80))
            box.border_subtitle = Content("enter takes it, esc goes back")
            yield Static(Content(self._question))
            yield Input(self._text, id="text", placeholder=self._hint)
            yield Static("", id="wrong", classes="hint", markup=False)

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if self._check and (wrong := self._check(text)):
            self.query_one("#wrong", Static).update(Content.styled(wrong[0].upper() + wrong[1:] + ".", "$text-error"))
        else:
            self.dismiss(text)


def reason_for(name: str, answer: Answer) -> AskScreen:
    """Ask why a skill does not apply."""
    question = "Why does this skill not apply to you? You may leave it empty."
    return AskScreen(f"Not applicable: {name}", question, answer.na or "", "for example: my team does not train models")


def last_use(name: str, answer: Answer, today: date) -> AskScreen:
    """Ask when a skill was last used."""

    def check(text: str) -> str:
        return use_problem(text, today)

    text = answer.last_used.isoformat() if answer.last_used else ""
    question = "When did you last do this in earnest?"
    return AskScreen(f"Last used: {name}", question, text, "2026-09-30, 2026-09, 2026 or today", check)
