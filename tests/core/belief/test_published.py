"""Tables that others published, and second opinions by scipy, beyond the examples of the documentation.

LSAT section 6 as fitted by ltm 1.1 (Rizopoulos 2006, https://doi.org/10.18637/jss.v017.i05) with two parameters;
the curves and information of Baker, The Basics of Item Response Theory (2001), chapters 2 and 6; the three subjects
of Schneider's notes on signal detection; d' at equal error rates as in any table of the normal distribution.
"""

from __future__ import annotations

from itertools import product
from math import exp, log, pi, sqrt

import pytest
from scipy import integrate, optimize, stats

from skillgap.core.belief.calibration import Forecast, calibration
from skillgap.core.belief.facts import CheckOutcome, Item, SkillFacts
from skillgap.core.belief.likelihoods import rating_logs, right_probability
from skillgap.core.belief.overclaiming import Familiarity, criterion, overclaiming, sensitivity
from skillgap.core.belief.posterior import believe
from tests.core.belief.test_references import item_information

LSAT6 = tuple(
    Item(id=f"item-{place}", skill="lsat", slope=a, difficulty=b)
    for place, (a, b) in enumerate(
        ((0.8254, -3.3597), (0.7229, -1.3696), (0.8905, -0.2799), (0.6886, -1.8659), (0.6575, -3.1236)), 1
    )
)
OBSERVED_AND_SCORED = {
    "00000": (2.277, -1.895, 0.795),
    "00011": (8.942, -1.041, 0.800),
    "00111": (5.955, -0.463, 0.812),
    "01101": (4.370, -0.441, 0.813),
    "10011": (76.562, -0.506, 0.811),
    "10111": (83.541, 0.093, 0.831),
    "11011": (173.310, -0.022, 0.827),
    "11100": (8.445, -0.329, 0.816),
    "11111": (296.693, 0.606, 0.855),
}
"""Pattern: expected number among 1,000 people, empirical Bayes score, its standard error."""


def surprise(pattern: str, ability: float) -> float:
    """-ln of P(pattern | ability) times a standard normal prior, but for its constant."""
    total = ability * ability / 2
    for item, mark in zip(LSAT6, pattern, strict=True):
        chance = right_probability(item, ability)
        total -= log(chance if mark == "1" else 1 - chance)
    return total


@pytest.mark.parametrize(("pattern", "published"), OBSERVED_AND_SCORED.items())
def test_lsat6_as_fitted_by_ltm(pattern: str, published: tuple[float, float, float]) -> None:
    """The parameters are printed with four digits, the expected numbers with three behind the point."""
    expected, score, error = published
    chance, _ = integrate.quad(lambda z: exp(-surprise(pattern, z)) / sqrt(2 * pi), -8, 8)
    assert 1000 * chance == pytest.approx(expected, rel=1.5e-3)
    mode = optimize.minimize_scalar(lambda z: surprise(pattern, z), bracket=(-1, 1)).x
    assert mode == pytest.approx(score, abs=1.5e-3)
    curvature = 1 + sum(item_information(item, mode) for item in LSAT6)
    assert 1 / sqrt(curvature) == pytest.approx(error, abs=1.5e-3)


def test_all_patterns_of_lsat6_make_one() -> None:
    total, _ = integrate.quad(
        lambda z: sum(exp(-surprise("".join(marks), z)) for marks in product("01", repeat=5)) / sqrt(2 * pi), -8, 8
    )
    assert total == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("item", "chances"),
    [
        (Item(id="i", skill="s", slope=1, difficulty=1), (0.02, 0.05, 0.12, 0.27, 0.50, 0.73, 0.88)),
        (Item(id="i", skill="s", slope=0.5, difficulty=1), (0.12, 0.18, 0.27, 0.38, 0.50, 0.62, 0.73)),
        (Item(id="i", skill="s", slope=1.3, difficulty=1.5, guess=0.2), (0.20, 0.21, 0.23, 0.30, 0.47, 0.73, 0.90)),
    ],
)
def test_the_curves_of_baker_with_one_two_and_three_parameters(item: Item, chances: tuple[float, ...]) -> None:
    ours = [round(right_probability(item, ability), 2) for ability in range(-3, 4)]
    assert ours == list(chances)


def test_the_information_of_baker_with_three_parameters() -> None:
    """It is largest a little above the difficulty, because of guessing."""
    item = Item(id="i", skill="s", slope=1.5, difficulty=1, guess=0.2)
    assert [item_information(item, ability) for ability in (0, 1, 2)] == pytest.approx([0.142, 0.375, 0.257], abs=6e-4)
    best = optimize.minimize_scalar(lambda z: -item_information(item, z), bracket=(0, 2)).x
    assert best == pytest.approx(1 + log((1 + sqrt(1 + 8 * 0.2)) / 2) / 1.5, abs=1e-6)  # Lord 1980, eq. 10-4


@pytest.mark.parametrize("slope", [0.4, 1.0, 1.4])
def test_ratings_follow_the_graded_response_model(slope: float) -> None:
    """Samejima 1969: differences of boundary curves, here by scipy's logistic distribution."""
    for level, rating in product(range(6), range(6)):
        above = [1.0, *(stats.logistic.cdf(slope * (level + 0.3 - x + 0.5)) for x in range(1, 6)), 0.0]
        ours = rating_logs(rating, top=5, sharpness=slope, leniency=0.3)[level]
        assert exp(ours) == pytest.approx(above[rating] - above[rating + 1], abs=1e-12)


