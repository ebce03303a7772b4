"""The plan as the conversation works on it: made again after every change, kept, and read out by numbers."""

from __future__ import annotations

from skillgap.core.decisions import Entry
from skillgap.core.plan import Plan
from skillgap.core.plan_words import names_of
from skillgap.core.text import shown
from skillgap.plain.lines import Lines
from skillgap.plain.rows import brief_lines, head_lines, row_line, rows_of, week_lines
from skillgap.plain.sitting import Desk, Sitting

_PAGE = 10
"""Rows read out at once."""


class Board:
    """The plan in front. Numbers count all of its rows from 1."""

    def __init__(self, sitting: Sitting, desk: Desk, lines: Lines) -> None:
        self.sitting, self.desk, self.lines = sitting, desk, lines
        self.plan: Plan = sitting.plan(sitting.budget)
        self._next = 0
        """The row that the next page begins with."""

    @property
    def rows(self) -> tuple[Entry, ...]:
        """Everything that has a number."""
        return rows_of(self.plan)

    def renew(self) -> None:
        """Make the plan again, keep it where something was changed, say in short what it comes to."""
        self.make()
        if self.desk.problem:
            self.lines.say(f"The plan on disk is not up to date: {shown(self.desk.problem, limit=500)}")
        self.lines.say("", *brief_lines(self.plan))

    def make(self) -> None:
        """Make the plan again, and keep it where something was changed."""
        self.plan = self.sitting.plan(self.sitting.budget)
        self.desk.keep(self.plan)
        self._next = len(self.plan.finished)

    def tell(self) -> None:
        """Say all that the plan comes to."""
        over = self.sitting.passed_deadline
        said = [f"The deadline {over} has passed; e sets another."] if over else []
        self.lines.say("", *said, *head_lines(self.plan), *week_lines(self.plan, self.sitting.today))
        self.lines.say(*(f"Note: {doubt}." for doubt in self.sitting.doubts(self.plan)))

    def page(self, first: int | None = None) -> None:
        """Read the next rows out, or those from one on."""
        start = self._next if first is None else first
        rows = self.rows[start : start + _PAGE]
        if not rows:
            self.lines.say("The list ends here.")
        names = names_of(self.plan)
        self.lines.say(*(f"{number}. {row_line(row, names)}" for number, row in enumerate(rows, start + 1)))
        self._next = start + len(rows)
        if more := len(self.rows) - self._next:
            self.lines.say(f"{more} more; + reads on.")

    def number_of(self, key: str) -> int:
        """Give the number of the row of a step."""
        return next(number for number, row in enumerate(self.rows, 1) if getattr(row, "id", "") == key)

    def place(self, text: str) -> int | None:
        """Give the place, from 0, of the row that a number names; asked for when it was not said."""
        typed = text or self.lines.ask("Which number?") or ""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else 0
        if 1 <= number <= len(self.rows):
            return number - 1
        self.lines.say(f"There is no such number in the list of {len(self.rows)}. l lists it.")
        return None

    def chosen(self, text: str) -> tuple[Entry | None, str]:
        """Give the row that the first word of a text names, and the rest of the text."""
        word, _, rest = text.partition(" ")
        place = self.place(word)
        return (None if place is None else self.rows[place]), rest.strip()
