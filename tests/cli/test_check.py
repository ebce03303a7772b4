"""check: questions on a pipe, every answer on disk before the next one, and no escape codes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.core.assessment import Response
from skillgap.core.quiz import shuffled
from skillgap.files.assessments import read_draft
from skillgap.files.rubrics import open_pack
from skillgap.files.storage import lock
from tests.cli.running import environment
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "backend-engineer.toml"
PACK = open_pack(None).pack


class Person:
    """Somebody at the other end of a pipe, with answers of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "answers.toml"
        shutil.copy(EXAMPLE, self.file)

    def types(self, *lines: str, more: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "skillgap", "check", self.file, "--plain", *more],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=environment(self.folder / "home"),
            timeout=60,
        )

    def responses(self) -> tuple[Response, ...]:
        return read_draft(self.file).assessment.checks


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_an_answer_is_told_explained_and_kept(person: Person) -> None:
    before = read_draft(person.file).assessment
    ran = person.types("2", "80", "q")
    (response,) = person.responses()
    check = PACK.check_by_id[response.item]
    assert ran.returncode == 0
    assert ran.stderr == f"your answers are in {person.file}\n"
    assert response.option == shuffled(len(check.options), response.seed or 0)[1]
    assert response.probability == 0.8
    for text in (check.question, *check.options, check.why, check.source):
        assert text in ran.stdout
    assert ("\nRight.\n" in ran.stdout) == (response.option == check.answer)
    assert read_draft(person.file).assessment.answers == before.answers


def test_options_stand_in_the_order_of_the_recorded_seed(person: Person) -> None:
    ran = person.types("d", "q")
    (response,) = person.responses()
    check = PACK.check_by_id[response.item]
    first = ran.stdout.split("\n1-4, d, s, t, u, q or ?:")[0]
    shown = re.findall(r"^  \d (.*)$", first, re.MULTILINE)
    assert shown == [check.options[option - 1] for option in shuffled(len(check.options), response.seed or 0)]


def test_not_knowing_is_an_answer_without_certainty(person: Person) -> None:
    ran = person.types("d", "q")
    (response,) = person.responses()
    assert (response.option, response.probability) == (0, None)
    assert "Not known. The right answer: " in ran.stdout
    assert "How sure" not in ran.stdout


def test_the_next_time_asks_something_else(person: Person) -> None:
    person.types("1", "", "q")
    person.types("1", "", "1", "", "q")
    items = [response.item for response in person.responses()]
    assert len(set(items)) == len(items) == 3
    assert [response.probability for response in person.responses()] == [None] * 3


def test_it_ends_by_itself_with_a_reason(person: Person) -> None:
    ran = person.types(*["d"] * 60)
    count = len(person.responses())
    assert 0 < count < 60
    assert f"{count} answered this time, 0 of them right; {count} in all." in ran.stdout
    assert ran.returncode == 0


def test_the_band_is_said_after_every_answer(person: Person) -> None:
    out = person.types("d", "d", "q").stdout
    assert len(re.findall(r"^Readiness, .*: \d+ to \d+ before, \d+ to \d+ now\.$", out, re.MULTILINE)) == 3


@pytest.mark.parametrize("answer", ["9", "0", "-1", "1.5", "x", "\x1b[31m", "²", "dd"])
def test_what_is_no_answer_is_asked_again(person: Person, answer: str) -> None:
    ran = person.types(answer, "q")
    assert ran.returncode == 0
    assert "Not understood" in ran.stdout
    assert "\x1b" not in ran.stdout
    assert person.responses() == ()


def test_what_is_no_certainty_is_asked_again(person: Person) -> None:
    ran = person.types("1", "101", "sure", "70 %", "q")
    assert ran.stdout.count("Not understood") == 2
    assert [response.probability for response in person.responses()] == [0.7]


def test_the_end_of_the_input_stops_and_loses_nothing(person: Person) -> None:
    assert person.types("d").returncode == 0
    assert len(person.responses()) == 1


def test_another_target_is_kept_with_the_first_answer(person: Person) -> None:
    person.types("d", "q", more=("--role", "ml-engineer", "--grade", "senior"))
    target = read_draft(person.file).assessment.target
    assert target is not None
    assert (target.role, target.grade) == ("ml-engineer", "senior")


def test_a_missing_file_and_one_in_use_are_named(person: Person) -> None:
    with lock(person.file):
        busy = person.types("d", "q")
    assert (busy.returncode, person.responses()) == (3, ())
    assert str(person.file) in busy.stderr
    person.file.unlink()
    missing = person.types("d")
    assert missing.returncode == 3
    assert missing.stderr == f"cannot read {person.file}: there is no such file\n"
    assert not person.file.exists()
