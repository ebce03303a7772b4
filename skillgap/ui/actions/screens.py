"""All actions, by the screen that they belong to."""

from __future__ import annotations

from skillgap.ui.actions import Action, check, common, home, plan, rate, results, settings, terms

SCREENS: dict[str, tuple[Action, ...]] = {
    "Everywhere": common.COMMON,
    "Home": home.ACTIONS,
    "Rate": rate.ACTIONS,
    "Results": results.ACTIONS,
    "Plan": plan.ACTIONS,
    "Check": check.ACTIONS,
    "Terms": terms.ACTIONS,
    "Settings": settings.ACTIONS,
}
