"""What a role and grade ask, in words."""

from __future__ import annotations

from skillgap.core.demands import facts
from skillgap.core.profiles import profile
from tests.core.packs import pack, role, skill


def test_skills_that_only_a_higher_grade_asks_are_counted_apart() -> None:
    made = pack([skill("a"), skill("b")], [role("r", {"a": ([1, 2], 1), "b": ([0, 1], 1)})])
    assert facts(profile(made, "r", "g1"))[0] == "1 of 2 skills"
    assert facts(profile(made, "r", "g2"))[0] == "2 skills"
