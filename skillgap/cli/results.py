"""score, plan and show."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from skillgap.cli.common import budget, chosen_profile, put, put_json, require_absent, say, today
from skillgap.core.assessment import Answer, Assessment
from skillgap.core.gaps import report
from skillgap.core.plan import Plan
from skillgap.core.planning import plan as make_plan
from skillgap.core.planning import situation
from skillgap.core.report import Report
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, Problem
from skillgap.files.assessments import Draft, match, read_draft
from skillgap.files.encoding import json_data
from skillgap.files.reports import dump_plan, dump_report, load_plan, load_report
from skillgap.files.rubrics import open_pack
from skillgap.files.storage import write_atomic
from skillgap.files.toml import Document, load
from skillgap.files.validation import validate
from skillgap.plain.results import assessment_lines, plan_lines, report_lines

SHORT = 10


def score(options: argparse.Namespace) -> None:
    """The headless main job: report.toml, plan.toml and a summary."""
    now = today(options)
    draft = read_draft(Path(options.answers))
    loaded = open_pack(options.pack or draft.pack_name)
    answers = match(draft, loaded)
    goal = chosen_profile(loaded.pack, options.role, options.grade, answers.target)
    hours = budget(options, now, None, loaded.pack.planning.hours_per_week)
    folder = Path(options.output)
    files = (folder / "report.toml", folder / "plan.toml")
    require_absent(files, options.force)
    result = report(loaded.pack, loaded.ref, goal, answers, now)
    planned = make_plan(situation(loaded.pack, loaded.ref, goal, answers), hours)
    make_folder(folder)
    write_atomic(files[0], dump_report(result), replace=options.force)
    write_atomic(files[1], dump_plan(planned), replace=options.force)
    if options.json:
        put_json({"report": json_data(result), "plan": json_data(planned)})
    else:
        put(report_lines(result, gaps=SHORT))
        put(["", *plan_lines(planned, steps=SHORT)])
    say(f"wrote {shown(str(files[0]))} and {shown(str(files[1]))}")


def plan(options: argparse.Namespace) -> None:
    """Plan again from a report; the plan that stands there gives done marks, notes and hours."""
    now = today(options)
    source = Path(options.report)
    result = load_report(source)
    loaded = open_pack(options.pack or result.rubric.id)
    goal = chosen_profile(loaded.pack, result.target.role, result.target.grade, None)
    file = Path(options.output) if options.output else source.with_name("plan.toml")
    previous = _previous(file, result, options.force)
    hours = budget(options, now, previous.budget if previous else None, loaded.pack.planning.hours_per_week)
    answers = _answers_of(result)
    planned = make_plan(situation(loaded.pack, loaded.ref, goal, answers, previous), hours)
    if result.rubric.digest not in ("", loaded.digest):
        say("note: the rubric has changed since this report; score the answers again for exact figures")
    make_folder(file.parent)
    write_atomic(file, dump_plan(planned), replace=file.exists(), keep_previous=True)
    if options.json:
        put_json(json_data(planned))
    else:
        put(plan_lines(planned))
    say(f"wrote {shown(str(file))}")


def show(options: argparse.Namespace) -> None:
    """Show any of the program's files."""
    document = load(Path(options.file))
    value = read_any(document)
    if options.json:
        put_json(json_data(value))
    elif isinstance(value, Report):
        put(report_lines(value))
    elif isinstance(value, Plan):
        put(plan_lines(value))
    else:
        put(assessment_lines(value))


def read_any(document: Document) -> Report | Plan | Assessment:
    """Read a document as what it says it is: its `kind`, an assessment when it has none. Raises BadInput."""
    kinds: dict[Any, type[Report] | type[Plan]] = {"report": Report, "plan": Plan}
    kind = document.data.get("kind")
    if kind in ("report", "plan"):
        return validate(kinds[kind], document)
    if kind is not None:
        remedy = 'a report has kind = "report", a plan kind = "plan", an assessment none'
        raise BadInput([Problem(document.file, 1, 1, f'unknown kind "{shown(str(kind))}"', remedy)])
    return Draft(document, validate(Assessment, document)).assessment


def make_folder(folder: Path) -> None:
    """Make a folder and its parents. Raises CannotAccess."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotAccess(f"{shown(str(folder))}: cannot be made: {error.strerror}") from error


def _previous(file: Path, result: Report, force: bool) -> Plan | None:
    """Read the plan that is to be renewed; a file that is no plan for this target stays unless forced."""
    if not file.exists():
        return None
    try:
        old = load_plan(file)
    except BadInput as error:
        if force:
            return None
        end = f"{shown(str(file))} was left as it is; mend it, or use --force to start afresh (a copy is kept)"
        raise BadInput([*error.problems, Problem(shown(str(file)), 0, 0, "cannot be read as a plan", end)]) from None
    if (old.target.role, old.target.grade) != (result.target.role, result.target.grade) and not force:
        raise CannotAccess(
            f"{shown(str(file))}: is a plan for {shown(old.target.role)}, {shown(old.target.grade)};"
            " nothing was written; use -o to name another file or --force to replace it"
        )
    return old


def _answers_of(result: Report) -> Assessment:
    """The answers that a report shows, as far as a plan needs them."""
    return Assessment(
        answers=tuple(
            Answer(skill=row.id, level=row.level, na=row.reason) for row in result.skills if row.state != "unanswered"
        )
    )
