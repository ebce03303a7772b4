"""Bad input of every kind: the exact message, the exit code, and nothing written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from skillgap.cli import main
from skillgap.files.reports import load_report
from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, Ran, run, score

NOBODY = 65534


def written(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*")) if folder.exists() else []


def refused(ran: Ran, code: int, message: str) -> None:
    assert (ran.code, ran.out, ran.err) == (code, "", f"{message}\n")


# What is wrong in the answers


def test_a_mistake_in_the_answers_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text('[[answer]]\nskill = "pyhton"\nlevel = 3\n\n[[answer]]\nskill = "rag"\nlevel = 9\n')
    refused(
        score(file, tmp_path / "out"),
        1,
        f'{file}:2:1: error: unknown skill "pyhton"; did you mean "python"?\n'
        f"{file}:7:1: error: level 9 is outside the scale 0-4; write one of 0 None, 1 Aware, 2 Guided, 3 Independent,"
        " 4 Leading",
    )
    assert written(tmp_path) == ["answers.toml"]


LATE = """\
[[answer]]
skill = "rag"
level = 2
last_used = 2026-11-25
evidence = [
    { kind = "linked", where = "https://example.org/a", date = 2026-11-24 },
    { kind = "linked", where = "https://example.org/b", date = 2027-01-01 },
]

