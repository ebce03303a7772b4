"""The shipped framework: what it says of itself is so, and no check can be passed by looks."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from skillgap.files.rubrics import open_pack

PACK = open_pack(None).pack
LOOKS: dict[str, Callable[[str], float]] = {
    "the longest": len,
    "the shortest": lambda option: -len(option),
    "the most commas": lambda option: option.count(","),
    "the fewest commas": lambda option: -option.count(","),
    "a reason": lambda option: len(re.findall(r"\b(?:so|because|since)\b", option)),
    "a hedge": lambda option: len(re.findall(r"\b(?:may|can|often|usually|most|some)\b", option)),
    "nothing absolute": lambda option: -len(re.findall(r"\b(?:all|any|every|each|only|never|always|no)\b", option)),
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_right_option_cannot_be_told_by_its_look(look: str) -> None:
    """Whoever follows one look throughout gets what chance gives, a quarter, within two standard errors."""
    hits = 0.0
    for check in PACK.checks:
        seen = [LOOKS[look](option) for option in check.options]
        if seen[check.answer - 1] == max(seen):
            hits += 1 / seen.count(max(seen))
    assert hits / len(PACK.checks) == pytest.approx(0.25, abs=0.065)


def test_no_place_of_a_right_answer_follows_from_the_one_before() -> None:
    places = [check.answer for check in PACK.checks]
    for level in {check.level for check in PACK.checks}:
        given = [check.answer for check in PACK.checks if check.level == level]
        assert max(map(given.count, given)) < 0.35 * len(given)
    again = sum(one == next_one for one, next_one in itertools.pairwise(places))
    assert again / len(places) == pytest.approx(0.25, abs=0.065)


def test_the_path_takes_the_hours_that_it_names() -> None:
    """All its projects, and every other step up to what a theme reaches or its projects cover."""
    assert PACK.path
    hours = {(step.skill, step.to): step.hours for step in PACK.steps}
    projects = {project.id: project for project in PACK.projects}
    level = defaultdict(int, {start.skill: start.to for start in PACK.path.base})
    total = 0.0
    for theme in PACK.path.themes:
        chosen = [projects[id] for id in theme.projects]
        covered = {(reach.skill, reach.to) for project in chosen for reach in project.covers}
        total += sum(project.hours for project in chosen)
        for skill, to in sorted(covered | {(reach.skill, reach.to) for reach in theme.reaches}):
            steps = {(skill, number) for number in range(level[skill] + 1, to + 1)}
            total += sum(hours[step] for step in steps - covered)
            level[skill] = max(level[skill], to)
    named, weekly = map(int, re.findall(r"About (\d+) hours.*? at (\d+) hours a week", PACK.path.note)[0])
    assert named == pytest.approx(total, rel=0.02)
    assert weekly * 26 == pytest.approx(total, rel=0.02)
