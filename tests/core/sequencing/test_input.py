"""Jobs that cannot be planned are refused with what is wrong."""

from __future__ import annotations

import re

import pytest

from skillgap.core.sequencing import CycleError, Job, fit, sequence


@pytest.mark.parametrize(
    ("jobs", "what"),
    [
        ([Job("a", 1, 1), Job("a", 2, 2)], "two jobs are called 'a'"),
        ([Job("a", 1, 1, ("b",))], "job 'a' needs 'b', which is not among the jobs"),
        ([Job("a", 0, 1)], "job 'a' takes 0 hours; hours must be above 0"),
        ([Job("a", -3, 1)], "job 'a' takes -3 hours"),
        ([Job("a", 1, -1)], "job 'a' has value -1; a value must not be negative"),
    ],
)
def test_wrong_jobs_are_named(jobs: list[Job], what: str) -> None:
    with pytest.raises(ValueError, match=re.escape(what)):
        sequence(jobs)
    with pytest.raises(ValueError, match=re.escape(what)):
        fit(jobs, 10)


def test_a_negative_budget_is_refused() -> None:
    with pytest.raises(ValueError, match="the budget is -1 hours"):
        fit([Job("a", 1, 1)], -1)


@pytest.mark.parametrize(
    ("needs", "cycle"),
    [
        ({"a": ("a",)}, ("a",)),
        ({"a": ("c",), "b": ("a",), "c": ("b",)}, ("a", "c", "b")),
        ({"a": (), "b": ("a", "d"), "c": ("b",), "d": ("c",), "e": ("d",)}, ("b", "d", "c")),
    ],
)
def test_a_cycle_is_named_each_needing_the_next(needs: dict[str, tuple[str, ...]], cycle: tuple[str, ...]) -> None:
    jobs = [Job(name, 1, 1, befores) for name, befores in needs.items()]
    with pytest.raises(CycleError) as caught:
        sequence(jobs[::-1])
    assert caught.value.cycle == cycle
    assert str(caught.value) == "jobs need each other: " + " needs ".join((*cycle, cycle[0]))


def test_nothing_to_plan_is_a_plan() -> None:
    assert sequence([]).order == ()
    assert sequence([]).is_exact
    assert fit([], 5).chosen == ()


def test_no_hours_fit_nothing() -> None:
    found = fit([Job("a", 1, 3), Job("b", 2, 0)], 0)
    assert (found.chosen, found.value, found.left_out) == ((), 0, ("a", "b"))
