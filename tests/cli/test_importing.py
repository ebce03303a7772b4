"""pack import: spreadsheets as teams have them become packs that pass their check, and nothing is taken silently."""

from __future__ import annotations

import csv
import io
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.files.rubrics import load_pack
from skillgap.files.toml import load
from tests.cli.running import DATA, Ran, run

MATRICES = DATA / "matrices"
FILES = sorted(MATRICES.iterdir())


def imported(name: str, *options: str) -> tuple[Ran, dict[str, Any]]:
    """Import a matrix into `out`, have the pack checked, and give what was said and what was written."""
    ran = run("pack", "import", MATRICES / name, "-o", "out", *options)
    assert ran.code == 0, ran.err
    assert run("pack", "check", "out").code == 0
    return ran, load(Path("out/pack.toml")).data


def remarks(ran: Ran) -> list[str]:
    return [line.partition(": ")[2] for line in ran.err.splitlines()[:-2]]


def required(data: dict[str, Any], role: str) -> dict[str, list[int]]:
    (found,) = [item for item in data["role"] if item["id"] == role]
    return {target["skill"]: target["required"] for target in found["targets"]}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_without_a_yes_the_mapping_is_shown_and_nothing_is_written(file: Path) -> None:
    ran = run("pack", "import", file)
    assert ran.code == 2
    assert "(guessed)" in ran.out
    assert "nothing was written; confirm with --accept, or say it yourself:" in ran.err
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_the_command_that_is_proposed_does_what_accept_does(file: Path) -> None:
    proposed = run("pack", "import", file).err.splitlines()[1]
    program, *arguments = shlex.split(proposed)
    assert program == "skillgap"
    said = run(*arguments, "-o", "said")
    assert (said.code, "(guessed)" in said.out) == (0, False)
    assert run("pack", "import", file, "--accept", "-o", "accepted").code == 0
    one, other = (Path(name, "pack.toml").read_text().replace(f'"{name}"', "") for name in ("said", "accepted"))
    assert one == other


def test_a_ladder_with_merged_areas_bullets_and_lines_above_its_headings() -> None:
    ran, data = imported("engineering-ladder.csv", "--accept")
    assert [area["title"] for area in data["area"]] == ["Technical skills", "Delivery", "Feedback & communication"]
    assert [skill["area"] for skill in data["skill"]] == [
        *["technical-skills"] * 4,
        *["delivery"] * 2,
        *["feedback-and-communication"] * 2,
    ]
    assert data["skill"][0]["anchors"][2] == "I deliver features in one service; I write the tests they need"
    assert [grade["id"] for grade in data["role"][0]["grade"]] == [
        "e1-associate-engineer",
        "e2-engineer",
        "e3-senior-engineer",
        "e4-staff-engineer",
        "e5-principal-engineer",
    ]
    assert required(data, "engineer")["security"] == [1, 1, 3, 3, 3], "empty levels are not asked for"
    assert remarks(ran) == [
        'row 1: "Harbour Engineering Ladder (v3)": stands above the headings: not used',
        'row 2: "Maintained by the people team, see the wiki": stands above the headings: not used',
        "row 6, E5 Principal Engineer: empty: what level 5 does is to be written",
        "row 8, E2 Engineer: empty: what level 2 does is to be written",
        'row 8, E4 Staff Engineer: "TBD": says nothing: what level 4 does is to be written',
        'row 8, E5 Principal Engineer: "n/a": says nothing: what level 5 does is to be written',
        'row 11, E5 Principal Engineer: "Ditto": says nothing: what level 5 does is to be written',
    ]
    assert ran.err.splitlines()[-2] == (
        "wrote out/pack.toml: 3 areas, 8 skills, 1 role; 7 remarks; 3 cells of several lines made one"
    )


def test_semicolons_a_byte_order_mark_decimal_commas_and_rows_that_name_areas() -> None:
    ran, data = imported("produkt-stufen.csv", "--accept")
    assert [level["name"] for level in data["scale"]["level"]] == ["Stufe 0", "Stufe 1", "Stufe 2", "Stufe 3"]
    assert {skill["id"]: skill["area"] for skill in data["skill"]} == {
        "nutzerforschung": "handwerk",
        "grossenordnungen-schatzen": "handwerk",
        "offentlich-schreiben": "zusammenarbeit",
        "konflikte": "zusammenarbeit",
    }
    assert [target["weight"] for target in data["role"][0]["targets"]] == [2.5, 1, 3, 0.5]
    assert remarks(ran) == [
        "rows 2, 5: has 5 of 6 cells: the others count as empty",
        'row 6, Gewicht: "hoch": not a weight above 0: 3 is used',
        "row 7, Stufe 1: empty: what level 1 does is to be written",
    ]


