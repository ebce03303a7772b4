"""Plans for other programs: a calendar that a parser reads back, and a checklist that says what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from skillgap.core import calendar_file
from skillgap.core.assessment import RubricRef
from skillgap.core.calendar_file import ics
from skillgap.core.checklist import markdown
from skillgap.core.choices import Choices
from skillgap.core.curriculum import Project, Reach
from skillgap.core.plan import Budget, Plan, Reading
from skillgap.core.planning import plan, situation
from skillgap.core.profiles import profile
from tests.core.packs import EXAMPLE, EXAMPLE_ANSWERS

START = date(2026, 11, 24)
MADE = plan(
    situation(EXAMPLE, RubricRef(id="test"), profile(EXAMPLE, "first", "g1"), EXAMPLE_ANSWERS),
    Budget(hours_per_week=8, start=START, deadline=START + timedelta(weeks=26)),
)
TEXT = st.text(max_size=120)


def events(made: Plan) -> list[icalendar.Event]:
    return [part for part in icalendar.Calendar.from_ical(ics(made)).walk() if isinstance(part, icalendar.Event)]


def test_a_calendar_has_each_step_and_the_deadline_on_their_days() -> None:
    found = events(MADE)
    assert [str(e["SUMMARY"]) for e in found] == [
        *(f"{step.name} to level {step.to} ({step.hours:g} h)" for step in MADE.scheduled),
        "Rate everything again",
        "Deadline: first, g1",
    ]
    for step, event in zip(MADE.scheduled, found, strict=False):
        assert step.ends is not None
        assert event.start == step.starts
        assert event.end == step.ends + timedelta(days=1)
    assert len({str(event["UID"]) for event in found}) == len(found)


def test_a_calendar_of_thousands_of_steps_names_them_all_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Plan] = []

    def noted(made: Plan) -> dict[str, str]:
        calls.append(made)
        return {}

    monkeypatch.setattr(calendar_file, "names_of", noted)
    ics(MADE)
    assert len(MADE.scheduled) > 1
    assert calls == [MADE], "for each step it would take the square of their number"


@settings(max_examples=60)
@given(TEXT, TEXT)
def test_any_text_reads_back_from_the_calendar(name: str, practice: str) -> None:
    steps = tuple(replace(step, name=name, practice=practice, why="", exit="", anchor="") for step in MADE.steps[:1])
    text = ics(replace(MADE, steps=steps))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not any(ord(char) < 32 and char not in "\r\n" for char in text)
    (event, *_) = events(replace(MADE, steps=steps))
    assert "BEGIN" not in str(event.get("X-INJECTED", ""))
    assert str(event["SUMMARY"]).endswith(f"to level {steps[0].to} ({steps[0].hours:g} h)")


def test_a_calendar_cannot_be_broken_out_of() -> None:
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:EMAIL"
    steps = tuple(replace(step, name=evil, practice=evil) for step in MADE.steps)
    assert len(events(replace(MADE, steps=steps))) == len(steps) + 2
    assert not icalendar.Calendar.from_ical(ics(replace(MADE, steps=steps))).walk("VALARM")


def test_a_checklist_has_boxes_reasons_and_what_is_left() -> None:
    done = replace(MADE.steps[0], done=date(2026, 12, 1))
    text = markdown(replace(MADE, steps=(done, *MADE.steps[1:])))
    assert "- [x] Evaluation to level 1, done 2026-12-01" in text
    assert f"- [ ] Rag to level 3: 70 h, until {MADE.scheduled[-1].ends}" in text
    assert "## Does not fit before the deadline" in text


def test_markdown_and_html_of_a_pack_show_as_text() -> None:
    evil = "[x](javascript:alert(1)) <script>*b*"
    step = replace(MADE.steps[0], name=evil, readings=(Reading(title=evil, url="javascript:alert(1)"),))
    text = markdown(replace(MADE, steps=(step,)))
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "](javascript" not in text.replace("\\](javascript", "")
    assert "<javascript" not in text
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    assert "[x](javascript:alert(1)) &lt;script&gt;*b*" in shown
    assert not any(tag in shown for tag in ("<a", "<script", "<em", "<strong"))


@pytest.mark.parametrize("name", ["fine-tuning (a-b)", "- a --- b", "1) c", "2. d", "-", "x -", "a\n---\n1) b"])
def test_names_read_alike_in_a_checklist_and_what_is_made_of_it(name: str) -> None:
    text = markdown(replace(MADE, steps=(replace(MADE.steps[0], name=name),)))
    shown = MarkdownIt("commonmark").render(text)
    assert f"[ ] {' '.join(name.split())} to level 1: " in shown
    assert name != "fine-tuning (a-b)" or name in text


def test_a_project_and_the_days_to_look_again_are_exported() -> None:
    build = Project(
        id="build",
        title="Build; it",
        hours=50,
        summary="One system.",
        deliverable="A repository.",
        acceptance=("It answers.",),
        covers=(Reach(skill="evaluation", to=2), Reach(skill="rag", to=2)),
    )
    pack = replace(EXAMPLE, projects=(build,))
    done = replace(MADE, steps=(replace(MADE.steps[0], done=START), *MADE.steps[1:]))
    where = situation(
        pack,
        RubricRef(id="test"),
        profile(pack, "first", "g1"),
        EXAMPLE_ANSWERS,
        done,
        choices=Choices(projects=("build",)),
    )
    made = plan(where, Budget(hours_per_week=8, start=START))
    found = {str(event["SUMMARY"]): event for event in events(made)}
    assert list(found) == [
        "Rag to level 3 (70 h)",
        "Statistics to level 3 (70 h)",
        "Statistics to level 4 (140 h)",
        "Project: Build; it (50 h)",
        "Look again: Evaluation at level 1",
        "Rate everything again",
    ]
    assert "Accepted when: It answers." in str(found["Project: Build; it (50 h)"]["DESCRIPTION"])
    assert [row.day for row in made.rechecks] == [START + timedelta(weeks=n) for n in (1, 4, 12)]
    text = markdown(made)
    assert "- [ ] Project: Build; it: 50 h, until" in text
    assert "  - [ ] Accepted when: It answers." in text
    assert "  - [ ] Evaluation to level 2: " in text
    assert f"- [ ] {START + timedelta(weeks=1)}: Evaluation at level 1" in text
