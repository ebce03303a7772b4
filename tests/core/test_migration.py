"""Answers brought to another version: found under former ids, nothing dropped, nothing taken on trust."""

from __future__ import annotations

from dataclasses import replace

from skillgap.core.assessment import Answer, Assessment, Response, RubricRef, TargetRef
from skillgap.core.curriculum import Check
from skillgap.core.migration import Fate, carried_over, fate, is_same_version, unrecorded
from skillgap.core.wording import choice_of, wording_of
from tests.core.packs import answers, pack, role, skill

CHECK = Check(id="q", skill="a", level=1, question="Which?", options=("One", "Two"), answer=2, why="So.")
OLD = pack(
    [skill("a"), skill("b"), skill("c")], [role("r", {"a": ([1], 1), "b": ([1], 1), "c": ([1], 1)})], checks=(CHECK,)
)
NEW_ROLE = role("s", {"a": ([1], 1), "bee": ([1], 1), "d": ([1], 1)})
NEW = pack(
    [
        replace(OLD.skills[0], anchors=("I do.", *OLD.skills[0].anchors[1:])),
        replace(OLD.skills[1], id="bee", aliases=("b",)),
        skill("d"),
    ],
    [replace(NEW_ROLE, aliases=("r",), grades=(replace(NEW_ROLE.grades[0], id="first", aliases=("g1",)),))],
    checks=(replace(CHECK, id="p", aliases=("q",), options=("Two", "One"), answer=1),),
)


def test_skills_roles_grades_checks_and_options_are_found_under_their_present_ids() -> None:
    given = Assessment(
        target=TargetRef(role="r", grade="g1"),
        resume="b",
        answers=(Answer(skill="b", level=2, note="mine"), Answer(skill="c", level=1)),
        checks=(Response(item="q", option=2, chosen=choice_of(CHECK, 2)), Response(item="other", option=9)),
    )
    now = carried_over(given, NEW)
    assert now.target == TargetRef(role="s", grade="first")
    assert now.resume == "bee"
    assert now.answers == (Answer(skill="bee", level=2, note="mine"), Answer(skill="c", level=1))
    assert now.checks == (
        Response(item="p", option=1, chosen=choice_of(NEW.checks[0], 1)),
        Response(item="other", option=9),
    )
    assert carried_over(now, NEW) == now


def test_a_role_or_grade_that_is_unknown_stays() -> None:
    for target in (TargetRef(role="gone", grade="g1"), TargetRef(role="s", grade="gone")):
        assert carried_over(Assessment(target=target), NEW).target == target


def test_the_fate_of_answers_written_by_hand_is_told_by_the_old_pack() -> None:
    assert fate(answers(a=2, b=1, c=0, zzz=3), OLD, NEW) == Fate(
        carried=("bee",), look_again=("a",), unmatched=("c", "zzz"), unanswered=("d",)
    )


def test_an_answer_that_records_its_wording_is_believed() -> None:
    already = Assessment(answers=(Answer(skill="a", level=1, anchors=wording_of(NEW.skills[0])), Answer(skill="b")))
    assert fate(already, OLD, NEW) == Fate(carried=("a",), look_again=(), unmatched=(), unanswered=("bee", "d"))


def test_answers_that_do_not_record_their_wording_are_counted() -> None:
    given = Assessment(
        answers=(
            Answer(skill="a", level=1, anchors="0123abcd"),
            Answer(skill="bee", level=1),
            Answer(skill="d", note="later"),
            Answer(skill="gone", level=1),
        )
    )
    assert unrecorded(given, NEW) == 1


def test_the_version_is_another_when_the_pack_or_its_version_is() -> None:
    assert is_same_version(None, NEW)
    assert is_same_version(RubricRef(id="test"), NEW)
    assert is_same_version(RubricRef(id="test", version="1"), NEW)
    assert not is_same_version(RubricRef(id="test", version="2"), NEW)
    assert not is_same_version(RubricRef(id="other", version="1"), NEW)
