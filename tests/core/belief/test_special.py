"""Special functions against other implementations: scipy 1.17, mpmath 1.4 (30 digits) and the standard library."""

from __future__ import annotations

from math import exp, log
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.core.belief.special import (
    beta_cdf,
    binary_entropy,
    log_logistic,
    log_logistic_step,
    logistic,
    normal_quantile,
)


@pytest.mark.parametrize(
    ("a", "b", "x", "value"),
    [
        (2.5, 3.5, 0.2, 0.13281730977804913),
        (3.5, 5.5, 0.2, 0.11230357010921276),
        (0.5, 5.5, 0.2, 0.87453310358928132),
        (5.5, 0.5, 0.2, 3.6937760949062052e-5),
        (0.5, 0.5, 0.5, 0.5),
        (30.5, 70.5, 0.3, 0.49416533517326565),
        (1000.0, 2000.0, 0.34, 0.78121509116064273),
        (0.5, 20.5, 0.01, 0.47654153154846552),
        (2.0, 3.0, 0.999, 0.999999996003),
        (12.5, 0.5, 0.97, 0.38760427329575317),
    ],
)
def test_incomplete_beta_agrees_with_mpmath(a: float, b: float, x: float, value: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(value, rel=2e-12)


@given(a=st.floats(0.1, 200), b=st.floats(0.1, 200), x=st.floats(0.001, 0.999))
@settings(max_examples=100, deadline=None)
def test_incomplete_beta_is_a_distribution(a: float, b: float, x: float) -> None:
    assert beta_cdf(x, a, b) + beta_cdf(1 - x, b, a) == pytest.approx(1.0, abs=1e-11)
    assert beta_cdf(x, a, b) <= beta_cdf(min(1.0, x + 0.05), a, b) + 1e-12
    # one step of the recurrence I_x(a, b) = x I_x(a-1, b) + (1-x) I_x(a, b-1), raised by one (DLMF 8.17.18)
    recurred = x * beta_cdf(x, a, b + 1) + (1 - x) * beta_cdf(x, a + 1, b)
    assert beta_cdf(x, a + 1, b + 1) == pytest.approx(recurred, abs=1e-11)


def test_incomplete_beta_at_its_ends() -> None:
    assert beta_cdf(-1, 2, 3) == beta_cdf(0, 2, 3) == 0.0
    assert beta_cdf(1, 2, 3) == beta_cdf(2, 2, 3) == 1.0
    with pytest.raises(ValueError, match="positive"):
        beta_cdf(0.5, 0, 1)


@given(p=st.floats(1e-12, 1 - 1e-12))
@settings(max_examples=100, deadline=None)
def test_normal_quantile_agrees_with_the_standard_library(p: float) -> None:
    assert normal_quantile(p) == pytest.approx(NormalDist().inv_cdf(p), abs=1e-9, rel=1e-9)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, 1.1, float("nan")])
def test_normal_quantile_needs_a_probability(p: float) -> None:
    with pytest.raises(ValueError, match="probability"):
        normal_quantile(p)


@given(t=st.floats(-700, 700))
@settings(max_examples=100, deadline=None)
def test_logistic_and_its_logarithm(t: float) -> None:
    assert logistic(t) + logistic(-t) == pytest.approx(1.0)
    assert exp(log_logistic(t)) == pytest.approx(logistic(t), rel=1e-12)


def test_the_step_of_a_logistic_does_not_cancel() -> None:
    """Far out on the tail the plain difference is 0, the step is e^-40 (1 - e^-1)."""
    assert log_logistic_step(41, 40) == pytest.approx(-40 + log(1 - exp(-1)))
    assert exp(log_logistic_step(0.7, -0.2)) == pytest.approx(logistic(0.7) - logistic(-0.2))


def test_binary_entropy() -> None:
    assert [binary_entropy(p) for p in (0.0, 0.25, 0.5, 1.0)] == pytest.approx([0, 0.811278124459, 1, 0])
