"""Ids from names: readable, ASCII, never twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.identifiers import Ids, identifier
from skillgap.core.names import is_id


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Writing code", "writing-code"),
        ("  C  ", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("# of deployments", "of-deployments"),
        ("R&D", "r-and-d"),
        ("Größenordnungen schätzen", "grossenordnungen-schatzen"),
        ("Łódź, Ærø", "lodz-aero"),
        ("Тестирование кода", "testirovanie-koda"),
        ("Йод и ёж", "iod-i-ezh"),
        ("Ανάλυση", "analysi"),
        ("データ", "skill-7"),
        ("データ API", "api"),
        ("🎉", "skill-7"),
        ("x" * 79 + " yz", "x" * 79),
    ],
)
def test_names_become_readable_ids(name: str, made: str) -> None:
    assert identifier(name, "skill-7") == made


@given(st.lists(st.text(max_size=100) | st.sampled_from(["a", "a-2", "A", "x" * 90]), max_size=30))
def test_ids_are_valid_and_all_different(names: list[str]) -> None:
    ids = Ids()
    made = [ids.unique(identifier(name, "skill")) for name in names]
    assert all(map(is_id, made))
    assert len(set(made)) == len(names)
