from __future__ import annotations

import datetime
import json
import subprocess
import sys
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal

import pytest
import tomli_w
from annotated_types import Ge, Gt, Le, Len, MinLen
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import StringConstraints, ValidationError

from skillgap.core.names import hint, nearest
from skillgap.errors import BadInput
from skillgap.files.toml import Document, parse
from skillgap.files.validation import Places, checking, json_schema, validate

CONFIG: dict[str, Any] = {"extra": "forbid", "strict": True, "use_attribute_docstrings": True}


class Colour(Enum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG
    skill: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One thing a person can do."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG
    id: Annotated[str, StringConstraints(pattern="^[a-z-]+$")]
    """What other files call it."""
    level: Annotated[int, Ge(0), Le(5)]
    """From 0 to 5."""
    kind: Literal["described", "linked", "reviewed"] = "described"
    weight: Annotated[float, Gt(0)] = 1.0
    done: bool = False
    day: datetime.date | None = None
    moment: datetime.datetime | None = None
    hour: datetime.time | None = None
    anchors: tuple[str, ...] = ()
    pair: tuple[int, str] = (1, "a")
    few: Annotated[tuple[int, ...], Len(1, 3)] = (1,)
    needs: tuple[Need, ...] = ()
    scores: dict[str, int] = field(default_factory=dict)
    rating: int | Literal["na"] = "na"
    colour: Colour = Colour.RED
    note: Annotated[str, MinLen(1)] = "-"

    def __post_init__(self) -> None:
        if self.done and self.level == 0:
            raise ValueError("a skill at level 0 cannot be done; raise the level")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG
    url: str
    title: str = ""


def singular(name: str) -> str:
    return {"skills": "skill"}.get(name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack, for tests."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {**CONFIG, "alias_generator": singular}
    title: str
    skills: tuple[Skill, ...] = ()
    main: Skill | None = None
    source: str | Link | None = None
    sources: tuple[Link | Need, ...] = ()


def document(text: str) -> Document:
    return Document("f", text, parse(text, "f"))


def complaints(text: str) -> list[str]:
    """The problems of a text as a pack, without the name of the file."""
    with pytest.raises(BadInput) as caught:
        validate(Pack, document(text))
    assert all(problem.file == "f" for problem in caught.value.problems)
    return [str(problem).removeprefix("f:").replace("error: ", "") for problem in caught.value.problems]


def skill_complaints(line: str) -> list[str]:
    """The problems of one line of a skill, without the place, which is that of the line."""
    start = "title = 't'\n[[skill]]\nid = 'x'\n"
    start += "" if line.startswith("level") else "level = 1\n"
    row = start.count("\n") + 1
    found = complaints(start + line)
    assert all(problem.startswith(f"{row}:") for problem in found), found
    return [problem.partition(": ")[2] for problem in found]


# -- good input


def test_data_becomes_values_of_the_core() -> None:
    text = """
title = "t"
source = { url = "https://x.y" }
[[skill]]
id = "a"
level = 3
weight = 2
day = 2026-11-23
moment = 2026-11-23T09:30:00+01:00
hour = 09:30:00
anchors = ["one", "two"]
pair = [3, "c"]
needs = [{ skill = "b", level = 1 }]
scores = { x = 1 }
rating = 4
colour = "green"
[main]
id = "b"
level = 0
day = "2026-11-24"
"""
    pack = validate(Pack, document(text))
    zone = datetime.timezone(datetime.timedelta(hours=1))
    assert pack == Pack(
        title="t",
        source=Link(url="https://x.y"),
        skills=(
            Skill(
                id="a",
                level=3,
                weight=2.0,
                day=datetime.date(2026, 11, 23),
                moment=datetime.datetime(2026, 11, 23, 9, 30, tzinfo=zone),
                hour=datetime.time(9, 30),
                anchors=("one", "two"),
                pair=(3, "c"),
                needs=(Need(skill="b", level=1),),
                scores={"x": 1},
                rating=4,
                colour=Colour.GREEN,
            ),
        ),
        main=Skill(id="b", level=0, day=datetime.date(2026, 11, 24)),
    )


def test_a_part_of_a_document_is_validated_at_its_own_places() -> None:
    text = "[a]\n[[a.b]]\nskill = 'x'\nlevel = 1\n[[a.b]]\nskill = 'x'\nlevel = '1'\n"
    assert validate(Need, document(text), path=("a", "b", 0)) == Need(skill="x", level=1)
    with pytest.raises(BadInput) as caught:
        validate(Need, document(text), path=("a", "b", 1))
    wanted = 'f:7:1: error: "level" must be a whole number, not a string; write level = 1 without quotes'
    assert str(caught.value) == wanted


# -- bad input


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("levle = 3", 'unknown key "levle"; did you mean "level"?'),
        ("Kind = 'linked'", 'unknown key "Kind"; did you mean "kind"?'),
        (
            "zebra = 3",
            'unknown key "zebra"; the known keys are: "id", "level", "kind", "weight", "done", "day", "moment", "hour" '
            "and 8 more",
        ),
        ("level = '3'", '"level" must be a whole number from 0 to 5, not a string; write level = 3 without quotes'),
        ("level = 3.0", '"level" must be a whole number from 0 to 5, not 3.0; write level = 3'),
        ("level = true", '"level" must be a whole number from 0 to 5, not true; write a number, such as level = 0'),
        ("level = [3]", '"level" must be a whole number from 0 to 5, not an array'),
        ("level = {}", '"level" must be a whole number from 0 to 5, not a table'),
        ("level = 2026-11-23", '"level" must be a whole number from 0 to 5, not 2026-11-23'),
        ("level = 6", '"level" must be a whole number from 0 to 5, not 6'),
        ("level = -1", '"level" must be a whole number from 0 to 5, not -1'),
        (
            "level = 'high'",
            '"level" must be a whole number from 0 to 5, not a string; '
            "write a number without quotes, such as level = 0",
        ),
        ("weight = '0.5'", '"weight" must be a number above 0, not a string; write weight = 0.5 without quotes'),
        ("weight = 0", '"weight" must be a number above 0, not 0'),
        ("weight = inf", '"weight" must be a finite number, not inf'),
        ("weight = nan", '"weight" must be a finite number, not nan'),
        ("done = 1", '"done" must be true or false, not 1; write done = true'),
        ("done = 'no'", '"done" must be true or false, not a string; write done = false without quotes'),
        ("done = 'maybe'", '"done" must be true or false, not a string; write done = true or false without quotes'),
        (
            "kind = 'link'",
            '"kind" must be one of "described", "linked", "reviewed", not "link"; did you mean "linked"?',
        ),
        ("kind = 'zzz'", '"kind" must be one of "described", "linked", "reviewed", not "zzz"'),
        ("kind = 3", '"kind" must be one of "described", "linked", "reviewed", not 3'),
        ("colour = 'gren'", '"colour" must be one of "red", "green", not "gren"; did you mean "green"?'),
        ("note = 3", '"note" must be a string of at least 1 character, not 3; write note = "3"'),
        ("note = true", '"note" must be a string of at least 1 character, not true; write note = "true"'),
        (
            "note = 2026-11-23",
            '"note" must be a string of at least 1 character, not 2026-11-23; write note = "2026-11-23"',
        ),
        ("note = ''", '"note" must be a string of at least 1 character, not ""'),
        (
            "day = 'soon'",
            '"day" must be a date, not a string; write the day as year-month-day, such as day = 2026-11-23',
        ),
        (
            "day = 2026-11-23T09:30:00",
            '"day" must be a date, not 2026-11-23T09:30:00; write the day alone, day = 2026-11-23',
        ),
        ("day = 3", '"day" must be a date, not 3; write the day as year-month-day, such as day = 2026-11-23'),
        ("moment = 3", '"moment" must be a date and time, not 3; write it as moment = 2026-11-23T09:30:00'),
        ("hour = 'x'", '"hour" must be a time of day, not a string; write it as hour = 09:30:00'),
        ("anchors = 'one'", '"anchors" must be an array, not a string; write anchors = ["one"]'),
        ("anchors = ['one', 2]", 'item 2 of "anchors" must be a string, not 2; write "2"'),
        ("anchors = {}", '"anchors" must be an array, not a table; write anchors = [...]'),
        ("pair = [1]", '"pair" must be an array of 2 items, not an array of 1'),
        ("pair = [1, 'b', 2]", '"pair" must be an array of 2 items, not an array of 3'),
        ("few = []", '"few" must be an array of at least 1 and at most 3 items, not an array of 0'),
        ("few = [1, 2, 3, 4]", '"few" must be an array of at least 1 and at most 3 items, not an array of 4'),
        (
            "needs = { skill = 'b', level = 1 }",
            '"needs" must be an array of tables, not a table; write needs = [{ ... }]',
        ),
        ("needs = 'b'", '"needs" must be an array of tables, not a string; write [[skill.needs]] for each'),
        ("needs = ['b']", 'item 1 of "needs" must be a table, not a string; write it as a table, { skill = ... }'),
        ("needs = [{ skill = 'b' }]", 'missing "level"; add level = ... (a whole number)'),
        ("needs = [{ skil = 'b', level = 1 }]", 'unknown key "skil"; did you mean "skill"?'),
        ("scores = []", '"scores" must be a table, not an array of 0; write [skill.scores] and its keys below it'),
        (
            "scores = { x = 'a' }",
            '"x" must be a whole number, not a string; write a number without quotes, such as x = 1',
        ),
        ("scores = { 'a b' = 1.5 }", '"a b" must be a whole number, not 1.5; write "a b" = 2'),
        ("rating = 'no'", '"rating" must be a whole number or "na", not "no"'),
        ("rating = 2.5", '"rating" must be a whole number or "na", not 2.5; write rating = 2'),
        ("rating = []", '"rating" must be a whole number or "na", not an array of 0'),
        ("id2 = 'a'", 'unknown key "id2"; did you mean "id"?'),
        (
            '"\\u001b[31m" = 1',
            'unknown key "\\u001B[31m"; the known keys are: "id", "level", "kind", "weight", "done", "day", "moment", '
            '"hour" and 8 more',
        ),
        ('kind = "\\u202E\'"', '"kind" must be one of "described", "linked", "reviewed", not "\\u202E\'"'),
    ],
)
def test_a_wrong_line_is_explained(line: str, message: str) -> None:
    assert skill_complaints(line) == [message]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ['1:1: missing "title"; add title = "..."']),
        ("# nothing\n\n[main]\nid = 'x'\nlevel = 1\n", ['1:1: missing "title"; add title = "..."']),
        ("titel = 'x'", ['1:1: unknown key "titel"; did you mean "title"?']),
        ("title = 't'\n[[skills]]", ['2:1: unknown key "skills"; did you mean "skill"?']),
        (
            "title = 't'\n[skill]\nid = 'x'\nlevel = 1",
            ['2:1: "skill" must be an array of tables, not a table; write [[skill]] instead of [skill]'],
        ),
        (
            "title = 't'\n[[main]]\nid = 'x'\nlevel = 1",
            ['2:1: "main" must be a table, not an array of tables; write [main] once instead of [[main]]'],
        ),
        ("title = 't'\nmain = 'x'", ['2:1: "main" must be a table, not a string; write [main] and its keys below it']),
        (
            "title = 't'\n[[skill]]\nid = 'A B'\nlevel = 1",
            ['3:1: "id" must be a string matching ^[a-z-]+$, not "A B"'],
        ),
        (
            "title = 't'\n[[skill]]\nid = 'x'\nlevel = 0\ndone = true",
            ["2:1: a skill at level 0 cannot be done; raise the level"],
        ),
        ("title = 't'\nsource = 3", ['2:1: "source" must be a string or a table, not 3; write source = "3"']),
        ("title = 't'\nsource = { url = 3 }", ['2:12: "url" must be a string, not 3; write url = "3"']),
        (
            "title = 't'\nsource = { titel = 'x' }",
            [
                '2:1: missing "url"; add url = "..."',
                '2:12: unknown key "titel"; did you mean "title"?',
            ],
        ),
        (
            "title = 't'\nsources = [{ url = 'x' }, { url = 'x', titel = 'y' }, { skill = 'x', level = 'y' }]",
            [
                '2:40: unknown key "titel"; did you mean "title"?',
                '2:70: "level" must be a whole number, not a string; write a number without quotes, such as level = 1',
            ],
        ),
    ],
)
def test_a_wrong_document_is_explained(text: str, problems: list[str]) -> None:
    assert complaints(text) == problems


