"""Does the calibrated model help? Simulated people, raters as assumed and otherwise, against plain scoring.

python -m benchmarks.simulate [--people N] [--seeds N] [--top 4|5] [--scenarios N] [--first N] [--processes N]
    [--bits]

Each seed is a block of people; standard errors are jackknifed over the blocks. Every person has a profile of
40 skills of their own, and meets all conditions with the same ratings and the same answers to the same checks.
`benchmarks/people.py` draws the people.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from multiprocessing import Pool
from time import perf_counter

from benchmarks.people import SCENARIOS, SKILLS, Facts, Person, Raters, person
from skillgap.core.belief.facts import CheckOutcome
from skillgap.core.belief.posterior import Belief, believe
from skillgap.core.belief.questions import Question, rank_questions

CONDITIONS = ("plain", "0 checks", "24 random", "24 chosen", "48 random")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One condition of one person: error of readiness in points, truth inside the band, share of right verdicts."""

    error: float
    sd: float  # that the model states, 0 for plain
    covered: bool
    hits: float


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


def judged(band: tuple[float, float, float], verdicts: list[bool], someone: Person, sd: float = 0.0) -> Result:
    low, middle, high = band
    truth = readiness(someone.facts, someone.levels)
    right = [
        verdict == (level >= each.required)
        for verdict, each, level in zip(verdicts, someone.facts, someone.levels, strict=True)
    ]
    return Result(error=middle - truth, sd=sd, covered=low <= truth <= high, hits=sum(right) / SKILLS)


def plain(someone: Person) -> Result:
    """Ratings taken at their word, band of one level either way."""
    ratings = [each.rating or 0 for each in someone.facts]
    low, middle, high = (readiness(someone.facts, [each + step for each in ratings]) for step in (-1, 0, 1))
    verdicts = [rated >= each.required for rated, each in zip(ratings, someone.facts, strict=True)]
    return judged((low, middle, high), verdicts, someone)


def calibrated(someone: Person, facts: Facts, top: int) -> Result:
    belief: Belief = believe(facts, top=top)
    verdicts = [each.meets >= 0.5 for each in belief.skills]
    whole = belief.readiness
    return judged((whole.low, whole.mean, whole.high), verdicts, someone, whole.sd)


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


def stated_rmse(people: Block, condition: str) -> float:
    """The RMSE that the model states: far less noisy than the one seen, and as true as the model."""
    return sqrt(sum(each[condition].sd ** 2 for each in people) / len(people))


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

    def difference(of: Callable[[Block, str], float]) -> tuple[float, float]:
        return jackknife(blocks, lambda people: of(people, "24 chosen") - of(people, "48 random"))

    ratio = jackknife(blocks, lambda people: rmse(people, "24 chosen") / rmse(people, "plain"))
    band = jackknife(blocks, partial(coverage, condition="24 chosen"))
    return "\n".join(
        (
            "RMSE of 24 chosen / plain                {:.3f} ± {:.3f}   target at most 0.80".format(*ratio),
            "band of 24 chosen holds                  {:.1f} ± {:.1f} %  target 75-85 %".format(*band),
            "RMSE of 24 chosen - 48 random, seen      {:+.2f} ± {:.2f}   target at most 0".format(*difference(rmse)),
            "the same as the model states it          {:+.2f} ± {:.2f}".format(*difference(stated_rmse)),
            "verdicts of 24 chosen - 48 random, %     {:+.2f} ± {:.2f}   target at least 0".format(
                *difference(hit_rate)
            ),
        )
    )


def main() -> None:
    """Run every scenario and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=30, help="people a seed (30)")
    parser.add_argument("--seeds", type=int, default=10, help="how many seeds (10)")
    parser.add_argument("--first", type=int, default=1, help="the first seed (1), for people never seen before")
    parser.add_argument("--top", type=int, choices=(4, 5), default=5, help="highest level of the scale (5)")
    parser.add_argument("--scenarios", type=int, default=len(SCENARIOS), help="only the first N scenarios (all)")
    parser.add_argument("--processes", type=int, default=None, help="processes (all cores)")
    parser.add_argument("--bits", action="store_true", help="also choose by the asked skill's bits alone")
    asked = parser.parse_args()
    columns = (*CONDITIONS, *(("24 by bits",) if asked.bits else ()))
    numbers = [(seed, one) for seed in range(asked.first, asked.first + asked.seeds) for one in range(asked.people)]
    start = perf_counter()
    studies: dict[str, list[Block]] = {}
    with Pool(asked.processes) as pool:
        for raters in SCENARIOS[: asked.scenarios]:
            job = partial(results, raters=raters, top=asked.top, bits=asked.bits)
            done = pool.map(job, numbers, chunksize=5)
            studies[raters.name] = [done[at : at + asked.people] for at in range(0, len(done), asked.people)]
    print(f"{asked.people} people x {asked.seeds} seeds from {asked.first} on, {SKILLS} skills, levels 0-{asked.top}\n")
    print(table(studies, columns, hits=False), "\n")
    print(table(studies, columns, hits=True), "\n")
    print(targets(studies[SCENARIOS[0].name]))
    print(f"\n{perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
