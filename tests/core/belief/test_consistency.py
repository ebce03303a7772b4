"""Prerequisites, and the same answer again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.belief.consistency import (
    PrerequisiteConflict,
    prerequisite_conflicts,
    rating_pattern,
)


def test_prerequisites_rated_low_below_a_high_rating() -> None:
    ratings = {"rag": 4, "embeddings": 1, "python": 3, "agents": 3, "prompting": 2}
    needs = {"rag": ["embeddings", "python"], "agents": ["prompting", "missing"], "python": ["embeddings"]}
    assert prerequisite_conflicts(ratings, needs) == (
        PrerequisiteConflict(skill="python", level=3, prerequisite="embeddings", prerequisite_level=1),
        PrerequisiteConflict(skill="rag", level=4, prerequisite="embeddings", prerequisite_level=1),
    )
    assert prerequisite_conflicts(ratings, needs, high=4, low=0) == ()
    assert len(prerequisite_conflicts(ratings, needs, high=3, low=2)) == 3


def test_long_runs_of_one_answer() -> None:
    assert rating_pattern([3] * 9 + [2] * 3).is_long_run is False
    assert rating_pattern([2, *[3] * 10, 1]).is_long_run is True
    long_list = [3] * 10 + [number % 3 for number in range(26)]
    assert rating_pattern(long_list).is_long_run is False  # 10 of 36 is less than a third
    assert rating_pattern([4] * 12 + [number % 3 for number in range(24)]).is_long_run is True
    run = rating_pattern([2, 2, 3, 3, 3, 2])
    assert (run.longest_run, run.run_rating) == (3, 3)


def test_a_beginner_who_answers_zero_throughout_gets_no_note() -> None:
    pattern = rating_pattern([0] * 40)
    assert (pattern.longest_run, pattern.is_note_due) == (0, False)


def test_all_ratings_alike() -> None:
    assert rating_pattern([3] * 10).is_all_alike is True
    assert rating_pattern([3] * 9).is_all_alike is False
    assert rating_pattern([3] * 9 + [2]).is_all_alike is False
    assert rating_pattern([]).is_note_due is False


@given(ratings=st.lists(st.integers(0, 5), max_size=60))
def test_the_longest_run_is_somewhere_in_the_answers(ratings: list[int]) -> None:
    pattern = rating_pattern(ratings)
    run = [pattern.run_rating] * pattern.longest_run
    assert any(ratings[start : start + len(run)] == run for start in range(len(ratings) + 1))
    longer = [pattern.run_rating] * (pattern.longest_run + 1)
    if pattern.run_rating:
        assert not any(ratings[start : start + len(longer)] == longer for start in range(len(ratings)))
