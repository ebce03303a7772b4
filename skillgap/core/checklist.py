"""A plan as Markdown with check boxes, for an issue tracker or notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.core.plan_words import TITLE_BY_REASON, step_name
from skillgap.core.text import shown

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~&@]|(?<!\w)-|-(?!\w))")
"""A hyphen within a word does nothing, nor do parentheses without the brackets of a link: the text is read as well."""
_NUMBERED = re.compile(r"^(\d+)([.)])")


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
    yield from _scheduled(plan)
    yield from _days(plan)
    for reason, title in TITLE_BY_REASON.items():
        rows = [row for row in plan.left_outs if row.reason == reason]
        if rows:
            yield ""
            yield f"## {title}"
            yield ""
            yield from (f"- {_title(row)}" for row in rows)


def _scheduled(plan: Plan) -> Iterator[str]:
    """The steps in order; those of a project below it."""
    projects = {row.id: row for row in plan.projects if row.taken}
    last = ""
    for step in plan.scheduled:
        project = projects.get(step.project)
        if project is not None and project.id != last:
            yield f"- [ ] Project: {_safe(project.title)}: {project.hours:g} h, until {project.ends}"
            yield f"  - Deliver: {_safe(project.deliverable)}"
            yield from (f"  - [ ] Accepted when: {_safe(line)}" for line in project.acceptance)
        last = step.project
        indent = "  " if project else ""
        yield f"{indent}- [ ] {_title(step)}: {step.hours:g} h, until {step.ends}"
        parts = (
            ("First", step.verify_first),
            ("Do", step.practice),
            ("Done when", step.exit),
            ("Then true", step.anchor),
            ("Your note", step.note),
        )
        yield from (f"{indent}  - {label}: {_safe(text)}" for label, text in parts if text)
        yield from (f"{indent}  - Read: {_safe(r.title)} {_link(r.url)}".rstrip() for r in step.readings)


def _days(plan: Plan) -> Iterator[str]:
    """The days to look at done steps, and at everything, again."""
    if plan.rechecks or plan.reassess:
        yield ""
        yield "## Days to look again"
        yield ""
    for row in plan.rechecks:
        yield f"- [ ] {row.day}: {_safe(row.name)} at level {row.to}"
    if plan.reassess:
        yield f"- [ ] {plan.reassess}: rate everything again"


def _title(step: PlannedStep | LeftOut) -> str:
    return _safe(step_name(step))


def _link(url: str) -> str:
    """A web address that can be followed; anything else only as text."""
    is_web = re.fullmatch(r"https?://[^\s<>\"'`\\]+", url) is not None
    return f"<{shown(url, limit=500)}>" if is_web else _safe(url)


def _safe(text: str) -> str:
    """Escape what Markdown or HTML would act on."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", shown(" ".join(text.split()), limit=1000)))
