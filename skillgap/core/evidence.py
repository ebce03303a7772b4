"""Evidence as a person gives it: what the kinds mean, and what a piece needs."""

from __future__ import annotations

from datetime import date

from skillgap.core.dates import use_problem
from skillgap.core.rubric import Scale
from skillgap.core.text import controls, shown

MEANING = {
    "described": "described in words",
    "linked": "linked: someone can look at it",
    "reviewed": "reviewed by someone else",
}


def piece_problem(scale: Scale, where: str, note: str, level: str, day: str, today: date) -> str:
    """Say what is wrong with a piece of evidence, its level and day as they were typed; empty when nothing is."""
    if not where and not note:
        return "Write a link, or a few words."
    if found := controls(where):
        return f"A link or path cannot hold {shown(found[0])}."
    if level and not (level.isascii() and level.isdigit() and len(level) <= 2 and int(level) <= scale.top):
        return f"The level is a number from 0 to {scale.top}; leave it empty for the rated one."
    wrong = use_problem(day, today)
    return f"{wrong[0].upper()}{wrong[1:]}." if wrong else ""