def test_targets_as_names_numbers_ticks_decimals_and_formulas() -> None:
    ran, data = imported("data-team.tsv", "--accept", "--mark", "2")
    assert required(data, "analyst") == {"sql": [1, 3], "pipelines": [0, 1], "charts": [1, 2], "interviews": [2, 0]}
    assert required(data, "data-engineer") == {"sql": [2], "pipelines": [3], "statistics": [2]}
    assert remarks(ran) == [
        'row 4, Data engineer / Senior: "1.5": lies between two levels; 0 is used',
        'row 5, Analyst / Senior: "2 - Expert": its number and its word are two levels; 0 is used',
        'row 6, Analyst / Junior: "=1+1": a formula or an error, not a level; 0 is used',
        'row 6, Analyst / Senior: "7": no such level: write 0 to 3, or the name of a level; 0 is used',
    ]


def test_ids_that_collide_other_scripts_repeated_headings_and_odd_rows() -> None:
    ran, data = imported("skills-inventory.csv", "--accept")
    assert {skill["id"]: skill["name"] for skill in data["skill"]} == {
        "c": "C",
        "c-plus-plus": "C++",
        "c-sharp": "C#",
        "testirovanie": "Тестирование",
        "skill-5": "データ設計",
        "skill-6": "要件定義",
        "communication": "Communication",
        "communication-2": "Communication",
        "zerowidth": "Zerowidth",
    }
    assert remarks(ran) == [
        'row 4, Backend: Mid: "x": says that it is asked, not at which level: --mark says it for all; 0 is used',
        'row 4, Backend: Senior: "x": says that it is asked, not at which level: --mark says it for all; 0 is used',
        "row 8: has 8 of 10 cells: the others count as empty",
        'row 9, Topic: "I help when asked.": no name of a skill: the row is left out',
        'row 10, Topic: "Accessibility": no text for any level: the row is left out',
        'row 11, Topic: "Communication": the same name as in row 8: both are kept',
        'row 12, Topic: "Topic": repeats the headings',
        "row 13, Topic: invisible characters were taken out (U+200B, U+202E)",
    ]
    assert "not used    Comments; (column 10)\n" in ran.out


def test_a_list_with_a_row_for_each_level_becomes_a_row_for_each_skill() -> None:
    ran, data = imported("levels-in-rows.csv", "--accept")
    assert "each about one level: Level says which, Level description what it" in ran.out
    debugging, databases, phone = data["skill"]
    assert debugging["anchors"][1:] == [
        "I find causes with a colleague beside me.",
        "I find causes alone.",
        "I have taught others a method.",
    ]
    assert databases["anchors"][2] == "To be written: Databases, level 2."
    assert (phone["area"], phone["definition"], phone["anchors"][3]) == (
        "people",
        "Talking.",
        "I train others for calls.",
    )
    assert remarks(ran) == [
        "row 1, Level name: differs between the levels of a skill: not used",
        "row 5, Level 2: empty: what level 2 does is to be written",
        'row 9, Level description: "I train others again.": a second text for Level 3: not used',
    ]


def test_naming_the_levels_says_it_all_and_nothing_else_is_guessed() -> None:
    levels = [word for name in ("Beginner", "Advanced") for word in ("--level", name)]
    ran, data = imported("skills-inventory.csv", "--skill", "Topic", *levels)
    assert "(guessed)" not in ran.out
    assert [role["id"] for role in data["role"]] == ["everyone"]
    assert len(data["scale"]["level"]) == 3


def test_what_is_said_stands_beside_guesses_that_are_accepted() -> None:
    target = "Support / All=Backend: Mid"
    _, data = imported("skills-inventory.csv", "--accept", "--target", target, "--ladder", "Everybody", "--mark", "1")
    assert [role["id"] for role in data["role"]] == ["support", "everybody"]
    assert required(data, "support")["c-sharp"] == [1]


BIG = ["Skill", *[f"Level {number}" for number in range(1, 13)], "Need"]


