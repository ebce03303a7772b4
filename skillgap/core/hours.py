"""The hours a week that can be planned: one rule for the command line, the settings and the app."""

from __future__ import annotations

LEAST_HOURS, MOST_HOURS = 0.5, 100.0
MOST_SPENT = 10_000
"""Hours on one step."""


def can_be_planned(hours: float) -> bool:
    """Whether a plan can be made from so many hours a week; not a number cannot."""
    return LEAST_HOURS <= hours <= MOST_HOURS


def refusal(hours: float) -> str:
    """Say what is wrong with hours that cannot be planned."""
    return f"{hours:g} hours a week cannot be planned"


def remedy() -> str:
    """Say what can be planned."""
    return f"write {LEAST_HOURS:g} to {MOST_HOURS:g}"
