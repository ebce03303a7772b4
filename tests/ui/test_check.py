"""Check yourself, as a person meets it: keys, outcome, range, undo, the end, and the same file as line by line."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from skillgap.core.assessment import Response
from skillgap.files.assessments import read_draft
from skillgap.plain.checking import check as check_plain
from skillgap.plain.lines import Lines
from skillgap.ui.opening import open_session
from skillgap.ui.screens.check import CheckScreen
from tests.ui.conftest import Opening, Person
from tests.ui.packs import hostile

NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - a person's wall clock


@pytest.fixture
def clocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app's day is a fixed one."""
    monkeypatch.setattr("skillgap.ui.opening.open_session", partial(open_session, clock=lambda: NOW))


def screen_of(person: Person) -> CheckScreen:
    screen = person.app.screen
    assert isinstance(screen, CheckScreen)
    return screen


def phase(person: Person) -> str:
    sitting = screen_of(person)._sitting
    assert sitting is not None
    return sitting.phase


def kept(file: Path) -> tuple[Response, ...]:
    return read_draft(file).assessment.checks


@pytest.mark.parametrize(("mode", "size"), [("home", (60, 20)), ("rate", (80, 24))])
async def test_from_any_screen_one_question_is_asked_told_and_kept(
    opened: Opening, rated: Path, mode: str, size: tuple[int, int]
) -> None:
    async with opened(mode=mode, size=size) as person:
        await person.press("C")
        quiz = person.session.quiz()
        check = quiz.check
        assert check is not None
        for text in (check.question, *check.options, "I don't know", "0 answered of 24"):
            assert person.sees(text), text
        await person.press("2")
        assert kept(rated) == ()
        assert person.sees("How sure are you that this is right?")
        await person.press("8")
        (response,) = kept(rated)
        assert (response.item, response.option, response.probability) == (check.id, quiz.options(quiz.seed)[1], 0.8)
        after = person.session.quiz((check.id,))
        assert quiz.band is not None
        assert after.band is not None
        for text in (check.why, check.source, "1 answered of 24", f"{quiz.band.low:.0f} to {quiz.band.high:.0f}"):
            assert person.sees(text), text
        assert person.sees(f"{after.band.low:.0f} to {after.band.high:.0f}")
        assert person.sees("Right." if response.option == check.answer else "Wrong.")
        await person.press("escape")
        await person.pilot.pause(0.1)
        assert person.sees("You stopped here."), "from its top"
        await person.press("escape")
        assert person.app.current_mode == mode


async def test_every_way_to_answer_and_to_take_it_back(opened: Opening, rated: Path) -> None:
    before = rated.read_text()
    async with opened(mode="check") as person:
        first = person.session.quiz().check
        await person.press("u")
        assert person.was_told("Nothing to take back")
        await person.press("5", "enter", "7")
        assert phase(person) == "asked"
        await person.press("down", "down", "enter", "u")
        assert (phase(person), kept(rated)) == ("asked", ())
        await person.press("1", "3", "enter")
        assert kept(rated)[-1].probability is None or kept(rated)[-1].probability == 0.3
        await person.press("d")
        assert [(r.option == 0, r.probability) for r in kept(rated)] == [(False, 0.3), (True, None)]
        assert person.sees("Not known.")
        await person.press("u", "u")
        assert kept(rated) == ()
        assert screen_of(person)._sitting is not None
        assert person.session.quiz().check == first
        await person.press("s")
        assert (kept(rated), first is not None and person.sees(first.question)) == ((), False)
        await person.press("4", "enter")
        assert kept(rated)[0].probability is None
        await person.press("u", "q")
    strip = partial(str.splitlines)
    assert [line for line in strip(rated.read_text()) if not line.startswith(("updated", "resume", "anchors"))] == [
        line for line in strip(_written(rated, before)) if not line.startswith(("updated", "resume", "anchors"))
    ]


def _written(file: Path, text: str) -> str:
    """The same answers as the app writes them."""
    other = file.with_name("other.toml")
    other.write_text(text)
    session = open_session(other, clock=lambda: NOW)
    session._is_dirty = True
    session.close()
    return other.read_text()


