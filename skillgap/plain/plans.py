"""A plan as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from skillgap.core import plan_words
from skillgap.core.plan import Budget, LeftOut, Plan, PlannedProject, PlannedStep
from skillgap.core.planning import Outcome
from skillgap.core.text import shown
from skillgap.core.todo import week_now, week_words
from skillgap.core.trace import readiness_text

_FEW = 3


def plan_lines(plan: Plan, today: date, steps: int | None = None) -> Iterator[str]:
    """Give a plan as lines, this week first and in full; then at most `steps` steps and no details, all when None."""
    is_full = steps is None
    yield from _head(plan)
    yield from (f"Note: {shown(note, limit=500)}" for note in plan.notes)
    if plan.conflicts:
        yield ""
        yield f"Choices that could not be followed ({len(plan.conflicts)}):"
        for clash in plan.conflicts:
            yield f"  {clash.kind}: {shown(clash.what, limit=500)}; {shown(clash.remedy, limit=500)}"
    for row in plan.proposals:
        yield f"Rate {shown(row.name)} {row.to}, not {row.rated}, if this is true: {shown(row.anchor, limit=500)}"
    yield from _weeks(plan, today, steps)
    yield from _dates(plan)
    if plan.finished:
        yield ""
        yield f"Done ({len(plan.finished)}):"
        yield from (f"  {step.done}: {named(step)}{_spent(step)}" for step in plan.finished)
    if is_full:
        yield from _offers(plan)
    yield from _left_outs(plan, is_full=is_full)
    if plan.kept_notes:
        yield ""
        yield "Your notes on steps that are neither planned nor missing any more:"
        yield from (f"  {shown(row.name)} ({shown(row.id)}): {shown(row.note, limit=500)}" for row in plan.kept_notes)


def _weeks(plan: Plan, today: date, steps: int | None) -> Iterator[str]:
    """What the week is for, in full, and what comes after it."""
    week = week_now(plan, today)
    ids = frozenset(week.steps if week else ())
    now = [step for step in plan.scheduled if step.id in ids]
    later = [step for step in plan.scheduled if step.id not in ids]
    if week and now:
        name, hours = week_words(week, today)
        yield ""
        yield f"{name}, {hours}:"
        yield from _steps(plan, now, is_full=True)
    if later:
        yield ""
        yield "After that, in order:" if now else "Steps, in order:"
        yield from _steps(plan, later[:steps], is_full=steps is None)
        if steps is not None and len(later) > steps:
            yield f"  ... and {len(later) - steps} more in the plan"


def _head(plan: Plan) -> Iterator[str]:
    budget, out = plan.budget, plan.outlook
    until = f" to {budget.deadline}" if budget.deadline else ""
    yield f"Plan for {shown(plan.target.role)}, {shown(plan.target.grade)}, from {budget.start}{until}"
    yield f"{budget.hours_per_week:g} hours a week, {budget.review_percent} % of them for review{_calendar(plan)}"
    most = "the most that fits" if out.is_best else f"of at most {out.points_possible:.1f}"
    points = f"{out.points:.1f} points, {most}" if out.is_best else f"{out.points:.1f} {most} points"
    now, then = readiness_text(out.readiness_now), readiness_text(out.readiness_then)
    yield (f"{plan_words.readiness_name(plan)} {now} -> {then} % in {out.weeks} weeks: {points}, {out.hours:g} hours")


def _calendar(plan: Plan) -> str:
    parts = []
    if plan.outlook.pace != 1:
        parts.append(f"at your pace of {plan.outlook.pace:g} hours for a typical one")
    periods = plan.budget.periods
    if holidays := [period for period in periods if not period.hours_per_week]:
        parts.append("no hours " + ", ".join(f"{p.starts} to {p.ends}" for p in holidays))
    if others := [period for period in periods if period.hours_per_week]:
        parts.append(", ".join(f"{p.hours_per_week:g} from {p.starts} to {p.ends}" for p in others))
    return "".join(f"; {part}" for part in parts)


def _spent(step: PlannedStep) -> str:
    return f", {step.hours_spent:g} h of {step.hours:g} planned" if step.hours_spent else ""


def named(step: PlannedStep | LeftOut) -> str:
    """Name a step by its skill and the level that it ends at."""
    return shown(plan_words.step_name(step))


def _steps(plan: Plan, rows: Sequence[PlannedStep], *, is_full: bool) -> Iterator[str]:
    """The steps in order; those of a project below its own line."""
    projects = {row.id: row for row in plan.projects if row.taken}
    names = plan_words.names_of(plan)
    last = ""
    for step in rows:
        project = projects.get(step.project)
        if project is not None and project.id != last:
            yield from _project(project, is_full=is_full)
        last = step.project
        yield from _step(step, plan_words.with_names(step.why, names), is_full=is_full)


def _project(row: PlannedProject, *, is_full: bool) -> Iterator[str]:
    saved = f", {row.saves:g} h less than its {len(row.steps)} steps one by one" if row.saves > 0 else ""
    yield f"  by {row.ends} (weeks {row.first_week}-{row.week}): PROJECT {shown(row.title)}, {row.hours:g} h{saved}"
    if is_full:
        yield f"      Deliver: {shown(row.deliverable, limit=500)}"
        yield from (f"      Accepted when: {shown(line, limit=500)}" for line in row.acceptance)


def _step(step: PlannedStep, why: str, *, is_full: bool) -> Iterator[str]:
    when = f"week {step.first_week}" if step.first_week == step.week else f"weeks {step.first_week}-{step.week}"
    pinned = ", pinned" if step.pinned else ""
    inside = "with the project" if step.project else f"by {step.ends} ({when}{pinned})"
    yield f"  {inside}: {named(step)}, {step.hours:g} h; {shown(why, limit=500)}"
    if step.verify_first:
        yield f"      {shown(step.verify_first)}"
    if is_full:
        yield from (f"      {line}" for line in (*step_details(step), f"Id: {shown(step.id)}"))


def step_details(step: PlannedStep) -> Iterator[str]:
    """Give what a step is about: what to do, when it is done, what will be true, what to read, the person's note."""
    parts = (*plan_words.work(step), ("Then true", step.anchor), ("Part", step.part))
    yield from (f"{title}: {shown(text, limit=500)}" for title, text in parts if text)
    yield from (f"Read: {shown(r.title)} {shown(r.url)}".rstrip() for r in step.readings)
    if step.note:
        yield f"Your note: {shown(step.note, limit=500)}"


