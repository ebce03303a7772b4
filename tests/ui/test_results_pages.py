"""The other pages of the results: areas, roles by grades, notes; and answers or packs that strain them."""

from __future__ import annotations

import re
from pathlib import Path

from skillgap.core.text import cells
from skillgap.files.rubrics import open_pack
from tests.ui.answered import pages
from tests.ui.conftest import Opening
from tests.ui.packs import MARKUP, hostile, write_pack


async def test_areas_lead_to_their_gaps(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated) as person:
        await person.press("2", "j", "j")
        assert person.sees("RAG and retrieval")
        assert person.sees("1.6/3.3")
        await person.press("enter")
        row = next(r for r in person.session.report().gaps if r.area == "rag")
        assert pages(person).key == row.id


async def test_roles_show_verdict_mark_number_and_ties_and_can_be_aimed_at(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(80, 24)) as person:
        await person.press("3")
        assert person.sees("◆○ 56")
        assert [line.split("Scientist")[1].split() for line in person.rows() if "AI Research Scientist" in line] == [
            ["withheld"] * 4
        ], "too little is answered for a number"
        await person.press("G")
        assert "AI Engineer ties with ML Engineer." in person.page()
        await person.press("g", "left", "enter")
        assert (person.session.profile.role.id, person.session.profile.grade.id) == ("ml-platform", "mid")
        assert person.sees("Close to Mid-level")


async def test_the_overview_stands_above_the_gaps_alone(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        assert any("you/asked" in row and "Mid-level" in row for row in person.rows())
        await person.press("2")
        assert ["Mid-level" in row for row in person.rows() if "you/asked" in row] == [False]
        await person.press("1")
        assert any("you/asked" in row and "Mid-level" in row for row in person.rows())


async def test_with_few_answers_no_role_has_a_number_or_a_tie(opened: Opening, begun: Path) -> None:
    async with opened(mode="results", file=begun, size=(120, 40)) as person:
        await person.press("3")
        assert "ties with" not in person.page()
        table = [line for line in person.rows() if "withheld" in line and "Engineer" in line]
        assert len(table) >= 3
        assert not any(char.isdigit() for line in table for char in line)


async def test_more_grades_than_fit_move_with_the_chosen_one(opened: Opening, tmp_path: Path) -> None:
    pack = write_pack(tmp_path, ["one", "two"], areas=1)
    grades = "".join(f'[[role.grade]]\nid = "g{n}"\ntitle = "Grade {n}"\n' for n in range(9))
    text = pack.read_text().replace('[[role.grade]]\nid = "g"', f'{grades}[[role.grade]]\nid = "g"')
    pack.write_text(
        text.replace("required = [4]", f"required = {[4] * 10}").replace("floor = [1]", f"floor = {[1] * 10}")
    )
    async with opened(pack=str(pack), role="r", grade="g0", mode="results", size=(80, 24)) as person:
        person.session.rate("s0", 1)
        person.app.session_changed()
        await person.press("3")
        assert person.sees("Grade 0 Grade 1")
        assert not person.sees("Grade 8")
        await person.press(*["right"] * 8)
        assert person.sees("aims at one · Grade 8")
        assert person.sees("Grade 7 Grade 8")
        assert not person.sees("Grade 1 ")
        await person.press("enter")
        assert person.session.profile.grade.id == "g8"


async def test_ten_answered_checks_change_the_headline_and_the_ratings_stay_beside_it(
    opened: Opening, rated: Path
) -> None:
    asked = set(re.findall(r'skill = "([^"]+)"\nlevel', rated.read_text()))
    checks = [check.id for check in open_pack(None).pack.checks if check.skill in asked][:10]
    rated.write_text(rated.read_text() + "".join(f'\n[[check]]\nitem = "{item}"\noption = 0\n' for item in checks))
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        report = person.session.report()
        assert report.mode == "calibrated"
        assert report.summary.readiness is not None
        assert person.sees(f"{report.summary.readiness:.1f} %")
        plain = person.session.score().readiness
        assert plain is not None
        assert person.sees(f"{float(plain):.1f} % (29 to 83) by your ratings alone")
        await person.press("5")
        assert all(" ".join(row.name.split()) in person.page() for row in report.levers)


async def test_notes_hold_what_a_reader_should_know(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        await person.press("5")
        assert person.sees("How to read it")
        assert person.sees("never a chance of getting the job")
        assert "The market" in person.page()
        await person.press("pagedown", "G")
        assert person.sees("Learn to see where AI is the wrong solution")


async def test_a_hostile_pack_is_text_on_every_page(opened: Opening, tmp_path: Path) -> None:
    async with opened(pack=str(hostile(tmp_path)), role="r", mode="results", size=(60, 20)) as person:
        for skill in person.session.interview.skills[:-1]:
            person.session.rate(skill.id, 2)
        person.session.set_aside(person.session.interview.skills[-1].id, MARKUP)
        person.app.session_changed()
        for size in ((60, 20), (120, 40)):
            await person.pilot.resize_terminal(*size)
            for keys in ("1", "2", "3", "4", "5"):
                await person.press(keys)
                assert all(cells(row) == size[0] for row in person.rows()), keys
                assert len(person.app.screen_stack) == 1
        assert MARKUP[:20] in person.page() or person.sees(MARKUP[:20])
        await person.press("1", "enter")
        assert person.sees("points of readiness")


async def test_in_the_sixteen_colours_of_a_terminal_no_text_is_drawn_on_its_own_colour(
    opened: Opening, rated: Path
) -> None:
    async with opened(mode="results", file=rated, size=(120, 40), theme="ansi-dark") as person:
        for keys in ("1", "3"):
            await person.press(keys)
            parts = [part for strip in person.app.screen._compositor.render_strips() for part in strip]
            styles = [part.style for part in parts if part.text.strip() and part.style]
            coloured = [style for style in styles if style.color and not style.color.is_default]
            assert coloured
            assert not [style for style in coloured if style.color == style.bgcolor]


async def test_a_cell_of_the_roles_says_what_it_asks_where_there_is_room(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        await person.press("3", "j", "j")
        gaps = person.session.report().gaps
        assert person.sees("Towards AI Engineer · Senior")
        assert person.sees(f"4 of 8 must-haves met · {len(gaps)} gaps")
        assert person.sees(f"{gaps[0].name} {gaps[0].level}→{gaps[0].target}")
        await person.press("l")
        assert person.sees("Towards AI Engineer · Staff")
        y = next(y for y, row in enumerate(person.rows()) if row.startswith("  AI Engineer"))
        await person.pilot.click(offset=(person.rows()[y - 3].index("Mid-level") + 2, y))
        await person.settle()
        assert person.sees("Towards AI Engineer · Mid-level")
        assert person.session.profile.grade.id == "senior", "a click looks, a second one aims"
        await person.pilot.click(offset=(person.rows()[y - 3].index("Mid-level") + 2, y))
        await person.settle()
        assert person.session.profile.grade.id == "mid"
        await person.press("l", "l")
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert person.sees("enter aims at AI Engineer · Staff")
        assert not person.sees("Towards")
