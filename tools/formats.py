"""Fill the tables of keys in docs/formats.md from the values that the files hold.

Run `python tools/formats.py` after a change of a field or its docstring; a test compares. A key's meaning is the
docstring of its field; keys that speak for themselves have theirs below.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from skillgap.files import schemas

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
TABLE = re.compile(r"(<!-- keys of (\w+) -->\n).*?(<!-- end of keys -->)", re.DOTALL)
FILES = ("assessment", "report", "plan", "pack")

MEANINGS = {
    "acceptance": "When it counts as done.",
    "advice": "Lines shown with results.",
    "also_called": "Other names of the job.",
    "area": "The areas.",
    "as_of": "When the content was last true, such as 2026-11.",
    "author": "Who made it.",
    "check": "The checks.",
    "check_in": "How to check progress on the way.",
    "companies": "Names, as examples.",
    "compensation": "Total yearly pay, for orientation.",
    "compensation_note": "Where the pay comes from and how far to trust it.",
    "confidence": "How sure the person is.",
    "cost": "What it costs.",
    "coverage": "Share of the profile's weight that is rated, 0 to 100.",
    "covers": "The levels it takes a person to.",
    "currency": "Currency of both numbers.",
    "date": "The day.",
    "default_grade": "The grade when none is chosen.",
    "default_role": "The role when none is chosen.",
    "definition": "What the skill is, in a sentence.",
    "deliverable": "What exists at the end.",
    "detail": "The reason in words.",
    "foil": "Terms that do not exist.",
    "gap": "Levels missing to the target.",
    "grade": "Id of the grade.",
    "grade_title": "Its title.",
    "group": "Kinds of employers.",
    "hours": "Typical hours.",
    "hours_per_week": "Hours a week.",
    "id": "A stable name: letters, digits, `-`, `_` and single dots, at most 80.",
    "item": "Id of the check.",
    "kind": "What the file is.",
    "language": "Language of the texts.",
    "left_out": "What is missing to the target and not scheduled.",
    "level": "A level of the scale.",
    "license": "Under which licence the content may be used.",
    "market": "What to know about the market.",
    "meaning": "What it means in general.",
    "name": "As shown.",
    "note": "A note, for readers.",
    "path": "A named sequence of themes towards one role and grade.",
    "person": "Who this is about; may be empty.",
    "planning": "Defaults for plans.",
    "prerequisites": "What should stand before its higher levels.",
    "project": "Portfolio projects.",
    "question": "The question.",
    "reaches": "The levels it aims at.",
    "reason": "Why; yours to say.",
    "remedy": "What can be done about it.",
    "readiness": "Readiness in points, 0 to 100; absent when nothing is rated.",
    "resource": "Things to read, watch or work through.",
    "role": "Id of the role.",
    "role_name": "Its name.",
    "rubric": "The pack.",
    "rubric_title": "Its title.",
    "scale": "The proficiency levels.",
    "schema": "Version of the file format; 1.",
    "skill": "Id of the skill.",
    "source": "Where it comes from.",
    "starts": "The first day.",
    "step": "Learning steps.",
    "summary": "What it is, in a sentence or two.",
    "target": "The role and grade that are aimed at.",
    "term": "The term.",
    "theme": "The stretches of the path.",
    "title": "As shown.",
    "to": "The level that is reached.",
    "url": "Where to read more.",
    "version": "Version of the pack.",
    "weight": "How much the skill matters.",
    "what": "What it is.",
    "why": "The reason in words.",
    "years": "Years of experience, as text such as 4-7.",
}
OWN = {
    "Answer.evidence": "What shows it; each `{ kind, level, where, note, date }`.",
    "Answer.last_used": "The day it was last used at work, roughly.",
    "Answer.note": "Yours.",
    "AreaRow.rated": "How many of its skills are rated.",
    "AreaRow.skills": "How many skills of the profile it has.",
    "Budget.deadline": "The last day; the plan holds what fits before it.",
    "Budget.start": "The first day of week 1.",
    "Budget.period": "Holidays, busy and free stretches, each `{ starts, ends, hours_per_week, note }`.",
    "Check.options": "2 to 9 options, of which one is right.",
    "Compensation.high": "The upper end.",
    "Compensation.low": "The lower end.",
    "Evidence.note": "What it is.",
    "Foil.sounds_like": "The real thing it is near to.",
    "GradeCell.verdict": "The verdict at this grade.",
    "KeptNote.note": "Yours.",
    "LeftOut.points": "Points of readiness it would bring.",
    "LeftOut.reason": "Why it is not scheduled.",
    "Outlook.readiness_now": "Before the first step.",
    "Outlook.weeks": "How many weeks the plan takes.",
    "Path.theme": "The stretches, in order.",
    "PlannedStep.exit": "What can be shown at the end.",
    "PlannedStep.first_week": "The week it is begun in.",
    "PlannedStep.hours_spent": "Write here how long it took.",
    "PlannedStep.part": "Which part of the readings is meant.",
    "PlannedStep.practice": "What to do.",
    "PlannedStep.reading": "What to read, the most useful first.",
    "PlannedProject.claim": "The sentence it earns.",
    "PlannedProject.data": "What to build it on.",
    "PlannedProject.first_week": "The week it is begun in.",
    "Prerequisite.at": "The level of this skill that waits for it.",
    "Prerequisite.level": "The level it should stand at.",
    "Prerequisite.skill": "Id of the other skill.",
    "Response.date": "The day it was answered.",
    "Role.grade": "The grades, the lowest first.",
    "Role.targets": "What the role asks of each skill.",
    "RoleRow.grade": "All its grades, as `{ id, readiness, verdict, coverage }`.",
    "RoleRow.low": "Readiness when each weight may be off by a quarter, the lower end.",
    "RubricRef.id": "Id of the pack.",
    "Scale.level": "The levels, from 0 up.",
    "SkillRow.level": "The rated level; absent unless rated.",
    "SkillRow.state": "Whether there is an answer.",
    "SkillRow.target": "The required level.",
    "SkillRow.area": "Id of its area.",
    "Skill.area": "Id of its area.",
    "Summary.must_haves": "How many must-haves the profile has.",
    "Summary.must_haves_met": "How many of them are at their floor or above.",
    "Summary.not_applicable": "How many were put aside.",
    "Summary.rated": "How many have a level.",
    "Summary.skills": "How many skills the profile has.",
    "Summary.unanswered": "How many have no answer.",
    "Summary.verdict_text": "The verdict in a sentence.",
    "Theme.projects": "Ids of projects.",
    "Week.finishes": "Ids of the steps that end in it.",
    "Week.number": "Counted from 1.",
    "assessment.answer": "The answers, one for each skill.",
    "assessment.check": "Answers to check items.",
    "assessment.note": "Yours.",
    "assessment.updated": "The day of the last change.",
    "pack.skill": "The skills.",
    "pack.role": "The roles.",
    "pack.source": "Where the content comes from.",
    "pack.term": "Real terms, mixed with the foils.",
    "pack.grade": "The grades.",
    "plan.budget": "The time that the plan may use.",
    "plan.created": "The first day it was made for.",
    "plan.note": "What a reader should know first.",
    "plan.outlook": "What the plan comes to.",
    "plan.week": "The weeks.",
    "report.date": "The day of the report.",
    "report.role": "All roles, the best first.",
    "report.skill": "The skills of the profile.",
    "report.summary": "The result in a few numbers.",
    "Market.source": "Where it comes from.",
    "Source.url": "Where it is.",
}
WORDS = {"integer": "whole number", "number": "number", "string": "text", "boolean": "true or false"}


def filled(page: str) -> str:
    """Give the page with all its tables made anew."""
    return TABLE.sub(lambda match: match[1] + _table(match[2]) + match[3], page)


def missing(page: str) -> list[str]:
    """Name the values that have no table."""
    return sorted(_records().keys() - {match[2] for match in TABLE.finditer(page)})


def _records() -> dict[str, dict[str, Any]]:
    """Every value by name, the files themselves by theirs; a value in two files is the same in both."""
    found: dict[str, dict[str, Any]] = {}
    for name in FILES:
        schema = schemas.schema(name)
        found |= schema["$defs"] | {name: schema}
    return found


def _table(name: str) -> str:
    record = _records()[name]
    rows = "".join(
        f"| `{key}` | {_type(form)}{', needed' if key in record.get('required', ()) else ''} |"
        f" {_meaning(name, key, form)} |\n"
        for key, form in record["properties"].items()
    )
    return f"\n| Key | Value | Meaning |\n| --- | --- | --- |\n{rows}\n"


def _type(form: dict[str, Any]) -> str:
    if "$ref" in form:
        return "table"
    if "const" in form or "enum" in form:
        return ", ".join(f'`"{value}"`' for value in form.get("enum", [form.get("const")]))
    if form["type"] == "array":
        return _list(form)
    return "date" if form.get("format") == "date" else WORDS[form["type"]]


def _list(form: dict[str, Any]) -> str:
    if first := form.get("prefixItems"):
        return f"{len(first)} {_type(first[0])}s"
    return "tables" if "$ref" in form["items"] else f"list of {_type(form['items'])}s"


def _meaning(name: str, key: str, form: dict[str, Any]) -> str:
    text = form.get("description") or OWN.get(f"{name}.{key}") or MEANINGS.get(key)
    if not text:
        raise SystemExit(f"{name}.{key} has no meaning: give the field a docstring")
    return " ".join(_sentence(text).split()) + _default(form)


def _sentence(text: str) -> str:
    text = text.replace("|", "\\|").strip()
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")


def _default(form: dict[str, Any]) -> str:
    value = form.get("default")
    if value in (None, "", [], False, 0) or isinstance(value, dict) or "const" in form:
        return ""
    return f" `{str(value).lower() if isinstance(value, bool) else value}` when absent."


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
