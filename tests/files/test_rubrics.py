"""Packs: found by id or path, read from any layout, refused with every fault at its place."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.core.integrity import faults
from skillgap.core.rubric import Pack
from skillgap.errors import BadInput, CannotAccess, Usage
from skillgap.files.encoding import document
from skillgap.files.paths import own_packs_folder, shipped_packs_folder
from skillgap.files.rubrics import find_pack, known_packs, load_pack, open_pack
from tests.conftest import ROOT
from tests.strategies import packs

SMALL = ROOT / "tests" / "data" / "packs" / "small"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the small pack, to be spoilt."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / f"{file}.toml").read_text()
    assert old in text
    (folder / f"{file}.toml").write_text(text.replace(old, new, 1))


def told(folder: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        load_pack(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(pack=packs())
def test_any_sound_pack_reads_back_as_it_was(tmp_path: Path, pack: Pack) -> None:
    assert faults(pack) == ()
    (tmp_path / "pack.toml").write_text(document(pack, "x"), encoding="utf-8", newline="")
    assert load_pack(tmp_path / "pack.toml").pack == pack


def test_a_folder_and_a_file_of_the_same_pack_are_the_same(tmp_path: Path) -> None:
    loaded = load_pack(SMALL)
    file = tmp_path / "one.toml"
    file.write_text(document(loaded.pack, "x"))
    assert load_pack(file).pack == loaded.pack


def test_the_shipped_pack_survives_being_written(tmp_path: Path) -> None:
    pack = load_pack(shipped_packs_folder() / "ai-engineering").pack
    (tmp_path / "pack.toml").write_text(document(pack, "x"), encoding="utf-8")
    assert load_pack(tmp_path / "pack.toml").pack == pack


def test_the_digest_follows_the_content_and_not_the_place(copy: Path) -> None:
    before = load_pack(copy)
    assert before.digest == load_pack(SMALL).digest
    assert before.ref.id == "small"
    assert len(before.digest) == 16
    edit(copy, "roles", "weight = 3", "weight = 3.5")
    assert load_pack(copy).digest != before.digest


MISTAKES: dict[str, tuple[tuple[str, str, str], list[str]]] = {
    "syntax": (
        ("skills", "[[skill]]", "[[skill]"),
        ["skills.toml:1:8: error: a header without its closing ]]; write [[skill]]"],
    ),
    "wrong type": (
        ("roles", "weight = 3", 'weight = "3"'),
        [
            'roles.toml:10:41: error: "weight" must be a number, not a string; write weight = 3 without quotes',
        ],
    ),
    "unknown key": (
        ("skills", "volatility", "volatilty"),
        ['skills.toml:6:1: error: unknown key "volatilty"; did you mean "volatility"?'],
    ),
    "unknown word": (
        ("skills", '"slow"', '"glacial"'),
        ['skills.toml:6:1: error: "volatility" must be one of "fast", "medium", "slow", not "glacial"'],
    ),
    "unknown skill": (
        ("roles", '"mlops"', '"mlop"'),
        ['roles.toml:10:5: error: unknown skill "mlop"; did you mean "mlops"?'],
    ),
    "unknown area": (
        ("skills", '"judging"', '"juging"'),
        ['skills.toml:35:1: error: unknown area "juging"; did you mean "judging"?'],
    ),
    "unknown resource": (
        ("steps", '"recall-notes"', '"recal-notes"'),
        ['steps.toml:16:32: error: unknown resource "recal-notes"; did you mean "recall-notes"?'],
    ),
    "unknown role": (
        ("pack", 'default_role = "builder"', 'default_role = "bilder"'),
        ['pack.toml:9:1: error: unknown role "bilder"; did you mean "builder"?'],
    ),
    "level outside the scale": (
        ("roles", "required = [1, 3]", "required = [1, 5]"),
        ["roles.toml:8:35: error: level 5 is outside the scale; write a level from 0 to 4"],
    ),
    "floor above the requirement": (
        ("roles", "floor = [0, 1]", "floor = [2, 1]"),
        [
            "roles.toml:9:67: error: must-have floor 2 is above the required level 1; write 1 or less",
        ],
    ),
    "anchor missing": (
        ("skills", '  "I have set how a team writes Python.",\n', ""),
        [
            'skills.toml:7:1: error: skill "python" has 4 anchors, the scale has 5 levels (0 to 4); write one anchor'
            " for every level, level 0 first"
        ],
    ),
    "anchor empty": (
        ("skills", '"I have not written Python."', '" "'),
        [
            'skills.toml:8:3: error: skill "python" has an empty anchor for level 0; say what a person at this level'
            " does"
        ],
    ),
    "circle": (
        ("skills", 'id = "evaluation"', 'id = "evaluation"\nprerequisites = [{ skill = "rag", level = 3, at = 1 }]'),
        [
            "skills.toml:23:1: error: prerequisites go in a circle: rag-3 needs evaluation-1 needs rag-3; take one of"
            " them out"
        ],
    ),
    "twice": (
        ("more", 'id = "recall-notes"', 'id = "retrieval-book"'),
        [
            'more.toml:11:1: error: resource "retrieval-book" stands twice; give each its own id',
            'steps.toml:16:32: error: unknown resource "recall-notes"; known: "retrieval-book"',
        ],
    ),
    "alias taken": (
        ("skills", 'aliases = ["retrieval"]', 'aliases = ["mlops"]'),
        ['skills.toml:21:12: error: "mlops" is an id or alias already; give each former id once'],
    ),
    "scale out of order": (
        ("pack", "value = 3", "value = 2"),
        ["pack.toml:28:1: error: level 2 stands at place 3 of the scale; write value = 3; levels count from 0"],
    ),
    "hours": (
        ("steps", "hours = 30", "hours = 0.3"),
        ["steps.toml:4:1: error: 0.3 hours cannot be planned; write hours above 0 in steps of a half"],
    ),
    "hours without end": (
        ("steps", "hours = 30", "hours = inf"),
        ['steps.toml:4:1: error: "hours" must be a finite number, not inf'],
    ),
    "weight": (
        ("roles", "weight = 3", "weight = 0"),
        ["roles.toml:10:41: error: weight 0 is not above 0; write 1 to 5"],
    ),
    "schema": (
        ("pack", "schema = 1", "schema = 2"),
        ["pack.toml:2:1: error: this program reads schema 1, not 2; write schema = 1"],
    ),
    "path in an id": (
        ("pack", 'id = "small"', 'id = "../../small"'),
        [
            'pack.toml:3:1: error: "../../small" cannot be an id; use letters a-z, digits, hyphens; 80 characters at'
            " most"
        ],
    ),
    "escape code in an id": (
        ("more", 'id = "answers"', 'id = "an\\u001b[31mswers\\n\\u202e"'),
        [
            'more.toml:17:1: error: "an\\u001B[31mswers\\n\\u202E" cannot be an id; use letters a-z, digits, hyphens;'
            " 80 characters at most"
        ],
    ),
    "missing key": (
        ("skills", 'name = "Python"\n', ""),
        ['skills.toml:1:1: error: missing "name"; add name = "..."'],
    ),
    "right answer": (
        ("more", "answer = 1", "answer = 4"),
        ["more.toml:36:1: error: answer 4 is none of the 3 options; count the options from 1"],
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_at_its_place_with_a_remedy(copy: Path, mistake: str) -> None:
    change, expected = MISTAKES[mistake]
    edit(copy, *change)
    assert told(copy) == expected


def test_problems_of_all_kinds_and_files_come_in_one_go(copy: Path) -> None:
    edit(copy, "skills", "volatility", "volatilty")
    edit(copy, "skills", "level = 1, at = 3", "level = 1, at = 9")
    edit(copy, "roles", '"mlops"', '"mlop"')
    edit(copy, "roles", "weight = 4", 'weight = "4"')
    edit(copy, "steps", "hours = 70", "hours = 0.2")
    assert [line.partition(";")[0] for line in told(copy)] == [
        'roles.toml:8:39: error: "weight" must be a number, not a string',
        'roles.toml:10:5: error: unknown skill "mlop"',
        'skills.toml:6:1: error: unknown key "volatilty"',
        "skills.toml:23:53: error: level 9 is outside the scale",
        "steps.toml:13:1: error: 0.2 hours cannot be planned",
    ]


def test_one_wrong_type_does_not_make_the_rest_wrong(copy: Path) -> None:
    for file, old, new in (
        ("skills", 'name = "Python"', "name = 3"),
        ("roles", 'title = "Junior"', "title = 2026-01-01"),
        ("more", 'title = "A book on retrieval"', "title = []"),
        ("pack", 'meaning = "Can explain it."', "meaning = 1"),
        ("pack", "hours_per_week = 8", 'hours_per_week = "eight"'),
    ):
        edit(copy, file, old, new)
    assert len(told(copy)) == 5


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(pack=packs())
def test_a_removed_skill_is_missed_wherever_it_was_named(tmp_path: Path, pack: Pack) -> None:
    gone = pack.skills[-1].id
    rest = replace(pack, skills=pack.skills[:-1])
    (tmp_path / "pack.toml").write_text(document(rest, "x"), encoding="utf-8", newline="")
    uses = sum(target.skill == gone for role in pack.roles for target in role.targets)
    uses += sum(step.skill == gone for step in pack.steps) + sum(check.skill == gone for check in pack.checks)
    uses += sum(reach.skill == gone for project in pack.projects for reach in project.covers)
    missing = 0 if rest.skills else 1
    if not uses + missing:
        assert load_pack(tmp_path / "pack.toml").pack == rest
    else:
        assert len(told(tmp_path / "pack.toml")) == uses + missing


def install(name: str, change: Callable[[str], str] = str) -> Path:
    """Put a copy of the small pack among a person's own packs."""
    folder = own_packs_folder() / name
    shutil.copytree(SMALL, folder)
    (folder / "pack.toml").write_text(change((folder / "pack.toml").read_text()))
    return folder


