"""Made-up planning instances: skills with levels, and layered networks of any size.

Hours are in half-hours around 10, 30, 70 and 140 hours, log-normal with spread .4; 15 % are foundations without value.
"""

from __future__ import annotations

from random import Random

from skillgap.core.sequencing import Job

HOURS = (10, 30, 70, 140)
FOUNDATIONS = 0.15
SPREAD = 0.4


def skills(rng: Random, count: int, *, whole: bool = False, hard: bool = False) -> list[Job]:
    """Levels of skills, each after the one below and some after levels of up to three earlier skills.

    `whole` starts every skill at 0 and ends it at 4; else a few levels are missing. `hard` draws hours and values that
    do not follow the levels.
    """
    spans = [(0, 4) if whole else _span(rng) for _ in range(count)]
    jobs: list[Job] = []
    for skill, (start, top) in enumerate(spans):
        before = rng.sample(range(skill), min(skill, rng.choice((0, 0, 1, 1, 2, 3))))
        weight = 0 if rng.random() < FOUNDATIONS else rng.randint(1, 5)
        pace = rng.lognormvariate(0, SPREAD)
        for level in range(start, top):
            needs = [_id(skill, level)] if level > start else []
            for other in before:
                low, high = spans[other]
                need = min(high, max(low + 1, level + rng.choice((-1, 0, 0, 1))))
                if rng.random() < 0.7:
                    needs.append(_id(other, need))
            if hard:
                hours, value = _hours(rng, rng.choice(HOURS)), rng.randint(0, 60) if weight else 0
            else:
                hours, value = _hours(rng, HOURS[level] * pace), 12 * weight // top
            jobs.append(Job(_id(skill, level + 1), hours, value, tuple(needs)))
    return jobs


def layered(rng: Random, count: int, width: int | None = None) -> list[Job]:
    """Layers of about the square root of `count` jobs, each with up to three predecessors in the layer before."""
    width = width or max(4, int(count**0.5))
    jobs = []
    for number in range(count):
        first = (number // width - 1) * width
        needs = {f"j{rng.randrange(first, first + width)}" for _ in range(rng.choice((0, 1, 1, 2, 3)))}
        value = 0 if rng.random() < FOUNDATIONS else rng.randint(1, 60)
        after = tuple(sorted(needs)) if first >= 0 else ()
        jobs.append(Job(f"j{number}", _hours(rng, rng.choice(HOURS)), value, after))
    return jobs


def curriculum(rng: Random, count: int, *, near: int = 25) -> list[Job]:
    """Concepts of one to eight hours, each worth 1, after up to three of the `near` concepts before it."""
    jobs = []
    for number in range(count):
        needs = {
            f"c{rng.randrange(max(0, number - near), number)}"
            for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3)) if number else 0)
        }
        jobs.append(Job(f"c{number}", rng.choice((1, 2, 2, 3, 4, 4, 6, 8)), 1, tuple(sorted(needs))))
    return jobs


def alike(rng: Random, count: int, *, needs: int) -> list[Job]:
    """Jobs that are hard to choose from: each is worth its hours and a constant, and needs up to `needs` others."""
    jobs: list[Job] = []
    for j in range(count):
        hours = rng.randint(10, 300)
        before = rng.sample(range(max(0, j - 20), j), min(j, rng.randint(0, needs)))
        jobs.append(Job(f"j{j}", hours, hours + 25, tuple(f"j{i}" for i in before)))
    return jobs


def _span(rng: Random) -> tuple[int, int]:
    start, top = rng.choice((0, 0, 1, 1, 2, 3)), rng.choice((2, 3, 3, 4))
    return min(start, top - 1), top


def _id(skill: int, level: int) -> str:
    return f"s{skill}-{level}"


def _hours(rng: Random, about: float) -> int:
    return max(1, round(2 * about * rng.lognormvariate(0, SPREAD / 2)))
