"""Hours and dates of the plan, line by line; the plan is made again at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from skillgap.core.dates import start_problem, typed_deadline_problem
from skillgap.core.plan import Budget
from skillgap.core.planning import Outcome
from skillgap.core.text import shown
from skillgap.core.typed_hours import EXAMPLE, hours_text, with_typed_hours, with_typed_pace
from skillgap.plain.board import Board
from skillgap.plain.commands import Command

_NOTHING = ("none", "-")
_VARIANTS = ("Half the hours", "As it is", "Double the hours")


class Budgeting:
    """Changes of the budget."""

    def __init__(self, board: Board) -> None:
        self._board = board

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be typed."""
        return (
            Command(key="h", word="hours", takes="HOURS", what="hours a week, or on Monday to Sunday", do=self._hours),
            Command(key="p", word="pace", takes="NUMBER", what="your hours for a typical hour, or none", do=self._pace),
            Command(key="e", word="end", takes="DATE", what="the deadline, as 2027-05-31, or none", do=self._deadline),
            Command(key="b", word="begin", takes="DATE", what="the first day, or today", do=self._start),
            Command(key="m", word="must", what="steps towards must-haves first, or by readiness alone", do=self._must),
            Command(
                key="c",
                word="compare",
                what="what half and double the hours would bring, and what it takes for all to fit",
                do=self._compare,
            ),
            Command(
                key="w", word="work", what="schedule experience at work like the rest, or list it apart", do=self._work
            ),
        )

    def _hours(self, text: str) -> None:
        lines, now = self._board.lines, hours_text(self._board.sitting.budget)
        typed = text or lines.ask(f"How many hours a week, as {EXAMPLE}? Now: {now}.") or ""
        if typed:
            self._read(typed, with_typed_hours)

    def _pace(self, text: str) -> None:
        lines, pace = self._board.lines, self._board.sitting.budget.pace
        now = "learned from what is done" if pace is None else f"{pace:g}"
        typed = text or lines.ask(f"How many hours do you need for a typical one? A number, or none. Now: {now}.")
        if typed:
            self._read("" if typed in _NOTHING else typed, with_typed_pace)

    def _read(self, typed: str, read: Callable[[Budget, str], Budget]) -> None:
        """Change the budget as a line says, or say what is wrong with it."""
        try:
            read(self._board.sitting.budget, typed)
        except ValueError as error:
            self._board.lines.say(f"{shown(str(error), limit=500)}; nothing was changed.")
        else:
            self._change(lambda old: read(old, typed))

    def _deadline(self, text: str) -> None:
        today, start = self._board.sitting.today, self._board.sitting.budget.start
        check = partial(typed_deadline_problem, today, start)
        day = self._day(text, "By which day? A date, or none:", check)
        if day is not None:
            deadline = date.fromisoformat(day) if day else None
            self._change(lambda old: replace(old, deadline=deadline))

    def _start(self, text: str) -> None:
        deadline, today = self._board.sitting.budget.deadline, self._board.sitting.today
        typed = "-" if text == "today" else text
        day = self._day(
            typed, "From which day? A date, or - for today:", lambda one: start_problem(today, deadline, one)
        )
        if day is not None:
            start = date.fromisoformat(day) if day else today
            self._change(lambda old: replace(old, start=start))

    def _day(self, text: str, question: str, problem: Callable[[str], str]) -> str | None:
        """A date, empty for none, None when nothing is to be changed."""
        typed = text or self._board.lines.ask(question)
        if not typed:
            return None
        typed = "" if typed in _NOTHING else typed
        if wrong := problem(typed):
            self._board.lines.say(f"{shown(wrong)}; nothing was changed.")
            return None
        return typed

    def _must(self, _: str) -> None:
        self._change(lambda old: replace(old, must_haves_first=not old.must_haves_first))

    def _work(self, _: str) -> None:
        self._change(lambda old: replace(old, includes_experience=not old.includes_experience))

    def _compare(self, _: str) -> None:
        sitting, board = self._board.sitting, self._board
        for title, outcome in zip(_VARIANTS, sitting.what_if(sitting.budget), strict=True):
            board.lines.say(f"{title}: {_outcome(outcome)}.")
        found = sitting.stretch(board.plan)
        if found is None:
            return
        hours = found.hours_per_week
        enough = "no hours a week are enough" if hours is None else f"{hours:g} hours a week"
        board.lines.say(
            f"For everything to fit by the deadline: {enough}; with the hours there are it ends {found.ends}."
        )

    def _change(self, change: Callable[[Budget], Budget]) -> None:
        if self._board.desk.set_budget(change):
            self._board.renew()
        else:
            self._board.lines.say("Nothing was changed.")


def _outcome(it: Outcome) -> str:
    ends = f"the last step ends {it.ends}" if it.ends else "nothing is scheduled"
    left = f", {it.left_out} do not" if it.left_out else ""
    ready = f"meets the profile on {it.ready}" if it.ready else "the profile is not met"
    return (
        f"{it.hours_per_week:g} a week, readiness {it.readiness:.1f} %, {it.steps} steps fit{left}, {ends}, {ready},"
        f" {it.must_haves} more must-haves met"
    )
