"""Every command and every export, given files written to hurt."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import icalendar
import pytest
from markdown_it import MarkdownIt

from skillgap.cli.parser import build
from skillgap.files.toml import load
from tests.cli.running import ON_A_DAY, SMALL, Ran, harmless, run
from tests.hostile.kit import ATTACKS, write_answers, write_matrix, write_pack, write_settings
from tests.hostile.watching import watched

Words = tuple[str | Path, ...]
ELSEWHERE = {"serve"}
"""Commands that do not end by themselves; they have tests of their own."""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A folder of hostile files, with a secret beside it that no file may lead to."""
    (tmp_path / "secret.toml").write_text('title = "secret"\n')
    folder = tmp_path / "kit"
    write_pack(folder / "pack")
    write_answers(folder / "answers.toml")
    write_settings(folder / "settings.toml")
    write_matrix(folder / "matrix.csv")
    return folder


def commands(kit: Path, out: Path) -> list[Words]:
    """Each command that reads files, in each of its forms."""
    pack: Words = ("--pack", kit / "pack")
    exports: Words = ("--ics", out / "plan.ics", "--markdown", out / "plan.md", "--force")
    found: list[Words] = [
        ("score", kit / "answers.toml", *pack, *ON_A_DAY, "-o", out, "--hours", "8"),
        ("score", kit / "answers.toml", *pack, *ON_A_DAY, "-o", out, "--force", "--json"),
        ("plan", out / "report.toml", *pack, *ON_A_DAY, "--by", "2027-06-01", *exports),
        ("plan", out / "report.toml", *pack, *ON_A_DAY, "--json"),
        *(("show", file, *pack) for file in (kit / "answers.toml", out / "report.toml", out / "plan.toml")),
        *(("show", file, "--json") for file in (kit / "answers.toml", out / "report.toml", out / "plan.toml")),
        ("roles", *pack),
        ("roles", *pack, "--json"),
        ("pack", "show", kit / "pack"),
        ("pack", "show", kit / "pack", "--json"),
        ("pack", "check", kit / "pack"),
        ("pack", "check", kit / "pack", "--json"),
        ("pack", "diff", SMALL, kit / "pack", "--answers", kit / "answers.toml"),
        ("pack", "diff", SMALL, kit / "pack", "--json"),
        ("pack", "import", kit / "matrix.csv", "--accept", "-o", out / "imported"),
        ("pack", "check", out / "imported"),
        ("pack", "list"),
        ("pack", "schema"),
        ("pack", "new", out / "new"),
        ("where",),
        ("completions", "bash"),
        ("rate", "--plain", *pack, "--assessment", kit / "answers.toml"),
        ("check", kit / "answers.toml", *pack),
    ]
    return found


def test_every_command_shows_attacks_as_text(
    kit: Path, tmp_path: Path, sealed_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(sealed_environment / "skillgap" / "packs" / "con")
    write_settings(sealed_environment / "skillgap" / "settings.toml")
    out = tmp_path / "out"
    given = {file: file.read_bytes() for file in kit.rglob("*.toml") if file.name != "answers.toml"}
    ran: list[tuple[Words, Ran]] = []
    monkeypatch.setattr("sys.stdin", StringIO("3\n[@click=app.quit]\x1b[2J\nn\n\x1b]52;c;x\x07\n2\nq\n"))
    own = (kit / "answers.toml", kit / ".answers.toml")
    with watched(out, sealed_environment, *own, secrets=(tmp_path / "secret.toml",)):
        for words in commands(kit, out):
            ran.append((words, run(*words)))
    for words, result in ran:
        assert result.code in (0, 1), (words, result.err)
        harmless(result)
        assert "--json" not in words or json.loads(result.out) is not None
    assert {file: file.read_bytes() for file in given} == given
    assert {path.name for path in tmp_path.iterdir()} == {"kit", "out", "secret.toml"}
    assert not list(tmp_path.rglob("ran"))
    assert {path.name for path in out.iterdir()} == {
        *("report.toml", "plan.toml", "plan.toml.bak", "plan.ics", "plan.md", "imported", "new")
    }
    calendar_holds(out / "plan.ics")
    checklist_holds(out / "plan.md")
    assert load(out / "imported" / "pack.toml").data["skill"][8]["name"].startswith("=cmd|"), "a formula is a text"


def calendar_holds(file: Path) -> None:
    """A calendar of whole-day events and nothing else: no text has become a line of its own."""
    text = file.read_bytes().decode()
    calendar = icalendar.Calendar.from_ical(text)
    events = list(calendar.walk("VEVENT"))
    assert events
    assert text.count("\nBEGIN:VEVENT") == len(events)
    kinds = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}
    assert all(set(event) <= kinds for event in events)
    assert all(line.isprintable() or "\u3000" in line for line in re.sub("\r\n ?", "\n", text).split("\n"))


