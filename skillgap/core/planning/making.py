"""Make a plan: what is missing, what of it is scheduled when, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from skillgap.core.assessment import TargetRef
from skillgap.core.calendar import Calendar
from skillgap.core.plan import Budget, KeptNote, LeftOut, Outlook, Plan, PlannedProject, PlannedStep
from skillgap.core.planning.milestones import Journey
from skillgap.core.planning.pace import pace_of
from skillgap.core.planning.points import Points, rounded
from skillgap.core.planning.project_choice import offered
from skillgap.core.planning.reviewing import proposals, reassess_day, rechecks
from skillgap.core.planning.rows import Rows, weeks_of
from skillgap.core.planning.scheduling import Schedule, Scheduler
from skillgap.core.planning.situation import Situation, levels_now
from skillgap.core.planning.tasks import Task, hours_alone, joined, single_tasks, with_projects
from skillgap.core.planning.wanted import Dropped, Wanted, wanted_steps
from skillgap.core.steps import split_id
from skillgap.core.trace import CUT_OFFS, hundredths


def plan(where: Situation, budget: Budget) -> Plan:
    """Make the plan. `budget` gives the hours, the start, and the deadline if there is one.

    Raises OverflowError when it would run past the end of the calendar; see `skillgap.core.feasible` for what a
    budget must hold to.
    """
    levels = levels_now(where)
    wanted = wanted_steps(where, levels, with_experience=budget.includes_experience)
    singles = single_tasks(where, wanted.study)
    tasks, clashes = with_projects(where, singles)
    calendar, pace = Calendar(budget), pace_of(budget, where.previous)
    schedule = Scheduler(calendar, tasks, pace, _begun(where)).run(
        where.choices, _gone(where, wanted, levels), where.profile
    )
    points, journey = Points(where), Journey(where)
    start = journey.target.readiness
    rows = Rows(where, points, wanted.missing)
    placed = rows.steps(schedule, calendar)
    weeks, milestones = weeks_of(schedule, placed, calendar, journey)
    finished = where.previous.finished if where.previous else ()
    outlook = _outlook(points, schedule, start, weeks=len(weeks), pace=pace, at_work=_at_work(wanted.dropped))
    return Plan(
        created=budget.start,
        rubric=where.rubric,
        target=TargetRef(role=where.profile.role.id, grade=where.profile.grade.id),
        budget=budget,
        outlook=outlook,
        notes=_notes(wanted, placed, outlook, budget),
        reassess=reassess_day(where, budget),
        choices=where.choices,
        conflicts=(*wanted.conflicts, *clashes, *schedule.conflicts),
        milestones=milestones,
        proposals=proposals(where, finished),
        rechecks=rechecks(finished, budget.start),
        weeks=weeks,
        steps=(*finished, *placed),
        projects=_projects(where, rows, singles, schedule, placed),
        left_outs=_left_outs(rows, wanted, schedule, budget),
        kept_notes=_kept_notes(where, rows),
    )


def _outlook(
    points: Points, schedule: Schedule, start: Fraction, *, weeks: int, pace: Fraction, at_work: Fraction
) -> Outlook:
    return Outlook(
        readiness_now=hundredths(start, *CUT_OFFS),
        readiness_then=hundredths(start + points.of_gain(schedule.gain), *CUT_OFFS),
        points=rounded(points.of_gain(schedule.gain)),
        points_possible=rounded(points.of_gain(schedule.bound)),
        is_best=schedule.gain >= schedule.most,
        hours=float(sum(task.hours for task in schedule.tasks)),
        weeks=weeks,
        pace=rounded(pace),
        points_at_work=rounded(points.of_gain(at_work)),
    )


def _begun(where: Situation) -> set[str]:
    """The steps that an earlier plan pinned to a week."""
    return {step.id for step in where.previous.scheduled if step.pinned} if where.previous else set()


def _gone(where: Situation, wanted: Wanted, levels: Mapping[str, int]) -> dict[str, str]:
    """Say why a step is not to be scheduled; nothing of steps that are done or reached."""
    needed = {step.id for step in wanted.missing}
    scheduled = {step.id for step in wanted.study}
    gone = {row.step.id: row.detail for row in wanted.dropped}
    for name in (*(pin.step for pin in where.choices.pins), *where.choices.first):
        if name in needed - scheduled:
            gone.setdefault(name, "nothing that is planned needs it")
        elif name not in needed and (why := _needless(where, name, levels)):
            gone[name] = why
    return gone


def _needless(where: Situation, name: str, levels: Mapping[str, int]) -> str:
    """Say why a step of the pack is not missing; nothing where its level is reached or not applicable."""
    skill, to = split_id(name)
    answer = where.answers.get(skill)
    if skill not in where.pack.skill_by_id or to > where.pack.scale.top:
        return ""  # said as an unknown id
    if answer is None or not answer.is_answered:
        return "its skill is not rated yet"
    return "this target does not need it" if levels.get(skill, to) < to else ""


def _left_outs(rows: Rows, wanted: Wanted, schedule: Schedule, budget: Budget) -> tuple[LeftOut, ...]:
    dropped = (*_misfits(wanted, schedule, budget), *_by_worth(wanted.dropped))
    return (*rows.left_out(dropped), *rows.not_rated())


def _misfits(wanted: Wanted, schedule: Schedule, budget: Budget) -> list[Dropped]:
    inside = {step.id for task in schedule.tasks for step in task.steps}
    detail = f"does not fit before {budget.deadline}"
    return _by_worth(
        Dropped(step=step, reason="does-not-fit", detail=detail) for step in wanted.study if step.id not in inside
    )


def _by_worth(rows: Iterable[Dropped]) -> list[Dropped]:
    """What brings most first, within each reason."""
    order = ("does-not-fit", "experience", "needs-experience", "excluded", "needs-excluded", "good-enough")
    merged = {"needs-experience": 1, **{name: at for at, name in enumerate(order) if name != "needs-experience"}}
    return sorted(rows, key=lambda row: (merged[row.reason], -row.step.gain, row.step.hours, row.step.id))


def _at_work(dropped: Iterable[Dropped]) -> Fraction:
    reasons = ("experience", "needs-experience")
    return sum((row.step.gain for row in dropped if row.reason in reasons), Fraction(0))


def _projects(
    where: Situation, rows: Rows, singles: Sequence[Task], schedule: Schedule, placed: Sequence[PlannedStep]
) -> tuple[PlannedProject, ...]:
    """The projects taken, in order, then what the pack has to offer for steps that no project does yet."""
    taken = [task for task in schedule.tasks if task.project is not None]
    inside = {step.id for task in taken for step in task.steps}
    free = [task for task in singles if task.id not in inside]
    names = {task.project.id for task in taken if task.project}
    offers = [
        made for project in offered(where) if project.id not in names and (made := joined(free, project)) is not None
    ]
    offers.sort(key=lambda task: (task.hours - hours_alone(singles, task), task.id))
    found = [rows.project(task, hours_alone(singles, task), placed) for task in (*taken, *offers)]
    return tuple(row for row in found if row is not None)


def _kept_notes(where: Situation, rows: Rows) -> tuple[KeptNote, ...]:
    """The notes that no row has taken: on steps that are neither planned nor missing any more."""
    previous = where.previous
    if previous is None:
        return ()
    finished = {step.id for step in previous.finished}
    names = {row.id: row.name for row in previous.kept_notes}
    names |= {row.id: row.name for row in previous.left_outs} | {row.id: row.name for row in previous.steps}
    return tuple(
        KeptNote(id=name, name=names[name], note=note)
        for name, note in sorted(rows.notes.items())
        if name not in finished
    )


def _notes(wanted: Wanted, placed: Sequence[PlannedStep], outlook: Outlook, budget: Budget) -> tuple[str, ...]:
    notes = ["Hours are typical, not measured: a budget, not a promise."]
    if not wanted.missing:
        notes.append("No gaps: every rated skill meets this profile.")
    elif not placed:
        notes.append("Nothing is scheduled; see what was left out and why.")
    if outlook.points_at_work:
        by = f" by {budget.deadline}" if budget.deadline else ""
        notes.append(
            f"Study alone reaches {outlook.readiness_then:g} %{by};"
            f" {outlook.points_at_work:g} more points need experience at work."
        )
    return tuple(notes)
