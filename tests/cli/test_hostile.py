"""Packs, answers, reports and plans from a stranger: shown as text, refused with a reason, never acting."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.core.rubric import Pack
from skillgap.files.assessments import dump_assessment
from skillgap.files.encoding import document
from skillgap.files.reports import load_plan, load_report
from skillgap.files.toml import dump, load
from tests.cli.running import ANSWERS, DATA, ON_A_DAY, SMALL, harmless, run, score
from tests.strategies import HOSTILE, answers_to, packs

ACTING = "\x1b]0;owned\x07\x1b[31m\x9b31m\u202e\u200b\x00\x7f\r\n"
Commands = list[list[str | Path]]
QUICK = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def every_text(value: Any) -> Any:
    """The same data with something acting in every text that is not an id, a date or a choice."""
    fixed = {"id", "skill", "area", "volatility", "aliases", "resources", "roles", "kind", "cost", "role", "grade"}
    fixed |= {
        "where",
        "default_role",
        "default_grade",
        "confidence",
        "item",
        "state",
        "verdict",
        "reason",
        "mode",
        "url",
    }
    if isinstance(value, dict):
        return {
            key: item if key in fixed and not isinstance(item, dict | list) else every_text(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [every_text(item) for item in value]
    return f"{ACTING}{value}" if isinstance(value, str) else value


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The small pack, with something acting in every title, anchor, note and link."""
    folder = tmp_path / "pack"
    folder.mkdir()
    keep = {"aliases", "resources", "roles", "covers", "targets", "prerequisites"}
    for file in SMALL.glob("*.toml"):
        data = load(file).data
        changed = every_text(data)
        for table, rows in data.items():
            for place, row in enumerate(rows if isinstance(rows, list) else ()):
                changed[table][place].update({key: row[key] for key in keep & row.keys()})
        (folder / file.name).write_text(dump(changed), encoding="utf-8", newline="")
    return folder


def test_a_hostile_pack_is_shown_as_text_everywhere(hostile: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    data = load(ANSWERS).data
    del data["rubric"]
    answers.write_text(dump(every_text(data)), encoding="utf-8", newline="")
    out = tmp_path / "out"
    for more in ([], ["--json"]):
        commands: Commands = [
            ["pack", "show", hostile],
            ["roles", "--pack", hostile],
            ["score", answers, "--pack", hostile, *ON_A_DAY, "-o", out, "--force"],
            ["plan", out / "report.toml", "--pack", hostile, *ON_A_DAY],
            ["show", out / "report.toml"],
            ["show", out / "plan.toml"],
            ["show", answers],
        ]
        for arguments in commands:
            ran = run(*arguments, *more)
            assert ran.code == 0, (arguments, ran.err)
            harmless(ran)
            assert "\\u001B" in ran.out or "\\u001b" in ran.out
            assert not more or json.loads(ran.out)
    assert run("pack", "check", hostile).code == 0


@pytest.mark.parametrize("field", ["skill", "area", "role", "grade", "resource", "project", "check", "pack"])
@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a\\b", "..", "", " ", ACTING, "x" * 81, "аi", "con\u0000", "-x", "a\u200bb"]
)
def test_hostile_ids_are_refused_and_nothing_is_written(field: str, name: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "pack"))
    for file in folder.glob("*.toml"):
        data = load(file).data
        if field == "pack" and "id" in data:
            data["id"] = name
        rows = (
            data.get(field, []) if field != "grade" else [row for role in data.get("role", []) for row in role["grade"]]
        )
        if rows:
            rows[0]["id"] = name
        file.write_text(dump(data), encoding="utf-8", newline="")
    for ran in (
        run("pack", "check", folder),
        run("roles", "--pack", folder),
        run("score", ANSWERS, "--pack", folder, *ON_A_DAY, "-o", tmp_path / "out"),
    ):
        assert (ran.code, ran.out) == (1, "")
        harmless(ran)
        assert "cannot be an id" in ran.err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["pack"]


@pytest.mark.parametrize("text", [*HOSTILE, ACTING])
def test_arguments_cannot_act_either(text: str, tmp_path: Path) -> None:
    if "\x00" in text:
        text = text.replace("\x00", "")
    commands: Commands = [
        ["show", text],
        ["plan", text],
        ["pack", "check", text],
        ["pack", "show", text],
        ["roles", "--pack", text],
        ["score", ANSWERS, "--pack", SMALL, "--role", text, "-o", tmp_path],
        ["score", ANSWERS, "--pack", SMALL, "--grade", text, "-o", tmp_path],
        ["score", ANSWERS, "--pack", SMALL, "--by", text, "-o", tmp_path],
        ["score", ANSWERS, "--pack", SMALL, "--hours", text, "-o", tmp_path],
        ["score", text, "--pack", SMALL, "-o", tmp_path],
        ["completions", text],
        [text],
    ]
    for arguments in commands:
        ran = run(*arguments)
        if text or arguments[0] != "score":
            assert ran.code in (0, 1, 2, 3)
        harmless(ran)


