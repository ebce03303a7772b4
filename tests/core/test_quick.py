"""A quick round: what decides first, honest progress, and a way out at any time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Assessment, rate, set_aside
from skillgap.core.interview import Interview
from skillgap.core.profiles import profile
from skillgap.core.quick import QuickRound
from tests.core.packs import EXAMPLE, pack, role, skill

DAY = date(2026, 11, 24)
NAMES = [f"s{n:02}" for n in range(30)]
WIDE = pack(
    [skill(name) for name in NAMES],
    [role("wide", {name: ([3], 1 + n % 5) for n, name in enumerate(NAMES)}, s17=[2], s03=[2])],
)


def quick(said: Assessment = Assessment()) -> Interview:  # noqa: B008 - a frozen value
    round_ = QuickRound(profile=profile(WIDE, "wide", "g1"), today=DAY)
    return Interview(pack=WIDE, role="wide", assessment=said, quick=round_)


def taken(interview: Interview, level: int = 2) -> list[str]:
    """The skills asked until the round ends, each rated at a level."""
    asked: list[str] = []
    while (following := interview.next_open(asked[-1] if asked else "")) is not None:
        asked.append(following)
        interview = interview.with_assessment(rate(interview.assessment, following, level))
    assert interview.is_round_done
    return asked


def test_it_asks_fifteen_different_skills_must_haves_and_heavy_ones_first() -> None:
    asked = taken(quick())
    assert len(asked) == len(set(asked)) == 15
    assert {"s03", "s17"} <= set(asked[:8])
    weights = {name: 1 + n % 5 for n, name in enumerate(NAMES)}
    left = [weights[name] for name in NAMES if name not in asked]
    assert min(weights[name] for name in asked if name not in {"s03", "s17"}) >= max(left)


def test_progress_counts_what_was_answered_before_and_what_does_not_apply() -> None:
    said = set_aside(rate(Assessment(), "s00", 0), "s01", "no")
    interview = quick(said)
    assert interview.progress == (2, 15)
    assert len(taken(interview)) == 13


def test_a_round_is_done_when_enough_is_answered_and_asks_nothing_of_a_small_profile_twice() -> None:
    small = QuickRound(profile=profile(EXAMPLE, "second", "g1"), today=DAY)
    interview = Interview(pack=EXAMPLE, role="second", assessment=Assessment(), quick=small)
    assert interview.progress == (0, 4)
    assert sorted(taken(interview)) == ["communication", "mlops", "python", "statistics"]
    full = Assessment()
    for name in NAMES[:20]:
        full = rate(full, name, 1)
    assert quick(full).is_round_done
    assert quick(full).next_open("s00") is None


def test_a_skipped_skill_comes_last_and_the_round_can_be_left() -> None:
    interview = quick()
    first = interview.route[0]
    passed = interview.passing(first)
    assert passed.route[-1] == first
    assert set(passed.route) == set(interview.route)
    everything = passed.with_round(None)
    assert everything.next_open("") == "s00"
    assert everything.progress == (0, 30)
    assert replace(everything).passing("s00") == everything


def test_when_all_is_set_aside_nothing_is_left_to_ask() -> None:
    said = Assessment()
    for name in NAMES:
        said = set_aside(said, name, "")
    assert quick(said).is_round_done


@settings(max_examples=8, deadline=None)
@given(levels=st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_answers_decide_what_is_asked_and_asking_changes_no_answer(levels: list[int]) -> None:
    interview, said = quick(), Assessment()
    for level in levels:
        following = interview.next_open("")
        assert following is not None
        assert following not in said.answer_by_skill
        said = rate(said, following, level)
        interview = interview.with_assessment(said)
        assert interview.assessment == said
    assert interview.progress == (3, 15)