@pytest.mark.parametrize(
    ("hits", "alarms", "sensitive", "bias"),
    [(0.7, 0.1, 1.806, 1.981), (0.5, 0.4, 0.253, 1.033), (0.85, 0.05, 2.681, 2.261)],
)
def test_three_subjects_of_schneider(hits: float, alarms: float, sensitive: float, bias: float) -> None:
    """The bias is published as beta = exp(c d')."""
    assert sensitivity(hits, alarms) == pytest.approx(sensitive, abs=6e-4)
    assert exp(criterion(hits, alarms) * sensitive) == pytest.approx(bias, abs=2e-3)


@pytest.mark.parametrize(
    ("rate", "sensitive"), [(0.55, 0.251), (0.6, 0.507), (0.75, 1.349), (0.9, 2.563), (0.99, 4.653), (0.999, 6.180)]
)
def test_sensitivity_at_equal_error_rates(rate: float, sensitive: float) -> None:
    assert sensitivity(rate, 1 - rate) == pytest.approx(sensitive, abs=6e-4)
    assert criterion(rate, 1 - rate) == pytest.approx(0, abs=1e-12)


def test_counts_go_in_as_they_are_published() -> None:
    """20 hits of 20 and no false alarm of 20: a perfect observer (Hautus 1995)."""
    perfect = overclaiming(Familiarity(real_claimed=20, real_shown=20, foils_claimed=0, foils_shown=20))
    assert (perfect.hit_rate, perfect.false_alarm_rate) == (20.5 / 21, 0.5 / 21)
    assert perfect.sensitivity == pytest.approx(2 * stats.norm.ppf(20.5 / 21), abs=1e-9)
    assert perfect.criterion == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("claimed", "shown"), [(0, 4), (1, 4), (2, 5), (3, 8), (5, 5)])
def test_the_rule_for_the_note_is_the_tail_of_jeffreys_posterior(claimed: int, shown: int) -> None:
    seen = Familiarity(real_claimed=1, real_shown=2, foils_claimed=claimed, foils_shown=shown)
    tail = stats.beta.sf(0.2, claimed + 0.5, shown - claimed + 0.5)
    assert overclaiming(seen).high_claim_rate == pytest.approx(tail, abs=1e-12)


def test_murphys_parts_are_differences_of_three_brier_scores() -> None:
    """Reliability: gained by recalibrating. Resolution: lost by forecasting the base rate (Siegert 2017).

    Forecasts of rain in twelfths and what came of 10,000 of them, after Wilks, Statistical Methods in the
    Atmospheric Sciences (2006), table 7.3.
    """
    stated = (0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
    share = (0.006, 0.019, 0.059, 0.15, 0.277, 0.377, 0.511, 0.587, 0.723, 0.779, 0.934, 0.933)
    many = (4112, 671, 1833, 986, 616, 366, 303, 275, 245, 220, 170, 203)
    counts = [(p, round(n * f), n) for p, f, n in zip(stated, share, many, strict=True)]
    scored = calibration([Forecast(probability=p, right=one < k) for p, k, n in counts for one in range(n)])
    base = sum(k for _, k, _ in counts) / 10_000
    assert base == pytest.approx(0.162, abs=6e-4)

    def brier(forecast: dict[float, float]) -> float:
        return sum(k * (forecast[p] - 1) ** 2 + (n - k) * forecast[p] ** 2 for p, k, n in counts) / 10_000

    recalibrated = brier({p: k / n for p, k, n in counts})
    assert scored.brier == pytest.approx(brier({p: p for p, _, _ in counts}), abs=1e-12)
    assert scored.reliability == pytest.approx(scored.brier - recalibrated, abs=1e-12)
    assert scored.resolution == pytest.approx(brier({p: base for p, _, _ in counts}) - recalibrated, abs=1e-12)
    assert scored.uncertainty == pytest.approx(base * (1 - base), abs=1e-12)


def test_one_skill_is_bayes_rule_over_a_table() -> None:
    """The posterior written out as one sum over general level, leniency and level, with scipy's distributions."""
    item = Item.at_level(id="q", skill="s", level=3, options=4)
    fact = SkillFacts(id="s", weight=1, required=3, rating=4, checks=(CheckOutcome(item=item, right=False),))
    weights = [0.0] * 6
    for half, step in product(range(11), range(-2, 3)):
        prior = [exp(-((k - half / 2) ** 2) / 2) for k in range(6)]
        for k in range(6):
            least = [stats.logistic.cdf(k + 0.3 + 0.6 * step - x + 0.5) for x in (4, 5)]
            missed = 1 - (0.25 + 0.75 * stats.logistic.cdf(1.5 * (k - 2.5)))
            weights[k] += exp(-step * step / 2) * prior[k] / sum(prior) * (least[0] - least[1]) * missed
    expected = [weight / sum(weights) for weight in weights]
    assert believe((fact,), top=5).skills[0].levels == pytest.approx(expected, abs=1e-12)
