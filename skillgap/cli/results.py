"""score and show."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from skillgap.cli.common import chosen_profile, put, put_json, require_free, say, today
from skillgap.cli.plan_options import budget
from skillgap.cli.planning import kept_plan, make, named_pack
from skillgap.core.assessment import Assessment
from skillgap.core.gaps import report
from skillgap.core.likely import likely_levels
from skillgap.core.migration import carried_over
from skillgap.core.names import is_id
from skillgap.core.plan import Plan
from skillgap.core.planning import situation
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import SkillgapError
from skillgap.files.assessments import draft_of, is_same_version, match, open_draft, require_sound
from skillgap.files.encoding import json_data
from skillgap.files.heads import head_in
from skillgap.files.reports import dump_plan, dump_report, read_any
from skillgap.files.rubrics import open_pack
from skillgap.files.storage import made_folders, write_together
from skillgap.files.toml import load
from skillgap.plain.plans import plan_lines
from skillgap.plain.results import assessment_lines, report_lines
from skillgap.plain.versions import renamed_lines

_SHORT = 10


def score(options: argparse.Namespace) -> None:
    """The headless main job: report.toml, plan.toml and a summary."""
    now = today(options)
    draft = open_draft(Path(options.answers))
    loaded = open_pack(options.pack) if options.pack else named_pack(draft.pack_name, draft.document, draft.problems)
    answers = match(draft, loaded, now)
    goal = chosen_profile(loaded.pack, options.role, options.grade, answers.target)
    likely = likely_levels(loaded.pack, goal, answers, now)
    folder = Path(options.output)
    files = (folder / "report.toml", folder / "plan.toml")
    require_free(files, options.force, inputs=[Path(options.answers)])
    previous = kept_plan(files[1], loaded.ref.id, (goal.role.id, goal.grade.id), force=True)
    hours = budget(options, now, previous.budget if previous else None, loaded.pack.planning.hours_per_week)
    result = report(loaded.pack, loaded.ref, goal, answers, now)
    planned = make(situation(loaded.pack, loaded.ref, goal, answers, previous, likely=likely), hours)
    texts = dict(
        zip(files, (dump_report(result), dump_plan(planned, head_in(files[1]) if previous else "")), strict=True)
    )
    with made_folders(folder):
        write_together(texts, replace=options.force, keep_previous=options.force)
    if options.json:
        put_json({"report": json_data(result), "plan": json_data(planned)})
    else:
        put(report_lines(result, gaps=_SHORT))
        put(["", *plan_lines(planned, now, steps=_SHORT)])
    if answers.rubric and not is_same_version(answers, loaded):
        given, ref = answers.rubric, loaded.ref
        say(f"note: these answers are to {shown(given.id)} {shown(given.version)}, not {ref.id} {shown(ref.version)}")
    for line in renamed_lines(draft.assessment, answers):
        say(f"note: {line}")
    if previous is not None:
        say("note: the plan that was there gave its hours and dates, done marks, notes and choices")
    say(f"wrote {shown(str(files[0]))} and {shown(str(files[1]))}")


def show(options: argparse.Namespace) -> None:
    """Show any of the program's files."""
    document = load(Path(options.file))
    value = read_any(document) or require_sound(draft_of(document))
    pack = _pack_to_show(options.pack, value) if isinstance(value, Assessment) else None
    if options.json:
        put_json(json_data(value))
    elif isinstance(value, Report):
        put(report_lines(value))
    elif isinstance(value, Plan):
        put(plan_lines(value, today(options)))
    else:
        put(assessment_lines(carried_over(value, pack) if pack else value, pack))


def _pack_to_show(name: str | None, assessment: Assessment) -> Pack | None:
    """The pack that was asked for, else the one that the answers name, if it can be had."""
    if name:
        return open_pack(name).pack
    about = assessment.rubric
    with suppress(SkillgapError):
        return open_pack(about.id).pack if about and is_id(about.id) else None
    return None
