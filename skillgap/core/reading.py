"""How a person reads a report: gaps in the order that is wanted, and what is to be known beside the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from skillgap.core.names import counted
from skillgap.core.reassessing import shift_text, then_text
from skillgap.core.report import EstimateSummary, LeverRow, Report, SkillRow
from skillgap.core.rubric import Pack
from skillgap.core.scoring import State
from skillgap.core.steps import hours_of
from skillgap.core.trace import figure

SORTS = ("loss", "weight", "hours", "area")
SORTED = {
    "loss": "the costliest first",
    "weight": "the weightiest first",
    "hours": "the quickest first",
    "area": "by area",
}


def sorted_gaps(report: Report, order: str, *, must_haves: bool = False, words: str = "") -> tuple[SkillRow, ...]:
    """Give the gaps in an order; only those of must-haves, or with all of some words, when asked."""
    places = {area.id: place for place, area in enumerate(report.areas)}
    by: dict[str, Callable[[SkillRow], tuple[float, ...]]] = {
        "loss": lambda row: (row.priority,),
        "weight": lambda row: (-row.weight, row.priority),
        "hours": lambda row: (row.hours, row.priority),
        "area": lambda row: (places.get(row.area, 0), row.priority),
    }
    titles = {area.id: area.title for area in report.areas}
    kept = [row for row in report.gaps if (row.floor or not must_haves) and _has_words(row, titles, words)]
    return tuple(sorted(kept, key=by[order]))


def unrated(report: Report, state: State) -> tuple[SkillRow, ...]:
    """Give the skills that are unanswered, or not applicable, the weightiest first."""
    return tuple(sorted((row for row in report.skills if row.state == state), key=lambda row: -row.weight))


def way_there(pack: Pack, row: SkillRow) -> tuple[tuple[int, float, float], ...]:
    """Give each level on the way to the target, with its typical hours and the points of readiness that it brings."""
    if not row.gap or row.level is None:
        return ()
    each = row.loss / row.gap
    return tuple((to, hours_of(pack, row.id, to), each) for to in range(row.level + 1, row.target + 1))


def _has_words(row: SkillRow, titles: dict[str, str], words: str) -> bool:
    """Whether every one of some words stands in the name, the area or the reason of a gap."""
    text = f"{row.name} {titles.get(row.area, '')} {row.why}".casefold()
    return all(word in text for word in words.casefold().split())


def note_blocks(report: Report) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give notes, what the checks speak against, how to read the numbers, and advice, each with its title."""
    compared = () if report.then is None else (then_text(report.then), *map(shift_text, report.shifts))
    blocks = (
        ("Notes", report.notes),
        ("Ratings that the checks speak against", tuple(row.note for row in report.contrasts)),
        ("What would change the estimate most", tuple(map(_lever, report.levers))),
        ("Then and now", compared),
        ("How to read it", tuple(_reading(report))),
        ("The market", report.advice),
        ("Answers that match no skill; they are kept", report.unmatched),
    )
    return tuple((title, texts) for title, texts in blocks if texts)


def inferred_text(row: SkillRow) -> str:
    """Say the inferred level of an unanswered skill with its range; empty for any other."""
    if row.inferred is None or row.inferred_range is None:
        return ""
    low, high = row.inferred_range
    return f"inferred about {row.inferred:.1f} ({low} to {high})" if low < high else f"inferred {low}"


def made_of(model: EstimateSummary) -> str:
    """Say what the model's estimate is made of."""
    checks = f"{counted(model.checks, 'check')} and " if model.checks else ""
    inferred = f", {model.inferred} skills inferred" if model.inferred > 1 else ", 1 skill inferred"
    return f"by {checks}your ratings{inferred if model.inferred else ''}"


def _lever(row: LeverRow) -> str:
    what = {"check": "a check", "evidence": "something to show", "rating": "a rating"}[row.what]
    return f"{row.name}: {what} puts readiness anywhere from {figure(row.lowest)} to {figure(row.highest)} %"


def _reading(report: Report) -> Iterator[str]:
    yield (
        "Readiness is the weighted share of what the profile asks that your ratings cover, skill by skill. Strength in"
        " one skill does not make up for another, and it is never a chance of getting the job."
    )
    if report.mode == "calibrated":
        yield "Its range is where the model sees it four times in five, from ratings, evidence and checks together."
    else:
        yield "Its range is what it would be with every rating one level lower, and one level higher."
    yield f"{report.rubric_title}: {report.rubric.id} {report.rubric.version}, {report.date}."
