"""Small packs, built as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skillgap.core.assessment import Answer, Assessment
from skillgap.core.curriculum import Step
from skillgap.core.rubric import (
    Area,
    Grade,
    Level,
    Pack,
    Planning,
    Prerequisite,
    Role,
    Scale,
    Skill,
    Target,
)

TOP = 4


def scale(top: int = TOP) -> Scale:
    return Scale(levels=tuple(Level(value=value, name=f"Level {value}") for value in range(top + 1)))


def skill(name: str, *needs: tuple[str, int, int], top: int = TOP, **more: object) -> Skill:
    """A skill; `needs` are prerequisites as (skill, level, at)."""
    return Skill(
        id=name,
        name=name.title(),
        area="all",
        anchors=tuple(f"I can do {name} at level {level}." for level in range(top + 1)),
        prerequisites=tuple(Prerequisite(skill=other, level=level, at=at) for other, level, at in needs),
        **more,  # type: ignore[arg-type]
    )


def role(name: str, targets: Mapping[str, tuple[Sequence[int], float]], **floors: Sequence[int]) -> Role:
    """A role whose grades are named g1, g2, ...; targets as skill: (required by grade, weight)."""
    grades = len(next(iter(targets.values()))[0])
    return Role(
        id=name,
        name=name.title(),
        grades=tuple(Grade(id=f"g{n}", title=f"Grade {n}") for n in range(1, grades + 1)),
        targets=tuple(
            Target(skill=s, required=tuple(required), weight=weight, floor=tuple(floors.get(s, ())))
            for s, (required, weight) in targets.items()
        ),
    )


def pack(
    skills: Sequence[Skill], roles: Sequence[Role], *, top: int = TOP, steps: Sequence[Step] = (), **more: object
) -> Pack:
    return Pack(
        schema=1,
        id="test",
        title="Test",
        version="1",
        scale=scale(top),
        areas=(Area(id="all", title="All"),),
        skills=tuple(skills),
        roles=tuple(roles),
        steps=tuple(steps),
        planning=more.pop("planning", Planning()),  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


def answers(**levels: int | None) -> Assessment:
    """Answers by skill; None is not applicable."""
    return Assessment(
        answers=tuple(
            Answer(skill=name, level=level, na=None if level is not None else "not ours")
            for name, level in levels.items()
        )
    )


# The worked example used throughout: six skills on a 0-4 scale.
EXAMPLE_TARGETS = {
    "python": ([3], 5),
    "rag": ([3], 4),
    "evaluation": ([2], 4),
    "mlops": ([2], 3),
    "statistics": ([4], 2),
    "communication": ([2], 2),
}
EXAMPLE_SECOND = {"python": ([2], 5), "statistics": ([3], 4), "communication": ([3], 4), "mlops": ([1], 2)}


def step(name: str, to: int, hours: float) -> Step:
    return Step(skill=name, to=to, hours=hours, practice="Do it.", exit="It is done.")


EXAMPLE_STEPS = (
    step("rag", 2, 30),
    step("rag", 3, 70),
    step("evaluation", 1, 10),
    step("evaluation", 2, 30),
    step("statistics", 3, 70),
    step("statistics", 4, 140),
)
EXAMPLE = pack(
    [
        skill("python"),
        skill("rag", ("evaluation", 1, 3)),
        skill("evaluation"),
        skill("mlops"),
        skill("statistics"),
        skill("communication"),
    ],
    [role("first", EXAMPLE_TARGETS, python=[3], evaluation=[1]), role("second", EXAMPLE_SECOND)],
    steps=EXAMPLE_STEPS,
)
EXAMPLE_ANSWERS = answers(python=4, rag=1, evaluation=0, mlops=2, statistics=2, communication=3)
