"""The rows of a plan read out: a step, a project, what was left out, a choice that cannot be followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from skillgap.core import plan_words
from skillgap.core.choices import Conflict
from skillgap.core.decisions import Entry
from skillgap.core.plan import LeftOut, Plan, PlannedProject, PlannedStep
from skillgap.core.plan_words import names_of, nothing_to_do, weeks_of, with_names, work
from skillgap.core.text import shown
from skillgap.core.todo import next_look, todos, week_now, week_words
from skillgap.core.trace import readiness_text
from skillgap.plain.plans import named, step_details

_LONGEST = 500


def rows_of(plan: Plan) -> tuple[Entry, ...]:
    """Give everything that has a number: done and planned steps, projects, what was left out, conflicts."""
    return (*plan.steps, *plan.projects, *plan.left_outs, *plan.conflicts)


def name_of(row: Entry) -> str:
    """Name a row."""
    match row:
        case PlannedProject():
            return f"Project {shown(row.title)}"
        case Conflict():
            return "A choice that the plan cannot follow"
        case _:
            return named(row)


def brief_lines(plan: Plan) -> Iterator[str]:
    """Say what the plan comes to, and by which hours and dates."""
    budget, outlook = plan.budget, plan.outlook
    until = f" to {budget.deadline}" if budget.deadline else ", no deadline"
    yield f"Plan from {budget.start}{until}, {budget.hours_per_week:g} hours a week."
    most = "the most that fits" if outlook.is_best else f"{outlook.points_possible:.1f} at most"
    now, then = readiness_text(outlook.readiness_now), readiness_text(outlook.readiness_then)
    yield (
        f"{plan_words.readiness_name(plan)} {now} % now, {then} % in {outlook.weeks} weeks:"
        f" {outlook.points:.1f} points, {most}; {outlook.hours:g} hours."
    )
    yield f"{len(plan.finished)} done, {len(plan.scheduled)} to do, {len(plan.left_outs)} left out."
    if plan.conflicts:
        yield f"{len(plan.conflicts)} of your choices cannot be followed; they stand at the end of the list."


def head_lines(plan: Plan) -> Iterator[str]:
    """Say all that the plan comes to: what is reached when, what is left out and why, what to know of the numbers."""
    yield from brief_lines(plan)
    if plan.budget.must_haves_first:
        yield "Steps towards must-haves come first."
    if plan.budget.includes_experience:
        yield "Steps that need experience at work are scheduled like the rest."
    yield from (f"By {stone.day}: {shown(stone.what)}." for stone in plan.milestones)
    names = names_of(plan)
    for reason, count in Counter(with_names(row.detail, names) for row in plan.left_outs).most_common():
        yield f"{count} left out: {shown(reason, limit=_LONGEST)}."
    yield from (shown(note, limit=_LONGEST) for note in plan.notes)


def week_lines(plan: Plan, today: date) -> Iterator[str]:
    """Say what is due for a look, and what this week is for."""
    found, week = todos(plan, today), week_now(plan, today)
    name, _ = week_words(week, today) if week else ("", "")
    if not found:
        yield ": ".join(nothing_to_do(plan))
    for todo in found:
        match todo.kind:
            case "recheck":
                yield f"Look again, due {todo.day}: is {shown(todo.name)} at level {todo.to} still true?"
            case "reassess":
                yield f"Rate everything again, due {todo.day}."
            case _:
                yield f"{name}: {shown(todo.name)} to level {todo.to}, {todo.hours:g} hours left, until {todo.day}."
    if look := next_look(plan, today):
        yield f"Next look at your ratings: {look}."


def row_line(row: Entry, names: Mapping[str, str]) -> str:
    """Give a row in one line; `names` are those of the plan, by id."""
    match row:
        case LeftOut():
            return f"Left out: {named(row)}; {_said(row.detail, names)}."
        case PlannedProject():
            return f"{name_of(row)}, {row.hours:g} hours{_saved(row)}: {_place(row)}."
        case Conflict():
            return f"{name_of(row)}: {_said(row.what, names)}; {_said(row.remedy, names)}."
        case PlannedStep(done=None):
            pinned = ", pinned" if row.pinned else ""
            when = f"{row.hours:g} hours, {weeks_of(row)}, until {row.ends}{pinned}"
            return f"{named(row)}, {when}; {_said(row.why, names)}."
        case _:
            return f"Done {row.done}: {named(row)}."


def _said(text: str, names: Mapping[str, str]) -> str:
    return shown(with_names(text, names), limit=_LONGEST)


def _saved(row: PlannedProject) -> str:
    return f", {row.saves:g} fewer than its steps one by one" if row.saves > 0 else ""


def _place(row: PlannedProject) -> str:
    return f"in the plan, {plan_words.when(row)}" if row.taken else "on offer"


def row_lines(plan: Plan, row: Entry) -> Iterator[str]:
    """Give everything about a row."""
    yield f"{name_of(row)}."
    names = names_of(plan)
    match row:
        case PlannedStep():
            yield from _step(row, names)
        case PlannedProject():
            yield from _project(row, names)
        case LeftOut():
            yield from _left_out(row, names)
        case Conflict():
            yield f"{_said(row.what, names)}; {_said(row.remedy, names)}."


def _step(row: PlannedStep, names: Mapping[str, str]) -> Iterator[str]:
    if row.done:
        yield f"Done {plan_words.done(row)}."
    else:
        if row.verify_first:
            yield f"First: {shown(row.verify_first, limit=_LONGEST)}"
        yield f"Typically {row.hours:g} hours; {plan_words.when(row)}."
        if row.pinned:
            yield f"Pinned by you to the week of {row.pinned}."
        yield f"Why now: {_said(row.why, names)}."
    yield from step_details(row)


def _project(row: PlannedProject, names: Mapping[str, str]) -> Iterator[str]:
    yield f"{row.hours:g} hours{_saved(row)}; {row.points:.2f} points; {_place(row)}."
    yield f"Its steps: {', '.join(shown(names.get(step, step)) for step in row.steps)}."
    yield from _labelled(("What", row.summary), *work(row))


def _left_out(row: LeftOut, names: Mapping[str, str]) -> Iterator[str]:
    yield f"Why not: {_said(row.detail, names)}."
    if row.points:
        yield f"Worth {row.points:.2f} points, typically {row.hours:g} hours."
    yield from _labelled(*work(row), ("Your note", row.note))


def _labelled(*parts: tuple[str, str]) -> Iterator[str]:
    yield from (f"{title}: {shown(text, limit=_LONGEST)}" for title, text in parts if text)
