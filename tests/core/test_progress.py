"""Marks of done steps."""

from __future__ import annotations

from datetime import date

from skillgap.core.assessment import RubricRef
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import plan, situation
from skillgap.core.planning.reviewing import rechecks
from skillgap.core.profiles import profile
from skillgap.core.progress import with_confirmed, with_done, with_note, without_done
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

DAY, LATER = date(2026, 11, 24), date(2026, 12, 1)
WHERE = situation(EXAMPLE, RubricRef(id="test"), profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS)
PLAN = plan(WHERE, Budget(hours_per_week=8, start=DAY))


def done(plan: Plan) -> dict[str, date]:
    return {step.id: step.done for step in plan.finished if step.done}


def test_a_step_done_takes_the_lower_steps_of_its_skill_along() -> None:
    assert done(with_done(PLAN, "rag-3", DAY)) == {"rag-2": DAY, "rag-3": DAY}
    assert done(with_done(PLAN, "rag-2", DAY)) == {"rag-2": DAY}


def test_what_was_done_before_keeps_its_day() -> None:
    first = with_done(PLAN, "rag-2", DAY)
    assert done(with_done(first, "rag-3", LATER)) == {"rag-2": DAY, "rag-3": LATER}


def test_a_mark_taken_away_takes_the_higher_steps_along() -> None:
    both = with_done(PLAN, "rag-3", DAY)
    assert done(without_done(both, "rag-3")) == {"rag-2": DAY}
    assert done(without_done(both, "rag-2")) == {}
    assert without_done(with_done(PLAN, "rag-2", DAY), "rag-2") == PLAN


def test_a_mark_can_be_corrected_and_says_the_hours() -> None:
    first = with_done(PLAN, "rag-3", DAY, 40)
    now = with_done(first, "rag-3", LATER, 50)
    assert done(now) == {"rag-2": DAY, "rag-3": LATER}
    assert {step.id: step.hours_spent for step in now.finished} == {"rag-2": None, "rag-3": 50}
    assert without_done(now, "rag-2") == PLAN


def test_a_look_that_found_it_still_true_is_behind() -> None:
    finished = with_done(PLAN, "rag-2", DAY).finished
    days = [row.day for row in rechecks(finished, DAY)]
    assert [(day - DAY).days for day in days] == [7, 28, 84]
    held = with_confirmed(with_done(PLAN, "rag-2", DAY), "rag-2", LATER)
    assert [row.day for row in rechecks(held.finished, DAY)] == days[1:]
    assert with_confirmed(PLAN, "rag-2", DAY) == PLAN, "what is not done cannot hold"
    assert without_done(held, "rag-2") == PLAN


def test_a_note_stands_with_a_step_that_is_planned_or_left_out() -> None:
    assert [step.note for step in with_note(PLAN, "rag-2", "x").steps if step.id == "rag-2"] == ["x"]
    tight = plan(WHERE, Budget(hours_per_week=8, start=DAY, deadline=LATER))
    assert [row.note for row in with_note(tight, "rag-2", "x").left_outs if row.id == "rag-2"] == ["x"]


def test_a_step_that_the_plan_does_not_have_changes_nothing() -> None:
    assert with_done(PLAN, "cooking-1", DAY) == PLAN
