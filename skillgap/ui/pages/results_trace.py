"""How a number came about: the answer, every rule, and what would be true at the target."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from skillgap.core.assessment import Answer
from skillgap.core.reading import way_there
from skillgap.core.records import dataclass
from skillgap.core.report import Report, SkillRow
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Score
from skillgap.core.trace import points_text, trace
from skillgap.ui.pages.results_gaps import said_of
from skillgap.ui.pages.room import Room
from skillgap.ui.text import prose, wrapped

_LABEL = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """What a trace is made from."""

    pack: Pack
    score: Score
    report: Report
    answer: Answer

    @property
    def row(self) -> SkillRow:
        """The skill in the report."""
        return next(row for row in self.report.skills if row.id == self.answer.skill)


def trace_page(it: Traced, room: Room) -> list[Content]:
    """Give the lines of a trace."""
    row, skill = it.row, it.pack.skill_by_id[it.answer.skill]
    names = it.pack.scale.name
    lines = list(_prose(said_of(it.report, row) if row.gap else _area(it), room, "$text-muted"))
    lines += [Content(""), _title(f"How its {points_text(row.loss)} points came about" if row.gap else "Why")]
    lines += _numbered(trace(it.score, row.id), room)
    lines.append(Content(""))
    if row.level is not None and row.level <= it.pack.scale.top:
        lines += _part("Now", f"{row.level} {prose(names(row.level))}", room, "bold")
        lines += _part("", prose(skill.anchors[row.level]), room)
    lines += _part("Target", f"{row.target} {prose(names(row.target))}", room, "bold")
    lines += _part("", prose(skill.anchors[row.target]), room)
    lines += _steps(it, row, room)
    lines += _answer(it.answer, room)
    return lines


def _area(it: Traced) -> str:
    return prose(it.pack.area_by_id[it.row.area].title)


def _title(text: str) -> Content:
    return Content.styled(text, "bold $text-primary")


def _numbered(texts: tuple[str, ...], room: Room) -> Iterator[Content]:
    """The rules one by one; the last one is the number that stands in the table."""
    for number, text in enumerate(texts, 1):
        is_last = number == len(texts)
        mark = f"  {room.glyphs.right} " if is_last else f"{number:>2}. "
        first, *rest = wrapped(Content(text), max(10, room.width - 4))
        yield Content.assemble((mark, "$text-muted"), first.stylize("bold") if is_last else first)
        yield from (Content.assemble("    ", line) for line in rest)


def _prose(text: str, room: Room, style: str = "") -> Iterator[Content]:
    for line in wrapped(Content(text[:1].upper() + text[1:]), room.width):
        yield line.stylize(style) if style else line


def _part(label: str, text: str, room: Room, style: str = "") -> Iterator[Content]:
    for number, line in enumerate(wrapped(Content(text), max(10, room.width - _LABEL))):
        name = label if not number else ""
        yield Content.assemble((f"{name:<{_LABEL}}", "$text-muted"), line.stylize(style) if style else line)


def _steps(it: Traced, row: SkillRow, room: Room) -> Iterator[Content]:
    """What each level on the way takes and brings."""
    levels = way_there(it.pack, row)
    if not levels:
        return
    yield Content("")
    yield _title("The way there")
    for to, hours, points in levels:
        name = prose(it.pack.scale.name(to))
        text = f"typically {hours:g} hours, {points_text(points)} points"
        yield Content.assemble(f"  {to - 1}{room.glyphs.right}{to}  ", (f"{name:<14}", "bold"), (text, "$text-muted"))


def _answer(answer: Answer, room: Room) -> list[Content]:
    """What else was said of the skill; nothing of it changes this number."""
    parts = [
        ("Sure?", answer.confidence or ""),
        ("Last used", f"{answer.last_used or ''}"),
        *(("Evidence", f"{proof.kind}: {prose(proof.where or proof.note)}") for proof in answer.evidence),
        ("Not for you", prose(answer.na or "no reason given") if answer.na is not None else ""),
        ("Note", prose(answer.note)),
    ]
    said = [line for label, text in parts if text for line in _part(label, text, room)]
    return [Content(""), _title("Your answer"), *said] if said else []
