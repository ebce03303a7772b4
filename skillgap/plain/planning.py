"""The plan line by line: what comes when, and everything that can be decided about it."""

from __future__ import annotations

from collections.abc import Callable

from skillgap.plain.board import Board
from skillgap.plain.budgeting import Budgeting
from skillgap.plain.commands import Command, Place
from skillgap.plain.deciding import Deciding
from skillgap.plain.exporting import export_command
from skillgap.plain.lines import Lines
from skillgap.plain.rows import row_lines
from skillgap.plain.sitting import Desk, Sitting


class Planning:
    """Works on the kept plan. Numbers speak of the whole list."""

    def __init__(self, sitting: Sitting, desk: Desk, lines: Lines, rate: Callable[[], None]) -> None:
        self._sitting, self._desk, self._lines, self._rate = sitting, desk, lines, rate
        self._board = Board(sitting, desk, lines)
        self._deciding = Deciding(self._board)
        self.place = Place(
            commands=(
                Command(key="l", word="list", takes="NUMBER", what="the list, from a number on", do=self._list_from),
                Command(
                    key="s",
                    word="summary",
                    what="what the plan comes to, when, and what is left out",
                    do=lambda _: self._board.tell(),
                ),
                Command(key="+", word="more", what="the next ten rows", do=lambda _: self._board.page()),
                *self._deciding.commands,
                *Budgeting(self._board).commands,
                Command(key="k", word="rate", takes="NUMBER", what="rate the skill of a row", do=self._rate_one),
                Command(key="u", word="undo", what="take the last change of the plan back", do=self._undo),
                export_command(sitting, lines),
            ),
            number=self._tell,
            numbers="all about that row",
        )

    def run(self) -> None:
        """Read the outcome and the first rows out; then ask what is wanted."""
        self._desk.refresh()
        if not self._sitting.interview.count("rated"):
            self._lines.say("Nothing is rated yet: rate a few skills, and the plan stands here.")
        self._board.make()
        self._board.tell()
        if self._board.plan.scheduled:
            self._board.page()
        self.place.visit(self._lines, "Plan: a number, + for more rows, d, h, e, u, q, or ? for more:")

    def _list_from(self, text: str) -> None:
        place = self._board.place(text) if text else 0
        if place is not None:
            self._board.page(place)

    def _tell(self, number: int) -> None:
        row, _ = self._board.chosen(str(number))
        if row is not None:
            self._lines.say("", *row_lines(self._board.plan, row))
            self._deciding.offer(row)

    def _rate_one(self, text: str) -> None:
        row, _ = self._board.chosen(text)
        skill = getattr(row, "skill", "")
        if skill in self._sitting.interview.place:
            self._sitting.move_to(skill)
            self._rate()
            self._board.renew()
        elif row is not None:
            self._lines.say("That row is about no skill of this role.")

    def _undo(self, _: str) -> None:
        if self._desk.undo():
            self._board.renew()
        else:
            self._lines.say("Nothing to undo.")
