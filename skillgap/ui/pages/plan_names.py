"""Ids of steps in the sentences of a plan, said as a person knows them."""

from __future__ import annotations

import re

from skillgap.core.plan import Plan


def names_of(plan: Plan) -> dict[str, str]:
    """Give the name of each step that a plan knows, by id: its skill and the level that it ends at."""
    names = {row.id: f"{row.name} to {row.to}" for row in plan.left_outs}
    return names | {step.id: f"{step.name} to {step.to}" for step in plan.steps}


def with_names(text: str, plan: Plan) -> str:
    """Put names in the place of ids; ids that the plan does not know stay."""
    names = names_of(plan)
    return re.sub(r"[a-z0-9]+(?:-[a-z0-9]+)+", lambda found: names.get(found[0], found[0]), text)
