"""Values as data for a file: what is absent, how numbers look, what JSON gets."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given, settings

from skillgap.core.assessment import Answer, Assessment, Evidence, RubricRef
from skillgap.core.curriculum import Foil
from skillgap.core.rubric import Target
from skillgap.files.encoding import document, encode, json_data
from skillgap.files.toml import Inline
from skillgap.files.toml.parsing import parse
from tests.strategies import any_assessments


def test_what_was_not_said_is_not_written() -> None:
    assert encode(Answer(skill="rag")) == {"skill": "rag"}
    assert encode(Assessment()) == {"schema": 1}


def test_an_empty_reason_is_written_for_it_says_something() -> None:
    assert encode(Answer(skill="rag", na="")) == {"skill": "rag", "na": ""}


def test_level_zero_is_written() -> None:
    assert encode(Answer(skill="rag", level=0)) == {"skill": "rag", "level": 0}


def test_records_in_a_tuple_get_the_singular_key() -> None:
    data = encode(Assessment(rubric=RubricRef(id="small"), answers=(Answer(skill="rag", level=1),)))
    assert data == {"schema": 1, "rubric": {"id": "small"}, "answer": [{"skill": "rag", "level": 1}]}


def test_small_records_stay_in_a_line() -> None:
    (row,) = encode(Answer(skill="rag", evidence=(Evidence(kind="linked"),)))["evidence"]
    assert isinstance(row, Inline)


def test_whole_numbers_lose_the_point_as_long_as_they_stay_exact() -> None:
    def weight(number: float) -> str:
        return repr(encode(Target(skill="rag", required=(1,), weight=number))["weight"])

    assert [weight(5.0), weight(2.5), weight(-3.0), weight(2.0**52)] == ["5", "2.5", "-3", "4503599627370496"]
    assert [weight(1e308), weight(2.0**63)] == ["1e+308", "9.223372036854776e+18"]


def test_dates_become_text_in_json_and_stay_dates_in_toml() -> None:
    answer = Answer(skill="rag", last_used=date(2026, 11, 24))
    assert json_data(answer) == {"skill": "rag", "last_used": "2026-11-24"}
    assert encode(answer)["last_used"] == date(2026, 11, 24)


def test_a_document_begins_with_what_it_is() -> None:
    text = document(Foil(term="x", skill="rag"), "First line.\nSecond line.")
    assert text == '# First line.\n# Second line.\nterm = "x"\nskill = "rag"\n'


@settings(max_examples=60)
@given(given=any_assessments())
def test_json_and_toml_say_the_same(given: Assessment) -> None:
    from_toml = parse(document(given, "x"), "x")
    assert json.loads(json.dumps(json_data(given))) == json.loads(json.dumps(from_toml, default=str))
