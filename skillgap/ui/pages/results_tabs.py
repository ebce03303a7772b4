"""The tabs of Results, with how much is on each page."""

from __future__ import annotations

from collections.abc import Callable

from skillgap.core.report import Report
from skillgap.ui.actions import Action
from skillgap.ui.actions.results import VIEWS
from skillgap.ui.widgets.result_tabs import Tab

VIEW_NAMES = tuple(action.label.lower() for action in VIEWS)


def tabs_of(report: Report, key_of: Callable[[Action], str]) -> list[Tab]:
    """Give a tab for each page."""
    summary = report.summary
    counts = {
        "gaps": f"{len(report.gaps)}",
        "areas": f"{len(report.areas)}",
        "roles": f"{len(report.roles)}",
        "unrated": f"{summary.unanswered + summary.not_applicable}",
        "notes": f"{len(report.notes)}" if report.notes else "",
    }
    return [
        Tab(name, key_of(action), action.label, counts[name]) for name, action in zip(VIEW_NAMES, VIEWS, strict=True)
    ]