def checklist_holds(file: Path) -> None:
    """Markdown of headings and lists of text: no link, picture, code, table or HTML has come of a text."""
    text = file.read_text(encoding="utf-8")
    assert "<script>" not in text
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    kinds = {token.type for outer in tokens for token in (outer, *(outer.children or ()))}
    allowed = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    allowed |= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "softbreak"}
    assert kinds <= allowed, kinds - allowed


def test_every_command_is_among_them(kit: Path, tmp_path: Path) -> None:
    tried = {" ".join(map(str, words[: 2 if words[0] == "pack" else 1])) for words in commands(kit, tmp_path)}
    assert tried == set(names(build())) - ELSEWHERE


def names(parser: argparse.ArgumentParser, before: str = "") -> list[str]:
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        return [before]
    return [name for word, below in inner[0].choices.items() for name in names(below, f"{before} {word}".strip())]


TRAPS: dict[str, Callable[[Path, Path], object]] = {
    "link.toml": lambda path, secret: path.symlink_to(secret),
    "upwards.toml": lambda path, secret: path.symlink_to(Path("..") / ".." / secret.name),
    "pipe.toml": lambda path, _: os.mkfifo(path),
    "large.toml": lambda path, _: path.write_bytes(bytes(50 * 2**20)),
    "device.toml": lambda path, _: path.symlink_to("/dev/zero"),
    "circle.toml": lambda path, _: path.symlink_to(path),
}


@pytest.mark.parametrize("name", TRAPS)
def test_what_is_no_file_of_the_pack_is_named_and_not_followed(name: str, kit: Path, tmp_path: Path) -> None:
    pack, secret, out = kit / "pack", tmp_path / "secret.toml", tmp_path / "out"
    TRAPS[name](pack / name, secret)
    with watched(secrets=(secret,)):
        for words in (("pack", "check", pack), ("score", kit / "answers.toml", "--pack", pack, "-o", out)):
            ran = run(*words)
            assert ran.code in (1, 3)
            assert str(pack / name) in ran.err
            harmless(ran)
    assert not out.exists()


def test_a_link_to_a_folder_is_not_followed(kit: Path, tmp_path: Path) -> None:
    (kit / "pack" / "more").symlink_to(tmp_path, target_is_directory=True)
    with watched(secrets=(tmp_path / "secret.toml",)):
        ran = run("pack", "check", kit / "pack")
    assert ran.code == 0
    assert "secret" not in ran.out


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "aux.toml", "c:x", "a:b", "~root", "-rf", "..", ".", "/abs"])
def test_ids_never_become_file_names(name: str, kit: Path, tmp_path: Path) -> None:
    file = kit / "pack" / "pack.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"con"', json.dumps(name)), encoding="utf-8", newline="")
    with watched(tmp_path / "out"):
        ran = run("score", kit / "answers.toml", "--pack", kit / "pack", *ON_A_DAY, "-o", tmp_path / "out")
    assert ran.code in (0, 1)
    written = {path.name for path in (tmp_path / "out").iterdir()} if ran.code == 0 else set()
    assert written <= {"report.toml", "plan.toml"}


def test_there_is_an_attack_on_everything() -> None:
    assert any("]8;;" in attack for attack in ATTACKS)
    assert any("]52;" in attack for attack in ATTACKS)
    assert any(attack.startswith("=") for attack in ATTACKS)
