"""How much does a quick round lose? The same simulated people, asked 15 of 40 skills, or all of them.

python -m benchmarks.quick [--people N] [--seeds N] [--first N]

No checks: what is not asked is inferred from the ratings that are. Errors are jackknifed over the seeds.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial

from benchmarks.people import SCENARIOS, SKILLS, Facts, Person, Raters, person
from benchmarks.simulate import Block, Result, calibrated, coverage, hit_rate, jackknife, judged, readiness, rmse
from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.belief.levers import rank_ratings
from skillgap.core.belief.posterior import believe

ASKED = DEFAULTS.quick_ratings
TOP = 5
EVEN = 0.5


def silent(facts: Facts) -> Facts:
    return tuple(replace(each, rating=None, confidence="fairly") for each in facts)


def with_rating(facts: Facts, someone: Person, id: str) -> Facts:
    given = {each.id: each for each in someone.facts}
    return tuple(given[id] if each.id == id else each for each in facts)


def chosen(someone: Person) -> Facts:
    """A quick round: after each answer the skill whose rating tells most."""
    facts = silent(someone.facts)
    for _ in range(ASKED):
        facts = with_rating(facts, someone, rank_ratings(facts, believe(facts, top=TOP))[0].skill)
    return facts


def drawn(someone: Person) -> Facts:
    """As many skills drawn evenly."""
    facts = silent(someone.facts)
    for id in list(dict.fromkeys(someone.answers[each].item.skill for each in someone.order))[:ASKED]:
        facts = with_rating(facts, someone, id)
    return facts


def must_haves(someone: Person, facts: Facts) -> float:
    """Share of the must-haves of which the estimate says rightly whether their floor is reached."""
    judgements = [
        ((each.meets_floor or 0.0) >= EVEN) == (level >= (each.floor or 0))
        for each, level in zip(believe(facts, top=TOP).skills, someone.levels, strict=True)
        if each.floor is not None
    ]
    return sum(judgements) / len(judgements)


def rated_alone(someone: Person, facts: Facts) -> Result:
    """The plain readiness in what is rated, taken for the whole."""
    rated = tuple(each for each in facts if each.rating is not None)
    levels = [each.rating or 0 for each in rated]
    low, middle, high = (readiness(rated, [level + step for level in levels]) for step in (-1, 0, 1))
    return judged(
        (low, middle, high), [each.rating is not None and each.rating >= each.required for each in facts], someone
    )


def results(someone: Person) -> dict[str, Result]:
    quick, some = chosen(someone), drawn(someone)
    return {
        "all 40, plain": rated_alone(someone, someone.facts),
        "all 40, estimate": calibrated(someone, someone.facts, TOP),
        f"{ASKED} chosen, rated part alone": rated_alone(someone, quick),
        f"{ASKED} chosen, estimate": calibrated(someone, quick, TOP),
        f"{ASKED} drawn, estimate": calibrated(someone, some, TOP),
    }


def floors(someone: Person) -> dict[str, float]:
    return {
        "all 40, estimate": must_haves(someone, someone.facts),
        f"{ASKED} chosen, estimate": must_haves(someone, chosen(someone)),
        f"{ASKED} drawn, estimate": must_haves(someone, drawn(someone)),
    }


def study(raters: Raters, people: int, seeds: range) -> list[Block]:
    return [[results(person(seed, one, raters, TOP)) for one in range(people)] for seed in seeds]


def gathered(rows: list[dict[str, float]]) -> dict[str, list[float]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


def main() -> None:
    """Run the people as assumed and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20, help="people a seed (20)")
    parser.add_argument("--seeds", type=int, default=10, help="how many seeds (10)")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1)")
    asked = parser.parse_args()
    seeds = range(asked.first, asked.first + asked.seeds)
    blocks = study(SCENARIOS[0], asked.people, seeds)
    print(f"{asked.people} people x {asked.seeds} seeds from {asked.first} on, {SKILLS} skills, levels 0-{TOP}\n")
    people = [person(seed, one, SCENARIOS[0], TOP) for seed in seeds for one in range(asked.people)]
    for name, shares in gathered([floors(each) for each in people]).items():
        print(f"must-haves judged rightly, {name}: {100 * sum(shares) / len(shares):.1f} %")
    print()
    print("| asked | RMSE of readiness, points | truths inside the band, % | right verdicts per skill, % |")
    print("| --- | --- | --- | --- |")
    for name in blocks[0][0]:
        cells = (jackknife(blocks, partial(of, condition=name)) for of in (rmse, coverage, hit_rate))
        print(f"| {name} | {' | '.join('{:.1f} ± {:.1f}'.format(*each) for each in cells)} |")


if __name__ == "__main__":
    main()
