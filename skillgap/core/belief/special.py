"""The few special functions the model needs, in plain Python and accurate to about 1e-13."""

from __future__ import annotations

from math import erfc, exp, expm1, fabs, inf, lgamma, log, log1p, log2, pi, sqrt


def logistic(t: float) -> float:
    """1 / (1 + e^-t) for any finite t, without overflow."""
    if t >= 0:
        return 1.0 / (1.0 + exp(-t))
    power = exp(t)
    return power / (1.0 + power)


def log_logistic(t: float) -> float:
    """ln(logistic(t)), accurate also where logistic(t) would round to 0 or 1."""
    return -log1p(exp(-t)) if t >= 0 else t - log1p(exp(t))


def log_logistic_step(high: float, low: float) -> float:
    """ln(logistic(high) - logistic(low)) for high > low, without cancellation."""
    return log_logistic(high) + log_logistic(-low) + log(-expm1(low - high))


def binary_entropy(p: float) -> float:
    """Uncertainty of a yes-no outcome with probability `p`, in bits (0 at 0 and 1, 1 at a half)."""
    if p <= 0.0 or p >= 1.0:
        return 0.0
    return -(p * log2(p) + (1.0 - p) * log2(1.0 - p))


def normal_quantile(p: float) -> float:
    """z with P(Z <= z) = `p` for a standard normal Z.

    A rational start (Hastings 1955, in Abramowitz & Stegun 26.2.23) polished by Halley steps on erfc.
    Raises ValueError unless 0 < p < 1.
    """
    if not 0.0 < p < 1.0:
        raise ValueError(f"a quantile needs a probability between 0 and 1, not {p}")
    if p > 0.5:
        return -normal_quantile(1.0 - p)
    t = sqrt(-2.0 * log(p))
    z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in range(3):
        step = (0.5 * erfc(-z / sqrt(2.0)) - p) * sqrt(2.0 * pi) * exp(z * z / 2.0)
        z -= step / (1.0 + z * step / 2.0)
    return z


def beta_cdf(x: float, a: float, b: float) -> float:
    """P(X <= x) for X ~ Beta(a, b): the regularised incomplete beta function I_x(a, b).

    The continued fraction DLMF 8.17.22, evaluated by Lentz's method (Lentz 1976; Thompson & Barnett 1986).
    Raises ValueError unless a and b are positive.
    """
    if not (a > 0.0 and b > 0.0):
        raise ValueError(f"Beta({a}, {b}) does not exist: both numbers must be positive")
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):  # beyond this point the mirrored fraction converges faster
        return 1.0 - beta_cdf(1.0 - x, b, a)
    log_front = a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)
    return exp(log_front) * _beta_fraction(x, a, b) / a


def _beta_fraction(x: float, a: float, b: float) -> float:
    """The value of the continued fraction; at most a few dozen terms below the mirror point."""
    tiny = 1e-300
    c, d = 1.0, 1.0 / _off_zero(1.0 - (a + b) * x / (a + 1.0), tiny)
    value, change = d, inf
    m = 0
    while fabs(change - 1.0) > 1e-16 and m < 10_000:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for term in (even, odd):
            d = 1.0 / _off_zero(1.0 + term * d, tiny)
            c = _off_zero(1.0 + term / c, tiny)
            change *= c * d
        value *= change
    return value


def _off_zero(value: float, tiny: float) -> float:
    return value if fabs(value) > tiny else tiny
