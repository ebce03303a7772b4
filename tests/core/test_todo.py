"""What a plan asks for now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from skillgap.core.assessment import RubricRef
from skillgap.core.outcomes import Recheck
from skillgap.core.plan import Budget, Period, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import profile
from skillgap.core.todo import next_look, todos
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

DAY = date(2026, 11, 24)
WHERE = situation(EXAMPLE, RubricRef(id="test"), profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS)


def made(**budget: object) -> Plan:
    return plan(WHERE, replace(Budget(hours_per_week=16, start=DAY), **budget))  # type: ignore[arg-type]


def test_the_week_that_holds_today_says_what_to_work_on() -> None:
    now = made()
    assert [todo.id for todo in todos(now, DAY)] == list(now.weeks[0].steps)
    third = now.weeks[2]
    assert [todo.id for todo in todos(now, third.starts + timedelta(days=6))] == list(third.steps)


def test_a_holiday_looks_ahead_to_the_first_week_with_work() -> None:
    now = made(periods=(Period(starts=DAY, ends=DAY + timedelta(days=20)),))
    first = next(week for week in now.weeks if week.steps)
    assert first.number > 1
    assert [todo.id for todo in todos(now, DAY)] == list(first.steps)


def test_looks_come_first_once_for_each_step_and_never_hide_the_steps() -> None:
    now = made()
    days = [Recheck(day=DAY - timedelta(days=n), step=f"x-{n}", name="X", to=1) for n in (0, 1, 2, 3)]
    later = Recheck(day=DAY + timedelta(days=5), step="x-0", name="X", to=1)
    now = replace(now, rechecks=(*days, days[0], later), reassess=DAY)
    steps = list(now.weeks[0].steps)
    assert [todo.id for todo in todos(now, DAY)] == ["x-0", "x-1", "", *steps, "x-2", "x-3"]
    assert next_look(now, DAY) == later.day
    assert next_look(replace(now, rechecks=()), DAY) is None


def test_hours_that_are_behind_are_not_asked_for_again() -> None:
    now = made()
    first = replace(now.scheduled[0], hours_spent=4)
    now = replace(now, steps=(first, *now.scheduled[1:]))
    assert todos(now, DAY)[0].hours == first.hours - 4
