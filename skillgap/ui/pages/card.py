"""One skill with the anchors of all its levels, laid out for a width and a height."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from textual.content import Content

from skillgap.core.assessment import Answer
from skillgap.core.records import dataclass
from skillgap.core.rubric import Area, Scale, Skill
from skillgap.core.text import cells
from skillgap.ui.text import Glyphs, cut, prose, safe, spread

BLANK = Content("")
_MARK = 3
"""Cells before the number of a level."""
_WIDEST_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of a skill."""

    skill: Skill
    area: Area
    scale: Scale
    answer: Answer
    cursor: int | None
    """The highlighted level."""
    place: tuple[int, int]
    """Which skill of how many in its area, from 1."""
    overall: tuple[int, int]
    round: str = ""
    """How far a quick round is; empty outside one."""
    is_reworded: bool = False
    """The anchors have changed since it was answered."""
    required: int | None = None
    """What the target asks; None when it is hidden or asks nothing."""
    floor: int = 0
    is_active: bool = True
    """Whether arrows move the highlight."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How anchors are set: level names in a column of their own or before the text, with air between or not."""

    name_width: int
    """0: the name stands before the text."""
    is_spaced: bool

    def text_width(self, width: int) -> int:
        """Cells for the anchors."""
        return max(10, width - _MARK - 2 - self.name_width - 1)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a card, and the first and last line of each level."""

    lines: tuple[Content, ...]
    places: tuple[tuple[int, int], ...]

    def level_at(self, line: int) -> int | None:
        """Give the level that a line belongs to."""
        return next((level for level, (first, last) in enumerate(self.places) if first <= line <= last), None)


def layout_for(skills: tuple[Skill, ...], scale: Scale, width: int, height: int) -> Layout:
    """Choose one layout for all skills, so that the page does not jump from skill to skill: the airiest that fits."""
    names = min(_WIDEST_NAME, max(cells(safe(level.name, 40)) for level in scale.levels) + 2)
    for layout in (Layout(names, True), Layout(names, False), Layout(0, True)):
        if all(_estimate(skill, scale, layout, width) <= height for skill in skills):
            return layout
    return Layout(0, False)


def _estimate(skill: Skill, scale: Scale, layout: Layout, width: int) -> int:
    """How many lines a card takes, at most; words break lines a little early."""
    room = layout.text_width(width) - 4
    extra = [0 if layout.name_width else len(level.name) + 2 for level in scale.levels]
    lines = sum(ceil((len(anchor) + more) / room) for anchor, more in zip(skill.anchors, extra, strict=False))
    head = 3 + ceil(len(skill.definition) / max(10, width - 6))
    return lines + head + (len(skill.anchors) - 1 if layout.is_spaced else 0)


def page(card: Card, layout: Layout, width: int, glyphs: Glyphs) -> Page:
    """Lay a card out."""
    lines = list(_head(card, width, glyphs))
    places = []
    for level in card.scale.levels:
        if level.value and layout.is_spaced:
            lines.append(BLANK)
        rows = _level(card, level.value, layout, width, glyphs)
        places.append((len(lines), len(lines) + len(rows) - 1))
        lines += rows
    return Page(tuple(lines), tuple(places))


def _head(card: Card, width: int, glyphs: Glyphs) -> Iterable[Content]:
    area, number = prose(card.area.title), f"{card.place[0]} of {card.place[1]}"
    overall = card.round or f"skill {card.overall[0]} of {card.overall[1]}"
    left = Content.styled(f" {area} {glyphs.dot} {number}", "$text-muted")
    yield spread(left, Content.styled(f"{overall} ", "$text-muted"), width)
    name = Content.styled(f" {prose(card.skill.name)}", "bold $text-primary")
    yield spread(name, Content.assemble(_state(card, glyphs), " "), width)
    for line in Content(prose(card.skill.definition)).wrap(max(10, width - 2)) if card.skill.definition else ():
        yield Content.assemble(" ", line)
    yield BLANK


def _state(card: Card, glyphs: Glyphs) -> Content:
    state = _answer(card, glyphs)
    if card.answer.again:
        return Content.assemble(state, Content.styled(f"  {glyphs.warning} rate it again", "$text-warning"))
    again = Content.styled(f"  {glyphs.warning} changed, look again", "$text-warning") if card.is_reworded else BLANK
    return Content.assemble(state, again)


def _answer(card: Card, glyphs: Glyphs) -> Content:
    answer = card.answer
    if answer.level is not None:
        name = prose(card.scale.name(answer.level)) if answer.level <= card.scale.top else "?"
        return Content.styled(f"  {glyphs.chosen} {answer.level} {name}", "bold $text-success")
    if answer.na is not None:
        reason = f": {cut(prose(answer.na), 30, glyphs)}" if answer.na else ""
        return Content.styled(f"  {glyphs.aside} not applicable{reason}", "$text-warning")
    return Content.styled(f"  {glyphs.empty} open", "$text-muted")


def _level(card: Card, level: int, layout: Layout, width: int, glyphs: Glyphs) -> list[Content]:
    name, anchor = prose(card.scale.name(level)), prose(card.skill.anchors[level])
    is_chosen, is_cursor = card.answer.level == level, card.cursor == level
    mark = glyphs.chosen if is_chosen else " "
    pointer = glyphs.cursor if is_cursor else " "
    style = "bold $text-success" if is_chosen and not is_cursor else "bold"  # the ground of the cursor may be any
    target = _target(card, level, glyphs, "bold" if is_cursor else "bold $text-accent")
    room = layout.text_width(width)
    if layout.name_width:
        label = Content.styled(cut(name, layout.name_width - 1, glyphs), style)
        label = label.pad_right(layout.name_width - label.cell_length)
        body = Content.assemble(target, anchor).wrap(room)
    else:
        label = BLANK
        body = Content.assemble((name, style), "  ", target, anchor).wrap(room)
    first = Content.assemble(pointer, (mark, style), " ", (f"{level} ", style), label, body[0])
    indent = " " * (_MARK + 2 + layout.name_width)
    lines = [first, *(Content.assemble(indent, line) for line in body[1:])]
    return [_lit(line, width, card.is_active) for line in lines] if is_cursor else lines


def _target(card: Card, level: int, glyphs: Glyphs, style: str) -> Content:
    """What the target asks of this level, in a mark and a word."""
    if card.required == level:
        must = f", {glyphs.must} must-have" if card.floor == level else ""
        return Content.styled(f"{glyphs.target} target{must}  ", style)
    if card.required is not None and card.floor == level and level:
        return Content.styled(f"{glyphs.must} must-have  ", style)
    return BLANK


def _lit(line: Content, width: int, is_active: bool) -> Content:
    """A line of the highlighted level."""
    style = "$block-cursor-foreground on $block-cursor-background" if is_active else "on $boost"
    return line.pad_right(max(0, width - line.cell_length)).stylize_before(style)
