"""What is scheduled: single steps, and projects that finish several steps together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from skillgap.core.choices import Conflict
from skillgap.core.curriculum import Project
from skillgap.core.planning.situation import Situation
from skillgap.core.profiles import exact
from skillgap.core.records import dataclass
from skillgap.core.sequencing import CycleError, Job
from skillgap.core.sequencing.jobs import network
from skillgap.core.steps import NeededStep, hours_of

_LEAST_SHARE = Fraction(1, 2)
"""Joint hours are at least this share of the hours one by one: a project from a lower start takes longer than its
author thought of (an assumption; the shipped pack's projects take half to two thirds)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One step, or the steps of one project, to do in one go."""

    id: str
    hours: Fraction
    """Typical hours that are left."""
    gain: Fraction
    """Share of the profile's weight."""
    needs: tuple[str, ...]
    """Ids of the tasks that come before."""
    steps: tuple[NeededStep, ...]
    """In an order that can be followed."""
    project: Project | None = None


def single_tasks(where: Situation, study: Iterable[NeededStep]) -> list[Task]:
    """Give a task for each step; hours that were spent on a step before it is done are off its hours."""
    spent = {row.id: row.hours_spent or 0 for row in where.previous.scheduled} if where.previous else {}
    return [
        Task(id=s.id, hours=_hours_left(s.hours, spent.get(s.id, 0)), gain=s.gain, needs=s.needs, steps=(s,))
        for s in study
    ]


def _hours_left(hours: float, spent: float) -> Fraction:
    """Give the typical hours still to do, in half-hours and at least one of them: the step is not done yet."""
    return max(_halves(exact(hours) - max(exact(spent), Fraction(0))), Fraction(1, 2))


def with_projects(where: Situation, tasks: Sequence[Task]) -> tuple[list[Task], list[Conflict]]:
    """Put the projects that the person took in place of their steps; name those that cannot be taken, and why."""
    by_id = {project.id: project for project in where.pack.projects}
    now, conflicts = list(tasks), []
    for name in dict.fromkeys(where.choices.projects):
        project = by_id.get(name)
        if project is None:
            continue
        made = joined(now, project, _done_in(where, name))
        conflict = _refusal(project, made, now)
        if conflict is None and made is not None:
            now = contracted(now, made)
        elif conflict is not None:
            conflicts.append(conflict)
    return now, conflicts


def _done_in(where: Situation, project: str) -> Fraction:
    """Give the hours, one by one, of the steps that were done as part of a project."""
    rows = [row for row in where.previous.finished if row.project == project] if where.previous else []
    return sum((exact(hours_of(where.pack, row.skill, row.to)) for row in rows), Fraction(0))


def joined(tasks: Iterable[Task], project: Project, done: Fraction = Fraction(0)) -> Task | None:
    """Give the task that does, of these, all single steps towards what a project covers; None when there are none.

    Of the joint hours, the share is left that the steps have of the hours one by one, those that are `done` counted.
    """
    goals = {reach.skill: reach.to for reach in project.covers}
    parts = [t for t in tasks if t.project is None and all(s.to <= goals.get(s.skill, 0) for s in t.steps)]
    if not parts:
        return None
    alone = sum((part.hours for part in parts), Fraction(0))
    inside = {part.id for part in parts}
    return Task(
        id=f"project {project.id}",
        hours=_halves(max(exact(project.hours) * alone / (alone + done), alone * _LEAST_SHARE)),
        gain=sum((part.gain for part in parts), Fraction(0)),
        needs=tuple(sorted({need for part in parts for need in part.needs} - inside)),
        steps=_in_order([step for part in parts for step in part.steps]),
        project=project,
    )


def _halves(hours: Fraction) -> Fraction:
    """Round up to half-hours."""
    return Fraction(math.ceil(2 * hours), 2)


def contracted(tasks: Iterable[Task], project: Task) -> list[Task]:
    """Put a project in place of its steps."""
    inside = {step.id for step in project.steps}

    def moved(task: Task) -> Task:
        needs = tuple(sorted({project.id if need in inside else need for need in task.needs}))
        return task if needs == task.needs else replace(task, needs=needs)

    return [*(moved(task) for task in tasks if task.id not in inside), project]


def hours_alone(tasks: Iterable[Task], project: Task) -> Fraction:
    """Give the hours of a project's steps one by one; `tasks` are single steps."""
    inside = {step.id for step in project.steps}
    return sum((task.hours for task in tasks if task.id in inside), Fraction(0))


def jobs_of(tasks: Sequence[Task]) -> tuple[list[Job], int, int]:
    """Put tasks in whole units; give the jobs, units of time to an hour, and units of value to a whole profile.

    A coarser unit gives a tighter bound on what is possible.
    """
    per_hour = 1 if all(task.hours.denominator == 1 for task in tasks) else 2
    unit = math.lcm(*(task.gain.denominator for task in tasks)) if tasks else 1
    jobs = [
        Job(id=task.id, hours=int(task.hours * per_hour), value=int(task.gain * unit), needs=task.needs)
        for task in tasks
    ]
    return jobs, per_hour, unit


def _refusal(project: Project, made: Task | None, tasks: Sequence[Task]) -> Conflict | None:
    if made is None:
        what = f"project {project.id} has no step left that the plan needs"
        return Conflict(kind="nothing-to-do", about=project.id, what=what, remedy="take it out, or do it for evidence")
    alone = hours_alone(tasks, made)
    if made.hours >= alone:
        what = f"project {project.id} takes {float(made.hours):g} h, its steps one by one {float(alone):g} h"
        remedy = "take it out, or do it for evidence beside the plan"
        return Conflict(kind="project-saves-nothing", about=project.id, what=what, remedy=remedy)
    try:
        network(jobs_of(contracted(tasks, made))[0])
    except CycleError as error:
        round_trip = " needs ".join((*error.cycle, error.cycle[0]))
        what = f"project {project.id} cannot be done in one go: {round_trip}"
        remedy = "take it out, or do what stands between its steps first"
        return Conflict(kind="project-cycle", about=project.id, what=what, remedy=remedy)
    return None


def _in_order(steps: list[NeededStep]) -> tuple[NeededStep, ...]:
    """Order the steps of a project: each after those that it needs, by skill and level otherwise."""
    rest = sorted(steps, key=lambda step: (step.to, step.skill))
    inside, done, order = {step.id for step in rest}, set[str](), []
    while rest:
        step = next((s for s in rest if done.issuperset(inside.intersection(s.needs))), rest[0])
        rest.remove(step)
        done.add(step.id)
        order.append(step)
    return tuple(order)