def test_an_own_pack_is_found_by_its_id_whatever_its_folder_is_called() -> None:
    folder = install("some-folder")
    assert dict(known_packs())["small"] == folder
    assert open_pack("small").path == folder


def test_an_own_pack_hides_the_shipped_one_of_its_id() -> None:
    folder = install("mine", lambda text: text.replace('"small"', '"ai-engineering"'))
    assert open_pack(None).path == folder


def test_a_broken_own_pack_goes_by_the_name_of_its_folder() -> None:
    folder = install("broken", lambda text: "= " + text)
    assert dict(known_packs())["broken"] == folder
    with pytest.raises(BadInput, match=r"pack\.toml:1:1"):
        open_pack("broken")


def test_folders_without_a_head_are_no_packs() -> None:
    (own_packs_folder() / "notes").mkdir(parents=True)
    (own_packs_folder() / "notes" / "skills.toml").write_text("x = 1")
    (own_packs_folder() / "readme.md").write_text("x")
    assert [name for name, _ in known_packs()] == ["ai-engineering"]


def test_a_path_is_a_path_and_an_id_is_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SMALL, tmp_path / "ai-engineering")
    assert find_pack("ai-engineering") == shipped_packs_folder() / "ai-engineering"
    assert find_pack("./ai-engineering") == Path("ai-engineering")
    shutil.copytree(SMALL, tmp_path / "local")
    assert find_pack("local") == Path("local")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ai-enginering", 'no pack "ai-enginering"; did you mean "ai-engineering"?'),
        ("\x1b[31m", 'no pack "\\u001B[31m"; known: "ai-engineering"'),
        ("x\0y", 'no pack "x\\u0000y"; known: "ai-engineering"'),
    ],
)
def test_an_unknown_id_is_a_mistake_of_usage(name: str, message: str) -> None:
    with pytest.raises(Usage) as caught:
        open_pack(name)
    assert str(caught.value) == message


