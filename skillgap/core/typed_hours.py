"""Hours a week, their weekdays and the pace, as a person types them into one line."""

from __future__ import annotations

from dataclasses import replace

from skillgap.core.feasible import budget_flaws
from skillgap.core.plan import Budget

EXAMPLE = "8, or 2,0,2,0,0,4,0 for Monday to Sunday"
_SHOWN = 40
"""Characters of what was typed that a refusal names."""


def with_typed_hours(budget: Budget, text: str) -> Budget:
    """Take `8` hours a week on whatever days, or `2,0,2,0,0,4,0` on Monday to Sunday; `4,5` is 4.5.

    Raises ValueError, with words for the person.
    """
    parts = text.split(",")
    is_decimal = len(parts) == 2  # a comma for a point
    numbers = _numbers([".".join(parts)] if is_decimal else parts, text)
    return _sound(replace(budget, hours_per_week=sum(numbers), weekdays=numbers if len(numbers) > 1 else ()))


def hours_text(budget: Budget) -> str:
    """Give the line that stands for the hours of a budget; those of weekdays are rounded to hundredths."""
    whole = sum(budget.weekdays)
    if not whole:
        return f"{budget.hours_per_week:g}"
    return ",".join(f"{round(budget.hours_per_week * share / whole, 2):g}" for share in budget.weekdays)


def with_typed_pace(budget: Budget, text: str) -> Budget:
    """Take `1.2` hours for each typical hour; nothing: the pace is learned from what is done.

    Raises ValueError, with words for the person.
    """
    return _sound(replace(budget, pace=_numbers([text.replace(",", ".")], text)[0] if text else None))


def _numbers(parts: list[str], text: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in parts)
    except ValueError:
        raise ValueError(f'"{text[:_SHOWN]}" is no number of hours; write {EXAMPLE}') from None


def _sound(budget: Budget) -> Budget:
    for flaw in budget_flaws(budget):
        raise ValueError(f"{flaw.what}; {flaw.remedy}")
    return budget
