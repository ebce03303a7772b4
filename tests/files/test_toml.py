from __future__ import annotations

import math
import os
import socket
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess
from skillgap.files.toml import Inline, dump, load, parse, read_text
from skillgap.files.toml.bounds import MAX_DEPTH, MAX_LINES, MAX_VALUES

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def complaint(text: str) -> str:
    """The one problem of a text, without the name of the file."""
    with pytest.raises(BadInput) as caught:
        parse(text, "f")
    assert len(caught.value.problems) == 1
    return str(caught.value).removeprefix("f:").replace("error: ", "")


def refusal(path: Path) -> str:
    """Why a file is not read, without its name."""
    with pytest.raises((BadInput, CannotAccess)) as caught:
        read_text(path)
    return str(caught.value).replace(str(path), "FILE")


# -- reading


def test_a_document_is_its_name_its_text_and_its_data(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = '\xc3\xbc'\r\n")
    document = load(path)
    assert document.file == str(path)
    assert document.text == "a = 1\r\nb = 'ü'\r\n", "without the byte order mark"
    assert document.data == {"a": 1, "b": "ü"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a = 1\nb = '\xff'\n", "FILE:2:6: error: byte 0xFF is not UTF-8; save the file as UTF-8"),
        (b"\xef\xbb\xbfa = '\xc3\xbc\xe4'", "FILE:1:7: error: byte 0xE4 is not UTF-8; save the file as UTF-8"),
        (b"a = '\xed\xa0\x80'", "FILE:1:6: error: byte 0xED is not UTF-8; save the file as UTF-8"),
        ("a = 1".encode("utf-16"), "FILE:1:1: error: the file is UTF-16, not UTF-8; save it as UTF-8"),
        (b"a = 1\n\0", "FILE:2:1: error: control character \\u0000; delete it; this may not be a text file"),
        (b"a = '\x1b[31m'", "FILE:1:6: error: control character \\u001B; delete it; this may not be a text file"),
        (b"a = '\xc2\x9b'", "FILE:1:6: error: control character \\u009B; delete it; this may not be a text file"),
        (b"\x7f", "FILE:1:1: error: control character \\u007F; delete it; this may not be a text file"),
    ],
)
def test_what_is_no_clean_utf_8_is_refused_with_the_place(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    assert refusal(path) == message


def test_tabs_and_line_ends_are_text(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\ta\r\nb\n")
    assert read_text(path) == "\ta\r\nb\n"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.toml") == "cannot read FILE: there is no such file"
    assert refusal(tmp_path / ("n" * 300)) == "cannot read FILE: the name is too long"
    assert refusal(tmp_path / "a\0b").endswith(": the name cannot be a file name")
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "a") == "cannot read FILE: a part of its path is a file, not a folder"


@needs_posix
def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "circle").symlink_to("circle")
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{short}/s")
        assert refusal(Path(short) / "s") == "cannot read FILE: it is a socket, not a file"
    assert refusal(tmp_path) == "cannot read FILE: it is a folder"
    assert refusal(tmp_path / "pipe") == "cannot read FILE: it is a named pipe, not a file"
    assert refusal(tmp_path / "link") == "cannot read FILE: it is a named pipe, not a file"
    assert refusal(Path("/dev/zero")) == "cannot read FILE: it is a device, not a file"
    assert refusal(tmp_path / "circle") == "cannot read FILE: its symbolic links go round in a circle"


@needs_posix
def test_a_file_that_turns_into_a_pipe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, pipe = tmp_path / "a.toml", tmp_path / "pipe"
    path.write_text("a = 1")
    os.mkfifo(pipe)
    original = os.open
    monkeypatch.setattr(os, "open", lambda _, *rest: original(pipe, *rest))
    assert refusal(path) == "cannot read FILE: it is a named pipe, not a file"


@needs_posix
def test_a_file_of_the_kernel_that_has_nothing_to_say_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kmsg"
    path.write_text("")
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    monkeypatch.setattr(os, "open", lambda *_: reading)
    monkeypatch.setattr(os, "fstat", lambda _: path.stat())
    assert refusal(path) == "cannot read FILE: it has nothing to read at the moment"
    os.close(writing)


AS_NOBODY = """
import os, sys
from pathlib import Path
from skillgap.errors import CannotAccess
from skillgap.files.toml import read_text
if os.geteuid() == 0:  # whom modes do not stop
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    read_text(Path(sys.argv[1]))
except CannotAccess as error:
    print(error)
"""


