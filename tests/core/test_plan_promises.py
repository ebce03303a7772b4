"""What must hold for whole plans: other names, other units, more time, holidays, large curricula, a lived half year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core import choices as decide
from skillgap.core.assessment import Assessment, RubricRef
from skillgap.core.calendar import Calendar
from skillgap.core.choices import Choices
from skillgap.core.plan import Budget, Period, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.planning.reviewing import recheck_days
from skillgap.core.profiles import profile
from skillgap.core.progress import with_done, with_hours, with_note
from skillgap.core.rubric import Pack, Planning
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers, pack, role, skill

REF = RubricRef(id="test", version="1")
START = date(2026, 11, 24)
seeds = st.integers(0, 2**32)


def drawn(rng: Random, names: Mapping[int, str] | None = None, *, factor: int = 1) -> tuple[Pack, Assessment]:
    """A pack of a dozen skills; the same numbers give the same pack but for names and for hours times `factor`."""
    called = names or {n: f"s{n:02}" for n in range(12)}
    skills, targets, levels = [], {}, {}
    for n in range(12):
        needs = [
            (called[rng.randrange(n)], rng.randint(1, 3), rng.randint(1, 3))
            for _ in range(rng.choice([0, 0, 1, 2]))
            if n
        ]
        skills.append(skill(called[n], *{need[0]: need for need in needs}.values(), top=3))
        if rng.random() < 0.8:
            targets[called[n]] = ([rng.randint(1, 3)], rng.randint(1, 5))
        levels[called[n]] = rng.randint(0, 2)
    hours = tuple(factor * rng.randint(1, 40) / 2 for _ in range(3))
    targets = targets or {called[0]: ([3], 1)}
    made = pack(skills, [role("r", targets)], top=3, planning=Planning(default_hours=hours))
    return made, answers(**levels)


def planned(drawing: tuple[Pack, Assessment], choices: Choices | None = None, /, **budget: object) -> Plan:
    made, said = drawing
    where = situation(made, REF, profile(made, made.roles[0].id, "g1"), said, choices=choices)
    return plan(where, Budget(**{"hours_per_week": 6, "start": START, **budget}))  # type: ignore[arg-type]


def holiday(rng: Random) -> tuple[Period, ...]:
    first = START + timedelta(days=rng.randint(0, 60))
    return (
        Period(starts=first, ends=first + timedelta(days=rng.randint(0, 40)), hours_per_week=rng.choice([0, 2, 20])),
    )


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 30))
def test_other_names_change_no_points_and_no_week(seed: int, weeks: int) -> None:
    rng = Random(seed)
    shuffled = [f"x{n}" for n in range(12)]
    Random(seed + 1).shuffle(shuffled)
    more = {"deadline": START + timedelta(weeks=weeks), "periods": holiday(rng)}
    one = planned(drawn(Random(seed)), **more)
    two = planned(drawn(Random(seed), dict(enumerate(shuffled))), **more)
    assert one.outlook.points == two.outlook.points
    assert one.outlook.points_possible == two.outlook.points_possible
    whole = planned(drawn(Random(seed)), periods=holiday(Random(seed)))
    other = planned(drawn(Random(seed), dict(enumerate(shuffled))), periods=holiday(Random(seed)))
    area = [sum(week.readiness for week in made.weeks) for made in (whole, other)]
    assert area[0] == pytest.approx(area[1], rel=0.02)  # ties go to names, and a week is coarse


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 30))
def test_twice_the_hours_for_everything_in_twice_the_time_changes_nothing(seed: int, weeks: int) -> None:
    rng = Random(seed)
    deadline, periods = START + timedelta(weeks=weeks), holiday(rng)
    double = tuple(replace(period, hours_per_week=2 * period.hours_per_week) for period in periods)
    one = planned(drawn(Random(seed)), deadline=deadline, periods=periods)
    two = planned(drawn(Random(seed), factor=2), deadline=deadline, periods=double, hours_per_week=12)
    assert [(s.id, s.first_week, s.week, s.slow_week) for s in one.steps] == [
        (s.id, s.first_week, s.week, s.slow_week) for s in two.steps
    ]
    assert [week.readiness for week in one.weeks] == [week.readiness for week in two.weeks]


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 200))
def test_more_time_never_brings_less(seed: int, days: int) -> None:
    """One hour more, one day more, no holiday, nothing excluded: each gives at least as many points."""
    rng = Random(seed)
    drawing, periods = drawn(Random(seed)), holiday(rng)
    out = decide.exclude(Choices(), f"s{rng.randrange(12):02}")
    usual = {"deadline": START + timedelta(days=days), "periods": periods}
    points = planned(drawing, out, **usual).outlook.points
    for more in (
        {**usual, "hours_per_week": 7},
        {**usual, "deadline": START + timedelta(days=days + 1)},
        {**usual, "review_percent": 10},
        {**usual, "periods": tuple(period for period in periods if period.hours_per_week > 6)},
    ):
        assert planned(drawing, out, **more).outlook.points >= points
    assert planned(drawing, **usual).outlook.points >= points


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 30))
def test_everything_is_planned_or_left_out_with_a_reason_and_no_week_is_overfull(seed: int, weeks: int) -> None:
    rng = Random(seed)
    drawing = drawn(Random(seed))
    choices = decide.exclude(Choices(), f"s{rng.randrange(12):02}-2", "no")
    choices = decide.call_good_enough(choices, f"s{rng.randrange(12):02}", None, "fine")
    choices = decide.pin(choices, f"s{rng.randrange(12):02}-3", START + timedelta(weeks=rng.randint(0, weeks)))
    deadline = START + timedelta(weeks=weeks, days=rng.randint(0, 6))
    made = planned(drawing, choices, deadline=deadline, periods=holiday(rng))
    here = [step.id for step in made.steps] + [row.id for row in made.left_outs]
    assert len(here) == len(set(here))
    levels = {answer.skill: answer.level or 0 for answer in drawing[1].answers}
    for target in drawing[0].roles[0].targets:
        for to in range(levels[target.skill] + 1, target.required[0] + 1):
            assert f"{target.skill}-{to}" in here
    assert all(row.detail for row in made.left_outs)
    calendar = Calendar(made.budget)
    for week in made.weeks:
        assert week.hours <= week.room + 0.005
        room = min(calendar.before(week.number + 1), calendar.until(deadline)) - calendar.before(week.number)
        assert week.room == pytest.approx(float(room), abs=0.005)
        assert week.starts == START + timedelta(weeks=week.number - 1)


def test_a_week_of_the_calendar_has_the_hours_of_its_days() -> None:
    holidays = (
        Period(starts=date(2026, 12, 21), ends=date(2027, 1, 3)),
        Period(starts=date(2026, 12, 1), ends=date(2027, 1, 31), hours_per_week=3.5),
    )
    calendar = Calendar(Budget(hours_per_week=7, start=START, review_percent=0, periods=holidays))
    rooms = [float(calendar.room(number)) for number in range(1, 12)]
    assert rooms == [7, 3.5, 3.5, 3, 0, 0.5, 3.5, 3.5, 3.5, 4, 7]
    assert float(calendar.until(date(2026, 12, 31))) == 17
    assert [calendar.finish_week(calendar.before(n)) for n in (2, 6, 7, 12, 40)] == [1, 4, 6, 11, 39]
    assert [calendar.begin_week(calendar.before(n)) for n in (1, 2, 5, 12, 40)] == [1, 2, 6, 12, 40]


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_calendar_is_the_sum_of_its_days(seed: int) -> None:
    """Weeks, what is used up in them and where work goes on, against days counted one by one."""
    rng = Random(seed)
    periods = tuple(
        Period(
            starts=first, ends=first + timedelta(days=rng.choice([0, 3, 6, 13])), hours_per_week=rng.choice([0, 2, 11])
        )
        for first in (START + timedelta(days=rng.randint(-9, 40)) for _ in range(rng.randint(0, 3)))
    )
    weekdays = rng.choice([(), (2, 0, 1, 0, 0, 4, 0), (0, 0, 0, 0, 0, 1, 1)])
    deadline = START + timedelta(days=rng.randint(1, 60))
    calendar = Calendar(
        Budget(
            hours_per_week=3.5, start=START, deadline=deadline, weekdays=weekdays, periods=periods, review_percent=30
        )
    )

    def hours(day: date) -> Fraction:
        here = [((p.ends - p.starts).days, p.hours_per_week) for p in periods if p.starts <= day <= p.ends]
        week = Fraction(min(here)[1] if here else Fraction(7, 2))
        return (
            week * Fraction(7, 10) * (Fraction(weekdays[day.weekday()], sum(weekdays)) if weekdays else Fraction(1, 7))
        )

    days = [START + timedelta(days=n) for n in range(7 * 12)]
    sums = [Fraction(0), *accumulate(map(hours, days))]
    for day, total in zip(days, sums, strict=False):
        assert calendar.until(day) == total
    over = sums[7::7]
    assert [calendar.room(n) for n in range(1, 13)] == [end - begin for begin, end in pairwise(sums[::7])]
    for amount in {over[0], over[-1], *(rng.choice(over) + Fraction(rng.randint(-9, 9), 10) for _ in range(4))}:
        if 0 < amount < over[-1]:
            assert calendar.finish_week(amount) == 1 + sum(end < amount for end in over)
        if 0 <= amount < over[-1]:
            assert calendar.begin_week(amount) == 1 + sum(end <= amount for end in over)
    last = calendar.number(deadline)
    assert last == (deadline - START).days // 7 + 1
    assert calendar.ends(last) == deadline
    assert {calendar.ends(n) - calendar.starts(n) for n in range(1, last)} <= {timedelta(days=6)}
    assert calendar.open_room(last) == calendar.until(deadline) - sums[::7][last - 1]
    assert calendar.open_room(last + 1) == 0


def curriculum(rng: Random, count: int) -> tuple[Pack, Assessment]:
    """Hundreds of small concepts, each known or not, in layers as public curricula have them."""
    skills, levels = [], {}
    for n in range(count):
        near = range(max(0, n - 25), n)
        needs = [(f"c{k}", 1, 1) for k in rng.sample(near, min(len(near), rng.choice([0, 1, 1, 2, 3])))]
        skills.append(skill(f"c{n}", *needs, top=1))
        levels[f"c{n}"] = int(rng.random() < 0.1)
    targets = {f"c{n}": ([1], rng.randint(1, 5)) for n in range(count) if rng.random() < 0.5}
    made = pack(skills, [role("r", targets)], top=1, planning=Planning(default_hours=(2,)))
    return made, answers(**levels)


def test_a_curriculum_of_hundreds_of_concepts() -> None:
    drawing = curriculum(Random(3), 400)
    whole = planned(drawing)
    assert whole.outlook.readiness_then == 100
    place = {step.id: at for at, step in enumerate(whole.scheduled)}
    for skill_ in drawing[0].skills:
        for needed in skill_.prerequisites:
            first, then = place.get(f"{needed.skill}-1"), place.get(f"{skill_.id}-1")
            assert first is None or then is None or first < then
    part = planned(drawing, deadline=START + timedelta(weeks=26))
    assert part.outlook.is_best
    assert part.outlook.points <= part.outlook.points_possible < 100


def worked(made: Plan, week: int, day: date) -> Plan:
    """A week's work on the step in front, which takes 1.3 times its typical hours."""
    step = made.scheduled[0]
    spent = (step.hours_spent or 0) + (0 if week in (4, 5, 6, 7) else 7)
    if spent >= 1.3 * step.hours:
        return with_done(made, step.id, day, spent)
    return with_note(with_hours(made, step.id, spent or None), step.id, f"week {week}")


