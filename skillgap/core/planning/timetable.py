"""When each task is worked on: one after the other, and pinned ones from the beginning of their week.

Time is hours for steps since the first day, see `skillgap.core.calendar`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from skillgap.core.planning.choosing import ancestors
from skillgap.core.planning.tasks import Task
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Work on a task without a break, from one time to another."""

    task: str
    begins: Fraction
    ends: Fraction


def timetable(order: Sequence[Task], pins: Mapping[str, Fraction], pace: Fraction) -> list[Piece]:
    """Lay out the tasks in this order, at `pace` hours for a typical hour.

    A pinned task begins at its time, those of one time in the order of `pins`: what is under way then pauses. What a
    pinned task needs is brought forward as late as is still in time. Nothing runs only while everything left waits
    for a pin.
    """
    if not pins:
        pieces, now = [], Fraction(0)
        for task in order:
            pieces.append(Piece(task.id, now, now + task.hours * pace))
            now += task.hours * pace
        return pieces
    return _Pinned(order, pins, pace).run()


class _Pinned:
    """One run through an order with pins."""

    def __init__(self, order: Sequence[Task], pins: Mapping[str, Fraction], pace: Fraction) -> None:
        self.by_id = {task.id: task for task in order}
        self.left = {task.id: task.hours * pace for task in order}
        self.pins = pins
        self.waiting = [task.id for task in order if task.id not in pins]
        self.pinned = sorted((name for name in pins if name in self.by_id), key=pins.__getitem__)
        self.serves: dict[str, str] = {}
        """For each task that a pinned one needs: the first such pinned task."""
        self.open = dict.fromkeys(self.pinned, Fraction(0))
        """Hours left of the tasks that serve each pinned one first."""
        for name in self.pinned:
            for need in ancestors(self.by_id, [name]):
                if need not in pins and need not in self.serves:
                    self.serves[need] = name
                    self.open[name] += self.left[need]
        self.done: set[str] = set()
        self.now = Fraction(0)
        self.pieces: list[Piece] = []

    def run(self) -> list[Piece]:
        while self.waiting or self.pinned:
            due = next((name for name in self.pinned if self.pins[name] <= self.now and self._may(name)), None)
            if due is not None:
                self._work(due, self.left[due])
                continue
            following = min((self.pins[name] for name in self.pinned if self.pins[name] > self.now), default=None)
            name = self._next()
            if name is not None:
                left = self.left[name]
                self._work(name, left if following is None else min(left, following - self.now))
            elif following is not None:
                self.now = following
            else:  # what is left waits for what is not in the order
                break
        return self.pieces

    def _may(self, name: str) -> bool:
        return all(need in self.done or need not in self.by_id for need in self.by_id[name].needs)

    def _work(self, name: str, hours: Fraction) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.task == name and last.ends == self.now:
            self.pieces[-1] = Piece(name, last.begins, self.now + hours)
        else:
            self.pieces.append(Piece(name, self.now, self.now + hours))
        self.now += hours
        self.left[name] -= hours
        if name in self.serves:
            self.open[self.serves[name]] -= hours
        if not self.left[name]:
            self.done.add(name)
            (self.pinned if name in self.pins else self.waiting).remove(name)

    def _next(self) -> str | None:
        """The next task in order, or one that a pin needs where that would come too late otherwise."""
        first = next((name for name in self.waiting if self._may(name)), None)
        if first is None:
            return None
        slack_used = Fraction(0)
        passed: set[str] = set()
        for name in self.pinned:
            passed.add(name)
            slack_used += self.open[name]
            slack = self.pins[name] - self.now - slack_used
            if self.left[first] > slack and self.serves.get(first) not in passed:
                served = (other for other in self.waiting if self.serves.get(other) in passed and self._may(other))
                return next(served, first)
            slack_used += self.left[name]
        return first
