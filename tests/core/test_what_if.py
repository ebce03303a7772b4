"""The same plan with other hours, and what it would take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from skillgap.core.assessment import RubricRef
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import plan, situation, stretch, what_if
from skillgap.core.profiles import profile
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

DAY = date(2026, 11, 24)
WHERE = situation(EXAMPLE, RubricRef(id="test"), profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS)
BUDGET = Budget(hours_per_week=8, start=DAY, deadline=DAY + timedelta(weeks=26))


def make(budget: Budget) -> Plan:
    return plan(WHERE, budget)


def left(hours: float) -> list[str]:
    made = make(replace(BUDGET, hours_per_week=hours))
    return [row.id for row in made.left_outs if row.reason == "does-not-fit"]


def test_more_hours_reach_more_and_leave_less() -> None:
    half, now, double = what_if(WHERE, BUDGET)
    assert [it.hours_per_week for it in (half, now, double)] == [4, 8, 16]
    assert half.readiness < now.readiness == 95 < double.readiness
    assert (half.left_out, now.left_out, double.left_out) == (3, 2, 0)
    assert now.steps == 4
    assert now.ends == date(2027, 4, 19)


def test_hours_that_cannot_be_planned_are_not_compared() -> None:
    least = what_if(WHERE, replace(BUDGET, hours_per_week=0.5))
    assert [it.hours_per_week for it in least] == [0.5, 0.5, 1]
    assert [it.hours_per_week for it in what_if(WHERE, replace(BUDGET, hours_per_week=80))] == [40, 80, 100]


def test_what_it_takes_is_the_least_that_fits_everything() -> None:
    takes = stretch(WHERE, make(BUDGET))
    assert takes is not None
    assert takes.hours_per_week is not None
    assert not left(takes.hours_per_week)
    assert left(takes.hours_per_week - 0.5)
    whole = make(replace(BUDGET, deadline=None))
    assert takes.ends == whole.scheduled[-1].ends
    assert takes.end_by_step["statistics-3"] < takes.ends


def test_nothing_is_missing_where_everything_fits_and_too_much_is_said_to_be_too_much() -> None:
    assert stretch(WHERE, make(replace(BUDGET, deadline=None))) is None
    tight = stretch(WHERE, make(replace(BUDGET, deadline=DAY + timedelta(days=3))))
    assert tight is not None
    assert tight.hours_per_week is None
