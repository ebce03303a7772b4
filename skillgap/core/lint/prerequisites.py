"""Prerequisites: attainable in order, and none that follows from another."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack, Prerequisite, Skill

ABOVE_STEP = Rule(
    code="SG301",
    title="prerequisite above the step that needs it",
    why="To ask for more of the foundation than of what stands on it makes a small step wait for a large one.",
    remedy="lower the prerequisite's level or ask for it at a later step",
    bad='prerequisites = [{ skill = "statistics", level = 4, at = 2 }]',
    good='prerequisites = [{ skill = "statistics", level = 2, at = 2 }]',
)
ITSELF = Rule(
    code="SG302",
    title="skill that needs itself",
    why="Each step of a skill needs the one below it anyway.",
    remedy="take it out",
    bad='[[skill]] id = "sql" with { skill = "sql", level = 1, at = 2 }',
    good="no prerequisite at all: step 2 needs step 1 anyway",
)
IMPLIED = Rule(
    code="SG303",
    title="prerequisite that follows from another",
    why="It adds nothing to a plan, and a reader looks for the reason.",
    remedy="take it out",
    bad='prerequisites = [{ skill = "sql", level = 2, at = 2 }, { skill = "sql", level = 1, at = 3 }]',
    good='prerequisites = [{ skill = "sql", level = 2, at = 2 }]',
)
ROLE_ASKS_LESS = Rule(
    code="SG304",
    title="role that asks less than its own requirements need",
    why="A plan for this role and grade goes further than its target says, and someone who meets the target still "
    "cannot take the step.",
    remedy="raise the one, lower the other, or move the prerequisite to a later step",
    bad='role "analyst" requires reporting 3, which needs sql 2; the role asks for sql 1',
    good='role "analyst" requires reporting 3 and sql 2',
)

_MOST = 40
"""Comparing all with all is quadratic; a skill with more prerequisites than this is a mistake of another kind."""


def prerequisites(pack: Pack) -> Iterator[Finding]:
    """Find prerequisites that are too high, idle, or above what a role asks."""
    needs = {skill.id: _needs(skill) for skill in pack.skills}
    for place, skill in enumerate(pack.skills):
        for number, needed in enumerate(skill.prerequisites):
            key: Key = ("skill", place, "prerequisites", number)
            if needed.skill == skill.id:
                yield ITSELF.at(key, f"skill {quoted(skill.id)} is a prerequisite of itself")
            elif needed.level > needed.at:
                what = f"step {needed.at} of {quoted(skill.id)} needs {quoted(needed.skill)} at {needed.level}"
                yield ABOVE_STEP.at(key, what)
        yield from _implied(skill, ("skill", place, "prerequisites"), needs)
    yield from _roles(pack)


def _needs(skill: Skill) -> dict[tuple[str, int], int]:
    """The level needed of a skill by a step or one below it."""
    return {(n.skill, n.at): n.level for n in skill.prerequisites}


def _implied(skill: Skill, key: Key, needs: dict[str, dict[tuple[str, int], int]]) -> Iterator[Finding]:
    """Compare the prerequisites of a skill with one another and with what these need in turn."""
    given = skill.prerequisites
    if len(given) > _MOST:
        return
    deeper = [_deeper(needed, needs) if needed.skill != skill.id else {} for needed in given]
    for number, needed in enumerate(given):
        if any(_covers(other, needed) for other in given):
            what = (
                f"{quoted(needed.skill)} at {needed.level} for step {needed.at} follows from what an earlier step needs"
            )
            yield IMPLIED.at((*key, number), what)
            continue
        for other, brings in zip(given, deeper, strict=True):
            if other.skill != needed.skill and other.at <= needed.at and brings.get(needed.skill, 0) >= needed.level:
                what = f"{quoted(needed.skill)} at {needed.level} follows from {quoted(other.skill)} at {other.level}"
                yield IMPLIED.at((*key, number), what)
                break


def _deeper(needed: Prerequisite, needs: dict[str, dict[tuple[str, int], int]]) -> dict[str, int]:
    """What the steps up to a prerequisite need in turn: the highest level by skill."""
    found: dict[str, int] = {}
    for (skill, at), level in needs.get(needed.skill, {}).items():
        if at <= needed.level:
            found[skill] = max(found.get(skill, 0), level)
    return found


def _covers(other: Prerequisite, needed: Prerequisite) -> bool:
    """Whether an earlier step asks for as much of the same skill, or the same step for more."""
    if other.skill != needed.skill:
        return False
    if other.at == needed.at:
        return other.level > needed.level
    return other.at < needed.at and other.level >= needed.level


def _roles(pack: Pack) -> Iterator[Finding]:
    for place, role in enumerate(pack.roles):
        asked = {target.skill: target for target in role.targets}
        for number, target in enumerate(role.targets):
            for needed in pack.skill_by_id[target.skill].prerequisites[:_MOST]:
                other = asked.get(needed.skill)
                for grade, level in enumerate(target.required):
                    has = other.required[grade] if other else 0
                    if needed.at <= level and has < needed.level:
                        what = (
                            f"grade {quoted(role.grades[grade].id)} requires {quoted(target.skill)} {level}, "
                            f"which needs {quoted(needed.skill)} {needed.level}, and asks for {has} of that"
                        )
                        yield ROLE_ASKS_LESS.at(("role", place, "targets", number, "required", grade), what)
                        break
