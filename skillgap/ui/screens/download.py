"""Report, plan and answers as downloads, where the app is shown in a browser: its folders are not the person's."""

from __future__ import annotations

from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skillgap.ui.archive import zipped
from skillgap.ui.sturdy import Modal

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_ALL = "skillgap.zip"
_ABOUT = {
    "report.toml": "the gap report",
    "plan.toml": "the plan, week by week",
    "assessment.toml": "your answers",
    _ALL: "all three in one archive",
}


class DownloadScreen(Modal[None]):
    """Lists the files; each that is chosen goes to the browser."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Back")]  # noqa: RUF012 - as Textual types it

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._files = session.texts()

    def compose(self) -> ComposeResult:
        """The files, and what happened."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Export")
            box.border_subtitle = Content("enter downloads, esc goes back")
            rows = (Option(Content.assemble((f"{name:<16}", "bold"), text), id=name) for name, text in _ABOUT.items())
            yield OptionList(*rows, markup=False)
            yield Static("", id="said", markup=False, classes="hint")

    def on_mount(self) -> None:
        """The list first."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _deliver(self, event: OptionList.OptionSelected) -> None:
        name = event.option_id or _ALL
        if name == _ALL:
            data = BytesIO(zipped(self._files))
            self.app.deliver_binary(data, save_filename=name, mime_type="application/zip")
        else:
            text = StringIO(self._files[name])
            self.app.deliver_text(text, save_filename=name, encoding="utf-8", mime_type="application/toml")
        self.query_one("#said", Static).update(f"{name} is on its way to your browser's downloads.")
