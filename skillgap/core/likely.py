"""How likely the levels of steps are reached already, where the checks have earned the model a say."""

from __future__ import annotations

from datetime import date

from skillgap.core.assessment import Assessment
from skillgap.core.plan import Plan
from skillgap.core.profiles import Profile
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.core.steps import step_id


def likely_levels(pack: Pack, profile: Profile, assessment: Assessment, today: date) -> dict[str, float]:
    """Give P(level reached) by step id, for the levels above the rated ones; nothing before the calibrated mode."""
    if not assessment.checks:
        return {}
    from skillgap.core.estimate import estimate  # noqa: PLC0415 - ratings alone need no model

    found = estimate(pack, profile, assessment, today)
    if found is None or found.mode != "calibrated":
        return {}
    rated = {answer.skill: answer.level or 0 for answer in assessment.answers}
    return {
        step_id(skill.id, to): round(skill.at_least(to), 3)
        for skill in found.belief.skills
        for to in range(rated.get(skill.id, 0) + 1, pack.scale.top + 1)
    }


def likely_of_report(report: Report, previous: Plan | None) -> dict[str, float]:
    """Give what a report says about target levels, and for other levels what the plan made with it said."""
    if report.mode != "calibrated":
        return {}
    known = {step.id: step.likely for step in previous.steps if step.likely is not None} if previous else {}
    return known | {step_id(row.id, row.target): row.likely for row in report.skills if row.likely is not None}
