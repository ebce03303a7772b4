"""rate --plain: the questions on a pipe, every answer on disk before the next one, and no escape codes."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.files.assessments import read_draft
from skillgap.files.reports import load_report
from tests.cli.running import SMALL, environment

FULL = Path("/dev/full")


class Person:
    """Somebody at the other end of a pipe, with an answers file of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "answers.toml"

    def types(self, *lines: str | bytes, more: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess[str]:
        data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
        ran = subprocess.run(
            [sys.executable, "-m", "skillgap", "rate", "--plain", "--pack", SMALL, "--assessment", self.file, *more],
            input=data,
            capture_output=True,
            check=False,
            cwd=self.folder,
            env={**environment(self.folder / "home"), **env},
            timeout=60,
        )
        return subprocess.CompletedProcess(
            ran.args, ran.returncode, *(text.decode(errors="replace") for text in (ran.stdout, ran.stderr))
        )

    def levels(self) -> dict[str, int | None]:
        return {answer.skill: answer.level for answer in read_draft(self.file).assessment.answers}


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_answers_are_kept_and_the_next_time_goes_on_from_there(person: Person) -> None:
    first = person.types("3", "q")
    assert (first.returncode, first.stderr) == (0, f"your answers are in {person.file}\n")
    assert person.levels() == {"python": 3}
    second = person.types("1", "q")
    assert "Skill 1 of 6" not in second.stdout
    assert person.levels() == {"python": 3, "rag": 1}


def test_the_whole_interview_gives_every_skill_an_answer(person: Person) -> None:
    ran = person.types("4", "0", "n not my part of it", "2", "1", "3")
    assert ran.returncode == 0
    assert "5 of 6 skills rated, 1 not applicable, 0 open" in ran.stdout
    assert person.levels() == {
        "python": 4, "rag": 0, "mlops": None, "evaluation": 2, "statistics": 1, "communication": 3,
    }  # fmt: skip
    assert read_draft(person.file).assessment.answer("mlops").na == "not my part of it"


def test_a_quick_round_asks_what_decides_first_and_can_be_left(person: Person) -> None:
    ran = person.types("2", "i", "s", "i", "1", "3", "2", "1", more=("--quick",))
    assert ran.returncode == 0
    assert "Quick round, 0 of 6 asked" in ran.stdout
    assert "Every skill is asked: 5 open." in ran.stdout
    assert "Quick round, 1 of 6 asked" in ran.stdout
    assert "Quick round: 5 of 6 asked; the rest is inferred in the results and stored nowhere." in ran.stdout
    done = person.types("1", more=("--quick",))
    assert "Quick round: 6 of 6 asked" in done.stdout
    assert "gap report of" in done.stdout, "the results follow by themselves"


def test_rating_again_asks_where_you_were_then_and_enter_skips_it(person: Person) -> None:
    dated = "".join(f'[[answer]]\nskill = "{name}"\nlevel = 1\ndate = 2025-03-01\n' for name in ("python", "rag"))
    person.file.write_text(dated)
    ran = person.types("3", "2", "2", "", "q", more=("--again",))
    assert ran.returncode == 0
    assert "Re-assessment: 2 skills to rate again" in ran.stdout
    assert "Looking back, where were you with Python" in ran.stdout
    assert "Skipped." in ran.stdout
    answers = read_draft(person.file).assessment
    kept = {name: answers.answer(name).earlier[0] for name in ("python", "rag")}
    assert sorted((one.level, one.looking_back or 0) for one in kept.values()) == [(1, 0), (1, 2)]
    assert all(answers.answer(name).again is None for name in kept)


def test_each_question_shows_every_anchor(person: Person) -> None:
    out = person.types("q").stdout
    for level, anchor in enumerate(("I have not written Python.", "I can read a Python script and say what it does.")):
        assert f"  {level} {('None', 'Aware')[level]}: {anchor}\n" in out


@pytest.mark.parametrize("answer", ["9", "-1", "2.5", "x y", "\x1b[31m", "²", "٣", "n\x00", "000003", "q q", "nn"])
def test_what_is_no_answer_changes_nothing_and_is_asked_again(person: Person, answer: str) -> None:
    ran = person.types(answer, "2", "q")
    assert ran.returncode == 0
    assert "\x1b" not in ran.stdout
    assert person.levels().get("python", 2) in (2, None)


def test_an_answer_can_be_taken_back(person: Person) -> None:
    assert person.types("3", "u", "q").returncode == 0
    assert not person.file.exists() or person.levels() == {}


def test_the_end_of_the_input_stops_like_q(person: Person) -> None:
    ran = person.types("2")
    assert (ran.returncode, person.levels()) == (0, {"python": 2})
    assert person.types().returncode == 0


def test_results_and_both_files_can_be_had(person: Person) -> None:
    ran = person.types("4", "1", "2", "0", "2", "r", "w out", "q")
    assert "Readiness: " in ran.stdout
    assert load_report(person.folder / "out" / "report.toml").summary.rated == 5
    again = person.types("w out", "q")
    assert again.returncode == 0
    assert "report.toml and plan.toml in out: there already, and nothing was written\n" in again.stdout


def test_nothing_on_the_pipe_is_an_escape_code(person: Person) -> None:
    ran = person.types("?", "f \x1b[2J", "n \x1b]0;x\x07", "r", "w /dev/null/x", "q")
    assert ran.returncode == 0
    assert not {char for char in ran.stdout + ran.stderr if not (char.isprintable() or char == "\n")}


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii:strict", "latin-1"])
def test_bytes_that_are_no_text_are_no_crash(person: Person, encoding: str) -> None:
    ran = person.types(b"\xff\xfe", b"n caf\xe9 \xf0\x9f", "q", PYTHONIOENCODING=encoding)
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert read_draft(person.file).assessment.answer("python").na is not None


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
def test_a_full_output_is_told_and_the_answers_are_safe(person: Person) -> None:
    person.types("3", "q")
    with FULL.open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "skillgap", "rate", "--plain", "--pack", SMALL, "--assessment", person.file],
            input="1\n",
            text=True,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(person.folder / "home"),
            timeout=60,
        )
    assert ran.returncode == 3
    assert ran.stderr.endswith("cannot write the output: no space left on device\n")
    assert person.levels()["python"] == 3


