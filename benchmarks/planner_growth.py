"""Order and choice of steps at 160 to 10,000 steps: time, how good it is proved to be, memory, and the naive orders.

`benchmarks.planner` has more kinds of instances and compares with HiGHS.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from random import Random
from time import process_time

from benchmarks.instances import layered
from benchmarks.measurements import Measurement
from benchmarks.planner import HALF_HOURS_A_WEEK, WEEKS, listed, value_within, widest_gap
from skillgap.core.sequencing import Job, fit, sequence

GOALS = {160: 50.0, 1000: 1000.0, 3000: None, 10000: 10000.0}
"""Milliseconds for order and choice together, by number of steps."""


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes, on as many instances as rounds, fewer of the large ones."""
    for steps, goal in GOALS.items():
        count = max(1, min(2 * rounds, 5000 // steps))
        found = [_one(layered(Random(seed), steps)) for seed in range(count)]
        names = (
            ("order and choice", "ms", goal),
            ("at most above the least cost", "%", None),
            ("points of the widest-gap-first order, of ours", "%", None),
        )
        for (name, unit, most), samples in zip(names, zip(*found, strict=True), strict=True):
            yield Measurement(name=name, unit=unit, samples=samples, size=steps, most=most)
        yield Measurement(name="peak memory of the order", unit="kB a step", samples=(_memory(steps),), size=steps)


def _one(jobs: list[Job]) -> tuple[float, float, float]:
    budget = WEEKS * HALF_HOURS_A_WEEK
    start = process_time()
    plan, choice = sequence(jobs), fit(jobs, budget)
    taken = 1000 * (process_time() - start)
    naive = value_within(listed(jobs, widest_gap(jobs)), budget)
    return taken, 100 * plan.excess, 100 * naive / choice.value


def _memory(steps: int) -> float:
    jobs = layered(Random(0), steps)
    tracemalloc.start()
    sequence(jobs)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / steps / 1e3
