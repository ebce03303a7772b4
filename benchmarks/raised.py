"""How often does a higher rating lower the calibrated readiness, and by how much?

python -m benchmarks.raised [--people N] [--first N]

Simulated people as assumed, on a scale 0-5, with none, 10 or 24 checks drawn evenly; each of their ratings below the
top is raised by one level in turn. In the plain mode readiness never falls.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from benchmarks.people import SCENARIOS, Facts, Person, person
from skillgap.core.belief.posterior import believe

TOP = 5
NOISE = 1e-9  # points; less is rounding


def checked(someone: Person, count: int) -> Facts:
    """What is known after so many checks, drawn evenly."""
    given = [someone.answers[name] for name in someone.order[:count]]
    return tuple(
        replace(skill, checks=tuple(each for each in given if each.item.skill == skill.id)) for skill in someone.facts
    )


def changes(facts: Facts) -> Iterator[float]:
    """By how many points readiness rises with each rating that is raised by a level."""
    before = believe(facts, top=TOP).readiness.mean
    for at, skill in enumerate(facts):
        if skill.rating is not None and skill.rating < TOP:
            raised = (*facts[:at], replace(skill, rating=skill.rating + 1), *facts[at + 1 :])
            yield believe(raised, top=TOP).readiness.mean - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--first", type=int, default=1, help="the seed")
    options = parser.parse_args()
    people = [person(options.first, number, SCENARIOS[0], TOP) for number in range(options.people)]
    print("| checks | ratings raised | readiness fell, % | at most, points | mean change, points |")
    print("| --: | --: | --: | --: | --: |")
    for count in (0, 10, 24):
        found = [change for someone in people for change in changes(checked(someone, count))]
        fell = sum(change < -NOISE for change in found)
        print(
            f"| {count} | {len(found)} | {100 * fell / len(found):.1f} | {max(0.0, -min(found)):.2f}"
            f" | {sum(found) / len(found):+.2f} |"
        )


if __name__ == "__main__":
    main()
