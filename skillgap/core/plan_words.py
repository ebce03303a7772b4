"""What is said of the rows of a plan, wherever they are read: on screens, line by line, in files for others.

Texts of packs and people are in it as they are: whoever shows them makes them safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from skillgap.core.plan import LeftOut, Plan, PlannedProject, PlannedStep, Reason

TITLE_BY_REASON: Mapping[Reason, str] = {
    "does-not-fit": "Does not fit before the deadline",
    "experience": "Needs experience at work, rather than study",
    "needs-experience": "Waits for experience at work",
    "excluded": "Left out by you",
    "needs-excluded": "Waits for what you left out",
    "good-enough": "Good enough as it is, you said",
    "not-rated": "Not rated yet",
}
"""The headings over what was left out, in their order."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def readiness_name(plan: Plan) -> str:
    """Name the readiness that a plan counts in: that of the ratings, which is said where results show the model's."""
    return "Readiness by your ratings" if any(step.likely is not None for step in plan.scheduled) else "Readiness"


def step_name(row: PlannedStep | LeftOut) -> str:
    """Name a step by its skill and the level that it ends at."""
    return f"{row.name} to level {row.to}"


def names_of(plan: Plan) -> dict[str, str]:
    """Give the name of each step and skill that a plan knows, by id."""
    rows: tuple[PlannedStep | LeftOut, ...] = (*plan.left_outs, *plan.steps)
    return {row.skill: row.name for row in rows} | {row.id: step_name(row) for row in rows}


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Put names in the place of ids in a sentence of a plan; other ids stay."""
    return _ID.sub(lambda found: names.get(found[0], found[0]), text)


def weeks_of(row: PlannedStep | PlannedProject) -> str:
    """Say in which weeks something is worked on."""
    return f"week {row.week}" if row.first_week == row.week else f"weeks {row.first_week} to {row.week}"


def nothing_to_do(plan: Plan) -> tuple[str, str]:
    """Say of a plan without steps to do that there are none, and why; a heading and a sentence."""
    reasons = {row.reason for row in plan.left_outs}
    if not reasons:
        return "Nothing is missing", "Every rated skill meets this profile."
    if reasons == {"not-rated"}:
        many = len(plan.left_outs)
        left = "1 skill is not rated yet" if many == 1 else f"{many} skills are not rated yet"
        return "Nothing is missing so far", f"What is rated meets this profile; {left}."
    if "does-not-fit" in reasons:
        ways = (
            "a later deadline or more hours a week" if not plan.budget.periods else "a later deadline or fewer days off"
        )
        return f"No step fits before {plan.budget.deadline}", f"What is missing needs more time: {ways}."
    if "experience" in reasons and not plan.budget.includes_experience:
        what = "What is missing needs experience at work; the plan names the tasks to ask for."
        return "Nothing is left to study", what
    if reasons <= {"excluded", "needs-excluded", "good-enough", "not-rated"}:
        return (
            "Nothing is left to plan",
            "What is missing is left out or good enough, you said; all of it can be taken back.",
        )
    return "Nothing can be scheduled", "The plan names what is missing, with the reason."


def when(row: PlannedStep | PlannedProject) -> str:
    """Say in which weeks and on which days something is worked on, and when it ends at another pace."""
    text = f"{weeks_of(row)}, {row.starts} to {row.ends}"
    if isinstance(row, PlannedProject) or row.quick_week == row.slow_week:
        return text
    return f"{text}; finished in week {row.quick_week} at a quick pace, {row.slow_week} at a slow one"


def done(step: PlannedStep) -> str:
    """Say when a step was done, and the hours that it took beside the typical ones."""
    spent = f"{step.hours_spent:g} hours, " if step.hours_spent is not None else ""
    return f"{step.done}, {spent}typically {step.hours:g}"


def work(row: PlannedStep | PlannedProject | LeftOut) -> Iterator[tuple[str, str]]:
    """Give what there is to do and how one knows that it is done, each under its label, without what is not said."""
    match row:
        case PlannedProject():
            parts = [("Data", row.data), ("Deliver", row.deliverable)]
            parts += [("Done when", text) for text in row.acceptance]
            parts += [("Then say", row.claim)]
        case LeftOut(reason="experience"):
            parts = [("Ask for", row.practice), ("Collect", row.exit)]
        case _:
            parts = [("Do", row.practice), ("Done when", row.exit)]
    return (part for part in parts if part[1])