@needs_posix
def test_a_forbidden_file_is_named() -> None:
    with tempfile.TemporaryDirectory() as name:  # tmp_path lies in a folder that only its owner may enter
        path = Path(name) / "a.toml"
        path.touch(mode=0)
        Path(name).chmod(0o755)
        command = [sys.executable, "-c", AS_NOBODY, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"cannot read {path}: permission denied\n"


@needs_posix
def test_a_file_name_that_is_no_text_is_shown_harmlessly(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\x1b]0;x\x07.toml")
    path.write_text("a = ")
    with pytest.raises(BadInput) as caught:
        load(path)
    assert str(caught.value).startswith(f"{tmp_path}/\\xFF\\u001B]0;x\\u0007.toml:1:5: error: ")


# -- limits


def test_a_giant_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    os.truncate(path, 50 * 2**20)
    assert refusal(path) == (
        "FILE:1:1: error: the file is too large: 50.0 MiB, and at most 8.0 MiB are read; "
        "split it, or check that it is the right file"
    )


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = 12")
    assert read_text(path, limit=6) == "a = 12"
    with pytest.raises(BadInput, match="the file is too large: 6 bytes, and at most 5 bytes are read"):
        read_text(path, limit=5)


@needs_posix
def test_a_file_that_lies_about_its_size_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("/proc/self/maps")  # of size 0 for the system
    if not path.exists():
        pytest.skip("needs /proc")
    with pytest.raises(BadInput, match="the file is too large: 101 bytes, and at most 100 bytes are read"):
        read_text(path, limit=100)


DEEP = f"more than {MAX_DEPTH} levels of nesting"
MANY = f"1:1: more than {MAX_VALUES:,} keys and values; split the file"
MOST = 9_223_372_036_854_775_807
EXCESS = {
    "nested arrays": ("a = 1\nb = " + "[" * 10_000 + "]" * 10_000, f"2:21: {DEEP}; write it flatter"),
    "one array too deep": ("b = " + "[" * 17 + "]" * 17, f"1:21: {DEEP}; write it flatter"),
    "nested tables": ("b = '[['\nc = " + "{a=" * 10_000 + "1" + "}" * 10_000, f"2:53: {DEEP}; write it flatter"),
    "dotted key": ("\n" + "a." * 10_000 + "a = 1", f"2:2: {DEEP}; use a shorter key"),
    "dotted header": ('["b"' + "  .  'a'" * 1_000_000 + "]", f"1:7: {DEEP}; use a shorter key"),
    "header and key": ("[a.b.c.d.e.f.g.h.i]\na.b.c.d.e.f.g.h.i = 1", f"2:15: {DEEP}; write it flatter"),
    "a million keys": ("a = {" + ", ".join(f"k{i} = 1" for i in range(300_000)) + "}", MANY),
    "lines": ("#\n" * (MAX_LINES + 1), f"{MAX_LINES + 1}:1: more than {MAX_LINES:,} lines; split the file"),
    "tables": ("[[a]]\n" * 300_000, MANY),
    "elements": ("a = [" + "0," * 600_000 + "]", MANY),
    "long number": ("a = 1\nb = " + "1" * 5_000, f"2:5: a number of 5,000 digits; the largest whole number is {MOST}"),
    "long hexadecimal": ("b = 0x" + "f" * 500, f"1:5: a number of 502 digits; the largest whole number is {MOST}"),
    "large number": (f"b = [1,\n {MOST + 1}]", f"2:2: a whole number beyond 64 bits; the largest is {MOST}"),
    "small number": (f"b = {{ c = {-MOST - 2} }}", f"1:7: a whole number beyond 64 bits; the largest is {MOST}"),
    "surrogate": ("a = '\ud800'", "1:6: surrogate U+D800, which is no character; delete it"),
}


@pytest.mark.parametrize("name", EXCESS)
def test_excess_is_refused_with_a_place(name: str) -> None:
    text, message = EXCESS[name]
    assert complaint(text) == message


def test_what_only_looks_like_excess_is_read() -> None:
    dots = "a." * 40
    text = f'''
a = "{dots} {"[" * 40} {"1" * 5_000}" # {dots} {"[" * 40} {"1" * 5_000}
b = """
{dots} = {"," * 1_000_000}
"""
c = {[[0.5] * 40, [0.25] * 40]!s}
d = [-9223372036854775808, 9223372036854775807]
'''
    assert parse(text, "f") == tomllib.loads(text)


def test_the_deepest_that_is_allowed_is_read() -> None:
    text = "a = " + "[" * (MAX_DEPTH) + "]" * (MAX_DEPTH)
    assert parse(text, "f") == tomllib.loads(text)


# -- syntax


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = John Smith # me", '1:8: text without quotes; write name = "John Smith"'),
        ("a = [one, two]", '1:6: text without quotes; write "one"'),
        ("a = http://x.y/z", '1:5: text without quotes; write a = "http://x.y/z"'),
        ("a = 3 weeks", '1:5: text without quotes; write a = "3 weeks"'),
        ("a = “text”", '1:5: curly quotes do not mark text; write a = "text"'),
        ('a = 1\nname = "John\nb = 2', '2:8: text without its closing "; add " where the text ends'),
        ("a = ['x', 'y]\nb = ['z']", "1:11: text without its closing '; add ' where the text ends"),
        ('a = """x\ny\n', '1:5: text without its closing """; add """ where the text ends'),
        ("a = 'it's'", '1:9: text goes on after its closing quote; put the text in "double quotes"'),
        ('a = "a "b""', '1:9: text goes on after its closing quote; write a quote within "text" as \\"'),
        ("a = True", "1:5: True is no value in TOML; write a = true"),
        ("a = [true, No]", "1:12: No is no value in TOML; write false"),
        ("a = { b = off, c = 1 }", "1:11: off is no value in TOML; write b = false"),
        ("a = null", "1:5: null is no value in TOML; leave the key out when there is nothing to say"),
        ("a = 007", "1:5: 007 is no number in TOML; write a = 7"),
        ("a = 1,5", "1:5: 1,5 is no number in TOML; write a = 1.5"),
        ("a = .5", "1:5: .5 is no number in TOML; write a = 0.5"),
        ("a = 2026-09", '1:5: 2026-09 is no full date; write a = "2026-09" as text, or a day such as 2026-11-23'),
        ("a = 23.11.2026", "1:5: 23.11.2026 is no date; write year-month-day, such as 2026-11-23"),
        (
            "a = [2026-02-30]",
            "1:6: 2026-02-30 is no date or time that exists; write it as 2026-11-23 or 2026-11-23T09:30:00",
        ),
        ("level = 3\nname = 1\nlevel = 4", '3:1: "level" stands twice, first in line 1; keep one'),
        ("[b]\na = { x = 1, x = 2 }", '2:14: "x" stands twice, first in line 2; keep one'),
        ("x = [{a=1}, {a=1,\ta=2}]", '1:19: "a" stands twice, first in line 1; keep one'),
        ("[a]\nx = 1\n[b]\n[a]", "4:1: [a] stands twice, first in line 1; join the two, or write [[a]] each time"),
        ("a = [1]\n[[a]]", "2:1: [[a]] stands twice, first in line 1; rename one of the two"),
        ("a = { b = 1 }\n[a.c]", '2:1: "a" is complete since line 1; write [a.c] there, or rename one of the two'),
        ("a = 1\na.c = 2", '2:3: "a" is complete since line 1; write "c" there, or rename one of the two'),
        ("a = { b = 1, }", "1:12: an inline table may not end with a comma; delete the comma"),
        (
            "a = { b = 1,\n c = 2 }",
            '1:5: an inline table without its closing "}" in the same line; '
            'add "}", or write the table under a [header]',
        ),
        ("a = { b = 1 c = 2 }", '1:13: no "," or "}" before this; add one'),
        ("a = [1, 2\n[t]\n", '1:5: an array without its closing "]"; add "]" where it ends'),
        ("a = [\n 1,\n 2\nb = 3", '1:5: an array without its closing "]"; add "]" where it ends'),
        ("a = [", '1:5: an array without its closing "]"; add "]" where it ends'),
        ('a = [\n "x"\n "y"\n]', '3:2: no "," or "]" before this; add one'),
        ("a = [1,,2]", "1:8: a comma without a value before it; delete the comma"),
        ("a = [1]]", '1:8: a "]" too many; delete it'),
        ('name "John"', '1:6: no "=" after "name"; write name = ...'),
        ('name: "John"', '1:5: ":" where "=" should be; write name = ...'),
        ("my name = 1", '1:4: "n" in a key without quotes; write "my name" = ...'),
        ("größe = 1", '1:3: "ö" in a key without quotes; write "größe" = ...'),
        ("a. = 1", '1:4: no name before "="; write one'),
        ("a.", "1:3: no name where a key should be; write one"),
        ("a =\nb = 1", '1:4: no value after "a ="; write one, or delete the line'),
        ("a = # later", '1:5: no value after "a ="; write one, or delete the line'),
        ("[a", "1:3: a header without its closing ]; write [a]"),
        ("[[a]\nb = 1", "1:4: a header without its closing ]]; write [[a]]"),
        ("[a b]", '1:4: "b" in a header without quotes; write ["a b"]'),
        ("[]", '1:2: no name before "]"; write one'),
        ("[a] b = 1", '1:5: "b = 1" after the end of a statement; start a new line'),
        ("a = 1 b = 2", '1:7: "b = 2" after the end of a statement; start a new line'),
        ("a = 1;", '1:6: a ";" too many; delete it'),
        (r'a = "C:\Users"', r"""1:8: "\U" begins no valid escape; write \\ for a backslash, or use 'single quotes'"""),
        (r'a = "\."', r"""1:6: "\." begins no valid escape; write \\ for a backslash, or use 'single quotes'"""),
        ("// a", "1:1: a comment begins with #; write # before it"),
        ('{ "a": 1 }', "1:1: a table without a name, as in JSON; write a line name = value for each"),
        ("a\u00a0= 1", "1:2: the invisible character U+00A0; delete it"),
        ("a = 1\rb = 2", "1:6: a carriage return without a line feed; end every line in the same way"),
        (
            "a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> x",
            "2:1: a merge conflict was left in the file; keep one version and delete the marks",
        ),
        ("a = 1\r\nb = True\r\n", "2:5: True is no value in TOML; write b = true"),
        ("a = \x1b]0;x", "1:5: the invisible character U+001B; delete it"),
        ("a = \u202etxet", "1:5: the invisible character U+202E; delete it"),
        ("a = x\u202etxet", '1:5: text without quotes; write a = "x\\u202Etxet"'),
    ],
)
def test_common_mistakes_get_a_place_and_a_remedy(text: str, message: str) -> None:
    assert complaint(text) == message


