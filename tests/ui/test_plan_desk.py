"""The kept plan, when an editor works on it at the same time."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from skillgap.core import choices
from skillgap.core.plan import Budget, Plan
from skillgap.files.reports import load_plan
from skillgap.ui.opening import open_session
from skillgap.ui.plan_desk import PlanDesk
from tests.conftest import ROOT

NOW = datetime(2026, 11, 24, 9)  # noqa: DTZ001 - a person's wall clock


class Table:
    """A person at the desk, and the file that an editor has open as well."""

    def __init__(self, answers: Path) -> None:
        answers.parent.mkdir(parents=True)
        shutil.copy(ROOT / "examples" / "backend-engineer.toml", answers)
        self.session = open_session(answers, clock=lambda: NOW)
        self.desk = PlanDesk(self.session)
        self.file = answers.with_name("plan.toml")
        self.desk.set_budget(lambda old: replace(old, hours_per_week=10))
        self.desk.keep(self.plan)

    @property
    def plan(self) -> Plan:
        return self.session.plan(self.session.budget)


@pytest.fixture
def table(answers: Path) -> Table:
    return Table(answers)


def test_what_was_said_while_the_file_could_not_be_read_is_written_once_it_can(table: Table) -> None:
    good = table.file.read_text()
    first, second, third = table.plan.scheduled[:3]
    table.desk.mark(table.plan, first.id, NOW.date(), 3)
    good = table.file.read_text()
    table.file.write_text(good + "\n[")
    assert table.desk.refresh()
    assert "error" in table.desk.problem
    assert [step.id for step in table.plan.finished] == [first.id], "what is known stays on the screen"
    table.desk.mark(table.plan, second.id, NOW.date(), None)
    table.desk.set_budget(lambda old: replace(old, hours_per_week=12))
    table.desk.choose(table.plan, partial(choices.exclude, step=third.id, reason="no"))
    assert table.file.read_text().endswith("["), "a file that cannot be read is left alone"
    table.file.write_text(good.replace("hours_spent = 3", "hours_spent = 4"))
    assert table.desk.refresh()
    assert not table.desk.problem
    kept = load_plan(table.file)
    assert {step.id: step.hours_spent for step in kept.finished} == {first.id: 4, second.id: None}
    assert [row.step for row in kept.choices.exclusions] == [third.id]
    assert kept.budget.hours_per_week == 12


def test_hours_changed_just_before_an_editor_saves_are_not_lost(table: Table) -> None:
    def longer(old: Budget) -> Budget:
        return replace(old, hours_per_week=old.hours_per_week + 1)

    plan = table.plan
    table.desk.set_budget(longer)
    table.file.write_text(table.file.read_text().replace("hours_per_week = 10", "hours_per_week = 20"))
    table.desk.keep(plan)
    assert load_plan(table.file).budget.hours_per_week == 21


def test_a_plan_that_was_deleted_begins_anew(table: Table) -> None:
    table.desk.mark(table.plan, table.plan.scheduled[0].id, NOW.date(), 3)
    table.file.unlink()
    assert table.desk.refresh()
    assert not table.plan.finished
    assert not table.desk.undo(), "there is nothing that it could go back to"


def test_undo_takes_back_a_rating_of_the_plan_and_never_another(table: Table) -> None:
    session, step = table.session, table.plan.scheduled[0]
    other = "python-engineering"
    before = session.assessment.answer(other).level
    session.rate(other, 2)
    table.desk.mark(table.plan, step.id, NOW.date(), None)
    table.desk.rate(step)
    assert session.assessment.answer(step.skill).level == step.to
    session.undo()  # elsewhere, as on Home
    assert table.desk.undo(), "the mark, which is the last thing that the plan can take back"
    assert not table.plan.finished
    assert session.assessment.answer(other).level == 2 != before
    table.desk.rate(step)
    session.rate(other, 3)
    assert table.desk.undo(), "the hours: the rating is not the last answer any more"
    assert session.budget.hours_per_week != 10
    assert session.assessment.answer(step.skill).level == step.to
    assert session.assessment.answer(other).level == 3
