"""The documentation is true: its examples are run, its tables are those of the code, its links lead somewhere.

What is run: a block of TOML whose first line says more than `toml`, a block with a file, and a block of `console`.

    ```toml file=team/pack.toml       written to that file
    ```csv file=skills.csv            the same
    ```diff file=team/pack.toml       the lines with `-` and ` ` stand in that file once; now those with `+` and ` ` do
    ```toml assessment file=x.toml    read as an assessment, written again, and the same
    ```toml partial                   parsed
    ```console                        each `$ command` is run (skillgap, cat, cp -r) and gives the lines below it;
                                      `...` stands for any lines; `> line` is typed

The blocks of a page are run in order, in one folder that holds nothing but the examples.
"""

from __future__ import annotations

import io
import re
import runpy
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from skillgap.files.assessments import draft_of, dump_assessment
from skillgap.files.reports import dump_plan, dump_report, load_plan, load_report
from skillgap.files.toml import Document, parse
from tests.cli.running import run
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PACKAGE = ROOT / "skillgap"
FENCE = re.compile(r"^```(\S*)[ ]?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    language: str
    words: tuple[str, ...]
    text: str
    line: int

    @property
    def file(self) -> str | None:
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), None)

    @property
    def kind(self) -> str | None:
        return next((word for word in self.words if not word.startswith("file=")), None)


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        yield Block(match[1], tuple(match[2].split()), match[3], text.count("\n", 0, match.start()) + 1)


def test_the_formats_page_has_examples_of_everything() -> None:
    found = list(blocks(ROOT / "docs" / "formats.md"))
    assert {block.kind for block in found if block.language == "toml"} == {None, "assessment", "partial"}
    commands = [line for block in found if block.language == "console" for line in block.text.splitlines()]
    for command in ("pack check", "score", "plan"):
        assert any(line.startswith(f"$ skillgap {command}") for line in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_do_what_it_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for block in blocks(page):
        if block.language == "toml" and block.words:
            check_toml(block)
        elif block.file:
            write_file(block)
        elif block.language == "console":
            for command, typed, expected in commands(block):
                monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
                printed = execute(command)
                assert matches(printed, expected), f"{page}:{block.line}: {command}\n{printed}"


def check_toml(block: Block) -> None:
    name = block.file or f"line {block.line}"
    document = Document(name, block.text, parse(block.text, name))
    if block.file:
        Path(block.file).parent.mkdir(parents=True, exist_ok=True)
        Path(block.file).write_text(block.text, encoding="utf-8")
    if block.kind == "assessment":
        draft = draft_of(document)
        assert draft.problems == ()
        text = dump_assessment(draft.assessment)
        assert draft_of(Document(name, text, parse(text, name))).assessment == draft.assessment


def write_file(block: Block) -> None:
    assert block.file
    file = Path(block.file)
    if block.language != "diff":
        file.write_text(block.text, encoding="utf-8")
        return
    lines = block.text.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] in f" {sign}") for sign in "-+")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"line {block.line}: stands {text.count(old)} times in {file}:\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def commands(block: Block) -> Iterator[tuple[str, str, list[str]]]:
    """Each command of a block with what is typed into it and the lines that it is said to print."""
    for part in f"\n{block.text}".split("\n$ ")[1:]:
        command, *lines = part.splitlines()
        typed = "".join(f"{line[2:]}\n" for line in lines if line.startswith("> "))
        yield command, typed, [line for line in lines if not line.startswith("> ")]


def execute(command: str) -> list[str]:
    """Run a command; give what it prints, narration after data."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        return Path(arguments[0]).read_text(encoding="utf-8").splitlines()
    if program == "cp" and arguments[0] == "-r":
        shutil.copytree(arguments[1], arguments[2])
        return []
    assert program == "skillgap", f"a page may only show skillgap, cat and cp -r, not {program}"
    ran = run(*arguments)
    return [*ran.out.splitlines(), *ran.err.splitlines()]


def matches(printed: list[str], expected: list[str]) -> bool:
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def test_files_that_the_formats_page_shows_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = ROOT / "docs" / "formats.md"
    test_the_examples_of_a_page_do_what_it_says(page, tmp_path, monkeypatch)
    report, plan = tmp_path / "out" / "report.toml", tmp_path / "out" / "plan.toml"
    assert dump_report(load_report(report)) == report.read_text()
    assert dump_plan(load_plan(plan)) == plan.read_text()


def test_tables_of_keys_are_those_of_the_code() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "formats.py"))
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert tool["missing"](page) == []
    assert tool["filled"](page) == page, "run python tools/formats.py"


def test_the_readmes_line_for_the_main_job_does_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    marked = re.search(r"<!-- run -->\n```sh\n(.+)\n```", readme)
    assert marked
    program, *arguments = shlex.split(marked[1])
    assert program == ".venv/bin/skillgap"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "wrote out/report.toml and out/plan.toml\n")


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = run("--help").out
    for name in re.findall(r"^    (\w+) ", listed, re.MULTILINE):
        assert f"`skillgap {name}" in readme, name


def test_the_map_of_the_code_is_that_of_the_code() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    parts = "core|files|ui|plain|web|cli|tests|tools|docs|benchmarks"
    named = set(re.findall(rf"`((?:{parts})/[\w/.-]*|errors\.py)`", page))
    real = {name for name in named if (ROOT / name).exists() or (PACKAGE / name).exists()}
    assert all("NAME" in name for name in named - real), named - real
    packages = {f"{init.parent.relative_to(PACKAGE)}/" for init in PACKAGE.rglob("__init__.py")} - {"./"}
    assert packages <= named


def test_modules_are_as_short_as_the_house_rules_say() -> None:
    lengths = {module: len(module.read_text(encoding="utf-8").splitlines()) for module in PACKAGE.rglob("*.py")}
    assert {str(module): count for module, count in lengths.items() if count > 300} == {}


def test_docstrings_name_modules_that_exist() -> None:
    for module in PACKAGE.rglob("*.py"):
        for name in re.findall(r"`skillgap((?:\.\w+)+)`", module.read_text(encoding="utf-8")):
            places = [PACKAGE.joinpath(*name.split(".")[1:end]) for end in (None, -1)]
            assert any(place.is_dir() or place.with_suffix(".py").exists() for place in places), f"{module}: {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        if "://" in link:
            continue
        target = page.parent / path if path else page
        assert target.exists(), f"{page}: {link}"
        if anchor:
            assert anchor in headings(target), f"{page}: {link}"


def headings(page: Path) -> set[str]:
    """The anchors that a page's headings make."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in found}