@pytest.mark.usefixtures("clocked")
async def test_the_app_and_the_lines_write_the_same_bytes(opened: Opening, rated: Path, tmp_path: Path) -> None:
    other = tmp_path / "lines.toml"
    other.write_text(rated.read_text())
    script = [
        "2",
        "80",
        "d",
        "1",
        "",
        "t",
        "3",
        "",
        "0",
        "9",
        "s",
        "4",
        "u",
        "2",
        "q",
        "s",
        "3",
        "100",
        "u",
        "4",
        "50",
        "q",
    ]
    typed, written = iter([f"{line}\n" for line in script]), list[str]()
    session = open_session(other, clock=lambda: NOW)
    check_plain(session, Lines(lambda: next(typed), written.append))
    session.close()
    assert "3 of 20 terms answered; every answer is saved." in written
    assert any(line.startswith("4 answered this time") for line in written)
    keys = ["2", "8", "enter", "d", "enter", "1", "enter", "enter", "T", "3", "0", "j", "4", "u", "2", "x"]
    async with opened(mode="check") as person:
        await person.press(*keys)
        assert person.app.current_mode == "check"
        await person.press("s", "3", "0", "u", "4", "5", "x")
        assert person.sees("4 answered this time")
    assert len(kept(rated)) == 4
    assert rated.read_bytes() == other.read_bytes()


async def test_the_tenth_answer_makes_the_headline_and_the_end_leads_to_the_results(
    opened: Opening, rated: Path
) -> None:
    session = open_session(rated, clock=lambda: NOW)
    for _ in range(9):
        quiz = session.quiz()
        session.respond(quiz.response(0, None, NOW.date(), quiz.seed))
    session.close()
    async with opened(mode="check", size=(120, 40)) as person:
        assert person.sees("9 answered of 24 at most; from 10 on, Results leads with this")
        await person.press("d")
        assert "  1 \u2717" in person.page()
        await person.press("x")
        text = " ".join(person.page().split())
        assert "1 answered this time, 0 of them right; 10 in all." in text
        assert "10 checks are answered: from now on results show readiness by ratings and checks first." in text
        await person.press("enter")
        assert person.app.current_mode == "results"
        assert person.session.report().mode == "calibrated"


async def test_nothing_to_ask_is_a_screen_of_its_own(opened: Opening, tmp_path: Path) -> None:
    async with opened(mode="check", pack=str(hostile(tmp_path))) as person:
        assert person.sees("This rubric has no checks for the skills of your target.")
        await person.press("d", "1", "u", "T")
        assert person.sees("This rubric has no list of terms.")
        await person.press("1", "n", "u", "x")
        assert person.app.current_mode == "check"
        await person.press("escape")
        assert person.app.current_mode == "home"


LONG = "word " * 120


def _long_pack(folder: Path) -> Path:
    path = hostile(folder)
    options = ", ".join(f'"option {n} of them, which is not short at all, {n} [b] times over"' for n in range(1, 7))
    check = f'[[check]]\nid = "c1"\nskill = "s0"\nlevel = 1\nquestion = "Q {LONG}end?"\noptions = [{options}]\n'
    path.write_text(path.read_text() + check + f'answer = 2\nwhy = "W {LONG}[/]"\nurl = "javascript:alert(1)"\n')
    return path


async def test_no_option_hides_behind_a_long_question_on_a_small_screen(
    opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    async with opened(mode="check", size=(60, 20), pack=str(_long_pack(tmp_path))) as person:
        monkeypatch.setattr(person.app, "open_url", went.append)
        for number in range(1, 7):
            assert person.sees(f"option {number} of them"), number
        assert person.sees("I don't know")
        assert person.sees("Q word word")
        await person.pilot.resize_terminal(60, 14)
        await person.settle()
        await person.press(*["down"] * 7)
        assert person.sees("I don't know")
        await person.pilot.resize_terminal(60, 20)
        await person.press("d", "b")
        assert person.sees("Not known. The right answer: option 2")
        assert went == []


async def test_the_source_opens_on_its_key_alone(opened: Opening, rated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[str] = []
    async with opened(mode="check") as person:
        monkeypatch.setattr(person.app, "open_url", went.append)
        check = person.session.quiz().check
        await person.press("b", "d")
        assert went == []
        await person.press("b")
        assert check is not None
        assert went == [check.url]


async def test_a_click_chooses_and_says_how_sure(opened: Opening, rated: Path) -> None:
    async with opened(mode="check") as person:
        await person.pilot.click("#options", offset=(8, 0))
        await person.settle()
        assert phase(person) == "chosen"
        rows = person.rows()
        row = next(y for y, text in enumerate(rows) if "7 70 %" in text)
        await person.pilot.click(offset=(rows[row].index("7 70 %") + 2, row))
        await person.settle()
        assert kept(rated)[0].probability == 0.7


async def test_keys_typed_for_one_question_do_not_answer_the_next(opened: Opening, rated: Path) -> None:
    async with opened(mode="check", grace=60) as person:
        screen = screen_of(person)
        screen._ready_at = 0
        await person.press("1", "5")
        assert len(kept(rated)) == 1
        await person.press("enter", "1", "5", "d")
        assert len(kept(rated)) == 1
