"""Steps that may be true already: told by the model once ten checks are answered, and carried by a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from skillgap.core.assessment import Assessment, RubricRef
from skillgap.core.gaps import report
from skillgap.core.likely import likely_levels, likely_of_report
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import profile
from tests.core.packs import EXAMPLE_ANSWERS, answers
from tests.core.test_estimated import DAY, PACK, right

GOAL = profile(PACK, "first", "g1")
LOW = answers(python=1, rag=1, evaluation=1, mlops=1, statistics=1, communication=1)


def made(said: Assessment, likely: dict[str, float]) -> Plan:
    where = situation(PACK, RubricRef(id="test"), GOAL, said, likely=likely)
    return plan(where, Budget(hours_per_week=8, start=DAY))


def test_nothing_is_said_before_ten_checks() -> None:
    assert likely_levels(PACK, GOAL, EXAMPLE_ANSWERS, DAY) == {}
    assert likely_levels(PACK, GOAL, replace(LOW, checks=right(9)), DAY) == {}


def test_levels_above_the_ratings_get_their_probability_and_high_ones_are_verified_first() -> None:
    said = replace(LOW, checks=right(12))
    likely = likely_levels(PACK, GOAL, said, DAY)
    assert likely["rag-2"] > likely["rag-3"] > likely["rag-4"] > 0
    assert "rag-1" not in likely
    steps = {step.id: step for step in made(said, likely).scheduled}
    for name, step in steps.items():
        assert step.likely == likely[name]
        assert bool(step.verify_first) == (likely[name] >= 0.5)
    assert any(step.verify_first for step in steps.values())
    assert not all(step.verify_first for step in steps.values())


def test_a_report_carries_the_levels_of_the_target_and_the_plan_before_the_others() -> None:
    said = replace(LOW, checks=right(12))
    likely = likely_levels(PACK, GOAL, said, DAY)
    first = made(said, likely)
    told = likely_of_report(report(PACK, RubricRef(id="test"), GOAL, said, DAY), first)
    assert {step.id: told[step.id] for step in first.scheduled} == {step.id: step.likely for step in first.scheduled}
    plain = report(PACK, RubricRef(id="test"), GOAL, LOW, DAY + timedelta(days=1))
    assert likely_of_report(plain, first) == {}
