"""Every class of text that is no TOML 1.0 is refused at its place with a remedy, and every kind of TOML is read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from skillgap.errors import BadInput
from skillgap.files.toml import load, parse

MARK = "‸"
"""Stands where the problem is to be told; it is taken out before the text is read."""

INVALID: dict[str, list[str]] = {
    "truth values": ["a = ‸tru", "a = ‸True", "a = ‸FALSE", "a = ‸t", "a = ‸yes", "a = [false, ‸False]"],
    "whole numbers with odd underscores": ["a = ‸_1", "a = ‸1_", "a = ‸1__2", "a = ‸0x_1", "a = ‸0b1_"],
    "whole numbers with leading zeros": ["a = ‸01", "a = ‸-01", "a = ‸+00", "a = ‸0_1"],
    "whole numbers with odd signs": ["a = ‸++1", "a = ‸--1", "a = ‸+-1", "a = ‸-0x1", "a = ‸+0b1", "a = ‸- 1"],
    "whole numbers of another base": [
        "a = ‸0X1",
        "a = ‸0B1",
        "a = ‸0O7",
        "a = ‸0x",
        "a = ‸0xg",
        "a = ‸0b2",
        "a = ‸0o8",
    ],
    "whole numbers beyond 64 bits": ["‸a = 9223372036854775808", "‸a = -9223372036854775809"],
    "digits that are not ASCII": ["a = ‸٠", "a = ‸1٠", "a = ‸1.٠", "a = ‸٠e0", "a = ‸１"],
    "numbers with bare points": ["a = ‸.5", "a = ‸5.", "a = ‸-.5", "a = ‸+5.", "a = ‸1.e2", "a = ‸.e1"],
    "numbers with odd exponents": ["a = ‸1e", "a = ‸1e+", "a = ‸1ee2", "a = ‸1e2.3", "a = ‸1e_2", "a = ‸1_e2"],
    "numbers with several points": ["a = ‸1..2", "a = ‸1.2.3", "a = ‸1_.2", "a = ‸1._2"],
    "infinity and not-a-number": ["a = ‸Inf", "a = ‸NaN", "a = ‸in", "a = ‸+na", "a = ‸in_f"],
    "numbers in another notation": ["a = ‸1,5", "a = ‸1'000", "a = ‸50%", "a = ‸3 weeks", "a = ‸$5"],
    "days that do not exist": [
        "a = ‸2026-02-30",
        "a = ‸2100-02-29",
        "a = ‸2026-13-01",
        "a = ‸2026-00-01",
        "a = ‸2026-01-32",
    ],
    "days in another notation": [
        "a = ‸2026-1-01",
        "a = ‸23.11.2026",
        "a = ‸26-11-23",
        "a = ‸10000-01-01",
        "a = ‸2026-01-01x",
    ],
    "moments that do not exist": [
        "a = ‸2026-01-01T24:00:00Z",
        "a = ‸2026-01-01T00:60:00Z",
        "a = ‸2026-01-01T00:00:61Z",
        "a = ‸2026-01-01T00:00:00+25:00",
        "a = ‸2026-02-30T00:00:00Z",
    ],
    "moments in another notation": [
        "a = ‸2026-01-01T1:00:00Z",
        "a = ‸2026-01-01T10:00Z",
        "a = ‸2026-01-01T",
        "a = ‸2026-01-01T10:00:00.",
        "a = ‸2026-01-01T10:00:00+0100",
        "a = ‸2026-01-0110:00:00",
        "a = ‸20260101T10:00:00Z",
    ],
    "times of day": ["a = ‸24:00:00", "a = ‸10:60:00", "a = ‸10:00:61", "a = ‸10:00", "a = ‸1:00:00", "a = ‸10:00:00."],
    "no value": ["a =‸", "a = ‸# later", "a = ‸\nb = 1", "a‸\n", "a = ‸= 1", "‸= 1", "a = ‸,"],
    "text without quotes": ["a = ‸b", "a = ‸http://x.y", "a = [‸b]", "a = { b = ‸c }", "a = ‸“b”", "a = ‸`b`"],
    "text without its end": [
        'a = ‸"b',
        "a = ‸'b",
        'a = ‸"""b',
        "a = ‸'''b\n\n",
        'a = ‸"b\nc"',
        'a = ["b", ‸"c]',
        'a = "‸\\',
    ],
    "text that goes on": ['a = "b" ‸"c"', "a = 'it'‸s'", 'a = """b"""""‸"', "a = 'b' ‸c", 'a = "b"‸c"'],
    "escapes": [
        'a = "‸\\a"',
        'a = "‸\\ "',
        'a = "‸\\x41"',
        'a = "‸\\/"',
        'a = """‸\\@"""',
        'a = "b‸\\u12"',
        'a = "‸\\U1234567"',
    ],
    "escapes of no character": ['a = "‸\\ud800"', 'a = "‸\\udfff"', 'a = "‸\\U00110000"', 'a = "‸\\uqqqq"'],
    "control characters": [
        "a = '‸\0'",
        "a = '‸\x0b'",
        "# ‸\x7f",
        "a = 1‸\x0c",
        'a = "‸\x1f"',
        "a = '''‸\x08'''",
        "‸\0",
    ],
    "lonely carriage returns": ["a = 1‸\rb = 2", "# a‸\r# b", "a = 'b‸\rc'", "a = '''b‸\rc'''", "‸\r"],
    "invisible characters": ["a‸\u00a0= 1", "‸\ufeff\ufeffa = 1", "a = ‸\u202eb", "a = 1‸\u3000", "a = 1 ‸\u200b"],
    "keys": ["‸!a = 1", "a‸!b = 1", "a ‸b = 1", "a‸é = 1", "‸é = 1", "a‸# = 1", "‸&a = 1", "a‸\n= 1"],
    "keys with dots": ["‸.a = 1", "a.‸.b = 1", "a.‸= 1", "‸. = 1", "a.‸\nb = 1"],
    "keys with quotes": ['""‸"a""" = 1', "''‸'a''' = 1", '"a"‸"b" = 1', '"a" ‸b = 1', '‸"a = 1', 'a‸"b" = 1'],
    "other languages": ["a‸: 1", '‸{ "a": 1 }', "‸// a", "‸; a", "‸<a>", "-- ‸a", "- ‸a"],
    "several things in a line": ["a = 1 ‸b = 2", "a = 1‸;", "[a] ‸b = 1", "a = [] ‸b = 1", "a = 1‸]", "a = {}‸}"],
    "headers without their end": ["[a‸", "[[a‸]", "[a‸\nb = 1", "[a‸\n]", "[[a‸]\n]", "[‸", "[[‸", "[a‸#]"],
    "headers without a name": ["[‸]", "[[‸]]", "[a.‸]", "[‸.a]", "[a.‸.b]", "[‸\n]"],
    "names in headers": ["[a ‸b]", "[a‸!]", "[a‸é]", "[a‸[b]", '[""‸"a"""]', "[a‸=1]", "[a]‸]", "[[a]]‸]"],
    "a key twice": [
        "a = 1\n‸a = 2",
        'a = 1\n‸"a" = 2',
        "a = { b = 1, ‸b = 2 }",
        "[t]\na = 1\n‸a = []",
        "'' = 1\n‸\"\" = 2",
    ],
    "a table twice": ["[a]\n‸[a]", "[a]\n[b]\n‸[a]", "[a.b]\n[a]\n‸[a]", "[a]\n‸[[a]]", "[[a]]\n‸[a]", "a.b = 1\n‸[a]"],
    "adding to what is complete": [
        "a = 1\na.‸b = 2",
        "a = {}\n‸[a.b]",
        "a = {}\na.‸b = 1",
        "a = [{}]\n‸[[a]]",
        "a = [{}]\n‸[a.b]",
        "a = { b = {}, b.‸c = 1 }",
        "[a]\nb = 1\n‸[a.b]",
        "a = 1\n‸[[a]]",
    ],
    "arrays": [
        "a = [1 ‸2]",
        "a = [1,‸,2]",
        "a = [‸,]",
        "a = ‸[1",
        "a = ‸[1\nb = 2",
        "a = ‸[[1]",
        "a = [1]‸]",
        "a = ‸[1 # ]",
    ],
    "inline tables": [
        "a = { b = 1‸, }",
        "a = { b = 1, ‸, c = 2 }",
        "a = { ‸, }",
        "a = ‸{ b = 1",
        "a = ‸{\n b = 1 }",
        "a = ‸{ b = 1,\n c = 2 }",
        "a = { b = 1 ‸c = 2 }",
        "a = { b ‸}",
        "a = { b = ‸}",
        "a = ‸{ # x\n }",
    ],
    "merge conflicts": ["a = 1\n‸<<<<<<< HEAD\nb = 1", "‸=======\n", "a = 1\n‸>>>>>>> x\n"],
}

