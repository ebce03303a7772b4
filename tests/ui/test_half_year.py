"""Half a year with the plan: keeps up, falls behind, catches up, edits by hand, changes the target and comes back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from skillgap.core import choices
from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.files.reports import dump_plan, load_plan
from skillgap.ui.opening import open_session
from skillgap.ui.plan_desk import PlanDesk
from skillgap.ui.session import Session
from tests.conftest import ROOT

BEGIN = date(2026, 11, 24)
WEEK = timedelta(weeks=1)
DEADLINE = BEGIN + 30 * WEEK


@dataclass
class Life:
    """Somebody with a file, a calendar, and a memory of what they did."""

    file: Path
    today: date = BEGIN
    done: dict[str, tuple[date, float]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> Plan:
        """The plan on disk."""
        return load_plan(self.file.with_name("plan.toml"))

    @contextmanager
    def evening(self) -> Iterator[Evening]:
        """An evening with the program, which is started for it and ended after it."""
        session = open_session(self.file, clock=lambda: datetime.combine(self.today, time(20)))
        evening = Evening(life=self, session=session, desk=PlanDesk(session))
        yield evening
        evening.holds(evening.look())
        session.close()

    def next_week(self) -> None:
        self.today += WEEK


@dataclass
class Evening:
    """What one does with the plan, as its screen does it."""

    life: Life
    session: Session
    desk: PlanDesk

    def look(self) -> Plan:
        """Have the plan made again and kept, as after every change."""
        self.desk.refresh()
        plan = self.session.plan(self.session.budget)
        self.desk.keep(plan)
        assert not self.desk.problem
        return self.session.plan(self.session.budget)

    def finish(self, step: str, hours: float) -> None:
        self.desk.mark(self.look(), step, self.life.today, hours)
        self.life.done[step] = self.life.today, hours

    def note(self, step: str, text: str) -> None:
        self.desk.note(self.look(), step, text)
        self.life.notes[step] = text

    def hours(self, hours: float) -> None:
        self.desk.set_budget(lambda old: replace(old, hours_per_week=hours))
        self.look()

    def holds(self, plan: Plan) -> None:
        """What must be true on every day of every life: of the plan on the screen, and of the marks on disk."""
        kept = self.life.kept
        assert {s.id: (s.done, s.hours_spent) for s in kept.finished} == self.life.done
        assert {s.id: (s.done, s.hours_spent) for s in plan.finished} == self.life.done
        rows: tuple[PlannedStep | LeftOut, ...] = (*plan.steps, *plan.left_outs)
        said = {row.id: row.note for row in rows if row.note} | {row.id: row.note for row in plan.kept_notes}
        assert said == self.life.notes
        assert all(week.hours <= week.room + 0.01 for week in plan.weeks), "no week is over its hours"
        assert all(week.starts + WEEK > self.life.today for week in plan.weeks), "nothing is planned for the past"
        assert all(step.ends <= DEADLINE + WEEK for step in plan.scheduled if step.ends)
        assert plan.outlook.readiness_then >= plan.outlook.readiness_now
        ids = [row.id for row in rows]
        assert len(ids) == len(set(ids)), "every step has one place"


@pytest.fixture
def life(tmp_path: Path) -> Life:
    """Sam, on the first day."""
    file = tmp_path / "assessment.toml"
    shutil.copy(ROOT / "examples" / "backend-engineer.toml", file)
    return Life(file)


@pytest.mark.slow
def test_half_a_year_with_a_plan_loses_nothing(life: Life) -> None:
    with life.evening() as it:
        it.desk.set_budget(lambda old: replace(old, deadline=DEADLINE))
        first = it.look()
    for _ in range(4):  # on time
        life.next_week()
        with life.evening() as it:
            plan = it.look()
            for planned in (step for step in plan.scheduled if step.id in plan.weeks[0].finishes):
                it.finish(planned.id, planned.hours)
            on_time = it.look()
    assert on_time.outlook.readiness_then == pytest.approx(first.outlook.readiness_then, abs=1.5)
    assert on_time.outlook.pace == 1
    last_done = it.look().finished[-1]
    with life.evening() as it:
        it.note(last_done.id, "went well")
        left = it.look().scheduled[-1]
        it.note(left.id, "ask Ada first")
    for _ in range(6):  # ill: only looks at the plan
        life.next_week()
        with life.evening() as it:
            behind = it.look()
    assert behind.outlook.readiness_then < on_time.outlook.readiness_then - 1, "six weeks are gone, and it says so"
    fits = {step.id for step in behind.steps} | {row.id for row in behind.left_outs}
    assert {step.id for step in on_time.steps} <= fits, "what fits no more is listed"
    with life.evening() as it:  # catches up, and takes longer than is typical
        it.hours(16)
        caught_up = it.look()
        assert caught_up.outlook.readiness_then > behind.outlook.readiness_then
        takes = it.session.stretch(caught_up)
    for _ in range(4):
        life.next_week()
        with life.evening() as it:
            step = it.look().scheduled[0]
            it.finish(step.id, 2 * step.hours)
    slow = life.kept
    assert slow.outlook.pace > 1, "the pace is learned"
    assert takes is None or takes.ends > DEADLINE
    with life.evening() as it:  # an editor, while the program is open
        steps = it.look().scheduled
        theirs = life.kept
        changed = choices.exclude(theirs.choices, steps[3].id, "by hand")
        life.file.with_name("plan.toml").write_text(dump_plan(replace(theirs, choices=changed)))
        it.finish(steps[0].id, 5)
    assert [row.reason for row in life.kept.left_outs if row.id == steps[3].id] == ["excluded"]
    life.next_week()
    with life.evening() as it:  # another job, and back
        goal = it.session.assessment.target
        assert goal is not None
        it.session.choose_target("ml-engineer", "mid")
        other = it.look()
        assert other.target.role == "ml-engineer"
        it.desk.set_budget(lambda old: replace(old, hours_per_week=6))
        it.look()
    assert life.kept.target.role == "ml-engineer"
    with life.evening() as it:
        it.session.choose_target(goal.role, goal.grade)
        it.hours(8)
    while life.today < BEGIN + 26 * WEEK:
        life.next_week()
        with life.evening() as it:
            if scheduled := it.look().scheduled:
                it.finish(scheduled[0].id, scheduled[0].hours)
            end = it.look()
    assert end.outlook.readiness_now > first.outlook.readiness_now + 10
    due = {row.step for row in end.rechecks if row.day <= life.today}
    assert due <= set(life.done), "done steps come up for a look"
    with life.evening() as it:
        for step_id in due:
            it.desk.confirm(it.look(), step_id)
        assert not [row for row in it.look().rechecks if row.day <= life.today], "and are behind once confirmed"
    assert due
