"""A quick round in the app: begun by one key, honest about what is asked, left by one key."""

from __future__ import annotations

from tests.ui.answered import pages
from tests.ui.conftest import Opening


async def test_from_the_first_screen_to_results_that_say_what_is_inferred(opened: Opening) -> None:
    async with opened() as person:
        assert person.sees("Or a quick round")
        await person.press("i")
        await person.press("enter", "enter")
        assert person.sees("quick round: 0 of 15")
        first = person.session.current
        await person.press("s")
        assert person.session.current != first
        assert person.sees("0 of 15 asked, the rest is inferred")
        for asked in range(2):
            assert person.sees(f"{asked} of 15 asked")
            await person.press("2")
        for _ in range(12):
            person.session.rate(person.session.current, 2)
        await person.press("3")
        assert person.sees("Quick round done. r shows results, i asks the other")
        assert person.session.interview.count("rated") == 15
        await person.press("r")
        assert person.sees("Verdict withheld")
        assert person.sees("by your ratings, 25 skills inferred")
        await person.press("4")
        assert person.sees("Open: inferred from your other answers, never stored (25)")
        assert "inferred about" in person.page()
        assert len(pages(person).keys) == 25
        await person.press("o")
        assert person.sees("with 25 skills inferred")
        assert not person.sees("i Quick"), "nothing is left of the round"
        await person.press("enter")
        assert person.session.interview.quick is None
        assert person.session.interview.status(person.session.current) == "open"
    assert "inferred" not in person.session.file.read_text(), "nothing inferred is stored as an answer"


async def test_it_can_be_left_for_every_skill_and_taken_up_again(opened: Opening) -> None:
    async with opened(mode="rate", quick=True) as person:
        await person.press("3", "i")
        assert person.session.interview.quick is None
        assert not person.sees("quick round")
        await person.press("1", "i")
        assert person.sees("2 of 15 asked")
        await person.press("u")
        assert person.sees("1 of 15 asked")
