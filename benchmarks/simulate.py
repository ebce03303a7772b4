"""Does the calibrated model help? Simulated people, raters as assumed and otherwise, against plain scoring.

python -m benchmarks.simulate [--people N] [--seeds N] [--top 4|5] [--processes N] [--bits]

Each seed is a block of people; standard errors are jackknifed over the blocks. Every person has a profile of
40 skills of their own, and meets all conditions with the same ratings and the same answers to the same checks.
The people are drawn with code of their own, from latent values, and not with the likelihoods under test.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, exp, floor, log, sqrt
from multiprocessing import Pool
from random import Random
from time import perf_counter

from skillgap.core.belief.facts import CheckOutcome, Item, SkillFacts
from skillgap.core.belief.posterior import Belief, believe
from skillgap.core.belief.questions import Question, rank_questions

SKILLS, MUST_HAVES = 40, 8
CONDITIONS = ("plain", "0 checks", "24 random", "24 chosen", "48 random")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One condition of one person: error of readiness in points, truth inside the band, share of right verdicts."""

    error: float
    covered: bool
    hits: float


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


def with_check(facts: Facts, outcome: CheckOutcome) -> Facts:
    return tuple(
        replace(each, checks=(*each.checks, outcome)) if each.id == outcome.item.skill else each for each in facts
    )


def random_checks(someone: Person, count: int) -> Facts:
    facts = someone.facts
    for id in someone.order[:count]:
        facts = with_check(facts, someone.answers[id])
    return facts


def chosen_checks(someone: Person, count: int, top: int, key: Callable[[Question], float]) -> Facts:
    """One after the other, each the best after the answers so far; no early stop, so that counts compare."""
    facts = someone.facts
    items = [each.item for each in someone.answers.values()]
    for _ in range(count):
        questions = rank_questions(facts, believe(facts, top=top), items)
        facts = with_check(facts, someone.answers[max(questions, key=key).item.id])
    return facts


def readiness(facts: Facts, levels: Sequence[int]) -> float:
    total = sum(each.weight for each in facts)
    covered = (
        each.weight * min(max(level, 0), each.required) / each.required
        for each, level in zip(facts, levels, strict=True)
    )
    return 100.0 * sum(covered) / total


def judged(low: float, middle: float, high: float, verdicts: list[bool], someone: Person) -> Result:
    truth = readiness(someone.facts, someone.levels)
    right = [
        verdict == (level >= each.required)
        for verdict, each, level in zip(verdicts, someone.facts, someone.levels, strict=True)
    ]
    return Result(error=middle - truth, covered=low <= truth <= high, hits=sum(right) / SKILLS)


def plain(someone: Person) -> Result:
    """Ratings taken at their word, band of one level either way."""
    ratings = [each.rating or 0 for each in someone.facts]
    low, middle, high = (readiness(someone.facts, [each + step for each in ratings]) for step in (-1, 0, 1))
    verdicts = [rated >= each.required for rated, each in zip(ratings, someone.facts, strict=True)]
    return judged(low, middle, high, verdicts, someone)


def calibrated(someone: Person, facts: Facts, top: int) -> Result:
    belief: Belief = believe(facts, top=top)
    verdicts = [each.meets >= 0.5 for each in belief.skills]
    whole = belief.readiness
    return judged(whole.low, whole.mean, whole.high, verdicts, someone)


def by_bits(question: Question) -> float:
    """Weighted mutual information about the asked skill alone."""
    return question.worth


def by_priority(question: Question) -> float:
    return question.priority


def results(numbers: tuple[int, int], raters: Raters, top: int, bits: bool) -> dict[str, Result]:
    """All conditions of one person."""
    someone = person(*numbers, raters, top)
    done = {
        "plain": plain(someone),
        "0 checks": calibrated(someone, someone.facts, top),
        "24 random": calibrated(someone, random_checks(someone, 24), top),
        "24 chosen": calibrated(someone, chosen_checks(someone, 24, top, by_priority), top),
        "48 random": calibrated(someone, random_checks(someone, 48), top),
    }
    if bits:
        done["24 by bits"] = calibrated(someone, chosen_checks(someone, 24, top, by_bits), top)
    return done


Block = list[dict[str, Result]]


def rmse(people: Block, condition: str) -> float:
    return sqrt(sum(each[condition].error ** 2 for each in people) / len(people))


