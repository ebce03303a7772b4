"""Every fault of a pack's structure is found, at its place, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from skillgap.core.curriculum import Check, Path, Reach
from skillgap.core.integrity import Fault, faults
from skillgap.core.rubric import Area, Level, Pack, Scale
from tests.core.packs import EXAMPLE, pack, role, skill, step

SOUND = pack(
    [skill("a", ("b", 1, 2)), skill("b")],
    [role("r", {"a": ([2, 3], 2), "b": ([1, 1], 1)}, a=[1, 2])],
    steps=[step("a", 1, 5)],
)


def only(made: Pack) -> Fault:
    found = faults(made)
    assert len(found) == 1, found
    return found[0]


def test_sound_packs_have_no_fault() -> None:
    assert faults(SOUND) == ()
    assert faults(EXAMPLE) == ()


def skills(*changed: object) -> Callable[[Pack], Pack]:
    return lambda made: replace(made, skills=changed)  # type: ignore[arg-type]


def roles(*changed: object) -> Callable[[Pack], Pack]:
    return lambda made: replace(made, roles=changed)  # type: ignore[arg-type]


CHECK = Check(id="c", skill="a", level=1, question="?", options=("x", "y"), answer=1, why="So.")


@pytest.mark.parametrize(
    ("breaking", "key", "what", "remedy"),
    [
        (lambda p: replace(p, schema=2), ("schema",), "this program reads schema 1, not 2", "write schema = 1"),
        (
            lambda p: replace(p, id="../x"),
            ("id",),
            '"../x" cannot be an id',
            "use letters a-z, digits, hyphens; 80 characters at most",
        ),
        (
            lambda p: replace(p, skills=(replace(p.skills[0], area="al"), p.skills[1])),
            ("skill", 0, "area"),
            'unknown area "al"',
            'did you mean "all"?',
        ),
        (
            lambda p: replace(p, skills=(replace(p.skills[0], anchors=p.skills[0].anchors[:4]), p.skills[1])),
            ("skill", 0, "anchors"),
            'skill "a" has 4 anchors, the scale has 5 levels (0 to 4)',
            "write one anchor for every level, level 0 first",
        ),
        (
            lambda p: replace(p, skills=(replace(p.skills[0], anchors=(*p.skills[0].anchors[:4], " ")), p.skills[1])),
            ("skill", 0, "anchors", 4),
            'skill "a" has an empty anchor for level 4',
            "say what a person at this level does",
        ),
        (
            skills(skill("a", ("b", 9, 2)), skill("b")),
            ("skill", 0, "prerequisites", 0, "level"),
            "level 9 is outside the scale",
            "write a level from 1 to 4",
        ),
        (
            skills(skill("a", ("b", 1, 2)), skill("b", ("a", 2, 1))),
            ("skill", 0, "prerequisites"),
            "prerequisites go in a circle: a-2 needs b-1 needs a-2",
            "take one of them out",
        ),
        (
            skills(skill("a"), skill("b"), skill("b")),
            ("skill", 2, "id"),
            'skill "b" stands twice',
            "give each its own id",
        ),
        (
            skills(skill("a", aliases=("b",)), skill("b")),
            ("skill", 0, "aliases", 0),
            '"b" is an id or alias already',
            "give each former id once",
        ),
        (
            roles(role("r", {"a": ([2, 3], 2), "c": ([1, 1], 1)})),
            ("role", 0, "targets", 1, "skill"),
            'unknown skill "c"',
            'known: "a", "b"',
        ),
        (
            roles(role("r", {"a": ([2, 7], 2)})),
            ("role", 0, "targets", 0, "required", 1),
            "level 7 is outside the scale",
            "write a level from 0 to 4",
        ),
        (
            roles(role("r", {"a": ([2, 3], 0)})),
            ("role", 0, "targets", 0, "weight"),
            "weight 0 is not above 0",
            "write 1 to 5",
        ),
        (
            roles(role("r", {"a": ([2, 3], 1_000_001)})),
            ("role", 0, "targets", 0, "weight"),
            "weight 1000001 is not between 0.000001 and 1000000",
            "write 1 to 5",
        ),
        (
            roles(role("r", {"a": ([2, 3], 1)}, a=[1, 4])),
            ("role", 0, "targets", 0, "floor", 1),
            "must-have floor 4 is above the required level 3",
            "write 3 or less",
        ),
        (
            roles(role("r", {"a": ([2, 3], 1)}, a=[1])),
            ("role", 0, "targets", 0, "floor"),
            'floor has 1 levels, role "r" has 2 grades',
            "write one level for each grade, 0 where it is not asked",
        ),
        (
            lambda p: replace(p, steps=(step("a", 1, 0.3),)),
            ("step", 0, "hours"),
            "0.3 hours cannot be planned",
            "write hours above 0 in steps of a half",
        ),
        (
            lambda p: replace(p, steps=(step("a", 1, 1), step("a", 1, 2))),
            ("step", 1),
            'step "a-1" stands twice',
            "keep one of them",
        ),
        (
            lambda p: replace(p, checks=(replace(CHECK, answer=3),)),
            ("check", 0, "answer"),
            "answer 3 is none of the 2 options",
            "count the options from 1",
        ),
        (
            lambda p: replace(p, scale=Scale(levels=(Level(value=0, name="No"), Level(value=2, name="Yes")))),
            ("scale", "level", 1, "value"),
            "level 2 stands at place 1 of the scale",
            "write value = 1; levels count from 0",
        ),
        (lambda p: replace(p, default_role="q"), ("default_role",), 'unknown role "q"', 'known: "r"'),
        (lambda p: replace(p, roles=()), (), "the pack has no role", "add a [[role]] with a grade and targets"),
        (
            skills(skill("a", ("old", 1, 2)), skill("b", aliases=("old",))),
            ("skill", 0, "prerequisites", 0, "skill"),
            '"old" is a former id of the skill',
            'write "b"',
        ),
        (
            lambda p: replace(p, path=Path(title="x", role="r", grade="g1", base=(Reach(skill="a", to=5),))),
            ("path", "base", 0, "to"),
            "level 5 is outside the scale",
            "write a level from 1 to 4",
        ),
        (
            lambda p: replace(p, path=Path(title="x", role="r", grade="g3")),
            ("path", "grade"),
            'unknown grade "g3"',
            'known: "g1", "g2"',
        ),
        (
            lambda p: replace(p, scale=replace(p.scale, evidence_from_level=5)),
            ("scale", "evidence_from_level"),
            "level 5 is outside the scale",
            "write a level from 0 to 4",
        ),
    ],
)
def test_each_fault_has_a_place_and_a_remedy(
    breaking: Callable[[Pack], Pack], key: tuple[str | int, ...], what: str, remedy: str
) -> None:
    assert only(breaking(SOUND)) == Fault(key=key, what=what, remedy=remedy)


def test_all_faults_come_at_once() -> None:
    broken = replace(
        SOUND,
        areas=(Area(id="other", title="Other"),),
        roles=(role("r", {"c": ([9], -1)}),),
        steps=(step("x", 9, 0),),
    )
    assert [fault.key for fault in faults(broken)] == [
        ("skill", 0, "area"),
        ("skill", 1, "area"),
        ("role", 0, "targets", 0, "skill"),
        ("role", 0, "targets", 0, "weight"),
        ("role", 0, "targets", 0, "required", 0),
        ("step", 0, "skill"),
        ("step", 0, "to"),
        ("step", 0, "hours"),
    ]


def test_a_long_circle_is_found_without_recursion() -> None:
    many = [skill(f"s{n}", (f"s{n + 1}", 1, 1)) for n in range(3000)]
    made = replace(SOUND, skills=(*many, skill("s3000", ("s0", 1, 1))), roles=(role("r", {"s0": ([1], 1)}),), steps=())
    assert "circle" in only(made).what


def test_every_fault_has_a_code() -> None:
    broken = replace(
        SOUND,
        schema=2,
        id="..",
        areas=(Area(id="all", title="All"), Area(id="all", title="Again")),
        skills=(*SOUND.skills, replace(SOUND.skills[0], aliases=("b",), anchors=("x", " "))),
        roles=(role("r", {"a": ([2, 3], 0), "c": ([1, 9], 1)}, a=[3, 3]),),
        steps=(step("a", 1, 0.3), step("a", 1, 1)),
        checks=(replace(CHECK, answer=3),),
    )
    assert all(fault.code.startswith("SG0") for fault in faults(broken))
    assert {"SG003", "SG004", "SG005", "SG006", "SG007", "SG008", "SG011", "SG012", "SG014", "SG015"} | {
        "SG017",
        "SG018",
        "SG019",
    } <= {fault.code for fault in faults(broken)}


def test_thousands_of_unknown_names_do_not_take_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def hint(name: str, _: object) -> str:
        asked.append(name)
        return ""

    monkeypatch.setattr("skillgap.core.integrity.fault.hint", hint)
    made = replace(SOUND, steps=tuple(step(f"unknown{n % 1000}", 1, 1) for n in range(3000)))
    assert len(faults(made)) == 3000 + 2000  # every one, and those that stand twice
    assert len(asked) <= 200
