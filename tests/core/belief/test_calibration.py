"""The Brier score and its decomposition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.core.belief.calibration import Forecast, calibration


def forecasts(probability: float, right: int, wrong: int) -> list[Forecast]:
    return [Forecast(probability=probability, right=each < right) for each in range(right + wrong)]


def test_worked_example() -> None:
    """Eight at .9 with six right, four at .6 with two right."""
    scored = calibration(forecasts(0.9, 6, 2) + forecasts(0.6, 2, 2))
    assert scored.brier == pytest.approx(0.22667, abs=6e-6)
    assert scored.reliability == pytest.approx(0.01833, abs=6e-6)
    assert scored.resolution == pytest.approx(0.01389, abs=6e-6)
    assert scored.uncertainty == pytest.approx(0.22222, abs=6e-6)
    assert scored.overconfidence == pytest.approx(0.13333, abs=6e-6)


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.25, 0.5, 0.7, 0.9, 1.0]), st.booleans()), min_size=1, max_size=40))
def test_the_parts_always_add_up(answers: list[tuple[float, bool]]) -> None:
    scored = calibration([Forecast(probability=p, right=right) for p, right in answers])
    parts = scored.reliability - scored.resolution + scored.uncertainty
    assert scored.brier == pytest.approx(parts, abs=1e-12)
    assert scored.count == len(answers)


def test_certainty_that_is_right_and_certainty_that_is_wrong() -> None:
    assert calibration(forecasts(1.0, 5, 0)).brier == 0.0
    assert calibration(forecasts(1.0, 0, 5)).brier == 1.0
    assert calibration(forecasts(0.0, 0, 5)).overconfidence == 0.0


def test_impossible_input_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Forecast(probability=1.2, right=True)
    with pytest.raises(ValueError, match="no calibration"):
        calibration([])
