"""The rows of Plan: steps over the weeks, or as a plain list, and what was left out with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.plan_chart import Axis, curve, spans
from skillgap.ui.pages.plan_head import settings_of
from skillgap.ui.text import cut
from skillgap.ui.widgets.row_sheet import Row

MARK, HOURS, POINTS, WEEK, UNTIL, PERCENT = 2, 7, 8, 9, 12, 6
CHARTED = 24
"""The fewest cells that make a chart."""
CURVE_ROWS = 5
GROUPS = {
    "does-not-fit": "Does not fit before the deadline",
    "experience": "Needs experience at work, rather than study",
    "needs-experience": "Waits for experience at work",
    "excluded": "Left out by you",
    "needs-excluded": "Waits for what you left out",
    "good-enough": "Good enough as it is, you said",
    "not-rated": "Not rated yet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How the list is set, and what is known of its steps besides the plan."""

    plan: Plan
    room: Room
    with_chart: bool
    musts: frozenset[str]
    """Ids of steps towards a must-have."""
    levels: Mapping[str, int]
    """Rated level by skill."""

    @property
    def is_airy(self) -> bool:
        """Whether week and points have room beside a chart."""
        return self.room.width >= 110

    @property
    def figures(self) -> int:
        """Cells for the figures between name and chart."""
        if self.with_chart:
            return HOURS + (WEEK + POINTS if self.is_airy else 0)
        return WEEK + HOURS + POINTS + (UNTIL if self.room.width >= 70 else 0)

    @property
    def name(self) -> int:
        """Cells for names."""
        width = self.room.width - MARK - self.figures
        if not self.with_chart:
            return max(10, width)
        return max(10, min(46, (width - PERCENT) * 55 // 100))

    @property
    def axis(self) -> Axis:
        """Where the weeks lie."""
        width = self.room.width - MARK - self.name - self.figures - PERCENT
        return Axis(self.plan.budget.start, self.plan.outlook.weeks, max(CHARTED, width))

    def can_be_rated(self, step: PlannedStep) -> bool:
        """Whether a finished step says more than the rating of its skill."""
        return step.done is not None and self.levels.get(step.skill, step.to) < step.to


def heads(it: Listing) -> list[Content]:
    """Give what stays above the list: curve and settings where there is a chart, then the headings."""
    if not it.plan.scheduled:
        return []
    figures = f"{'hours':>{HOURS}}"
    if it.is_airy or not it.with_chart:
        until = f"{'until':>{UNTIL}}" if not it.with_chart and it.room.width >= 70 else ""
        figures = f"{'week':>{WEEK}}{until}{figures}{'points':>{POINTS}}"
    title = f"{'  Step':<{MARK + it.name}}{figures}"
    if not it.with_chart:
        return [Content.styled(title, "$text-muted")]
    axis = Content.assemble((title, "$text-muted"), " " * PERCENT, (it.axis.labels(), "$text-muted"))
    return [*_curve(it), axis]


def _curve(it: Listing) -> Iterator[Content]:
    """The curve of readiness, with hours and dates in the room to its left."""
    left = it.room.width - it.axis.width - PERCENT
    said = settings_of(it.plan.budget, it.room)
    out = it.plan.outlook
    marks = {0: f"{out.readiness_then:.0f} %", CURVE_ROWS - 1: f"{out.readiness_now:.0f} %"}
    for number, row in enumerate(curve(it.plan, it.axis, CURVE_ROWS, it.room.glyphs)):
        words = said[number] if number < len(said) else Content("")
        words = Content.assemble(" " * MARK, words).truncate(left - 1)
        mark = f"{marks.get(number, ''):>{PERCENT - 1}} "
        yield Content.assemble(words, " " * (left - words.cell_length), (mark, "$text-muted"), (row, "$primary"))


def rows(it: Listing) -> list[Row]:
    """Give the rows: done steps, scheduled ones, then what was left out by reason."""
    return [*_done(it), *_scheduled(it), *_left(it)]


def _done(it: Listing) -> Iterator[Row]:
    for step in it.plan.finished:
        hint = "  true now?" if it.can_be_rated(step) else ""
        done = f"  done {step.done}" if it.room.width >= 70 or not hint else f"  {step.done}"
        tail = Content.assemble((done, "$text-success"), (hint, "$text-accent"))
        yield Row(Content.assemble((f"{it.room.glyphs.done} ", "$text-success"), _name(step, it), tail), step.id)


def _scheduled(it: Listing) -> Iterator[Row]:
    places = spans(it.plan, it.axis) if it.with_chart else {}
    for step in it.plan.scheduled:
        mark = (f"{it.room.glyphs.must} ", "$text-accent") if step.id in it.musts else "  "
        line = Content.assemble(mark, _name(step, it), _figures(step, it))
        if it.with_chart:
            first, last = places[step.id]
            line = Content.assemble(
                line, " " * (PERCENT + first), (it.room.glyphs.bar * (last - first + 1), "$primary")
            )
        yield Row(line, step.id)


def _figures(step: PlannedStep, it: Listing) -> str:
    hours = f"{step.hours:{HOURS}g}"
    if it.with_chart and not it.is_airy:
        return hours
    weeks = f"{step.first_week}" if step.first_week == step.week else f"{step.first_week}-{step.week}"
    until = f"{step.ends!s:>{UNTIL}}" if not it.with_chart and it.room.width >= 70 else ""
    return f"{weeks:>{WEEK}}{until}{hours}{step.points:{POINTS}.2f}"


def _name(step: PlannedStep | LeftOut, it: Listing) -> Content:
    level = f" {it.room.glyphs.right} {step.to}"
    name = Content(cut(prose(step.name), it.name - len(level) - 1, it.room.glyphs) + level)
    return name.pad_right(it.name - name.cell_length)


def _left(it: Listing) -> Iterator[Row]:
    for reason, title in GROUPS.items():
        found = [row for row in it.plan.left_outs if row.reason == reason]
        if not found:
            continue
        worth = sum(row.points for row in found)
        points = f", {worth:.1f} points" if worth else ""
        if it.plan.steps:
            yield Row(Content(""))
        yield Row(Content.styled(f"{title} ({len(found)}{points})", "bold $text-primary"))
        for row in found:
            tail = "" if reason == "not-rated" else f"{row.hours:{HOURS}g}{row.points:{POINTS}.2f}"
            yield Row(
                Content.assemble((f"{it.room.glyphs.aside} ", "$text-muted"), _name(row, it), (tail, "$text-muted")),
                row.id,
            )
