"""A plan as Markdown with check boxes, for an issue tracker or notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.core.text import shown

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@-])")
_NUMBERED = re.compile(r"^(\d+)\.")
_GROUPS = {
    "does-not-fit": "Does not fit before the deadline",
    "experience": "Experience at work",
    "needs-experience": "Waits for experience at work",
    "excluded": "Left out by you",
    "needs-excluded": "Waits for what you left out",
    "good-enough": "Good enough as it is, you said",
    "not-rated": "Not rated yet",
}


def markdown(plan: Plan) -> str:
    """Give the plan as a list of check boxes; text of packs and people is escaped, so that it shows as it is."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    out, budget = plan.outlook, plan.budget
    until = f" to {budget.deadline}" if budget.deadline else ""
    yield f"# Plan: {_safe(plan.target.role)}, {_safe(plan.target.grade)}"
    yield ""
    yield (
        f"Readiness {out.readiness_now:g} to {out.readiness_then:g} %, {out.hours:g} hours in {out.weeks} weeks"
        f" at {budget.hours_per_week:g} hours a week, from {budget.start}{until}."
    )
    yield ""
    for step in plan.finished:
        yield f"- [x] {_title(step)}, done {step.done}"
    for step in plan.scheduled:
        yield f"- [ ] {_title(step)}: {step.hours:g} h, until {step.ends}"
        parts = (("Do", step.practice), ("Done when", step.exit), ("Then true", step.anchor))
        yield from (f"  - {label}: {_safe(text)}" for label, text in parts if text)
        yield from (f"  - Read: {_safe(r.title)} {_link(r.url)}".rstrip() for r in step.readings)
    for reason, title in _GROUPS.items():
        rows = [row for row in plan.left_outs if row.reason == reason]
        if rows:
            yield ""
            yield f"## {title}"
            yield ""
            yield from (f"- {_title(row)}" for row in rows)


def _title(step: PlannedStep | LeftOut) -> str:
    return f"{_safe(step.name)} to level {step.to}"


def _link(url: str) -> str:
    """A web address that can be followed; anything else only as text."""
    is_web = re.fullmatch(r"https?://[^\s<>\"'`\\]+", url) is not None
    return f"<{shown(url, limit=500)}>" if is_web else _safe(url)


def _safe(text: str) -> str:
    """Escape what Markdown or HTML would act on."""
    return _NUMBERED.sub(r"\1\\.", _SPECIAL.sub(r"\\\1", shown(" ".join(text.split()), limit=1000)))
