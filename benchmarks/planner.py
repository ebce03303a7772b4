"""The planner against naive orders, lower bounds and HiGHS: time, excess and points, in one run.

python -m benchmarks.planner [--memory] [SIZE ...]

Times are CPU seconds of this process, so that other load on the machine counts little. `bound` is how far F can at
most lie above the optimum, `proved` on how many instances it is the optimum. The naive orders take, of the steps whose
prerequisites are done, the one of the widest gap (of the most value where steps have no levels) or of the most value an
hour; their columns say by how much F is above the planner's, and what share of the planner's points they lose at a
deadline of 26 weeks of 10 hours. HiGHS solves the choice at every size up to 1,000, and the order of about 30 steps.
`benchmarks/instances.py` draws the instances.
"""

from __future__ import annotations

import argparse
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush
from importlib.util import find_spec
from random import Random
from statistics import mean, median
from time import process_time

from benchmarks.instances import alike, curriculum, layered, skills
from skillgap.core.sequencing import Job, fit, sequence

HAS_HIGHS = find_spec("scipy") is not None  # HiGHS comes with SciPy, a development extra

WEEKS, HALF_HOURS_A_WEEK = 26, 20
LARGEST_FOR_HIGHS = 1000
Key = Callable[[Job], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of instances: its name, how one is drawn, and how many."""

    name: str
    draw: Callable[[Random], list[Job]]
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """One instance: seconds, and shares of F or of the chosen value."""

    steps: int
    order_time: float
    fit_time: float
    bound: float
    proved: bool
    fit_proved: bool
    gap_cost: float
    density_cost: float
    gap_loss: float
    density_loss: float
    highs_time: float | None
    highs_agrees: bool | None


def rows(sizes: Sequence[int]) -> Iterator[Row]:
    """Give what is measured at these sizes."""
    if 160 in sizes:
        yield Row("skills 40", partial(skills, count=40), 20)
        yield Row("skills 40, 0 to 4", partial(skills, count=40, whole=True), 20)
        yield Row("hard", partial(skills, count=40, whole=True, hard=True), 20)
        yield Row("curriculum", partial(curriculum, count=160), 20)
    for size in sizes:
        yield Row("layered", partial(layered, count=size), max(1, min(20, 5000 // size)))


def measure(jobs: list[Job]) -> Result:
    """Plan one instance, and compare."""
    budget = WEEKS * HALF_HOURS_A_WEEK
    start = process_time()
    plan = sequence(jobs)
    middle = process_time()
    choice = fit(jobs, budget)
    end = process_time()
    gap, density = listed(jobs, widest_gap(jobs)), listed(jobs, lambda job: (-job.value / job.hours,))
    highs = highs_time = None
    if HAS_HIGHS and len(jobs) <= LARGEST_FOR_HIGHS:
        from benchmarks import exact  # noqa: PLC0415

        highs_start = process_time()
        highs = exact.most_value(jobs, budget)
        highs_time = process_time() - highs_start
    return Result(
        steps=len(jobs),
        order_time=middle - start,
        fit_time=end - middle,
        bound=plan.excess,
        proved=plan.is_exact,
        fit_proved=choice.is_exact,
        gap_cost=cost(gap) / plan.cost - 1,
        density_cost=cost(density) / plan.cost - 1,
        gap_loss=1 - value_within(gap, budget) / choice.value,
        density_loss=1 - value_within(density, budget) / choice.value,
        highs_time=highs_time,
        highs_agrees=None if highs is None else highs == choice.value,
    )


def widest_gap(jobs: Sequence[Job]) -> Key:
    """Rank a level of a skill by how many levels are missing from it up; other steps by value."""
    tops: dict[str, int] = {}
    for job in jobs:
        skill, _, level = job.id.partition("-")
        tops[skill] = max(tops.get(skill, 0), int(level or 0))

    def key(job: Job) -> tuple[float, ...]:
        skill, _, level = job.id.partition("-")
        return (int(level) - tops[skill],) if level else (-job.value,)

    return key


def listed(jobs: Sequence[Job], key: Key) -> list[Job]:
    """List scheduling: among the jobs whose prerequisites are done, the one with the least key is next."""
    waits = {job.id: len(set(job.needs)) for job in jobs}
    frees: dict[str, list[Job]] = {job.id: [] for job in jobs}
    for job in jobs:
        for need in set(job.needs):
            frees[need].append(job)
    at = {job.id: number for number, job in enumerate(jobs)}
    ready = [(key(job), at[job.id], job) for job in jobs if not waits[job.id]]
    heapify(ready)
    order = []
    while ready:
        job = heappop(ready)[-1]
        order.append(job)
        for after in frees[job.id]:
            waits[after.id] -= 1
            if not waits[after.id]:
                heappush(ready, (key(after), at[after.id], after))
    return order


def cost(order: Sequence[Job]) -> int:
    """F: sum of value x completion hour."""
    hours = total = 0
    for job in order:
        hours += job.hours
        total += job.value * hours
    return total


def value_within(order: Sequence[Job], budget: int) -> int:
    """Walk the order, take what still fits with its prerequisites, and add up the value."""
    taken: set[str] = set()
    total = 0
    for job in order:
        if job.hours <= budget and taken.issuperset(job.needs):
            taken.add(job.id)
            budget -= job.hours
            total += job.value
    return total


def line(name: str, results: Sequence[Result]) -> str:
    """One row of the table."""
    count = len(results)
    times = [1000 * r.order_time for r in results]
    fits = [1000 * r.fit_time for r in results]
    both = median(1000 * (r.order_time + r.fit_time) for r in results)
    highs = [1000 * r.highs_time for r in results if r.highs_time is not None]
    agree = sum(bool(r.highs_agrees) for r in results)
    return (
        f"| {name} | {median(r.steps for r in results):,.0f} | {count} "
        f"| {median(times):,.1f} / {max(times):,.0f} | {median(fits):,.1f} / {max(fits):,.0f} | {both:,.1f} "
        f"| {percent([r.bound for r in results])} | {sum(r.proved for r in results)}/{count} "
        f"| {sum(r.fit_proved for r in results)}/{count} "
        f"| {percent([r.gap_cost for r in results])} | {percent([r.density_cost for r in results])} "
        f"| {percent([r.gap_loss for r in results])} | {percent([r.density_loss for r in results])} "
        f"| {f'{agree}/{len(highs)}, {median(highs):,.0f}' if highs else ''} |"
    )


def percent(shares: Sequence[float]) -> str:
    """Mean and worst, in per cent."""
    return f"{100 * mean(shares):.2f} / {100 * max(shares):.2f}"


def highs_orders() -> None:
    """Compare orders with the linear-ordering optimum."""
    from benchmarks import exact  # noqa: PLC0415

    print("\n| Order against HiGHS | equal | planner ms | HiGHS ms |\n| --- | --- | --- | --- |")
    for row in (
        Row("skills 14", partial(skills, count=14), 5),
        Row("hard 10", partial(skills, count=10, whole=True, hard=True), 5),
        Row("layered 30", partial(layered, count=30, width=5), 5),
    ):
        equal = 0
        ours: list[float] = []
        theirs: list[float] = []
        for seed in range(row.count):
            jobs = row.draw(Random(seed))
            start = process_time()
            plan = sequence(jobs)
            middle = process_time()
            equal += plan.cost == exact.least_cost(jobs)
            ours.append(1000 * (middle - start))
            theirs.append(1000 * (process_time() - middle))
        print(f"| {row.name} | {equal}/{row.count} | {median(ours):.1f} | {median(theirs):,.0f} |")


def hard_choices() -> None:
    """Choose among 160 jobs worth about as much an hour, at a tenth, half and nine tenths of their hours."""
    print(
        "\n| Worth their hours and 25 | proved | open % (worst) | fit ms (median / worst) |\n| --- | --- | --- | --- |"
    )
    for name, needs in (("no prerequisites", 0), ("a forest", 1), ("up to two prerequisites", 2)):
        proved, gaps, times = 0, [], []
        for seed in range(5):
            jobs = alike(Random(seed), 160, needs=needs)
            for share in (1, 5, 9):
                start = process_time()
                found = fit(jobs, sum(job.hours for job in jobs) * share // 10)
                times.append(1000 * (process_time() - start))
                gaps.append(float(found.proved) / found.value - 1)
                proved += found.is_exact
        print(f"| {name} | {proved}/15 | {100 * max(gaps):.2f} | {median(times):.0f} / {max(times):.0f} |", flush=True)


def memory(sizes: Sequence[int]) -> None:
    """Print the peak of memory allocated while ordering."""
    print("\n| Layered steps | peak MB | kB a step |\n| --- | --- | --- |")
    for size in sizes:
        jobs = layered(Random(0), size)
        tracemalloc.start()
        sequence(jobs)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"| {size:,} | {peak / 1e6:.1f} | {peak / size / 1e3:.2f} |")


def main(sizes: Sequence[int], *, with_memory: bool) -> None:
    """Measure and print the tables."""
    print(
        "| Instances | steps | count | order ms (median / worst) | fit ms | both | bound % (mean / worst) "
        "| order proved | fit proved | widest gap first: F + % | density list: F + % "
        "| widest gap: points lost % | density list: points lost % | fit equals HiGHS, its ms |"
    )
    print("|" + " --- |" * 14)
    for row in rows(sizes):
        print(line(row.name, [measure(row.draw(Random(seed))) for seed in range(row.count)]), flush=True)
    if 160 in sizes:
        hard_choices()
    if HAS_HIGHS:
        highs_orders()
    if with_memory:
        memory(sizes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[160, 1000, 3000, 10000], metavar="SIZE")
    parser.add_argument("--memory", action="store_true", help="also measure peak memory (slow)")
    arguments = parser.parse_args()
    main(arguments.sizes, with_memory=arguments.memory)