def coverage(people: Block, condition: str) -> float:
    return 100.0 * sum(each[condition].covered for each in people) / len(people)


def hit_rate(people: Block, condition: str) -> float:
    return 100.0 * sum(each[condition].hits for each in people) / len(people)


def jackknife(blocks: list[Block], statistic: Callable[[Block], float]) -> tuple[float, float]:
    """The statistic over all people, and its standard error from leaving out one block at a time."""
    whole = statistic([each for block in blocks for each in block])
    if len(blocks) < 2:
        return whole, float("nan")
    parts = [statistic([each for other in blocks if other is not left for each in other]) for left in blocks]
    mean = sum(parts) / len(parts)
    return whole, sqrt((len(parts) - 1) / len(parts) * sum((part - mean) ** 2 for part in parts))


def cell(blocks: list[Block], condition: str, *, hits: bool) -> str:
    """The hit rate, or RMSE and coverage, each with its standard error."""
    if hits:
        return "{:.1f} ± {:.1f}".format(*jackknife(blocks, partial(hit_rate, condition=condition)))
    error = "{:.1f} ± {:.1f}".format(*jackknife(blocks, partial(rmse, condition=condition)))
    held = "{:.0f} ± {:.0f} %".format(*jackknife(blocks, partial(coverage, condition=condition)))
    return f"{error} / {held}"


def table(studies: dict[str, list[Block]], columns: Sequence[str], *, hits: bool) -> str:
    """A Markdown table of all scenarios."""
    what = "Right verdicts per skill, %" if hits else "RMSE of readiness, points / truths inside the band"
    lines = [f"| {what} | {' | '.join(columns)} |", f"|{' --- |' * (len(columns) + 1)}"]
    for name, blocks in studies.items():
        lines.append(f"| {name} | {' | '.join(cell(blocks, each, hits=hits) for each in columns)} |")
    return "\n".join(lines)


def targets(blocks: list[Block]) -> str:
    """The figures the design asks for, under the assumed model."""
    ratio = jackknife(blocks, lambda people: rmse(people, "24 chosen") / rmse(people, "plain"))
    band = jackknife(blocks, partial(coverage, condition="24 chosen"))
    gap = jackknife(blocks, lambda people: rmse(people, "24 chosen") - rmse(people, "48 random"))
    hits = jackknife(blocks, lambda people: hit_rate(people, "24 chosen") - hit_rate(people, "48 random"))
    return "\n".join(
        (
            "RMSE of 24 chosen / plain      {:.3f} ± {:.3f}   target at most 0.80".format(*ratio),
            "band of 24 chosen holds        {:.1f} ± {:.1f} %  target 75-85 %".format(*band),
            "RMSE of 24 chosen - 48 random  {:+.2f} ± {:.2f}   target at most 0".format(*gap),
            "hits of 24 chosen - 48 random  {:+.2f} ± {:.2f}   target at least 0".format(*hits),
        )
    )


def main() -> None:
    """Run every scenario and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20, help="people a seed (20)")
    parser.add_argument("--seeds", type=int, default=10, help="seeds 1..N (10)")
    parser.add_argument("--top", type=int, choices=(4, 5), default=4, help="highest level of the scale (4)")
    parser.add_argument("--processes", type=int, default=None, help="processes (all cores)")
    parser.add_argument("--bits", action="store_true", help="also choose by the asked skill's bits alone")
    asked = parser.parse_args()
    columns = (*CONDITIONS, *(("24 by bits",) if asked.bits else ()))
    numbers = [(seed, one) for seed in range(1, asked.seeds + 1) for one in range(asked.people)]
    start = perf_counter()
    studies: dict[str, list[Block]] = {}
    with Pool(asked.processes) as pool:
        for raters in SCENARIOS:
            job = partial(results, raters=raters, top=asked.top, bits=asked.bits)
            done = pool.map(job, numbers, chunksize=5)
            studies[raters.name] = [done[at : at + asked.people] for at in range(0, len(done), asked.people)]
    print(f"{asked.people} people x {asked.seeds} seeds, {SKILLS} skills, levels 0-{asked.top}\n")
    print(table(studies, columns, hits=False), "\n")
    print(table(studies, columns, hits=True), "\n")
    print(targets(studies[SCENARIOS[0].name]))
    print(f"\n{perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
