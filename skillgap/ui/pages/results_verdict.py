"""The head of Results: the verdict, readiness with its range, what it is based on, must-haves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from textual.content import Content

from skillgap.core.reading import made_of
from skillgap.core.report import Report, SkillRow, VerdictWord
from skillgap.core.scoring import Score, fewest_to_verdict
from skillgap.core.trace import coverage_text, figure, readiness_text
from skillgap.ui.actions.common import RATE, TARGET
from skillgap.ui.actions.results import UNRATED
from skillgap.ui.pages.room import Room, call
from skillgap.ui.text import Glyphs, cut, prose, spread, wrapped

_HEADLINES = {
    "meets": "Meets the {} profile",
    "close": "Close to {}",
    "not-yet": "Not yet {}",
    "withheld": "Verdict withheld",
    "no-profile": "{} asks nothing",
}
_NOTHING = "No verdict"
COLOURS = {"meets": "success", "close": "warning", "not-yet": "error"}
_Band = tuple[float, float]
LABEL = 12
"""Cells for the words before a line."""
_INDENT = 2
"""Cells beside the words of the banner."""
_WIDEST_BAR = 80
_TIGHT, _TALL = 24, 36
"""Rows of a screen below which the head says less, and from which it spreads."""


def mark_of(outcome: VerdictWord, glyphs: Glyphs) -> str:
    """Give the glyph of a verdict."""
    return {"meets": glyphs.done, "close": glyphs.partly, "not-yet": glyphs.empty}.get(outcome, glyphs.aside)


def verdict_page(
    report: Report, score: Score, room: Room, *, following: Content | None = None, is_brief: bool = False
) -> list[Content]:
    """Give the lines of the head; a brief one has verdict and readiness alone. `following` says what to do next."""
    lines = [*_headline(report, room, is_brief=is_brief)]
    if report.summary.readiness is None:
        return [*lines, Content(""), *_nothing_yet(report, room)]
    if is_brief:
        return [*lines, *_readiness(report, score, replace(room, height=0))]
    space = [] if _is_tight(room) else [Content("")]
    lines += [*space, *_readiness(report, score, room), *_must_haves(report, room)]
    return [*lines, *_next(report, score, following, room), *_basis(report, room)]


def has_next(report: Report) -> bool:
    """Whether the plan says what comes next: with too few answers for a verdict, more answers come next."""
    summary = report.summary
    return summary.readiness is not None and summary.verdict != "withheld" and any(row.gap for row in report.skills)


def _next(report: Report, score: Score, following: Content | None, room: Room) -> Iterator[Content]:
    summary = report.summary
    if summary.verdict == "withheld" and summary.unanswered:
        few = fewest_to_verdict(score)
        skills = f"{few} weightiest open skills" if few > 1 else "weightiest open skill"
        where = call(UNRATED, UNRATED.label, room.key_of)
        yield from _entry("Next", Content.assemble(f"Rate the {skills} for a verdict: ", where), room)
    elif following is not None and has_next(report) and not _is_tight(room):
        yield from _entry("Next", following, room)


def _is_tight(room: Room) -> bool:
    """Whether every line counts."""
    return room.height < _TIGHT


def _headline(report: Report, room: Room, *, is_brief: bool = False) -> Iterator[Content]:
    """The verdict, as the largest thing on the screen, and the reasons; a brief one is one line."""
    summary = report.summary
    words = _HEADLINES[summary.verdict].format(prose(report.target.grade_title))
    if summary.verdict == "withheld" and summary.readiness is None:
        words = _NOTHING
    reasons = prose(summary.verdict_text).removeprefix(words).lstrip(",:. ")
    reasons = reasons[:1].upper() + reasons[1:]
    colour = COLOURS.get(summary.verdict, "primary")
    mark = mark_of(summary.verdict, room.glyphs)
    title = Content.styled(f"{mark}  {cut(words, room.width - 8, room.glyphs)}", "bold")
    inner = room.width - 2 * _INDENT
    beside = Content.assemble(title, f"   {reasons}")
    if beside.cell_length <= inner or _is_tight(room):
        lines = wrapped(beside, inner)
    else:
        lines = [title, *wrapped(Content(reasons), inner - 3)] if reasons else [title]
        lines = [lines[0], *(Content.assemble("   ", line) for line in lines[1:])]
    if is_brief:
        met = f"{room.glyphs.must} {summary.must_haves_met} of {summary.must_haves} must-haves met"
        lines = [spread(title, Content(met if summary.must_haves else ""), inner)]
    elif room.height >= _TALL:
        lines = [Content(""), *lines, Content("")]
    for line in lines:
        banner = Content.assemble(" " * _INDENT, line)
        filled = banner.pad_right(max(0, room.width - banner.cell_length))
        yield filled.stylize_before(f"$text-{colour} on ${colour}-muted")


def _nothing_yet(report: Report, room: Room) -> Iterator[Content]:
    text = "Results grow with your answers: rate a few skills and the first picture stands here, with its range."
    if not report.summary.unanswered:
        text = "There is nothing to measure: rate what does apply to you, or choose another role or grade."
    yield from Content(text).wrap(room.width)
    yield Content("")
    yield call(RATE, "Rate your skills", room.key_of)
    yield call(TARGET, "Choose another role or grade", room.key_of)


def _label(words: str) -> Content:
    return Content.styled(f"{words:<{LABEL}}", "$text-muted")


def _readiness(report: Report, score: Score, room: Room) -> Iterator[Content]:
    """The headline with its bar; what the model or the ratings alone come to, beside it."""
    summary, model = report.summary, report.estimate
    low, high = score.band or (Fraction(0), Fraction(0))
    alone = float(score.readiness or 0), (float(low), float(high))
    if report.mode == "calibrated" and summary.band:
        yield _measured(float(summary.readiness or 0), summary.band, "four times in five", score, room)
        yield from _entry("Ratings", Content(f"{_with_band(*alone)} by your ratings alone"), room)
        return
    yield _measured(*alone, "with every rating one level off", score, room)
    if model:
        text = f"{_with_band(model.readiness, (model.low, model.high))} {made_of(model)}"
        yield from _entry("Estimate", Content(text), room)


def _with_band(value: float, band: _Band) -> str:
    return f"{readiness_text(value)} % ({figure(band[0])} to {figure(band[1])})"


def _measured(value: float, band: _Band, why: str, score: Score, room: Room) -> Content:
    """Bar, number and band; why it is a band where there is room for the words."""
    number, _, edges = _with_band(value, band).partition(" (")
    told = f"  ({edges[:-1]} {why})"
    is_told = room.width >= LABEL + len(number) + len(told) + 50
    tail = Content.assemble((f"  {number}", "bold"), told if is_told else f"  ({edges}")
    if room.width >= LABEL + tail.cell_length + 30:
        tail = Content.assemble(tail, (f"  {int(score.rules.meets)} asked", "$text-muted"))
    width = max(8, min(_WIDEST_BAR, room.width - LABEL - tail.cell_length))
    return Content.assemble(_label("Readiness"), _range_bar(value, band, score.rules.meets, width, room.glyphs), tail)


def _range_bar(value: float, band: _Band, goal: Fraction, width: int, glyphs: Glyphs) -> Content:
    """Draw readiness with its band, and a tick where the profile is met."""
    low, here, high = (round(points * width / 100) for points in (band[0], value, band[1]))
    tick = min(round(goal * width / 100), width - 1)
    pieces = []
    for cell in range(width):
        if cell == tick:
            pieces.append((glyphs.tick, "bold $text-accent"))
        elif cell < here:
            pieces.append((glyphs.bar if cell < low else glyphs.likely, "$primary"))
        elif cell < high:
            pieces.append((glyphs.perhaps, "$primary"))
        else:
            pieces.append((glyphs.bar_rest, "$bar-rest"))
    return Content.assemble(*pieces)


def _basis(report: Report, room: Room) -> Iterable[Content]:
    """What the number is based on, and how it may still move."""
    summary = report.summary
    aside = summary.not_applicable
    words = "n/a" if _is_tight(room) else "not applicable"
    text = f"{summary.rated} of {summary.skills} skills" + (f", {aside} {words}" if aside else "")
    text += f"; {coverage_text(summary.coverage)} % of the weight"
    if summary.unanswered and summary.span and report.mode == "plain":
        low, high = summary.span
        still = f"{summary.unanswered} open" if summary.unanswered > 1 else "open one"
        text += f". The {still} can move it from {figure(low)} to {figure(high)} %"
    yield from _entry("Based on", Content(text), room)


def _must_haves(report: Report, room: Room) -> Iterable[Content]:
    summary, glyphs = report.summary, room.glyphs
    if not summary.must_haves:
        return ()
    rows = [row for row in report.skills if row.floor]
    below = [row for row in rows if row.blocks]
    unrated = [row for row in rows if row.state == "unanswered"]
    style = "$text-success" if summary.must_haves_met == summary.must_haves else "$text-error"
    by = " by your ratings" if report.mode == "calibrated" else ""
    parts = [Content.styled(f"{glyphs.must} {summary.must_haves_met} of {summary.must_haves} met{by}", f"bold {style}")]
    if below:
        names = ", ".join(f"{prose(row.name)} {_short(row, glyphs)}" for row in _worst(below))
        parts.append(Content.assemble("below: ", names))
    if unrated:
        parts.append(Content.assemble("not rated: ", ", ".join(prose(row.name) for row in unrated)))
    lines = list(_entry("Must-haves", Content("; ").join(parts), room))
    if _is_tight(room) and len(lines) > 1:
        return [lines[0].truncate(room.width - 1).rstrip() + glyphs.ellipsis]
    return lines


def _worst(rows: Iterable[SkillRow]) -> list[SkillRow]:
    return sorted(rows, key=lambda row: row.priority)


def _short(row: SkillRow, glyphs: Glyphs) -> str:
    return f"{row.level}{glyphs.right}{row.floor}"


def _entry(label: str, text: Content, room: Room) -> Iterator[Content]:
    """A label with text beside it, on as many lines as it takes."""
    first, *rest = wrapped(text, max(10, room.width - LABEL)) or [Content("")]
    yield Content.assemble(_label(label), first)
    yield from (Content.assemble(" " * LABEL, line) for line in rest)
