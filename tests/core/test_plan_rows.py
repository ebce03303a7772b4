"""What the rows of a plan say: milestones, weeks, reasons, proposals, days to look again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core import choices as decide
from skillgap.core.assessment import Answer, Assessment, RubricRef
from skillgap.core.choices import Choices
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import plan, situation, what_if
from skillgap.core.profiles import profile
from skillgap.core.rubric import Pack
from skillgap.core.scoring import score
from skillgap.plain.plans import plan_lines
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers, pack, role, skill

REF = RubricRef(id="test", version="1")
START = date(2026, 11, 24)
NOTHING = Choices()


def planned(made: Pack, said: Assessment, choices: Choices = NOTHING, grade: str = "g1", **budget: object) -> Plan:
    where = situation(made, REF, profile(made, made.roles[0].id, grade), said, choices=choices)
    return plan(where, Budget(**{"hours_per_week": 8, "start": START, **budget}))  # type: ignore[arg-type]


def drawn(rng: Random) -> tuple[Pack, Assessment]:
    """Five skills, two grades, must-haves; some skills are not rated, some not applicable, some not asked."""
    names = [f"s{n}" for n in range(5)]
    targets = {name: ((rng.randint(0, 3), rng.randint(0, 4)), rng.choice([0.5, 1, 2])) for name in names}
    targets["s0"] = ((2, 3), 3)
    floors = {name: [rng.randint(0, level) for level in targets[name][0]] for name in rng.sample(names, 3)}
    said = tuple(
        Answer(skill=name, na="other work") if rng.random() < 0.2 else Answer(skill=name, level=rng.randint(0, 3))
        for name in names
        if rng.random() < 0.8
    )
    return pack([skill(name) for name in names], [role("r", targets, **floors)]), Assessment(answers=said)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_milestones_are_what_the_scorer_says_week_by_week(seed: int) -> None:
    made, said = drawn(Random(seed))
    result = planned(made, said)
    levels = {answer.skill: answer.level for answer in said.answers}
    goals = {grade: profile(made, "r", grade) for grade in ("g1", "g2")}
    before = {grade: score(goal, said) for grade, goal in goals.items()}
    expected = set()
    for week in result.weeks:
        levels |= {name.split("-")[0]: int(name.split("-")[1]) for name in week.finishes}
        now = {grade: score(goal, answers(**levels)) for grade, goal in goals.items()}
        assert week.readiness == pytest.approx(float(now["g1"].readiness or 0), abs=0.0051)
        for row in now["g1"].skills:
            if row.meets_floor and not before["g1"].row_by_skill[row.skill].meets_floor:
                expected.add((week.number, "must-have"))
        if now["g2"].verdict == "meets" != before["g2"].verdict:
            expected.add((week.number, "grade"))
        if now["g1"].verdict != before["g1"].verdict and now["g1"].verdict in ("close", "meets"):
            expected.add((week.number, "verdict"))
        before = now
    assert {(row.week, row.kind) for row in result.milestones} == expected
    assert all(row.day == result.weeks[row.week - 1].starts + timedelta(days=6) for row in result.milestones)


def test_a_verdict_is_a_milestone_from_exactly_the_coverage_that_gives_one() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([2], 4), "b": ([1], 1)})])
    assert [row.kind for row in planned(made, answers(a=1)).milestones] == ["verdict"]


def test_grades_that_are_met_in_one_week_are_told_from_the_lowest_up() -> None:
    made = pack([skill("a")], [role("r", {"a": ([1, 1, 1], 4)})])
    for target in ("g1", "g2", "g3"):
        what = [row.what for row in planned(made, answers(a=0), grade=target).milestones]
        assert what == [f"meets the {grade} profile" for grade in ("Grade 1", "Grade 2", "Grade 3")]


def test_a_week_lists_what_is_worked_on_in_it_and_nothing_that_was_over_before() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 2), "b": ([1], 1)})])
    result = planned(made, answers(a=0, b=0), hours_per_week=8, review_percent=0)  # eight hours to each level 1
    assert [(week.steps, week.finishes, week.hours) for week in result.weeks] == [
        (("a-1",), ("a-1",), 8),
        (("b-1",), ("b-1",), 8),
    ]


def test_no_hour_is_lost_before_a_pin() -> None:
    result = planned(EXAMPLE, EXAMPLE_ANSWERS, decide.pin(NOTHING, "rag-2", START + timedelta(weeks=3)))
    assert [week.hours for week in result.weeks[:-1]] == [week.room for week in result.weeks[:-1]]


def test_a_pin_changes_where_a_step_comes_and_not_what_is_possible() -> None:
    free = planned(EXAMPLE, EXAMPLE_ANSWERS, deadline=START + timedelta(weeks=26)).outlook
    for step in ("rag-3", "statistics-3"):
        pinned = planned(
            EXAMPLE,
            EXAMPLE_ANSWERS,
            decide.pin(NOTHING, step, START + timedelta(weeks=9)),
            deadline=START + timedelta(weeks=26),
        )
        assert pinned.conflicts == ()
        assert pinned.outlook.points <= pinned.outlook.points_possible <= free.points_possible


def test_a_note_alone_is_no_rating_and_what_is_not_rated_costs_and_brings_nothing() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 1), "b": ([2], 1)})])
    said = Assessment(answers=(Answer(skill="a", level=0), Answer(skill="b", note="ask Ada")))
    (row,) = planned(made, said).left_outs
    assert (row.id, row.reason, row.hours, row.points) == ("b-2", "not-rated", 0, 0)


def test_a_step_says_what_it_unlocks_besides_its_own_next_level() -> None:
    made = pack([skill("a"), skill("b", ("a", 1, 1))], [role("r", {"a": ([2], 1), "b": ([1], 1)})])
    why = {step.id: step.why for step in planned(made, answers(a=0, b=0)).scheduled}
    assert why == {"a-1": "brings 25 points; unlocks b-1", "b-1": "brings 50 points", "a-2": "brings 25 points"}


def test_a_rating_that_stands_already_is_not_proposed() -> None:
    old = planned(EXAMPLE, EXAMPLE_ANSWERS)
    done = replace(old, steps=tuple(replace(s, done=START) if s.id == "rag-2" else s for s in old.steps))

    def proposed(level: int) -> list[str]:
        said = Assessment(
            answers=tuple(replace(a, level=level) if a.skill == "rag" else a for a in EXAMPLE_ANSWERS.answers)
        )
        where = situation(EXAMPLE, REF, profile(EXAMPLE, "first", "g1"), said, done)
        return [row.skill for row in plan(where, Budget(hours_per_week=8, start=START)).proposals]

    assert [proposed(level) for level in (1, 2, 3)] == [["rag"], [], []]


def test_everything_is_to_be_rated_again_twelve_weeks_after_the_answers() -> None:
    day = date(2026, 11, 3)
    where = situation(EXAMPLE, REF, profile(EXAMPLE, "first", "g1"), replace(EXAMPLE_ANSWERS, updated=day))
    for deadline, due in ((None, date(2027, 1, 26)), (date(2026, 12, 24), date(2026, 12, 24))):
        assert plan(where, Budget(hours_per_week=8, start=START, deadline=deadline)).reassess == due
    late = replace(where, assessed=date(2026, 1, 1))
    assert plan(late, Budget(hours_per_week=8, start=START)).reassess == START


def test_a_pin_that_is_too_early_names_the_first_week_that_is_not() -> None:
    made = pack([skill("a"), skill("b", ("a", 1, 1))], [role("r", {"a": ([1], 1), "b": ([1], 1)})])
    for hours, week in ((8, 1), (5, 2), (16, 1), (4, 2)):  # level 1 takes eight hours
        early = planned(
            made, answers(a=0, b=0), decide.pin(NOTHING, "b-1", START), hours_per_week=hours, review_percent=0
        )
        if hours == 16:
            assert early.conflicts == ()
            continue
        named = START + timedelta(weeks=week)
        assert [row.remedy for row in early.conflicts] == [f"pin it to the week of {named} or later"]
        heeded = planned(
            made, answers(a=0, b=0), decide.pin(NOTHING, "b-1", named), hours_per_week=hours, review_percent=0
        )
        assert heeded.conflicts == ()


def test_pinned_steps_take_their_time_at_the_own_pace() -> None:
    choices = decide.pin(NOTHING, "rag-2", START + timedelta(weeks=3))
    made = planned(EXAMPLE, EXAMPLE_ANSWERS, choices, pace=2.0)
    assert sum(week.hours for week in made.weeks) == pytest.approx(2 * made.outlook.hours)


def test_nothing_applies_nothing_is_planned() -> None:
    made = planned(EXAMPLE, answers(**dict.fromkeys((need.id for need in EXAMPLE.skills), None)))
    assert (made.scheduled, made.left_outs, made.milestones) == ((), (), ())
    assert made.outlook.readiness_then == 0


def test_a_plan_with_other_hours_counts_the_must_haves_that_it_reaches() -> None:
    goal = profile(EXAMPLE, "first", "g1")
    where = situation(EXAMPLE, REF, goal, EXAMPLE_ANSWERS)
    options = what_if(where, Budget(hours_per_week=0.5, start=START, deadline=START + timedelta(weeks=26)))
    assert [it.must_haves for it in options][-1] == 1
    assert [it.must_haves for it in options] == [
        sum(
            row.kind == "must-have"
            for row in plan(
                where, Budget(hours_per_week=it.hours_per_week, start=START, deadline=START + timedelta(weeks=26))
            ).milestones
        )
        for it in options
    ]


def test_no_readiness_of_a_plan_stands_on_the_other_side_of_a_cut_off() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1], 84_999.6), "b": ([1], 15_000.4)})])
    result = planned(made, answers(a=0, b=0), deadline=START + timedelta(weeks=2))
    assert result.outlook.readiness_then == result.weeks[-1].readiness == 84.99
    assert "Readiness 0.0 -> 84.9 % in 2 weeks" in "\n".join(plan_lines(result, START))


def test_a_plan_says_whose_readiness_it_counts_in_where_the_model_has_the_headline() -> None:
    where = situation(EXAMPLE, REF, profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS, likely={"rag-2": 0.2})
    made = plan(where, Budget(hours_per_week=8, start=START))
    assert "Readiness by your ratings 61.7 -> 100.0 % in" in "\n".join(plan_lines(made, START))
    assert "Readiness 61.7 -> 100.0 % in" in "\n".join(plan_lines(planned(EXAMPLE, EXAMPLE_ANSWERS), START))
