"""A year of use: 26 assessments, 60 re-plans, three versions of the pack; nothing goes missing, nothing piles up."""

from __future__ import annotations

import os
import random
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from skillgap.core.progress import with_done
from skillgap.files.assessments import open_draft
from skillgap.files.reports import load_plan, load_report
from skillgap.ui.opening import open_session
from tests.cli.running import SMALL

BEGIN = datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001 - a person's wall clock
FORTNIGHTS = 26
REPLANS = 60


def reworded(pack: Path) -> None:
    """The second version: a statement says more."""
    change(pack / "skills.toml", "I have built one from a tutorial.", "I have built one from a tutorial, and kept it.")
    change(pack / "pack.toml", 'version = "1.0"', 'version = "1.1"')


def renamed(pack: Path) -> None:
    """The third version: a skill has another id."""
    for file in pack.glob("*.toml"):
        file.write_text(file.read_text().replace('"rag"', '"finding"'))
    change(pack / "skills.toml", 'aliases = ["retrieval"]', 'aliases = ["retrieval", "rag"]')
    change(pack / "pack.toml", 'version = "1.1"', 'version = "2.0"')


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # a year of waiting for the disk
    dice = random.Random(26)
    pack, home, out = Path(shutil.copytree(SMALL, tmp_path / "pack")), tmp_path / "home", tmp_path / "out"
    file = home / "assessment.toml"
    levels: dict[str, int] = {}
    done: dict[str, str] = {}
    replans = 0
    for fortnight in range(FORTNIGHTS):
        if fortnight in (9, 18):
            (reworded if fortnight == 9 else renamed)(pack)
        if fortnight == 18:
            levels = {"finding" if skill == "rag" else skill: level for skill, level in levels.items()}
        now = BEGIN + timedelta(days=14 * fortnight)
        session = open_session(file, str(pack), clock=lambda now=now: now)  # type: ignore[misc]
        for skill in dice.sample([item.id for item in session.interview.skills], 2):
            levels[skill] = min(levels.get(skill, 0) + dice.randint(0, 1), 4)
            session.rate(skill, levels[skill])
            session.annotate(skill, note=f"fortnight {fortnight}")
        for _ in range(REPLANS * (fortnight + 1) // FORTNIGHTS - replans):
            plan = session.plan(session.budget)
            open_steps = [step for step in plan.steps if step.done is None]
            if open_steps and dice.random() < 0.4:
                step = dice.choice(open_steps)
                plan = with_done(plan, step.id, now.date())
            session.plans.keep(plan)
            done = {step.id: str(step.done) for step in plan.steps if step.done} | done
            replans += 1
        session.export(out, replace=True)
        assert session.is_saved
        session.close()
        answers = open_draft(file)
        assert not answers.problems
        assert {answer.skill: answer.level for answer in answers.assessment.answers} == levels
    assert replans == REPLANS
    assert len(done) >= 5
    kept = {step.id: str(step.done) for step in load_plan(home / "plan.toml").steps if step.done}
    assert kept == {step: day for step, day in done.items() if step in kept}, "a mark keeps its day"
    known = {step.id for step in load_plan(home / "plan.toml").steps}
    assert not {step for step in done if step in known} - set(kept), "no mark of a step that is still there is lost"
    assert load_report(out / "report.toml").rubric.version == "2.0"
    names = {path.name for path in (*home.iterdir(), *out.iterdir())}
    assert names == {f"{name}.toml{end}" for name in ("assessment", "plan", "report") for end in ("", ".bak")}
    assert all(path.stat().st_size < 40_000 for path in home.iterdir())