[[check]]
item = "gone-1"
option = 1
date = 2099-12-31
"""


def test_what_is_dated_after_the_day_of_scoring_has_not_happened(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text(f'rubric = {{ id = "small", version = "0.9" }}\n{LATE}')
    up_to = "is still to come; write a day up to 2026-11-24"
    refused(
        score(file, tmp_path / "out"),
        1,
        f"{file}:5:1: error: 2026-11-25 {up_to}\n"
        f"{file}:8:57: error: 2027-01-01 {up_to}\n"
        f"{file}:14:1: error: 2099-12-31 {up_to}",
    )
    assert score(file, tmp_path / "out", "--today", "2100-01-01").code == 0


@pytest.mark.parametrize(("where", "name"), [("a\\u001B[2Jb", "\\u001B"), ("a\\u202Eb", "\\u202E"), ("a\\nb", "\\n")])
def test_what_could_act_on_a_terminal_is_no_link(tmp_path: Path, where: str, name: str) -> None:
    file = tmp_path / "answers.toml"
    file.write_text(f'[[answer]]\nskill = "rag"\nlevel = 2\nevidence = [{{ kind = "linked", where = "{where}" }}]\n')
    refused(
        score(file, tmp_path / "out"),
        1,
        f"{file}:4:32: error: the evidence holds the control character {name};"
        " write the link or path in plain characters",
    )


def test_a_skill_that_is_answered_twice_is_named_by_whoever_reads_the_file(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text('[[answer]]\nskill = "sql"\nlevel = 1\n' * 2)
    for ran in (run("show", file), score(file, tmp_path / "out")):
        assert (ran.code, ran.out) == (1, "")
        assert f'{file}:5:1: error: skill "sql" is answered twice; keep one of the two' in ran.err


def test_a_flood_of_mistakes_is_told_as_far_as_anybody_reads(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text("".join(f'[[answer]]\nskill = "s{number}"\nlevel = 1\n' for number in range(2_000)))
    lines = score(file, tmp_path / "out").err.splitlines()
    assert len(lines) == 501
    assert lines[0].startswith(f'{file}:2:1: error: unknown skill "s0"; ')
    assert lines[-1] == f"{file}:1502:1: error: more than 500 problems; mend these first"


def test_answers_about_terms_are_checked_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    rows = '{ term = "Prompt caching", familiarity = 5 }, { term = "Prompt cashing", familiarity = 1 }'
    text = f'[terms]\ndate = 2026-11-25\nknown = [{rows}, {{ term = "Prompt caching", familiarity = 0 }}]\n'
    file.write_text(text)
    refused(
        run("score", file, *ON_A_DAY, "-o", tmp_path / "out"),
        1,
        f"{file}:2:1: error: 2026-11-25 is still to come; write a day up to 2026-11-24\n"
        f"{file}:3:37: error: familiarity 5 is outside 0-4; 0 is never heard of, 1 heard of, 4 used\n"
        f'{file}:3:58: error: unknown term "Prompt cashing"; did you mean "prompt caching"?\n'
        f'{file}:3:104: error: term "Prompt caching" is answered twice; keep one of the two',
    )
    file.write_text(
        'rubric = { id = "ai-engineering", version = "0.1" }\n[terms]\nknown = [{ term = "Gone", familiarity = 4 }]\n'
    )
    assert run("score", file, *ON_A_DAY, "-o", tmp_path / "out").code == 0
    assert "Answer to an unknown term, kept and not used: Gone." in load_report(tmp_path / "out" / "report.toml").notes


def test_a_path_may_be_written_in_any_script(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    text = '[[answer]]\nskill = "rag"\nlevel = 2\nevidence = [{ kind = "linked", where = "کتاب\u200cها/👩\u200d💻" }]\n'
    file.write_text(text, encoding="utf-8")
    assert score(file, tmp_path / "out").code == 0


def test_the_pack_that_the_answers_name_must_be_there(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text('note = "x"\n[rubric]\nid = "ai-enginering"\n[[answer]]\nskil = "x"\n')
    refused(
        run("score", file, "-o", tmp_path / "out"),
        1,
        f'{file}:3:1: error: unknown pack "ai-enginering"; did you mean "ai-engineering"?; or name one with --pack\n'
        f'{file}:5:1: error: unknown key "skil"; did you mean "skill"?',
    )
    file.write_text('[rubric]\nid = "/"\n')
    refused(
        run("score", file, "-o", tmp_path / "out"),
        1,
        f'{file}:2:1: error: "/" cannot be the id of a pack; name the pack with --pack, or mend the id',
    )


def test_answers_to_another_pack_are_scored_as_far_as_they_match(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    text = (
        '[rubric]\nid = "other"\nversion = "3.1"\n'
        '[[answer]]\nskill = "retrieval"\nlevel = 3\n'
        '[[answer]]\nskill = "cobol\\u001b[31m"\nlevel = 77\n'
    )
    file.write_text(text)
    ran = score(file, tmp_path / "out")
    assert ran.code == 0
    assert ran.err.startswith("note: these answers are to other 3.1, not small 1.0\n")
    assert "Answers that match no skill: cobol\\u001B[31m\n" in ran.out
    assert "1 of 6 skills rated" in ran.out
    assert load_report(tmp_path / "out" / "report.toml").unmatched == ("cobol\x1b[31m",)
    assert file.read_text() == text


def test_a_target_of_another_pack_has_to_be_chosen_anew(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text('[rubric]\nid = "other"\n[target]\nrole = "bilder"\ngrade = "regular"\n')
    refused(score(file, tmp_path / "out"), 2, 'skillgap: no role "bilder"; did you mean "builder"?')
    assert score(file, tmp_path / "out", "--role", "builder").code == 0


# What is wrong on the command line

USAGE = {
    "role": (["--role", "bilder"], 'no role "bilder"; did you mean "builder"?'),
    "no such role": (["--role", "zzz"], 'no role "zzz"; known: "builder", "analyst", "maker"'),
    "grade": (["--grade", "regulr"], 'role "builder" has no grade "regulr"; did you mean "regular"?'),
    "grade of another role": (
        ["--role", "analyst", "--grade", "junior"],
        'role "analyst" has no grade "junior"; known: "regular"',
    ),
    "hours 0": (["--hours", "0"], "0 hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "hours below": (["--hours", "1e-300"], "1e-300 hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "hours -1": (["--hours", "-1"], "-1 hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "hours nan": (["--hours", "nan"], "nan hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "hours inf": (["--hours", "inf"], "inf hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "hours 1e9": (["--hours", "1e9"], "1e+09 hours a week cannot be planned; write 0.5 to 100 with --hours"),
    "by in the past": (
        ["--by", "2020-01-01"],
        "the deadline 2020-01-01 is not after the start 2026-11-24; name another with --by",
    ),
    "by at the start": (
        ["--by", "2026-11-24"],
        "the deadline 2026-11-24 is not after the start 2026-11-24; name another with --by",
    ),
    "by no date": (["--by", "next May"], '--by "next May" is not a date; write it as 2027-05-31'),
    "by no day": (["--by", "2027-02-30"], '--by "2027-02-30" is not a date; write it as 2027-05-31'),
    "today no date": (["--today", "now"], '--today "now" is not a date; write it as 2027-05-31'),
    "start no date": (["--start", "\x1b[31m"], '--start "\\u001B[31m" is not a date; write it as 2027-05-31'),
    "past the calendar": (
        ["--start", "9999-12-30"],
        "the plan would run past the year 9999; give more hours a week, an earlier start or a deadline",
    ),
    "pack": (["--pack", "smal"], 'no pack "smal"; known: "ai-engineering"'),
}


@pytest.mark.parametrize("case", USAGE)
def test_a_mistake_on_the_command_line_writes_nothing(tmp_path: Path, case: str) -> None:
    arguments, message = USAGE[case]
    refused(score(ANSWERS, tmp_path / "out", *arguments), 2, f"skillgap: {message}")
    assert written(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scor"], 'argument COMMAND: there is no "scor"; did you mean "score"?; see \'skillgap --help\''),
        (["xyzzy"], 'there is no "xyzzy"; there are rate, check, score, plan, show, roles, pack, serve, where, compl'),
        (["pack", "chekc"], 'there is no "chekc"; did you mean "check"?; see \'skillgap pack --help\''),
        (["plan", "x", "--huors=3"], "unrecognized arguments: --huors=3; did you mean --hours?"),
        (["score"], "the following arguments are required: ANSWERS"),
        (["score", "x", "--hours", "many"], "argument --hours: invalid number value: 'many'"),
        (["score", "x", "--hours"], "argument --hours: expected one argument"),
        (["score", "x", "-o", ""], "argument -o/--output: expected a value, not an empty one"),
        (["--pack=", "roles"], "argument --pack: expected a value, not an empty one"),
        (["score", "x", "--colour"], "unrecognized arguments: --colour"),
        (["roles", "\x1b[31mred\x1b[0m"], "unrecognized arguments: \\u001B[31mred\\u001B[0m"),
        (["pack"], "the following arguments are required: ACTION"),
        (["completions", "tcsh"], 'argument SHELL: there is no "tcsh"; there are bash, zsh, fish'),
    ],
    ids=lambda item: " ".join(item).encode("unicode_escape").decode() if isinstance(item, list) else "",
)
def test_usage_is_explained(arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    usage, what = ran.err.splitlines()
    assert usage.startswith("usage: skillgap")
    assert message in what
    assert "--help'" in what


# Files that are in the way


def test_outputs_that_exist_stay_and_the_other_file_is_not_written(tmp_path: Path) -> None:
    for there in ("report.toml", "plan.toml"):
        out = tmp_path / there
        out.mkdir()
        (out / there).write_text("mine")
        refused(
            score(ANSWERS, out),
            3,
            f"{out}/{there}: exists already; nothing was written; use --force to overwrite or -o to name another",
        )
        assert written(out) == [there]
        assert (out / there).read_text() == "mine"


def test_both_outputs_are_named_when_both_exist(tmp_path: Path) -> None:
    score(ANSWERS, tmp_path)
    ran = score(ANSWERS, tmp_path)
    assert ran.code == 3
    assert ran.err.startswith(f"{tmp_path}/report.toml, {tmp_path}/plan.toml: exists already;")


def test_force_overwrites(tmp_path: Path) -> None:
    for name in ("report.toml", "plan.toml"):
        (tmp_path / name).write_text("old")
    assert score(ANSWERS, tmp_path, "--force").code == 0
    assert run("show", tmp_path / "report.toml").code == 0
    assert run("show", tmp_path / "plan.toml").code == 0


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_in_the_way_stops_both_files(tmp_path: Path, force: list[str]) -> None:
    (tmp_path / "plan.toml").mkdir()
    refused(
        score(ANSWERS, tmp_path, *force),
        3,
        f"cannot write {tmp_path}/plan.toml: it is a folder; nothing was written",
    )
    assert written(tmp_path) == ["plan.toml"]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path, force: list[str]) -> None:
    (tmp_path / "report.toml").symlink_to(tmp_path / "gone" / "x")
    refused(
        score(ANSWERS, tmp_path, *force),
        3,
        f"cannot write {tmp_path}/report.toml: it is no regular file; nothing was written",
    )


@pytest.mark.parametrize("name", ["report.toml", "plan.toml"])
def test_the_answers_are_never_overwritten_even_with_force(tmp_path: Path, name: str) -> None:
    text = ANSWERS.read_text()
    (tmp_path / name).write_text(text)
    refused(
        score(tmp_path / name, tmp_path, "--force"),
        3,
        f"{tmp_path}/{name}: is the file to read; nothing was written; use -o to name another",
    )
    assert written(tmp_path) == [name]
    assert (tmp_path / name).read_text() == text


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    refused(score(ANSWERS, tmp_path / "out"), 3, f"cannot make the folder {tmp_path}/out: a file has that name")
    assert (tmp_path / "out").read_text() == "x"


def test_a_name_that_the_system_does_not_take(tmp_path: Path) -> None:
    long = "x" * 300
    ran = score(ANSWERS, tmp_path / long)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("cannot use ")
    assert ran.err.endswith("/report.toml: the name is too long\n")
    refused(run("show", long), 3, f"cannot read {long}: the name is too long")


# Files that cannot be read


def missing(folder: Path) -> Path:
    return folder / "missing.toml"


def a_folder(folder: Path) -> Path:
    (folder / "dir").mkdir()
    return folder / "dir"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def a_device(_: Path) -> Path:
    return Path("/dev/zero")


def behind_a_file(folder: Path) -> Path:
    (folder / "file").write_text("")
    return folder / "file" / "x"


def a_circle(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "link")
    return folder / "link"


READERS = [["score"], ["plan"], ["show"], ["pack", "check"], ["roles", "--pack"]]
UNREADABLE: list[tuple[Callable[[Path], Path], str]] = [
    (missing, "there is no such file"),
    (a_folder, "it is a folder"),
    (a_pipe, "it is a named pipe, not a file"),
    (a_device, "it is a device, not a file"),
    (behind_a_file, "a part of its path is a file, not a folder"),
    (a_circle, "its symbolic links go round in a circle"),
]


@pytest.mark.parametrize(("make", "reason"), UNREADABLE, ids=lambda item: getattr(item, "__name__", ""))
@pytest.mark.parametrize(
    "command", [["score"], ["plan"], ["show"], ["pack", "check"], ["roles", "--pack"]], ids=" ".join
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, command: list[str], make: Callable[[Path], Path], reason: str
) -> None:
    file = make(tmp_path)
    if make is a_folder and command[0] in ("pack", "roles"):
        refused(run(*command, file), 1, f"{file}: error: holds no TOML file; name the folder or file of a pack")
    else:
        refused(run(*command, file), 3, f"cannot read {file}: {reason}")


@contextmanager
def without_rights() -> Iterator[None]:
    """Be somebody whom file modes stop; everything that is imported later has been imported before."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_place(tmp_path: Path) -> Path:
    """A folder that anybody may enter, below folders that anybody may pass."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o755)
    return tmp_path


def test_files_without_leave_to_read(open_place: Path) -> None:
    file = open_place / "answers.toml"
    shutil.copy(ANSWERS, file)
    score(file, open_place / "warm")
    file.chmod(0)
    with without_rights():
        ran = score(file, open_place / "out")
    refused(ran, 3, f"cannot read {file}: permission denied")


def test_folders_without_leave_to_write(open_place: Path) -> None:
    score(ANSWERS, open_place / "warm")
    out = open_place / "out"
    out.mkdir(mode=0o555)
    with without_rights():
        first = score(ANSWERS, out)
        second = score(ANSWERS, out / "deeper")
    refused(first, 3, f"cannot write {out}/report.toml: permission denied")
    refused(second, 3, f"cannot make the folder {out}/deeper: permission denied")
    assert written(out) == []


def test_folders_that_may_not_be_entered(open_place: Path) -> None:
    score(ANSWERS, open_place / "warm")
    closed = open_place / "closed"
    shutil.copytree(SMALL, closed / "small")
    closed.chmod(0)
    with without_rights():
        ran = run("pack", "check", closed / "small")
        out = score(ANSWERS, closed / "out")
    closed.chmod(0o755)
    refused(ran, 3, f"cannot read {closed}/small: permission denied")
    refused(out, 3, f"cannot use {closed}/out/report.toml: permission denied")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", None),
        (b"\xff\xfe[\x00", "1:1: error: the file is UTF-16, not UTF-8; save it as UTF-8"),
        (b'person = "\xe4"', "1:11: error: byte 0xE4 is not UTF-8; save the file as UTF-8"),
        (b'person = "x\x00"', "1:12: error: control character \\u0000; delete it; this may not be a text file"),
        (b"# \x1b[31m", "1:3: error: control character \\u001B; delete it; this may not be a text file"),
        (b"# \xc2\x9b31m", "1:3: error: control character \\u009B; delete it; this may not be a text file"),
        (b"PK\x03\x04", "1:3: error: control character \\u0003; delete it; this may not be a text file"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(tmp_path: Path, data: bytes, message: str | None) -> None:
    file = tmp_path / "answers.toml"
    file.write_bytes(data)
    ran = score(file, tmp_path / "out")
    if message is None:
        assert (ran.code, ran.err.startswith("wrote ")) == (0, True)
    else:
        refused(ran, 1, f"{file}:{message}")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    with file.open("wb") as stream:
        stream.truncate(9 * 2**20)
    refused(
        score(file, tmp_path / "out"),
        1,
        f"{file}:1:1: error: the file is too large: 9.0 MiB, and at most 8.0 MiB are read; split it, or check that it"
        " is the right file",
    )


@pytest.mark.parametrize("command", ["score", "pack new", "pack import"])
def test_a_folder_that_was_made_for_nothing_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "m.csv").write_text("Skill,Level 1,Level 2\nSQL,a,b\n")
    folder = tmp_path / "a" / "b"
    arguments = {
        "score": ("score", ANSWERS, "--pack", SMALL, *ON_A_DAY, "-o", folder),
        "pack new": ("pack", "new", folder),
        "pack import": ("pack", "import", tmp_path / "m.csv", "--accept", "-o", folder),
    }[command]
    link, linked = Path.hardlink_to, 0

    def full(self: Path, target: Path) -> None:
        nonlocal linked
        linked += 1
        if linked > 1:
            raise OSError(28, "No space left on device")
        link(self, target)

    monkeypatch.setattr(Path, "hardlink_to", full)
    ran = run(*arguments)
    assert (ran.code, ran.err.splitlines()[-1][-16:]) == (3, "the disk is full")
    assert written(tmp_path) == ["m.csv"]


# Exit codes in one place


def test_exit_codes(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("x = 1")
    assert main(["where"]) == 0
    assert main(["show", str(tmp_path / "bad.toml")]) == 1
    assert main(["score", str(ANSWERS), "--pack", str(SMALL), "--role", "x", *ON_A_DAY]) == 2
    assert main(["show", str(tmp_path / "none.toml")]) == 3