def noted(made: Plan) -> dict[str, str]:
    """All notes of a plan, by step."""
    found = {step.id: step.note for step in made.steps}
    found |= {row.id: row.note for row in made.left_outs} | {row.id: row.note for row in made.kept_notes}
    return {name: note for name, note in found.items() if note}


def test_half_a_year_with_a_plan() -> None:
    """Falling behind, catching up, a holiday, another job: marks and notes stay, dates follow, nothing is lost."""
    goal, end = profile(EXAMPLE, "first", "g1"), START + timedelta(weeks=26)
    budget = Budget(
        hours_per_week=8,
        start=START,
        deadline=end,
        periods=(Period(starts=START + timedelta(weeks=6), ends=START + timedelta(weeks=8)),),
    )
    choices: Choices | None = decide.pin(Choices(), "rag-2", START + timedelta(weeks=16))
    kept: Plan | None = None
    fronts, paces = {}, []
    for week in range(24):
        today = START + timedelta(weeks=week)
        made = plan(situation(EXAMPLE, REF, goal, EXAMPLE_ANSWERS, kept, choices=choices), replace(budget, start=today))
        assert kept is None or (made.finished == kept.finished and noted(kept).items() <= noted(made).items())
        assert all(step.ends is None or step.ends <= end for step in made.scheduled)
        fronts[week] = made.scheduled[0]
        paces.append(made.outlook.pace)
        kept, choices = worked(made, week, today + timedelta(days=6)), None
        if {step.id for step in kept.finished} >= {"evaluation-2", "rag-2"}:
            break
    assert kept is not None
    assert {step.id for step in kept.finished} == {"evaluation-1", "evaluation-2", "rag-2"}
    assert fronts[4].id == fronts[8].id
    assert fronts[8].starts == START + timedelta(weeks=8)
    assert str(fronts[8].ends) > str(fronts[4].ends)  # a month without work
    assert paces[0] == 1 < paces[-1] < 1.4
    assert kept.choices.pins[0].step == "rag-2"
    other = situation(EXAMPLE, REF, profile(EXAMPLE, "second", "g1"), EXAMPLE_ANSWERS, kept)
    new_job = plan(other, Budget(hours_per_week=8, start=end))
    assert new_job.finished == kept.finished
    assert noted(kept).items() <= noted(new_job).items()
    days = {day for step in kept.finished if step.done for day in recheck_days(step.done)}
    assert {row.day for row in new_job.rechecks} <= days
