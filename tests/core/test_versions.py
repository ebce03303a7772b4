"""Two versions of a pack: every difference that matters is found, by id and former id."""

from __future__ import annotations

from dataclasses import replace

from skillgap.core.rubric import Level, Scale
from skillgap.core.versions import Reanchored, Renamed, Retargeted, compare
from tests.core.packs import EXAMPLE, pack, role, skill

OLD = pack(
    [skill("a"), skill("b"), skill("gone")], [role("r", {"a": ([2], 3), "b": ([1], 1), "gone": ([1], 1)}, a=[1])]
)


def test_a_pack_does_not_differ_from_itself() -> None:
    assert compare(EXAMPLE, EXAMPLE).is_empty


def test_added_removed_and_renamed_skills() -> None:
    new = pack(
        [skill("a"), skill("c", aliases=("b",)), skill("fresh")], [role("r", {"a": ([2], 3), "c": ([1], 1)}, a=[1])]
    )
    changes = compare(
        OLD, replace(new, skills=(new.skills[0], replace(new.skills[1], anchors=OLD.skills[1].anchors), new.skills[2]))
    )
    assert changes.added == ("fresh",)
    assert changes.removed == ("gone",)
    assert changes.renamed == (Renamed(old="b", new="c"),)
    assert changes.reanchored == ()
    assert changes.retargeted == (Retargeted(role="r", skill="gone", old=(1, 0, 1), new=()),)


def test_changed_anchors_are_told_by_level() -> None:
    one = replace(OLD.skills[0], anchors=(*OLD.skills[0].anchors[:3], "I have done more.", OLD.skills[0].anchors[4]))
    changes = compare(OLD, replace(OLD, skills=(one, *OLD.skills[1:])))
    assert changes.reanchored == (Reanchored(skill="a", levels=(3,)),)


def test_changed_targets_show_old_and_new_figures() -> None:
    new = replace(OLD, roles=(role("r", {"a": ([3], 3), "b": ([1], 1), "gone": ([1], 1)}, a=[2]),))
    assert compare(OLD, new).retargeted == (Retargeted(role="r", skill="a", old=(2, 1, 3), new=(3, 2, 3)),)


def test_roles_and_the_scale() -> None:
    new = replace(
        OLD, roles=(replace(OLD.roles[0], id="s", aliases=("r",)),), scale=Scale(levels=(Level(value=0, name="No"),))
    )
    changes = compare(OLD, new)
    assert changes.roles_renamed == (Renamed(old="r", new="s"),)
    assert changes.scale_changed
    gone = compare(OLD, replace(OLD, roles=()))
    assert (gone.roles_removed, gone.roles_added) == (("r",), ())