def test_every_problem_is_told_at_once_in_the_order_of_the_text() -> None:
    text = """\
[main]
id = 'x'
level = '1'

[[skill]]
levl = 2
id = 3

[[skill]]
id = 'x'
anchors = [1, "a", 2]
level = 9
weight = nan
note = 2026-11-23
"""
    assert complaints(text) == [
        '1:1: missing "title"; add title = "..."',
        '3:1: "level" must be a whole number from 0 to 5, not a string; write level = 1 without quotes',
        '6:1: unknown key "levl"; did you mean "level"?',
        '7:1: "id" must be a string matching ^[a-z-]+$, not 3; write id = "3"',
        '11:12: item 1 of "anchors" must be a string, not 1; write "1"',
        '11:20: item 3 of "anchors" must be a string, not 2; write "2"',
        '12:1: "level" must be a whole number from 0 to 5, not 9',
        '13:1: "weight" must be a finite number, not nan',
        '14:1: "note" must be a string of at least 1 character, not 2026-11-23; write note = "2026-11-23"',
    ]


def test_missing_keys_say_how_they_are_written() -> None:
    @dataclass(frozen=True, kw_only=True)
    class All:
        __pydantic_config__: ClassVar[dict[str, Any]] = CONFIG
        name: str
        on: datetime.date
        kind: Literal["a", "b"]
        tags: tuple[str, ...]
        rows: tuple[Link, ...]
        link: Link
        many: dict[str, int]
        flag: bool

    with pytest.raises(BadInput) as caught:
        validate(All, document(""))
    assert {f"{problem.what}; {problem.remedy}" for problem in caught.value.problems} == {
        'missing "name"; add name = "..."',
        'missing "on"; add on = ... (a date)',
        'missing "kind"; add kind = "a" or "b"',
        'missing "tags"; add tags = [...]',
        'missing "rows"; add [[rows]]',
        'missing "link"; add [link]',
        'missing "many"; add [many]',
        'missing "flag"; add flag = ... (true or false)',
    }


