"""Against HiGHS on instances of realistic size; slow."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.instances import curriculum, layered, skills
from skillgap.core.sequencing import fit, sequence

pytest.importorskip("scipy")
exact = pytest.importorskip("benchmarks.exact")

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("hard", [False, True])
def test_order_costs_no_more_than_the_linear_ordering_optimum(seed: int, hard: bool) -> None:
    jobs = skills(Random(seed), 14 + seed, hard=hard)
    assert sequence(jobs).cost == exact.least_cost(jobs)


@pytest.mark.parametrize("seed", range(2))
def test_order_of_a_layered_network_is_optimal(seed: int) -> None:
    jobs = layered(Random(seed), 30, 5)
    assert sequence(jobs).cost == exact.least_cost(jobs)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("share", [0.1, 0.4, 0.6])
def test_choice_is_the_integer_optimum(seed: int, share: float) -> None:
    rng = Random(seed)
    for jobs in (
        skills(rng, 40),
        skills(rng, 40, whole=True),
        skills(rng, 40, whole=True, hard=True),
        layered(rng, 160),
        curriculum(rng, 200),
    ):
        budget = int(share * sum(job.hours for job in jobs))
        choice = fit(jobs, budget)
        assert choice.value == exact.most_value(jobs, budget)
        assert choice.is_exact
