"""Simulated people: true levels, ratings and answers to every check, drawn from latent values.

Nothing is shared with the likelihoods under test: a rating is a felt level, rounded; an answer is known or guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, floor, log
from random import Random

from skillgap.core.belief.facts import CheckOutcome, Item, SkillFacts

SKILLS, MUST_HAVES = 40, 8

Facts = tuple[SkillFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raters:
    """How the simulated people and their checks really are; the defaults are what the model assumes."""

    name: str
    sharpness: float = 1.0
    leniency: float = 0.3
    leniency_spread: float = 0.6
    careless: float = 0.0  # share of ratings picked blindly
    skill_spread: float = 1.0
    item_slope: float = 1.5
    item_error: float = 0.0  # standard deviation of true minus stated difficulty, in levels


SCENARIOS = (
    Raters(name="as assumed: sharpness 1.0, leniency .3 (spread .6)"),
    Raters(name="all alike: sharpness 1.0, leniency .3", leniency_spread=0.0),
    Raters(name="more lenient: .9", leniency=0.9, leniency_spread=0.0),
    Raters(name="lazier: sharpness .5, leniency .3", sharpness=0.5, leniency_spread=0.0),
    Raters(name="sharper: 1.6, leniency 0", sharpness=1.6, leniency=0.0, leniency_spread=0.0),
    Raters(name="careless: 10 % of ratings blind", careless=0.1),
    Raters(name="specialists: skills spread 1.6", skill_spread=1.6),
    Raters(name="poor checks: slope 1.0, difficulty off by .5", item_slope=1.0, item_error=0.5),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One simulated person: what is true, what they say, and how they would answer every check."""

    levels: tuple[int, ...]
    facts: Facts
    answers: dict[str, CheckOutcome]
    order: tuple[str, ...]  # the checks in random order


def logistic_noise(rng: Random) -> float:
    p = rng.uniform(1e-12, 1 - 1e-12)
    return log(p / (1.0 - p))


def true_levels(rng: Random, top: int, spread: float) -> tuple[int, ...]:
    general = rng.randrange(2 * top + 1) / 2
    weights = [exp(-(((level - general) / spread) ** 2) / 2) for level in range(top + 1)]
    return tuple(rng.choices(range(top + 1), weights, k=SKILLS))


def rating(rng: Random, level: int, leniency: float, top: int, raters: Raters) -> int:
    """The felt level, rounded: level + leniency + logistic noise, which is the graded response model."""
    if rng.random() < raters.careless:
        return rng.randint(0, top)
    felt = level + leniency + logistic_noise(rng) / raters.sharpness
    return min(top, max(0, floor(felt + 0.5)))


def answer(rng: Random, item: Item, level: int, raters: Raters) -> bool:
    """Known, or else guessed; the true difficulty may differ from the stated one."""
    difficulty = item.difficulty + rng.gauss(0.0, raters.item_error)
    return raters.item_slope * (level - difficulty) + logistic_noise(rng) > 0 or rng.random() < item.guess


def bank(rng: Random, top: int) -> list[Item]:
    """Three four-option checks a skill: at levels 1-3 of a scale 0-4; on 0-5 spread over difficulties 1 to 4."""
    ids = [f"s{number:02}" for number in range(SKILLS)]
    if top == 4:
        return [Item.at_level(id=f"{id}-{q}", skill=id, level=q, options=4) for id in ids for q in (1, 2, 3)]
    places = ((id, place) for id in ids for place in range(3))
    return [
        Item(id=f"{id}-{place}", skill=id, difficulty=rng.uniform(1 + place, 2 + place), guess=0.25)
        for id, place in places
    ]


def person(seed: int, number: int, raters: Raters, top: int) -> Person:
    """Profile, truth, ratings and answers of one person; the same for the same numbers."""
    rng = Random(f"{seed}/{number}")
    levels = true_levels(rng, top, raters.skill_spread)
    leniency = rng.choices(range(-2, 3), [exp(-step * step / 2) for step in range(-2, 3)])[0]
    shift = raters.leniency + raters.leniency_spread * leniency
    required = rng.choices(range(1, top + 1), (1, 2, 3, 1) if top == 4 else (2, 5, 8, 5, 1), k=SKILLS)
    facts = tuple(
        SkillFacts(
            id=f"s{place:02}",
            weight=rng.randint(1, 5),
            required=need,
            floor=ceil(need / 2) if place < MUST_HAVES else None,
            rating=rating(rng, level, shift, top, raters),
        )
        for place, (level, need) in enumerate(zip(levels, required, strict=True))
    )
    items = bank(rng, top)
    answers = {
        item.id: CheckOutcome(item=item, right=answer(rng, item, levels[int(item.skill[1:])], raters)) for item in items
    }
    order = tuple(rng.sample(sorted(answers), len(answers)))
    return Person(levels=levels, facts=facts, answers=answers, order=order)
