"""Roles: targets that rise with the grade, must-haves that are few, grades that differ, pay that makes sense."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.names import counted
from skillgap.core.rubric import Pack, Role

_MOST_MUST_HAVES = 8
"""More minimums than this make a verdict a coin toss: each is missed by chance now and then."""

FALLING = Rule(
    code="SG401",
    title="required level that falls as the grade rises",
    why="A promotion would ask for less. Usually two numbers have changed places.",
    remedy="write levels that stay or rise from grade to grade",
    bad='{ skill = "sql", required = [2, 3, 2], weight = 3 }',
    good='{ skill = "sql", required = [2, 3, 3], weight = 3 }',
)
FLOOR_FALLING = Rule(
    code="SG402",
    title="must-have floor that falls as the grade rises",
    why="What a panel stops a junior at, it stops a senior at.",
    remedy="write floors that stay or rise from grade to grade",
    bad='{ skill = "sql", required = [2, 3], weight = 3, floor = [2, 1] }',
    good='{ skill = "sql", required = [2, 3], weight = 3, floor = [1, 2] }',
)
MANY_MUST_HAVES = Rule(
    code="SG403",
    title="more than 8 must-haves in a role and grade",
    why="With many minimums, ratings that are a level off here and there decide the verdict by chance.",
    remedy="keep what a hiring panel would really stop at; let the weight speak for the rest",
    bad='floor above 0 in 12 targets at grade "mid"',
    good='floor above 0 in 5 targets at grade "mid"',
)
ASKS_NOTHING = Rule(
    code="SG404",
    title="grade without a requirement",
    why="There is nothing to compare a person with, so nothing can be missing.",
    remedy="give it targets with a required level above 0, or take it out",
    bad='targets = [{ skill = "sql", required = [0, 2], weight = 3 }]',
    good='targets = [{ skill = "sql", required = [1, 2], weight = 3 }]',
)
IDLE_TARGET = Rule(
    code="SG405",
    title="target that asks for nothing at any grade",
    why="A target of zeros is the same as none, and looks like an oversight.",
    remedy="write the required levels or take the target out",
    bad='{ skill = "sql", required = [0, 0], weight = 3 }',
    good='{ skill = "sql", required = [0, 1], weight = 3 }',
)
SAME_GRADE = Rule(
    code="SG406",
    title="grade that asks what the one below asks",
    why="Nobody can reach it by learning: whoever is below is there already.",
    remedy="say what the higher grade asks for, or merge the two",
    bad="required = [2, 3, 3] for every target of the role",
    good="required = [2, 3, 3] for some targets and [2, 3, 4] for others",
)
SAME_ROLE = Rule(
    code="SG407",
    title="two roles with one profile",
    why="A person gets the same answer for both, whatever their names.",
    remedy="tell them apart by levels or weights, or merge the two",
    bad='roles "analyst" and "reporter" with the same targets',
    good='role "reporter" asks for more writing and less SQL',
)
PAY = Rule(
    code="SG408",
    title="pay that falls with the grade or whose low is above its high",
    why="Shown with results; a slip here costs trust in the rest.",
    remedy="check the numbers",
    bad="compensation = { low = 90000, high = 70000 }",
    good="compensation = { low = 70000, high = 90000 }",
)


def roles(pack: Pack) -> Iterator[Finding]:
    """Find roles whose targets do not make sense."""
    profiles: dict[object, str] = {}
    for place, role in enumerate(pack.roles):
        key: Key = ("role", place)
        yield from _targets(role, key)
        yield from _grades(role, key)
        yield from _pay(role, key)
        first = profiles.setdefault(_profile(role), role.id)
        if first != role.id:
            yield SAME_ROLE.at((*key, "targets"), f"role {quoted(role.id)} asks exactly what {quoted(first)} asks")


def _profile(role: Role) -> object:
    return frozenset((t.skill, t.required, t.weight, t.floor) for t in role.targets if any(t.required)), len(
        role.grades
    )


def _targets(role: Role, key: Key) -> Iterator[Finding]:
    for number, target in enumerate(role.targets):
        at = (*key, "targets", number)
        if not any(target.required):
            yield IDLE_TARGET.at(at, f"role {quoted(role.id)} asks nothing of {quoted(target.skill)} at any grade")
        fallen = False
        for grade in range(1, len(target.required)):
            before, after = target.required[grade - 1], target.required[grade]
            if after < before:
                fallen = True
                yield FALLING.at(
                    (*at, "required", grade),
                    f"{quoted(target.skill)} is required at {before} for {quoted(role.grades[grade - 1].id)} "
                    f"and at {after} for {quoted(role.grades[grade].id)}",
                )
        for grade in range(1, len(target.floor)):
            before, after = target.floor[grade - 1], target.floor[grade]
            if after < before and not fallen:
                what = f"the must-have floor of {quoted(target.skill)} falls from {before} to {after}"
                yield FLOOR_FALLING.at((*at, "floor", grade), f"{what} at {quoted(role.grades[grade].id)}")


def _grades(role: Role, key: Key) -> Iterator[Finding]:
    columns = [_column(role, grade) for grade in range(len(role.grades))]
    for grade, column in enumerate(columns):
        at, name = (*key, "grade", grade), quoted(role.grades[grade].id)
        if not any(required for required, _ in column):
            yield ASKS_NOTHING.at(at, f"grade {name} of role {quoted(role.id)} requires nothing")
        elif grade and column == columns[grade - 1]:
            below = quoted(role.grades[grade - 1].id)
            yield SAME_GRADE.at(at, f"grade {name} of role {quoted(role.id)} asks exactly what {below} asks")
        must_haves = sum(floor > 0 for _, floor in column)
        if must_haves > _MOST_MUST_HAVES:
            what = f"grade {name} of role {quoted(role.id)} has {counted(must_haves, 'must-have')}"
            yield MANY_MUST_HAVES.at(
                (*key, "targets"), what, f"keep at most {_MOST_MUST_HAVES}: what a panel would stop at"
            )


def _column(role: Role, grade: int) -> tuple[tuple[int, int], ...]:
    """Required level and floor of each target at one grade."""
    return tuple((t.required[grade], t.floor[grade] if t.floor else 0) for t in role.targets)


def _pay(role: Role, key: Key) -> Iterator[Finding]:
    below = None
    for place, grade in enumerate(role.grades):
        pay = grade.compensation
        if pay is None:
            continue
        at = (*key, "grade", place, "compensation")
        if pay.low > pay.high and not (pay.open_ended and not pay.high):
            yield PAY.at(at, f"pay of {quoted(grade.id)} runs from {pay.low} to {pay.high}")
        elif below and below.currency == pay.currency and (pay.low < below.low or pay.high < below.high):
            yield PAY.at(at, f"pay of {quoted(grade.id)} is below that of the grade before it")
        below = pay
