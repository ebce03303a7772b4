"""A plan as an iCalendar file (RFC 5545): whole-day events for steps and projects, and for days to look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from skillgap.core.plan import Plan, PlannedProject, PlannedStep
from skillgap.core.plan_words import names_of, step_name, with_names
from skillgap.core.text import shown

_LINE = 75
"""Most octets in a line; longer ones are folded (RFC 5545, 3.1)."""


def ics(plan: Plan) -> str:
    """Give the calendar of the scheduled steps, re-checks and the deadline: the same text for the same plan, with CRLF.

    The steps of a project are in its event.
    """
    names = names_of(plan)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//skillgap//plan//EN",
        "CALSCALE:GREGORIAN",
        *(line for step in plan.scheduled if not step.project for line in _event(plan, step, names)),
        *(line for row in plan.projects if row.taken for line in _project(plan, row)),
        *_looks(plan),
        *_deadline(plan),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(plan: Plan, step: PlannedStep, names: Mapping[str, str]) -> Iterator[str]:
    if step.starts is None or step.ends is None:
        return
    why = with_names(step.why, names)
    parts = (("Do", step.practice), ("Done when", step.exit), ("Then true", step.anchor), ("Why", why))
    text = [step.verify_first] if step.verify_first else []
    text += [f"{label}: {value}" for label, value in parts if value]
    text += [f"Your note: {step.note}"] if step.note else []
    text += [f"Read: {reading.title} {reading.url}".strip() for reading in step.readings]
    yield from _whole_days(
        plan, step.id, f"{step_name(step)} ({step.hours:g} h)", "\n".join(text), (step.starts, step.ends)
    )


def _project(plan: Plan, row: PlannedProject) -> Iterator[str]:
    if row.starts is None or row.ends is None:
        return
    steps = ", ".join(step_name(step) for step in plan.scheduled if step.project == row.id)
    text = [f"Deliver: {row.deliverable}", *(f"Accepted when: {line}" for line in row.acceptance), f"Steps: {steps}"]
    title = f"Project: {row.title} ({row.hours:g} h)"
    yield from _whole_days(plan, f"project.{row.id}", title, "\n".join(text), (row.starts, row.ends))


def _looks(plan: Plan) -> Iterator[str]:
    """The days to look at done steps, and at everything, again."""
    for row in plan.rechecks:
        title, text = f"Look again: {row.name} at level {row.to}", "Is it still true? If not, rate it as it is now."
        yield from _whole_days(plan, f"recheck.{row.step}.{row.day}", title, text, (row.day, row.day))
    if plan.reassess is not None:
        day = plan.reassess
        yield from _whole_days(plan, "reassess", "Rate everything again", "Then plan again.", (day, day))


def _deadline(plan: Plan) -> Iterator[str]:
    if plan.budget.deadline is not None:
        day = plan.budget.deadline
        title = f"Deadline: {plan.target.role}, {plan.target.grade}"
        text = f"Planned readiness {plan.outlook.readiness_then:g} %"
        yield from _whole_days(plan, "deadline", title, text, (day, day))


def _whole_days(plan: Plan, name: str, title: str, text: str, days: tuple[date, date]) -> Iterator[str]:
    """An event; the end of whole days is the day after (RFC 5545, 3.6.1)."""
    first, last = days
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(name)}.{_text(plan.target.role)}.{_text(plan.target.grade)}@skillgap"
    yield f"DTSTAMP:{_day(plan.created)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:  # the calendar ends there; without an end an event takes its first day
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(title)}"
    yield f"DESCRIPTION:{_text(text)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """A day in eight digits, whatever the year; `strftime` leaves leading zeros out on some systems."""
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11); control characters become visible."""
    lines = (shown(line, limit=4000) for line in text.split("\n"))
    return "\\n".join(line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)


def _folded(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character."""
    pieces, room, piece = [], _LINE, ""
    for char in line:
        size = len(char.encode())
        if room < size:
            pieces.append(piece)
            piece, room = " ", _LINE - 1
        piece, room = piece + char, room - size
    return "\r\n".join([*pieces, piece])
