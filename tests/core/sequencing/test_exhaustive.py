"""Against exhaustive search on random networks small enough to try everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from benchmarks.instances import alike
from skillgap.core.sequencing import Job, block, choice, deadline, fit, forest, schedule, search, sequence
from skillgap.core.sequencing.jobs import network
from tests.core.sequencing.cases import cost, is_feasible, least_cost, most_values, random_jobs


def networks(seed: int, count: int, largest: int) -> Iterator[list[Job]]:
    rng = Random(seed)
    for _ in range(count):
        yield random_jobs(rng, rng.randint(1, largest))


def check_optimal_order(jobs: list[Job]) -> None:
    plan = sequence(jobs)
    assert sorted(plan.order) == sorted(job.id for job in jobs)
    assert is_feasible(jobs, plan.order)
    assert tuple(name for part in plan.blocks for name in part) == plan.order
    assert plan.cost == cost(jobs, plan.order) == least_cost(jobs)
    assert plan.is_exact
    assert plan.bound <= plan.proved == plan.cost


def check_optimal_choices(jobs: list[Job]) -> None:
    hours = {job.id: job.hours for job in jobs}
    value = {job.id: job.value for job in jobs}
    for budget, most in enumerate(most_values(jobs)):
        found = fit(jobs, budget)
        assert is_feasible(jobs, found.chosen)
        assert sum(hours[name] for name in found.chosen) <= budget
        assert sum(value[name] for name in found.chosen) == found.value == most
        assert found.is_exact
        assert found.value == found.proved <= found.bound
        assert sorted(found.chosen + found.left_out) == sorted(hours)


@pytest.mark.parametrize("seed", range(20))
def test_order_is_optimal(seed: int) -> None:
    for jobs in networks(seed, 20, 8):
        check_optimal_order(jobs)


@pytest.mark.parametrize("seed", range(20))
def test_order_is_optimal_by_branching_alone(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_WIDTH", 1)
    for jobs in networks(100 + seed, 20, 8):
        check_optimal_order(jobs)


@pytest.mark.parametrize("seed", range(20))
def test_order_without_proof_keeps_its_promises(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_WIDTH", 1)
    monkeypatch.setattr(schedule, "_EFFORT", 0)
    monkeypatch.setattr(schedule, "_EFFORT_PER_JOB", 0)
    for jobs in networks(200 + seed, 20, 8):
        plan = sequence(jobs)
        least = least_cost(jobs)
        assert is_feasible(jobs, plan.order)
        assert plan.bound <= plan.proved <= least <= plan.cost == cost(jobs, plan.order)
        assert plan.is_exact == (plan.proved == plan.cost)
        assert plan.cost <= least * (1 + plan.excess) + 1e-9 * least


@pytest.mark.parametrize("seed", range(20))
def test_choice_is_optimal_at_every_budget(seed: int) -> None:
    for jobs in networks(300 + seed, 3, 8):
        check_optimal_choices(jobs)


@pytest.mark.parametrize("seed", range(20))
def test_choice_is_optimal_by_branching_alone(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "_WIDTH", 1)
    monkeypatch.setattr(choice, "_LARGEST_WIDTH", 1)
    monkeypatch.setattr(choice, "_LOOK", 2)
    monkeypatch.setattr(search, "_LOOK", 2)
    for jobs in networks(400 + seed, 3, 8):
        check_optimal_choices(jobs)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("by_steps", [False, True])
def test_choice_cut_short_never_falls_with_the_budget(
    seed: int, by_steps: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "_WIDTH", 1)
    monkeypatch.setattr(deadline, "_EFFORT", 0)
    monkeypatch.setattr(deadline, "_EFFORT_PER_JOB", 0)
    if by_steps:
        monkeypatch.setattr(deadline, "_LARGEST_SEARCHED", 0)
        monkeypatch.setattr(deadline, "_STEP_EFFORT", 0)
        monkeypatch.setattr(deadline, "_DIGITS", 2)
        monkeypatch.setattr(deadline, "_FILLS", 2)
    for jobs in networks(500 + seed, 3, 8):
        before = 0
        for budget, most in enumerate(most_values(jobs)):
            found = fit(jobs, budget)
            assert before <= found.value <= most <= found.proved <= found.bound
            assert is_feasible(jobs, found.chosen)
            assert sum(job.hours for job in jobs if job.id in found.chosen) <= budget
            before = found.value


@pytest.mark.parametrize("seed", range(20))
def test_choice_in_a_forest_is_optimal_at_every_budget(seed: int) -> None:
    rng = Random(seed)
    jobs = [replace(job, needs=job.needs[:1]) for job in random_jobs(rng, rng.randint(1, 10))]
    net = network(jobs)
    for budget, most in enumerate(most_values(jobs)):
        found = forest.best_in_forest(net, budget)
        names = net.names(found.jobs)
        assert found.value == most == sum(job.value for job in jobs if job.id in names)
        assert sum(job.hours for job in jobs if job.id in names) <= budget
        assert is_feasible(jobs, names)


def test_jobs_that_are_hard_to_choose_from_take_bounded_effort(monkeypatch: pytest.MonkeyPatch) -> None:
    effort: list[int] = []
    search_once = deadline._search

    def counted(*arguments: Any) -> choice.Pick:
        found = search_once(*arguments)
        effort.append(found.work)
        return found

    monkeypatch.setattr(deadline, "_search", counted)
    jobs = alike(Random(0), 160, needs=2)
    found = fit(jobs, 3000)
    assert not found.is_exact
    assert sum(effort[:-1]) <= deadline._MOST_EFFORT
    assert found.value <= found.proved <= found.value * 1.01
    chains = fit(alike(Random(0), 160, needs=1), 3000)
    assert chains.is_exact
    assert chains.value <= chains.bound


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_order_is_optimal_on_thousands(seed: int) -> None:
    for jobs in networks(1000 + seed, 150, 10):
        check_optimal_order(jobs)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_choice_is_optimal_on_thousands_of_budgets(seed: int) -> None:
    for jobs in networks(2000 + seed, 20, 10):
        check_optimal_choices(jobs)
