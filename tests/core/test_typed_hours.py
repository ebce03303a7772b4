"""Hours and pace as they are typed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from skillgap.core.plan import Budget
from skillgap.core.typed_hours import hours_text, with_typed_hours, with_typed_pace

BUDGET = Budget(hours_per_week=8, start=date(2026, 11, 24))
WEEK = (2.0, 0.0, 2.0, 0.0, 0.0, 4.5, 0.0)


@pytest.mark.parametrize(
    ("text", "hours", "weekdays"),
    [("6", 6, ()), (" 4,5 ", 4.5, ()), ("4.5", 4.5, ()), ("2,0, 2,0,0,4.5,0", 8.5, WEEK)],
)
def test_hours_are_those_of_a_week_or_of_its_days(text: str, hours: float, weekdays: tuple[float, ...]) -> None:
    made = with_typed_hours(BUDGET, text)
    assert (made.hours_per_week, made.weekdays) == (hours, weekdays)
    assert with_typed_hours(made, hours_text(made)) == made


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", '"" is no number of hours; write 8, or 2,0,2,0,0,4,0 for Monday to Sunday'),
        ("many", '"many" is no number'),
        ("0", "0 hours a week cannot be planned; write 0.5 to 100"),
        ("nan", "nan hours a week cannot be planned"),
        ("1,2,3", "weekdays are not seven numbers from 0 up"),
        ("1,1,1,1,1,-1,0", "weekdays are not seven numbers from 0 up"),
        ("x" * 999, f'"{"x" * 40}" is no number'),
    ],
)
def test_what_is_no_hours_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        with_typed_hours(BUDGET, text)


def test_a_pace_is_fixed_or_learned() -> None:
    fixed = with_typed_pace(BUDGET, "1,2")
    assert fixed.pace == 1.2
    assert with_typed_pace(fixed, "").pace is None
    with pytest.raises(ValueError, match=r"pace = 50 cannot be planned; write 0.1 to 10"):
        with_typed_pace(BUDGET, "50")
