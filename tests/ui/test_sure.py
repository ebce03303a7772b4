"""How sure is this: one key from Results for readiness, the next rows one key further, a trace ends with it."""

from __future__ import annotations

from pathlib import Path

from skillgap.plain.exploring import Exploring
from skillgap.plain.lines import Lines
from skillgap.ui.opening import open_session
from tests.ui.conftest import Opening
from tests.ui.given import FEW, put


async def test_readiness_and_then_each_row_is_accounted_for(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        readiness = person.session.report().summary.readiness
        assert readiness is not None
        await person.press("w")
        page = person.page()
        assert f"Readiness  {readiness:.1f} %" in page
        assert f"{readiness:.1f} %  25 further gaps" in page
        for title in ("What it does not know", "What would tell most", "Blind spots and hidden strengths"):
            assert title in page
        await person.press("right")
        assert "You rated it 1 Aware" in person.page()
        assert person.sees("a rates it")
        await person.press("escape", "enter", "end")
        assert person.sees("What would tell more")


async def test_what_is_inferred_can_be_asked_about_and_nothing_is_asked_of_nothing(
    opened: Opening, answers: Path
) -> None:
    async with opened(mode="results", file=put(answers, FEW)) as person:
        await person.press("4", "w")
        assert person.sees("Inferred from your other answers")
        await person.press("escape")
        lines: list[str] = []
        typed = iter(["w\n", "u\n", "w 1\n", "w 39\n", "w 99\n", "q\n"])
        Exploring(person.session, Lines(lambda: next(typed, ""), lines.append), lambda: None).run()
        said = "\n".join(lines)
        assert "How sure is this? Readiness: 44.4 %" in said
        assert "Inferred from your other answers; it is no answer of yours" in said
        assert "was put aside: it has no level." in said
        assert "There is no number 99 in the list" in said


def test_no_number_is_no_account(tmp_path: Path) -> None:
    session = open_session(tmp_path / "none.toml")
    lines: list[str] = []
    typed = iter(["w\n", "q\n"])
    try:
        Exploring(session, Lines(lambda: next(typed, ""), lines.append), lambda: None).run()
    finally:
        session.close()
    assert "Nothing is rated yet, so there is no number to be sure of." in lines
