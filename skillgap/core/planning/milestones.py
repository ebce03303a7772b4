"""What is reached on the way: must-haves at their floor, lower grades, the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from skillgap.core.planning.situation import Situation, levels_now
from skillgap.core.profiles import Profile, profiles
from skillgap.core.scoring import Verdict, attainment, judge, weight_of

Reached = tuple[Literal["must-have", "verdict", "grade"], str]
"""The kind of a milestone, and what it is."""


class Standing:
    """Follows a person through the steps of a plan against one profile; each step costs the same little."""

    def __init__(self, where: Situation, profile: Profile) -> None:
        self.rules = where.rules
        self.profile = profile
        self.needs = {need.skill: need for need in profile.requirements}
        levels = levels_now(where)
        self.levels = {skill: levels[skill] for skill in self.needs if skill in levels}
        self.rated = weight_of(self.needs[skill] for skill in self.levels)
        put_aside = {skill for skill, answer in where.answers.items() if answer.na is not None}
        counted = [need for need in profile.requirements if need.skill not in put_aside]
        self.applicable = weight_of(counted)
        self.covered = sum(
            (self.needs[s].weight * attainment(self.needs[s], level) for s, level in self.levels.items()), Fraction(0)
        )
        self.below = {need.skill for need in counted if self.levels.get(need.skill, 0) < need.floor}

    @property
    def readiness(self) -> Fraction:
        """M over what is rated, 0 to 100; 0 when nothing is."""
        return 100 * self.covered / self.rated if self.rated else Fraction(0)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict as the report gives it, None while too little is answered."""
        if not self.applicable or self.rated / self.applicable < self.rules.coverage:
            return None
        return judge(self.rules, 100 * self.covered / self.applicable, len(self.below))

    def reach(self, skill: str, to: int) -> bool:
        """Take a step; tell whether it brings a must-have to its floor."""
        before = self.levels.get(skill)
        if before is None:
            return False
        need = self.needs[skill]
        self.levels[skill] = max(before, to)
        self.covered += need.weight * (attainment(need, self.levels[skill]) - attainment(need, before))
        if skill in self.below and self.levels[skill] >= need.floor:
            self.below.discard(skill)
            return True
        return False


class Journey:
    """A person's way through the plan: readiness after each step, and what is reached by it."""

    def __init__(self, where: Situation) -> None:
        self.where = where
        goals = profiles(where.pack, where.profile.role.id)
        self.grades = [Standing(where, goal) for goal in goals]
        self.target = self.grades[goals.index(where.profile)]

    def reach(self, steps: list[tuple[str, int]]) -> Iterator[Reached]:
        """Take the steps of a week; give what they reach, the lowest grade first."""
        before = [standing.verdict for standing in self.grades]
        for skill, to in steps:
            if self.target.reach(skill, to):
                name = self.where.pack.skill_by_id[skill].name
                yield "must-have", f"{name} at its must-have level {self.target.needs[skill].floor}"
        for standing, was in zip(self.grades, before, strict=True):
            if standing is not self.target:
                for skill, to in steps:
                    standing.reach(skill, to)
            now, title = standing.verdict, standing.profile.grade.title
            if now == "meets" != was:
                yield "verdict" if standing is self.target else "grade", f"meets the {title} profile"
            elif standing is self.target and now == "close" != was:
                yield "verdict", f"close to the {title} profile"
