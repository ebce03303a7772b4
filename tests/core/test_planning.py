"""Plans: the worked example, dates, reasons, and the promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Assessment, RubricRef
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import Profile, profile
from skillgap.core.rubric import Pack, Planning
from skillgap.core.scoring import score
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, TOP, answers, pack, role, skill

REF = RubricRef(id="test", version="1")
START = date(2026, 11, 24)


def planned(
    made: Pack,
    said: Assessment,
    *,
    hours: float = 8,
    weeks: int | None = None,
    previous: Plan | None = None,
    goal: Profile | None = None,
    experience: bool = False,
) -> Plan:
    where = situation(made, REF, goal or profile(made, made.roles[0].id, "g1"), said, previous)
    deadline = START + timedelta(weeks=weeks) if weeks else None
    return plan(where, Budget(hours_per_week=hours, start=START, deadline=deadline, includes_experience=experience))


def test_the_worked_example_comes_out_week_by_week() -> None:
    made = planned(EXAMPLE, EXAMPLE_ANSWERS, weeks=26)
    rows = [(s.id, s.week, s.quick_week, s.slow_week) for s in made.scheduled]
    assert rows == [("evaluation-1", 2, 2, 3), ("evaluation-2", 6, 5, 10), ("rag-2", 11, 8, 17), ("rag-3", 21, 15, 33)]
    after = {finished: week.readiness for week in made.weeks for finished in week.finishes}
    assert after == {"evaluation-1": 71.67, "evaluation-2": 81.67, "rag-2": 88.33, "rag-3": 95.0}
    assert made.outlook.readiness_now == 61.67
    assert made.outlook.readiness_then == 95.0
    assert made.outlook.points == 33.33
    assert made.outlook.points_possible == 34.62
    assert {row.id: row.reason for row in made.left_outs} == {
        "statistics-3": "does-not-fit",
        "statistics-4": "does-not-fit",
    }


def test_must_haves_come_first_when_asked_for() -> None:
    made = pack(
        [skill("cheap"), skill("must", ("base", 1, 1)), skill("base")],
        [role("r", {"cheap": ([1], 9), "must": ([2], 1)}, must=[1])],
        planning=Planning(default_hours=(10, 20)),
    )
    where = situation(made, REF, profile(made, "r", "g1"), answers(cheap=0, must=0, base=0))
    plain = plan(where, Budget(hours_per_week=8, start=START))
    first = plan(where, Budget(hours_per_week=8, start=START, must_haves_first=True))
    assert [step.id for step in plain.scheduled] == ["cheap-1", "base-1", "must-1", "must-2"]
    assert [step.id for step in first.scheduled] == ["base-1", "must-1", "cheap-1", "must-2"]
    assert first.outlook.points_possible == plain.outlook.points_possible == 100


def test_dates_follow_from_the_start_and_the_hours() -> None:
    first = planned(EXAMPLE, EXAMPLE_ANSWERS).scheduled[0]
    assert (first.starts, first.ends) == (START, date(2026, 12, 7))
    assert planned(EXAMPLE, EXAMPLE_ANSWERS, hours=100).scheduled[0].ends == date(2026, 11, 30)


def test_no_week_holds_more_than_its_hours_and_nothing_is_lost() -> None:
    made = planned(EXAMPLE, EXAMPLE_ANSWERS)
    assert all(week.hours <= 6.8 for week in made.weeks)
    assert sum(week.hours for week in made.weeks) == pytest.approx(made.outlook.hours)
    assert [week.starts for week in made.weeks] == [START + timedelta(weeks=n) for n in range(len(made.weeks))]
    assert made.outlook.readiness_then == made.weeks[-1].readiness == 100.0


def test_a_prerequisite_beyond_the_profile_is_planned_first() -> None:
    made = pack([skill("a", ("base", 2, 1)), skill("base")], [role("r", {"a": ([1], 1)})])
    steps = planned(made, answers(a=0, base=0)).scheduled
    assert [step.id for step in steps] == ["base-1", "base-2", "a-1"]
    assert [step.points for step in steps] == [0, 0, 100]
    assert steps[1].why == "unlocks a-1"


def test_a_prerequisite_that_is_not_rated_or_not_applicable_holds_nothing_up() -> None:
    made = pack([skill("a", ("base", 2, 1)), skill("base")], [role("r", {"a": ([1], 1)})])
    assert [step.id for step in planned(made, answers(a=0)).scheduled] == ["a-1"]
    assert [step.id for step in planned(made, answers(a=0, base=None)).scheduled] == ["a-1"]


def test_a_skill_that_is_not_rated_is_named_instead_of_planned() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 1), "b": ([2], 1)})])
    result = planned(made, answers(a=0))
    assert [(row.skill, row.reason, row.detail) for row in result.left_outs] == [
        ("b", "not-rated", "not rated yet; rate it and plan again")
    ]


def test_no_gaps_is_said() -> None:
    made = pack([skill("a")], [role("r", {"a": ([1], 1)})])
    assert "No gaps: every rated skill meets this profile." in planned(made, answers(a=3)).notes


def test_steps_that_need_experience_are_listed_unless_asked_for() -> None:
    made = pack(
        [skill("a"), skill("b", ("a", 3, 2))],
        [role("r", {"a": ([3], 1), "b": ([2], 1)})],
        planning=Planning(experience_from_level=3),
    )
    result = planned(made, answers(a=1, b=0))
    assert [step.id for step in result.scheduled] == ["b-1", "a-2"]
    assert {row.id: row.reason for row in result.left_outs} == {"a-3": "experience", "b-2": "needs-experience"}
    assert result.left_outs[0].detail == "waits for a step that needs experience: a-3"  # b-1 is planned
    everything = planned(made, answers(a=1, b=0), experience=True)
    assert [step.id for step in everything.scheduled] == ["b-1", "a-2", "a-3", "b-2"]
    assert everything.left_outs == ()


def test_foundations_that_only_serve_experience_are_not_studied() -> None:
    made = pack(
        [skill("a", ("base", 1, 3)), skill("base")],
        [role("r", {"a": ([3], 1)})],
        planning=Planning(experience_from_level=3),
    )
    result = planned(made, answers(a=2, base=0))
    assert result.scheduled == ()
    assert [row.id for row in result.left_outs] == ["a-3"]


def test_done_steps_and_notes_survive_a_new_plan() -> None:
    old = planned(EXAMPLE, EXAMPLE_ANSWERS)
    finished = replace(old.steps[0], done=date(2026, 12, 1), hours_spent=12.0)
    noted = replace(old.steps[1], note="with Ada")
    new = planned(EXAMPLE, EXAMPLE_ANSWERS, previous=replace(old, steps=(finished, noted, *old.steps[2:])))
    assert new.finished == (finished,)
    assert "evaluation-1" not in [step.id for step in new.scheduled]
    assert next(step for step in new.steps if step.id == noted.id).note == "with Ada"
    assert new.outlook.readiness_now == 71.67


LEVELS = st.fixed_dictionaries(dict.fromkeys([need.id for need in EXAMPLE.skills], st.integers(0, TOP)))


@settings(max_examples=60, deadline=None)
@given(LEVELS, st.integers(1, 60), st.sampled_from([2, 5, 8.5, 20]))
def test_a_plan_is_feasible_and_its_gains_add_up(levels: dict[str, int], weeks: int, hours: float) -> None:
    said = answers(**levels)
    goal = profile(EXAMPLE, "first", "g1")
    made = planned(EXAMPLE, said, weeks=weeks, hours=hours)
    reached = dict(levels)
    for step in made.scheduled:
        assert reached[step.skill] == step.to - 1
        for needed in EXAMPLE.skill_by_id[step.skill].prerequisites:
            assert needed.at != step.to or reached[needed.skill] >= needed.level
        reached[step.skill] = step.to
    now, then = score(goal, said).readiness, score(goal, answers(**reached)).readiness
    assert now is not None
    assert then is not None
    assert made.outlook.readiness_then == float(round(then, 2))
    assert abs(made.outlook.points - float(then - now)) <= 0.005
    assert made.outlook.points <= made.outlook.points_possible
    assert Fraction(made.outlook.hours) <= Fraction(str(hours)) * 85 / 100 * weeks
    assert made.weeks == () or made.weeks[-1].number <= weeks
    planned_or_not = {step.id for step in made.steps} | {row.id for row in made.left_outs}
    for need in goal.requirements:
        for to in range(levels[need.skill] + 1, need.required + 1):
            assert f"{need.skill}-{to}" in planned_or_not


@settings(max_examples=40, deadline=None)
@given(LEVELS, st.integers(1, 40))
def test_a_longer_deadline_never_brings_less(levels: dict[str, int], weeks: int) -> None:
    one, two = planned(EXAMPLE, answers(**levels), weeks=weeks), planned(EXAMPLE, answers(**levels), weeks=weeks + 1)
    assert one.outlook.points <= two.outlook.points
