"""Days off and other stretches with hours of their own, as a person types them into one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from skillgap.core.plan import Period

EXAMPLE = "2026-12-21..2027-01-03, 2027-02-01..2027-02-28=3"


def periods_of(text: str, before: Iterable[Period] = ()) -> tuple[Period, ...]:
    """Read `2026-12-21..2027-01-03, 2027-02-01..2027-02-28=3`: days off, and days with 3 hours a week.

    A note stays with a stretch of `before` that has the same days. Raises ValueError, with words for the person.
    """
    notes = {(old.starts, old.ends): old.note for old in before}
    found = [_period(part.strip()) for part in text.split(",") if part.strip()]
    return tuple(replace(new, note=notes.get((new.starts, new.ends), "")) for new in found)


def periods_text(periods: Iterable[Period]) -> str:
    """Give the line that reads back as these periods."""
    return ", ".join(
        f"{it.starts}..{it.ends}" + (f"={it.hours_per_week:g}" if it.hours_per_week else "") for it in periods
    )


def _period(text: str) -> Period:
    days, _, hours = text.partition("=")
    first, _, last = days.partition("..")
    try:
        starts = date.fromisoformat(first.strip())
        ends = date.fromisoformat(last.strip()) if last else starts
        return Period(starts=starts, ends=ends, hours_per_week=float(hours) if hours else 0)
    except ValueError:
        raise ValueError(f'"{text[:40]}" is no stretch of days; write it as 2026-12-21..2027-01-03') from None
