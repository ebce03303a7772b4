"""CSV as spreadsheets write it: read whole, or refused with a place."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import BadInput, CannotAccess
from skillgap.files.matrices import MOST_CELLS, check_text, pack_text, read_matrix
from skillgap.files.toml.bounds import MAX_LINES
from skillgap.files.toml.reading import LIMIT

HEAD = "Skill,Level 1,Level 2\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "matrix.csv"


def rows(file: Path, text: str | bytes, **options: int | str) -> list[list[str]]:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    sheet = read_matrix(file, **options)  # type: ignore[arg-type]
    return [list(sheet.headings), *([row.text(name) for name in sheet.headings] for row in sheet.rows)]


EXPECTED = [["Skill", "Level 1", "Level 2"], ["SQL, basic", 'a "quoted" word', "two lines"], ["Git; more", "x", ""]]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["", "byte order mark"])
def test_every_way_of_writing_the_table_reads_the_same(file: Path, mark: str, end: str, start: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator=end)
    writer.writerows([EXPECTED[0], [*EXPECTED[1][:2], f"two{end}lines"], EXPECTED[2]])
    assert rows(file, start + text.getvalue()) == EXPECTED


@given(st.lists(st.lists(st.from_regex(r"[a-z ,;\"\n|]{0,12}", fullmatch=True), min_size=3, max_size=3), min_size=1))
def test_whatever_is_written_with_a_stated_separator_reads_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]
) -> None:
    file = tmp_path_factory.mktemp("csv") / "matrix.csv"
    text = io.StringIO()
    csv.writer(text).writerows([["A", "B", "C"], *cells, ["last", "row", "here"]])
    wanted = [[" ".join(cell.split()) for cell in row] for row in cells]
    assert rows(file, text.getvalue(), separator=",") == [
        ["A", "B", "C"],
        *(row for row in wanted if any(row)),
        ["last", "row", "here"],
    ]


def test_a_heading_with_commas_does_not_hide_the_semicolons(file: Path) -> None:
    assert rows(file, "Skill, or tool;Level 1;Level 2\nSQL;I read, and write;I teach\n")[0] == [
        "Skill, or tool",
        "Level 1",
        "Level 2",
    ]


def test_a_stated_separator_is_believed_and_rows_keep_their_numbers(file: Path) -> None:
    file.write_text("sep=;\r\nSkill;A, B, C;D\r\n\r\nSQL;x;y\r\n", newline="")
    sheet = read_matrix(file)
    assert (sheet.separator, sheet.headings, sheet.heading_row) == (";", ("Skill", "A, B, C", "D"), 2)
    assert [row.number for row in sheet.rows] == [4]


def test_rows_are_numbered_as_in_the_spreadsheet(file: Path) -> None:
    file.write_text(f'{HEAD}SQL,"a\nb\nc",d\n,,\n\nGit,e,f\n')
    assert [row.number for row in read_matrix(file).rows] == [2, 5]


def test_what_stands_above_the_headings_is_listed(file: Path) -> None:
    file.write_text(f"Our ladder,,\n,,\n{HEAD}SQL,a,b\n")
    sheet = read_matrix(file)
    assert (sheet.headings, sheet.heading_row) == (("Skill", "Level 1", "Level 2"), 3)
    assert [(cell.row, cell.text) for cell in sheet.left] == [(1, "Our ladder")]


def test_the_row_of_headings_can_be_named(file: Path) -> None:
    text = f"For,both,roles\n{HEAD}SQL,a,b\n"
    assert rows(file, text)[0] == ["For", "both", "roles"]
    assert rows(file, text, heading_row=2)[0] == ["Skill", "Level 1", "Level 2"]
    with pytest.raises(BadInput):
        rows(file, text, heading_row=9)


def test_empty_and_repeated_headings_get_the_number_of_their_column(file: Path) -> None:
    text = ",Skill,Level,Level,,,(column 1)\nData,SQL,a,b,,left,c\n"
    assert rows(file, text)[0] == [
        "(column 1)",
        "Skill",
        "Level (column 3)",
        "Level (column 4)",
        "(column 6)",
        "(column 1) (column 7)",
    ]


def test_ragged_rows_are_listed(file: Path) -> None:
    file.write_text(f"{HEAD}SQL,a\nGit,a,b,c,,d\nGo,a,b,\n")
    sheet = read_matrix(file)
    assert [row.text("Level 2") for row in sheet.rows] == ["", "b", "b"]
    assert [(cell.row, cell.column, cell.text) for cell in sheet.left] == [
        (2, "", ""),
        (3, "column 4", "c"),
        (3, "column 6", "d"),
    ]


def test_invisible_characters_are_taken_out_and_listed(file: Path) -> None:
    file.write_text(f"{HEAD}S\u200bQL,a\u202e,b\n")
    sheet = read_matrix(file)
    assert sheet.rows[0].text("Skill") == "SQL"
    assert [(cell.column, cell.why[-8:]) for cell in sheet.left] == [("Skill", "(U+200B)"), ("Level 1", "(U+202E)")]


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"", 1, "no row below a heading"),
        (HEAD.encode(), 1, "no row below a heading"),
        (b"one\ntwo\nthree\n", 1, "no row below a heading"),
        (HEAD.encode() + b'SQL,"a"b,c\n', 2, "this is not CSV"),
        (HEAD.encode() + b'SQL,"a,b\n', 2, "this is not CSV"),
        (HEAD.encode() + b"SQL,a\x00,b\n", 2, "control character"),
        (HEAD.encode() + b"SQL,a\x1b[31m,b\n", 2, "control character"),
        (HEAD.encode() + b"SQL,caf\xe9,b\n", 2, "not UTF-8"),
        (("\ufeff" + HEAD).encode("utf-16-le"), 1, "UTF-16"),
        (HEAD.encode() + b",,\n" * (MOST_CELLS // 3) + b"x,y,z\n" * (MOST_CELLS // 3), 1, "cells"),
        (HEAD.encode() + b"\n" * MAX_LINES, 1, "more than 500,000 rows"),
        (b"x" * (LIMIT + 1), 1, "too large"),
    ],
    ids=["empty", "headings only", "one column", "after quotes", "open quotes", "NUL", "escape", "latin-1", "utf-16",
         "too many", "too many rows", "too large"],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_place(file: Path, content: bytes, line: int, what: str) -> None:
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read_matrix(file)
    (problem,) = caught.value.problems
    assert (problem.line, what in problem.what) == (line, True), problem


def test_what_cannot_be_read_says_so(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(CannotAccess):
            read_matrix(path)


DATA = {
    "schema": 1,
    "id": "x",
    "title": "X",
    "version": "1",
    "scale": {"level": [{"value": 0, "name": "No"}, {"value": 1, "name": "Yes"}]},
    "area": [{"id": "a", "title": "A"}],
    "skill": [{"id": "s", "name": "S", "area": "a", "anchors": ["I do not.", "I do."]}],
    "role": [
        {
            "id": "r",
            "name": "R",
            "targets": [{"skill": "s", "required": [1], "weight": 2.5}],
            "grade": [{"id": "g", "title": "G"}],
        }
    ],
}


def test_the_text_of_a_pack_is_checked_before_it_is_written() -> None:
    text = pack_text(DATA, "From a sheet.")
    assert text.startswith("# From a sheet.\nschema = 1\n")
    assert '    { skill = "s", required = [1], weight = 2.5 },\n' in text
    assert check_text(Path("x/pack.toml"), text).roles[0].targets[0].weight == 2.5


@pytest.mark.parametrize("text", [pack_text(DATA | {"area": []}, ""), "# " + "x" * LIMIT], ids=["broken", "too large"])
def test_a_pack_that_could_not_be_read_later_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match=r"x/pack\.toml"):
        check_text(Path("x/pack.toml"), text)
