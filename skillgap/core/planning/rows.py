"""The rows of a plan: steps, weeks, projects, and what was left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from skillgap.core.calendar import Calendar
from skillgap.core.outcomes import Milestone
from skillgap.core.plan import LeftOut, PlannedProject, PlannedStep, Reading, Week
from skillgap.core.planning.milestones import Journey
from skillgap.core.planning.points import Points, rounded
from skillgap.core.planning.scheduling import Schedule
from skillgap.core.planning.situation import Situation
from skillgap.core.planning.tasks import Task
from skillgap.core.planning.wanted import Dropped
from skillgap.core.steps import NeededStep, step_id, unlocks
from skillgap.core.trace import CUT_OFFS, hundredths

_VERIFY_FIRST = 0.5
"""A level that is more likely reached than not is to be verified before anything is learned for it."""


class Rows:
    """Puts the parts of one plan into rows."""

    def __init__(self, where: Situation, points: Points, missing: Sequence[NeededStep]) -> None:
        self.where, self.points = where, points
        self.unlocks = unlocks(missing)
        self.floors = {need.skill: need.floor for need in where.profile.requirements}
        previous = where.previous
        self.notes = {row.id: row.note for row in previous.kept_notes} if previous else {}
        self.before: dict[str, PlannedStep] = {}
        if previous:
            self.notes.update({row.id: row.note for row in previous.left_outs if row.note})
            self.notes.update({row.id: row.note for row in previous.steps if row.note})
            self.before = {row.id: row for row in previous.steps}

    def steps(self, schedule: Schedule, calendar: Calendar) -> tuple[PlannedStep, ...]:
        """Give the scheduled steps in order, those of a project one after the other with its weeks."""
        begins = {piece.task: piece.begins for piece in reversed(schedule.pieces)}
        ends = {piece.task: piece.ends for piece in schedule.pieces}
        rows = []
        for task in schedule.tasks:
            first, last = calendar.begin_week(begins[task.id]), calendar.finish_week(ends[task.id])
            for step, hours in zip(task.steps, _shares(task), strict=True):
                rows.append(
                    replace(
                        self._step(step),
                        hours=hours,
                        first_week=first,
                        week=last,
                        quick_week=schedule.quick[task.id],
                        slow_week=schedule.slow[task.id],
                        starts=calendar.starts(first),
                        ends=calendar.ends(last),
                        pinned=schedule.pinned.get(task.id),
                        project=task.project.id if task.project else "",
                    )
                )
        return tuple(rows)

    def _step(self, step: NeededStep) -> PlannedStep:
        skill = self.where.pack.skill_by_id[step.skill]
        content = self.where.pack.step_by_id.get(step.id)
        resources = self.where.pack.resource_by_id
        old, likely = self.before.get(step.id), self.where.likely.get(step.id)
        return PlannedStep(
            id=step.id,
            skill=step.skill,
            name=skill.name,
            to=step.to,
            hours=step.hours,
            points=rounded(self.points.of(step)),
            hours_spent=old.hours_spent if old else None,
            note=self.notes.pop(step.id, ""),
            likely=likely,
            verify_first=_verify(likely) if likely is not None and likely >= _VERIFY_FIRST else "",
            why=self._why(step),
            anchor=skill.anchors[step.to],
            practice=content.practice if content else "",
            exit=content.exit if content else "",
            part=content.part if content else "",
            readings=tuple(
                Reading(title=resources[name].label, url=resources[name].url)
                for name in (content.resources if content else ())
                if name in resources
            ),
        )

    def _why(self, step: NeededStep) -> str:
        """Say in words why a step is in the plan: points, must-have, what it unlocks."""
        reasons = []
        if step.gain:
            reasons.append(f"brings {rounded(self.points.of(step)):g} points")
        if step.to <= self.floors.get(step.skill, 0):
            reasons.append("towards a must-have")
        following = step_id(step.skill, step.to + 1)
        if unlocked := [name for name in self.unlocks.get(step.id, ()) if name != following]:
            reasons.append("unlocks " + ", ".join(unlocked))
        if not step.gain and not unlocked:
            reasons.append("prepares the next level")
        return "; ".join(reasons)

    def left_out(self, dropped: Iterable[Dropped]) -> tuple[LeftOut, ...]:
        """Give rows for missing steps that are not scheduled."""
        rows = []
        for row in dropped:
            content = self.where.pack.step_by_id.get(row.step.id)
            rows.append(
                LeftOut(
                    id=row.step.id,
                    skill=row.step.skill,
                    name=self.where.pack.skill_by_id[row.step.skill].name,
                    to=row.step.to,
                    hours=row.step.hours,
                    points=rounded(self.points.of(row.step)),
                    reason=row.reason,
                    detail=row.detail,
                    note=self.notes.pop(row.step.id, ""),
                    practice=content.practice if content else "",
                    exit=content.exit if content else "",
                )
            )
        return tuple(rows)

    def not_rated(self) -> tuple[LeftOut, ...]:
        """Give a row for each skill of the target that has no answer."""
        rows = []
        for need in self.where.profile.requirements:
            answer = self.where.answers.get(need.skill)
            if answer is None or not answer.is_answered:
                name = step_id(need.skill, need.required)
                rows.append(
                    LeftOut(
                        id=name,
                        skill=need.skill,
                        name=self.where.pack.skill_by_id[need.skill].name,
                        to=need.required,
                        hours=0,
                        points=0,
                        reason="not-rated",
                        detail="not rated yet; rate it and plan again",
                        note=self.notes.pop(name, ""),
                    )
                )
        return tuple(rows)

    def project(self, task: Task, alone: Fraction, placed: Sequence[PlannedStep]) -> PlannedProject | None:
        """Give the row of a project: taken when its steps are placed, else on offer."""
        about = task.project
        if about is None:
            return None
        mine = [row for row in placed if row.project == about.id]
        row = PlannedProject(
            id=about.id,
            title=about.title,
            taken=bool(mine),
            hours=float(task.hours),
            hours_alone=float(alone),
            points=rounded(sum((self.points.of(step) for step in task.steps), Fraction(0))),
            steps=tuple(step.id for step in task.steps),
            summary=about.summary,
            data=about.data,
            deliverable=about.deliverable,
            acceptance=about.acceptance,
            claim=about.claim,
        )
        if not mine:
            return row
        first = mine[0]
        return replace(row, first_week=first.first_week, week=first.week, starts=first.starts, ends=first.ends)


def weeks_of(
    schedule: Schedule, steps: Sequence[PlannedStep], calendar: Calendar, journey: Journey
) -> tuple[tuple[Week, ...], tuple[Milestone, ...]]:
    """List the weeks up to the last finish, with the readiness after each, and what is reached in them."""
    weeks: list[Week] = []
    milestones: list[Milestone] = []
    pieces = schedule.pieces
    of_task = {task.id: [step.id for step in task.steps] for task in schedule.tasks}
    finishing: dict[int, list[PlannedStep]] = {}
    for step in steps:
        finishing.setdefault(step.week, []).append(step)
    over = [piece.ends for piece in pieces]
    ends, readiness = calendar.before(1), hundredths(journey.target.readiness, *CUT_OFFS)
    for number in range(1, max(finishing, default=0) + 1):
        begins, ends = ends, calendar.before(number + 1)
        now = []
        for at in range(bisect_left(over, begins), len(pieces)):
            if pieces[at].begins >= ends:
                break
            if pieces[at].ends > begins:
                now.append(pieces[at])
        ended = finishing.get(number, [])
        if ended:
            reached = journey.reach([(step.skill, step.to) for step in ended])
            milestones += (
                Milestone(day=calendar.ends(number), week=number, kind=kind, what=what) for kind, what in reached
            )
            readiness = hundredths(journey.target.readiness, *CUT_OFFS)
        worked = sum((min(piece.ends, ends) - max(piece.begins, begins) for piece in now), Fraction(0))
        weeks.append(
            Week(
                number=number,
                starts=calendar.starts(number),
                hours=rounded(worked),
                room=rounded(calendar.open_room(number)),
                steps=tuple(dict.fromkeys(name for piece in now for name in of_task[piece.task])),
                finishes=tuple(step.id for step in ended),
                readiness=readiness,
            )
        )
    return tuple(weeks), tuple(milestones)


def _verify(likely: float) -> str:
    return f"Verify first: by your checks and ratings it is {likely:.0%} likely that you are there already."


def _shares(task: Task) -> list[float]:
    """The hours of each step of a task: its share of the joint hours, which they add up to."""
    if task.project is None:
        return [task.steps[0].hours]
    alone = sum((Fraction(str(step.hours)) for step in task.steps), Fraction(0))
    shares = [rounded(task.hours * Fraction(str(step.hours)) / alone) for step in task.steps]
    shares[-1] = round(float(task.hours) - sum(shares[:-1]), 2)
    return shares
