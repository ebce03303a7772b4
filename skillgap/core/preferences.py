"""The settings as a person reads them, on a screen or line by line."""

from __future__ import annotations

from skillgap.core.hours import LEAST_HOURS, MOST_HOURS
from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A setting as a person reads it."""

    name: str
    """The key in settings.toml."""
    label: str
    group: str
    text: str


ENTRIES = (
    Entry(
        name="theme",
        label="Colours",
        group="Look",
        text="The colour theme. ansi- themes use the colours of your terminal; skillgap-contrast is for weak sight or"
        " bright light.",
    ),
    Entry(
        name="glyphs",
        label="Characters",
        group="Look",
        text="What marks and bars are drawn with: auto goes by the terminal. Choose ascii where they look like boxes.",
    ),
    Entry(
        name="mouse",
        label="Mouse",
        group="Look",
        text="Whether a click does something here. Off, the terminal selects text as usual.",
    ),
    Entry(
        name="show_target",
        label="Target on Rate",
        group="Rating and planning",
        text="Whether Rate shows what your target asks. Hidden at first, because knowing it sways a rating.",
    ),
    Entry(
        name="hours_per_week",
        label="Hours a week",
        group="Rating and planning",
        text=f"Hours a week for new plans, {LEAST_HOURS:g} to {MOST_HOURS:g}. A plan that is begun keeps its own.",
    ),
)
