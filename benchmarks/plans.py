"""Whole plans: from answers to weeks, for the shipped pack and for large ones made up.

python -m benchmarks.plans [SKILLS ...]

Times are CPU seconds of this process, the median of five runs (of one run from 500 skills on). Each row plans towards
a profile of that many skills, from level 0 to 2, 20 hours a week. Small packs are also planned with pins, an
exclusion, a holiday and a project, as a person has them after some weeks. A redraw of the Plan screen makes one plan.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random
from statistics import median
from time import process_time

from benchmarks.measurements import Measurement
from skillgap.core import choices as decide
from skillgap.core.assessment import Answer, Assessment, RubricRef
from skillgap.core.choices import Choices
from skillgap.core.plan import Budget, Period, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import profile
from skillgap.core.rubric import Area, Grade, Level, Pack, Prerequisite, Role, Scale, Skill, Target
from skillgap.files.rubrics import open_pack

START = date(2026, 11, 24)
TOP = 5
FEW = 500
SIZES = (48, 200, 700, 3000)
REDRAW_MS = 100.0


def made_up(rng: Random, count: int) -> Pack:
    """A pack of many skills, each with up to two prerequisites among the sixty before it."""
    skills = tuple(_skill(rng, number) for number in range(count))
    targets = tuple(Target(skill=s.id, required=(rng.randint(1, TOP),), weight=rng.randint(1, 5)) for s in skills)
    return Pack(
        schema=1,
        id="large",
        title="Large",
        version="1",
        scale=Scale(levels=tuple(Level(value=value, name=f"Level {value}") for value in range(TOP + 1))),
        areas=(Area(id="all", title="All"),),
        skills=skills,
        roles=(Role(id="role", name="Role", grades=(Grade(id="grade", title="Grade"),), targets=targets),),
    )


def _skill(rng: Random, number: int) -> Skill:
    near = range(max(0, number - 60), number)
    needed = rng.sample(near, min(len(near), rng.choice([0, 1, 1, 2])))
    return Skill(
        id=f"skill{number}",
        name=f"Skill {number}",
        area="all",
        anchors=tuple(f"I can do {number} at level {level}." for level in range(TOP + 1)),
        prerequisites=tuple(
            Prerequisite(skill=f"skill{other}", level=rng.randint(1, 3), at=rng.randint(1, 4)) for other in needed
        ),
    )


def said(rng: Random, pack: Pack) -> Assessment:
    """Answers from 0 to 2."""
    return Assessment(answers=tuple(Answer(skill=skill.id, level=rng.randint(0, 2)) for skill in pack.skills))


def lived_with(made: Plan) -> tuple[Choices, tuple[Period, ...]]:
    """Choices and a holiday, as a person has them after some weeks."""
    steps = [step.id for step in made.scheduled]
    choices = decide.exclude(decide.put_first(Choices(), steps[len(steps) // 2]), steps[-1])
    for number in (3, 9):
        choices = decide.pin(choices, steps[4 * number % len(steps)], START + timedelta(weeks=number))
    choices = replace(choices, projects=tuple(row.id for row in made.projects if row.saves > 0)[:1])
    return choices, (Period(starts=START + timedelta(weeks=4), ends=START + timedelta(weeks=6)),)


def timed(make: Callable[[], Plan], runs: int) -> tuple[float, Plan]:
    """The median of some runs in ms, and the plan."""
    times = []
    for _ in range(runs):
        start = process_time()
        made = make()
        times.append(1000 * (process_time() - start))
    return median(times), made


def row(name: str, pack: Pack, role: str, grade: str) -> str:
    """One line of the table."""
    goal = profile(pack, role, grade)
    where = situation(pack, RubricRef(id=pack.id), goal, said(Random(1), pack))
    usual = Budget(hours_per_week=20, start=START)
    half_year = replace(usual, deadline=START + timedelta(weeks=26))
    runs = 5 if len(goal.requirements) < FEW else 1
    whole, made = timed(lambda: plan(where, usual), runs)
    limited, fitted = timed(lambda: plan(where, half_year), runs)
    cells = [name, str(len(goal.requirements)), str(len(made.scheduled)), f"{whole:.0f}", f"{limited:.0f}"]
    if runs > 1:
        choices, periods = lived_with(fitted)
        around, lived = timed(lambda: plan(replace(where, choices=choices), replace(half_year, periods=periods)), runs)
        cells.append(f"{around:.0f} ({len(lived.conflicts)} conflicts)")
    else:
        cells.append("")
    return f"| {' | '.join(cells)} |"


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes: every step planned, and half a year of it."""
    for size in SIZES:
        pack = made_up(Random(size), size)
        where = situation(pack, RubricRef(id=pack.id), profile(pack, "role", "grade"), said(Random(1), pack))
        usual = Budget(hours_per_week=20, start=START)
        half_year = replace(usual, deadline=START + timedelta(weeks=26))
        runs = max(1, min(rounds, FEW // size))
        for name, budget, most in (("all steps", usual, None), ("half a year", half_year, REDRAW_MS)):
            samples = tuple(timed(partial(plan, where, budget), 1)[0] for _ in range(runs))
            limit = most if size == SIZES[0] else None
            yield Measurement(name=f"whole plan, {name}", unit="ms", samples=samples, size=size, most=limit)


def main(sizes: Sequence[int]) -> None:
    """Measure and print the table."""
    print("| Pack | skills | steps | all of them ms | half a year ms | with choices ms |\n" + "|" + " --- |" * 6)
    shipped = open_pack(None).pack
    for grade in ("senior", "principal"):
        print(row(f"shipped, {grade}", shipped, "ai-engineer", grade), flush=True)
    for size in sizes:
        print(row("made up", made_up(Random(size), size), "role", "grade"), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SKILLS")
    main(parser.parse_args().sizes)