MARKS = ['"""', "'''", "[[", "]]", *"=.,[]{}\"'#-:\\\n\t "]
WORDS = ["a", "b", " = ", "1", "0", "true", "True", "nan", "2026-01-01", "\\u12", "é", "\n=======", "\r\n"]
PIECES = st.one_of(
    st.sampled_from(MARKS), st.sampled_from(WORDS), st.sampled_from("\r\x00\ud800\ufeff"), st.text(max_size=3)
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_is_read_or_refused_at_a_place_within_it(text: str) -> None:
    try:
        data = parse(text, "f")
    except BadInput as error:
        lines = text.split("\n")
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
            assert str(problem).isprintable()
            assert problem.remedy
    else:
        assert data == tomllib.loads(text) or "nan" in text


# -- writing

ZONES = st.sampled_from([None, UTC, timezone(timedelta(hours=-7)), timezone(timedelta(hours=5, minutes=45))])
TEXTS = st.one_of(st.text(max_size=20), st.text(alphabet="ab\"'\\\n\r\t ", max_size=20))
SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.dates(min_value=date(1000, 1, 1)),
    st.times(),
    st.datetimes(min_value=datetime(1000, 1, 2), max_value=datetime(9998, 1, 1), timezones=ZONES),  # type: ignore[arg-type]  # noqa: DTZ001
    TEXTS,
)
KEYS = st.one_of(st.sampled_from(["a", "b c", "", "d.e", "é", "\n"]), st.text(max_size=5))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(KEYS, inner, max_size=4),
        st.lists(st.dictionaries(KEYS, inner, max_size=3), max_size=3),
        st.dictionaries(KEYS, inner, max_size=3).map(Inline),
        st.lists(st.dictionaries(KEYS, inner, max_size=3).map(Inline), max_size=3),
    ),
    max_leaves=15,
)


