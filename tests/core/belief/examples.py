"""The worked examples of the scoring model, shared by the tests."""

from __future__ import annotations

from skillgap.core.belief.facts import (
    CheckOutcome,
    Evidence,
    Item,
    SkillFacts,
)

TOP = 4


def item(skill: str, level: int, options: int = 4) -> Item:
    return Item.at_level(id=f"{skill}-{level}", skill=skill, level=level, options=options)


def outcome(skill: str, level: int, *, right: bool) -> CheckOutcome:
    return CheckOutcome(item=item(skill, level), right=right)


def example_a(*, checked: bool) -> tuple[SkillFacts, ...]:
    """Six skills rated 4, 1, never, 2, 2, 3; with `checked` also three checks and one piece of evidence."""
    python_checks = (outcome("python", 3, right=True), outcome("python", 2, right=True))
    linked = (Evidence(level=2, kind="linked", months_old=6),)
    return (
        SkillFacts(id="python", required=3, weight=5, floor=3, rating=4, checks=python_checks if checked else ()),
        SkillFacts(id="rag", required=3, weight=4, rating=1, evidence=linked if checked else ()),
        SkillFacts(id="evaluation", required=2, weight=4, floor=1, rating=0, confidence="never"),
        SkillFacts(
            id="mlops",
            required=2,
            weight=3,
            rating=2,
            checks=(outcome("mlops", 2, right=False),) if checked else (),
        ),
        SkillFacts(id="statistics", required=4, weight=2, rating=2),
        SkillFacts(id="communication", required=2, weight=2, rating=3),
    )
