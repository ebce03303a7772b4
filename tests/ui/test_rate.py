"""Rating, key by key, as a person does it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from skillgap.files.settings import KeyChoice, Settings
from skillgap.ui.widgets.skill_card import SkillCard
from skillgap.ui.widgets.skill_list import SkillList
from tests.ui.conftest import Opening

FIRST, SECOND, THIRD = "python-engineering", "backend-apis", "testing-ci"


async def test_a_digit_rates_saves_and_moves_on(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate") as person:
        await person.press("3")
        assert person.level(FIRST) == 3
        assert person.session.current == SECOND
        assert person.sees("1 of 41 rated")
        saved = tomllib.loads(answers.read_text())
    assert [(answer["skill"], answer["level"]) for answer in saved["answer"]] == [(FIRST, 3)]
    assert saved["target"] == {"role": "ai-engineer", "grade": person.session.profile.grade.id}


async def test_digits_typed_fast_all_count(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.pilot.press(*"0123451")
        await person.settle()
        levels = [person.level(skill.id) for skill in person.session.interview.skills[:8]]
    assert levels == [0, 1, 2, 3, 4, 5, 1, None]


async def test_keys_typed_ahead_of_the_screen_rate_nothing(opened: Opening) -> None:
    async with opened(grace=30, role="ai-engineer") as person:
        await person.press("a", "3", "2")
        assert person.app.current_mode == "rate"
        assert not person.session.assessment.answers


async def test_a_digit_above_the_scale_is_ignored(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("6", "9")
        assert person.session.current == FIRST
        assert not person.session.assessment.answers


async def test_the_highlight_moves_and_enter_takes_it(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("enter")
        assert not person.session.assessment.answers, "nothing is highlighted yet"
        assert person.sees("No level is highlighted: type 0-5, or press down"), "and it is said"
        await person.press("down", "j", "j", "k", "enter")
        assert person.level(FIRST) == 1
        await person.press("G", "space", "g", "enter")
        assert (person.level(SECOND), person.level(THIRD)) == (5, 0)


async def test_not_applicable_takes_a_reason_that_may_be_empty(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("n", "escape")
        assert not person.session.assessment.answers
        await person.press("n")
        await person.type("not my job")
        await person.press("enter", "n", "enter")
        assert person.session.assessment.answer(FIRST).na == "not my job"
        assert person.session.assessment.answer(SECOND).na == ""
        assert person.sees("0 of 41 rated · 2 n/a · 39 open")


async def test_open_zero_and_not_applicable_look_different(opened: Opening) -> None:
    async with opened(mode="rate", size=(120, 40)) as person:
        await person.press("0", "n", "enter", "left", "left")
        assert person.sees("● 0 None")
        await person.press("right")
        assert person.sees("– not applicable")
        await person.press("right")
        assert person.sees("○ open")


async def test_skip_goes_to_the_next_open_skill(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("s", "3", "left", "left", "s")
        assert person.session.current == THIRD
        assert person.level(SECOND) == 3
        assert person.level(FIRST) is None


async def test_clear_undo_and_redo(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate") as person:
        await person.press("3", "left", "backspace")
        assert person.level(FIRST) is None
        await person.press("u")
        assert person.level(FIRST) == 3
        assert person.session.current == FIRST
        await person.press("u")
        assert person.level(FIRST) is None
        await person.press("ctrl+r")
        assert person.level(FIRST) == 3
    assert tomllib.loads(answers.read_text())["answer"][0]["level"] == 3


async def test_a_level_that_was_given_is_marked_by_glyph_number_and_word(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("4", "left")
        assert any(row.startswith("▸● 4 Advanced") for row in person.rows())
        assert person.rows()[2].rstrip().endswith("● 4 Advanced")


@pytest.mark.parametrize("size", [(80, 24), (120, 24), (111, 28), (112, 28), (120, 40), (200, 60)])
async def test_no_anchor_is_cut_and_nothing_needs_scrolling(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(mode="rate", size=size) as person:
        card = person.app.screen.query_one(SkillCard)
        for skill in person.session.interview.skills:
            person.app.rate_skill(skill.id)
            seen = [card.render_line(y).text for y in range(card.size.height)]
            text = " ".join(" ".join(seen).split())
            for anchor in skill.anchors:
                assert " ".join(anchor.split()) in text, skill.id
            assert card.max_scroll_y == 0, skill.id
            assert max(len(line.rstrip()) for line in seen) <= card.width


async def test_a_small_window_scrolls_to_the_highlighted_level(opened: Opening) -> None:
    async with opened(mode="rate", size=(60, 20)) as person:
        await person.press("G")
        assert person.sees("5 Leading")
        assert person.sees("Python engineering"), "the name stays"
        await person.press("g")
        assert person.sees("0 None")
        assert {"? Help", "q Quit"} <= {part.strip() for part in person.rows()[-1].split("  ")}


async def test_resizing_keeps_the_place(opened: Opening) -> None:
    async with opened(mode="rate", size=(120, 40)) as person:
        await person.press("3", "down", "down")
        for size in ((60, 20), (80, 24), (200, 60)):
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert person.session.current == SECOND
            assert any("▸" in row and "1 Aware" in row for row in person.rows()), size


async def test_tab_goes_to_the_list_where_arrows_move_by_skill(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("tab", "down", "j", "k", "G")
        assert person.session.current == person.session.interview.skills[-1].id
        await person.press("g", "down", "enter")
        assert person.session.current == SECOND
        await person.press("down", "enter")
        assert person.level(SECOND) == 0


async def test_areas_are_stepped_through(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("pagedown", "]")
        here = person.session.loaded.pack.skill_by_id[person.session.current].area
        assert here == person.session.interview.areas[2].id
        await person.press("[", "pageup", "pageup")
        assert person.session.current == FIRST


async def test_the_mouse_rates_and_picks(opened: Opening) -> None:
    async with opened(mode="rate", size=(120, 40)) as person:
        card = person.app.screen.query_one(SkillCard)
        row = next(y for y in range(card.size.height) if "3 Independent" in card.render_line(y).text)
        await person.pilot.click(SkillCard, offset=(30, row + 1))
        await person.settle()
        assert person.level(FIRST) == 3
        listing = person.app.screen.query_one(SkillList)
        row = next(y for y in range(listing.size.height) if "Evaluation" in listing.render_line(y).text)
        await person.pilot.click(SkillList, offset=(5, row))
        await person.settle()
        area = person.session.loaded.pack.skill_by_id[person.session.current].area
        assert person.session.loaded.pack.area_by_id[area].title == "Evaluation"


async def test_the_key_line_can_be_clicked(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.pilot.click("KeyLine", offset=(person.rows()[-1].index("Skip"), 0))
        await person.settle()
        assert person.session.current == SECOND


async def test_particulars_can_be_clicked(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        row = next(y for y, text in enumerate(person.rows()) if "Sure?" in text)
        await person.pilot.click(offset=(4, row))
        await person.settle()
        assert person.session.assessment.answer(FIRST).confidence == "unsure"


async def test_confidence_goes_round(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        seen = []
        for _ in range(4):
            await person.press("c")
            seen.append(person.session.assessment.answer(FIRST).confidence)
        assert seen == ["unsure", "fairly", "sure", None]


async def test_after_a_rating_one_key_each_says_more_of_it(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate", size=(100, 30)) as person:
        await person.press("0")
        assert person.session.current == SECOND
        assert person.sees("✓ Python engineering: 0 None. Say more below, or go on.")
        await person.press("c")
        assert person.session.assessment.answer(FIRST).is_never
        assert person.sees("c Sure?  ○ unsure ○ fairly ● never"), "the particulars are those of what the keys are about"
        await person.press("m")
        assert person.sees("Note: Python engineering")
        await person.press("escape", "l")
        assert person.sees("Last used: Python engineering")
        await person.type("2026-09")
        await person.press("enter", "e", "a")
        await person.type("~/code/search")
        await person.press("tab", "tab", "tab")
        await person.type("2999-01")
        await person.press("enter")
        assert person.sees("2999-01-01 is still to come.")
        await person.press(*["backspace"] * 7)
        await person.type("2026-09-15")
        await person.press("enter", "escape")
        said = person.session.assessment.answer(FIRST)
        assert str(said.last_used) == "2026-09-01"
        assert [(item.where, str(item.date)) for item in said.evidence] == [("~/code/search", "2026-09-15")]
        assert person.session.current == SECOND
        assert person.session.assessment.answer(SECOND).is_empty
        assert person.sees("l Last used  2026-09-01")
        assert person.sees("e Evidence  1")
        await person.press("left", "right", "c")
        assert person.session.assessment.answer(SECOND).confidence == "unsure", "it was left: the key is about this one"
        await person.press("3", "u", "u")
        assert person.session.assessment.answer(SECOND).is_empty
        await person.press("2")
        person.session.reassess(True)
        await person.press("1", "escape", "c", "c")
        assert person.session.current == SECOND, "which is rated as well; what follows a rating is about that rating"
        assert person.session.assessment.answer(FIRST).confidence == "unsure"
        await person.press("right", "left", "c")
        assert person.session.assessment.answer(SECOND).confidence == "unsure"


async def test_last_used_is_read_as_people_write_it(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("l")
        await person.type("soon")
        await person.press("enter")
        assert person.sees("Write a date as 2026-09-30")
        await person.press(*["backspace"] * 4)
        await person.type("2020-07")
        await person.press("enter")
        assert str(person.session.assessment.answer(FIRST).last_used) == "2020-07-01"
        await person.press("l", *["backspace"] * 10, "enter")
        assert person.session.assessment.answer(FIRST).last_used is None


async def test_a_note_is_kept_and_one_escape_does_not_lose_it(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("m")
        await person.type("a note")
        await person.press("escape")
        assert person.sees("not kept yet")
        await person.press("enter")
        assert person.session.assessment.answer(FIRST).note == "a note"
        assert person.sees("m Note a note")


async def test_a_large_window_lists_every_skill(opened: Opening) -> None:
    async with opened(mode="rate", size=(200, 60)) as person:
        interview = person.session.interview
        names = [skill.name for skill in interview.skills]
        assert all(person.sees(name) for name in names), "no name is cut, no area is closed"
        await person.press("]", "3")
        row = next(text for text in person.rows() if interview.of_area(interview.areas[1].id)[0].name in text)
        assert row[:52].rstrip().endswith("3")
        await person.pilot.resize_terminal(120, 40)
        await person.settle()
        assert not person.sees(names[-1])
        assert person.sees(interview.of_area(interview.areas[1].id)[-1].name)


async def test_evidence_is_added_changed_and_removed(opened: Opening) -> None:
    async with opened(mode="rate", size=(60, 20)) as person:
        await person.press("e")
        assert person.sees("a adds, enter edits, d removes, u undoes, esc keeps")
        assert person.sees("A mentor may ask  Which Python package")
        await person.press("a", "enter")
        assert person.sees("Write a link, or a few words.")
        await person.type("https://example.org/x")
        await person.press("enter", "escape")
        (item,) = person.session.assessment.answer(FIRST).evidence
        assert (item.kind, item.where, item.level) == ("linked", "https://example.org/x", None)
        await person.press("e", "enter", "tab", "tab")
        await person.type("9")
        await person.press("enter")
        assert person.sees("The level is a number from 0 to 5")
        await person.press("backspace", "3", "enter", "escape")
        assert person.session.assessment.answer(FIRST).evidence[0].level == 3
        await person.press("e", "d", "escape")
        assert not person.session.assessment.answer(FIRST).evidence


async def test_the_target_is_hidden_until_it_is_asked_for(opened: Opening) -> None:
    async with opened(mode="rate", role="ai-engineer", grade="senior") as person:
        assert not person.sees("◆ target")
        await person.press("v")
        assert person.sees("◆ target")
    async with opened(mode="rate") as person:
        assert person.sees("◆ target"), "the choice is remembered"


async def test_find_goes_to_a_skill_from_anywhere(opened: Opening) -> None:
    async with opened(role="ai-engineer") as person:
        await person.press("/")
        await person.type("rerank")
        await person.press("enter")
        assert person.app.current_mode == "rate"
        assert person.session.current == "hybrid-reranking"
        await person.press("slash")
        await person.type("zzzz")
        assert person.sees("No skill has that")
        await person.press("enter", "escape")
        assert person.session.current == "hybrid-reranking"


async def test_reopening_resumes_at_the_same_skill(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        await person.press("3", "right", "right", "q")
        left = person.session.current
    async with opened(mode="rate") as person:
        assert person.session.current == left


async def test_when_everything_is_answered_the_screen_says_what_comes_next(opened: Opening) -> None:
    async with opened(mode="rate") as person:
        for skill in person.session.interview.skills[:-1]:
            person.session.rate(skill.id, 2)
        await person.press("3")
        assert person.sees("Everything is answered. r shows results, C tests your ratings.")
        assert person.sees("41 of 41 rated · complete")
        await person.press("4")
        assert person.session.assessment.answer(person.session.interview.skills[-1].id).level == 4


async def test_other_keys_from_the_settings_are_bound_and_named(opened: Opening) -> None:
    keys = KeyChoice(action="rate.skip", keys="x"), KeyChoice(action="rate.skp", keys="y")
    settings = Settings(keys=keys)
    async with opened(mode="rate", settings=settings) as person:
        assert "x Skip" in person.rows()[-1]
        assert person.was_told('keys: there is no action "rate.skp"; did you mean "rate.skip"?')
        await person.press("s")
        assert person.session.current == FIRST
        await person.press("x")
        assert person.session.current == SECOND


async def test_answers_to_other_words_are_marked_and_gone_through_once_more(opened: Opening, answers: Path) -> None:
    async with opened(mode="rate", size=(120, 40)) as person:
        for skill in person.session.interview.skills:
            person.session.rate(skill.id, 2)
        person.session.annotate(SECOND, anchors="00000000")
        person.session.annotate("rag-systems", anchors="00000000")
        person.session.move_to(FIRST)
        person.app.session_changed()
        await person.settle()
        assert person.sees("▲ 2 to look at again: their anchors have changed. s skips one.")
        await person.press("s")
        assert person.session.current == SECOND
        assert person.sees("● 2 Guided ▲ changed, look again")
        await person.press("2")
        assert person.session.current == "rag-systems"
        await person.press("o")
        assert person.sees("Look again: RAG system design")
        await person.press("enter", "3")
        assert not person.session.interview.look_again
        assert person.sees("Everything is answered.")


async def test_particulars_fit_a_small_window(opened: Opening) -> None:
    async with opened(mode="rate", size=(60, 20)) as person:
        person.session.annotate(FIRST, confidence="sure", last_used=date(2026, 10, 1))
        person.app.session_changed()
        await person.settle()
        assert person.sees("● sure l Last used 2026-10-01")
