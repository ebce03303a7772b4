"""What a person reads from the results, and takes away from them."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from threading import Event

import pytest

from skillgap.core.reading import SORTED
from skillgap.core.trace import figure, points_text
from skillgap.files.reports import load_plan, load_report
from skillgap.files.settings import Settings
from skillgap.ui.screens.leaf import LeafScreen
from skillgap.ui.screens.results_outcome import PATIENCE, SCORING
from skillgap.ui.screens.results_pages import ResultsPages
from tests.ui.answered import first_gaps, listed, pages
from tests.ui.conftest import Opening


async def test_with_nothing_rated_it_says_what_to_do(opened: Opening) -> None:
    async with opened(mode="results", role="ai-engineer") as person:
        assert person.sees("No verdict")
        assert person.sees("a Rate your skills")
        assert person.rows()[-1].startswith(" ? Help")
        assert not person.sees("Gaps")
        await person.press("enter", "s", "3", "G")
        assert person.sees("a Rate your skills")


async def test_the_first_rows_say_where_one_stands_what_is_missing_and_what_comes_next(
    opened: Opening, rated: Path
) -> None:
    async with opened(mode="results", file=rated, size=(80, 24)) as person:
        top = "\n".join(person.rows()[:10])
        for words in ("Not yet Senior", "55.6 %  (29 to 83)", "4 of 8 met; below: Evaluation harness", "Next  "):
            assert words in top
        assert "Agent sandboxing and permissions → 1, 3 h  p Plan" in top
        assert max(len(row.rstrip()) for row in person.rows()) <= 80
        await person.pilot.resize_terminal(120, 40)
        await person.settle()
        assert person.sees("(29 to 83 with every rating one level off)")
        row = next(y for y, text in enumerate(person.rows()) if "p Plan" in text)
        await person.pilot.click(offset=(person.rows()[row].index("p Plan"), row))
        await person.settle()
        assert person.app.current_mode == "plan"


async def test_with_everything_put_aside_another_target_is_offered(opened: Opening) -> None:
    async with opened(mode="results", role="ai-engineer") as person:
        for skill in person.session.interview.skills:
            person.session.set_aside(skill.id, "")
        person.app.session_changed()
        await person.settle()
        assert person.sees("Every skill is put aside as not applicable.")
        assert person.sees("There is nothing to measure")
        await person.press("o")
        assert person.sees("Choose another role or grade")
        await person.press("enter")
        assert person.sees("What do you want to be measured against?")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_verdict_readiness_basis_and_first_gap_are_seen_at_every_size(
    opened: Opening, rated: Path, size: tuple[int, int]
) -> None:
    async with opened(mode="results", file=rated, size=size) as person:
        summary = person.session.report().summary
        assert summary.readiness is not None
        assert summary.band is not None
        assert person.sees("Not yet Senior")
        assert person.sees("must-haves below the bar")
        assert person.sees(f"{summary.readiness:.1f} % ({summary.band[0]:.0f} to {summary.band[1]:.0f}")
        assert person.sees(f"{summary.rated} of {summary.skills} skills, {summary.not_applicable} n")
        assert person.sees(f"{summary.must_haves_met} of {summary.must_haves} met")
        assert person.sees(first_gaps(person)[0])
        assert person.sees("? Help q Quit")


async def test_failing_must_haves_are_named(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated) as person:
        for row in person.session.report().skills:
            assert not row.blocks or person.sees(f"{row.name} {row.level}→{row.floor}")


async def test_a_withheld_verdict_says_on_what_little_it_rests_and_what_is_missing(
    opened: Opening, begun: Path
) -> None:
    async with opened(mode="results", file=begun) as person:
        assert person.sees("Verdict withheld")
        assert person.sees("2 of 41 skills, 1 not applicable; 7.3 % of the weight")
        assert person.sees("The 38 open can move it from 3 to 96 %")
        assert person.sees("weightiest open skills for a verdict: 4 Unrated")
        await person.press("4")
        heaviest = max(row.weight for row in person.session.report().skills)
        first = next(row for row in person.session.score().skills if row.skill == pages(person).key)
        assert first.requirement.weight == heaviest


async def test_the_ratings_asked_for_do_bring_a_verdict(opened: Opening, begun: Path) -> None:
    async with opened(mode="results", file=begun) as person:
        line = next(row for row in person.rows() if "weightiest open skills" in row)
        count = next(int(word) for word in line.split() if word.isdigit())
        rows = [row for row in person.session.score().skills if row.state == "unanswered"]
        for row in sorted(rows, key=lambda item: -item.requirement.weight)[: count - 1]:
            person.session.rate(row.skill, 1)
        person.app.session_changed()
        await person.settle()
        assert person.sees("Verdict withheld")
        assert person.sees("Rate the weightiest open skill for a verdict")
        still = [row for row in person.session.score().skills if row.state == "unanswered"]
        person.session.rate(max(still, key=lambda item: item.requirement.weight).skill, 1)
        person.app.session_changed()
        await person.settle()
        assert person.sees("Not yet Senior")


async def test_enter_traces_a_gap_to_the_number_in_its_row(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        gaps = person.session.report().gaps
        await person.press("enter")
        first = gaps[0]
        skill = person.session.loaded.pack.skill_by_id[first.id]
        assert person.sees(f"→ {points_text(first.loss)} points of readiness")
        assert person.sees(f"You rated level {first.level}; the profile asks for level {first.target}.")
        assert person.sees(f"Now {first.level}")
        assert skill.anchors[first.target] in " ".join(person.page().split())
        await person.press("right")
        assert person.sees(f"{gaps[1].name} 2 of {len(gaps)}")
        assert person.sees(f"→ {points_text(gaps[1].loss)} points of readiness")
        await person.press("escape")
        assert listed(person) == [row.name for row in gaps]
        assert pages(person).key == gaps[1].id


async def test_from_a_trace_the_skill_is_rated_again(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated) as person:
        gap = person.session.report().gaps[0]
        await person.press("enter", "a")
        assert person.app.current_mode == "rate"
        assert person.session.current == gap.id
        await person.press("5", "r")
        assert gap.name not in listed(person)


async def test_gaps_are_ordered_by_key_and_by_click_on_a_heading(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(80, 24)) as person:
        report = person.session.report()
        assert listed(person) == [row.name for row in report.gaps]
        await person.press("s")
        by_weight = {row.name: row.weight for row in report.gaps}
        weights = [by_weight[name] for name in listed(person)]
        assert weights == sorted(weights, reverse=True)
        head = next(row for row in person.rows() if "costs" in row and "hours" in row)
        offset = (head.index("hours"), person.rows().index(head))
        await person.pilot.click(offset=offset)
        await person.settle()
        by_hours = {row.name: row.hours for row in report.gaps}
        hours = [by_hours[name] for name in listed(person)]
        assert hours == sorted(hours)
        assert hours != [row.hours for row in report.gaps]


async def test_scoring_that_takes_long_says_so(opened: Opening, rated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = Event()
    monkeypatch.setattr(ResultsPages, "_compute", lambda *_: done.wait(20))
    async with opened(role="ai-engineer", file=rated) as person:
        await person.pilot.press("r")
        await person.pilot.pause(PATIENCE + 0.2)
        assert person.sees(SCORING)
        done.set()


async def test_gaps_are_filtered_by_words_in_sight_and_seen_again(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(60, 20)) as person:
        everything = listed(person)
        await person.press("f")
        await person.type("RAG retrieval")
        found = listed(person)
        assert "RAG system design" in found
        assert len(found) < len(everything)
        assert person.sees(f'{len(found)} of {len(everything)} have "RAG retrieval"')
        await person.press("down", "enter", "s")
        assert sorted(listed(person)) == sorted(found), "enter keeps the filter, and another order does too"
        await person.press("backspace")
        assert len(listed(person)) == len(everything)
        await person.press("f", *"zzz")
        assert person.sees('No gap has "zzz". bksp shows all gaps.')
        await person.press("escape")
        assert person.app.current_mode == "results"
        assert len(listed(person)) == len(everything)


async def test_the_areas_are_a_chart_on_request_or_beside_the_bars(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(80, 24)) as person:
        await person.press("2")
        assert not person.sees("levels up to")
        assert person.sees("4 of 8 must-haves met"), "the head is brief"
        await person.press("v")
        assert person.sees("█ you ▚ asked · levels up to 4")
        await person.press("v", "v", "1", "2")
        assert person.sees("levels up to"), "the choice stays"
        await person.pilot.resize_terminal(120, 40)
        await person.settle()
        assert person.sees("you/asked")
        assert "levels up to" in person.page()


async def test_the_order_of_the_gaps_is_said(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        for words in SORTED.values():
            assert person.sees(words)
            await person.press("s")


async def test_by_area_the_table_names_the_area_of_each_gap(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        await person.press("s", "s", "s")
        head = next(row for row in person.rows() if "hours" in row)
        first = person.rows()[person.rows().index(head) + 1]
        assert first[head.index("Area") :].startswith("Software engineering")


@pytest.mark.parametrize(
    ("points", "shown"), [(84.96, "84.9"), (84.999, "84.9"), (85.0, "85"), (69.99, "69.9"), (55.6, "56")]
)
def test_no_figure_is_rounded_up_onto_a_limit(points: float, shown: str) -> None:
    assert figure(points, Fraction(70), Fraction(85)) == shown


async def test_must_haves_alone(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated) as person:
        musts = [row.name for row in person.session.report().gaps if row.floor]
        await person.press("m")
        assert listed(person) == musts
        assert person.sees(f"{len(musts)} of 30 are must-haves   m shows all")
        await person.press("m")
        assert len(listed(person)) > len(musts)


async def test_unrated_skills_and_reasons_are_listed_apart_and_lead_to_rate(opened: Opening, begun: Path) -> None:
    async with opened(mode="results", file=begun, size=(120, 40)) as person:
        await person.press("4")
        assert "Open: inferred from your other answers, never stored (38)" in person.page()
        assert "Not applicable (1)" in person.page()
        assert "no backend here" in person.page()
        await person.press("enter")
        assert person.app.current_mode == "rate"
        assert person.session.interview.status(person.session.current) == "open"


async def test_an_export_says_where_it_wrote_and_asks_before_it_replaces(
    opened: Opening, rated: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    async with opened(mode="results", file=rated) as person:
        expected = person.session.report()
        await person.press("x", "ctrl+u")
        await person.type(str(folder))
        await person.press("enter")
        assert person.sees("Wrote")
        assert "report.toml" in "".join(person.rows())
        assert load_report(folder / "report.toml") == expected
        assert load_plan(folder / "plan.toml") == person.session.plan(person.session.budget)
        await person.press("enter")

        (folder / "report.toml").write_text("mine")
        await person.press("x", "ctrl+u")
        await person.type(str(folder))
        await person.press("enter")
        assert person.sees("there already, and nothing was written")
        await person.press("enter")
        assert (folder / "report.toml").read_text() == "mine", "the safe choice is in focus"
        await person.press("enter", "tab", "enter")
        assert tomllib.loads((folder / "report.toml").read_text())["kind"] == "report"
        assert (folder / "report.toml.bak").read_text() == "mine"


async def test_an_export_that_fails_says_why_and_lets_one_try_again(
    opened: Opening, rated: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    async with opened(mode="results", file=rated) as person:
        await person.press("x", "ctrl+u")
        await person.type(str(tmp_path / "file"))
        await person.press("enter")
        assert person.sees("Nothing is lost: name another folder and try again.")
        await person.press("escape")
        assert person.sees("Not yet Senior")


async def test_no_gaps_is_said_with_what_to_try_next(opened: Opening, answers: Path) -> None:
    async with opened(mode="results", role="ai-engineer", grade="mid") as person:
        for skill in person.session.interview.skills:
            person.session.rate(skill.id, 5)
        person.app.session_changed()
        await person.settle()
        assert person.sees("Meets the Mid-level profile")
        assert person.sees("No gaps: every rated skill meets what this profile asks.")
        assert person.sees("t chooses a higher grade or another role.")
        assert "Sort" not in person.rows()[-1], "there is nothing to sort"


async def test_a_resize_keeps_page_and_row(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40)) as person:
        await person.press("j", "j", "j")
        key = pages(person).key
        for width, height in ((60, 20), (200, 60), (80, 24)):
            await person.pilot.resize_terminal(width, height)
            await person.settle()
            assert pages(person).key == key
            assert all(len(row) == width for row in person.rows())


async def test_the_mouse_does_it_too(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated) as person:
        second = first_gaps(person)[1]
        y = next(number for number, row in enumerate(person.rows()) if row.startswith("  ★ " + second))
        await person.pilot.click(offset=(10, y))
        await person.pilot.click(offset=(10, y))
        await person.settle()
        assert isinstance(person.app.screen, LeafScreen)
        assert person.sees(f"{second} 2 of")
        await person.press("escape")
        tabs = next(number for number, row in enumerate(person.rows()) if "1 Gaps" in row)
        await person.pilot.click(offset=(person.rows()[tabs].index("Areas") + 1, tabs))
        await person.settle()
        assert person.sees("you/asked")


async def test_plain_glyphs(opened: Opening, rated: Path) -> None:
    async with opened(mode="results", file=rated, size=(120, 40), settings=Settings(glyphs="ascii")) as person:
        for keys in ("1", "2", "3", "4", "5", "1 enter"):
            await person.press(*keys.split())
            drawn = "".join(person.rows()).translate({ord(char): None for char in "╭─╮│╰╯×▁▂▃▄▅▆▇"})
            assert drawn.isascii(), set(drawn) - set(map(chr, range(128)))
