"""Which role and grade a person is measured against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from skillgap.core.assessment import TargetRef
from skillgap.core.profiles import UnknownTarget, chosen_profile, known_target
from tests.core.packs import pack, role, skill

BASE = pack([skill("a")], [role("one", {"a": ([1, 2], 1)}), role("two", {"a": ([1, 2, 3], 1)})])
PACK = replace(
    BASE, roles=(replace(BASE.roles[0], aliases=("former",)), BASE.roles[1]), default_role="two", default_grade="g3"
)


@pytest.mark.parametrize(
    ("role", "grade", "target", "found"),
    [
        (None, None, None, ("two", "g3")),
        (None, None, TargetRef(role="one", grade="g2"), ("one", "g2")),
        (None, None, TargetRef(role="former", grade="g2"), ("one", "g2")),
        ("former", None, TargetRef(role="one", grade="g2"), ("one", "g2")),
        ("one", None, TargetRef(role="two", grade="g2"), ("one", "g1")),  # the default grade is none of its own
        ("two", None, TargetRef(role="one", grade="g2"), ("two", "g3")),
        (None, "g1", TargetRef(role="one", grade="g2"), ("one", "g1")),
        (None, None, TargetRef(role="gone", grade="g2"), ("two", "g3")),
        (None, None, TargetRef(role="two", grade="gone"), ("two", "g3")),
        (None, "g2", TargetRef(role="one", grade="gone"), ("one", "g2")),
    ],
)
def test_what_is_asked_for_goes_before_the_answers_and_these_before_the_pack(
    role: str | None, grade: str | None, target: TargetRef | None, found: tuple[str, str]
) -> None:
    chosen = chosen_profile(PACK, role, grade, known_target(PACK, target))
    assert (chosen.role.id, chosen.grade.id) == found


@pytest.mark.parametrize(
    ("role", "grade", "target", "what"),
    [
        ("on", None, None, 'no role "on"; did you mean "one"?'),
        (None, "g9", None, 'role "two" has no grade "g9"; '),
        (None, None, TargetRef(role="gone", grade="g1"), 'no role "gone"; '),
        (None, None, TargetRef(role="one", grade="g3"), 'role "one" has no grade "g3"; '),
    ],
)
def test_what_the_pack_does_not_have_is_refused_with_what_was_meant(
    role: str | None, grade: str | None, target: TargetRef | None, what: str
) -> None:
    with pytest.raises(UnknownTarget) as refusal:
        chosen_profile(PACK, role, grade, target)
    assert str(refusal.value).startswith(what)
