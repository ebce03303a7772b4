"""Worked examples: orders, costs, bounds and the best choice at each budget."""

from __future__ import annotations

from fractions import Fraction

import pytest

from skillgap.core.sequencing import Job, fit, sequence
from tests.core.sequencing.cases import E1, E2, F1, W, names


@pytest.mark.parametrize(
    ("jobs", "cost", "bound"),
    [(E1, 124, Fraction(116)), (E2, 95, Fraction(65)), (F1, 3762, Fraction(6329, 2)), (W, 7920, Fraction(7920))],
)
def test_order_has_the_known_least_cost_and_chain_bound(jobs: list[Job], cost: int, bound: Fraction) -> None:
    plan = sequence(jobs)
    assert (plan.cost, plan.bound, plan.is_exact, plan.excess) == (cost, bound, True, 0.0)


@pytest.mark.parametrize("jobs", [E1, E2])
def test_order_where_a_prerequisite_is_shared_or_cheap(jobs: list[Job]) -> None:
    assert sequence(jobs).order == names(0, 1, 2, 3)


def test_blocks_are_the_densest_closed_sets_in_turn() -> None:
    blocks = sequence(F1).blocks
    assert [sorted(block) for block in blocks] == [["09"], [*names(*range(9)), "10"], ["11"]]


def test_week_example_runs_evaluation_before_retrieval() -> None:
    assert sequence(W).order == (
        "evaluation-1",
        "evaluation-2",
        "rag-2",
        "rag-3",
        "statistics-3",
        "statistics-4",
    )


@pytest.mark.parametrize(
    ("jobs", "budget", "value", "bound"),
    [
        (E1, 3, 6, Fraction(15, 2)),
        (E1, 4, 10, Fraction(10)),
        (E1, 7, 16, Fraction(16)),
        (E1, 8, 16, Fraction(17)),
        (E2, 7, 5, Fraction(35, 4)),
        (E2, 8, 10, Fraction(10)),
        (E2, 9, 10, Fraction(11)),
        (F1, 29, 12, 12 + Fraction(9 * 42, 86)),
        (F1, 38, 12, 12 + Fraction(18 * 42, 86)),
        (F1, 58, 19, 12 + Fraction(38 * 42, 86)),
        (F1, 87, 42, 12 + Fraction(67 * 42, 86)),
    ],
)
def test_choice_is_the_best_within_the_budget(jobs: list[Job], budget: int, value: int, bound: Fraction) -> None:
    chosen = fit(jobs, budget)
    assert (chosen.value, chosen.bound, chosen.is_exact) == (value, bound, True)
    assert sum(job.hours for job in jobs if job.id in chosen.chosen) <= budget


def test_week_example_leaves_statistics_out() -> None:
    chosen = fit(W, 176)
    assert chosen.chosen == ("evaluation-1", "evaluation-2", "rag-2", "rag-3")
    assert chosen.left_out == ("statistics-3", "statistics-4")


def test_a_foundation_is_not_chosen_for_its_own_sake() -> None:
    jobs = [Job("algebra", 5, 0), Job("models", 90, 40, ("algebra",)), Job("testing", 10, 3)]
    assert fit(jobs, 20).chosen == ("testing",)
    assert fit(jobs, 105).left_out == ()