def test_a_flood_of_problems_is_cut() -> None:
    text = "title = 't'\n" + "".join(f"[[skill]]\nid = {i}\nlevel = 1\n" for i in range(1_000))
    problems = complaints(text)
    assert len(problems) == 501
    assert problems[499] == '1500:1: "id" must be a string matching ^[a-z-]+$, not 499; write id = "499"'
    assert problems[500] == "1503:1: more than 500 problems; mend these first"


def test_a_flood_of_unknown_keys_costs_no_more_than_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0
    made = checking._first

    def first(error: ValidationError) -> list[dict[str, Any]]:
        nonlocal looked_at
        looked_at += error.error_count()
        return made(error)

    monkeypatch.setattr(checking, "_first", first)
    problems = complaints("".join(f"k{i} = 1\n" for i in range(20_000)) + "title = 1\n")
    assert len(problems) == 501
    assert looked_at < 6_000


JUNK = st.recursive(
    st.one_of(
        st.none().map(lambda _: "x"),
        st.booleans(),
        st.integers(-3, 9),
        st.floats(),
        st.text(max_size=3),
        st.dates(min_value=datetime.date(1000, 1, 1)),
        st.sampled_from(["na", "red", "linked", "2026-11-23"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "level", "url", "skill", "needs", "x", "scores", "day"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)
TOP = st.sampled_from(["title", "skill", "main", "source", "sources", "x", "skills"])


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(TOP, JUNK, max_size=4))
def test_any_data_is_a_value_or_explained_at_a_place(data: dict[str, Any]) -> None:
    text = tomli_w.dumps(data)
    try:
        pack = validate(Pack, document(text))
    except BadInput as error:
        places = [(problem.line, problem.column) for problem in error.problems]
        assert places == sorted(places) != []
        for problem in error.problems:
            assert problem.line >= 1
            assert "Input should" not in problem.what
            assert str(problem).isprintable()
    else:
        assert pack.title == data["title"]


# -- places and hints


def test_later_checks_report_at_places_too() -> None:
    places = Places(document("title = 't'\n[[skill]]\nid = 'x'\n[[skill]]\nid = 'x'\n"))
    problem = places.problem(("skill", 1, "id"), 'the id "x" is taken', "choose another")
    assert str(problem) == 'f:5:1: error: the id "x" is taken; choose another'
    assert str(places.problem(("skill", 1, "area"), "no area")) == "f:4:1: error: no area"


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("levle", "level"),
        ("nmae", "name"),
        ("Eval Harness", "eval-harness"),
        ("eval_harnes", "eval-harness"),
        ("evalharness", "eval-harness"),
        ("harness", "eval-harness"),
        ("kidn", "kind"),
        ("zebra", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_the_nearest_name_is_what_a_person_meant(word: str, guess: str | None) -> None:
    known = ["level", "name", "kind", "eval-harness", "evals", "observability"]
    assert nearest(word, known) == guess
    assert nearest(word, reversed(known)) == guess


def test_the_nearest_of_thousands_is_found_in_any_order() -> None:
    known = [f"{area}-{number}" for area in ("retrieval", "evaluation", "serving") for number in range(1_000)]
    assert nearest("evaluaton-512", known) == "evaluation-512"
    assert nearest("evaluaton-512", known[::-1]) == "evaluation-512"


def test_a_hint_is_a_guess_or_a_short_list() -> None:
    assert hint("levle", ["level", "name"]) == 'did you mean "level"?'
    assert hint("zzz", ["level", "name"]) == 'known: "level", "name"'
    assert hint("zzz", [f"aaaa{i}" for i in range(10)], names="skills").endswith('"aaaa7" and 2 more')
    assert hint("zzz", []) == ""
    assert hint("a\x1b", ["a\x1bb"]) == 'did you mean "a\\u001Bb"?'


# -- schemas


def test_the_published_schema_is_complete_and_described() -> None:
    schema = json_schema(Pack, "Pack", "https://example.org/pack.json")
    assert list(schema)[:3] == ["$schema", "$id", "title"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "https://example.org/pack.json"
    assert schema["title"] == "Pack"
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["title"]
    assert "skill" in schema["properties"], "keys as a file has them"
    skill = schema["$defs"]["Skill"]
    assert skill["description"] == "One thing a person can do."
    assert skill["properties"]["id"]["description"] == "What other files call it."
    assert (skill["properties"]["level"]["minimum"], skill["properties"]["level"]["maximum"]) == (0, 5)
    assert json.loads(json.dumps(schema)) == schema


def test_importing_validation_does_not_import_pydantic() -> None:
    code = "import sys; import skillgap.files.validation; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "difflib", "tomli_w"} & set(done.stdout.split())