def without_tuples(value: Any) -> Any:
    return list(map(without_tuples, value)) if isinstance(value, tuple) else value


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_what_is_written_reads_back_equal_and_is_written_the_same_again(data: dict[str, Any]) -> None:
    text = dump(data)
    back = tomllib.loads(text)
    assert back == data
    assert dump(back) == dump(tomllib.loads(dump(back)))
    assert text == "" or text.endswith("\n")
    assert not text.endswith("\n\n") or "\n\n" in str(data) or '"""' in text


def test_the_layout_follows_the_shape_of_the_data() -> None:
    data = {
        "answer": [
            {"skill": "rag", "level": 3, "tags": ("a", "b")},
            {"skill": "evals", "level": None, "note": 'First.\nSecond "line".\n'},
        ],
        "schema": 1,
        "weight": 2.0,
        "share": 0.5,
        "when": date(2026, 11, 23),
        "at": time(9, 30),
        "empty": [],
        "target": {"role": "ai engineer", "ranges": {"x y": Inline(a=1, b=[1, 2])}},
        "rows": [Inline(skill="rag", level=2, at=3), Inline(skill="evals", level=1)],
        "long": [
            "a sentence that is long enough to be kept apart",
            "another sentence of which the same is true, to be sure",
        ],
        "windows": "a\r\nb",
        "nothing": {},
    }
    assert (
        dump(data)
        == '''schema = 1
weight = 2.0
share = 0.5
when = 2026-11-23
at = 09:30:00
empty = []
rows = [
    { skill = "rag", level = 2, at = 3 },
    { skill = "evals", level = 1 },
]
long = [
    "a sentence that is long enough to be kept apart",
    "another sentence of which the same is true, to be sure",
]
windows = "a\\r\\nb"

[[answer]]
skill = "rag"
level = 3
tags = ["a", "b"]

[[answer]]
skill = "evals"
note = """
First.
Second \\"line\\".
"""

[target]
role = "ai engineer"

[target.ranges]
"x y" = { a = 1, b = [1, 2] }

[nothing]
'''
    )


