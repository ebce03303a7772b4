"""How the score of one skill came about: every answer and rule behind its number, in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from skillgap.core.scoring import Rules, Score, SkillScore, attainment

CUT_OFFS = (Rules().close, Rules().meets)
"""Readiness at which the verdict changes."""


def trace(score: Score, skill: str) -> tuple[str, ...]:
    """Explain what one skill costs, in sentences with exact arithmetic.

    The last line holds the loss as every screen shows it, see `points_text`. Losses of all rated skills sum to
    100 minus the readiness. Raises KeyError for a skill that the profile does not ask.
    """
    row = score.row_by_skill[skill]
    if row.state == "rated":
        return tuple(_rated(score, row))
    return tuple(_unanswered(score, row) if row.state == "unanswered" else _set_aside(row))


def points_text(points: Fraction | float) -> str:
    """Give points of readiness, 0 to 100, as they are shown: rounded as in a report, then to one decimal."""
    return f"{hundredths(points):.1f}"


def readiness_text(readiness: Fraction | float) -> str:
    """Give a readiness, 0 to 100, with one decimal as every place shows it; never rounded up to a cut-off."""
    return f"{float(figure(readiness, *CUT_OFFS, tenths=True)):.1f}"


def coverage_text(coverage: float) -> str:
    """Give the answered share of the weight, 0 to 100, as every place shows it; never rounded up to a verdict."""
    return figure(coverage, 100 * Rules().coverage, tenths=True)


def figure(points: Fraction | float, *limits: Fraction, tenths: bool = False) -> str:
    """Give points, 0 to 100, without decimals or with one; never rounded up onto a limit that they are under.

    They are rounded as in a report first, so that one text results from the exact number and from the report's.
    """
    kept = hundredths(points, *limits)
    whole = float(f"{kept:.0f}")
    if not tenths and not any(kept < limit <= whole for limit in limits):
        return f"{whole:g}"
    return f"{_kept_under(kept, float(f'{kept:.1f}'), 10, limits):g}"


def percent_text(number: Fraction, *limits: Fraction) -> str:
    """Give a percentage with one decimal; never rounded up onto a limit that it is under."""
    return f"{figure(number, *limits, tenths=True)} %"


def hundredths(points: Fraction | float, *limits: Fraction) -> float:
    """Give points, 0 to 100, as a report holds them: two decimals; those under a limit stay under it."""
    return _kept_under(points, float(round(Fraction(points), 2)), 100, limits)


def _kept_under(points: Fraction | float, rounded: float, parts: int, limits: tuple[Fraction, ...]) -> float:
    if any(points < limit <= rounded for limit in limits):
        return floor(Fraction(str(points) if isinstance(points, float) else points) * parts) / parts
    return rounded


def number_text(number: Fraction) -> str:
    """Give an exact number: as a decimal when it has a short one, else as a fraction."""
    thousandths = number * 1000
    if thousandths.denominator == 1:
        return f"{float(number):.3f}".rstrip("0").rstrip(".")
    return f"{number.numerator}/{number.denominator}"


def _rated(score: Score, row: SkillScore) -> Iterator[str]:
    need, level = row.requirement, row.level or 0
    share = attainment(need, level)
    yield f"You rated level {level}; the profile asks for level {need.required}."
    yield f"Covered share: {_quotient(min(level, need.required), need.required, share)}.{_surplus(row)}"
    yield from _must_have(row)
    yield f"Weight of this skill: {number_text(need.weight)}."
    weight = _weight(score, "rated")
    count = score.count("rated")
    yield f"Weight of {f'all {count} rated skills' if count > 1 else 'the one rated skill'}: {number_text(weight)}."
    yield from _left_aside(score)
    missing = 1 - share
    yield (
        f"Loss: 100 × weight {number_text(need.weight)} × missing share {number_text(missing)}"
        f" / all weights {number_text(weight)} = {number_text(row.loss or Fraction(0))}"
    )
    yield f"{points_text(row.loss or Fraction(0))} points of readiness"


def _unanswered(score: Score, row: SkillScore) -> Iterator[str]:
    need = row.requirement
    whole = _weight(score, "rated") + _weight(score, "unanswered")
    yield f"Not rated yet; the profile asks for level {need.required}."
    yield from _must_have(row)
    yield "An unanswered skill is no zero: it stays out of readiness and lowers the coverage instead."
    yield (
        f"Weight {number_text(need.weight)} of {number_text(whole)}: rating it adds"
        f" {points_text(100 * need.weight / whole)} % coverage"
    )
    yield "It costs nothing so far"


def _set_aside(row: SkillScore) -> Iterator[str]:
    yield f"Put aside as not applicable; the profile asks for level {row.requirement.required}."
    if row.is_must_have:
        yield "It is a must-have: the report says at its top that it was put aside."
    yield f"Its weight of {number_text(row.requirement.weight)} leaves the profile: no gain, no loss"


def _must_have(row: SkillScore) -> Iterator[str]:
    if not row.is_must_have:
        return
    floor = row.requirement.floor
    if row.level is None:
        yield f"Must-have with a floor of {floor}: counted as not met until it is rated."
    elif row.is_blocker:
        yield f"Must-have with a floor of {floor}: level {row.level} is below it, and nothing else makes up for that."
    else:
        yield f"Must-have with a floor of {floor}: met."


def _left_aside(score: Score) -> Iterator[str]:
    for state, words in (("unanswered", "unanswered"), ("not-applicable", "not applicable")):
        if count := sum(row.state == state for row in score.skills):
            yield f"{count} {words}, with a weight of {number_text(_weight(score, state))}: not in these sums."


def _surplus(row: SkillScore) -> str:
    return " Levels above the requirement do not count more." if row.surplus else ""


def _quotient(part: int, whole: int, share: Fraction) -> str:
    text = number_text(share)
    return f"{part}/{whole}" if text == f"{part}/{whole}" else f"{part}/{whole} = {text}"


def _weight(score: Score, state: str) -> Fraction:
    return sum((row.requirement.weight for row in score.skills if row.state == state), Fraction(0))
