"""The head of Results: the verdict, readiness with its range, what it is based on, must-haves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from textual.content import Content
from textual.style import Style

from skillgap.core.report import Outcome, Report, SkillRow
from skillgap.core.scoring import Score
from skillgap.ui.actions import Action
from skillgap.ui.actions.common import RATE, TARGET
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.text import Glyphs, cut

HEADLINES = {
    "meets": "Meets the {} profile",
    "close": "Close to {}",
    "not-yet": "Not yet {}",
    "withheld": "Verdict withheld",
    "no-profile": "{} asks nothing",
}
COLOURS = {"meets": "success", "close": "warning", "not-yet": "error"}
LABEL = 12
"""Cells for the words before a line."""
WIDEST_BAR = 80
TIGHT = 24
"""Rows of a screen below which the head says less."""


def mark_of(outcome: Outcome, glyphs: Glyphs) -> str:
    """Give the glyph of a verdict."""
    return {"meets": glyphs.done, "close": glyphs.partly, "not-yet": glyphs.empty}.get(outcome, glyphs.aside)


def verdict_page(report: Report, score: Score, room: Room) -> list[Content]:
    """Give the lines of the head."""
    lines = [*_headline(report, room)]
    if report.summary.readiness is None:
        return [*lines, Content(""), *_nothing_yet(room)]
    space = [] if is_tight(room) else [Content("")]
    return [*lines, *space, _readiness(score, room), *_basis(report, score, room), *_must_haves(report, room)]


def is_tight(room: Room) -> bool:
    """Whether every line counts."""
    return room.height < TIGHT


def _headline(report: Report, room: Room) -> Iterator[Content]:
    """The verdict, as the largest thing on the screen, and the reasons."""
    summary = report.summary
    words = HEADLINES[summary.verdict].format(prose(report.target.grade_title))
    reasons = prose(summary.verdict_text).removeprefix(words).lstrip(":. ")
    colour = COLOURS.get(summary.verdict, "primary")
    ground = f"bold $text-{colour} on ${colour}-muted"
    title = f"  {mark_of(summary.verdict, room.glyphs)}  {cut(words, room.width - 8, room.glyphs)}  "
    pill = Content.styled(title, ground)
    beside = Content.assemble(pill, (f"  {reasons[:1].upper() + reasons[1:]}", "bold"))
    if beside.cell_length <= room.width:
        yield beside
        return
    yield pill
    for line in Content(reasons[:1].upper() + reasons[1:]).wrap(room.width) if reasons else ():
        yield line.stylize("bold")


def _nothing_yet(room: Room) -> Iterator[Content]:
    text = "Results grow with your answers: rate a few skills and the first picture stands here, with its range."
    yield from Content(text).wrap(room.width)
    yield Content("")
    yield call(RATE, "Rate your skills", room.key_of)
    yield call(TARGET, "Choose another role or grade", room.key_of)


def call(action: Action, words: str, key_of: Callable[[Action], str]) -> Content:
    """Say what a key does; a click does it too."""
    click = Style.from_meta({"@click": action.call if "." in action.call else f"screen.{action.call}"})
    return Content.assemble((f"{key_of(action)} ", "bold $text-accent"), words).stylize(click)


def _label(words: str) -> Content:
    return Content.styled(f"{words:<{LABEL}}", "$text-muted")


def _readiness(score: Score, room: Room) -> Content:
    value, (low, high) = float(score.readiness or 0), (float(edge) for edge in score.band or (0, 0))
    tail = Content.assemble((f" {value:3.0f} %", "bold"), f"  ({low:.0f} to {high:.0f})")
    if room.width >= LABEL + tail.cell_length + 30:
        tail = Content.assemble(tail, (f"  {int(score.rules.meets)} asked", "$text-muted"))
    width = max(8, min(WIDEST_BAR, room.width - LABEL - tail.cell_length))
    return Content.assemble(_label("Readiness"), range_bar(score, width, room.glyphs), tail)


def range_bar(score: Score, width: int, glyphs: Glyphs) -> Content:
    """Draw readiness with its band, and a tick where the profile is met."""
    value, (low, high) = score.readiness or Fraction(0), score.band or (Fraction(0), Fraction(0))
    at = {name: _cell(points, width) for name, points in (("low", low), ("value", value), ("high", high))}
    goal = min(_cell(score.rules.meets, width), width - 1)
    pieces = []
    for cell in range(width):
        if cell == goal:
            pieces.append((glyphs.tick, "bold $text-accent"))
        elif cell < at["value"]:
            pieces.append((glyphs.bar if cell < at["low"] else glyphs.likely, "$primary"))
        elif cell < at["high"]:
            pieces.append((glyphs.perhaps, "$primary"))
        else:
            pieces.append((glyphs.bar_rest, "$panel-lighten-1"))
    return Content.assemble(*pieces)


def _cell(points: Fraction, width: int) -> int:
    return round(points * width / 100)


def _basis(report: Report, score: Score, room: Room) -> Iterable[Content]:
    """What the number is based on, how it may still move, and what to do where there is no verdict."""
    summary = report.summary
    whole = summary.skills - summary.not_applicable
    text = f"{summary.rated} of {whole} skills, {summary.coverage:.0f} % of the weight"
    if summary.not_applicable and not is_tight(room):
        text += f"; {summary.not_applicable} not applicable"
    if summary.unanswered and summary.span:
        low, high = summary.span
        text += f". With the other {summary.unanswered} it lies between {low:.0f} and {high:.0f} %"
    yield from _entry("Based on", Content(text), room)
    if summary.verdict == "withheld" and summary.unanswered:
        few = fewest(score)
        todo = f"{few} more rating{'s' if few > 1 else ''} of the weightiest open skills bring a verdict:  "
        yield from _entry("To do", Content.assemble(todo, call(RATE, "Rate", room.key_of)), room)


def fewest(score: Score) -> int:
    """How many more ratings are needed at least before a verdict is given."""
    open_weights = sorted((s.requirement.weight for s in score.skills if s.state == "unanswered"), reverse=True)
    rated = sum((s.requirement.weight for s in score.skills if s.state == "rated"), Fraction(0))
    needed = score.rules.coverage * (rated + sum(open_weights, Fraction(0))) - rated
    count = 0
    while needed > 0 and count < len(open_weights):
        needed -= open_weights[count]
        count += 1
    return count


def _must_haves(report: Report, room: Room) -> Iterable[Content]:
    summary, glyphs = report.summary, room.glyphs
    if not summary.must_haves:
        return ()
    rows = [row for row in report.skills if row.floor]
    below = [row for row in rows if row.blocks]
    unrated = [row for row in rows if row.state == "unanswered"]
    style = "$text-success" if summary.must_haves_met == summary.must_haves else "$text-error"
    parts = [Content.styled(f"{glyphs.must} {summary.must_haves_met} of {summary.must_haves} met", f"bold {style}")]
    if below:
        names = ", ".join(f"{prose(row.name)} {_short(row, glyphs)}" for row in _worst(below))
        parts.append(Content.assemble("below: ", names))
    if unrated:
        parts.append(Content.assemble("not rated: ", ", ".join(prose(row.name) for row in unrated)))
    lines = list(_entry("Must-haves", Content("; ").join(parts), room))
    if is_tight(room) and len(lines) > 1:
        return [lines[0].truncate(room.width - 1).rstrip() + glyphs.ellipsis]
    return lines


def _worst(rows: Iterable[SkillRow]) -> list[SkillRow]:
    return sorted(rows, key=lambda row: (row.priority or len(row.id), row.id))


def _short(row: SkillRow, glyphs: Glyphs) -> str:
    return f"{row.level}{glyphs.right}{row.floor}"


def _entry(label: str, text: Content, room: Room) -> Iterator[Content]:
    """A label with text beside it, on as many lines as it takes."""
    first, *rest = text.wrap(max(10, room.width - LABEL)) or [Content("")]
    yield Content.assemble(_label(label), first)
    yield from (Content.assemble(" " * LABEL, line) for line in rest)
