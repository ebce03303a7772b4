"""From a person and a target to a dated plan.

The order front-loads readiness: it minimises the sum of value times finish time under precedence constraints. With a
deadline, the steps are chosen for the most points within the hours first. What the person decided (pins, exclusions,
what is good enough, what comes first, projects) is followed; where it cannot be, the plan says so and goes without.
"""

from __future__ import annotations

from skillgap.core.planning.making import plan
from skillgap.core.planning.pace import learned_pace
from skillgap.core.planning.project_choice import best_projects
from skillgap.core.planning.situation import Situation, situation
from skillgap.core.planning.stretching import Stretch, stretch
from skillgap.core.planning.what_if import Outcome, what_if

__all__ = [
    "Outcome",
    "Situation",
    "Stretch",
    "best_projects",
    "learned_pace",
    "plan",
    "situation",
    "stretch",
    "what_if",
]
