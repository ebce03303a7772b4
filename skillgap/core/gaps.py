"""The gap report: scores put into rows and words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from skillgap.core.assessment import Assessment, RubricRef
from skillgap.core.factors import plain_doubts, plain_factors
from skillgap.core.migration import is_same_version, unrecorded
from skillgap.core.names import counted
from skillgap.core.profiles import Profile, Requirement
from skillgap.core.reassessing import compare
from skillgap.core.report import AreaRow, GradeCell, OtherRow, Report, ReportTarget, RoleRow, SkillRow, Summary
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Rules, Score, SkillScore, covered_by, score, weight_of
from skillgap.core.standing import Ladder, RoleStanding, ranking
from skillgap.core.steps import hours_of
from skillgap.core.trace import CUT_OFFS, hundredths, percent_text
from skillgap.core.verdicts import verdict_text, verdict_word
from skillgap.core.wording import REWORDED, is_reworded, reworded


def report(
    pack: Pack,
    rubric: RubricRef,
    profile: Profile,
    assessment: Assessment,
    today: date,
    rules: Rules | None = None,
) -> Report:
    """Make the gap report of an assessment against a profile, dated `today`."""
    result = score(profile, assessment, rules)
    plain = _by_ratings(pack, rubric, assessment, today, result)
    if assessment.terms is not None:
        from skillgap.core.familiarity import with_terms  # noqa: PLC0415 - few have such a list

        plain = with_terms(plain, pack, assessment)
    is_partial = result.count("rated") > 0 and result.count("unanswered") > 0
    if not assessment.checks and not is_partial:
        return plain  # without a check the model was not more accurate than complete ratings
    from skillgap.core.estimated import with_estimate  # noqa: PLC0415 - ratings alone need no model

    return with_estimate(plain, pack, profile, assessment, result)


def _by_ratings(pack: Pack, rubric: RubricRef, assessment: Assessment, today: date, result: Score) -> Report:
    """Put a score into a report; nothing in it comes from the calibrated model."""
    profile = result.profile
    roles = ranking(pack, profile.role.id, profile.grade.id, assessment, result.rules)
    grades = next(row.ladder for row in roles if row.score.profile.role.id == profile.role.id)
    unmatched = tuple(a.skill for a in assessment.answers if a.skill not in pack.skill_by_id)
    compared = compare(pack, profile, assessment)
    return Report(
        date=today,
        answered=assessment.updated,
        person=assessment.person,
        rubric=rubric,
        rubric_title=pack.title,
        target=_target(profile),
        summary=_summary(result, grades),
        notes=(*_notes(pack, result, assessment, unmatched), *_version_notes(pack, rubric, assessment)),
        advice=pack.market.advice if pack.market else (),
        unmatched=tuple(sorted(unmatched)),
        then=compared.then,
        shifts=compared.shifts,
        factors=plain_factors(pack, result),
        doubts=plain_doubts(result, len(assessment.checks)),
        areas=tuple(_area_rows(pack, result)),
        skills=tuple(_skill_rows(pack, result, assessment)),
        others=tuple(_others(pack, result, assessment)),
        roles=tuple(_role_row(row) for row in roles),
    )


def _target(profile: Profile) -> ReportTarget:
    role, grade = profile.role, profile.grade
    return ReportTarget(role=role.id, grade=grade.id, role_name=role.name, grade_title=grade.title)


def why(pack: Pack, row: SkillScore) -> str:
    """Say why a gap has its place in the order: weight, must-have, what waits for it."""
    need = row.requirement
    parts = [f"weight {float(need.weight):g}"]
    if row.is_blocker:
        parts.append(f"must-have below its floor of {need.floor}")
    elif row.is_must_have:
        parts.append("must-have, floor met")
    if waiting := sum(level > (row.level or 0) for level in pack.needed_at.get(row.skill, ())):
        parts.append(f"needed for {counted(waiting, 'other skill')}")
    return ", ".join(parts)


def _summary(result: Score, grades: Ladder) -> Summary:
    reached, following = grades.reached, grades.next
    return Summary(
        verdict=verdict_word(result),
        verdict_text=verdict_text(result, grades),
        readiness=_readiness(result.readiness),
        band=_pair(result.band),
        span=_pair(result.span, *CUT_OFFS),
        must_haves=len(result.must_haves),
        must_haves_met=result.must_haves_met,
        skills=len(result.skills),
        rated=result.count("rated"),
        not_applicable=result.count("not-applicable"),
        unanswered=result.count("unanswered"),
        coverage=_coverage(result),
        grade_reached=reached.profile.grade.id if reached else "",
        grade_next=following.profile.grade.id if following else "",
    )


def _notes(pack: Pack, result: Score, assessment: Assessment, unmatched: Iterable[str]) -> tuple[str, ...]:
    notes = [
        f"Must-have put aside as not applicable: {pack.skill_by_id[row.skill].name}"
        f" ({assessment.answer(row.skill).na or 'no reason given'})."
        for row in result.waived
    ]
    if result.count("unanswered") and result.span is not None:
        low, high = (percent_text(end, *CUT_OFFS) for end in result.span)
        count = result.count("unanswered")
        skills, are = ("skills are", "they are") if count > 1 else ("skill is", "it is")
        notes.append(f"{count} {skills} not rated yet: readiness lies between {low} and {high} once {are}.")
    if count := len(tuple(unmatched)):
        said = "answers name skills" if count > 1 else "answer names a skill"
        kept = "they are kept" if count > 1 else "it is kept"
        notes.append(f"{count} {said} that this rubric does not have; {kept} in the assessment.")
    if not result.gaps and result.count("rated"):
        notes.append("No gaps: every rated skill meets its requirement.")
    return tuple(notes)


def _version_notes(pack: Pack, rubric: RubricRef, assessment: Assessment) -> Iterable[str]:
    """Say which answers may have been given to other words than those of this pack."""
    if changed := [pack.skill_by_id[skill].name for skill in reworded(pack, assessment)]:
        yield f"Please look again: the anchors have changed since you answered {', '.join(changed)}."
    given, count = assessment.rubric, unrecorded(assessment, pack)
    if given and count and not is_same_version(given, pack):
        yield (
            f"Please look again: the answers are to {given.id} {given.version}, this is {rubric.id} {rubric.version},"
            f" and {count} of them do not record which wording they were given to."
        )


def _area_rows(pack: Pack, result: Score) -> Iterable[AreaRow]:
    for area in pack.areas:
        rows = [row for row in result.skills if pack.skill_by_id[row.skill].area == area.id]
        if not rows:
            continue
        rated = {row.requirement: row.level for row in rows if row.level is not None}
        goal = rated or {row.requirement: 0 for row in rows}
        yield AreaRow(
            id=area.id,
            title=area.title,
            you=_points(_mean(rated, rated)) if rated else None,
            target=float(round(_mean(goal, {need: need.required for need in goal}), 2)),
            readiness=_points(100 * covered_by(rated.items()) / weight_of(rated)) if rated else None,
            loss=float(round(sum((row.loss or Fraction(0) for row in rows), Fraction(0)), 2)),
            rated=len(rated),
            skills=len(rows),
        )


def _mean(needs: Iterable[Requirement], levels: dict[Requirement, int]) -> Fraction:
    weight = sum((need.weight for need in needs), Fraction(0))
    return sum((need.weight * levels[need] for need in needs), Fraction(0)) / weight


def _skill_rows(pack: Pack, result: Score, assessment: Assessment) -> Iterable[SkillRow]:
    places = {row.skill: place for place, row in enumerate(result.gaps, 1)}
    for row in result.skills:
        skill, need = pack.skill_by_id[row.skill], row.requirement
        yield SkillRow(
            id=row.skill,
            name=skill.name,
            area=skill.area,
            state=row.state,
            level=row.level,
            reason=assessment.answer(row.skill).na,
            target=need.required,
            floor=need.floor,
            weight=float(need.weight),
            gap=row.gap,
            loss=float(round(row.loss or Fraction(0), 2)),
            priority=places.get(row.skill, 0),
            blocks=row.is_blocker,
            hours=_hours_to_target(pack, row),
            why=why(pack, row) if row.gap else "",
            look_again=REWORDED if is_reworded(skill, assessment.answer(row.skill)) else "",
        )


def _others(pack: Pack, result: Score, assessment: Assessment) -> Iterable[OtherRow]:
    known = assessment.answer_by_skill
    for skill in pack.skills:
        answer = known.get(skill.id)
        if answer is not None and answer.level is not None and skill.id not in result.row_by_skill:
            yield OtherRow(skill=skill.id, level=answer.level)


def _hours_to_target(pack: Pack, row: SkillScore) -> float:
    """Give the typical hours from the rated level to the requirement, for this skill alone; 0 unless rated."""
    if row.level is None:
        return 0
    return float(sum(hours_of(pack, row.skill, to) for to in range(row.level + 1, row.requirement.required + 1)))


def _role_row(row: RoleStanding) -> RoleRow:
    role = row.score.profile.role
    low, high = row.interval or (None, None)
    return RoleRow(
        id=role.id,
        name=role.name,
        readiness=_readiness(row.score.readiness),
        low=_points(low),
        high=_points(high),
        ties=row.ties,
        grades=tuple(
            GradeCell(
                id=cell.profile.grade.id,
                readiness=_readiness(cell.readiness),
                verdict=verdict_word(cell),
                coverage=_coverage(cell),
            )
            for cell in row.ladder.scores
        ),
    )


def _readiness(number: Fraction | None) -> float | None:
    return None if number is None else hundredths(number, *CUT_OFFS)


def _points(number: Fraction | None) -> float | None:
    return None if number is None else hundredths(number)


def _pair(pair: tuple[Fraction, Fraction] | None, *limits: Fraction) -> tuple[float, float] | None:
    return None if pair is None else (hundredths(pair[0], *limits), hundredths(pair[1], *limits))


def _coverage(result: Score) -> float:
    """The answered share of the weight, 0 to 100; one that gives no verdict stays under what does."""
    return hundredths(100 * result.coverage, 100 * result.rules.coverage)
