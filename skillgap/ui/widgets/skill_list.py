"""The pane that lists areas and, in the area at hand, its skills."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message

from skillgap.core.interview import Interview
from skillgap.core.records import dataclass
from skillgap.core.rubric import Area, Skill
from skillgap.ui.text import cut, glyphs_of, safe, spread
from skillgap.ui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: an area, or a skill of it."""

    area: Area
    skill: Skill | None = None


class SkillList(Sheet, can_focus=False):
    """All areas, the one in front open; all of them where there is room. Moving within an area repaints two lines."""

    class Picked(Message):
        """A skill, or an area by its first open skill, was clicked."""

        def __init__(self, skill: str) -> None:
            super().__init__()
            self.skill = skill

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._interview: Interview | None = None
        self._current = ""
        self._is_active = False
        self._rows: tuple[Row, ...] = ()
        self._drawn: dict[int, Content] = {}
        self._done: dict[str, tuple[int, int]] = {}

    def show(self, interview: Interview, current: str, *, is_active: bool) -> None:
        """Show the answers, with one skill in front."""
        if interview is not self._interview:
            self._done = _done_by_area(interview)
        self._interview, self._current, self._is_active = interview, current, is_active
        is_whole = len(interview.areas) + len(interview.skills) <= self.size.height
        rows = tuple(_rows(interview, current, is_whole=is_whole))
        if len(rows) != len(self._rows) or any(
            a is not b for a, b in zip(_items(rows), _items(self._rows), strict=True)
        ):
            self._rows = rows
            self._drawn.clear()
            self._strips.clear()
            self._count(len(rows))
            self.refresh()
        else:
            for number, old in list(self._drawn.items()):
                if not self._make(number).is_same(old):
                    del self._drawn[number]
                    self.repaint(number)
        here = self.line_of_current
        self.show_lines(max(0, here - 1), min(len(rows) - 1, here + 1))

    @property
    def line_of_current(self) -> int:
        """The line of the skill in front."""
        return next((n for n, row in enumerate(self._rows) if row.skill and row.skill.id == self._current), 0)

    def height_of_all(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def line(self, number: int) -> Content:
        """Make one line, when it is needed."""
        if number not in self._drawn:
            self._drawn[number] = self._make(number)
        return self._drawn[number]

    def on_resize(self) -> None:
        """Make all lines for the new width."""
        self._drawn.clear()
        self._strips.clear()
        self._count(len(self._rows))
        if self._interview is not None:
            self.show(self._interview, self._current, is_active=self._is_active)

    def on_click(self, event: events.Click) -> None:
        """Pick what is under the mouse."""
        number = self.number_at(event.y)
        if self._interview is None or not 0 <= number < len(self._rows):
            return
        row = self._rows[number]
        skills = (row.skill,) if row.skill else self._interview.of_area(row.area.id)
        first_open = next((s for s in skills if self._interview.status(s.id) == "open"), skills[0])
        self.post_message(self.Picked(first_open.id))

    def _make(self, number: int) -> Content:
        row = self._rows[number]
        return self._area(row.area) if row.skill is None else self._skill(row.skill)

    def _area(self, area: Area) -> Content:
        marks, (done, asked) = glyphs_of(self), self._done[area.id]
        mark, style = (marks.partly, "") if done else (marks.empty, "$text-muted")
        if done == asked:
            mark, style = marks.done, "$text-success"
        is_open = self._interview is not None and self._interview.pack.skill_by_id[self._current].area == area.id
        name = Content.styled(cut(safe(area.title, 80), self.width - 9, marks), "bold" if is_open else style)
        tail = Content.styled(f"{done}/{asked} ", "$text-muted")
        return spread(Content.assemble(" ", (mark, style), " ", name), tail, self.width)

    def _skill(self, skill: Skill) -> Content:
        marks, interview, width = glyphs_of(self), self._interview, self.width
        if interview is None:
            return Content("")
        answer, is_here = interview.assessment.answer(skill.id), skill.id == self._current
        if answer.level is not None:
            state = Content.styled(f"{answer.level} ", "bold $text-success")
        else:
            state = Content.styled(f"{marks.aside if answer.na is not None else marks.open} ", "$text-muted")
        if skill.id in interview.look_again:
            state = Content.assemble((f"{marks.warning} ", "$text-warning"), state)
        pointer = marks.cursor if is_here else " "
        name = cut(safe(skill.name, 120), width - 6 - state.cell_length, marks)
        line = spread(Content.assemble(f"   {pointer} ", name), state, width)
        if not is_here:
            return line
        if self._is_active:  # in the colours of the cursor alone, so that it can be read
            return line.without_spans.stylize("$block-cursor-foreground on $block-cursor-background")
        return line.stylize_before("on $boost")


def _done_by_area(interview: Interview) -> dict[str, tuple[int, int]]:
    """Count the skills answered and asked of each area."""
    counts = {area.id: (0, 0) for area in interview.areas}
    for skill in interview.skills:
        done, asked = counts[skill.area]
        counts[skill.area] = (done + (interview.status(skill.id) != "open"), asked + 1)
    return counts


def _rows(interview: Interview, current: str, *, is_whole: bool) -> list[Row]:
    here = interview.pack.skill_by_id[current].area if current else ""
    rows = []
    for area in interview.areas:
        rows.append(Row(area))
        if is_whole or area.id == here:
            rows += [Row(area, skill) for skill in interview.of_area(area.id)]
    return rows


def _items(rows: tuple[Row, ...]) -> list[Area | Skill]:
    return [row.skill or row.area for row in rows]
