"""Item-response numbers published elsewhere, reproduced with the model's own response function.

Ability is continuous there, so the estimate is summed over a grid here; the probabilities are the model's.
"""

from __future__ import annotations

from math import exp, fsum, log, sqrt

import pytest

from skillgap.core.belief.facts import Item
from skillgap.core.belief.likelihoods import right_probability

GRID = [-6 + point / 5 for point in range(61)]
LSAT7 = [
    Item(id=str(place), skill="lsat", slope=a, difficulty=-d / a)
    for place, (a, d) in enumerate(
        zip((0.988, 1.081, 1.706, 0.7651, 0.7358), (1.8561, 0.808, 1.8043, 0.486, 1.8545), strict=True)
    )
]


def expected_ability(items: list[Item], pattern: str) -> tuple[float, float]:
    """Mean and standard deviation a posteriori (EAP) with a standard normal prior on the grid."""
    weights = []
    for ability in GRID:
        chances = [right_probability(item, ability) for item in items]
        logs = [log(p) if mark == "1" else log(1 - p) for p, mark in zip(chances, pattern, strict=True)]
        weights.append(exp(fsum(logs) - ability * ability / 2))
    total = fsum(weights)
    mean = fsum(w * ability for w, ability in zip(weights, GRID, strict=True)) / total
    spread = fsum(w * (ability - mean) ** 2 for w, ability in zip(weights, GRID, strict=True)) / total
    return mean, sqrt(spread)


def item_information(item: Item, ability: float) -> float:
    """Fisher information P'^2 / (P Q) of the three- and four-parameter logistic model."""
    p = right_probability(item, ability)
    core = (p - item.guess) / (item.ceiling - item.guess)
    slope = item.slope * (item.ceiling - item.guess) * core * (1 - core)
    return slope * slope / (p * (1 - p))


@pytest.mark.parametrize(
    ("pattern", "published", "mean", "sd"),
    [
        ("00000", -1.8666, -1.8699, 0.6927),
        ("00001", -1.5267, -1.5272, 0.6737),
        ("00010", -1.5134, -1.5139, 0.6731),
    ],
)
def test_expected_ability_of_lsat7_as_in_mirt(pattern: str, published: float, mean: float, sd: float) -> None:
    ours = expected_ability(LSAT7, pattern)
    assert ours[0] == pytest.approx(published, abs=0.01)
    assert ours == pytest.approx((mean, sd), abs=1e-4)


def test_rasch_probabilities_of_lsat_as_in_ltm() -> None:
    difficulties = (-2.872, -1.063, -0.258, -1.388, -2.219)
    chances = [right_probability(Item(id="i", skill="lsat", slope=1, difficulty=each), 0) for each in difficulties]
    assert chances == pytest.approx([0.946, 0.743, 0.564, 0.800, 0.902], abs=6e-4)


def test_information_of_three_rasch_items_as_in_adaptivetesting() -> None:
    items = [Item(id="i", skill="s", slope=1, difficulty=each) for each in (-0.6265, 0.1836, -0.8356)]
    assert fsum(item_information(item, 0) for item in items) == pytest.approx(0.6859, abs=6e-5)


@pytest.mark.parametrize(
    ("ability", "item", "chance", "information"),
    [
        (0, Item(id="i", skill="s", slope=1.2, difficulty=0.5, guess=0.2), 0.48347495501936366, 0.1931653879957225),
        (
            1.5,
            Item(id="i", skill="s", slope=0.8, difficulty=-1, guess=0.25, ceiling=0.95),
            0.8665579545845176,
            0.029895876015067938,
        ),
        (-2, Item(id="i", skill="s", slope=2, difficulty=0), 0.017986209962091562, 0.07065082485316447),
    ],
)
def test_response_function_and_information_as_in_catsim(
    ability: float, item: Item, chance: float, information: float
) -> None:
    """Values of catsim 0.21 for items with two, three and four parameters."""
    assert right_probability(item, ability) == pytest.approx(chance, rel=1e-12)
    assert item_information(item, ability) == pytest.approx(information, rel=1e-9)