def test_without_any_stream_it_still_ends(person: Person) -> None:
    for command in (["rate", "--pack", str(SMALL)], ["--pack", str(SMALL)]):
        ran = subprocess.run(
            ["sh", "-c", '"$@" <&- >&-', "sh", sys.executable, "-m", "skillgap", *command],
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=environment(person.folder / "home"),
            timeout=60,
        )
        assert ran.returncode == 0
        assert "Traceback" not in ran.stderr


def test_an_unreadable_answers_file_is_left_alone(person: Person) -> None:
    person.file.write_text("half a fi")
    ran = person.types("3", "q")
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"{person.file}:1:")
    assert person.file.read_text() == "half a fi"


def test_an_unknown_role_or_pack_is_a_mistake_of_usage(person: Person) -> None:
    assert person.types("q", more=("--role", "zzz")).returncode == 2
    assert person.types("q", more=("--pack", "zzz")).returncode == 2
    assert not person.file.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_the_conversation_in_order(tmp_path: Path, number: signal.Signals) -> None:
    file = tmp_path / "assessment.toml"
    command = [sys.executable, "-m", "skillgap", "rate", "--plain", "--pack", str(SMALL), "--assessment", str(file)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path / "home"),
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509 - under nohup it would be ignored
    ) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        assert talk.stderr is not None
        talk.stdin.write("2\n")
        talk.stdin.flush()
        while "skill 2 of" not in talk.stdout.readline().lower():
            pass
        talk.send_signal(number)
        assert talk.wait(20) == 128 + number
        assert talk.stderr.read() == ""
    assert file.read_text().count("level = 2") == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["assessment.toml"]
