"""The main job gives the same bytes every time, and they are the ones worked out by hand.

After a change that is meant: UPDATE_GOLDEN=1 pytest tests/cli/test_golden.py, and read the diff.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.files.rubrics import open_pack
from skillgap.files.toml import dump, load
from tests.cli.running import ANSWERS, DATA, ON_A_DAY, SMALL, run, score
from tests.conftest import ROOT

GOLDEN = DATA / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))  # read before the environment is sealed
BEFORE = ("--hours", "8", "--by", "2027-05-25")
UNORDERED = {"answer", "resource", "role", "step", "project", "check", "foil", "term"}
"""Tables whose order says nothing; that of areas, skills and grades is the author's order on screen."""


def outputs(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in ("report.toml", "plan.toml")}


def without_digest(texts: dict[str, str]) -> dict[str, str]:
    """The digest names the exact files of a pack, so it alone may differ between two layouts."""
    return {name: re.sub(r'^digest = "[0-9a-f]{16}"$', "digest", text, flags=re.M) for name, text in texts.items()}


def test_the_worked_example_gives_the_golden_bytes(tmp_path: Path) -> None:
    ran = score(ANSWERS, tmp_path, *BEFORE)
    got = {**outputs(tmp_path), "summary.txt": ran.out}
    if UPDATE:
        for name, text in got.items():
            (GOLDEN / name).write_text(text)
    assert ran.code == 0
    for name, text in got.items():
        assert text == (GOLDEN / name).read_text(), name


def test_the_golden_numbers_are_those_of_the_hand_calculation() -> None:
    report, plan = load(GOLDEN / "report.toml").data, load(GOLDEN / "plan.toml").data
    assert report["summary"]["readiness"] == 61.67
    assert report["summary"]["band"] == [45, 80.83]
    assert {row["id"]: row["loss"] for row in report["skill"] if row["loss"]} == {
        "rag": 13.33,
        "evaluation": 20,
        "statistics": 5,
    }
    assert [row["id"] for row in report["skill"] if row["blocks"]] == ["evaluation"]
    assert [(row["id"], row["readiness"], row["low"], row["high"]) for row in report["role"]] == [
        ("analyst", 91.11, 87.42, 94.03),
        ("builder", 61.67, 52.08, 71.25),
    ]
    assert plan["outlook"]["points_possible"] == 34.62
    ends = {(step["id"], step["week"], step["quick_week"], step["slow_week"]) for step in plan["step"]}
    assert ends == {("evaluation-1", 2, 2, 3), ("evaluation-2", 6, 5, 10), ("rag-2", 11, 8, 17), ("rag-3", 21, 15, 33)}
    readiness = {week["number"]: week["readiness"] for week in plan["week"]}
    assert [readiness[week] for week in (2, 6, 11, 21)] == [71.67, 81.67, 88.33, 95]
    assert {row["skill"] for row in plan["left_out"]} == {"statistics"}


def test_a_second_run_gives_the_same_bytes(tmp_path: Path) -> None:
    score(ANSWERS, tmp_path / "one", *BEFORE)
    score(ANSWERS, tmp_path / "two", *BEFORE)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")


def test_where_the_pack_and_the_answers_lie_says_nothing(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "elsewhere")
    shutil.copy(ANSWERS, tmp_path / "mine.toml")
    ran = score(tmp_path / "mine.toml", tmp_path / "out", *BEFORE, "--pack", tmp_path / "elsewhere")
    assert ran.code == 0
    assert outputs(tmp_path / "out") == {name: (GOLDEN / name).read_text() for name in outputs(tmp_path / "out")}


def shuffled(data: dict[str, Any], dice: random.Random, tables: set[str]) -> dict[str, Any]:
    """The same document with its keys and the rows of some of its tables in another order."""
    keys = list(data)
    dice.shuffle(keys)
    result = {key: data[key] for key in keys}
    for name in tables & result.keys():
        result[name] = dice.sample(result[name], len(result[name]))
    for role in result.get("role", []):
        dice.shuffle(role["targets"])
    for skill in result.get("skill", []):
        dice.shuffle(skill.get("prerequisites", []))
    return result


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(dice=st.randoms(use_true_random=False))
def test_the_order_of_answers_tables_and_files_says_nothing(dice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as there:
        place = Path(there)
        (place / "answers.toml").write_text(dump(shuffled(load(ANSWERS).data, dice, UNORDERED)))
        for file in SMALL.glob("*.toml"):
            is_head = file.stem == "pack"
            folder = place / "pack" / ("" if is_head else dice.choice(["", "deeper"]))
            folder.mkdir(parents=True, exist_ok=True)
            name = "pack.toml" if is_head else f"{dice.randrange(1000)}-{file.stem}.toml"
            (folder / name).write_text(dump(shuffled(load(file).data, dice, UNORDERED)))
        ran = score(place / "answers.toml", place / "out", *BEFORE, "--pack", place / "pack")
        assert ran.code == 0, ran.err
        golden = {name: (GOLDEN / name).read_text() for name in ("report.toml", "plan.toml")}
        assert without_digest(outputs(place / "out")) == without_digest(golden)
        assert ran.out == (GOLDEN / "summary.txt").read_text()


@settings(max_examples=25)
@given(dice=st.randoms(use_true_random=False))
def test_the_order_of_areas_and_skills_moves_rows_and_changes_none(dice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as there:
        place = Path(there)
        for file in SMALL.glob("*.toml"):
            (place / "pack").mkdir(exist_ok=True)
            (place / "pack" / file.name).write_text(dump(shuffled(load(file).data, dice, {"area", "skill"})))
        ran = score(ANSWERS, place / "out", *BEFORE, "--pack", place / "pack")
        assert ran.code == 0, ran.err
        for made, text in without_digest(outputs(place / "out")).items():
            golden = without_digest({made: (GOLDEN / made).read_text()})[made]
            assert blocks(text) == blocks(golden), made


def blocks(text: str) -> list[str]:
    return sorted(text.split("\n\n"))


def test_answers_in_reverse_order_give_the_same_bytes(tmp_path: Path) -> None:
    data = load(ANSWERS).data
    data["answer"].reverse()
    (tmp_path / "answers.toml").write_text(dump(data))
    score(tmp_path / "answers.toml", tmp_path / "out", *BEFORE)
    assert outputs(tmp_path / "out") == {name: (GOLDEN / name).read_text() for name in outputs(tmp_path / "out")}


@settings(max_examples=5)
@given(dice=st.randoms(use_true_random=False))
def test_the_order_of_answers_and_responses_never_reaches_the_model(dice: random.Random) -> None:
    """The estimate adds many small numbers; their order in the file must not show in the last digit."""
    data = load(ROOT / "examples" / "backend-engineer.toml").data
    skills = {"rag-systems", "eval-harness", "agent-design", "llm-api-integration"}
    checks = [check for check in open_pack(None).pack.checks if check.skill in skills]
    data["check"] = [{"item": check.id, "option": place % 3} for place, check in enumerate(checks)]
    shuffled_data = shuffled(data, dice, {"answer", "check"})
    with tempfile.TemporaryDirectory() as there:
        texts = []
        for number, content in enumerate((data, shuffled_data)):
            file, out = Path(there) / f"{number}.toml", Path(there) / str(number)
            file.write_text(dump(content))
            ran = run("score", file, *ON_A_DAY, "-o", out)
            assert ran.code == 0, ran.err
            texts.append((outputs(out), ran.out))
        assert texts[0] == texts[1]
        assert "estimate" in texts[0][0]["report.toml"]
