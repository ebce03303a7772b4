"""Steps: something to do, something to read, something to show, and hours that grow with the level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from skillgap.core.curriculum import Step
from skillgap.core.lint.placeholders import is_placeholder
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack

NO_EXIT = Rule(
    code="SG501",
    title="step without practice or exit criterion",
    why="Without something to do it is a wish; without something to show nobody knows when it is done.",
    remedy="say what to do in practice and what can be shown in exit",
    bad='practice = "Learn SQL."\nexit = ""',
    good='practice = "Answer ten questions on a public data set."\nexit = "You can show the ten queries and results."',
)
NO_RESOURCE = Rule(
    code="SG502",
    title="step without a resource",
    why="The plan can then only say how long it takes, not where to begin.",
    remedy="name the resource that helps most",
    bad="resources = []",
    good='resources = ["sql-course"]',
)
HOURS_FALL = Rule(
    code="SG503",
    title="hours that fall as the level rises",
    why="Each level takes at least the work of the one below; falling hours are usually a slip of the pen.",
    remedy="check both numbers",
    bad="hours = 40 for the step to level 2, hours = 12 for the step to level 3",
    good="hours = 12 for the step to level 2, hours = 40 for the step to level 3",
)
GAP = Rule(
    code="SG504",
    title="step missing between two others",
    why="The plan falls back on general hours and has nothing to say in the middle of a skill.",
    remedy="write the step",
    bad="steps of a skill to levels 1, 2 and 4",
    good="steps of a skill to levels 1, 2, 3 and 4",
)
UNREACHED = Rule(
    code="SG505",
    title="required level or must-have that no step leads to",
    why="The skill's steps end below what a role asks, so the grade cannot be reached with this pack's own advice.",
    remedy="write the steps up to the required level or lower it",
    bad='steps of "sql" to levels 1 and 2, required = [2, 4]',
    good='steps of "sql" to levels 1 to 4, required = [2, 4]',
)
LONG_READING = Rule(
    code="SG506",
    title="step shorter than its reading",
    why="The hours of a step hold reading and practice; a resource that alone takes longer does not fit.",
    remedy="say in part which part is meant, or give the step more hours",
    bad='hours = 4, resources = ["a-book"], and the book takes 40 hours',
    good='hours = 4, resources = ["a-book"], part = "chapter 2"',
)


def steps(pack: Pack) -> Iterator[Finding]:
    """Find steps that cannot be planned, done or shown."""
    by_skill: dict[str, list[tuple[int, Step]]] = {}
    has_resources = any(step.resources for step in pack.steps)
    for place, step in enumerate(pack.steps):
        yield from _one(pack, step, ("step", place), has_resources)
        by_skill.setdefault(step.skill, []).append((place, step))
    if len(pack.steps) > 1 and not has_resources:
        yield NO_RESOURCE.at(("step", 0), "no step of the pack names a resource")
    for found in by_skill.values():
        found.sort(key=lambda pair: pair[1].to)
        yield from _ladder(found)
    yield from _unreached(pack, by_skill)
    default = pack.planning.default_hours
    for place in range(1, len(default)):
        if default[place] < default[place - 1]:
            what = f"default hours fall from {default[place - 1]:g} to {default[place]:g} at level {place + 1}"
            yield HOURS_FALL.at(("planning", "default_hours", place), what)


def _one(pack: Pack, step: Step, key: Key, has_resources: bool) -> Iterator[Finding]:
    for field in ("practice", "exit"):
        text = getattr(step, field)
        if not text.strip() or is_placeholder(text):
            yield NO_EXIT.at((*key, field), f"step {quoted(step.id)} has no {field}{' criterion' * (field == 'exit')}")
    if has_resources and not step.resources:
        yield NO_RESOURCE.at((*key, "resources"), f"step {quoted(step.id)} names no resource")
    reading = sum(pack.resource_by_id[name].hours for name in step.resources)
    if not step.part and reading > step.hours:
        what = f"step {quoted(step.id)} has {step.hours:g} hours and its reading takes {reading:g}"
        yield LONG_READING.at((*key, "hours"), what)


def _ladder(found: list[tuple[int, Step]]) -> Iterator[Finding]:
    for (_, lower), (place, upper) in pairwise(found):
        if upper.hours < lower.hours:
            what = (
                f"the step of {quoted(upper.skill)} to level {upper.to} has {upper.hours:g} hours, that to {lower.to} "
                f"has {lower.hours:g}"
            )
            yield HOURS_FALL.at(("step", place, "hours"), what)
        if upper.to > lower.to + 1:
            what = f"steps of {quoted(upper.skill)} lead to level {lower.to} and then to {upper.to}"
            yield GAP.at(("step", place, "to"), what)


def _unreached(pack: Pack, by_skill: dict[str, list[tuple[int, Step]]]) -> Iterator[Finding]:
    """One finding for each skill: at the first target that asks for more than its steps lead to.

    A skill with a single step may leave the rest to the pack's general hours, but not a must-have.
    """
    said: set[str] = set()
    for place, role in enumerate(pack.roles):
        for number, target in enumerate(role.targets):
            found = by_skill.get(target.skill)
            if not found or target.skill in said:
                continue
            top = found[-1][1].to
            field, asked = ("required", target.required) if len(found) > 1 else ("floor", target.floor)
            grade = next((n for n, level in enumerate(asked) if level > top), None)
            if grade is not None:
                said.add(target.skill)
                what = (
                    f"grade {quoted(role.grades[grade].id)} of {quoted(role.id)} asks for {quoted(target.skill)} "
                    f"{asked[grade]}, its steps end at {top}"
                )
                yield UNREACHED.at(("role", place, "targets", number, field, grade), what)
