"""Evidence as a person gives it: what the kinds mean, and what a piece needs."""

from __future__ import annotations

from skillgap.core.rubric import Scale

MEANING = {
    "described": "described in words",
    "linked": "linked: someone can look at it",
    "reviewed": "reviewed by someone else",
}


def piece_problem(scale: Scale, where: str, note: str, level: str) -> str:
    """Say what is wrong with a piece of evidence, its level as it was typed; empty when nothing is."""
    if not where and not note:
        return "Write a link, or a few words."
    if level and not (level.isascii() and level.isdigit() and len(level) <= 2 and int(level) <= scale.top):
        return f"The level is a number from 0 to {scale.top}; leave it empty for the rated one."
    return ""
