"""Foils: published signal-detection numbers, the worked examples and the rule for the note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.belief.assumptions import Assumptions
from skillgap.core.belief.overclaiming import (
    Familiarity,
    corrected_rate,
    criterion,
    overclaiming,
    sensitivity,
)


def seen(real: tuple[int, int], foils: tuple[int, int]) -> Familiarity:
    return Familiarity(real_claimed=real[0], real_shown=real[1], foils_claimed=foils[0], foils_shown=foils[1])


def test_worked_example() -> None:
    result = overclaiming(seen((18, 20), (2, 5)))
    assert result.hit_rate == pytest.approx(0.8810, abs=6e-5)
    assert result.false_alarm_rate == pytest.approx(0.4167, abs=6e-5)
    assert result.sensitivity == pytest.approx(1.390, abs=6e-4)
    assert result.criterion == pytest.approx(-0.485, abs=6e-4)
    none_claimed = overclaiming(seen((18, 20), (0, 5)))
    assert none_claimed.sensitivity == pytest.approx(2.563, abs=6e-4)
    assert none_claimed.criterion == pytest.approx(0.102, abs=6e-4)


def test_published_signal_detection_numbers() -> None:
    assert sensitivity(0.7, 0.1) == pytest.approx(1.806, abs=6e-4)
    assert sensitivity(0.8, 0.1) == pytest.approx(2.123, abs=6e-4)
    # psycho::dprime with 9 hits, 2 false alarms, 1 miss, 7 correct rejections, log-linear correction
    hits, alarms = corrected_rate(9, 10), corrected_rate(2, 9)
    assert sensitivity(hits, alarms) == pytest.approx(1.7713, abs=6e-5)
    assert criterion(hits, alarms) == pytest.approx(-0.2112, abs=6e-5)


@pytest.mark.parametrize(
    ("claimed", "shown", "certainty", "due"),
    [(2, 5, 0.867, True), (3, 8, 0.888, True), (1, 5, None, False), (2, 8, None, False), (0, 5, None, False)],
)
def test_rule_for_the_note(claimed: int, shown: int, certainty: float | None, due: bool) -> None:
    result = overclaiming(seen((10, 20), (claimed, shown)))
    assert result.is_note_due is due
    if certainty is not None:
        assert result.high_claim_rate == pytest.approx(certainty, abs=6e-4)


def test_the_rule_follows_its_settings() -> None:
    strict = Assumptions(foil_certainty=0.9)
    assert not overclaiming(seen((18, 20), (2, 5)), strict).is_note_due


@given(shown=st.integers(1, 12), data=st.data())
def test_more_claimed_foils_never_withdraw_the_note(shown: int, data: st.DataObject) -> None:
    claimed = data.draw(st.integers(0, shown - 1))
    fewer, more = overclaiming(seen((5, 9), (claimed, shown))), overclaiming(seen((5, 9), (claimed + 1, shown)))
    assert fewer.high_claim_rate < more.high_claim_rate
    assert fewer.sensitivity > more.sensitivity
    assert fewer.criterion > more.criterion


@pytest.mark.parametrize("counts", [(6, 5), (-1, 5), (0, 0)])
def test_impossible_counts_are_refused(counts: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="impossible"):
        seen(counts, (0, 5))
    with pytest.raises(ValueError, match="impossible"):
        seen((1, 5), counts)
