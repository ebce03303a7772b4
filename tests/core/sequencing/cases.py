"""Worked examples with known optima, random graphs, and exhaustive search to judge the planner by."""

from __future__ import annotations

import random
from collections.abc import Sequence

from skillgap.core.sequencing import Job


def table(hours: Sequence[int], values: Sequence[int], needs: dict[int, tuple[int, ...]]) -> list[Job]:
    """Jobs called 00, 01, ... from columns."""
    return [
        Job(f"{j:02}", p, v, tuple(f"{i:02}" for i in needs.get(j, ())))
        for j, (p, v) in enumerate(zip(hours, values, strict=True))
    ]


def names(*indices: int) -> tuple[str, ...]:
    return tuple(f"{j:02}" for j in indices)


E1 = table([2, 2, 3, 4], [1, 9, 6, 4], {1: (0,)})
E2 = table([6, 1, 1, 2], [0, 5, 5, 2], {1: (0,), 2: (0,)})
F1 = table(
    [11, 13, 18, 3, 3, 4, 11, 2, 7, 20, 14, 10],
    [0, 2, 0, 0, 7, 4, 3, 6, 9, 12, 11, 1],
    {
        1: (0,),
        2: (0, 1),
        3: (1,),
        4: (1, 2),
        5: (0, 2),
        6: (1,),
        7: (4,),
        8: (1, 3, 6),
        10: (2, 4, 9),
        11: (4, 8, 10),
    },
)
W = [
    Job("rag-2", 30, 16),
    Job("rag-3", 70, 16, ("rag-2", "evaluation-1")),
    Job("evaluation-1", 10, 24),
    Job("evaluation-2", 30, 24, ("evaluation-1",)),
    Job("statistics-3", 70, 6),
    Job("statistics-4", 140, 6, ("statistics-3",)),
]


def random_jobs(
    rng: random.Random, count: int, *, density: float | None = None, most_hours: int = 12, most_value: int = 12
) -> list[Job]:
    """A random graph; a fifth of the jobs are foundations without value, ids are shuffled."""
    density = rng.choice((0.0, 0.15, 0.3, 0.6)) if density is None else density
    ids = [f"j{j}" for j in range(count)]
    rng.shuffle(ids)
    jobs = [
        Job(
            ids[j],
            rng.randint(1, most_hours),
            0 if rng.random() < 0.2 else rng.randint(0, most_value),
            tuple(ids[i] for i in range(j) if rng.random() < density),
        )
        for j in range(count)
    ]
    rng.shuffle(jobs)
    return jobs


def closed_sets(jobs: Sequence[Job]) -> list[int]:
    """Bit masks of all predecessor-closed sets, smaller masks first."""
    at = {job.id: j for j, job in enumerate(jobs)}
    needs = [sum(1 << at[i] for i in set(job.needs)) for job in jobs]
    return [
        mask
        for mask in range(1 << len(jobs))
        if all(needs[j] & mask == needs[j] for j in range(len(jobs)) if mask >> j & 1)
    ]


def least_cost(jobs: Sequence[Job]) -> int:
    """The least sum of value x completion hour over all orders, by a program over all closed sets."""
    closed = set(closed_sets(jobs))
    best = {0: 0}
    for mask in sorted(closed - {0}):
        hours = sum(job.hours for j, job in enumerate(jobs) if mask >> j & 1)
        best[mask] = min(
            best[mask ^ 1 << j] + job.value * hours
            for j, job in enumerate(jobs)
            if mask >> j & 1 and mask ^ 1 << j in closed
        )
    return best[(1 << len(jobs)) - 1]


def most_values(jobs: Sequence[Job]) -> list[int]:
    """The largest value within each budget 0, 1, ... up to the hours of all jobs."""
    best = [0] * (sum(job.hours for job in jobs) + 1)
    for mask in closed_sets(jobs):
        inside = [job for j, job in enumerate(jobs) if mask >> j & 1]
        hours = sum(job.hours for job in inside)
        best[hours] = max(best[hours], sum(job.value for job in inside))
    for hours in range(1, len(best)):
        best[hours] = max(best[hours], best[hours - 1])
    return best


def is_feasible(jobs: Sequence[Job], order: Sequence[str]) -> bool:
    """Whether each job of the order comes once, after all it needs."""
    needs = {job.id: job.needs for job in jobs}
    seen: set[str] = set()
    for name in order:
        if name in seen or not seen.issuperset(needs[name]):
            return False
        seen.add(name)
    return True


def cost(jobs: Sequence[Job], order: Sequence[str]) -> int:
    """Sum of value x completion hour."""
    known = {job.id: job for job in jobs}
    hours = total = 0
    for name in order:
        hours += known[name].hours
        total += known[name].value * hours
    return total
