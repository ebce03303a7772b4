"""What readiness is made of, step by step, and what it does not know: the part of "how sure is this?" in a report."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from skillgap.core.belief.assumptions import DEFAULTS
from skillgap.core.report_rows import FactorRow
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Score
from skillgap.core.standing import sensitivity
from skillgap.core.trace import CUT_OFFS, figure, hundredths, readiness_text

MODES = {
    "plain": "Your ratings, taken at their word.",
    "calibrated": "Your ratings, weighed with what you showed and the checks you answered.",
    "inferred": "Inferred from your other answers; it is no answer of yours, and nothing of it is stored.",
}
"""How a number was made."""
_NAMED = 5
"""Gaps that are named one by one."""


def plain_factors(pack: Pack, score: Score) -> tuple[FactorRow, ...]:
    """Give what the plain readiness is made of; the last row holds it. Empty when nothing is rated.

    What is rated starts at 100 and each gap takes its loss away, the costliest first.
    """
    if score.readiness is None:
        return ()
    left = Fraction(100)
    count = score.count("rated")
    rated = f"{count} rated skills, if each were" if count > 1 else "The rated skill, if it were"
    rows = [_row(f"{rated} at what the profile asks", left)]
    for gap in score.gaps[:_NAMED]:
        left -= gap.loss or 0
        name, off = pack.skill_by_id[gap.skill].name, figure(gap.loss or 0, tenths=True)
        rows.append(_row(f"{name}, level {gap.level} of {gap.requirement.required}: {off} off", left))
    if others := score.gaps[_NAMED:]:
        rest = sum((gap.loss or Fraction(0) for gap in others), Fraction(0))
        what = f"{len(others)} further gaps" if len(others) > 1 else "One further gap"
        rows.append(_row(f"{what}: {figure(rest, tenths=True)} off", left - rest))
    return tuple(rows)


def plain_doubts(score: Score, checks: int) -> tuple[str, ...]:
    """Say what the plain readiness does not know; `checks` about skills of the profile are answered."""
    return tuple(_plain_doubts(score, checks))


def weight_doubt(score: Score) -> Iterator[str]:
    """Say what other weights would do to the readiness of the ratings."""
    if (ends := sensitivity(score)) is not None and round(ends[0], 1) != round(ends[1], 1):
        low, high = (readiness_text(end) for end in ends)
        yield f"Whether the weights are right: were each off by up to a quarter, the ratings gave {low} to {high} %."


def _plain_doubts(score: Score, checks: int) -> Iterator[str]:
    if score.band is None:
        return
    low, high = (readiness_text(end) for end in score.band)
    yield (
        "Whether the ratings are right: self-ratings agree only loosely with what people can do. Every one a level"
        f" lower or higher would make it {low} or {high} %."
    )
    if (still := score.count("unanswered")) and score.span is not None:
        low, high = (readiness_text(end) for end in score.span)
        skills, them = (f"The {still} skills that are", "them") if still > 1 else ("The skill that is", "it")
        yield f"{skills} not rated: with {them} readiness lies between {low} and {high} %."
    yield from weight_doubt(score)
    answered = f"{checks} {'checks are' if checks > 1 else 'check is'} answered" if checks else "no check is answered"
    headline = f"from {DEFAULTS.headline_checks} on, an estimate that uses them becomes the headline"
    yield f"What you can show: {answered}; {headline}."


def _row(words: str, readiness: Fraction) -> FactorRow:
    return FactorRow(words=words, readiness=hundredths(readiness, *CUT_OFFS))
