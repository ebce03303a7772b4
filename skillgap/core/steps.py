"""Which steps lie between a person and a target profile, and which of them wait for which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack, Prerequisite


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededStep:
    """One skill from level `to - 1` to level `to`."""

    skill: str
    to: int
    hours: float
    gain: Fraction
    """Share w / r of the profile's weight that one level covers; 0 for a step that only serves as prerequisite."""
    needs: tuple[str, ...]
    """Ids of the steps that must come before, sorted."""

    @property
    def id(self) -> str:
        """The skill's id, a hyphen, the level reached."""
        return step_id(self.skill, self.to)


def step_id(skill: str, to: int) -> str:
    """Name the step that ends at level `to` of a skill."""
    return f"{skill}-{to}"


def split_id(step: str) -> tuple[str, int]:
    """Give skill and level of a step's id; an empty skill and 0 for what cannot be one."""
    skill, _, level = step.rpartition("-")
    return (skill, int(level)) if level.isascii() and level.isdigit() and len(level) < 4 else ("", 0)


def needed_steps(pack: Pack, profile: Profile, levels: Mapping[str, int]) -> tuple[NeededStep, ...]:
    """List the steps from `levels` (rated skills only) to the profile, foundation steps included.

    A skill without a level is left alone: it is not planned for, and as a prerequisite it is taken as met.
    """
    goals = _goals(pack, profile, levels)
    gains = {r.skill: (r.weight / r.required, r.required) for r in profile.requirements}
    found = []
    for skill, goal in goals.items():
        for to in range(levels[skill] + 1, goal + 1):
            gain, required = gains.get(skill, (Fraction(0), 0))
            found.append(
                NeededStep(
                    skill=skill,
                    to=to,
                    hours=hours_of(pack, skill, to),
                    gain=gain if to <= required else Fraction(0),
                    needs=_needs(pack, skill, to, levels),
                )
            )
    return tuple(sorted(found, key=lambda step: (step.skill, step.to)))


def hours_of(pack: Pack, skill: str, to: int) -> float:
    """Give the typical hours of a step: the pack's own, else its default for that level."""
    step = pack.step_by_id.get(step_id(skill, to))
    return step.hours if step else pack.planning.hours_to(to)


def unlocks(steps: Iterable[NeededStep]) -> dict[str, tuple[str, ...]]:
    """Name, for each step, the steps that need it directly."""
    found: dict[str, list[str]] = {}
    for step in steps:
        for need in step.needs:
            found.setdefault(need, []).append(step.id)
    return {need: tuple(names) for need, names in found.items()}


def _goals(pack: Pack, profile: Profile, levels: Mapping[str, int]) -> dict[str, int]:
    """Level to reach by skill: the profile's, and what the steps towards it need."""
    goals: dict[str, int] = {}
    open_goals = [(r.skill, r.required) for r in profile.requirements]
    while open_goals:
        skill, goal = open_goals.pop()
        start = levels.get(skill)
        if start is None or goal <= max(start, goals.get(skill, 0)):
            continue
        goals[skill] = goal
        for needed in pack.skill_by_id[skill].prerequisites:
            if start < needed.at <= goal:
                open_goals.append((needed.skill, needed.level))
    return goals


def _needs(pack: Pack, skill: str, to: int, levels: Mapping[str, int]) -> tuple[str, ...]:
    before = {
        step_id(needed.skill, needed.level)
        for needed in pack.skill_by_id[skill].prerequisites
        if needed.at == to and _is_missing(needed, levels)
    }
    if to - 1 > levels[skill]:
        before.add(step_id(skill, to - 1))
    return tuple(sorted(before))


def _is_missing(needed: Prerequisite, levels: Mapping[str, int]) -> bool:
    level = levels.get(needed.skill)
    return level is not None and level < needed.level