VALID: dict[str, tuple[str, Any]] = {
    "an empty file": ("", {}),
    "comments": ("# a\n  # b\na = 1 # c", {"a": 1}),
    "ends of lines": ("a = 1\r\nb = 2\nc = 3", {"a": 1, "b": 2, "c": 3}),
    "keys": ("a-_1 = 1\n'b c' = 2\n\"d\\u00e9\" = 3\n1 = 4\n'' = 5", {"a-_1": 1, "b c": 2, "dé": 3, "1": 4, "": 5}),
    "dotted keys": ("a . b.'c.d' = 1\na.e = 2", {"a": {"b": {"c.d": 1}, "e": 2}}),
    "whole numbers": ("a = [+1, -0, 1_000, 0xfF, 0o17, 0b11]", {"a": [1, 0, 1000, 255, 15, 3]}),
    "numbers": ("a = [1.5, -0.0, 1e3, 1.5E-2, 6_0.2_5]", {"a": [1.5, -0.0, 1000.0, 0.015, 60.25]}),
    "texts": ("a = [\"x\\t\\\"\\U0001F600\", 'C:\\x', '']", {"a": ['x\t"😀', "C:\\x", ""]}),
    "texts of several lines": ("a = \"\"\"\nx\\\n   y\n\"\"z\"\"\"\nb = '''\n'x'\n'''", {"a": 'xy\n""z', "b": "'x'\n"}),
    "arrays": ("a = [ # x\n 1, [2, 'b'],\n {c = 3}, # y\n]", {"a": [1, [2, "b"], {"c": 3}]}),
    "inline tables": ("a = { b.c = 1, 'd' = {} }", {"a": {"b": {"c": 1}, "d": {}}}),
    "tables in any order": ("[a.b]\nx = 1\n[c]\n[a]\ny = 2", {"a": {"b": {"x": 1}, "y": 2}, "c": {}}),
    "arrays of tables": ("[[a]]\n[a.b]\nx = 1\n[[a]]\n[[a.c]]", {"a": [{"b": {"x": 1}}, {"c": [{}]}]}),
}


