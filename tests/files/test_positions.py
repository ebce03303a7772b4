from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.files.positions import KeyPath, Positions

TRICKY = {
    "bare, quoted and dotted keys": """
a = 1
"b c" = 2
'd.e' = 3
f.g."h.i".'j' = 4
"k\\u0041\\"" = 5
  spaced . out  =  6
"" = 7
3.14 = 8
-_- = 9
""",
    "tables": """
[a]
x = 1
[a.b] # comment ] [c]
x = 2
[ d . "e" . 'f' ]
x = 3
[g.h.i]
[g]
x = 4
""",
    "arrays of tables": """
[[a]]
x = 1
[[a.b]]
x = 2
[[a.b]]
x = 3
[a.b.c]
x = 4
[[a]]
[a.d]
x = 5
[[ a . b ]]
x = 6
""",
    "inline tables": """
a = { b = 1, c = { d.e = [ { f = 2 }, { } , { f = 3, g = "}" } ] }, h = [] }
z = {}
[t]
a.b = { c.d = 1 }
""",
    "nested arrays": """
a = [ 1, [ 2, [ 3, "]", '[', ], [] ], # , [ "
  { b = [ 4 ] }, ]
b = [
  # nothing yet, "
  [ [ [ ] ] ],
  -1.5e3, # then
  true
]
""",
    "four kinds of string": '''
a = "x = 1 \\" # [y]"
b = 'C:\\'
c = """
[not.a.table]
x = "1" ""
\\""" y = 2 \\\\"""
d = \'\'\'
\'\' [[no]] \\\'\'\'
e = """""""
f = \'\'\'\'\'\'
g = ["""a
"b" ""c""""", \'\'\'d\'\'\'\'\', "", \'\']
h = 1
''',
    "dates and numbers": """
a = 1979-05-27 07:32:00.999999-07:00
b = [1979-05-27T07:32:00Z, 1979-05-27, 07:32:00.5, 1_000, 0xDEAD, +1.0, 1e6, -inf, 5]
c = 1
""",
    "comments": """
# a = 1 [b] "
[x] # [[y]]
# '''
a = 1 # = 2
b = [ # ]
  1, # ,
# x
  2 ]
c = '#' # '
""",
    "windows line ends": '[a]\r\nx = 1\r\ny = """\r\nz = 2\r\n"""\r\n[[b]]\r\nx = [\r\n  1,\r\n  2,\r\n]\r\n',
    "beyond ascii": 'a = "ü𝄞", "ключ" = 1\n'.replace(", ", "\n") + 'b = ["日本", { "𝄞" = 2 }]\n',
}

KEY = re.compile(r""" "(?:[^"\\\n]|\\.)*" | '[^'\n]*' | [^\s=.\[\]{},#]+ """, re.VERBOSE)


def paths_of(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key), value
        yield from paths_of(value, (*path, key))


def name_at(text: str) -> str:
    word = KEY.match(text)
    assert word is not None, text[:40]
    return next(iter(tomllib.loads(f"{word[0]} = 0" if word[0][0] in "\"'" else f"'{word[0]}' = 0")))


def names_in_header(text: str) -> list[str]:
    body = text.lstrip("[")
    names = []
    while True:
        body = body.lstrip(" \t")
        word = KEY.match(body)
        assert word is not None, body[:40]
        names.append(name_at(body))
        body = body[word.end() :].lstrip(" \t")
        if body[0] == "]":
            return names
        assert body[0] == "."
        body = body[1:]


def begins_with(text: str, value: Any) -> bool:
    if isinstance(value, dict):
        return text[0] == "{"
    if isinstance(value, list):
        return text[0] == "["
    if isinstance(value, str):
        return text[0] in "\"'"
    word = re.match(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]+|[^\s,\]}#]+", text)
    assert word is not None
    found = tomllib.loads(f"v = {word[0]}")["v"]
    return type(found) is type(value) and (found == value or math.isnan(value))


def assert_all_found(text: str) -> None:
    positions = Positions.of(text)
    lines = text.split("\n")
    for path, value in paths_of(tomllib.loads(text)):
        assert path in positions.offsets, path
        line, column = positions.at(path)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        names = [key for key in path if isinstance(key, str)]
        if isinstance(path[-1], str) and rest[0] != "[":
            assert name_at(rest) == path[-1]
        elif isinstance(value, dict) and rest[0] == "[":
            assert names_in_header(rest) == names
            assert rest.startswith("[[") == isinstance(path[-1], int)
        elif isinstance(path[-1], str):
            assert rest.startswith("[["), "only an array of tables begins with the header of its first element"
            assert names_in_header(rest) == names
        else:
            assert begins_with(rest, value)


@pytest.mark.parametrize("name", TRICKY)
def test_every_key_path_of_a_tricky_text_is_found(name: str) -> None:
    assert_all_found(TRICKY[name])


KEYS = st.one_of(st.sampled_from(["a", "b", "c d", "", "e.f", "=", "#", '"', "'", "[", "\n", "ü"]), st.text(max_size=4))
SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(min_value=date(1000, 1, 1)),
    st.times(),
    st.datetimes(min_value=datetime(1000, 1, 1)),  # noqa: DTZ001 - TOML has local date-times
    st.text(max_size=12),
    st.text(alphabet="\"'\\[]{}=,.#\n ab", max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(KEYS, inner, max_size=4),
        st.lists(st.dictionaries(KEYS, inner, max_size=3), min_size=1, max_size=3),
    ),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5), st.booleans(), st.booleans())
def test_every_key_path_of_any_document_is_found(data: dict[str, Any], multiline: bool, windows: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    assert_all_found(text.replace("\n", "\r\n") if windows else text)


def test_a_place_counts_lines_and_characters_from_one() -> None:
    positions = Positions.of('é = ["𝄞𝄞", 1]\n\n[t]\n  key = 2\n')
    assert positions.at(("é",)) == (1, 1)
    assert positions.at(("é", 1)) == (1, 12)
    assert positions.at(("t",)) == (3, 1)
    assert positions.at(("t", "key")) == (4, 3)


def test_a_missing_key_stands_at_its_nearest_known_ancestor() -> None:
    positions = Positions.of(
        "a = 1\n[[skill]]\nid = 'x'\n[[skill]]\nanchors = [\n 'one',\n]\n[u.v]\n[u]\nw = { x = 1 }\n"
    )
    assert positions.at(("skill", 1, "name")) == (4, 1)
    assert positions.at(("skill", 1, "name", 3, "more")) == (4, 1)
    assert positions.at(("skill", 1, "anchors", 7)) == (5, 1)
    assert positions.at(("skill", 5)) == (2, 1)
    assert positions.at(("u", "nothing")) == (9, 1), "the table's own header, not the header of its child"
    assert positions.at(("u", "w", "y")) == (10, 1)
    assert positions.at(("nothing",)) == (1, 1)
    assert positions.at(()) == (1, 1)


def test_deep_nesting_needs_no_recursion() -> None:
    positions = Positions.of("a = " + "[" * 5_000 + "]" * 5_000)
    assert positions.at(("a", *[0] * 4_999)) == (1, 5 + 4_999)


@pytest.mark.parametrize("text", ["]", "}}", "[[[", "= = =", "a = ", '"""', "[a", "a = [}", ",,", "'", "a.b.c", "\r"])
def test_a_text_that_is_no_toml_still_has_places(text: str) -> None:
    assert Positions.of(text).at(("a", 0, "b"))[0] == 1
