"""From a person and a target to a dated plan.

The order front-loads readiness: it minimises the sum of value times finish time under precedence constraints. With a
deadline, the steps are chosen for the most points within the hours first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from skillgap.core.assessment import Answer, Assessment, RubricRef, TargetRef
from skillgap.core.calendar import budget_units, place, weeks_of
from skillgap.core.choices import Choices
from skillgap.core.plan import Budget, LeftOut, Outlook, Plan, PlannedStep, Reading, Reason
from skillgap.core.profiles import Profile, exact
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Rules, readiness
from skillgap.core.sequencing import Job, fit, sequence
from skillgap.core.steps import NeededStep, needed_steps, step_id, unlocked_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything a plan depends on but the hours."""

    pack: Pack
    rubric: RubricRef
    profile: Profile
    answers: Mapping[str, Answer]
    """By skill id."""
    previous: Plan | None = None
    """An earlier plan for the same target: its done marks and notes are kept."""
    choices: Choices = field(default_factory=Choices)
    """What the person decided."""
    rules: Rules = field(default_factory=Rules)


def situation(
    pack: Pack,
    rubric: RubricRef,
    profile: Profile,
    assessment: Assessment,
    previous: Plan | None = None,
    choices: Choices | None = None,
) -> Situation:
    """Put together what an assessment says about a profile; the choices are those of the earlier plan unless given."""
    if choices is None:
        choices = previous.choices if previous else Choices()
    return Situation(
        pack=pack,
        rubric=rubric,
        profile=profile,
        answers=assessment.answer_by_skill,
        previous=previous,
        choices=choices,
    )


def plan(where: Situation, budget: Budget) -> Plan:
    """Make the plan. `budget` gives the hours a week, the start, and the deadline if there is one."""
    levels = _levels_after_done(where)
    steps = needed_steps(where.pack, where.profile, levels)
    study, work = _tracks(where.pack, steps, budget.includes_experience)
    # a coarser unit gives a tighter bound on what is possible
    per_hour = 1 if all(step.hours == int(step.hours) for step in study) else 2
    jobs = _jobs(study, per_hour)
    chosen, bound = _choose(where, study, jobs, budget_units(budget, per_hour), budget.must_haves_first)
    points = _Points(where, study)
    start = _readiness(where, levels)
    planned = [_planned(where, step, steps, points) for step in chosen]
    placed = place(budget, planned)
    weeks = weeks_of(budget, placed, lambda done: _readiness(where, levels, done))
    gained = points.total(chosen)
    return Plan(
        created=budget.start,
        rubric=where.rubric,
        target=TargetRef(role=where.profile.role.id, grade=where.profile.grade.id),
        budget=budget,
        outlook=Outlook(
            readiness_now=rounded(start),
            readiness_then=rounded(start + gained),
            points=rounded(gained),
            points_possible=rounded(points.of_value(bound)),
            hours=float(sum(step.hours for step in chosen)),
            weeks=len(weeks),
        ),
        notes=_notes(steps, placed),
        choices=where.choices,
        weeks=weeks,
        steps=(*_done_steps(where.previous), *placed),
        left_outs=(
            *_left_out(where, [s for s in study if s not in chosen], points, "does-not-fit", budget),
            *_left_out(where, work, points, "experience", budget),
            *_not_rated(where),
        ),
    )


def _choose(
    where: Situation, study: list[NeededStep], jobs: list[Job], limit: int | None, must_haves_first: bool
) -> tuple[list[NeededStep], Fraction]:
    """Give the steps to schedule, in order, and the most value that fits the limit."""
    worth = _with_must_haves_first(where, study, jobs) if must_haves_first else jobs
    if limit is None:
        order, bound = sequence(worth).order, Fraction(sum(job.value for job in jobs))
    else:
        selection = fit(worth, limit)
        order = selection.chosen
        bound = fit(jobs, limit).bound if must_haves_first else selection.bound
    by_name = {step.id: step for step in study}
    return [by_name[name] for name in order], bound


