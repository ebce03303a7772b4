"""Days off as a line of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from skillgap.core.periods import EXAMPLE, periods_of, periods_text


def test_the_line_reads_back_and_notes_stay_with_their_days() -> None:
    found = periods_of(EXAMPLE)
    assert [(it.starts, it.ends, it.hours_per_week) for it in found] == [
        (date(2026, 12, 21), date(2027, 1, 3), 0),
        (date(2027, 2, 1), date(2027, 2, 28), 3),
    ]
    assert periods_text(found) == EXAMPLE
    noted = (replace(found[0], note="Christmas"), found[1])
    assert periods_of(" 2026-12-21..2027-01-03 ,", noted) == noted[:1]
    assert periods_of("2027-05-01")[0].ends == date(2027, 5, 1)
    assert periods_of("") == ()


@pytest.mark.parametrize("text", ["soon", "2026-12-21..x", "2026-12-21..2027-01-03=lots", ".."])
def test_what_is_no_stretch_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="is no stretch of days"):
        periods_of(text)
