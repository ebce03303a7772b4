"""A competency matrix: what is guessed of it, how its cells are understood, what a pack is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from skillgap.core.matrix import (
    Columns,
    Converted,
    Row,
    RowLevels,
    Sheet,
    TargetColumn,
    convert,
    level_order,
    suggest,
    suggest_rows,
    widen,
)
from skillgap.core.matrix.mapping import heading_number, level_name
from skillgap.core.matrix.reading import NotUsable, read_level, read_weight, tidy

LONG = "I have done this with a colleague beside me."
THREE = ("L1", "L2", "L3")


def sheet(headings: Sequence[str], *rows: Sequence[str]) -> Sheet:
    return Sheet(
        headings=tuple(headings),
        rows=tuple(
            Row(number=number, cells=dict(zip(headings, row, strict=False))) for number, row in enumerate(rows, 2)
        ),
    )


def made(table: Sheet, mapping: Columns) -> Converted:
    return convert(table, mapping, "pack", "Pack")


def left(converted: Converted) -> list[tuple[int, str]]:
    return [(cell.row, cell.column) for cell in converted.left]


# Cells


@pytest.mark.parametrize(
    ("heading", "number", "name"),
    [
        ("Level 1", 1, "Level 1"),
        ("Level 1: Novice", 1, "Novice"),
        ("L2", 2, "L2"),
        ("3 - Advanced", 3, "Advanced"),
        ("E4 Senior Engineer", 4, "Senior Engineer"),
        ("IC10", 10, "IC10"),
        ("Proficiency level 3 (Expert)", 3, "Expert"),
        ("Expert", None, "Expert"),
        ("Targets 2026", None, "Targets 2026"),
        ("80% done", None, "80% done"),
    ],
)
def test_headings_hold_numbers_and_names(heading: str, number: int | None, name: str) -> None:
    assert (heading_number(heading), level_name(heading)) == (number, name)


@pytest.mark.parametrize(
    ("cell", "text", "is_joined"),
    [
        ("  two \t words\u00a0here ", "two words here", False),
        ("one\r\ntwo", "one two", True),
        ("\n\none\n", "one", False),
        ("• one;\n• two.\n\n• three", "one; two; three", True),
        ("1. one\n2. two", "one; two", True),
        ("Does:\n- one\n- two", "Does:; one; two", True),
        ("a\u200bb\u202ec\u2066\ufeff", "abc", False),
        ("می\u200cخواهم", "می\u200cخواهم", False),
    ],
)
def test_a_cell_becomes_one_visible_line(cell: str, text: str, is_joined: bool) -> None:
    tidied = tidy(cell)
    assert (tidied.text, tidied.is_joined) == (text, is_joined)


NAMED = Columns(skill="Skill", levels=("1 - Basic", "2 - Advanced", "3 - Expert"), mark=2)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        *[("", 0), ("-", 0), ("n/a", 0), ("0", 0), ("Not yet", 0)],
        *[("2", 2), ("2.0", 2), ("2,0", 2), ("L3", 3), ("Level 3", 3), ("lvl. 1", 1)],
        *[("advanced", 2), ("2 - Advanced", 2), ("Advanced (2)", 2), ("2 – ADVANCED", 2)],
        *[("x", 2), ("✓", 2), ("Yes", 2)],
    ],
)
def test_levels_are_read_as_numbers_names_and_ticks(text: str, level: int) -> None:
    assert read_level(text, NAMED) == level


@pytest.mark.parametrize(
    "text",
    [
        "4",
        "2.5",
        "-1",
        "+2",
        "=1+1",
        "=2",
        "#REF!",
        "2 - Expert",
        "1-2",
        "2/3",
        "3 years",
        "often",
        "99999",
        "²",
        "1e0",
    ],
)
def test_what_is_no_level_is_refused(text: str) -> None:
    with pytest.raises(NotUsable):
        read_level(text, NAMED)


def test_a_tick_without_a_level_is_refused() -> None:
    with pytest.raises(NotUsable, match="--mark"):
        read_level("x", Columns(skill="Skill", levels=THREE))


def test_numbers_are_those_of_the_headings() -> None:
    high = Columns(skill="Skill", levels=("L3 Engineer", "L4 Engineer", "L5 Senior"))
    assert [read_level(text, high) for text in ("L3", "5", "0", "")] == [1, 3, 0, 0]
    with pytest.raises(NotUsable, match="0 to 5"):
        read_level("1", high)


def test_numbers_are_places_where_headings_have_none() -> None:
    words = Columns(skill="Skill", levels=("None", "Basic", "Expert"), has_zero=True)
    assert [read_level(text, words) for text in ("0", "None", "Basic", "2")] == [0, 0, 1, 2]


@pytest.mark.parametrize(("text", "weight"), [("3", 3), ("2,5", 2.5), (" 0.5 ", 0.5), ("20 %", 20)])
def test_weights_are_read(text: str, weight: float) -> None:
    assert read_weight(text) == weight


@pytest.mark.parametrize("text", ["0", "-1", "high", "=1+1", "nan", "inf", "1e9", "1_0", "٣", ""])
def test_what_is_no_weight_is_refused(text: str) -> None:
    with pytest.raises(NotUsable):
        read_weight(text)


# Guesses


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["Skill", "Level 1", "Level 2", "Level 3"], ["Level 1", "Level 2", "Level 3"]),
        (["Skill", "L3", "L1", "L2"], ["L1", "L2", "L3"]),
        (["Skill", "5 Expert", "1 Novice"], ["1 Novice", "5 Expert"]),
        (["Skill", "Novice", "Competent", "Expert"], ["Novice", "Competent", "Expert"]),
        (["Skill", "Expert", "Intermediate", "Beginner"], ["Beginner", "Intermediate", "Expert"]),
        (["Skill", "Beginner", "Advanced Beginner", "Competent"], ["Beginner", "Advanced Beginner", "Competent"]),
        (["Skill", "Junior", "Engineer", "Senior", "Comments"], ["Junior", "Engineer", "Senior"]),
        (["Skill", "Early", "Later", "Notes"], ["Early", "Later"]),
        (["Skill", "Description", "Description 1", "Description 2"], ["Description 1", "Description 2"]),
        (["Skill", "Notes"], []),
    ],
    ids=" ".join,
)  # fmt: skip
def test_level_columns_are_found_lowest_first(headings: list[str], levels: list[str]) -> None:
    table = sheet(headings, ["SQL", *[LONG] * (len(headings) - 1)])
    assert list(suggest(table, Columns()).levels) == levels


@pytest.mark.parametrize(
    ("headings", "skill", "area"),
    [
        (["Area", "Competency", "L1", "L2"], "Competency", "Area"),
        (["Skill area", "Skill", "L1", "L2"], "Skill", "Skill area"),
        (["Skill category", "Capabilities", "L1", "L2"], "Capabilities", "Skill category"),
        (["What we look at", "L1", "L2"], "What we look at", ""),
        (["Theme", "L1", "L2"], "Theme", ""),
        (["Kompetenz", "Bereich", "L1", "L2"], "Kompetenz", "Bereich"),
    ],
    ids=" ".join,
)
def test_skill_and_area_are_found(headings: list[str], skill: str, area: str) -> None:
    table = sheet(
        headings,
        *([["One thing", LONG, LONG], ["One thing", "Another", LONG, LONG]][len(headings) - 3] for _ in range(2)),
    )
    found = suggest(table, Columns())
    assert (found.skill, found.area) == (skill, area)


def test_what_is_given_stands_and_the_rest_is_guessed_around_it() -> None:
    table = sheet(["Area", "Skill", "L1", "L2", "L3"], ["Data", "SQL", LONG, LONG, LONG])
    found = suggest(table, Columns(skill="Area", levels=("L1", "L3")))
    assert (found.skill, found.area, found.levels) == ("Area", "", ("L1", "L3"))


def test_targets_are_columns_of_levels_and_nothing_else() -> None:
    headings = ["Skill", "L1", "L2", "Analyst / Junior", "Ops - Senior", "Lead", "Owner", "Years", "Unused"]
    table = sheet(
        headings, ["SQL", LONG, LONG, "1", "L2", "x", "Ana", "3", ""], ["Git", LONG, LONG, "", "2", "", "Ben", "1"]
    )
    assert suggest(table, Columns()).targets == (
        TargetColumn(role="Analyst", grade="Junior", column="Analyst / Junior"),
        TargetColumn(role="Ops", grade="Senior", column="Ops - Senior"),
        TargetColumn(role="Role", grade="Lead", column="Lead"),
    )


def test_numbered_columns_of_level_names_are_targets_beside_columns_of_sentences() -> None:
    table = sheet(["Skill", "Novice", "Expert", "Grade 1", "Grade 2"], ["SQL", LONG, LONG, "Novice", "Expert"])
    found = suggest(table, Columns())
    assert found.levels == ("Novice", "Expert")
    assert [target.column for target in found.targets] == ["Grade 1", "Grade 2"]


def test_levels_that_are_empty_so_far_or_hold_single_words_are_levels_all_the_same() -> None:
    table = sheet(["Skill", "Level 1", "Level 2", "Level 3"], ["SQL", LONG, "Teaches.", ""])
    assert suggest(table, Columns()).levels == ("Level 1", "Level 2", "Level 3")
    assert suggest(sheet(["Skill", "L1", "L2"], ["SQL", "Reads.", "Writes."]), Columns()).levels == ("L1", "L2")


def test_levels_called_like_jobs_are_grades_too() -> None:
    jobs = sheet(["Skill", "Junior Engineer", "Senior Engineer"], ["SQL", LONG, LONG])
    assert suggest(jobs, Columns()).ladder == "Engineer"
    assert suggest(sheet(["Skill", "IC1", "IC2"], ["SQL", LONG, LONG]), Columns()).ladder == "Everyone"
    assert suggest(sheet(["Skill", "Novice", "Expert"], ["SQL", LONG, LONG]), Columns()).ladder == ""


def test_merged_areas_and_rows_that_name_an_area_are_noticed() -> None:
    merged = sheet(["Area", "Skill", *THREE], ["Data", "SQL", LONG], ["", "Git", LONG])
    whole = sheet(["Area", "Skill", *THREE], ["Data", "SQL", LONG], ["Tools", "Git", LONG])
    assert suggest(merged, Columns()).fill_down
    assert not suggest(whole, Columns()).fill_down
    rows = sheet(["Skill", *THREE], ["Data"], ["SQL", LONG], ["Git", LONG])
    assert suggest(rows, Columns()).area_rows
    assert not suggest(sheet(["Skill", *THREE], ["SQL", LONG], ["Git"], ["Go", LONG]), Columns()).area_rows


# Rows of levels

IN_ROWS = ("Area", "Skill", "Level", "Text")
ROWS = RowLevels(skill="Skill", area="Area", level="Level", text="Text")


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        (["3", "1", "2"], ["1", "2", "3"]),
        (["L10", "L9", "l9"], ["L9", "L10"]),
        (["Expert", "Beginner", "Senior"], ["Beginner", "Senior", "Expert"]),
        (["Warm", "Cold", "", "Level"], ["Warm", "Cold"]),
    ],
)
def test_levels_in_rows_are_put_in_order(levels: list[str], order: list[str]) -> None:
    assert level_order(sheet(IN_ROWS, *(["", "SQL", level, LONG] for level in levels)), "Level") == order


def test_rows_of_levels_become_columns_and_merged_cells_belong_to_the_row_above() -> None:
    table = sheet(
        IN_ROWS,
        ["Data", "SQL", "2", "I write."],
        ["", "", "1", "I read."],
        ["Tools"],
        ["Tools", "SQL", "1", "I start it."],
        ["", "sql", "2", "I tune it."],
        ["", "Git", "9", "I lose it."],
        ["", "Git", "", "I have none."],
    )
    wide = widen(table, ROWS, ["1", "2"])
    assert wide.headings == ("Area", "Skill", "Level 1", "Level 2")
    assert [tuple(map(row.text, wide.headings)) for row in wide.rows] == [
        ("Data", "SQL", "I read.", "I write."),
        ("Tools", "", "", ""),
        ("Tools", "SQL", "I start it.", "I tune it."),
        ("", "Git", "", ""),
    ]
    assert [row.number for row in wide.rows] == [2, 4, 5, 7]
    assert [(cell.row, cell.text) for cell in wide.left] == [(7, "I lose it."), (8, "I have none.")]


def test_a_table_with_a_column_for_each_level_is_no_list_of_levels() -> None:
    wide = sheet(["Area", "Skill", "Level", "Text"], ["Data", "SQL", "1", LONG], ["Data", "Git", "2", LONG])
    assert suggest_rows(wide, Columns()) is None, "each skill stands once"
    repeated = sheet(IN_ROWS, *(["Data", "SQL", "1", f"{LONG} {number}"] for number in range(4)))
    assert suggest_rows(repeated, Columns()) is None, "a level stands several times"
    alike = sheet(IN_ROWS, *(["Data", "SQL", str(number), LONG] for number in range(4)))
    assert suggest_rows(alike, Columns()) is None, "every level says the same"
    rows = sheet(IN_ROWS, *(["Data", "SQL", str(number), f"{LONG} {number}"] for number in range(4)))
    assert suggest_rows(rows, Columns()) == ROWS


# Packs


def test_a_row_becomes_a_skill_with_an_anchor_for_every_level() -> None:
    table = sheet(["Skill", "What", "W", *THREE], ["SQL", "Queries.", "2,5", "I read.", "I write.", "I teach."])
    mapping = Columns(skill="Skill", definition="What", weight="W", levels=THREE)
    data = made(table, mapping).data
    (skill,) = data["skill"]
    assert skill == {
        "id": "sql",
        "name": "SQL",
        "area": "general",
        "definition": "Queries.",
        "anchors": ["I do not do yet what level 1 of SQL says.", "I read.", "I write.", "I teach."],
    }
    assert [level["name"] for level in data["scale"]["level"]] == ["Not yet", "L1", "L2", "L3"]
    assert data["role"][0]["targets"] == [{"skill": "sql", "required": [2], "weight": 2.5}]


def test_without_level_zero_nothing_is_added() -> None:
    table = sheet(["Skill", "None", "Some"], ["SQL", "I have not.", "I have."])
    data = made(table, Columns(skill="Skill", levels=("None", "Some"), has_zero=True)).data
    assert data["skill"][0]["anchors"] == ["I have not.", "I have."]


@pytest.mark.parametrize("empty", ["", "-", "TBD", "n/a", "#REF!", "?"])
def test_a_level_without_a_text_is_to_be_written_and_listed(empty: str) -> None:
    converted = made(
        sheet(["Skill", *THREE], ["SQL", "I read.", empty, "I teach."]), Columns(skill="Skill", levels=THREE)
    )
    assert converted.data["skill"][0]["anchors"][2] == "To be written: SQL, level 2."
    assert [(cell.row, cell.column, cell.text) for cell in converted.left] == [(2, "L2", empty)]


def test_rows_that_give_no_skill_are_listed_and_blank_ones_are_not() -> None:
    table = sheet(
        ["Skill", *THREE],
        ["SQL", "I read."],
        ["", "", "", ""],
        ["", "I lost my name."],
        ["Git", "", "", ""],
        ["Skill", *THREE],
        ["SQL", "I write.", "I write more.", "I write most."],
    )
    converted = made(table, Columns(skill="Skill", levels=THREE))
    assert [skill["id"] for skill in converted.data["skill"]] == ["sql", "sql-2"]
    assert [row for row, column in left(converted) if column == "Skill"] == [4, 5, 6, 7]


def areas(converted: Converted) -> dict[str, str]:
    titles = {area["id"]: area["title"] for area in converted.data["area"]}
    return {skill["name"]: titles[skill["area"]] for skill in converted.data["skill"]}


MERGED = sheet(
    ["Area", "Skill", *THREE], ["", "Early", *THREE], ["Data", "SQL", *THREE], ["", "Git", *THREE], ["Tools"]
)
MERGED_COLUMNS = {"skill": "Skill", "area": "Area", "levels": THREE}


def test_an_empty_area_is_the_one_above_only_when_asked() -> None:
    columns: dict[str, Any] = MERGED_COLUMNS
    filled = made(MERGED, Columns(**columns, fill_down=True))
    assert areas(filled) == {"Early": "General", "SQL": "Data", "Git": "Data"}
    assert left(filled) == [(2, "Area")], "there is none above the first; a row with only an area starts one"
    as_it_stands = made(MERGED, Columns(**columns))
    assert areas(as_it_stands) == {"Early": "General", "SQL": "Data", "Git": "General"}
    assert left(as_it_stands) == [(2, "Area"), (4, "Area"), (5, "Skill")]


def test_rows_with_a_single_cell_name_areas_only_when_asked() -> None:
    table = sheet(["Skill", *THREE], ["Data"], ["SQL", *THREE], ["Tools"], ["Git", *THREE])
    assert areas(made(table, Columns(skill="Skill", levels=THREE, area_rows=True))) == {"SQL": "Data", "Git": "Tools"}
    plain = made(table, Columns(skill="Skill", levels=THREE))
    assert areas(plain) == {"SQL": "General", "Git": "General"}
    assert left(plain) == [(2, "Skill"), (4, "Skill")]


def test_a_ladder_asks_at_each_grade_for_the_highest_level_with_a_text() -> None:
    table = sheet(["Skill", *THREE], ["SQL", *THREE], ["Git", "", "I branch.", ""], ["Go", "I read.", "", "I write."])
    data = made(table, Columns(skill="Skill", levels=THREE, ladder="Engineer")).data
    (role,) = data["role"]
    assert [grade["id"] for grade in role["grade"]] == ["l1", "l2", "l3"]
    assert {target["skill"]: target["required"] for target in role["targets"]} == {
        "sql": [1, 2, 3],
        "git": [0, 2, 2],
        "go": [1, 1, 3],
    }


def test_target_columns_become_roles_with_grades() -> None:
    table = sheet(
        ["Skill", *THREE, "a", "b", "c", "d"],
        ["SQL", *THREE, "1", "L2", "", "oops"],
        ["Git", *THREE, "", "", "3", ""],
    )
    targets = (("開発", "Mid", "a"), ("開発", "Mid", "b"), ("Ops", "初級", "c"), ("Lost", "All", "d"))
    mapping = Columns(
        skill="Skill", levels=THREE, targets=tuple(TargetColumn(role=r, grade=g, column=c) for r, g, c in targets)
    )
    converted = made(table, mapping)
    roles = [
        (role["id"], role["name"], [g["id"] for g in role["grade"]], role["targets"]) for role in converted.data["role"]
    ]
    assert roles == [
        ("role-3", "開発", ["mid", "mid-2"], [{"skill": "sql", "required": [1, 2], "weight": 3}]),
        ("ops", "Ops", ["grade-1"], [{"skill": "git", "required": [3], "weight": 3}]),
    ]
    assert left(converted) == [(2, "d"), (1, "d")], "the cell, and that its role has no level at all"


def test_a_formula_is_kept_as_text_and_listed() -> None:
    converted = made(
        sheet(["Skill", *THREE], ["SQL", "=1+1", "I write.", "I teach."]), Columns(skill="Skill", levels=THREE)
    )
    assert converted.data["skill"][0]["anchors"][1] == "=1+1"
    assert left(converted) == [(2, "L1")]
