"""The calibrated estimate put into a report: beside the plain figures, or as the headline once it has earned it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from skillgap.core.assessment import Assessment
from skillgap.core.belief.explain import Stage
from skillgap.core.belief.facts import Evidence, Item
from skillgap.core.belief.notes import contrast_note
from skillgap.core.belief.posterior import Readiness
from skillgap.core.estimate import Estimate, estimate
from skillgap.core.factors import plain_doubts, weight_doubt
from skillgap.core.profiles import Profile
from skillgap.core.report import ContrastRow, EstimateSummary, LeverRow, Report, SkillRow, Summary
from skillgap.core.report_rows import FactorRow
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Score, judge
from skillgap.core.trace import CUT_OFFS, figure, hundredths

_EVEN = 0.5
"""A must-have counts as below its floor when that is more likely than not."""


def with_estimate(plain: Report, pack: Pack, profile: Profile, assessment: Assessment, result: Score) -> Report:
    """Add what the model believes to a plain report; ten answered checks make it the headline."""
    found = estimate(pack, profile, assessment, plain.date)
    if found is None:
        return plain
    names = {skill.id: skill.name for skill in pack.skills}
    unused = tuple(f"Answer to an unknown check, kept and not used: {name}." for name in found.unknown_items)
    unused += tuple(
        f"Answer to a check that says something else now, kept and not used: {name}." for name in found.reworded_items
    )
    return replace(
        plain,
        mode=found.mode,
        summary=_headline(plain.summary, found, result) if found.mode == "calibrated" else plain.summary,
        notes=(*plain.notes, *_inferred_note(found), *(found.notes(assessment) if assessment.checks else ()), *unused),
        skills=tuple(_with_belief(row, found) for row in plain.skills),
        factors=_factors(found) if found.mode == "calibrated" else plain.factors,
        doubts=tuple(_doubts(found, result)) if found.mode == "calibrated" else plain_doubts(result, found.answered),
        estimate=_summary(found),
        contrasts=_contrast_rows(found, names),
        levers=_lever_rows(found, names),
    )


def _contrast_rows(found: Estimate, names: Mapping[str, str]) -> tuple[ContrastRow, ...]:
    return tuple(
        ContrastRow(
            skill=each.skill,
            name=names[each.skill],
            kind=each.kind,
            level=each.rating,
            right=each.right,
            wrong=each.wrong,
            note=contrast_note(each, names[each.skill]).text,
        )
        for each in found.contrasts
    )


def _lever_rows(found: Estimate, names: Mapping[str, str]) -> tuple[LeverRow, ...]:
    return tuple(
        LeverRow(
            skill=lever.skill,
            name=names[lever.skill],
            what=_kind(lever.about),
            lowest=round(lever.lowest, 2),
            highest=round(lever.highest, 2),
        )
        for lever in found.levers()
    )


def _with_belief(row: SkillRow, found: Estimate) -> SkillRow:
    """The row with what the model believes; an unanswered skill is inferred and stays unanswered."""
    if row.state == "not-applicable":
        return row
    skill = found.belief.skill(row.id)
    row = replace(row, likely=round(skill.meets, 3))
    if row.state == "rated":
        return row
    spread = skill.level_range(found.belief.assumptions.band)
    return replace(row, inferred=round(skill.level, 2), inferred_range=spread)


def _inferred_note(found: Estimate) -> Iterable[str]:
    count, sure = found.inferred, found.belief.readiness
    if count:
        skills = f"{count} skills are" if count > 1 else "1 skill is"
        yield (
            f"{skills} inferred from your other answers and marked so; none of it is stored as an answer. With that,"
            f" readiness is about {figure(sure.mean)} %, four times in five {_between(sure)}."
        )


def _factors(found: Estimate) -> tuple[FactorRow, ...]:
    """What the calibrated readiness is made of; the last row holds it."""
    return tuple(
        FactorRow(words=stage_text(stage), readiness=hundredths(stage.after.mean, *CUT_OFFS)) for stage in found.stages
    )


def stage_text(stage: Stage) -> str:
    """Say one step of the estimate of readiness, with the range in which it lies four times in five then."""
    return f"{stage.words}: likely {figure(stage.after.low)} to {figure(stage.after.high)}"


def _between(sure: Readiness) -> str:
    return f"between {figure(sure.low)} and {figure(sure.high)}"


def _doubts(found: Estimate, result: Score) -> Iterable[str]:
    """Say what the calibrated readiness does not know."""
    sure, lenient = found.belief.readiness, found.belief.leniency
    yield (
        f"Where it lies exactly: four times in five {_between(sure)} %, if the assumptions hold that the"
        " documentation lists. Nobody has fitted them to people."
    )
    if found.inferred:
        many = f"The {found.inferred} skills that are not rated: they are"
        yield f"{many if found.inferred > 1 else 'The skill that is not rated: it is'} inferred from the other answers."
    yield f"How you rate: taken together, your answers look {_leniency_text(lenient)}; that is counted."
    yield "What a check cannot ask: it shows knowing, not leading. Work that someone can look at shows more."
    yield from weight_doubt(result)


def _leniency_text(lenient: float) -> str:
    levels = f"{abs(lenient):.1f}"
    if not float(levels):
        return "neither too generous nor too strict"
    return f"about {levels} levels too {'generous' if lenient > 0 else 'strict'}"


def _kind(about: Item | Evidence | None) -> Literal["check", "evidence", "rating"]:
    if isinstance(about, Item):
        return "check"
    return "rating" if about is None else "evidence"


def _summary(found: Estimate) -> EstimateSummary:
    belief = found.belief
    return EstimateSummary(
        readiness=hundredths(belief.readiness.mean, *CUT_OFFS),
        low=round(belief.readiness.low, 2),
        high=round(belief.readiness.high, 2),
        checks=found.answered,
        inferred=found.inferred,
        must_haves_met=round(belief.must_haves_met, 2),
        general_level=round(belief.general_level, 2),
        leniency=round(belief.leniency, 2),
    )


def _headline(plain: Summary, found: Estimate, result: Score) -> Summary:
    """The summary with the model's readiness, band and verdict; the grades stay those of the ratings."""
    belief = found.belief
    below = [each for each in belief.must_haves if (each.meets_floor or 0.0) < _EVEN]
    mean = Fraction(belief.readiness.mean)
    verdict = judge(result.rules, mean, len(below))
    goal = result.profile.grade.title
    word = {"meets": "Meets", "close": "Close to", "not-yet": "Not yet"}[verdict]
    many = len(belief.must_haves)
    must = f"{many - len(below)} of {many} must-haves more likely met than not, " if many else ""
    band = f"{_between(belief.readiness)} four times in five"
    return replace(
        plain,
        verdict=verdict if plain.verdict != "withheld" else "withheld",
        verdict_text=plain.verdict_text
        if plain.verdict == "withheld"
        else f"{word} {goal}, by {found.answered} checks and your ratings: {must}readiness {band}.",
        readiness=hundredths(belief.readiness.mean, *CUT_OFFS),
        band=(round(belief.readiness.low, 2), round(belief.readiness.high, 2)),
    )
