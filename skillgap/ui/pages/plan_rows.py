"""The rows of Plan: steps over the weeks, or as a list by week, with what is reached on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from textual.content import Content

from skillgap.core.outcomes import Milestone
from skillgap.core.plan import LeftOut, Plan, PlannedProject, PlannedStep
from skillgap.core.planning import Stretch
from skillgap.core.records import dataclass
from skillgap.core.text import pad
from skillgap.ui.pages.plan_chart import Axis, Span, axis_of, curve, span_of, spans
from skillgap.ui.pages.plan_head import settings_of
from skillgap.ui.pages.room import Room
from skillgap.ui.text import cut, prose
from skillgap.ui.widgets.row_sheet import Row

MARK, HOURS, POINTS, WEEKS, _WEEK, UNTIL, PERCENT = 2, 7, 8, 10, 5, 12, 6
_CHARTED = 24
"""The fewest cells that make a chart."""
_CURVE_ROWS, _TALL_CURVE, _TALL = 6, 9, 48
"""Rows of the curve, and from which height of the screen it has more of them."""


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
    first: int = 0
    """The first week of the chart, counted from 0, where it has more weeks than cells."""
    is_whole: bool = False
    """Squeeze all weeks into the chart."""
    takes: Stretch | None = None
    """What it would take for everything to fit."""
    passed: date | None = None
    """A deadline that the plan had until it was over."""

    @property
    def has_points(self) -> bool:
        """Whether points have room beside a chart."""
        return not self.with_chart or self.room.width >= 130

    @property
    def figures(self) -> int:
        """Cells for the figures after the name."""
        if self.with_chart:
            return WEEKS + HOURS + (POINTS if self.has_points else 0)
        return HOURS + POINTS + (UNTIL if self.has_dates else 0)

    @property
    def has_dates(self) -> bool:
        """Whether the list names the day on which a step ends."""
        return self.room.width >= 70

    @property
    def before(self) -> int:
        """Cells before the name."""
        return MARK if self.with_chart else MARK + _WEEK

    @property
    def name(self) -> int:
        """Cells for names."""
        width = self.room.width - self.before - self.figures
        if not self.with_chart:
            return max(10, width)
        return max(10, min(46, (width - PERCENT) * 2 // 5))

    @property
    def axis(self) -> Axis:
        """Where the weeks lie."""
        width = self.room.width - self.before - self.name - self.figures - PERCENT
        return axis_of(self.plan, max(_CHARTED, width), self.first, is_whole=self.is_whole)

    def can_be_rated(self, step: PlannedStep) -> bool:
        """Whether a finished step says more than the rating of its skill."""
        return step.done is not None and self.levels.get(step.skill, step.to) < step.to


def heads(it: Listing) -> list[Content]:
    """Give what stays above the list: curve and settings where there is a chart, then the headings."""
    if not it.plan.scheduled:
        return []
    points = f"{'points':>{POINTS}}" if it.has_points else ""
    if not it.with_chart:
        until = f"{'until':>{UNTIL}}" if it.has_dates else ""
        week = f"{'week':>{it.before - 1}} "
        return [Content.styled(f"{week}{'Step':<{it.name}}{until}{'hours':>{HOURS}}{points}", "$text-muted")]
    title = f"{'  Step':<{it.before + it.name}}{'weeks':>{WEEKS}}{'hours':>{HOURS}}{points}"
    axis = it.axis
    earlier = it.room.glyphs.left if axis.first else " "
    later = it.room.glyphs.right if axis.hides_later else ""
    labels = axis.labels()
    labels = labels[:-1] + later if later else labels
    ends = Content.assemble(f"{earlier:>{PERCENT - 1}} ", labels)
    return [*_curve(it, axis), *_stones(it, axis), Content.assemble(title, ends).stylize("$text-muted")]


def _curve(it: Listing, axis: Axis) -> Iterator[Content]:
    """The curve of readiness, with hours and dates in the room to its left."""
    left = it.room.width - axis.width - PERCENT
    said = settings_of(it.plan.budget, it.room, it.passed)
    many = _TALL_CURVE if it.room.height >= _TALL else _CURVE_ROWS
    drawn, (low, high) = curve(it.plan, axis, many, it.room.glyphs)
    marks = {0: f"{high:.0f} %", many - 1: f"{low:.0f} %"}
    for number, row in enumerate(drawn):
        words = said[number] if number < len(said) else Content("")
        words = Content.assemble(" " * MARK, words).truncate(left - 1)
        mark = f"{marks.get(number, ''):>{PERCENT - 1}} "
        yield Content.assemble(words, " " * (left - words.cell_length), (mark, "$text-muted"), (row, "$primary"))


def _stones(it: Listing, axis: Axis) -> Iterator[Content]:
    """Milestones under the curve; the next one in words."""
    stones = it.plan.milestones
    if not stones:
        return
    glyph, left = it.room.glyphs.target, it.room.width - axis.width
    text = f"{glyph} {stones[0].day} {prose(stones[0].what)}"
    cells = [" "] * axis.width
    for stone in stones:
        if span := axis.span(stone.week - 1 / axis.per_week, stone.week):
            cells[span[0]] = glyph
    words = pad(" " * MARK + cut(text, left - MARK - 1, it.room.glyphs), left)
    yield Content.styled(words + "".join(cells), "$text-success")


def done_rows(it: Listing) -> Iterator[Row]:
    """Give the steps that are behind."""
    for step in it.plan.finished:
        if it.room.width >= 70:
            hint = "  true now?" if it.can_be_rated(step) else ""
            tail = Content.assemble((f"  done {step.done}", "$text-success"), (hint, "$text-accent"))
        else:
            tail = Content.styled(f"  {step.done}", "$text-success")
        mark = (f"{it.room.glyphs.done} ", "$text-success")
        yield Row(Content.assemble(mark, " " * (it.before - MARK), name_of(step, it), tail), step.id)


def scheduled_rows(it: Listing) -> Iterator[Row]:
    """Give the steps in the order of their weeks, projects before their steps, and milestones where they are met."""
    axis = it.axis
    places = spans(it.plan, axis) if it.with_chart else {}
    ahead = sorted(it.plan.milestones, key=lambda stone: stone.week)
    taken = {project.id: project for project in it.plan.projects if project.taken}
    week = 0
    for step in sorted(it.plan.scheduled, key=lambda step: step.first_week):
        while ahead and ahead[0].week < step.first_week:
            yield _milestone(ahead.pop(0), it, axis)
        if project := taken.pop(step.project, None):
            yield _project(project, it, places)
            week = step.first_week
        yield _step(step, it, places, shows_week=step.first_week != week)
        week = step.first_week
    for stone in ahead:
        yield _milestone(stone, it, axis)


def _step(step: PlannedStep, it: Listing, places: Mapping[str, Span | None], *, shows_week: bool) -> Row:
    glyphs = it.room.glyphs
    mark = (f"{glyphs.must} ", "$text-accent") if step.id in it.musts else "  "
    hint = f" {glyphs.tie} verify" if step.verify_first else ""
    pin = f" {glyphs.chosen} pinned" if step.pinned else ""
    name = name_of(step, it, f"{pin}{hint}")
    points = f"{step.points:{POINTS}.2f}" if it.has_points else ""
    if not it.with_chart:
        week = f"{step.first_week:>{_WEEK - 1}} " if shows_week else " " * _WEEK
        until = f"{step.ends!s:>{UNTIL}}" if it.has_dates else ""
        return Row(
            Content.assemble(mark, (week, "$text-muted"), name, f"{until}{step.hours:{HOURS}g}{points}"), step.id
        )
    weeks = f"{step.first_week}" if step.first_week == step.week else f"{step.first_week}-{step.week}"
    if step.project:  # its weeks are those of the project, whose row has them
        return Row(Content.assemble(mark, name, f"{'':{WEEKS}}{step.hours:{HOURS}g}{points}"), step.id)
    line = Content.assemble(mark, name, f"{weeks:>{WEEKS}}{step.hours:{HOURS}g}{points}")
    colour = "$text-accent" if step.pinned else "$primary"
    return Row(Content.assemble(line, _drawn(places.get(step.id), glyphs.span, colour)), step.id)


def _drawn(span: Span | None, glyph: str, colour: str) -> Content:
    """A bar in its cells; nothing for one that is scrolled out."""
    if span is None:
        return Content("")
    first, last = span
    return Content.assemble(" " * (PERCENT + first), (glyph * (last - first + 1), colour))


def _project(project: PlannedProject, it: Listing, places: dict[str, Span | None]) -> Row:
    """A project over the weeks of its steps."""
    glyphs = it.room.glyphs
    steps = tuple(step for step in it.plan.scheduled if step.project == project.id)
    week = " " * (it.before - MARK) if it.with_chart else f"{project.first_week:>{_WEEK - 1}} "
    name = pad(cut(f"Project: {prose(project.title)}", it.name - 1, glyphs), it.name)
    tail = f"{project.hours:{HOURS}g}"
    if it.with_chart:
        weeks = f"{project.first_week}-{project.week}"
        tail = f"{weeks:>{WEEKS}}{tail}"
    elif it.has_dates:
        tail = f"{project.ends!s:>{UNTIL}}{tail}"
    line = Content.assemble((f"{glyphs.cursor} ", "$text-accent"), week, (name, "bold"), tail)
    if it.with_chart:
        more = " " * (POINTS if it.has_points else 0)
        line = Content.assemble(line, more, _drawn(span_of(steps, places), glyphs.likely, "$text-accent"))
    return Row(line, f"project:{project.id}")


def _milestone(stone: Milestone, it: Listing, axis: Axis) -> Row:
    """What is reached at the end of a week, on a row of its own."""
    glyphs = it.room.glyphs
    room = it.name + it.figures - (UNTIL if not it.with_chart else 0)
    words = pad(cut(prose(stone.what), room - 1, glyphs), room)
    line = Content.assemble(f"{glyphs.target} ", " " * (it.before - MARK), words)
    if it.with_chart:
        span = axis.span(stone.week - 1 / axis.per_week, stone.week)
        line = Content.assemble(line, _drawn(span, glyphs.target, ""))
    else:
        line = Content.assemble(line, f"{stone.day!s:>{UNTIL}}")
    return Row(line.stylize("$text-success"))


def name_of(row: PlannedStep | LeftOut, it: Listing, after: str = "") -> Content:
    """Name a row by its skill and level, cut and filled to its cells, with a hint where there is room for both."""
    glyphs = it.room.glyphs
    level = f" {glyphs.right} {row.to}"
    inset = "  " if isinstance(row, PlannedStep) and row.project else ""
    room = it.name - len(level) - len(inset) - 1
    if room - len(after) < 16:
        after = ""
    name = Content(inset + cut(prose(row.name), room - len(after), glyphs) + level)
    name = Content.assemble(name, (after, "$text-accent"))
    return name.pad_right(max(0, it.name - name.cell_length))
