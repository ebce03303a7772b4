"""Which pins can be kept: each begins in its week, after what it needs, and within the week's hours."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from datetime import date
from fractions import Fraction

from skillgap.core.calendar import DAYS, Calendar
from skillgap.core.choices import Conflict, ConflictKind, Pin
from skillgap.core.planning.choosing import ancestors
from skillgap.core.planning.tasks import Task
from skillgap.core.planning.timetable import timetable
from skillgap.core.records import dataclass

_MOST_PINS = 60
"""More would make of the plan a timetable, and of its making a long one."""
_FURTHEST = 36_600
"""Days that a pin may lie ahead: every week up to it is looked at."""
_LONGEST_REST = 600
"""Weeks without hours that a step whose week is over waits for."""


@dataclass(slots=True)
class Pins:
    """The pins that are kept, as the time each pinned task begins, and what stands against the others."""

    times: dict[str, Fraction] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    """The first day of the week of each pinned task."""
    conflicts: list[Conflict] = field(default_factory=list)


class Pinning:
    """Takes pins one after the other, the earliest first; each must go together with those before it.

    A step that has `begun`, since an earlier plan kept its pin and the week is over, goes on as early as it can.
    """

    def __init__(self, calendar: Calendar, tasks: Sequence[Task], pace: Fraction, begun: Collection[str] = ()) -> None:
        self.calendar, self.pace, self.begun = calendar, pace, begun
        self.by_id = {task.id: task for task in tasks}
        self.owner = {step.id: task.id for task in tasks for step in task.steps}
        self.found = Pins()

    def take(self, pins: Sequence[Pin], gone: Mapping[str, str]) -> Pins:
        """Take what can be kept; `gone` says why a step is not scheduled, with an empty text where all is well."""
        for pin in pins:
            if self._task(pin) is None and gone.get(pin.step):
                what = f"{pin.step} is pinned and not in the plan: {gone[pin.step]}"
                self._refuse("pin-left-out", pin, what, "take the pin away, or what keeps the step out")
        for pin, task in sorted(
            ((pin, task) for pin in pins if (task := self._task(pin)) is not None),
            key=lambda row: (self._number(row[0]), len(ancestors(self.by_id, [row[1].id]))),
        ):
            if task.id not in self.found.times:
                self._take(pin, task)
            elif (week := self.found.days[task.id]) != self.calendar.starts(self._number(pin)):
                what = f"{pin.step} is pinned to {pin.day}, and to the week of {week} already, by itself or its project"
                self._refuse("pin-twice", pin, what, "keep one of the two")
        return self.found

    def _task(self, pin: Pin) -> Task | None:
        return self.by_id.get(self.owner.get(pin.step, ""))

    def _number(self, pin: Pin) -> int:
        number = max(1, self.calendar.number(pin.day))
        while self._is_over(pin) and number < _LONGEST_REST and not self.calendar.room(number):
            number += 1
        return number

    def _take(self, pin: Pin, task: Task) -> None:
        calendar, found = self.calendar, self.found
        number = self._number(pin)
        waiting = next((q for q in found.times if task.id in ancestors(self.by_id, [q]) and q != task.id), None)
        if (number - 1) * DAYS > _FURTHEST:
            what = f"{pin.step} is pinned to {pin.day}, more than a hundred years ahead"
            self._refuse("pin-too-late", pin, what, "look at its year")
        elif len(found.times) >= _MOST_PINS:
            what = f"{pin.step} is pinned, and so are {_MOST_PINS} steps before it"
            self._refuse("pin-overfills", pin, what, "pin only what has to have its week")
        elif not calendar.room(number):
            what = f"{pin.step} is pinned to the week of {calendar.starts(number)}, which has no hours"
            self._refuse("pin-without-hours", pin, what, "pin it to another week")
        elif waiting is not None and found.days[waiting] < calendar.starts(number):
            what = f"{pin.step} is pinned to {pin.day}; what needs it is pinned to {found.days[waiting]}"
            self._refuse("pin-too-late", pin, what, "pin it to an earlier week, or the other to a later one")
        elif not self._stands_against(pin, task, number):
            found.times[task.id] = calendar.before(number)
            found.days[task.id] = calendar.starts(number)
            if self._is_over(pin) and pin.step not in self.begun:
                what = f"{pin.step} is pinned to {pin.day}, which is over; it comes as early as it can"
                self._refuse("pin-too-early", pin, what, "mark it as done, or pin it to another week")

    def _is_over(self, pin: Pin) -> bool:
        return pin.day < self.calendar.budget.start

    def _when(self, pin: Pin, number: int) -> str:
        return f"{pin.day}, which is over" if self._is_over(pin) else f"the week of {self.calendar.starts(number)}"

    def _stands_against(self, pin: Pin, task: Task, number: int) -> bool:
        """Try the pins alone, without other tasks; say what breaks."""
        calendar = self.calendar
        times = {**self.found.times, task.id: calendar.before(number)}
        names = ancestors(self.by_id, times)
        pieces = timetable([each for each in self.by_id.values() if each.id in names], times, self.pace)
        begins = {piece.task: piece.begins for piece in reversed(pieces)}
        needed = ancestors(self.by_id, [task.id]) - {task.id}
        ready = max((piece.ends for piece in pieces if piece.task in needed), default=Fraction(0))
        when = self._when(pin, number)
        if ready > times[task.id] and begins[task.id] >= calendar.before(number + 1):
            first = ", ".join(sorted(needed)) + (" has" if len(needed) == 1 else " have")
            what = f"{pin.step} is pinned to {when}, and {first} to come first, which takes longer"
            self._refuse("pin-too-early", pin, what, f"pin it to the week of {self._week_from(ready)} or later")
        elif any(calendar.begin_week(begins[name]) != calendar.begin_week(time) for name, time in times.items()):
            what = f"{pin.step} does not fit into the week of {calendar.starts(number)} beside the other pinned steps"
            self._refuse(
                "pin-overfills", pin, what, f"pin it to the week of {self._week_from(begins[task.id])} or later"
            )
        elif calendar.end is not None and max(piece.ends for piece in pieces) > calendar.end:
            what = f"{pin.step} is pinned to {pin.day} and cannot be done before the deadline then"
            self._refuse("pin-too-late", pin, what, "pin it to an earlier week, or put the deadline off")
        else:
            return False
        return True

    def _week_from(self, hours: Fraction) -> date:
        """The first week that begins once these hours are over."""
        number = self.calendar.begin_week(hours)
        return self.calendar.starts(number if self.calendar.before(number) >= hours else number + 1)

    def _refuse(self, kind: ConflictKind, pin: Pin, what: str, remedy: str) -> None:
        self.found.conflicts.append(Conflict(kind=kind, about=pin.step, what=what, remedy=remedy))
