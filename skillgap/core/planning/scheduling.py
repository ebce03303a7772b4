"""From tasks to a timetable: what is chosen, in which order, when each is worked on, and what did not fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction

from skillgap.core.calendar import QUICK, SLOW, Calendar
from skillgap.core.choices import Choices, Conflict
from skillgap.core.planning.choosing import Choice, ancestors, choose, put_first, urgent_tasks
from skillgap.core.planning.pinning import Pinning
from skillgap.core.planning.tasks import Task
from skillgap.core.planning.timetable import Piece, timetable
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass

_TRIALS = 40  # tasks tried to fill what pins leave free


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The tasks of a plan in their order and on the calendar."""

    tasks: tuple[Task, ...]
    pieces: tuple[Piece, ...]
    quick: Mapping[str, int]
    """The finish week of each task at a quick pace."""
    slow: Mapping[str, int]
    pinned: Mapping[str, date]
    """The first day of the week of each task that is pinned."""
    bound: Fraction
    most: Fraction
    conflicts: tuple[Conflict, ...]

    @property
    def gain(self) -> Fraction:
        """What the tasks bring, as a share of the profile's weight."""
        return sum((task.gain for task in self.tasks), Fraction(0))


class Scheduler:
    """Schedules the tasks of one plan; see `Pinning` for `begun`."""

    def __init__(self, calendar: Calendar, tasks: Sequence[Task], pace: Fraction, begun: Collection[str] = ()) -> None:
        self.calendar, self.tasks, self.pace, self.begun = calendar, tuple(tasks), pace, begun
        self.by_id = {task.id: task for task in tasks}
        self.end = calendar.end

    def run(self, choices: Choices, gone: Mapping[str, str], profile: Profile) -> Schedule:
        """Make the schedule; see `Pinning.take` for `gone`."""
        pins = Pinning(self.calendar, self.tasks, self.pace, self.begun).take(choices.pins, gone)
        first, unmet = self._first(choices, pins.times, gone)
        forced = ancestors(self.by_id, (*pins.times, *first))
        urgent = urgent_tasks(profile, self.tasks) if self.calendar.budget.must_haves_first else set()
        hours = None if self.end is None else self.end / self.pace
        found = choose(self.tasks, hours, forced=forced, urgent=urgent)
        order = self._in_time(put_first(found.tasks, first), pins.times, found)
        if len(order) != len(found.tasks) or not set(found.tasks).issuperset(order):
            found = choose(self.tasks, hours, urgent=urgent)  # the bound must not take what is late for granted
        return Schedule(
            tasks=self._by_time(order, pins.times),
            pieces=tuple(timetable(order, pins.times, self.pace)),
            quick=self._weeks(order, pins.times, self.pace * QUICK),
            slow=self._weeks(order, pins.times, self.pace * SLOW),
            pinned=pins.days,
            bound=found.bound,
            most=found.most,
            conflicts=(*pins.conflicts, *unmet),
        )

    def _first(
        self, choices: Choices, pins: Mapping[str, Fraction], gone: Mapping[str, str]
    ) -> tuple[list[str], list[Conflict]]:
        """The tasks that come first, as far as they fit, and what stands against the others."""
        owner = {step.id: task.id for task in self.tasks for step in task.steps}
        found: list[str] = []
        unmet: list[Conflict] = []
        for step in dict.fromkeys(choices.first):
            task = owner.get(step)
            if task is None and gone.get(step):
                what = f"{step} is to come first and not in the plan: {gone[step]}"
                remedy = "let it take its turn, or take away what keeps it out"
                unmet.append(Conflict(kind="first-left-out", about=step, what=what, remedy=remedy))
            elif task is not None and task not in found:
                names = ancestors(self.by_id, (*found, task, *pins))
                hours = sum((self.by_id[name].hours for name in names), Fraction(0)) * self.pace
                if self.end is None or hours <= self.end:
                    found.append(task)
                else:
                    what = f"{step} is to come first, and with what it needs it takes longer than there is time"
                    remedy = "let it take its turn, put the deadline off, or plan more hours a week"
                    unmet.append(Conflict(kind="first-too-late", about=step, what=what, remedy=remedy))
        return found, unmet

    def _in_time(self, order: Sequence[Task], pins: Mapping[str, Fraction], found: Choice) -> list[Task]:
        """Take out what pins push past the deadline, then fill what is free, the densest first."""
        kept = list(order)
        if self.end is None or not pins:
            return kept
        while late := self._late(kept, pins):
            kept = [task for task in kept if task.id not in late]
        inside = {task.id for task in kept}
        rest = [task for task in self.tasks if task.id not in inside and (task.gain or task in found.tasks)]
        for task in sorted(rest, key=lambda t: (-t.gain / t.hours, t.hours, t.id))[:_TRIALS]:
            more = ancestors(self.by_id, [task.id]) - inside
            trial = kept + [self.by_id[name] for name in sorted(more, key=self._depth)]
            if not self._late(trial, pins):
                kept, inside = trial, inside | more
        return kept

    def _depth(self, name: str) -> tuple[int, str]:
        return len(ancestors(self.by_id, [name])), name

    def _late(self, order: Sequence[Task], pins: Mapping[str, Fraction]) -> set[str]:
        """The tasks that are not over at the deadline, and what needs them."""
        if self.end is None:
            return set()
        late = {piece.task for piece in timetable(order, pins, self.pace) if piece.ends > self.end}
        return {task.id for task in order if not late.isdisjoint(ancestors(self.by_id, [task.id]))} if late else late

    def _by_time(self, order: Sequence[Task], pins: Mapping[str, Fraction]) -> tuple[Task, ...]:
        if not pins:
            return tuple(order)
        over = {piece.task: piece.ends for piece in timetable(order, pins, self.pace)}
        return tuple(sorted(order, key=lambda task: over[task.id]))

    def _weeks(self, order: Sequence[Task], pins: Mapping[str, Fraction], pace: Fraction) -> dict[str, int]:
        return {piece.task: self.calendar.finish_week(piece.ends) for piece in timetable(order, pins, pace)}
