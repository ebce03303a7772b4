"""A dialog to choose one of a few things."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe


class ChooseScreen(Modal[str | None]):
    """Gives the value of the choice, or None when the person backs out."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Back")]  # noqa: RUF012

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Each choice by its name, its value below."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(safe(self._title, 80))
            box.border_subtitle = Content("enter takes it, esc goes back")
            yield OptionList(
                *(
                    Option(Content.assemble(safe(name, 200), "\n", (safe(value, 400), "$text-muted")), id=f"{number}")
                    for number, (name, value) in enumerate(self._choices)
                ),
                markup=False,
            )

    def on_mount(self) -> None:
        """The first one."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[int(event.option_id or 0)][1])
