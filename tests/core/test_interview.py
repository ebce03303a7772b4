"""The interview: order, counts and what comes next."""

from __future__ import annotations

from skillgap.core.assessment import Assessment, rate, set_aside
from skillgap.core.interview import Interview
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

FRESH = Interview(pack=EXAMPLE, role="second", assessment=Assessment())


def test_only_the_skills_of_the_role_are_asked_in_the_order_of_the_pack() -> None:
    assert [skill.id for skill in FRESH.skills] == ["python", "mlops", "statistics", "communication"]


def test_counts_tell_rated_from_not_applicable_and_open() -> None:
    some = FRESH.with_assessment(set_aside(rate(Assessment(), "python", 0), "mlops", "no"))
    assert (some.count("rated"), some.count("not-applicable"), some.count("open")) == (1, 1, 2)
    assert not some.is_complete
    assert FRESH.with_assessment(EXAMPLE_ANSWERS).is_complete


def test_the_next_open_skill_starts_over_at_the_end() -> None:
    some = FRESH.with_assessment(rate(Assessment(), "communication", 1))
    assert some.next_open("communication") == "python"
    assert some.next_open("python") == "mlops"
    assert FRESH.with_assessment(EXAMPLE_ANSWERS).next_open("python") is None


def test_it_opens_where_it_was_left() -> None:
    assert FRESH.first == "python"
    assert FRESH.with_assessment(Assessment(resume="statistics")).first == "statistics"
    assert FRESH.with_assessment(Assessment(resume="gone-from-the-pack")).first == "python"
    assert FRESH.with_assessment(rate(Assessment(), "python", 1)).first == "mlops"


def test_neighbours_stop_at_the_ends() -> None:
    assert FRESH.neighbour("python", -1) == "python"
    assert FRESH.neighbour("python", 1) == "mlops"
    assert FRESH.neighbour("communication", 5) == "communication"
