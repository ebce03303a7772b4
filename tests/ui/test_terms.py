"""The list of terms, as a person meets it, and line by line with the same bytes."""

from __future__ import annotations

from pathlib import Path

from skillgap.core.familiarity import ANNOUNCED
from skillgap.files.assessments import read_draft
from skillgap.ui.opening import open_session
from tests.ui.conftest import Opening
from tests.ui.test_check import NOW


def said(file: Path) -> dict[str, int]:
    terms = read_draft(file).assessment.terms
    return {known.term: known.familiarity for known in terms.known} if terms else {}


async def test_a_digit_answers_and_goes_on_and_all_of_it_can_be_taken_back(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", size=(60, 20)) as person:
        await person.press("T")
        first, second, third, *_ = person.session.vocabulary().shown
        for text in (*ANNOUNCED, first, second, "0 of 20 answered", "4 have used it"):
            assert person.sees(text), text
        await person.pilot.press("3", "0")
        await person.press("4")
        assert said(rated) == {first: 3, second: 0, third: 4}
        assert person.sees("3 can explain it")
        assert person.sees("3 of 20 answered")
        await person.press("u", "1")
        assert said(rated) == {first: 3, second: 0, third: 1}
        await person.press("k", "k", "k", "2", "u", "u", "u", "u", "u")
        assert person.was_told("Nothing to undo")
        assert said(rated) == {}
        await person.press("escape")
        assert person.app.current_mode == "results"


async def test_a_complete_list_gives_the_made_up_terms_away_and_can_be_followed_by_another(
    opened: Opening, rated: Path
) -> None:
    session = open_session(rated, clock=lambda: NOW)
    for term in session.vocabulary().shown[:18]:
        session.claim(term, 2)
    session.close()
    async with opened(mode="terms", size=(100, 40)) as person:
        before = person.session.report()
        await person.press("2", "2")
        shown = person.session.vocabulary().shown
        assert person.sees("These do not exist:")
        assert person.sees("You marked 16 of 16 real terms as familiar, and 4 of 4 made-up ones.")
        assert person.sees("A few quick checks would make your result firmer.")
        after = person.session.report()
        assert after.summary == before.summary
        assert after.terms is not None
        assert "You marked four of the four made-up terms as familiar." in " ".join(after.notes)
        await person.press("n")
        assert said(rated) == {}
        assert not set(shown) & set(person.session.vocabulary().shown)
        await person.press("u")
        assert len(said(rated)) == 20
