"""Decisions about a row of the plan: done, pinned, left out, good enough, noted, taken; and taking them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from skillgap.core import choices, decisions
from skillgap.core.dates import day_of, iso_day
from skillgap.core.decisions import NO_REASON, Entry, hours_said, hours_spent, is_missing
from skillgap.core.plan import LeftOut, PlannedProject, PlannedStep
from skillgap.core.text import shown
from skillgap.plain.board import Board
from skillgap.plain.commands import Command
from skillgap.plain.rows import name_of

_WEEK = timedelta(weeks=1)
_MOVES: dict[str, timedelta] = {"earlier": -_WEEK, "later": _WEEK}
_UNKNOWN, _OPEN = "-", "open"


class Deciding:
    """Every decision is kept at once, and the plan is made again around it."""

    def __init__(self, board: Board) -> None:
        self._board = board

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be typed."""
        return (
            Command(
                key="d",
                word="done",
                takes="NUMBER [DATE or open] [HOURS]",
                what="mark a step as done, today and in its typical hours unless you say; take or drop a project",
                do=self._done,
            ),
            Command(
                key="y",
                word="true",
                takes="NUMBER",
                what="rate yourself at the level of a done step",
                do=self._true_now,
            ),
            Command(
                key="i",
                word="pin",
                takes="NUMBER [DATE]",
                what="pin a step to this week, to that of a date, or a week earlier or later",
                do=self._pin,
            ),
            Command(
                key="o",
                word="out",
                takes="NUMBER [REASON]",
                what="leave a step out, and with it what needs it",
                do=self._leave_out,
            ),
            Command(
                key="f",
                word="fine",
                takes="NUMBER REASON",
                what="say why the level of the skill is good enough as it is",
                do=self._good_enough,
            ),
            Command(key="n", word="note", takes="NUMBER TEXT", what="a note on a step; - takes it away", do=self._note),
            Command(
                key="r",
                word="back",
                takes="NUMBER",
                what="take back what you decided about a row: mark, pin, exclusion, good enough, project",
                do=self._take_back,
            ),
        )

    def offer(self, row: Entry) -> None:
        """Say what a done step asks: is its statement true now?"""
        if isinstance(row, PlannedStep) and self._is_to_rate(row):
            number = self._board.number_of(row.id)
            self._board.lines.say(
                f"Is it true of you now? {shown(row.anchor, limit=500)}",
                f"y {number} rates you {row.to} {self._level(row)}.",
            )

    def _level(self, step: PlannedStep) -> str:
        return shown(self._board.sitting.interview.pack.scale.name(step.to))

    def _is_to_rate(self, step: PlannedStep) -> bool:
        level = self._board.sitting.assessment.answer(step.skill).level
        return step.done is not None and level is not None and level < step.to

    def _done(self, text: str) -> None:
        board = self._board
        row, rest = board.chosen(text)
        if isinstance(row, PlannedProject):
            self._choose(row, "dropped" if row.taken else "taken", decisions.take_or_drop(row))
        elif isinstance(row, PlannedStep):
            self._mark(row, rest.split())
        elif row is not None:
            board.lines.say("Only steps with a place in the plan can be marked; k and the number rate the skill.")

    def _mark(self, step: PlannedStep, words: list[str]) -> None:
        board = self._board
        try:
            day, hours = _day_and_hours(step, words, board.sitting.today)
        except ValueError as error:
            board.lines.say(f"{shown(str(error))}; nothing was changed.")
            return
        took = f" in {hours:g} hours" if hours is not None else ""
        so_far = f"not done yet, {hours or 0:g} hours so far"
        board.lines.say(f"{name_of(step)}: {f'done {day}{took}' if day else so_far}.")
        board.desk.mark(board.plan, step.id, day, hours)
        board.renew()
        self.offer(next((row for row in board.plan.steps if row.id == step.id), step))

    def _true_now(self, text: str) -> None:
        board = self._board
        row, _ = board.chosen(text)
        if row is None:
            return
        if not isinstance(row, PlannedStep) or not self._is_to_rate(row):
            board.lines.say("Only a done step whose skill is rated lower can be taken; d and the number mark it.")
            return
        board.desk.rate(row)
        board.lines.say(f"{shown(row.name)}: {row.to} {self._level(row)}.")
        board.renew()

    def _pin(self, text: str) -> None:
        board = self._board
        row, rest = board.chosen(text)
        if row is None:
            return
        if not isinstance(row, PlannedStep) or row.done is not None:
            board.lines.say("Only a step that is still to do can be pinned.")
            return
        by, asked = _MOVES.get(rest.lower()), iso_day(rest) if rest else board.plan.budget.start
        if by is None and asked is None:
            board.lines.say("Type a date as 2027-01-31, earlier or later; nothing was changed.")
            return
        moved: Callable[[date], date] = (lambda day: day + by) if by else (lambda _: asked or board.plan.budget.start)
        try:
            change = decisions.pin(board.plan, row, moved)
        except (ValueError, OverflowError) as error:
            board.lines.say(f"{shown(str(error))}; nothing was changed.")
            return
        self._choose(row, "pinned", change)

    def _leave_out(self, text: str) -> None:
        row, reason = self._missing(text)
        if row is not None:
            self._choose(row, "left out", partial(choices.exclude, step=row.id, reason=reason))

    def _good_enough(self, text: str) -> None:
        row, reason = self._missing(text)
        if row is None:
            return
        question = f"Why is level {row.to - 1} of {shown(row.name)} good enough? The gap stays in the report."
        why = reason or self._board.lines.ask(question)
        if why:
            change = partial(choices.call_good_enough, skill=row.skill, level=row.to - 1, reason=why)
            self._choose(row, "good enough as it is", change)
        else:
            self._board.lines.say(f"{NO_REASON[0].upper()}{NO_REASON[1:]}. Nothing was changed.")

    def _missing(self, text: str) -> tuple[PlannedStep | LeftOut | None, str]:
        """The row that a number names, where something is still to do, and the rest of the text."""
        row, rest = self._board.chosen(text)
        if isinstance(row, PlannedStep | LeftOut) and is_missing(row):
            return row, rest
        if row is not None:
            self._board.lines.say("Only a step that is still to do can be left out or be good enough.")
        return None, rest

    def _note(self, text: str) -> None:
        board = self._board
        row, rest = board.chosen(text)
        if row is None:
            return
        if not isinstance(row, PlannedStep | LeftOut):
            board.lines.say("Only steps take notes.")
            return
        now = f" Now: {shown(row.note, limit=500)}." if row.note else ""
        note = rest or board.lines.ask(f"Your note on {name_of(row)}?{now} Enter alone leaves it, - takes it away:")
        if note:
            board.desk.note(board.plan, row.id, "" if note == "-" else note)
            board.renew()

    def _take_back(self, text: str) -> None:
        board = self._board
        row, _ = board.chosen(text)
        if row is None:
            return
        if isinstance(row, PlannedStep) and row.done is not None:
            board.desk.unmark(board.plan, row.id)
            board.lines.say(f"{name_of(row)}: no longer marked as done.")
            board.renew()
        elif change := decisions.take_back(board.plan, row):
            self._choose(row, "as before", change)
        else:
            board.lines.say("Nothing was decided about that row.")

    def _choose(self, row: Entry, what: str, change: decisions.Change) -> None:
        self._board.lines.say(f"{name_of(row)}: {what}.")
        self._board.desk.choose(self._board.plan, change)
        self._board.renew()


def _day_and_hours(step: PlannedStep, words: list[str], today: date) -> tuple[date | None, float | None]:
    """Read when a step was done and how long it took; today and its typical hours where nothing is said.

    No day for "open": it is not done yet, and the hours are those so far.

    Raises ValueError, with words for the person.
    """
    day: date | None = step.done or today
    hours = hours_said(step)
    for word in words:
        if word.lower() == _OPEN:
            day = None
        elif word == _UNKNOWN:
            hours = None
        elif "-" in word or not word[:1].isdigit():
            day = day_of(word, today) or day
        else:
            hours = hours_spent(word)
    return day, hours
