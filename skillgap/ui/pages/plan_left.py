"""The rows of Plan below and above the weeks: choices it cannot follow, what was left out, projects on offer."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from skillgap.core.plan import LeftOut
from skillgap.core.plan_words import TITLE_BY_REASON, names_of, with_names
from skillgap.core.planning import Stretch
from skillgap.core.text import pad
from skillgap.ui.pages.plan_rows import HOURS, MARK, POINTS, UNTIL, WEEKS, Listing, done_rows, name_of, scheduled_rows
from skillgap.ui.text import cut, prose
from skillgap.ui.widgets.row_sheet import Row


def rows(it: Listing) -> list[Row]:
    """Give all rows: conflicts, done steps, scheduled ones, then what was left out by reason, projects on offer."""
    return [*_conflicts(it), *done_rows(it), *scheduled_rows(it), *_left(it), *_offered(it)]


def _conflicts(it: Listing) -> Iterator[Row]:
    """Choices that the plan could not follow, where they cannot be overlooked."""
    if it.plan.conflicts:
        yield _title(f"Could not be followed ({len(it.plan.conflicts)})", "$text-warning")
    names = names_of(it.plan)
    for number, conflict in enumerate(it.plan.conflicts):
        words = cut(prose(with_names(conflict.what, names)), it.room.width - MARK, it.room.glyphs)
        yield Row(Content.assemble((f"{it.room.glyphs.warning} ", "$text-warning"), words), f"conflict:{number}")
    if it.plan.conflicts:
        yield Row(Content(""))


def _title(text: str, colour: str = "$text-primary") -> Row:
    return Row(Content.styled(text, f"bold {colour}"))


def _left(it: Listing) -> Iterator[Row]:
    is_below = bool(it.plan.steps)
    for reason, title in TITLE_BY_REASON.items():
        found = [row for row in it.plan.left_outs if row.reason == reason]
        if not found:
            continue
        worth = sum(row.points for row in found)
        points = f", {worth:.1f} points" if worth else ""
        if is_below:
            yield Row(Content(""))
        is_below = True
        yield _title(cut(f"{title} ({len(found)}{points})", it.room.width, it.room.glyphs))
        if reason == "does-not-fit" and it.takes is not None:
            yield Row(Content.styled(cut(_takes_text(it.takes), it.room.width, it.room.glyphs), "$text-muted"))
        for row in found:
            yield _left_row(row, it)


def _takes_text(takes: Stretch) -> str:
    """Say what it would take for everything to fit."""
    hours = f"{takes.hours_per_week:g} hours a week, or" if takes.hours_per_week is not None else "it takes"
    return f"For all of it: {hours} until {takes.ends} with the hours you have"


def _left_row(row: LeftOut, it: Listing) -> Row:
    space = " " * (it.before - MARK)
    tail = ""
    if row.reason != "not-rated":
        gap = WEEKS if it.with_chart else UNTIL if it.has_dates else 0
        points = f"{row.points:{POINTS}.2f}" + (" points" if it.with_chart else "")
        tail = f"{'':{gap}}{row.hours:{HOURS}g}{points}"
    name = name_of(row, it)
    return Row(
        Content.assemble((f"{it.room.glyphs.aside} ", "$text-muted"), space, name, (tail, "$text-muted")), row.id
    )


def _offered(it: Listing) -> Iterator[Row]:
    """Projects that could be taken: with the hours that they save, or as evidence."""
    offered = [project for project in it.plan.projects if not project.taken]
    if not offered:
        return
    yield Row(Content(""))
    yield _title(f"Projects you could take ({len(offered)})")
    for project in offered:
        saves = f"saves {project.saves:g} h" if project.saves > 0 else "as evidence"
        steps = f"{len(project.steps)} steps, {saves}"
        room = max(10, it.room.width - it.before - len(steps) - 3)
        name = pad(cut(prose(project.title), room - 1, it.room.glyphs), room)
        space = " " * (it.before - MARK)
        mark = (f"{it.room.glyphs.cursor} ", "$text-muted")
        yield Row(Content.assemble(mark, space, name, (steps, "$text-muted")), f"project:{project.id}")
