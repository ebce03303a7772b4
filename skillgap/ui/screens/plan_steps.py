"""The part of Plan that works on the row under the cursor: done, pinned, left out, good enough, noted, read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from skillgap.core import choices
from skillgap.core.choices import Choices
from skillgap.core.decisions import NO_REASON, Entry, is_missing, pin, take_back, take_or_drop
from skillgap.core.plan import LeftOut, PlannedProject, PlannedStep
from skillgap.core.plan_words import step_name
from skillgap.ui.actions import Action
from skillgap.ui.actions.plan import (
    DONE,
    EARLIER,
    ENOUGH,
    EXCLUDE,
    LATER,
    LINK,
    NOTE,
    OPEN,
    PIN,
    TAKE_BACK,
    TRUE_NOW,
)
from skillgap.ui.pages.plan_detail import readings_of
from skillgap.ui.screens.mark_done import Mark
from skillgap.ui.screens.plan_hours import PlanHours

_WEEK = timedelta(weeks=1)


class PlanSteps(PlanHours):
    """Actions on one row; each can be undone."""

    def is_offered(self, action: Action) -> bool:
        """Nothing is offered that would do nothing for the row under the cursor."""
        row, plan = self.entry(), self.plan
        if action in (PIN, EARLIER, LATER):
            return isinstance(row, PlannedStep) and row.done is None
        offers = {
            TRUE_NOW: self.step_to_rate() is not None or self.step_to_confirm() is not None,
            DONE: isinstance(row, PlannedStep | PlannedProject),
            EXCLUDE: is_missing(row),
            ENOUGH: is_missing(row),
            NOTE: isinstance(row, PlannedStep | LeftOut),
            LINK: bool(readings_of(row)),
            TAKE_BACK: _is_done(row) or (row is not None and plan is not None and take_back(plan, row) is not None),
            OPEN: row is not None,
        }
        return offers.get(action, True)

    def action_done(self) -> None:
        """Ask when the step was done and how long it took; take or drop a project."""
        row = self.entry()
        if self.writable() is None or self.plan is None or self.session is None:
            return
        if isinstance(row, PlannedProject):
            self._choose(take_or_drop(row))
        elif isinstance(row, PlannedStep):
            from skillgap.ui.screens.mark_done import MarkDoneScreen  # noqa: PLC0415 - not before it is wanted

            self.main.push_screen(MarkDoneScreen(row, self.session.today), partial(self._mark, row.id))
        elif row is not None:
            self.notify("Only steps with a place in the plan can be marked; rate the skill instead.", timeout=4)

    def _mark(self, step: str, mark: Mark | None) -> None:
        if mark is not None and self.plan is not None and self.desk is not None:
            self.desk.mark(self.plan, step, mark.day, mark.hours)
            self.update()

    def action_true_now(self) -> None:
        """Rate the skill of the done step at the level that it ends at; where it is, say that it still holds."""
        step, held, desk = self.step_to_rate(), self.step_to_confirm(), self.desk
        if self.writable() is None or desk is None:
            return
        if step is not None:
            desk.rate(step)
        elif held is not None and self.plan is not None:
            desk.confirm(self.plan, held.id)
        self.main.session_changed()

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.desk is not None:
            self._step(self.desk.undo, "Nothing to undo.")

    def action_redo(self) -> None:
        """Make the last change that was taken back again."""
        if self.desk is not None:
            self._step(self.desk.redo, "Nothing to redo.")

    def _step(self, go: Callable[[], bool], nothing: str) -> None:
        if self.writable() is None:
            return
        if not go():
            self.notify(nothing, timeout=2)
        self.main.session_changed()

    def action_pin(self) -> None:
        """Pin the step to this week."""
        if self.session is not None:
            self._pin(lambda _: self.plan.budget.start if self.plan else date.min)

    def action_earlier(self) -> None:
        """Pin the step a week earlier."""
        self._pin(lambda day: day - _WEEK)

    def action_later(self) -> None:
        """Pin the step a week later."""
        self._pin(lambda day: day + _WEEK)

    def _pin(self, moved: Callable[[date], date]) -> None:
        row, plan = self.entry(), self.plan
        if plan is None or not isinstance(row, PlannedStep) or row.done is not None:
            return
        try:
            change = pin(plan, row, moved)
        except ValueError as error:
            text = str(error)
            self.notify(f"{text[0].upper()}{text[1:]}.", timeout=3)
        else:
            self._choose(change)

    def action_exclude(self) -> None:
        """Ask why, and leave the step out."""
        row = self.entry()
        if not is_missing(row) or not isinstance(row, PlannedStep | LeftOut) or self.writable() is None:
            return
        self._ask_why(
            "Leave out",
            f"Why leave out {step_name(row)}? What needs it is left out too. You may leave it empty.",
            "my team has a specialist for this",
            lambda reason: partial(choices.exclude, step=row.id, reason=reason),
        )

    def action_enough(self) -> None:
        """Ask why the level is good enough, and take the skill out of the plan."""
        row = self.entry()
        if not is_missing(row) or not isinstance(row, PlannedStep | LeftOut) or self.writable() is None:
            return
        self._ask_why(
            "Good enough",
            f"Why is level {row.to - 1} of {row.name} good enough? The gap stays in the report.",
            "we buy this, we do not build it",
            lambda reason: partial(choices.call_good_enough, skill=row.skill, level=row.to - 1, reason=reason),
            is_needed=True,
        )

    def _ask_why(
        self,
        title: str,
        question: str,
        example: str,
        change: Callable[[str], Callable[[Choices], Choices]],
        *,
        is_needed: bool = False,
    ) -> None:
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - not before it is wanted

        def check(text: str) -> str:
            return NO_REASON if is_needed and not text else ""

        def then(reason: str | None) -> None:
            if reason is not None:
                self.steps.move(1)  # the row goes to the end of the list, the cursor does not
                self._choose(change(reason))

        self.main.push_screen(AskScreen(title, question, "", f"such as: {example}", check), then)

    def action_note(self) -> None:
        """Write a note on the step."""
        row, plan = self.entry(), self.plan
        if self.writable() is None or plan is None or not isinstance(row, PlannedStep | LeftOut):
            return
        from skillgap.ui.screens.note import NoteScreen  # noqa: PLC0415 - not before it is wanted

        self.main.push_screen(NoteScreen(step_name(row), row.note), partial(self._note, row.id))

    def _note(self, step: str, text: str | None) -> None:
        if text is not None and self.plan is not None and self.desk is not None:
            self.desk.note(self.plan, step, text)
            self.update()

    def action_take_back(self) -> None:
        """Take back what was decided about the row."""
        row, plan, desk = self.entry(), self.plan, self.desk
        if row is None or plan is None or desk is None or self.writable() is None:
            return
        if isinstance(row, PlannedStep) and _is_done(row):
            desk.unmark(plan, row.id)
            self.update()
        elif change := take_back(plan, row):
            self._choose(change)

    def action_link(self) -> None:
        """Open what there is to read in a browser; choose where there are several."""
        readings = readings_of(self.entry())
        if len(readings) > 1:
            from skillgap.ui.screens.choose import ChooseScreen  # noqa: PLC0415 - not before it is wanted

            self.main.push_screen(ChooseScreen("Open in a browser", readings), self._browse)
        elif readings:
            self._browse(readings[0][1])

    def _browse(self, url: str | None) -> None:
        if url is not None:
            self.main.open_url(url)
            self.notify(f"Opening {url}", timeout=3, markup=False)

    def _choose(self, change: Callable[[Choices], Choices]) -> None:
        """Change what the person decided, and plan again."""
        if self.writable() is None or self.plan is None or self.desk is None:
            return
        self.desk.choose(self.plan, change)
        self.update()


def _is_done(row: Entry | None) -> bool:
    return isinstance(row, PlannedStep) and row.done is not None