@pytest.mark.parametrize("name", ["\x1b[31m", "a\nb", "\u202e", "x\udcff"])
def test_names_of_files_cannot_act_either(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    ran = score(ANSWERS, folder)
    assert ran.code == 0
    harmless(ran)
    harmless(score(ANSWERS, folder))
    (folder / "bad.toml").write_text("= 1")
    for ran in (run("show", folder / "bad.toml"), run("pack", "check", folder), run("show", folder / "none.toml")):
        assert ran.code in (1, 3)
        harmless(ran)
    harmless(run("pack", "check", SMALL, "--pack", folder))


def test_where_shows_a_hostile_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKILLGAP_HOME", str(tmp_path / "\x1b[31m"))
    ran = run("where")
    assert ran.code == 0
    harmless(ran)


def test_asking_where_and_listing_creates_nothing(sealed_environment: Path) -> None:
    for arguments in (["where"], ["pack", "list"], ["--help"], ["--version"], ["completions", "bash"]):
        assert run(*arguments).code == 0
    assert not (sealed_environment / "skillgap" / "assessment.toml").exists()
    assert not (sealed_environment / "skillgap" / "packs").exists()


@QUICK
@given(data=st.data(), pack=packs())
def test_any_sound_pack_and_answers_make_files_that_can_be_read(
    tmp_path: Path, data: st.DataObject, pack: Pack
) -> None:
    (tmp_path / "pack.toml").write_text(document(pack, "x"), encoding="utf-8", newline="")
    answers = dump_assessment(data.draw(answers_to(pack)))
    (tmp_path / "answers.toml").write_text(answers, encoding="utf-8", newline="")
    more: list[str | Path] = ["--pack", tmp_path / "pack.toml", *ON_A_DAY]
    ran = run("score", tmp_path / "answers.toml", *more, "-o", tmp_path, "--force", "--hours", "8")
    assert ran.code == 0, ran.err
    harmless(ran)
    before = (tmp_path / "plan.toml").read_bytes()
    planned = {step.skill for step in load_plan(tmp_path / "plan.toml").steps}
    reported = {row.id for row in load_report(tmp_path / "report.toml").skills}
    commands: Commands = [["show", tmp_path / "report.toml"], ["plan", tmp_path / "report.toml", *more]]
    for arguments in commands:
        ran = run(*arguments)
        assert ran.code == 0, ran.err
        harmless(ran)
    # a report holds the skills of its profile: foundations outside of it are not known to a plan made from it
    assert not planned <= reported or (tmp_path / "plan.toml").read_bytes() == before


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key path of a document."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


JUNK = [-1, 0, 10**18, 1e308, float("nan"), True, "", "x", ACTING, [], {}, [{}], "rag", "../x", -(2**63)]


@st.composite
def spoilt(draw: st.DrawFn, data: dict[str, Any]) -> dict[str, Any]:
    """A document with one to three things replaced by something odd, taken out or doubled."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 3))):
        choices = [path for path in places(data) if path]
        if not choices:
            break
        *way, last = draw(st.sampled_from(choices))
        inner: Any = data
        for step in way:
            inner = inner[step]
        what = draw(st.sampled_from(["replace", "replace", "remove", "double"]))
        if what == "replace":
            inner[last] = copy.deepcopy(draw(st.sampled_from(JUNK)))  # or what is changed next changes the list
        elif what == "remove":
            del inner[last]
        elif isinstance(inner, list):
            inner.append(inner[int(last)])
    return data


@QUICK
@given(data=st.data(), kind=st.sampled_from(["report", "plan", "answers"]))
def test_spoilt_files_end_in_a_message_or_in_a_result(tmp_path: Path, data: st.DataObject, kind: str) -> None:
    for name in ("report", "plan", "answers"):
        shutil.copy(DATA / "golden" / f"{name}.toml", tmp_path / f"{name}.toml")
    text = dump(data.draw(spoilt(load(DATA / "golden" / f"{kind}.toml").data)))
    (tmp_path / f"{kind}.toml").write_text(text, encoding="utf-8", newline="")
    commands: Commands = [
        ["show", tmp_path / f"{kind}.toml"],
        ["show", tmp_path / f"{kind}.toml", "--json"],
        ["plan", tmp_path / "report.toml", "--pack", SMALL, *ON_A_DAY],
        ["score", tmp_path / "answers.toml", "--pack", SMALL, *ON_A_DAY, "-o", tmp_path / "out", "--force"],
    ]
    for arguments in commands:
        ran = run(*arguments)
        assert ran.code in (0, 1, 2, 3)
        assert bool(ran.code) == (not ran.out)
        harmless(ran)


@QUICK
@given(data=st.data(), name=st.sampled_from(["pack", "skills", "roles", "steps", "more"]))
def test_spoilt_packs_end_in_a_message_or_in_a_result(tmp_path: Path, data: st.DataObject, name: str) -> None:
    folder = tmp_path / "pack"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SMALL, folder)
    text = dump(data.draw(spoilt(load(folder / f"{name}.toml").data)))
    (folder / f"{name}.toml").write_text(text, encoding="utf-8", newline="")
    check = run("pack", "check", folder)
    harmless(check)
    assert check.code in (0, 1)
    commands: Commands = [
        ["pack", "show", folder],
        ["roles", "--pack", folder, "--json"],
        ["score", ANSWERS, "--pack", folder, *ON_A_DAY, "-o", tmp_path / "out", "--force"],
    ]
    for arguments in commands:
        ran = run(*arguments)
        harmless(ran)
        assert ran.code in ((0, 1, 2) if check.code == 0 else (1,))
