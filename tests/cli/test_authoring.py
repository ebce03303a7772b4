"""pack new, pack schema and pack diff: what the author of a pack meets."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from skillgap.files import schemas
from skillgap.files.toml import load
from tests.cli.running import ON_A_DAY, SMALL, run


def test_a_new_pack_passes_its_strictest_check_and_says_what_to_do_next() -> None:
    ran = run("pack", "new", "my team")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "wrote my team/pack.toml, and my team/pack.schema.json for editors\n"
        "next: change it; skillgap pack check 'my team'; skillgap rate --pack 'my team'\n"
    )
    checked = run("pack", "check", "my team", "--strict")
    assert (checked.code, "no errors, no warnings" in checked.err) == (0, True), checked.err


def test_a_new_pack_can_be_scored_at_once() -> None:
    run("pack", "new", "team")
    Path("me.toml").write_text('[[answer]]\nskill = "debugging"\nlevel = 1\n[[answer]]\nskill = "writing"\nlevel = 2\n')
    ran = run("score", "me.toml", "--pack", "team", "--grade", "senior", *ON_A_DAY, "-o", "out")
    assert ran.code == 0, ran.err
    assert "Support engineer, Senior: gap report" in ran.out
    assert load(Path("out/report.toml")).data["rubric"]["id"] == "team"
    steps = {step["id"]: step for step in load(Path("out/plan.toml")).data["step"]}
    assert steps.keys() == {"debugging-2", "writing-3"}
    assert steps["debugging-2"]["exit"] == "Ten closed tickets whose steps a colleague could repeat."


def test_a_new_pack_can_be_rated_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    run("pack", "new", "team")
    monkeypatch.setattr(sys, "stdin", io.StringIO("2\n1\nn no customers\nq\n"))
    ran = run("rate", "--plain", "--pack", "team", "--assessment", "me.toml")
    assert (ran.code, "2 of 4 skills rated, 1 not applicable, 1 open." in ran.out) == (0, True)
    shown = run("show", "me.toml", "--pack", "team").out
    assert "debugging: level 2\n" in shown


def test_pack_new_leaves_a_folder_that_holds_something_alone() -> None:
    Path("here.txt").touch()
    ran = run("pack", "new", ".")
    assert (ran.code, ran.out, "is not empty; nothing was written" in ran.err) == (3, "", True)
    assert [path.name for path in Path.cwd().iterdir()] == ["here.txt"]


def test_pack_schema_prints_that_of_a_whole_pack_or_of_one_file() -> None:
    whole, part = (json.loads(run("pack", "schema", *options).out) for options in ([], ["--part"]))
    assert whole == schemas.schema("pack")
    assert "required" in whole
    assert part == schemas.schema("pack-part")
    assert "required" not in part


OLD = {
    "old/pack.toml": """
