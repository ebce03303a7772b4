"""Comments at the head of a file stay when it is written again."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.files.heads import head_in, head_of
from skillgap.files.reports import dump_plan, load_plan
from skillgap.ui.opening import open_session
from tests.cli.running import ANSWERS, ON_A_DAY, SMALL, run, score

MINE = "#:schema ../docs/schemas/x.schema.json\n# for Kim\n\n# second thoughts\n"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (b"", ""),
        (b"schema = 1\n# below\n", ""),
        (b"\n\nschema = 1\n", ""),
        (b"# one\r\n\r\n  # two \r\n\r\nschema = 1\r\n", "# one\n\n  # two\n"),
        (b"\xef\xbb\xbf# one\nschema = 1\n", "# one\n"),
        (b"# only", "# only\n"),
        (b"# \x1b[31m\nschema = 1\n", ""),
    ],
)
def test_the_head_is_what_stands_before_the_first_key(text: bytes, head: str) -> None:
    assert head_of(text) == head
    assert head_of(head.encode()) == head


def test_a_plan_keeps_the_comments_at_its_head(tmp_path: Path) -> None:
    score(ANSWERS, tmp_path)
    file = tmp_path / "plan.toml"
    usual = dump_plan(load_plan(file))
    assert file.read_text() == usual
    file.write_text(MINE + usual)
    run("plan", tmp_path / "report.toml", "--pack", SMALL, *ON_A_DAY, "--hours", "4")
    assert file.read_text().startswith(f"{MINE}# skillgap plan: a living file.")
    again = file.read_text()
    run("plan", tmp_path / "report.toml", "--pack", SMALL, *ON_A_DAY, "--hours", "4")
    assert file.read_text() == again, "once is enough"
    score(ANSWERS, tmp_path, "--force")
    assert head_in(file).startswith(MINE)


def test_answers_keep_the_comments_at_their_head(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    file.write_text(MINE + 'schema = 1\n\n[[answer]] # not this one\nskill = "agent-design"\nlevel = 2\n')
    session = open_session(file)
    session.rate(session.current, 3)
    session.close()
    assert file.read_text().startswith(f"{MINE}schema = 1\n")
    assert "not this one" not in file.read_text()
    assert "not this one" in file.with_name("assessment.toml.bak").read_text()


def test_a_comment_that_an_editor_adds_while_the_app_is_open_stays_and_is_no_conflict(tmp_path: Path) -> None:
    file = tmp_path / "assessment.toml"
    session = open_session(file)
    session.rate(session.current, 3)
    file.write_text(MINE + file.read_text())
    session.rate(session.current, 2)
    session.close()
    assert file.read_text().startswith(MINE)
    assert file.read_text().count("level = ") == 2
    assert not session.notice
    assert sorted(path.name for path in tmp_path.iterdir()) == ["assessment.toml", "assessment.toml.bak"]
