"""Projects: contracted, chosen where they make the plan better, refused where they cannot be."""

from __future__ import annotations

import re
from itertools import combinations
from random import Random

import pytest

from benchmarks.instances import skills
from skillgap.core.sequencing import Bundle, CycleError, Job, contract, sequence, sequence_with_bundles
from tests.core.sequencing.cases import random_jobs

JOBS = [Job("a", 10, 5), Job("b", 10, 5, ("a",)), Job("c", 4, 1), Job("d", 6, 3, ("b",))]


def test_a_project_stands_in_place_of_its_jobs() -> None:
    plan, taken = sequence_with_bundles(JOBS, [Bundle("build", ("a", "b"), 14)])
    assert taken == ("build",)
    assert plan.order == ("build", "d", "c")
    assert plan.cost == 10 * 14 + 3 * 20 + 1 * 24


def test_a_project_that_saves_nothing_is_not_taken() -> None:
    plan, taken = sequence_with_bundles(JOBS, [Bundle("build", ("a", "b"), 20), Bundle("more", ("c", "d"), 11)])
    assert taken == ()
    assert plan == sequence(JOBS)


def test_a_project_that_delays_what_matters_is_not_taken() -> None:
    jobs = [Job("quick", 1, 100), Job("slow", 99, 1)]
    assert sequence_with_bundles(jobs, [Bundle("both", ("quick", "slow"), 99)])[1] == ()


def test_a_project_around_a_job_outside_it_is_refused() -> None:
    jobs = [Job("a", 5, 1), Job("x", 1, 1, ("a",)), Job("c", 5, 1, ("x",))]
    bundles = [Bundle("ends", ("a", "c"), 2)]
    assert sequence_with_bundles(jobs, bundles)[1] == ()
    with pytest.raises(CycleError):
        sequence(contract(jobs, bundles))


def test_two_projects_that_wait_for_each_other_are_not_taken_together() -> None:
    jobs = [Job("a", 5, 9), Job("b", 5, 9), Job("c", 5, 9, ("a",)), Job("d", 5, 9, ("b",))]
    bundles = [Bundle("one", ("a", "d"), 6), Bundle("two", ("b", "c"), 6)]
    assert len(sequence_with_bundles(jobs, bundles)[1]) == 1


def random_bundles(rng: Random, jobs: list[Job], count: int) -> list[Bundle]:
    hours = {job.id: job.hours for job in jobs}
    bundles = []
    for number in range(count):
        names = tuple(rng.sample(sorted(hours), min(len(hours), rng.randint(2, 4))))
        joint = sum(hours[name] for name in names)
        bundles.append(Bundle(f"project {number}", names, max(1, joint * rng.randint(5, 11) // 10)))
    return bundles


def best_by_trying_all(jobs: list[Job], bundles: list[Bundle]) -> int:
    best = sequence(jobs).cost
    hours = {job.id: job.hours for job in jobs}
    saving = [bundle for bundle in bundles if bundle.hours < sum(hours[name] for name in bundle.jobs)]
    for size in range(1, len(saving) + 1):
        for chosen in combinations(saving, size):
            names = [name for bundle in chosen for name in bundle.jobs]
            if len(set(names)) < len(names):
                continue
            try:
                best = min(best, sequence(contract(jobs, chosen)).cost)
            except CycleError:
                continue
    return best


@pytest.mark.parametrize("seed", range(30))
def test_projects_taken_are_the_best_set(seed: int) -> None:
    rng = Random(seed)
    jobs = random_jobs(rng, rng.randint(4, 14))
    bundles = random_bundles(rng, jobs, 5)
    plan, taken = sequence_with_bundles(jobs, bundles)
    assert plan.cost == best_by_trying_all(jobs, bundles)
    assert plan.cost == sequence(contract(jobs, [b for b in bundles if b.id in taken])).cost


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_projects_taken_among_many_steps_are_the_best_set(seed: int) -> None:
    rng = Random(seed)
    jobs = skills(rng, 25)
    bundles = random_bundles(rng, jobs, 8)
    assert sequence_with_bundles(jobs, bundles)[0].cost == best_by_trying_all(jobs, bundles)


@pytest.mark.parametrize(
    ("bundle", "what"),
    [
        (Bundle("a", ("a", "b"), 5), "the id of project 'a' is taken"),
        (Bundle("p", ("a", "b"), 0), "project 'p' takes 0 hours; hours must be above 0"),
        (Bundle("p", (), 5), "project 'p' must have at least one job, and none twice"),
        (Bundle("p", ("a", "a"), 5), "project 'p' must have at least one job, and none twice"),
        (Bundle("p", ("a", "y"), 5), "project 'p' has 'y', which is not among the jobs"),
    ],
)
def test_wrong_projects_are_named(bundle: Bundle, what: str) -> None:
    with pytest.raises(ValueError, match=re.escape(what)):
        sequence_with_bundles(JOBS, [bundle])
