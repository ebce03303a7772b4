"""Two versions of a pack: every difference that matters is found, by id and former id."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from skillgap.core.curriculum import Check, OptionAlias
from skillgap.core.rubric import Grade, Level, Pack, Scale, Skill, Target
from skillgap.core.versions import AnchorChange, Changes, Figures, Reanchored, Rechecked, Renamed, Retargeted, compare
from tests.core.packs import EXAMPLE, pack, role, skill
from tests.strategies import packs

OLD = pack(
    [skill("a"), skill("b"), skill("gone")], [role("r", {"a": ([2], 3), "b": ([1], 1), "gone": ([1], 1)}, a=[1])]
)


def test_a_pack_does_not_differ_from_itself() -> None:
    assert compare(EXAMPLE, EXAMPLE).is_empty


def test_added_removed_and_renamed_skills() -> None:
    renamed = replace(skill("c", aliases=("b",)), anchors=OLD.skills[1].anchors)
    new = pack([skill("a"), renamed, skill("fresh")], [role("r", {"a": ([2], 3), "c": ([1], 1)}, a=[1])])
    assert compare(OLD, new) == Changes(
        added=("fresh",),
        removed=("gone",),
        renamed=(Renamed(old="b", new="c"),),
        retargeted=(
            Retargeted(
                role="r", skill="gone", grades=("g1",), old=Figures(required=(1,), floor=(0,), weight=1), new=None
            ),
        ),
    )


@settings(max_examples=50)
@given(one=packs(), other=packs())
def test_what_is_added_one_way_is_removed_the_other(one: Pack, other: Pack) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there.added, there.removed) == (back.removed, back.added)
    assert (there.roles_added, there.roles_removed) == (back.roles_removed, back.roles_added)
    assert (there.checks_added, there.checks_removed) == (back.checks_removed, back.checks_added)
    assert [item.skill for item in there.reanchored] == [
        s.id for s in one.skills if s.id in {item.skill for item in back.reanchored}
    ]
    assert there.is_empty == back.is_empty


def test_changed_anchors_are_told_by_level_with_both_texts() -> None:
    one = replace(OLD.skills[0], anchors=(*OLD.skills[0].anchors[:3], "I have done more.", OLD.skills[0].anchors[4]))
    changes = compare(OLD, replace(OLD, skills=(one, *OLD.skills[1:])))
    change = AnchorChange(level=3, old="I can do a at level 3.", new="I have done more.")
    assert changes == Changes(reanchored=(Reanchored(skill="a", anchors=(change,)),))


def test_an_anchor_wrapped_differently_is_the_same() -> None:
    one = replace(OLD.skills[0], anchors=tuple(f" {text.replace(' ', '  ')}\n" for text in OLD.skills[0].anchors))
    assert compare(OLD, replace(OLD, skills=(one, *OLD.skills[1:]))).is_empty


def test_levels_that_only_one_version_has_are_changes() -> None:
    new = replace(OLD, skills=tuple(replace(s, anchors=s.anchors[:4]) for s in OLD.skills), scale=Scale(levels=()))
    changes = compare(OLD, new)
    assert [item.anchors for item in changes.reanchored[:1]] == [
        (AnchorChange(level=4, old="I can do a at level 4.", new=""),)
    ]
    assert (len(changes.old_levels), changes.new_levels) == (5, ())


@pytest.mark.parametrize(
    "fresh",
    [
        skill("fresh", top=1),
        replace(skill("gone"), id="fresh", name="Another name"),
        replace(skill("fresh"), name=" GONE "),
        replace(skill("fresh"), anchors=(*OLD.skills[2].anchors[:3], "I do.", "I did.")),
    ],
    ids=["another", "same anchors", "same name", "half of the anchors"],
)
def test_a_rename_without_an_alias_is_suspected(request: pytest.FixtureRequest, fresh: Skill) -> None:
    changes = compare(OLD, replace(OLD, skills=(*OLD.skills[:2], fresh)))
    is_another = "another" in request.node.name
    assert changes.maybe_renamed == (() if is_another else (Renamed(old="gone", new="fresh"),))


def test_changed_targets_show_old_and_new_figures() -> None:
    new = replace(OLD, roles=(role("r", {"a": ([3], 3), "b": ([1], 1), "gone": ([1], 1)}, a=[2]),))
    before, after = Figures(required=(2,), floor=(1,), weight=3), Figures(required=(3,), floor=(2,), weight=3)
    assert compare(OLD, new) == Changes(
        retargeted=(Retargeted(role="r", skill="a", grades=("g1",), old=before, new=after),)
    )


def test_figures_are_compared_grade_by_grade_whatever_grades_came_and_went() -> None:
    grades = (Grade(id="low", title="Low"), Grade(id="mid", title="Mid"), Grade(id="top", title="Top"))
    old = replace(OLD.roles[0], grades=grades[:2], targets=(Target(skill="a", required=(1, 2), weight=1),))
    now = replace(
        old,
        grades=(grades[1], replace(grades[2], aliases=("gone",)), replace(grades[0], id="first", aliases=("low",))),
        targets=(Target(skill="a", required=(2, 4, 1), weight=1, floor=(0, 0, 0)),),
    )
    changes = compare(replace(OLD, roles=(old,)), replace(OLD, roles=(now,)))
    assert changes.retargeted == ()
    (grade,) = changes.regraded
    assert (grade.added, grade.removed, grade.renamed) == (("top",), (), (Renamed(old="low", new="first"),))
    harder = replace(now, targets=(Target(skill="a", required=(2, 4, 3), weight=1),))
    (target,) = compare(replace(OLD, roles=(old,)), replace(OLD, roles=(harder,))).retargeted
    assert (target.grades, target.old and target.old.required, target.new and target.new.required) == (
        ("first", "mid"),
        (1, 2),
        (3, 2),
    )


def test_roles_and_the_scale() -> None:
    new = replace(
        OLD, roles=(replace(OLD.roles[0], id="s", aliases=("r",)),), scale=Scale(levels=(Level(value=0, name="No"),))
    )
    changes = compare(OLD, new)
    assert changes.roles_renamed == (Renamed(old="r", new="s"),)
    assert changes.new_levels == ("No",)
    gone = compare(OLD, replace(OLD, roles=()))
    assert (gone.roles_removed, gone.roles_added) == (("r",), ())


CHECK = Check(id="q", skill="a", level=1, question="Which?", options=("One", "Two", "Three"), answer=2, why="So.")


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        (replace(CHECK, options=("Three", "One", "Two"), answer=3), None),
        (replace(CHECK, why="Because."), None),
        (replace(CHECK, question="Which not?"), (True, False, ())),
        (replace(CHECK, answer=3), (False, True, ())),
        (replace(CHECK, options=("One", "Too", "Three")), (False, False, (2,))),
        (
            replace(CHECK, options=("One", "Too", "Three"), option_aliases=(OptionAlias(option=2, was="Two"),)),
            None,
        ),
    ],
    ids=["another order", "explanation", "question", "right option", "an option", "an option with its former text"],
)
def test_checks_are_compared_by_what_responses_depend_on(
    changed: Check, found: tuple[bool, bool, tuple[int, ...]] | None
) -> None:
    changes = compare(replace(OLD, checks=(CHECK,)), replace(OLD, checks=(changed,)))
    wanted = () if found is None else (Rechecked(check="q", question=found[0], answer=found[1], lost=found[2]),)
    assert changes == Changes(rechecked=wanted)


def test_checks_added_removed_and_renamed() -> None:
    old = replace(OLD, checks=(CHECK, replace(CHECK, id="out")))
    new = replace(OLD, checks=(replace(CHECK, id="p", aliases=("q",)), replace(CHECK, id="in")))
    changes = compare(old, new)
    assert (changes.checks_added, changes.checks_removed) == (("in",), ("out",))
    assert changes.checks_renamed == (Renamed(old="q", new="p"),)
