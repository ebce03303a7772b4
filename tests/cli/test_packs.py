"""roles, pack and show on packs and files that are right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from skillgap.files.paths import own_packs_folder
from skillgap.files.toml import load
from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, run, score
from tests.conftest import ROOT


def test_roles_lists_grades_with_what_they_ask() -> None:
    ran = run("roles", "--pack", SMALL)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "A small framework (small 1.0)\n"
        "\n"
        "Builder (builder)\n"
        "  Makes it work.\n"
        "  junior: Junior, 0-2 years; 5 skills, 1 must-haves\n"
        "  regular: Regular, 2-5 years, EUR 50,000 to 70,000; 6 skills, 2 must-haves\n"
        "\n"
        "Analyst (analyst)\n"
        "  Says whether it works.\n"
        "  regular: Regular; 4 skills, 0 must-haves\n"
    )


def test_the_pack_may_be_named_before_or_after_the_command() -> None:
    assert run("--pack", SMALL, "roles").out == run("roles", "--pack", SMALL).out
    assert run("--pack", "nothing", "roles", "--pack", SMALL).out == run("roles", "--pack", SMALL).out
    assert run("--pack", SMALL, "pack", "show").out == run("pack", "show", SMALL).out


def test_pack_show_holds_every_anchor_and_target() -> None:
    ran = run("pack", "show", SMALL)
    assert ran.code == 0
    for skill in load(SMALL / "skills.toml").data["skill"]:
        for level, anchor in enumerate(skill["anchors"]):
            assert f" {level} {anchor} " in " ".join(ran.out.split()) + " "
    assert "  Evaluation     1       2 (1)       4\n" in ran.out


def test_pack_show_as_json_is_the_pack_itself() -> None:
    shown = json.loads(run("pack", "show", SMALL, "--json").out)
    for name in ("skills", "steps"):
        key = name.removesuffix("s")
        for given, row in zip(load(SMALL / f"{name}.toml").data[key], shown[key], strict=True):
            assert given.items() <= row.items()


def test_pack_list_names_own_and_shipped_packs() -> None:
    shutil.copytree(SMALL, own_packs_folder() / "mine")
    ran = run("pack", "list")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[:3] for line in ran.out.splitlines()] == [
        ["small", "1.0", "A small framework"],
        ["ai-engineering", "1.0", "AI engineering in 2026"],
    ]


def test_a_broken_own_pack_is_told_and_hides_no_other() -> None:
    folder = own_packs_folder() / "broken"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text("= 1")
    ran = run("pack", "list")
    assert ran.code == 1
    assert ran.out.startswith("ai-engineering  ")
    assert ran.err.startswith(f"{folder}/pack.toml:1:1: error: ")


def test_pack_schema_is_the_published_one() -> None:
    ran = run("pack", "schema")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (ROOT / "docs" / "schemas" / "pack.schema.json").read_text()


def test_show_reads_what_each_file_says_it_is(tmp_path: Path) -> None:
    score(ANSWERS, tmp_path)
    assert run("show", tmp_path / "report.toml").out.startswith("Builder, Regular: gap report of 2026-11-24\n")
    assert run("show", tmp_path / "plan.toml").out.startswith("Plan for builder, regular, from 2026-11-24\n")
    assert run("show", ANSWERS).out == (
        "Assessment on small 1.0\n"
        "Target: builder, regular\n"
        "6 skills rated, 0 not applicable\n"
        "  python: level 4, sure\n"
        '  rag: level 1, last used 2026-03-01, note: A talk, "quoted", with a \\ backslash.\n'
        "  evaluation: level 0\n"
        "  mlops: level 2, 1 evidence\n"
        "  statistics: level 2\n"
        "  communication: level 3\n"
    )


def test_show_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    score(ANSWERS, tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    for file in list(tmp_path.iterdir()):
        run("show", file)
        run("show", file, "--json")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'kind = "diary"',
            '1:1: error: unknown kind "diary"; a report has kind = "report", a plan kind = "plan", an assessment none',
        ),
        ("schema = 9", "1:1: error: this program reads schema 1, not 9; write schema = 1"),
        ('kind = "plan"\nschema = 9', "2:1: error: this program reads schema 1, not 9; write schema = 1"),
        ("answer = 3", '1:1: error: "answer" must be an array of tables, not 3; write [[answer]] for each'),
    ],
)
def test_show_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "file.toml").write_text(text)
    ran = run("show", tmp_path / "file.toml")
    assert (ran.code, ran.out, ran.err) == (1, "", f"{tmp_path}/file.toml:{message}\n")


def test_the_summary_of_nothing_answered_gives_no_verdict(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text("")
    ran = run("score", tmp_path / "answers.toml", "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out")
    assert ran.code == 0
    assert "nothing is rated yet (0 of 6 skills in the profile)" in ran.out
    assert load(tmp_path / "out" / "report.toml").data["summary"]["verdict"] == "withheld"
    assert "step" not in load(tmp_path / "out" / "plan.toml").data
