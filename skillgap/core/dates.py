"""Dates as people type them, and which of them a plan or an answer can take."""

from __future__ import annotations

import re
from datetime import date

_MONTH = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_YEAR = re.compile(r"\d{4}")
_MOST_YEARS = 20
"""How far ahead a plan may begin or end."""


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


def use_problem(text: str, today: date) -> str:
    """Say what is wrong with a day that is over, such as that of a last use; empty when nothing is."""
    try:
        day_of(text, today)
    except ValueError as error:
        return str(error)
    return ""


def deadline_problem(today: date, start: date, day: date | None) -> str:
    """Say what is wrong with the deadline of a plan; empty when nothing is, also for none."""
    if day is None:
        return ""
    if day <= start:
        return f"the deadline {day} is not after the start {start}"
    if day < today:
        return f"the deadline {day} is over; today is {today}"
    return f"the deadline {day} is too far away to plan for" if day.year > start.year + _MOST_YEARS else ""


def typed_deadline_problem(today: date, start: date, text: str) -> str:
    """Say what is wrong with a deadline as it was typed; empty when nothing is, also for no text."""
    day = iso_day(text)
    if day is None and text:
        return f'"{text}" is not a date; write it as {start.year + 1}-05-31'
    return deadline_problem(today, start, day)


def start_problem(today: date, deadline: date | None, text: str) -> str:
    """Say what is wrong with the first day of a plan; empty when nothing is, also for no date."""
    day = iso_day(text)
    if day is None:
        return f'"{text}" is not a date; write it as {today.year + 1}-01-31' if text else ""
    if day < today:
        return f"{day} is over; today is {today}"
    if deadline and day >= deadline:
        return f"{day} is not before the deadline, {deadline}"
    return f"{day} is too far away to plan for" if day.year > today.year + _MOST_YEARS else ""


def iso_day(text: str) -> date | None:
    """Read an ISO date; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