def test_a_name_longer_than_the_system_takes_is_unknown_and_no_crash() -> None:
    with pytest.raises(Usage, match='no pack "aaa'):
        open_pack("a" * 5000)
    with pytest.raises(CannotAccess, match="the name is too long"):
        open_pack("./" + "a" * 5000)


def test_tens_of_thousands_of_mistakes_are_bounded(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    file.write_text("[[skill]]\nx = 1\n" * 12_000)
    started = time.process_time()
    with pytest.raises(BadInput) as caught:
        load_pack(file)
    assert len(caught.value.problems) <= 1002
    assert time.process_time() - started < 20, "linear: what compared each mistake with each took hours"


def test_two_mistakes_far_apart_in_a_large_file_are_both_named(tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    row = '[[resource]]\nid = "r{}"\ntitle = "R"\nurl = "https://example.org"\n'
    rows = [row.format(number) for number in range(4500)]
    rows[10] += "pages = 3\n"
    rows[4400] += "hours = true\n"
    file.write_text("".join(rows))
    with pytest.raises(BadInput) as caught:
        load_pack(file)
    found = [(problem.line, problem.what) for problem in caught.value.problems]
    assert any(line == 10 * 4 + 5 and '"pages"' in what for line, what in found)
    assert any(line == 4400 * 4 + 6 and '"hours"' in what for line, what in found)
    assert [what for _, what in found].count('missing "skill"') == 1
