"""Plan: the steps in their weeks."""

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


class PlanScreen(MainScreen):
    """The plan as lines."""

    MODE = "plan"

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Sheet(id="page")

    def show(self, session: Session) -> None:
        """Show the plan within the hours of the session."""
        steps = session.plan(session.budget).scheduled
        self.query_one(Sheet).put(Content(f"week {step.week:>2}  {safe(step.name)} to {step.to}") for step in steps)
