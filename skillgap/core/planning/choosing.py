"""Which tasks fit before the deadline, and in which order they come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from skillgap.core.planning.tasks import Task, jobs_of
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.sequencing import Job, fit, sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The tasks to schedule, in order, and the most that any choice within the same hours is worth."""

    tasks: tuple[Task, ...]
    bound: Fraction
    """Upper bound of the gain, as a share of the profile's weight, from the chain of Sidney's blocks."""
    most: Fraction
    """The least upper bound known; the gain itself where the choice is proved best."""


def choose(
    tasks: Sequence[Task], hours: Fraction | None, *, forced: Collection[str] = (), urgent: Collection[str] = ()
) -> Choice:
    """Choose tasks for the most points within the hours (None: all of them) and order them for the earliest points.

    `forced` tasks, with all that they need, are in the choice; they must fit. `urgent` ones come before everything
    else, with what they need.
    """
    jobs, per_hour, unit = jobs_of(tasks)
    worth = _raised(jobs, urgent) if urgent else jobs
    if hours is None:
        order = sequence(worth).order
        total = Fraction(sum(job.value for job in jobs), unit)
        return Choice(tasks=_named(tasks, order), bound=total, most=total)
    limit = int(hours * per_hour // 1) - sum(job.hours for job in jobs if job.id in forced)
    selection = fit(_others(worth, forced), limit)
    plain = fit(_others(jobs, forced), limit) if urgent else selection
    order = selection.chosen
    if forced:
        chosen = {*forced, *order}
        order = sequence([job for job in worth if job.id in chosen]).order
    sure = sum(job.value for job in jobs if job.id in forced)
    return Choice(
        tasks=_named(tasks, order), bound=(sure + plain.bound) / unit, most=(sure + Fraction(int(plain.proved))) / unit
    )


def urgent_tasks(profile: Profile, tasks: Iterable[Task]) -> set[str]:
    """Name the tasks that lead up to a must-have floor."""
    floors = {need.skill: need.floor for need in profile.requirements}
    return {task.id for task in tasks if any(step.to <= floors.get(step.skill, 0) for step in task.steps)}


def put_first(order: Sequence[Task], names: Iterable[str]) -> tuple[Task, ...]:
    """Move tasks to the front, in the order of the names, each after what it needs."""
    by_id = {task.id: task for task in order}
    place = {task.id: at for at, task in enumerate(order)}
    front: dict[str, Task] = {}
    for name in names:
        if name in by_id:
            for before in sorted(ancestors(by_id, [name]), key=place.__getitem__):
                front.setdefault(before, by_id[before])
    return (*front.values(), *(task for task in order if task.id not in front))


def ancestors(by_id: Mapping[str, Task], names: Iterable[str]) -> set[str]:
    """Give the names and all tasks that they need, directly or not."""
    found: set[str] = set()
    rest = [name for name in names if name in by_id]
    while rest:
        name = rest.pop()
        if name not in found:
            found.add(name)
            rest += [need for need in by_id[name].needs if need in by_id]
    return found


def _raised(jobs: list[Job], urgent: Collection[str]) -> list[Job]:
    """Raise the value of urgent jobs so far that no other job is worth an hour of their delay.

    One hour of delay then costs more than delaying everything else by all the hours there are; a bonus above the
    sum of values alone would win a place before the deadline, but not the first place in the order.
    """
    more = 1 + sum(job.value for job in jobs) * sum(job.hours for job in jobs)
    return [replace(job, value=job.value + more) if job.id in urgent else job for job in jobs]


def _others(jobs: list[Job], forced: Collection[str]) -> list[Job]:
    if not forced:
        return jobs
    return [
        replace(job, needs=tuple(need for need in job.needs if need not in forced))
        for job in jobs
        if job.id not in forced
    ]


def _named(tasks: Sequence[Task], order: Iterable[str]) -> tuple[Task, ...]:
    by_id = {task.id: task for task in tasks}
    return tuple(by_id[name] for name in order)