def test_a_longer_note_changes_its_own_line_only() -> None:
    before = {"answer": [{"skill": "rag", "level": 3, "note": "x"}, {"skill": "evals", "level": 2}]}
    after = {"answer": [{"skill": "rag", "level": 3, "note": "x" * 200}, {"skill": "evals", "level": 2}]}
    old, new = dump(before).splitlines(), dump(after).splitlines()
    assert [line for line in old if line not in new] == ['note = "x"']
    assert len(old) == len(new)


def test_infinities_and_not_a_number_are_written_as_toml_has_them() -> None:
    back = tomllib.loads(dump({"a": math.inf, "b": -math.inf, "c": math.nan}))
    assert (back["a"], back["b"]) == (math.inf, -math.inf)
    assert math.isnan(back["c"])


def test_what_toml_cannot_hold_is_an_error() -> None:
    with pytest.raises(TypeError):
        dump({"a": object()})
    with pytest.raises(ValueError, match="offset"):
        dump({"a": time(1, 2, tzinfo=UTC)})


# -- showing


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("plain, even ünïcode: 日本 🙂\u00a0\u3000", "plain, even ünïcode: 日本 🙂\u00a0\u3000"),
        ("\x1b[31mred\x1b]8;;http://x\x07", "\\u001B[31mred\\u001B]8;;http://x\\u0007"),
        ("a\tb\nc\rd\0", "a\\tb\\nc\\rd\\u0000"),
        ("\u202e\u2066\u200b\ufeff\u2028\u0085\u009b", "\\u202E\\u2066\\u200B\\uFEFF\\u2028\\u0085\\u009B"),
        ("\ud800\udcff\U000e0041", "\\uD800\\xFF\\U000E0041"),
        ("e\u0301" + "\u0301" * 5, "e\u0301\u0301\u0301\\u0301\\u0301\\u0301"),
        ("[bold]markup[/]", "[bold]markup[/]"),
        ("x" * 300, "x" * 199 + "…"),
    ],
)
def test_foreign_text_is_shown_visibly(text: str, visible: str) -> None:
    assert shown(text) == visible


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=50))
def test_nothing_that_is_shown_can_act_or_hide(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in shown(text))


# -- cost


def test_reading_toml_imports_nothing_that_it_does_not_need() -> None:
    code = "import sys; import skillgap.files.toml; skillgap.files.toml.parse('a = 1', 'f'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tomllib" in loaded
    unwanted = {"pydantic", "tomli_w", "difflib", "json", "unicodedata", "skillgap.files.positions"}
    assert not unwanted & loaded


def test_a_written_file_holds_nothing_that_hides_or_turns_a_line_round() -> None:
    data = {"a": "x\u202e\u2066\u200b\ufeff\U000e0041y", "b": ["one\ntwo\u202a", "\x1b\x9b"], "\u202ekey": 1}
    text = dump(data)
    assert text.isascii()
    assert tomllib.loads(text) == data
    assert "👩\u200d💻" in dump({"a": "👩\u200d💻 \u05d0\u200f"}), "joiners and marks make a script readable"
