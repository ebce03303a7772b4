"""What would change the result most: the questions, proofs and missing ratings with the most to tell."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, fsum
from operator import mul

from skillgap.core.belief.assumptions import Assumptions
from skillgap.core.belief.cells import Row, SkillCells, attainments, grid
from skillgap.core.belief.facts import Evidence, Item, SkillFacts
from skillgap.core.belief.influence import (
    AnswerOutcome,
    Uncertainty,
    expected_square,
    information,
    outcome,
    readiness_by_level,
    readiness_of_the_rest,
    removed,
    uncertainty,
)
from skillgap.core.belief.likelihoods import evidence_logs, evidence_sharpness, rating_logs
from skillgap.core.belief.posterior import Belief, SkillBelief, cell_tables
from skillgap.core.belief.questions import rank_questions
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """Something the person could answer or show about a skill, and what it is expected to change.

    `about` is the check, the evidence, or None for a rating of a skill not rated yet. `lowest` and `highest`
    are the readiness in points after the least and the most favourable outcome; `priority` is the share of the
    uncertainty it is expected to remove.
    """

    skill: str
    about: Item | Evidence | None
    lowest: float
    highest: float
    priority: float


def strongest_levers(
    facts: tuple[SkillFacts, ...], belief: Belief, items: Iterable[Item], *, count: int = 3
) -> tuple[Lever, ...]:
    """The `count` best levers, at most one a skill, best first; equal ones by skill."""
    best: dict[str, Lever] = {}
    for lever in rank_levers(facts, belief, items):
        best.setdefault(lever.skill, lever)
    return tuple(best.values())[:count]


def rank_levers(facts: tuple[SkillFacts, ...], belief: Belief, items: Iterable[Item]) -> tuple[Lever, ...]:
    """Every check, proof and missing rating, the one that would tell most first; equal ones by skill."""
    levers = [*_checks(facts, belief, items), *_proofs(facts, belief), *rank_ratings(facts, belief)]
    return tuple(sorted(levers, key=lambda each: (-each.priority, each.skill)))


def rank_ratings(facts: tuple[SkillFacts, ...], belief: Belief) -> tuple[Lever, ...]:
    """The skills not rated yet, the one whose rating would tell most first: the order for a quick round."""
    left = uncertainty(belief)
    rests = readiness_of_the_rest(facts, belief)
    tables = cell_tables(facts, belief.top, belief.assumptions)
    levers = [
        _lever(belief, skill, None, _rating_outcomes(skill, table, rest, belief), left)
        for fact, skill, table, rest in zip(facts, belief.skills, tables, rests, strict=True)
        if fact.rating is None
    ]
    return tuple(sorted(levers, key=lambda each: (-each.priority, each.skill)))


def _checks(facts: tuple[SkillFacts, ...], belief: Belief, items: Iterable[Item]) -> list[Lever]:
    return [
        Lever(
            skill=each.item.skill,
            about=each.item,
            lowest=100.0 * min(each.right.readiness, each.wrong.readiness),
            highest=100.0 * max(each.right.readiness, each.wrong.readiness),
            priority=each.priority,
        )
        for each in rank_questions(facts, belief, items)
    ]


def _proofs(facts: tuple[SkillFacts, ...], belief: Belief) -> list[Lever]:
    """Fresh linked work at the required level. Nothing to show lowers nothing, so only showing it counts."""
    left, by_level = uncertainty(belief), readiness_by_level(facts, belief)
    sharpness = evidence_sharpness("linked", belief.assumptions)
    levers = []
    for fact, skill in zip(facts, belief.skills, strict=True):
        if any(each.kind != "described" and each.level >= skill.required for each in fact.evidence):
            continue  # shown already
        logs = evidence_logs(skill.required, top=belief.top, sharpness=sharpness)
        shown = outcome(skill, by_level[skill.id], map(exp, logs))
        proof = Evidence(level=skill.required, kind="linked", months_old=0.0)
        levers.append(_lever(belief, skill, proof, (shown,), left))
    return levers


def _rating_outcomes(skill: SkillBelief, table: SkillCells, rest: Row, belief: Belief) -> tuple[AnswerOutcome, ...]:
    """What each rating 0..top would do, exactly: a rating also tells about leniency, so cell by cell."""
    cells = grid(belief.top, belief.assumptions)
    by_cell = tuple(zip(*table.levels, strict=True))
    outcomes = []
    for rating in range(belief.top + 1):
        said = {leniency: _chances(rating, leniency, belief.top, belief.assumptions) for leniency in cells.leniencies}
        joint = [
            tuple(map(mul, levels, said[leniency])) for levels, leniency in zip(by_cell, cells.leniency, strict=True)
        ]
        outcomes.append(_rating_outcome(skill, joint, belief, rest))
    return tuple(outcomes)


def _chances(rating: int, leniency: float, top: int, assumptions: Assumptions) -> Row:
    """P(this rating | level), given fairly sure."""
    logs = rating_logs(rating, top=top, sharpness=assumptions.sharpness_fairly, leniency=leniency)
    return tuple(map(exp, logs))


def _rating_outcome(skill: SkillBelief, joint: list[Row], belief: Belief, rest: Row) -> AnswerOutcome:
    """`joint` is P(level, this rating | cell); the outcome mixes it over the cells."""
    weights, reached = belief.cell_weights, attainments(skill.required, belief.top)
    in_cell = [fsum(each) for each in joint]
    total = fsum(map(mul, weights, in_cell))
    meets = fsum(weight * fsum(each[skill.required :]) for weight, each in zip(weights, joint, strict=True))
    others = fsum(weight * p * other for weight, p, other in zip(weights, in_cell, rest, strict=True))
    own = fsum(weight * fsum(map(mul, each, reached)) for weight, each in zip(weights, joint, strict=True))
    return AnswerOutcome(
        probability=total, meets=min(1.0, meets / total), readiness=(others + skill.share * own) / total
    )


def _lever(
    belief: Belief,
    skill: SkillBelief,
    about: Item | Evidence | None,
    outcomes: tuple[AnswerOutcome, ...],
    left: Uncertainty,
) -> Lever:
    factor = belief.assumptions.must_have_factor if skill.floor is not None else 1.0
    possible = [100.0 * each.readiness for each in outcomes]
    if isinstance(about, Evidence):
        possible.append(belief.readiness.mean)
    return Lever(
        skill=skill.id,
        about=about,
        lowest=min(possible),
        highest=max(possible),
        priority=removed(
            information(outcomes, skill.meets),
            expected_square(outcomes, belief.readiness.mean / 100.0),
            left,
            share=skill.share,
            factor=factor,
        ),
    )
