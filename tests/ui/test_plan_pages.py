"""The pages of Plan by themselves: bars and curve on one axis, names in sentences, what is to be verified first."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from skillgap.core.plan import Plan
from skillgap.core.plan_words import names_of, with_names
from skillgap.ui.actions import Action, key_name
from skillgap.ui.opening import open_session
from skillgap.ui.pages.plan_chart import axis_of, curve, spans
from skillgap.ui.pages.plan_detail import detail_page
from skillgap.ui.pages.plan_left import rows
from skillgap.ui.pages.plan_rows import Listing, heads
from skillgap.ui.pages.room import Room
from skillgap.ui.text import UNICODE
from tests.conftest import ROOT

NOW = datetime(2026, 11, 24, 9)  # noqa: DTZ001 - a person's wall clock


def key_of(action: Action) -> str:
    return key_name(action.keys[0])


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Plan]:
    """A plan of some years, and one of ten weeks."""
    file = tmp_path_factory.mktemp("plans") / "assessment.toml"
    shutil.copy(ROOT / "examples" / "backend-engineer.toml", file)
    session = open_session(file, clock=lambda: NOW)
    soon = replace(session.budget, deadline=NOW.date() + timedelta(weeks=10))
    made = session.plan(session.budget), session.plan(soon)
    session.close()
    return made


def test_curve_and_bars_keep_to_their_weeks_wherever_the_window_is(plans: tuple[Plan, Plan]) -> None:
    for plan in plans:
        for width in (24, 57, 130):
            for first, is_whole in ((0, False), (7, False), (500, False), (0, True)):
                axis = axis_of(plan, width, first, is_whole=is_whole)
                drawn, (low, high) = curve(plan, axis, 5, UNICODE)
                assert {len(row) for row in drawn} <= {min(width, round((axis.weeks - axis.first) * axis.per_week))}
                assert low <= high <= plan.outlook.readiness_then
                seen = spans(plan, axis)
                for step in plan.scheduled:
                    begin, end = axis.cell(step.first_week - 1), axis.cell(step.week)
                    span = seen[step.id]
                    assert span is not None or begin < 0 or end > width
                    if span is not None:
                        assert 0 <= span[0] <= span[1] < width
                        assert begin - 1 <= span[0] <= end
                        assert span[1] <= end
                assert len(axis.labels()) == width


def test_every_row_and_heading_fits_the_width(plans: tuple[Plan, Plan]) -> None:
    for plan in plans:
        for width in (57, 76, 117, 139):
            room = Room(width, 40, UNICODE, key_of)
            it = Listing(plan=plan, room=room, with_chart=width > 100, musts=frozenset(), levels={})
            assert max(line.cell_length for line in heads(it)) <= width
            assert max(row.content.cell_length for row in rows(it)) <= width
            assert len({row.key for row in rows(it) if row.key}) == len([row for row in rows(it) if row.key])


def test_what_is_likely_true_already_is_to_be_verified_first(plans: tuple[Plan, Plan]) -> None:
    plan = plans[1]
    first = replace(plan.scheduled[0], verify_first="Verify first: it is 80% likely.", likely=0.8)
    plan = replace(plan, steps=(first, *plan.steps[1:]))
    room = Room(117, 40, UNICODE, key_of)
    page = " ".join(line.plain for line in detail_page(plan, first.id, room))
    assert "Verify first: it is 80% likely. What shows it:" in page
    listed = Listing(plan=plan, room=replace(room, width=139), with_chart=False, musts=frozenset(), levels={})
    assert [row.key for row in rows(listed) if "verify" in row.content.plain] == [first.id]


def test_ids_are_said_by_name(plans: tuple[Plan, Plan]) -> None:
    step = plans[0].scheduled[0]
    text = f"unlocks {step.id}, no-such-step-9; {step.skill} is excluded"
    found = with_names(text, names_of(plans[0]))
    assert found == f"unlocks {step.name} to level {step.to}, no-such-step-9; {step.name} is excluded"
