"""Plan: the steps in their weeks, what each is about, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content

from skillgap.core.plan import LeftOut, PlannedProject, PlannedStep
from skillgap.ui.actions import bindings
from skillgap.ui.actions.plan import ACTIONS, DONE, OPEN, TRUE_NOW
from skillgap.ui.pages.plan_detail import entry_of, row_page, title_of
from skillgap.ui.pages.room import Room
from skillgap.ui.screens.plan_steps import PlanSteps
from skillgap.ui.screens.row_moves import RowMoves
from skillgap.ui.widgets.keyline import KeyHint, KeyLine
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.core.plan import Plan

_SCROLLED = 4
"""Weeks that the timeline is scrolled at once."""


class PlanScreen(RowMoves, PlanSteps):
    """The plan; every change of marks, choices, hours or dates makes it again in a thread."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "plan.tcss"
    MODE = "plan"

    @property
    def page(self) -> RowSheet:  # type: ignore[override]  # found anew each time
        """The list that the cursor moves over."""
        return self.steps

    def hints(self) -> Sequence[KeyHint]:
        """The key line names what makes sense for the row: the new rating only where there is one to take."""
        row = self.entry()
        names = {}
        if isinstance(row, PlannedProject):
            names[self.hint(DONE).call] = "Drop" if row.taken else "Take"
        elif isinstance(row, PlannedStep) and row.done is not None:
            names[self.hint(DONE).call] = "Change"
        idle = {self.hint(action).call for action in (DONE, TRUE_NOW) if not self.is_offered(action)}
        if not self.has_class("-alone"):  # all of the row stands on the screen
            idle.add(self.hint(OPEN).call)
        if self.has_class("-empty"):  # there is nothing to plan yet, or nothing left
            idle = {self.hint(action).call for action in ACTIONS}
        hints = [hint for hint in super().hints() if hint.call not in idle]
        return [replace(hint, label=names[hint.call]) if hint.call in names else hint for hint in hints]

    def update_keys(self) -> None:
        """Show the keys that make sense for the row."""
        self.query_one(KeyLine).hints = self.hints()

    @on(RowSheet.Pointed)
    def _point(self) -> None:
        self.follow()
        self.tell()

    @on(RowSheet.Chosen)
    def _choose_row(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Show all of the row; a skill that is not rated leads to Rate."""
        row, plan = self.entry(), self.plan
        if row is None or plan is None:
            return
        if isinstance(row, LeftOut) and row.reason == "not-rated":
            self._rate_skill_of(row.id)
            return
        from skillgap.ui.screens.leaf import LeafScreen  # noqa: PLC0415 - not before it is wanted

        def leave(key: str | None) -> None:
            self.steps.point_at(screen.key)
            self._rate_skill_of(key)

        screen = LeafScreen(self.steps.keys, self.steps.key, lambda key, room: _leaf(plan, key, room))
        self.main.push_screen(screen, leave)

    def _rate_skill_of(self, key: str | None) -> None:
        row = entry_of(self.plan, key) if key and self.plan else None
        skill = row.skill if isinstance(row, PlannedStep | LeftOut) else None
        if skill is not None and self.session is not None and skill in self.session.interview.place:
            self.main.rate_skill(skill)

    def action_whole(self) -> None:
        """Squeeze all weeks into the timeline, or not."""
        if self._axis is not None:
            self._is_whole = not self._is_whole
            self._list()
            self.follow()

    def action_weeks_back(self) -> None:
        """Scroll the timeline back."""
        self.show_weeks(self._first_week - _SCROLLED)

    def action_weeks_on(self) -> None:
        """Scroll the timeline on."""
        self.show_weeks(self._first_week + _SCROLLED)

    def action_detail_down(self) -> None:
        """Scroll the detail."""
        self.query_one("#detail", Sheet).scroll_relative(y=3, animate=False, immediate=True)

    def action_detail_up(self) -> None:
        """Scroll the detail back."""
        self.query_one("#detail", Sheet).scroll_relative(y=-3, animate=False, immediate=True)


def _leaf(plan: Plan, key: str, room: Room) -> tuple[str, list[Content]]:
    """Title and lines of one row."""
    row = entry_of(plan, key)
    return (title_of(row, room.glyphs), row_page(plan, row, room)) if row is not None else ("", [])