def _dates(plan: Plan) -> Iterator[str]:
    rows = [(m.day, shown(m.what)) for m in plan.milestones]
    rows += [(r.day, f"look whether {shown(r.name)} at level {r.to} still holds") for r in plan.rechecks]
    if plan.reassess:
        rows.append((plan.reassess, "rate everything again"))
    if rows:
        yield ""
        yield "Days to remember:"
        yield from (f"  {day}: {what}" for day, what in sorted(rows))


def _offers(plan: Plan) -> Iterator[str]:
    rows = [row for row in plan.projects if not row.taken and row.saves > 0]
    if not rows:
        return
    yield ""
    yield "Projects that would save hours (take one with --project ID):"
    for row in rows:
        what = f"{row.hours:g} h in place of {row.hours_alone:g} h for {len(row.steps)} steps"
        yield f"  {shown(row.id)}: {shown(row.title)}, {what}"


def _left_outs(plan: Plan, *, is_full: bool) -> Iterator[str]:
    if not plan.left_outs:
        return
    yield ""
    yield f"Not in the plan ({len(plan.left_outs)}):"
    names = plan_words.names_of(plan)
    if not is_full:
        alike: dict[str, list[str]] = {}
        for row in plan.left_outs:
            alike.setdefault(plan_words.with_names(row.detail, names), []).append(named(row))
        yield from (f"  {shown(reason, limit=500)}: {_few(rows)}" for reason, rows in alike.items())
        return
    for row in plan.left_outs:
        yield f"  {named(row)} ({shown(row.id)}): {shown(plan_words.with_names(row.detail, names), limit=500)}"
        if row.note:
            yield f"      Your note: {shown(row.note, limit=500)}"


def _few(names: list[str]) -> str:
    """Give the first three names and how many more there are."""
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more


def what_if_lines(outcomes: Sequence[Outcome], budget: Budget) -> Iterator[str]:
    """Give the outcomes of several hours a week side by side."""
    by = f" by {budget.deadline}" if budget.deadline else ""
    columns = [
        ("Hours a week", [f"{row.hours_per_week:g}" for row in outcomes]),
        ("Readiness then", [f"{readiness_text(row.readiness)} %" for row in outcomes]),
        ("Points", [f"{row.points:.1f}" for row in outcomes]),
        ("Steps", [f"{row.steps}" for row in outcomes]),
        ("Do not fit", [f"{row.left_out}" for row in outcomes]),
        ("Hours", [f"{row.hours:g}" for row in outcomes]),
        ("Weeks", [f"{row.weeks}" for row in outcomes]),
        ("Done", [f"{row.ends or '-'}" for row in outcomes]),
    ]
    yield f"The same plan with other hours{by}; nothing is written:"
    for title, cells in columns:
        yield f"  {title:<14}" + "".join(f"{cell:>13}" for cell in cells)
