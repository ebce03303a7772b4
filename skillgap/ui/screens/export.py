"""Writing report and plan into a folder: asks where, asks before it replaces anything, says where it wrote."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from skillgap.errors import SkillgapError
from skillgap.files.storage import Exists
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

Writing = Callable[[Path, bool], tuple[Path, Path]]
"""Writes into a folder, replacing or not; gives the paths. Raises Exists and CannotAccess."""


class ExportScreen(Modal[None]):
    """One dialog in three states: where to, replace or not, done."""

    CSS_PATH = ["dialog.tcss", "export.tcss"]  # noqa: RUF012 - as Textual types it
    BINDINGS = [("escape", "back", "Back")]  # noqa: RUF012

    def __init__(self, write: Writing, folder: Path) -> None:
        super().__init__()
        self._write, self._folder = write, folder
        self._is_asking = False

    def compose(self) -> ComposeResult:
        """Folder, what happened, what to do next."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Export")
            yield Static(Content("Write report.toml and plan.toml into this folder:"), id="ask")
            yield Input(safe(str(self._folder), 4000), id="folder", select_on_focus=False)
            yield Static("", id="said", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Keep them", id="keep", compact=True)
                yield Button("Replace them", id="replace", compact=True)
                yield Button("Close", id="close", compact=True)

    def on_mount(self) -> None:
        """The folder first."""
        self._show("folder")

    def _show(self, state: str) -> None:
        box = self.query_one(".dialog")
        for name in ("folder", "exists", "done"):
            self.set_class(name == state, f"-{name}")
        self._is_asking = state == "exists"
        words = {"folder": "enter writes, esc goes back", "exists": "tab, enter chooses; esc keeps them"}
        box.border_subtitle = Content(words.get(state, "enter closes"))
        first = {"folder": "#folder", "exists": "#keep", "done": "#close"}[state]
        self.query_one(first).focus()

    def _say(self, *lines: str, style: str = "") -> None:
        said = Content("\n".join(safe(line) for line in lines))
        self.query_one("#said", Static).update(said.stylize(style) if style else said)

    @on(Input.Submitted)
    def _try(self) -> None:
        self._export(replace=False)

    @on(Button.Pressed, "#replace")
    def _replace(self) -> None:
        self._export(replace=True)

    @on(Button.Pressed, "#keep")
    def _keep(self) -> None:
        self._say("Nothing was written. Name another folder, or go back.")
        self._show("folder")

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss()

    @on(Input.Changed)
    def _forget(self) -> None:
        if self.has_class("-folder"):
            self._say("")

    def action_back(self) -> None:
        """One level back: from the question to the folder, from there to Results."""
        if self._is_asking:
            self._keep()
        else:
            self.dismiss()

    def _export(self, *, replace: bool) -> None:
        text = self.query_one(Input).value.strip()
        folder = Path(os.path.expanduser(text or ".")).absolute()  # noqa: PTH111 - leaves an unknown ~name as it is
        try:
            files = self._write(folder, replace)
        except Exists as error:
            self._say(f"{error}.", "Replace them? What stands there now is kept as report.toml.bak and plan.toml.bak.")
            self._show("exists")
        except SkillgapError as error:
            self._say(f"{error}.", "Nothing is lost: name another folder and try again.", style="$text-error")
            self._show("folder")
        else:
            self._say("Wrote", *(f"  {file}" for file in files), style="bold $text-success")
            self._show("done")
