"""The calibrated model: full posterior plus next question, cold and after one more answer, by number of skills.

python -m benchmarks.belief [ROUNDS]

Cold clears every cache first, as in the first call of a session. Warm is a key press: one skill has one
more answer, the others are known. The gate of 60 ms is for 48 skills and 150 items on one core.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from time import perf_counter

from benchmarks.measurements import Measurement, table
from skillgap.core.belief.cells import grid, skill_cells
from skillgap.core.belief.facts import CheckOutcome, Item, SkillFacts
from skillgap.core.belief.likelihoods import check_logs, evidence_logs, rating_logs, right_probabilities
from skillgap.core.belief.posterior import believe
from skillgap.core.belief.questions import Question, rank_questions

TOP = 5
SIZES = (48, 100, 300, 1000)
ITEMS_PER_SKILL = 150 / 48
GATE_MS = 60.0
CACHES = (grid, skill_cells, rating_logs, evidence_logs, check_logs, right_probabilities)

Facts = tuple[SkillFacts, ...]


def profile(skills: int) -> tuple[Facts, list[Item]]:
    """Rated skills with differing ages, a check on every fourth, and about three items a skill."""
    rng = Random(skills)
    ids = [f"s{number:04}" for number in range(skills)]
    items = [
        Item.at_level(id=f"i{number:05}", skill=ids[number % skills], level=1 + number // skills, options=4)
        for number in range(round(skills * ITEMS_PER_SKILL))
    ]
    facts = tuple(
        SkillFacts(
            id=id,
            weight=rng.randint(1, 5),
            required=rng.randint(1, TOP),
            floor=1 if number % 6 == 0 else None,
            rating=rng.randint(0, TOP),
            months_unused=rng.choice((None, 3.0, 14.0, 40.0)),
            checks=(CheckOutcome(item=items[number], right=rng.random() < 0.6),) if number % 4 == 0 else (),
        )
        for number, id in enumerate(ids)
    )
    return facts, items


def answered(facts: Facts, items: list[Item], turn: int) -> Facts:
    """The facts with one more check on one of the skills, another one each turn."""
    place = (4 * turn + 1) % len(facts)
    more = CheckOutcome(item=items[place], right=turn % 2 == 0)
    return (*facts[:place], replace(facts[place], checks=(more,)), *facts[place + 1 :])


def milliseconds(action: Callable[..., object], *arguments: object) -> float:
    start = perf_counter()
    action(*arguments)
    return 1000.0 * (perf_counter() - start)


def whole(facts: Facts, items: list[Item]) -> tuple[Question, ...]:
    """What one answer costs: the posterior and the ranking of all open items."""
    return rank_questions(facts, believe(facts, top=TOP), items)


def measurements(rounds: int) -> Iterator[Measurement]:
    """Measure all sizes."""
    for skills in SIZES:
        facts, items = profile(skills)
        cold, warm = [], []
        for turn in range(rounds):
            for cache in CACHES:
                cache.cache_clear()
            cold.append(milliseconds(whole, facts, items))
            warm.append(milliseconds(whole, answered(facts, items, turn), items))
        most = GATE_MS if skills == SIZES[0] else None
        for kind, samples in (("cold", cold), ("warm", warm)):
            name = f"posterior and next question, {kind}"
            yield Measurement(name=name, unit="ms", samples=tuple(samples), size=skills, most=most)


if __name__ == "__main__":
    print(table(list(measurements(int(sys.argv[1]) if len(sys.argv) > 1 else 9))))