def texts(cases: dict[str, list[str]]) -> list[Any]:
    return [
        pytest.param(text, id=f"{name} {number}")
        for name, several in cases.items()
        for number, text in enumerate(several)
    ]


@pytest.mark.parametrize("marked", texts(INVALID))
def test_what_is_no_toml_is_refused_at_its_place(tmp_path: Path, marked: str) -> None:
    before, _, after = marked.partition(MARK)
    file = tmp_path / "a.toml"
    file.write_text(before + after, encoding="utf-8", newline="")
    with pytest.raises(BadInput) as caught:
        load(file)
    problem, *rest = caught.value.problems
    assert not rest
    assert (problem.line, problem.column) == (before.count("\n") + 1, len(before) - before.rfind("\n")), problem
    assert problem.what
    assert problem.remedy, "a way out"
    assert str(problem).isprintable()


@pytest.mark.parametrize(("text", "data"), VALID.values(), ids=list(VALID))
def test_what_is_toml_is_read(tmp_path: Path, text: str, data: Any) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8", newline="")
    assert load(file).data == data == tomllib.loads(text)


def test_the_remedy_of_a_number_is_a_number() -> None:
    for text in ("01", ".5", "5.", "1,5", "1.٠", "１", "+.5", "-007"):
        with pytest.raises(BadInput) as caught:
            parse(f"a = {text}", "f")
        written = caught.value.problems[0].remedy.removeprefix("write ")
        assert isinstance(tomllib.loads(written)["a"], int | float), (text, written)