def _with_must_haves_first(where: Situation, study: list[NeededStep], jobs: list[Job]) -> list[Job]:
    """Raise the value of every step up to a floor so far that no other step is worth an hour of its delay.

    One hour of delay then costs more than delaying everything else by all the hours there are; a bonus above the
    sum of values alone would win a place before the deadline, but not the first place in the order.
    """
    floors = {need.skill: need.floor for need in where.profile.requirements}
    more = 1 + sum(job.value for job in jobs) * sum(job.hours for job in jobs)
    urgent = {step.id for step in study if step.to <= floors.get(step.skill, 0)}
    return [replace(job, value=job.value + more) if job.id in urgent else job for job in jobs]


def rounded(number: Fraction) -> float:
    """Give a number with two decimals, for a file."""
    return float(round(number, 2))


def _levels_after_done(where: Situation) -> dict[str, int]:
    """Rated levels, raised by the steps marked as done; what is not applicable counts as met."""
    done = {step.id for step in where.previous.finished} if where.previous else set()
    levels = {}
    for skill, answer in where.answers.items():
        if answer.level is not None and skill in where.pack.skill_by_id:
            level = answer.level
            while step_id(skill, level + 1) in done:
                level += 1
            levels[skill] = level
    return levels


def _tracks(
    pack: Pack, steps: tuple[NeededStep, ...], with_experience: bool
) -> tuple[list[NeededStep], list[NeededStep]]:
    """Split the steps: what study can do, and what needs experience at work (or waits for a step that does)."""
    first = pack.planning.experience_from_level
    work: set[str] = set()
    if first is not None and not with_experience:
        work = _with_successors(steps, {step.id for step in steps if step.to >= first})
    study = [step for step in steps if step.id not in work]
    useful = _with_predecessors(study, {step.id for step in study if step.gain})
    return [s for s in study if s.id in useful], [s for s in steps if s.id in work and s.gain]


def _with_successors(steps: Iterable[NeededStep], names: set[str]) -> set[str]:
    steps, found = tuple(steps), set(names)
    while more := {s.id for s in steps if s.id not in found and not found.isdisjoint(s.needs)}:
        found |= more
    return found


def _with_predecessors(steps: Iterable[NeededStep], names: set[str]) -> set[str]:
    by_name = {step.id: step for step in steps}
    found, rest = set(names), list(names)
    while rest:
        for needed in by_name[rest.pop()].needs:
            if needed in by_name and needed not in found:
                found.add(needed)
                rest.append(needed)
    return found


def _jobs(steps: Iterable[NeededStep], per_hour: int) -> list[Job]:
    """Put steps in whole units: hours or half-hours, and gains times their common denominator."""
    steps = tuple(steps)
    unit = math.lcm(*(step.gain.denominator for step in steps)) if steps else 1
    return [
        Job(id=step.id, hours=int(exact(step.hours) * per_hour), value=int(step.gain * unit), needs=step.needs)
        for step in steps
    ]


class _Points:
    """Points of readiness, 0 to 100, for gains as shares w / r."""

    def __init__(self, where: Situation, steps: Iterable[NeededStep]) -> None:
        rated = [r for r in where.profile.requirements if _is_rated(where.answers.get(r.skill))]
        self._weight = sum((r.weight for r in rated), Fraction(0)) or Fraction(1)
        gains = [step.gain.denominator for step in steps]
        self._unit = math.lcm(*gains) if gains else 1

    def of(self, step: NeededStep) -> Fraction:
        return 100 * step.gain / self._weight

    def of_value(self, value: Fraction) -> Fraction:
        return 100 * value / self._unit / self._weight

    def total(self, steps: Iterable[NeededStep]) -> Fraction:
        return sum((self.of(step) for step in steps), Fraction(0))


def _is_rated(answer: Answer | None) -> bool:
    return answer is not None and answer.level is not None


