"""What must hold for any jobs: independence of names and of input order, scale, growth with the budget."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.instances import layered
from skillgap.core.sequencing import Job, block, fit, schedule, sequence
from tests.core.sequencing.cases import is_feasible, random_jobs

seeds = st.integers(0, 2**32)
quick = settings(max_examples=60, deadline=None)


def renamed(jobs: list[Job], rng: Random) -> list[Job]:
    """The same jobs under other names, in another order."""
    names = [f"n{number}" for number in range(len(jobs))]
    rng.shuffle(names)
    new = {job.id: name for job, name in zip(jobs, names, strict=True)}
    jobs = [replace(job, id=new[job.id], needs=tuple(new[need] for need in job.needs)) for job in jobs]
    rng.shuffle(jobs)
    return jobs


def drawn(seed: int) -> tuple[list[Job], Random]:
    rng = Random(seed)
    return random_jobs(rng, rng.randint(1, 30)), rng


@quick
@given(seeds)
def test_input_order_changes_nothing(seed: int) -> None:
    jobs, rng = drawn(seed)
    shuffled = [replace(job, needs=tuple(reversed(job.needs)) + job.needs[:1]) for job in jobs]
    rng.shuffle(shuffled)
    assert sequence(shuffled) == sequence(jobs)
    budget = rng.randint(0, sum(job.hours for job in jobs))
    assert fit(shuffled, budget) == fit(jobs, budget)


@quick
@given(seeds)
def test_names_change_neither_cost_nor_value(seed: int) -> None:
    jobs, rng = drawn(seed)
    other = renamed(jobs, rng)
    assert sequence(other).cost == sequence(jobs).cost
    budget = rng.randint(0, sum(job.hours for job in jobs))
    assert fit(other, budget).value == fit(jobs, budget).value


@pytest.mark.parametrize("seed", [0, 2, 3])
def test_names_do_not_change_an_unproved_cost(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block, "_WIDTH", 2)
    monkeypatch.setattr(schedule, "_EFFORT", 300)
    jobs = layered(Random(seed), 120)
    plan = sequence(jobs)
    assert not plan.is_exact
    assert sequence(renamed(jobs, Random(seed))).cost == plan.cost


@quick
@given(seeds, st.integers(2, 5))
def test_longer_hours_scale_the_cost_and_change_no_choice(seed: int, factor: int) -> None:
    jobs, rng = drawn(seed)
    longer = [replace(job, hours=factor * job.hours) for job in jobs]
    assert sequence(longer).order == sequence(jobs).order
    assert sequence(longer).cost == factor * sequence(jobs).cost
    budget = rng.randint(0, sum(job.hours for job in jobs))
    assert fit(longer, factor * budget).chosen == fit(jobs, budget).chosen


@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(1, 12))
def test_more_hours_are_never_worth_less(seed: int, count: int) -> None:
    jobs = random_jobs(Random(seed), count)
    before = 0
    for budget in range(0, sum(job.hours for job in jobs) + 3):
        found = fit(jobs, budget)
        assert before <= found.value <= found.proved <= found.bound
        before = found.value
    assert before == sum(job.value for job in jobs)
    assert found.left_out == ()


@quick
@given(seeds)
def test_chosen_jobs_come_after_what_they_need_and_all_are_accounted_for(seed: int) -> None:
    jobs, rng = drawn(seed)
    found = fit(jobs, rng.randint(0, sum(job.hours for job in jobs)))
    assert is_feasible(jobs, found.chosen)
    assert sorted(found.chosen + found.left_out) == sorted(job.id for job in jobs)


@quick
@given(seeds)
def test_values_far_apart_rank_strictly(seed: int) -> None:
    """Must-haves raised by 1 + the sum of all values come first where hours allow, however many others fit."""
    jobs, rng = drawn(seed)
    most = 1 + sum(job.value for job in jobs)
    chosen = {job.id for job in jobs if rng.random() < 0.3}
    raised = [replace(job, value=job.value + most * 10**30 * (job.id in chosen)) for job in jobs]
    budget = rng.randint(0, sum(job.hours for job in jobs))
    only = [replace(job, value=int(job.id in chosen)) for job in jobs]
    found = fit(raised, budget)
    assert found.value // (most * 10**30) == fit(only, budget).value


def test_ties_go_to_fewer_hours_then_to_the_id() -> None:
    jobs = [Job("b", 2, 4), Job("a", 2, 4), Job("z", 1, 2), Job("c", 4, 8), Job("later", 9, 1, ("b",))]
    assert sequence(jobs).order == ("z", "a", "b", "c", "later")


def test_ten_thousand_jobs_in_a_row_need_no_recursion() -> None:
    jobs = [Job(f"{j:05}", 1, j % 7, (f"{j - 1:05}",) if j else ()) for j in range(10_000)]
    plan = sequence(jobs)
    assert plan.order == tuple(job.id for job in jobs)
    assert plan.is_exact
    assert fit(jobs, 3500).chosen == plan.order[:3500]