schema = 1
id = "team"
title = "Team"
version = "1"
[[scale.level]]
value = 0
name = "No"
[[scale.level]]
value = 1
name = "Yes"
[[area]]
id = "all"
title = "All"
[[skill]]
id = "sql"
name = "SQL"
area = "all"
anchors = ["I have not.", "I have written a query."]
[[skill]]
id = "git"
name = "Git"
area = "all"
anchors = ["I have not.", "I have made a branch."]
[[role]]
id = "dev"
name = "Developer"
targets = [{ skill = "sql", required = [0, 1], weight = 3 }, { skill = "git", required = [1, 1], weight = 2 }]
grade = [{ id = "low", title = "Low" }, { id = "high", title = "High" }]
[[check]]
id = "q"
skill = "sql"
level = 1
question = "Which?"
options = ["One", "Two"]
answer = 1
why = "So."
"""
}


@pytest.fixture
def versions() -> None:
    """Two versions of a pack, `old` and `new`, that differ in everything that `pack diff` tells."""
    old = OLD["old/pack.toml"]
    new = old.replace('version = "1"', 'version = "2"').replace("written a query", "written a query that others use")
    new = new.replace('id = "git"', 'id = "vcs"\naliases = ["git"]').replace('skill = "git"', 'skill = "vcs"')
    new = new.replace("required = [0, 1], weight = 3", "required = [1, 1], weight = 3, floor = [0, 1]")
    new = new.replace('id = "low"', 'id = "entry", aliases = ["low"]').replace('"Two"', '"Too"')
    for name, text in (("old", old), ("new", new)):
        Path(name).mkdir()
        Path(name, "pack.toml").write_text(text)


@pytest.mark.usefixtures("versions")
def test_pack_diff_tells_each_difference_in_a_line() -> None:
    ran = run("pack", "diff", "old", "new")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "team 1 -> team 2\n"
        "skill renamed: git -> vcs\n"
        "skill re-anchored: sql, level 1; please look again at its answers\n"
        "  1 was: I have written a query.\n"
        "    now: I have written a query that others use.\n"
        "grade of dev renamed: low -> entry\n"
        "target changed: dev, sql: entry 0 -> 1, high 1 -> 1 (must-have from 1)\n"
        "check changed: q: option 2 is gone, and responses to it no longer count (or name it in option_aliases)\n"
    )


@pytest.mark.usefixtures("versions")
def test_pack_diff_the_other_way_round_suspects_a_rename() -> None:
    out = run("pack", "diff", "new", "old").out
    assert "skill added: git\nskill removed: vcs\n" in out
    assert 'skill renamed? vcs -> git; if so, write aliases = ["vcs"] in git, and its answers stay\n' in out


@pytest.mark.usefixtures("versions")
def test_pack_diff_tells_what_becomes_of_answers() -> None:
    Path("me.toml").write_text('[[answer]]\nskill = "sql"\nlevel = 1\n[[answer]]\nskill = "git"\nlevel = 1\n')
    ran = run("pack", "diff", "old", "new", "--answers", "me.toml")
    assert ran.out.endswith(
        "\nme.toml with team 2:\n  carried over: 1\n  please look again, the anchors have changed: sql\n"
    )
    data = json.loads(run("pack", "diff", "old", "new", "--answers", "me.toml", "--json").out)
    assert data["answers"] == {"carried": ["vcs"], "look_again": ["sql"], "unmatched": [], "unanswered": []}


@pytest.mark.usefixtures("versions")
def test_pack_diff_as_json_holds_the_same_in_full() -> None:
    data = json.loads(run("pack", "diff", "old", "new", "--json").out)
    assert (data["old"]["version"], data["new"]["version"]) == ("1", "2")
    assert data["renamed"] == [{"old": "git", "new": "vcs"}]
    assert [(item["skill"], [change["level"] for change in item["anchors"]]) for item in data["reanchored"]] == [
        ("sql", [1])
    ]
    assert data["retargeted"] == [
        {
            "role": "dev",
            "skill": "sql",
            "grades": ["entry", "high"],
            "old": {"required": [0, 1], "floor": [0, 0], "weight": 3},
            "new": {"required": [1, 1], "floor": [0, 1], "weight": 3},
        }
    ]


@pytest.mark.usefixtures("versions")
def test_the_exit_code_tells_of_a_difference_only_when_asked() -> None:
    assert run("pack", "diff", "old", "new").code == 0
    assert run("pack", "diff", "old", "new", "--exit-code").code == 1
    assert run("pack", "diff", "old", "old", "--exit-code").code == 0
    assert run("pack", "diff", "old", "missing").code == 2


@pytest.mark.usefixtures("versions")
def test_what_says_nothing_is_no_difference_and_versions_should_differ() -> None:
    shutil.copytree("old", "same")
    file = Path("same/pack.toml")
    file.write_text(
        file.read_text().replace('title = "Team"', 'title = "Our team"').replace("I have not.", "I  have not. ")
    )
    assert (
        run("pack", "diff", "old", "same").out
        == "team 1 -> team 1\nNo difference that matters to answers or results.\n"
    )
    file.write_text(file.read_text().replace("weight = 2", "weight = 4"))
    assert 'Both call themselves version "1": give the new one its own.\n' in run("pack", "diff", "old", "same").out


def test_two_packs_are_told_from_two_versions() -> None:
    out = run("pack", "diff", SMALL, "ai-engineering").out
    assert "These are two packs: answers to small are not looked for in ai-engineering.\n" in out
    assert "scale changed: None, Aware, Guided, Independent, Leading -> None, Aware, " in out