def _readiness(where: Situation, levels: Mapping[str, int], done: Iterable[tuple[str, int]] = ()) -> Fraction:
    """Readiness by the same scorer once the steps `done` (skill, level) are behind."""
    reached = dict(levels)
    for skill, to in done:
        reached[skill] = max(reached.get(skill, 0), to)
    return readiness(where.profile, reached)


def _planned(where: Situation, step: NeededStep, steps: tuple[NeededStep, ...], points: _Points) -> PlannedStep:
    skill = where.pack.skill_by_id[step.skill]
    content = where.pack.step_by_id.get(step.id)
    before = {old.id: old for old in where.previous.steps} if where.previous else {}
    old = before.get(step.id)
    resources = where.pack.resource_by_id
    return PlannedStep(
        id=step.id,
        skill=step.skill,
        name=skill.name,
        to=step.to,
        hours=step.hours,
        points=rounded(points.of(step)),
        hours_spent=old.hours_spent if old else None,
        note=old.note if old else "",
        why=_why(where, step, steps, points),
        anchor=skill.anchors[step.to],
        practice=content.practice if content else "",
        exit=content.exit if content else "",
        part=content.part if content else "",
        readings=tuple(
            Reading(title=resources[name].title, url=resources[name].url)
            for name in (content.resources if content else ())
            if name in resources
        ),
    )


def _why(where: Situation, step: NeededStep, steps: tuple[NeededStep, ...], points: _Points) -> str:
    """Say in words why a step is in the plan: points, must-have, what it unlocks."""
    reasons = []
    if step.gain:
        reasons.append(f"brings {rounded(points.of(step)):g} points")
    floor = {r.skill: r.floor for r in where.profile.requirements}.get(step.skill, 0)
    if step.to <= floor:
        reasons.append("towards a must-have")
    if unlocked := [name for name in unlocked_by(steps, step.id) if name != step_id(step.skill, step.to + 1)]:
        reasons.append("unlocks " + ", ".join(unlocked))
    if not step.gain and not unlocked:
        reasons.append("prepares the next level")
    return "; ".join(reasons)


def _done_steps(previous: Plan | None) -> tuple[PlannedStep, ...]:
    return previous.finished if previous else ()


def _left_out(
    where: Situation, steps: Iterable[NeededStep], points: _Points, reason: Reason, budget: Budget
) -> list[LeftOut]:
    first = where.pack.planning.experience_from_level
    rows = []
    for step in sorted(steps, key=lambda s: (-s.gain, s.hours, s.id)):
        content = where.pack.step_by_id.get(step.id)
        why, detail = reason, f"does not fit before {budget.deadline}"
        if reason == "experience":
            why, detail = _experience(step, first or 0)
        rows.append(
            LeftOut(
                id=step.id,
                skill=step.skill,
                name=where.pack.skill_by_id[step.skill].name,
                to=step.to,
                hours=step.hours,
                points=rounded(points.of(step)),
                reason=why,
                detail=detail,
                practice=content.practice if content else "",
                exit=content.exit if content else "",
            )
        )
    return rows


def _experience(step: NeededStep, first: int) -> tuple[Reason, str]:
    if step.to >= first:
        return "experience", "needs real work on real systems more than study"
    return "needs-experience", "waits for a step that needs experience: " + ", ".join(step.needs)


def _not_rated(where: Situation) -> list[LeftOut]:
    return [
        LeftOut(
            id=step_id(r.skill, r.required),
            skill=r.skill,
            name=where.pack.skill_by_id[r.skill].name,
            to=r.required,
            hours=0,
            points=0,
            reason="not-rated",
            detail="not rated yet; rate it and plan again",
        )
        for r in where.profile.requirements
        if (answer := where.answers.get(r.skill)) is None or not answer.is_answered
    ]


def _notes(steps: tuple[NeededStep, ...], placed: Iterable[PlannedStep]) -> tuple[str, ...]:
    notes = ["Hours are typical, not measured: a budget, not a promise."]
    if not steps:
        notes.append("No gaps: every rated skill meets this profile.")
    elif not tuple(placed):
        notes.append("Nothing is scheduled; see what was left out and why.")
    return tuple(notes)
