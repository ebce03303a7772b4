"""The detail of one row of Plan: why now, what to do, when it is done, what will be true."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.ui.pages.home import Room
from skillgap.ui.text import Glyphs, safe

LABEL = 11


def detail_page(plan: Plan, key: str, room: Room) -> list[Content]:
    """Give the lines for the row with a key, below its title; nothing when there is none."""
    rows: tuple[PlannedStep | LeftOut, ...] = (*plan.steps, *plan.left_outs)
    row = next((row for row in rows if row.id == key), None)
    if row is None:
        return []
    title = Content(title_of(row, room.glyphs)).wrap(room.width)
    return [*(line.stylize("bold $text-primary") for line in title), Content(""), *row_page(row, room)]


def row_page(row: PlannedStep | LeftOut, room: Room) -> list[Content]:
    """Give the lines for a row, without a title."""
    return list(_step(row, room) if isinstance(row, PlannedStep) else _left(row, room))


def title_of(row: PlannedStep | LeftOut, glyphs: Glyphs) -> str:
    """Name a row by its skill and the level that it ends at."""
    return f"{safe(row.name, 200)} {glyphs.right} {row.to}"


def _step(step: PlannedStep, room: Room) -> Iterator[Content]:
    if step.done:
        spent = f", {step.hours_spent:g} hours" if step.hours_spent is not None else ""
        yield from _part("Done", f"{step.done}{spent}", room, "$text-success")
        yield from _part("Then true", step.anchor, room)
    else:
        yield from _part("Takes", f"typically {step.hours:g} hours", room)
        yield from _part("When", _when(step), room)
        yield from _part("Why now", step.why, room)
        yield from _part("Then true", step.anchor, room)
    yield from _part("Do", step.practice, room)
    yield from _part("Done when", step.exit, room)
    for number, reading in enumerate(step.readings):
        part = f" ({step.part})" if step.part and not number else ""
        yield from _part("" if number else "Read", f"{reading.title}{part}", room)
        yield from _address(reading.url, room)
    yield from _part("Your note", step.note, room)


def _address(url: str, room: Room) -> Iterator[Content]:
    """An address over the whole width; terminals that know links open it, however it is broken into lines."""
    if not url:
        return
    is_plain = url.startswith("https://") and url.isascii() and url.isprintable()
    link = Style(link=url) if is_plain else ""
    for line in Content(safe(url)).fold(room.width - 2):
        yield Content.assemble("  ", line.stylize("$text-muted").stylize(link))


def _when(step: PlannedStep) -> str:
    weeks = f"week {step.week}" if step.first_week == step.week else f"weeks {step.first_week} to {step.week}"
    pace = f" (finished in week {step.quick_week} at a quick pace, {step.slow_week} at a slow one)"
    return f"{weeks}{pace if step.quick_week != step.slow_week else ''}, {step.starts} to {step.ends}"


def _left(row: LeftOut, room: Room) -> Iterator[Content]:
    yield from _part("Why not", row.detail, room, "$text-warning")
    if row.points:
        yield from _part("Worth", f"{row.points:.2f} points, typically {row.hours:g} hours", room)
    ask, show = ("Ask for", "Collect") if row.reason == "experience" else ("Do", "Done when")
    yield from _part(ask, row.practice, room)
    yield from _part(show, row.exit, room)


def _part(label: str, text: str, room: Room, style: str = "") -> Iterator[Content]:
    """A label beside its text, wrapped; nothing for no text."""
    if not text:
        return
    for number, line in enumerate(Content(safe(text)).wrap(max(10, room.width - LABEL))):
        name = label if number == 0 else ""
        yield Content.assemble((f"{name:<{LABEL}}", "$text-muted"), line.stylize(style) if style else line)
