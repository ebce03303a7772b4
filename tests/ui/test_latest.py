"""Scores, reports and plans are made once for the same answers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from skillgap.ui import reckoning
from skillgap.ui.latest import Latest
from skillgap.ui.opening import open_session
from tests.ui.conftest import Opening

FIRST = "python-engineering"
NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - a person's wall clock


def test_threads_that_ask_for_the_same_share_what_one_makes() -> None:
    made: list[int] = []

    def make() -> object:
        made.append(1)
        return object()

    kept = Latest[object]()
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: kept.of(("same",), make), range(64)))
    assert (len(found), len(made)) == (1, 1)
    kept.of(("other",), make)
    assert kept.of(("same",), make) not in found


def test_what_could_not_be_made_is_tried_again() -> None:
    kept = Latest[int]()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            kept.of((1,), lambda: 1 // 0)
    assert kept.of((1,), lambda: 5) == 5


def test_other_answers_targets_and_hours_are_reckoned_anew(answers: Path) -> None:
    session = open_session(answers, clock=lambda: NOW)
    session.rate(FIRST, 3)
    report, plan, score = session.report(), session.plan(session.budget), session.score()
    assert report is session.report()
    assert plan is session.plan(session.budget)
    assert score is session.score()
    session.use_hours(20.0)
    assert session.plan(session.budget).budget.hours_per_week == 20
    session.rate(FIRST, 1)
    assert session.score() != score
    assert session.report().skills != report.skills
    session.undo()
    assert session.report() == report
    session.choose_target("ml-engineer", "staff")
    assert session.report().target.role == "ml-engineer"
    assert session.plan(session.budget).target.role == "ml-engineer"


async def test_home_results_and_plan_show_one_report_and_one_plan(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(name: str) -> None:
        make = getattr(reckoning, name)

        def noted(*of: object) -> object:
            made.append(name)
            return make(*of)

        monkeypatch.setattr(reckoning, name, noted)

    counted("report")
    counted("plan")
    async with opened() as person:
        person.session.rate(FIRST, 1)
        person.app.session_changed()
        await person.settle()
        for key in ("r", "p", "o", "r", "p", "o"):
            await person.press(key)
    assert sorted(made) == ["plan", "report"]
