"""Packs from strangers: what is written in them is shown, and does nothing."""

from __future__ import annotations

from pathlib import Path

from skillgap.core.text import cells
from skillgap.ui.widgets.sheet import Sheet
from skillgap.ui.widgets.skill_list import SkillList
from tests.ui.conftest import Opening
from tests.ui.packs import MARKUP, hostile, large, write_pack


async def test_markup_and_odd_characters_go_through_every_screen(opened: Opening, tmp_path: Path) -> None:
    async with opened(pack=str(hostile(tmp_path)), size=(60, 20)) as person:
        assert person.sees(MARKUP)
        await person.press("enter")
        assert person.sees(MARKUP[:20])
        await person.press("enter", "enter")
        assert person.app.current_mode == "rate"
        await person.press("3", "left", "m")
        await person.type(MARKUP)
        await person.press("tab", "enter", "v", *"33333")
        await person.pilot.resize_terminal(120, 40)
        for keys in (["n"], ["e", "a"], ["l"], ["slash"], ["t"], ["question_mark"], ["colon"]):
            await person.press(*keys)
            await person.press(*["escape"] * len(keys))
        assert person.session.assessment.answers[0].note == MARKUP
        for mode in ("o", "r", "p", "a"):
            await person.press(mode)
            assert len(person.app.screen_stack) == 1


async def test_the_palette_shows_names_as_they_are(opened: Opening, tmp_path: Path) -> None:
    async with opened(pack=str(hostile(tmp_path)), role="r", mode="rate", size=(120, 40)) as person:
        await person.press(":")
        await person.type("bold")
        await person.pilot.pause(0.4)
        assert person.sees(MARKUP)
        await person.press("enter")
        assert person.session.current == "s0"


async def test_wide_and_combining_characters_keep_columns_straight(opened: Opening, tmp_path: Path) -> None:
    async with opened(pack=str(hostile(tmp_path)), role="r", mode="rate", size=(120, 40)) as person:
        for _ in person.session.interview.skills:
            for sheet in person.app.screen.query(Sheet):
                for y in range(sheet.size.height):
                    assert cells(sheet.render_line(y).text) == sheet.width
            await person.press("right")


async def test_hundreds_of_skills_cost_no_more_widgets(opened: Opening, tmp_path: Path) -> None:
    async with opened(pack=str(large(tmp_path)), role="r", mode="rate", size=(120, 40)) as person:
        assert len(person.app.screen.query("*")) < 20
        await person.press("tab", "G")
        assert person.session.current == "s679"
        listing = person.app.screen.query_one(SkillList)
        drawn = [listing.render_line(y).text for y in range(listing.size.height)]
        assert any("▸ Skill number 679" in line for line in drawn)


async def test_a_scale_of_ten_levels_has_a_digit_for_each(opened: Opening, tmp_path: Path) -> None:
    pack = write_pack(tmp_path, ["one", "two"], levels=10, areas=1)
    async with opened(pack=str(pack), role="r", mode="rate") as person:
        await person.press("9")
        assert person.level("s0") == 9
        await person.press("0")
        assert person.level("s1") == 0
