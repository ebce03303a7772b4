"""pack check: findings as data, a summary as narration, codes chosen and silenced, exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from skillgap.files.paths import shipped_packs_folder
from tests.cli.running import SMALL, Ran, run
from tests.conftest import ROOT

SOUND = ROOT / "tests" / "core" / "lint" / "packs" / "support-desk.toml"
CALLS = '  "I listen in on calls and take over parts of them.",\n'
GOOD = (CALLS, '  "Good with callers.",\n')


def check(*edits: tuple[str, str], options: tuple[str, ...] = ()) -> Ran:
    """Check the sound pack as `desk.toml`, with edits."""
    text = SOUND.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    Path("desk.toml").write_text(text, encoding="utf-8")
    return run("pack", "check", "desk.toml", *options)


def line_of(part: str) -> int:
    return next(n for n, line in enumerate(Path("desk.toml").read_text().split("\n"), start=1) if part in line)


def test_a_sound_pack_has_no_findings() -> None:
    ran = check(options=("--strict",))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "desk.toml: no errors, no warnings (3 skills, 1 role, 0 steps, 0 checks)\n"


def test_the_shipped_pack_passes_strictly() -> None:
    ran = run("pack", "check", shipped_packs_folder() / "ai-engineering", "--strict")
    assert (ran.code, ran.out) == (0, ""), ran.out


def test_findings_go_to_stdout_with_place_severity_code_and_remedy() -> None:
    ran = check(GOOD, ("weight = 2", "weight = 20"))
    anchor, weight = line_of("Good with"), line_of("weight = 20")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"desk.toml:{anchor}:3: warning: SG104 anchor for level 1 has no verb for what the person does: "
        '"Good with callers."; begin with a verb, such as explains, builds, measures or reviews',
        f'desk.toml:{anchor}:3: warning: SG106 anchor for level 1 says "good" and nothing to observe; '
        "say what could be seen or counted instead",
        f'desk.toml:{weight}:38: warning: SG410 "calls" has 83 % of the weight at grade "agent"; '
        "lower it, or split the skill",
    ]
    assert ran.err == "desk.toml: no errors, 3 warnings (SG104 1, SG106 1, SG410 1)\n"


def test_strict_makes_warnings_fail() -> None:
    assert check(GOOD).code == 0
    assert check(GOOD, options=("--strict",)).code == 1


def test_structure_errors_come_alone_on_stderr_with_codes() -> None:
    ran = check(GOOD, ('skill = "calls"', 'skill = "call"'), ("weight = 1", "weight = 0"))
    unknown, weight = line_of('skill = "call"'), line_of("weight = 0")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        f'desk.toml:{unknown}:5: error: SG007 unknown skill "call"; did you mean "calls"?',
        f"desk.toml:{weight}:46: error: SG015 weight 0 is not above 0; write 1 to 5",
    ]


def test_what_is_no_toml_has_a_code_too() -> None:
    ran = check(('title = "Support desk"', "title = Support desk"))
    assert ran.code == 1
    assert ran.err.startswith(f"desk.toml:{line_of('title = Support')}:9: error: SG001 ")
    Path("desk.toml").write_bytes(SOUND.read_bytes().replace(b"Support desk", b"Support d\xe9sk"))
    assert "error: SG001 byte 0xE9 is not UTF-8; save the file as UTF-8\n" in run("pack", "check", "desk.toml").err


def test_json_holds_everything_errors_included() -> None:
    ran = check(GOOD, options=("--json", "--select", "SG106"))
    (found,) = json.loads(ran.out)
    assert found == {
        "file": "desk.toml",
        "line": line_of("Good with"),
        "column": 3,
        "code": "SG106",
        "severity": "warning",
        "title": "vague word without anything to observe",
        "what": 'anchor for level 1 says "good" and nothing to observe',
        "remedy": "say what could be seen or counted instead",
        "key": ["skill", 1, "anchors", 1],
    }
    errors = json.loads(check(("weight = 1", "weight = 0"), options=("--json",)).out)
    assert [(item["code"], item["severity"]) for item in errors] == [("SG015", "error")]
    assert json.loads(check(options=("--json",)).out) == []


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "SG1"), ["SG104", "SG106"]),
        (("--select", "sg104,SG4"), ["SG104", "SG410"]),
        (("--ignore", "SG1"), ["SG410"]),
        (("--ignore", "SG104", "--ignore", "SG106"), ["SG410"]),
        (("--select", "SG1", "--ignore", "SG104"), ["SG106"]),
        (("--ignore", "SG1", "--select", "SG106"), ["SG106"]),
        (("--ignore", "SG"), []),
    ],
)
def test_codes_are_chosen_by_their_beginning(options: tuple[str, ...], codes: list[str]) -> None:
    ran = check(GOOD, ("weight = 2", "weight = 20"), options=(*options, "--json"))
    assert [item["code"] for item in json.loads(ran.out)] == codes


def test_errors_cannot_be_chosen_away() -> None:
    assert check(("weight = 1", "weight = 0"), options=("--ignore", "SG0")).code == 1


def test_codes_that_do_not_exist_are_refused() -> None:
    ran = check(options=("--select", "SG1O4"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('skillgap: --select: there is no code "SG1O4"; did you mean "SG104"?')


@pytest.mark.parametrize(
    "anchor",
    [
        '  # skillgap: ignore SG104, SG106\n  "Good with callers.",\n',
        '  "Good with callers.",  # skillgap: ignore SG104 SG106\n',
        '  # skillgap: ignore SG106\n  # skillgap: ignore SG104 for a while\n  "Good with callers.",\n',
        '  # skillgap: ignore SG1\n  "Good with callers.",\n',
    ],
)
def test_comments_silence_findings_in_their_line(anchor: str) -> None:
    ran = check((CALLS, anchor), options=("--strict",))
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("anchor", "codes"),
    [
        ('  # skillgap: ignore SG106\n  "Good with callers.",\n', ["SG104"]),
        ('  # skillgap: ignore SG106\n\n  "Good with callers.",\n', ["SG902", "SG104", "SG106"]),
        ('  "# skillgap: ignore SG104, SG106: good with callers.",\n', ["SG104", "SG106"]),
        ('  # skillgap: ignore SG106\n' + CALLS, ["SG902"]),
        ('  # skillgap: ignore SG199\n' + CALLS, ["SG901"]),
        ('  # skillgap: ignore\n' + CALLS, ["SG901"]),
        ('  # skillgap: ignore SG106\n  "Good with callers.", "I take calls good.",\n', ["SG011"]),
    ],
)  # fmt: skip
def test_comments_silence_nothing_else_and_are_looked_at(anchor: str, codes: list[str]) -> None:
    ran = check((CALLS, anchor), options=("--json",))
    assert [item["code"] for item in json.loads(ran.out)] == codes


def test_findings_in_each_file_of_a_folder_come_in_its_order(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    (folder / "more.toml").write_text((folder / "more.toml").read_text().replace("https", "http", 1))
    ran = run("pack", "check", folder)
    assert [line.removeprefix(f"{folder}/").split(": ")[0] for line in ran.out.splitlines()] == [
        "more.toml:4:1",
        "more.toml:23:11",
        "steps.toml:18:1",
        "steps.toml:25:1",
        "steps.toml:32:1",
        "steps.toml:39:1",
    ]
    assert ran.err == f"{folder}: no errors, 6 warnings (SG502 4, SG602 1, SG604 1)\n"
