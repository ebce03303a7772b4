"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

_MONTH = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEAR = re.compile(r"\d{4}")


def day_of(text: str, today: date) -> date | None:
    """Read `2026-09-30`, `2026-09`, `2026` or `today`; an empty text is no date.

    A month or year stands for its first day. Raises ValueError, with words for the person.
    """
    text = text.strip().lower()
    if not text:
        return None
    if text in ("today", "now"):
        return today
    if _YEAR.fullmatch(text):
        text = f"{text}-01"
    match = _MONTH.fullmatch(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError("write a date as 2026-09-30, 2026-09 or 2026")
    if day > today:
        raise ValueError(f"{day} is still to come")
    return day
