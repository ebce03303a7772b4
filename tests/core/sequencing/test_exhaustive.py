"""Against exhaustive search on random graphs small enough to try everything."""

from __future__ import annotations

import random

import pytest

from skillgap.core.sequencing import fit, sequence
from tests.core.sequencing.cases import cost, is_feasible, least_cost, most_values, random_jobs


@pytest.mark.parametrize("seed", range(40))
def test_order_is_optimal(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(10):
        jobs = random_jobs(rng, rng.randint(1, 8))
        plan = sequence(jobs)
        assert sorted(plan.order) == sorted(job.id for job in jobs)
        assert is_feasible(jobs, plan.order)
        assert plan.cost == cost(jobs, plan.order) == least_cost(jobs)
        assert plan.bound <= plan.proved == plan.cost


@pytest.mark.parametrize("seed", range(25))
def test_choice_is_optimal_at_every_budget(seed: int) -> None:
    rng = random.Random(1000 + seed)
    for _ in range(3):
        jobs = random_jobs(rng, rng.randint(1, 8))
        hours = {job.id: job.hours for job in jobs}
        best = most_values(jobs)
        for budget, value in enumerate(best):
            choice = fit(jobs, budget)
            assert is_feasible(jobs, choice.chosen)
            assert sum(hours[name] for name in choice.chosen) <= budget
            assert choice.value == value <= choice.proved <= choice.bound
            assert sorted(choice.chosen + choice.left_out) == sorted(hours)
