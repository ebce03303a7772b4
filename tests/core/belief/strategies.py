"""Profiles with anything a person could have said about them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from skillgap.core.belief.facts import CheckOutcome, Evidence, Item, SkillFacts


@st.composite
def profiles(draw: st.DrawFn, top: int = 5) -> tuple[SkillFacts, ...]:
    """One to six skills with anything a person could have said about them."""
    return tuple(draw(_skill(f"s{number}", top)) for number in range(draw(st.integers(1, 6))))


@st.composite
def _skill(draw: st.DrawFn, id: str, top: int) -> SkillFacts:
    required = draw(st.integers(1, top))
    rating = draw(st.none() | st.integers(0, top))
    ways = ("unsure", "fairly", "sure", "never") if rating == 0 else ("unsure", "fairly", "sure")
    return SkillFacts(
        id=id,
        weight=draw(st.floats(0.1, 10)),
        required=required,
        floor=draw(st.none() | st.integers(1, required)),
        rating=rating,
        confidence=draw(st.sampled_from(ways)),
        months_unused=draw(st.none() | st.floats(0, 200)),
        volatility=draw(st.sampled_from(("fast", "medium", "slow"))),
        evidence=tuple(draw(st.lists(evidence(top), max_size=2))),
        checks=tuple(draw(st.lists(outcomes(id, top), max_size=3))),
    )


def evidence(top: int) -> st.SearchStrategy[Evidence]:
    return st.builds(
        Evidence,
        level=st.integers(0, top),
        kind=st.sampled_from(("described", "linked", "reviewed")),
        months_old=st.none() | st.floats(0, 200),
    )


def outcomes(skill: str, top: int) -> st.SearchStrategy[CheckOutcome]:
    items = st.builds(
        Item.at_level,
        id=st.sampled_from(["i1", "i2", "i3"]),
        skill=st.just(skill),
        level=st.integers(1, top),
        options=st.sampled_from([0, 3, 4, 5]),
    )
    return st.builds(CheckOutcome, item=items, right=st.booleans())
