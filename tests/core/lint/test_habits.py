"""Rules about a whole pack or many targets, and findings said once when a pack has made a habit of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.core.curriculum import Check
from skillgap.core.lint import RULES, TOPICS, findings
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from tests.core.packs import pack, role, skill
from tests.strategies import packs

EVEN = (1, 2, 3, 4)


def codes(made: Pack, *wanted: str) -> list[str]:
    return [finding.code for finding in findings(made) if not wanted or finding.code in wanted]


def check(number: int, answer: int, *, longest: bool = False, options: int = 4) -> Check:
    texts = [f"wrong {n} of {number}" for n in range(1, options + 1)]
    texts[answer - 1] = f"right {number}" + " and longer" * longest
    return Check(
        id=f"c{number}", skill="a", level=1, question=f"{number}?", options=tuple(texts), answer=answer, why="."
    )


def asked(*checks: Check) -> Pack:
    return replace(pack([skill("a")], [role("r", {"a": ([2], 1)})]), checks=checks)


def test_answers_in_each_place_alike_are_fine() -> None:
    assert codes(asked(*(check(n, EVEN[n % 4]) for n in range(40))), "SG702", "SG703") == []


@pytest.mark.parametrize("places", [[2] * 5, [2] * 14 + [1, 3, 4, 1, 3, 4], [1, 2, 3] * 9])
def test_answers_mostly_or_never_in_one_place_are_found(places: list[int]) -> None:
    assert codes(asked(*(check(n, place) for n, place in enumerate(places))), "SG703") == ["SG703"]


@pytest.mark.parametrize("places", [[2, 2, 3], [1, 1, 1, 2, 4], [1, 2, 3] * 3])
def test_few_answers_prove_nothing(places: list[int]) -> None:
    assert codes(asked(*(check(n, place) for n, place in enumerate(places))), "SG703") == []


def test_right_answers_that_are_longest_more_often_than_chance_are_found() -> None:
    checks = [check(n, EVEN[n % 4], longest=n % 3 > 0) for n in range(24)]
    assert codes(asked(*checks), "SG702") == ["SG702"]
    assert codes(asked(*checks[:3]), "SG702") == []
    half = [check(n, EVEN[n % 4], longest=n % 2 == 0) for n in range(24)]
    assert codes(asked(*half), "SG702") == []


@pytest.mark.parametrize(("difficulty", "is_far"), [(0.49, True), (0.5, False), (3, False), (3.01, True)])
def test_a_difficulty_may_lie_a_level_and_a_half_below_its_level_or_one_above(difficulty: float, is_far: bool) -> None:
    made = asked(replace(check(1, 1), level=2, difficulty=difficulty))
    assert codes(made, "SG708") == ["SG708"] * is_far


@pytest.mark.parametrize(("length", "stands_out"), [(27, False), (28, True)])
def test_a_right_answer_stands_out_from_twice_the_length_and_twenty_characters_more(
    length: int, stands_out: bool
) -> None:
    made = asked(replace(check(1, 1), options=("x" * length, "wrong 01", "wrong 02", "wrong 3")))
    assert codes(made, "SG704") == ["SG704"] * stands_out


def test_of_two_options_one_is_longest_half_the_time_by_chance() -> None:
    checks = [check(n, 1 + n % 2, longest=n % 7 < 4, options=2) for n in range(14)]
    assert codes(asked(*checks), "SG702", "SG703") == []


def test_many_checks_are_compared_with_chance_too() -> None:
    even = [check(n, EVEN[n % 4]) for n in range(4000)]
    assert codes(asked(*even), "SG702", "SG703") == []
    assert codes(asked(*even[:3000], *(check(n, 1, longest=True) for n in range(3000, 8000))), "SG702", "SG703") == [
        "SG702",
        "SG703",
    ]


@pytest.mark.parametrize(("floors", "expected"), [(8, []), (9, ["SG403"])])
def test_eight_must_haves_are_enough(floors: int, expected: list[str]) -> None:
    names = [f"s{n}" for n in range(12)]
    made = role("r", {name: ([2], n + 1) for n, name in enumerate(names)}, **{name: [1] for name in names[:floors]})
    assert codes(pack([skill(name) for name in names], [made]), "SG403") == expected


def test_equal_weights_of_every_role_are_said_once() -> None:
    names = ["a", "b", "c"]
    flat = {name: ([2], 3.0) for name in names}
    made = pack([skill(name) for name in names], [role("r", flat), role("s", {n: ([1], 3.0) for n in names})])
    assert codes(made, "SG409") == ["SG409"]
    mixed = pack(
        [skill(name) for name in names], [role("r", flat), role("s", {"a": ([1], 1), "b": ([1], 2), "c": ([1], 1)})]
    )
    assert codes(mixed, "SG409") == ["SG409"]
    assert codes(pack([skill("a"), skill("b")], [role("r", {"a": ([1], 1), "b": ([1], 1)})]), "SG409", "SG410") == []


def test_long_anchors_are_said_once_when_most_are_long() -> None:
    def made(long: int) -> Pack:
        skills = [
            replace(
                skill(f"s{n}"), anchors=tuple(f"I can do {n} at {x}. " + "More. " * 30 * (n < long) for x in range(5))
            )
            for n in range(20)
        ]
        return pack(skills, [role("r", {f"s{n}": ([2], n + 1) for n in range(20)})])

    assert codes(made(0), "SG107") == []
    assert codes(made(3), "SG107") == ["SG107"] * 15
    assert codes(made(12), "SG107") == ["SG107"]
    (once,) = [finding for finding in findings(made(12)) if finding.code == "SG107"]
    assert once.what == "60 of 100 anchors have more than 140 characters"


def test_one_sentence_for_level_0_is_fine_and_said_once_elsewhere() -> None:
    def made(level: int) -> Pack:
        skills = []
        for n in range(9):
            anchors = [f"I can do {n} at level {x} in place {n * x}." for x in range(5)]
            anchors[level] = "I do this."
            skills.append(replace(skill(f"s{n}"), anchors=tuple(anchors)))
        return pack(skills, [role("r", {f"s{n}": ([2], n + 1) for n in range(9)})])

    assert codes(made(0), "SG108") == []
    assert codes(made(3), "SG108") == ["SG108"]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(made=packs())
def test_any_sound_pack_can_be_looked_at(made: Pack) -> None:
    found = list(findings(made))
    assert found == list(findings(made))
    for finding in found:
        assert finding.code in RULES
        assert shown(finding.what, limit=1000) == finding.what
        assert shown(finding.remedy, limit=1000) == finding.remedy


def test_rules_read_as_rules() -> None:
    assert list(RULES) == sorted(RULES)
    assert sum(map(len, TOPICS.values())) == len(RULES)
    for rule in RULES.values():
        assert rule.severity == ("error" if rule.code.startswith("SG0") else "warning")
        for text in (rule.title, rule.remedy):
            assert not text.endswith(".")
            assert text[0] == text[0].lower() or text.startswith("option")
        assert rule.why.endswith(".")
        assert rule.bad
        assert rule.good
        assert rule.bad != rule.good
