"""Hours on a calendar: what each week has for steps, and in which week a number of hours is used up.

Time is measured in hours for steps since the first day, so that holidays and busy weeks take no time at all.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from skillgap.core.plan import Budget
from skillgap.core.profiles import exact

QUICK, SLOW = Fraction(7, 10), Fraction(8, 5)
"""Pace of a quick and of a slow person against the typical hours (after Buehler et al. 1994: plans ran x 1.64)."""
DAYS = 7


class Calendar:
    """The weeks of a budget, numbered from 1; week n begins 7 (n - 1) days after the start."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._review = Fraction(100 - budget.review_percent, 100)
        whole = sum((exact(hours) for hours in budget.weekdays), Fraction(0))
        self._shares = [exact(hours) / whole for hours in budget.weekdays] if whole else [Fraction(1, DAYS)] * DAYS
        self._periods = sorted(budget.periods, key=lambda p: ((p.ends - p.starts).days, p.hours_per_week))
        self._usual = exact(budget.hours_per_week) * self._review
        self._unusual = max((self.number(period.ends) for period in budget.periods), default=0)
        """The last week that a period may touch."""
        self._ends = [Fraction(0)]
        """Hours up to the end of each week that was looked at, week 0 first."""

    def starts(self, number: int) -> date:
        """Give the first day of a week. Raises OverflowError past the end of the calendar."""
        return self.budget.start + timedelta(weeks=number - 1)

    def ends(self, number: int) -> date:
        """Give the last day of a week, or the deadline if that comes before it."""
        last = self.starts(number + 1) - timedelta(days=1)
        deadline = self.budget.deadline
        return deadline if deadline and self.starts(number) <= deadline < last else last

    def number(self, day: date) -> int:
        """Give the week that a day is in; 0 or less before the start."""
        return (day - self.budget.start).days // DAYS + 1

    def room(self, number: int) -> Fraction:
        """Give the hours for steps of a week."""
        return self.before(number + 1) - self.before(number)

    def before(self, number: int) -> Fraction:
        """Give the hours for steps before a week begins."""
        while len(self._ends) < number and len(self._ends) <= self._unusual:
            self._look_further()
        known = len(self._ends) - 1
        if number - 1 <= known:
            return self._ends[max(0, number - 1)]
        return self._ends[-1] + (number - 1 - known) * self._usual

    def until(self, day: date) -> Fraction:
        """Give the hours for steps from the first day to the day before `day`."""
        whole = self.number(day)
        if whole < 1:
            return Fraction(0)
        first = self.starts(whole)
        return self.before(whole) + sum(
            (self._hours(first + timedelta(days=n)) for n in range((day - first).days)), Fraction(0)
        )

    @cached_property
    def end(self) -> Fraction | None:
        """The hours for steps before the deadline; None without one."""
        deadline = self.budget.deadline
        return self.until(deadline) if deadline else None

    def open_room(self, number: int) -> Fraction:
        """Give the hours for steps of a week that come before the deadline."""
        room = self.room(number)
        return room if self.end is None else max(Fraction(0), min(room, self.end - self.before(number)))

    def finish_week(self, hours: Fraction) -> int:
        """Give the week in which this many hours for steps have been used up."""
        self._look_past(hours)
        if hours <= self._ends[-1]:
            return max(1, bisect_left(self._ends, hours))
        return len(self._ends) - 1 + math.ceil((hours - self._ends[-1]) / self._usual)

    def begin_week(self, hours: Fraction) -> int:
        """Give the week in which work goes on after this many hours."""
        self._look_past(hours)
        if hours < self._ends[-1]:
            return bisect_right(self._ends, hours)
        return len(self._ends) + math.floor((hours - self._ends[-1]) / self._usual)

    def _look_past(self, hours: Fraction) -> None:
        while self._ends[-1] <= hours and len(self._ends) <= self._unusual:
            self._look_further()

    def _look_further(self) -> None:
        self._ends.append(self._ends[-1] + self._room(len(self._ends)))

    def _room(self, number: int) -> Fraction:
        first = self.starts(number)
        last = first + timedelta(days=DAYS - 1)
        here = [period for period in self._periods if period.starts <= last and first <= period.ends]
        if not here:
            return self._usual
        if here[0].starts <= first and last <= here[0].ends:
            return exact(here[0].hours_per_week) * self._review
        return sum((self._hours(first + timedelta(days=n)) for n in range(DAYS)), Fraction(0))

    def _hours(self, day: date) -> Fraction:
        """The hours of one day: its share of the week's, by the shortest period that holds it."""
        usual = self.budget.hours_per_week
        week = next((p.hours_per_week for p in self._periods if p.starts <= day <= p.ends), usual)
        return exact(week) * self._shares[day.weekday()] * self._review
