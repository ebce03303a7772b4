"""Plans around what a person decided: pins, exclusions, what is good enough, what comes first, projects, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core import choices as decide
from skillgap.core import decisions
from skillgap.core.assessment import Assessment, RubricRef
from skillgap.core.choices import Choices, Pin
from skillgap.core.curriculum import Project, Reach
from skillgap.core.plan import Budget, Period, Plan
from skillgap.core.planning import best_projects, plan, situation, what_if
from skillgap.core.profiles import profile
from skillgap.core.rubric import Pack, Planning
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS, answers, pack, role, skill

REF = RubricRef(id="test", version="1")
START = date(2026, 11, 24)
NOTHING = Choices()


def planned(
    choices: Choices = NOTHING,
    *,
    made: Pack = EXAMPLE,
    said: Assessment = EXAMPLE_ANSWERS,
    weeks: int | None = None,
    previous: Plan | None = None,
    likely: dict[str, float] | None = None,
    **budget: object,
) -> Plan:
    goal = profile(made, made.roles[0].id, "g1")
    where = situation(made, REF, goal, said, previous, choices=choices, likely=likely)
    deadline = START + timedelta(weeks=weeks) if weeks else None
    return plan(where, Budget(**{"hours_per_week": 8, "start": START, "deadline": deadline, **budget}))  # type: ignore[arg-type]


def ids(made: Plan) -> list[str]:
    return [step.id for step in made.scheduled]


def kinds(made: Plan) -> list[tuple[str, str]]:
    return [(row.kind, row.about) for row in made.conflicts]


def test_a_pinned_step_begins_in_its_week_and_the_rest_is_planned_around_it() -> None:
    day = START + timedelta(weeks=3, days=2)
    made = planned(decide.pin(NOTHING, "rag-2", day))
    rows = {step.id: step for step in made.scheduled}
    assert (rows["rag-2"].first_week, rows["rag-2"].pinned) == (4, START + timedelta(weeks=3))
    assert (rows["evaluation-2"].first_week, rows["evaluation-2"].week) == (2, 11)  # pauses for the pinned step
    assert made.conflicts == ()
    assert made.outlook == planned().outlook
    assert sum(week.hours for week in made.weeks) == pytest.approx(made.outlook.hours)


def test_what_a_pinned_step_needs_is_brought_forward() -> None:
    made = planned(decide.pin(NOTHING, "rag-3", START + timedelta(weeks=8)))
    rows = {step.id: step for step in made.scheduled}
    assert rows["rag-3"].first_week == 9
    assert max(rows["rag-2"].week, rows["evaluation-1"].week) < 9


@pytest.mark.parametrize(
    ("choices", "more", "conflict"),
    [
        (decide.pin(NOTHING, "rag-3", START + timedelta(weeks=2)), {}, ("pin-too-early", "rag-3")),
        (decide.pin(NOTHING, "rag-2", START - timedelta(days=30)), {}, ("pin-too-early", "rag-2")),
        (decide.pin(NOTHING, "rag-2", START + timedelta(weeks=25)), {"weeks": 26}, ("pin-too-late", "rag-2")),
        (
            decide.pin(decide.pin(NOTHING, "rag-2", START), "statistics-3", START),
            {},
            ("pin-overfills", "statistics-3"),
        ),
        (
            decide.pin(decide.pin(NOTHING, "rag-2", START), "statistics-3", START + timedelta(weeks=2)),
            {},
            ("pin-overfills", "statistics-3"),
        ),
        (
            decide.pin(NOTHING, "rag-2", START + timedelta(weeks=2)),
            {"periods": (Period(starts=START + timedelta(weeks=2), ends=START + timedelta(weeks=2, days=6)),)},
            ("pin-without-hours", "rag-2"),
        ),
        (decide.pin(decide.exclude(NOTHING, "rag-2"), "rag-2", START), {}, ("pin-left-out", "rag-2")),
        (
            Choices(pins=(Pin(step="rag-2", day=START), Pin(step="rag-2", day=START + timedelta(weeks=2)))),
            {},
            ("pin-twice", "rag-2"),
        ),
        (decide.call_good_enough(NOTHING, "rag", 99, ""), {}, ("unknown-id", "rag")),
        (decide.pin(NOTHING, "rag-4", START), {}, ("pin-left-out", "rag-4")),
        (decide.pin(NOTHING, "mlops-3", START), {}, ("pin-left-out", "mlops-3")),
        (decide.put_first(NOTHING, "rag-4"), {}, ("first-left-out", "rag-4")),
        (decide.put_first(NOTHING, "statistics-4"), {"weeks": 26}, ("first-too-late", "statistics-4")),
        (decide.pin(NOTHING, "ragg-2", START), {}, ("unknown-id", "ragg-2")),
        (decide.pin(NOTHING, "rag-9", START), {}, ("unknown-id", "rag-9")),
        (decide.exclude(NOTHING, "evaluation-1"), {}, ("excluded-need", "evaluation-1")),
        (decide.call_good_enough(NOTHING, "golf", None, ""), {}, ("unknown-id", "golf")),
        (decide.take_project(NOTHING, "moon"), {}, ("unknown-id", "moon")),
    ],
)
def test_a_choice_that_cannot_be_followed_is_named_and_kept(
    choices: Choices, more: dict[str, object], conflict: tuple[str, str]
) -> None:
    made = planned(choices, **more)  # type: ignore[arg-type]
    assert kinds(made).count(conflict) == 1
    assert all(row.what and row.remedy for row in made.conflicts)
    assert made.choices == choices
    assert all(week.hours <= week.room for week in made.weeks)


@pytest.mark.parametrize("name", ["ragg", "the project rag"])
def test_an_unknown_skill_is_compared_with_skills_whatever_it_is_called(name: str) -> None:
    (conflict,) = planned(decide.call_good_enough(NOTHING, name, None, "")).conflicts
    assert conflict.what == f"this pack has no skill {name}"
    assert '"rag"' in conflict.remedy


def test_the_week_that_a_conflict_names_is_one_that_works() -> None:
    early = planned(decide.pin(NOTHING, "rag-3", START + timedelta(weeks=2)))
    week = date.fromisoformat(early.conflicts[0].remedy.split("week of ")[1].split(" ")[0])
    made = planned(decide.pin(NOTHING, "rag-3", week))
    assert made.conflicts == ()
    assert next(step for step in made.scheduled if step.id == "rag-3").starts == week


def test_steps_behind_an_excluded_one_stay_out_and_those_beyond_good_enough_free_what_needs_them() -> None:
    out = planned(decide.exclude(NOTHING, "evaluation", "not my job"))
    assert ids(out) == ["rag-2", "statistics-3", "statistics-4"]
    assert {row.id: (row.reason, row.detail) for row in out.left_outs} == {
        "evaluation-1": ("excluded", "left out by you: not my job"),
        "evaluation-2": ("excluded", "left out by you: not my job"),
        "rag-3": ("needs-excluded", "waits for what you left out: evaluation-1"),
    }
    enough = planned(decide.call_good_enough(NOTHING, "evaluation", None, "Kim does it"))
    assert ids(enough) == ["rag-2", "rag-3", "statistics-3", "statistics-4"]
    assert enough.conflicts == ()
    assert {row.id: row.detail for row in enough.left_outs} == {
        "evaluation-1": "good enough: Kim does it",
        "evaluation-2": "good enough: Kim does it",
    }
    assert enough.outlook.readiness_then < planned().outlook.readiness_then == 100  # the gap stays a gap
    assert ids(planned(decide.call_good_enough(NOTHING, "evaluation", 1, ""))) == [
        "evaluation-1",
        "rag-2",
        "rag-3",
        "statistics-3",
        "statistics-4",
    ]


def test_who_leaves_a_step_out_is_not_told_so_as_a_conflict() -> None:
    choices = decide.put_first(decide.pin(NOTHING, "statistics-3", START), "statistics-4")
    made = planned(decide.exclude(choices, "statistics-3", "no"))
    assert {row.id: row.reason for row in made.left_outs} == {
        "statistics-3": "excluded",
        "statistics-4": "needs-excluded",
    }
    assert kinds(made) == [("first-left-out", "statistics-4")]
    assert kinds(planned(decide.exclude(choices, "statistics"))) == []


def test_what_is_put_first_comes_first_with_what_it_needs_and_before_a_deadline_too() -> None:
    choices = decide.put_first(decide.put_first(NOTHING, "statistics-3"), "rag-3")
    assert ids(planned(choices))[:4] == ["statistics-3", "evaluation-1", "rag-2", "rag-3"]
    assert ids(planned(choices, weeks=26)) == ["statistics-3", "evaluation-1", "evaluation-2", "rag-2"]
    short = planned(decide.put_first(NOTHING, "statistics-3"), weeks=12)
    assert ids(short)[0] == "statistics-3"
    assert short.outlook.points <= short.outlook.points_possible


def test_a_pinned_step_goes_on_when_its_week_is_over_and_is_no_conflict_week_after_week() -> None:
    choices = decide.pin(NOTHING, "statistics-3", START + timedelta(weeks=1))
    made = planned(choices)
    for week in range(2, 6):
        start = START + timedelta(weeks=week)
        rest = (Period(starts=start, ends=start + timedelta(days=6)),) if week == 3 else ()
        made = planned(choices, previous=made, start=start, periods=rest)
        step = next(step for step in made.scheduled if step.id == "statistics-3")
        assert (made.conflicts, step.first_week) == ((), 2 if rest else 1)
        assert step.pinned == step.starts
    late = planned(decide.pin(NOTHING, "rag-3", START - timedelta(weeks=1)))
    assert [row.what for row in late.conflicts] == [
        f"rag-3 is pinned to {START - timedelta(weeks=1)}, which is over, and evaluation-1, rag-2 have to come first,"
        " which takes longer"
    ]
    assert step.pinned is not None
    moved = decisions.pin(made, step, lambda day: day + timedelta(weeks=1))(choices)
    assert [pin.day for pin in moved.pins] == [step.pinned + timedelta(weeks=1)]


def test_choices_that_are_done_with_are_no_conflict() -> None:
    old = planned()
    done = replace(old, steps=tuple(replace(s, done=START) if s.id == "evaluation-1" else s for s in old.steps))
    choices = decide.put_first(decide.pin(NOTHING, "evaluation-1", START), "evaluation-1")
    assert planned(choices, previous=done).conflicts == ()


BUILD = Project(
    id="build",
    title="Build it",
    hours=60,
    summary="One system.",
    deliverable="A repository.",
    acceptance=("It answers.",),
    covers=(Reach(skill="evaluation", to=2), Reach(skill="rag", to=2)),
)
WITH_PROJECT = replace(EXAMPLE, projects=(BUILD,))


def test_a_project_does_several_steps_for_joint_hours() -> None:
    offered = planned(made=WITH_PROJECT)
    row = offered.projects[0]
    assert (row.taken, row.hours, row.hours_alone, row.saves, row.week) == (False, 60, 70, 10, 0)
    made = planned(decide.take_project(NOTHING, "build"), made=WITH_PROJECT)
    row = made.projects[0]
    assert (row.taken, row.first_week, row.week) == (True, 1, 9)
    assert row.steps == ("evaluation-1", "evaluation-2", "rag-2")
    assert (row.deliverable, row.acceptance) == ("A repository.", ("It answers.",))
    inside = [step for step in made.scheduled if step.project == "build"]
    assert [step.id for step in inside] == list(row.steps)
    assert sum(step.hours for step in inside) == pytest.approx(60)
    assert {step.week for step in inside} == {9}
    assert made.outlook.hours == offered.outlook.hours - 10
    assert made.outlook.readiness_then == offered.outlook.readiness_then


def test_a_project_under_way_keeps_its_share_of_the_joint_hours() -> None:
    choices = decide.take_project(NOTHING, "build")
    old = planned(choices, made=WITH_PROJECT)
    done = replace(old, steps=tuple(replace(s, done=START) if s.id == "evaluation-1" else s for s in old.steps))
    made = planned(choices, made=WITH_PROJECT, previous=done)
    assert made.conflicts == ()
    assert made.projects[0].hours == 51.5  # 60 x 60 / 70, in half-hours
    assert [(row.skill, row.rated, row.to) for row in made.proposals] == [("evaluation", 0, 1)]
    assert made.proposals[0].anchor == EXAMPLE.skill_by_id["evaluation"].anchors[1]


def test_a_project_that_saves_nothing_or_cannot_be_done_in_one_go_is_refused() -> None:
    dear = replace(EXAMPLE, projects=(replace(BUILD, hours=70),))
    made = planned(decide.take_project(NOTHING, "build"), made=dear)
    assert kinds(made) == [("project-saves-nothing", "build")]
    assert ids(made) == ids(planned())
    ends = replace(BUILD, covers=(Reach(skill="a", to=1), Reach(skill="c", to=1)))
    chain = pack(
        [skill("a"), skill("x", ("a", 1, 1)), skill("c", ("x", 1, 1))],
        [role("r", {"a": ([1], 1), "x": ([1], 1), "c": ([1], 1)})],
        projects=(replace(ends, hours=10),),
    )
    made = planned(decide.take_project(NOTHING, "build"), made=chain, said=answers(a=0, x=0, c=0))
    assert kinds(made) == [("project-cycle", "build")]
    assert ids(made) == ["a-1", "x-1", "c-1"]


def test_the_best_projects_are_found() -> None:
    other = replace(BUILD, id="other", hours=45, covers=(Reach(skill="rag", to=3),))
    small = replace(BUILD, id="small", hours=25, covers=(Reach(skill="evaluation", to=2),))
    made = replace(EXAMPLE, projects=(BUILD, other, small, replace(BUILD, id="dear", hours=300)))
    where = situation(made, REF, profile(made, "first", "g1"), EXAMPLE_ANSWERS)
    for budget in (
        Budget(hours_per_week=8, start=START),
        Budget(hours_per_week=8, start=START, deadline=START + timedelta(weeks=12)),
        Budget(hours_per_week=8, start=START, deadline=START + timedelta(weeks=20)),
    ):
        found = best_projects(where, budget)
        results = {}
        for size in range(4):
            for names in combinations(("build", "other", "small"), size):
                tried = plan(replace(where, choices=Choices(projects=names)), budget)
                if not any(row.kind.startswith("project") or row.kind == "nothing-to-do" for row in tried.conflicts):
                    area = sum(100 - week.readiness for week in tried.weeks)
                    results[names] = tried.outlook.points if budget.deadline else -area
        assert results[found] == max(results.values()), (found, results)
    assert "dear" not in best_projects(where, Budget(hours_per_week=8, start=START))


def test_a_project_never_saves_more_than_half() -> None:
    cheap = replace(EXAMPLE, projects=(replace(BUILD, hours=1),))
    assert planned(decide.take_project(NOTHING, "build"), made=cheap).projects[0].hours == 35


def test_steps_that_are_likely_true_already_begin_with_verifying() -> None:
    made = planned(likely={"rag-2": 0.84, "evaluation-1": 0.49})
    rows = {step.id: (step.likely, step.verify_first) for step in made.scheduled}
    assert rows["rag-2"][0] == 0.84
    assert rows["rag-2"][1].startswith("Verify first: ")
    assert rows["evaluation-1"] == (0.49, "")
    assert rows["statistics-3"] == (None, "")


def test_notes_follow_a_step_out_of_the_plan_and_back_and_are_never_lost() -> None:
    old = planned()
    noted = replace(old, steps=tuple(replace(step, note=f"on {step.id}") for step in old.steps))
    short = planned(previous=noted, weeks=3)
    assert {row.id: row.note for row in short.left_outs}["rag-3"] == "on rag-3"
    again = planned(previous=short)
    assert {step.id: step.note for step in again.scheduled} == {step.id: f"on {step.id}" for step in old.steps}
    higher = planned(previous=short, said=answers(python=4, rag=3, evaluation=0, mlops=2, statistics=2))
    assert [(row.id, row.note) for row in higher.kept_notes] == [("rag-2", "on rag-2"), ("rag-3", "on rag-3")]
    back = planned(previous=higher)
    assert {step.id: step.note for step in back.scheduled}["rag-3"] == "on rag-3"


def test_a_renamed_skill_keeps_its_marks_notes_and_choices() -> None:
    old = planned()
    choices = decide.exclude(decide.pin(NOTHING, "rag-3", START + timedelta(weeks=9)), "statistics")
    marked = replace(
        old,
        steps=tuple(
            replace(step, note="mine", done=START if step.id == "evaluation-1" else None) for step in old.steps
        ),
    )
    new = {"rag": "retrieval", "evaluation": "evals", "statistics": "stats"}
    skills = [
        skill("python"),
        skill("retrieval", ("evals", 1, 3), aliases=("rag",)),
        skill("evals", aliases=("evaluation",)),
        skill("stats", aliases=("statistics",)),
    ]
    made = pack(skills, [role("r", {"retrieval": ([3], 4), "evals": ([2], 4), "stats": ([4], 2)})])
    said = answers(retrieval=1, evals=0, stats=2)
    after = planned(choices, made=made, said=said, previous=marked)
    assert [step.id for step in after.finished] == ["evals-1"]
    assert after.choices.pins[0].step == "retrieval-3"
    assert after.choices.exclusions[0].step == new["statistics"]
    assert {step.id: step.note for step in after.scheduled}["retrieval-2"] == "mine"
    assert after.conflicts == ()


def test_steps_of_skills_that_became_one_are_one_step() -> None:
    old = planned()
    one = replace(old.steps[0], id="rag-1", skill="rag", to=1, note="mine")
    two = replace(one, id="evaluation-1", skill="evaluation", note="too", done=START)
    made = pack([skill("search", aliases=("rag", "evaluation"))], [role("r", {"search": ([2], 4)})])
    before = replace(old, steps=(one, two))
    after = planned(made=made, said=answers(search=0), previous=before)
    assert [(step.id, step.done, step.note) for step in after.steps] == [
        ("search-1", START, "too; mine"),
        ("search-2", None, ""),
    ]


def test_hours_spent_on_a_step_under_way_are_off_what_is_left_and_done_ones_teach_the_pace() -> None:
    old = planned()
    spent = replace(old.steps[0], hours_spent=7.0)
    made = planned(previous=replace(old, steps=(spent, *old.steps[1:])))
    assert made.outlook.hours == old.outlook.hours - 7
    assert made.outlook.pace == 1
    done = replace(old.steps[0], hours_spent=25.0, done=START)
    slow = planned(previous=replace(old, steps=(done, *old.steps[1:])))
    assert slow.outlook.pace == 1.5  # (25 + 20) / (10 + 20)
    assert sum(week.hours for week in slow.weeks) == pytest.approx(1.5 * slow.outlook.hours, abs=0.1)
    assert planned(previous=replace(old, steps=(done, *old.steps[1:])), pace=1.0).outlook.pace == 1


def test_half_and_double_the_hours_side_by_side() -> None:
    where = situation(EXAMPLE, REF, profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS)
    rows = what_if(where, Budget(hours_per_week=8, start=START, deadline=START + timedelta(weeks=26)))
    assert [(row.hours_per_week, row.readiness, row.left_out) for row in rows] == [
        (4, 88.33, 3),
        (8, 95, 2),
        (16, 100, 0),
    ]


def exhaustive_best(made: Plan, singles: dict[str, tuple[float, float, tuple[str, ...]]], hours: float) -> float:
    """The most points of any closed set of steps within the hours."""
    best = 0.0
    for size in range(len(singles) + 1):
        for chosen in combinations(singles, size):
            inside = set(chosen)
            if sum(singles[name][0] for name in chosen) <= hours and all(
                inside.issuperset(set(singles[name][2]) & singles.keys()) for name in chosen
            ):
                best = max(best, sum(singles[name][1] for name in chosen))
    return best


def drawn(rng: Random) -> tuple[Pack, Assessment]:
    names = [f"s{n}" for n in range(4)]
    skills = []
    for at, name in enumerate(names):
        needs = [(other, rng.randint(1, 2), rng.randint(1, 2)) for other in names[:at] if rng.random() < 0.4]
        skills.append(skill(name, *needs, top=2))
    targets = {name: ([rng.randint(1, 2)], rng.randint(1, 5)) for name in names if rng.random() < 0.8} or {
        "s0": ([2], 1)
    }
    covers = tuple(Reach(skill=name, to=rng.randint(1, 2)) for name in rng.sample(names, 2))
    made = pack(
        skills,
        [role("r", targets)],
        top=2,
        planning=Planning(default_hours=(rng.randint(2, 9), rng.randint(5, 25))),
        projects=(replace(BUILD, hours=rng.randint(5, 30), covers=covers),),
    )
    return made, answers(**dict.fromkeys(names, 0))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_small_plans_with_choices_are_the_best_there_are(seed: int, weeks: int) -> None:
    rng = Random(seed)
    made, said = drawn(rng)
    choices = decide.take_project(NOTHING, "build") if rng.random() < 0.5 else NOTHING
    if rng.random() < 0.5:
        choices = decide.exclude(choices, f"s{rng.randrange(4)}")
    if rng.random() < 0.3:
        choices = decide.call_good_enough(choices, f"s{rng.randrange(4)}", rng.randint(0, 1), "")
    whole = planned(choices, made=made, said=said)
    found = planned(choices, made=made, said=said, weeks=weeks)
    needs = {}
    for step in whole.scheduled:
        own = [f"{step.skill}-{step.to - 1}"]
        own += [f"{p.skill}-{p.level}" for p in made.skill_by_id[step.skill].prerequisites if p.at == step.to]
        needs[step.id] = tuple(own)
    units: dict[str, tuple[float, float, tuple[str, ...]]] = {}
    owner = {step.id: step.project or step.id for step in whole.scheduled}
    for step in whole.scheduled:
        name = owner[step.id]
        hours, points, before = units.get(name, (0.0, 0.0, ()))
        mine = tuple(owner[n] for n in needs[step.id] if n in owner and owner[n] != name)
        units[name] = (round(hours + step.hours, 2), points + step.points, before + mine)
    best = exhaustive_best(found, units, 6.8 * weeks)
    assert found.outlook.points == pytest.approx(best, abs=0.05)
    assert found.outlook.is_best


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 20))
def test_any_choices_leave_a_plan_that_holds_together(seed: int, weeks: int) -> None:
    rng = Random(seed)
    made, said = drawn(rng)
    steps = [f"s{n}-{to}" for n in range(4) for to in (1, 2)]
    choices = NOTHING
    for name in rng.sample(steps, rng.randint(0, 3)):
        choices = decide.pin(choices, name, START + timedelta(days=rng.randint(-10, 7 * weeks)))
    for name in rng.sample(steps, rng.randint(0, 2)):
        choices = rng.choice([decide.exclude, decide.put_first])(choices, name)
    if rng.random() < 0.4:
        choices = decide.take_project(choices, "build")
    first = START + timedelta(days=rng.randint(0, 40))
    periods = (
        Period(starts=first, ends=first + timedelta(days=rng.randint(0, 30)), hours_per_week=rng.choice([0, 3, 30])),
    )
    weekdays = rng.choice([(), (2, 0, 2, 0, 0, 4, 0)])
    deadline = weeks if rng.random() < 0.7 else None
    result = planned(choices, made=made, said=said, weeks=deadline, periods=periods, weekdays=weekdays)
    holds_together(made, result)
    assert result.choices == choices
    refused = {row.about for row in result.conflicts if row.kind.startswith("pin")}
    rows = {step.id: step for step in result.scheduled}
    for pin in choices.pins:
        if pin.step in rows and pin.step not in refused and not rows[pin.step].project:
            starts = rows[pin.step].starts
            assert starts is not None
            assert starts <= pin.day <= starts + timedelta(days=6)
    if not choices.projects:
        free = planned(made=made, said=said, weeks=deadline, periods=periods, weekdays=weekdays)
        assert result.outlook.points <= free.outlook.points_possible + 0.01


def holds_together(made: Pack, result: Plan) -> None:
    """Prerequisites before what needs them, no week over its room, everything accounted for, within the deadline."""
    over: dict[str, int] = {}
    for step in result.scheduled:
        before = [f"{step.skill}-{step.to - 1}"]
        before += [f"{p.skill}-{p.level}" for p in made.skill_by_id[step.skill].prerequisites if p.at == step.to]
        for need in before:
            assert need.endswith("-0") or over[need] <= step.week
        over[step.id] = step.week
    assert all(week.hours <= week.room + 0.005 for week in result.weeks)
    assert sum(week.hours for week in result.weeks) == pytest.approx(
        result.outlook.hours, abs=0.01 * len(result.weeks) + 0.01
    )
    if result.budget.deadline:
        assert all(week.starts < result.budget.deadline for week in result.weeks)
    finishes = [name for week in result.weeks for name in week.finishes]
    assert sorted(finishes) == sorted(step.id for step in result.scheduled)
    assert result.outlook.points <= result.outlook.points_possible
    if result.weeks:
        assert result.weeks[-1].readiness == pytest.approx(result.outlook.readiness_then, abs=0.01)


def test_hundreds_of_choices_take_no_minutes_and_name_what_was_meant() -> None:
    choices = Choices(
        pins=tuple(Pin(step=f"ragg{n}-2", day=START) for n in range(400)),
        projects=tuple(f"biuld{n}" for n in range(400)),
    )
    made = planned(choices, made=WITH_PROJECT)
    assert len(made.conflicts) == 800
    assert made.conflicts[0].remedy == 'a step is a skill\'s id, a hyphen and a level; did you mean "rag"?'
    far = planned(decide.pin(NOTHING, "rag-2", date(2199, 1, 1)))
    assert [(row.kind, row.remedy) for row in far.conflicts] == [("pin-too-late", "look at its year")]
    assert far.outlook.weeks == planned().outlook.weeks
