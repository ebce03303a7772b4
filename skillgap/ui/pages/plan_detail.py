"""The detail of one row of Plan: why now, what to do, when it is done, what will be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.content import Content
from textual.style import Style

from skillgap.core import plan_words
from skillgap.core.choices import Conflict
from skillgap.core.decisions import Entry
from skillgap.core.plan import LeftOut, Plan, PlannedProject, PlannedStep
from skillgap.core.plan_words import names_of, with_names, work
from skillgap.core.planning import Stretch
from skillgap.ui.pages.room import Room
from skillgap.ui.text import Glyphs, safe

_LABEL = 11
_BEFORE_WORK = "Your note", "First"
"""Labels of what to know before one begins."""
GAP = 4
"""Cells between two columns."""

Part = tuple[str, str, str]
"""Label, text, style."""


def entry_of(plan: Plan, key: str) -> Entry | None:
    """Give what stands behind the key of a row."""
    kind, _, name = key.partition(":")
    if kind == "conflict":
        return plan.conflicts[int(name)] if int(name) < len(plan.conflicts) else None
    if kind == "project":
        return next((project for project in plan.projects if project.id == name), None)
    rows: tuple[PlannedStep | LeftOut, ...] = (*plan.steps, *plan.left_outs)
    return next((row for row in rows if row.id == key), None)


def detail_page(
    plan: Plan, key: str, room: Room, *, columns: int = 1, takes: Stretch | None = None, is_airy: bool = True
) -> list[Content]:
    """Give the lines for the row with a key, below its title; nothing when there is none."""
    row = entry_of(plan, key)
    if row is None:
        return []
    title = [line.stylize("bold $text-primary") for line in Content(title_of(row, room.glyphs)).wrap(room.width)]
    space = [Content("")] if is_airy else []
    return [*title, *space, *row_page(plan, row, room, columns=columns, takes=takes)]


def row_page(plan: Plan, row: Entry, room: Room, *, columns: int = 1, takes: Stretch | None = None) -> list[Content]:
    """Give the lines for a row, without a title: what, when and why beside what to do.

    In one column what is to be done stands first: the list has said when, and there may be no room for all of it.
    """
    about, todo = _about(plan, row, takes), _work(row)
    if columns == 1:
        is_open = isinstance(row, PlannedStep) and row.done is None
        first = sum(label in _BEFORE_WORK for label, _, _ in about) if is_open else len(about)
        return [line for part in (*about[:first], *todo, *about[first:]) for line in _lines(part, room)]
    half = room.narrowed((room.width - GAP) // 2)
    left, right = ([line for part in parts for line in _lines(part, half)] for parts in (about, todo))
    blank = Content("")
    return [
        Content.assemble(one, " " * (half.width - one.cell_length + GAP), two)
        for one, two in zip_longest(left, right, fillvalue=blank)
    ]


def title_of(row: Entry, glyphs: Glyphs) -> str:
    """Name a row by its skill and the level that it ends at."""
    if isinstance(row, Conflict):
        return "A choice that the plan cannot follow"
    if isinstance(row, PlannedProject):
        return f"Project: {safe(row.title, 200)}"
    return f"{safe(row.name, 200)} {glyphs.right} {row.to}"


def readings_of(row: Entry | None) -> tuple[tuple[str, str], ...]:
    """Give title and address of what there is to read, where a browser may open it: only http and https."""
    readings = row.readings if isinstance(row, PlannedStep) else ()
    return tuple((reading.title, reading.url) for reading in readings if is_link(reading.url))


def is_link(url: str) -> bool:
    """Whether an address may be handed to a browser."""
    return url.startswith(("https://", "http://")) and url.isascii() and url.isprintable() and " " not in url


def _about(plan: Plan, row: Entry, takes: Stretch | None) -> Sequence[Part]:
    """What it is, when and why."""
    match row:
        case PlannedStep():
            return list(_step(plan, row))
        case PlannedProject():
            return list(_project(plan, row))
        case LeftOut():
            return list(_left(plan, row, takes))
        case Conflict():
            return [("What", with_names(row.what, names_of(plan)), "$text-warning"), ("What to do", row.remedy, "")]


def _work(row: Entry) -> Sequence[Part]:
    """What to do, and how one knows that it is done."""
    if isinstance(row, Conflict):
        return []
    found = list(work(row))
    before = ["", *(label for label, _ in found)]  # a label stands once over what belongs together
    parts = [("" if label == last else label, text, "") for last, (label, text) in zip(before, found, strict=False)]
    return [*parts, *_readings(row)] if isinstance(row, PlannedStep) else parts


def _step(plan: Plan, step: PlannedStep) -> Iterator[Part]:
    yield "Your note", step.note, "$text-accent"
    if step.done:
        yield "Done", plan_words.done(step), "$text-success"
        if step.confirmed:
            yield "Still true", f"on {step.confirmed}, you said", "$text-success"
        yield "Then true", step.anchor, ""
        return
    if step.verify_first:
        yield "First", f"{step.verify_first} What shows it: {step.exit}", "$text-accent"
    so_far = f"; {step.hours_spent:g} hours behind you" if step.hours_spent else ""
    yield "Takes", f"typically {step.hours:g} hours{_worth(step)}{so_far}", ""
    yield "When", plan_words.when(step), ""
    if step.pinned:
        yield "Pinned", f"by you, to the week of {step.pinned}", "$text-accent"
    yield "Why now", with_names(step.why, names_of(plan)), ""
    yield "Then true", step.anchor, ""


def _worth(step: PlannedStep) -> str:
    if not step.points or not step.hours:
        return ""
    return f" for {step.points:.2f} points, {step.points / step.hours:.2g} per hour"


def _readings(step: PlannedStep) -> Iterator[Part]:
    for number, reading in enumerate(step.readings):
        part = f" ({step.part})" if step.part and not number else ""
        yield "" if number else "Read", f"{reading.title}{part}", ""
        yield "url", reading.url, "$text-muted"


def _project(plan: Plan, project: PlannedProject) -> Iterator[Part]:
    names = names_of(plan)
    if project.taken:
        yield "When", plan_words.when(project), ""
    alone = f", {project.hours_alone:g} for its steps one by one" if project.saves > 0 else ""
    yield "Takes", f"typically {project.hours:g} hours{alone}", ""
    yield "Worth", f"{project.points:.2f} points" if project.points else "", ""
    yield "Steps", ", ".join(names.get(name, name) for name in project.steps), ""
    yield "What", project.summary, ""


def _left(plan: Plan, row: LeftOut, takes: Stretch | None) -> Iterator[Part]:
    yield "Your note", row.note, "$text-accent"
    yield "Why not", with_names(row.detail, names_of(plan)), "$text-warning"
    if row.points:
        yield "Worth", f"{row.points:.2f} points, typically {row.hours:g} hours", ""
    if takes is not None and (day := takes.end_by_step.get(row.id)):
        yield "By when", f"{day}, without a deadline and with the hours you have", ""


def _lines(part: Part, room: Room) -> Iterator[Content]:
    """A label beside its text, wrapped; nothing for no text."""
    label, text, style = part
    if not text:
        return
    if label == "url":
        yield from _address(text, room)
        return
    for number, line in enumerate(Content(safe(text)).wrap(max(10, room.width - _LABEL))):
        name = label if number == 0 else ""
        yield Content.assemble((f"{name:<{_LABEL}}", "$text-muted"), line.stylize(style) if style else line)


def _address(url: str, room: Room) -> Iterator[Content]:
    """An address over the whole width; terminals that know links open it, however it is broken into lines."""
    link = Style(link=url) if url.startswith("https://") and is_link(url) else ""
    for line in Content(safe(url)).fold(room.width - 2):
        yield Content.assemble("  ", line.stylize("$text-muted").stylize(link))
