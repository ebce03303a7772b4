"""Results: the verdict and the gaps, most costly first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from skillgap.ui.screens.base import MainScreen
from skillgap.ui.text import safe
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session


class ResultsScreen(MainScreen):
    """The gap report as lines."""

    MODE = "results"

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Sheet(id="page")

    def show(self, session: Session) -> None:
        """Show the report of today."""
        report = session.report(session.today)
        lines = [Content(safe(report.summary.verdict_text)), Content("")]
        lines += [Content(f"{row.priority:>3}  {safe(row.name)}  {row.level} of {row.target}") for row in report.gaps]
        self.query_one(Sheet).put(lines)