def matrix(*rows: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    Path("m.csv").write_text(text.getvalue(), newline="")
    return "m.csv"


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--accept"], "this gives 13 with the level 0 that is added"),
        (["--accept", "--level-zero"], "this gives 12; choose some with --level"),
        (["--skill", "Skil", "--accept"], 'no column "Skil"; did you mean "Skill"?'),
        (["--level", "Level 1", "--level", "Level 1"], 'column "Level 1" is named twice'),
        (["--level", "Level 1"], "which column holds the skills? say it with --skill; known: "),
        (["--skill", "Skill", "--level", "Level 1", "--level-zero"], "this gives 1; choose"),
        (["--target", "Need"], '--target "Need" is not ROLE/GRADE=COLUMN'),
        (["--target", "Dev/Mid=Ned"], 'no column "Ned"; did you mean "Need"?'),
        (["--accept", "--level", "Level 1", "--mark", "7"], "--mark 7 is outside the scale; write 0 to 1"),
        (["--skill", "Need", "--level", "Level 12"], "no row has a skill and a text for a level"),
        (["--row-level", "Need"], "--row-level and --row-text go together"),
        (["--row-level", "Need", "--row-text", "Ned"], 'no column "Ned"; did you mean "Need"?'),
        (["--row-level", "Need", "--row-text", "Skill", "--skill", "Skill"], 'column "Skill" is named twice'),
        (["--separator", "comma", "--heading-row", "1"], "nothing was written; confirm"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_mapping_that_makes_no_pack_is_refused(options: list[str], what: str) -> None:
    ran = run("pack", "import", matrix(BIG, ["SQL", *["I have done it in a team."] * 11, "", ""]), *options)
    assert (ran.code, what in ran.err) == (2, True), ran.err
    assert [path.name for path in Path.cwd().iterdir()] == ["m.csv"]


def test_without_a_column_of_levels_that_is_said() -> None:
    ran = run("pack", "import", matrix(["Skill", "Owner"], ["SQL", "Ana"]), "--accept")
    assert (ran.code, ran.err) == (
        2,
        "skillgap: no column looks like a level; "
        "name each with --level, the lowest first, or --row-level and --row-text\n",
    )
    assert "levels      (none found)\n" in ran.out


SMALL = (["Skill", "L1", "L2"], ["SQL", "I read.", "I write."])


def test_a_pack_that_is_there_is_kept_unless_forced() -> None:
    file = matrix(*SMALL)
    assert run("pack", "import", file, "--accept").code == 0
    Path("m/pack.toml").write_text("# mine\n")
    ran = run("pack", "import", file, "--accept")
    assert (ran.code, Path("m/pack.toml").read_text()) == (3, "# mine\n")
    assert run("pack", "import", file, "--accept", "--force").code == 0
    assert load_pack(Path("m")).pack.id == "m"


def test_a_folder_with_other_files_of_a_pack_is_left_alone() -> None:
    Path("m").mkdir()
    Path("m/roles.toml").write_text("# mine\n")
    ran = run("pack", "import", matrix(*SMALL), "--accept")
    assert (ran.code, "m/roles.toml: would become part of the pack" in ran.err) == (3, True)
    assert not Path("m/pack.toml").exists()


def test_equal_remarks_are_one_line_with_all_their_rows() -> None:
    rows = [[f"Skill {number}", "I have done it.", "" if number != 4 else "I teach it."] for number in range(1, 8)]
    ran = run("pack", "import", matrix(["Skill", "L1", "L2"], *rows), "--accept")
    assert "m.csv: rows 2-4, 6-8, L2: empty: what level 2 does is to be written\n" in ran.err


WORDS = [
    *["", "x", "3", "2.5", "-1", "=1+1", "#REF!", "n/a", "L2", "Advanced", "3 - Advanced", "1e9", "٣", "½"],
    *[
        "SQL",
        "C++",
        "C#",
        "東京",
        "Тест",
        "🎉",
        "é" * 90,
        "--accept",
        "[b]",
        "\\",
        '"',
        "'''",
        "a\nb",
        "• a\n• b",
        "\u202e\u200b",
    ],
    *["I have done a thing that is told in a sentence.", "I have done another, with care and with figures."],
]
HEADINGS = ["Skill", "Area", "Level 1", "Level 2", "Level 3", "Weight", "Dev / Mid", "Notes", "", "Senior", "None"]
OPTIONS = [[], ["--mark", "1"], ["--fill-down"], ["--area-rows"], ["--ladder", "R"], ["--level-zero"]]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    headings=st.lists(st.sampled_from(HEADINGS), min_size=3, max_size=8),
    rows=st.lists(st.lists(st.sampled_from(WORDS), max_size=9), min_size=1, max_size=8),
    options=st.sampled_from(OPTIONS),
)
def test_whatever_the_sheet_a_written_pack_passes_its_check(
    headings: list[str], rows: list[list[str]], options: list[str]
) -> None:
    Path("out/pack.toml").unlink(missing_ok=True)
    ran = run("pack", "import", matrix(headings, *rows), "--accept", "-o", "out", *options)
    assert ran.code in (0, 1, 2), ran.err
    assert (ran.code == 0) == Path("out/pack.toml").exists()
    if ran.code == 0:
        assert run("pack", "check", "out").code == 0


def test_five_thousand_rows() -> None:
    rows = [
        [
            "" if number % 50 else f"Area {number // 50}",
            f"Skill {number % 700}",
            f"I did {number}.",
            "I taught it.",
            "L1",
        ]
        for number in range(5000)
    ]
    ran = run("pack", "import", matrix(["Area", "Skill", "Level 1", "Level 2", "Dev / Mid"], *rows), "--accept")
    assert ran.code == 0
    pack = load_pack(Path("m")).pack
    assert (len(pack.areas), len(pack.skill_by_id), len(pack.roles[0].targets)) == (100, 5000, 5000)
