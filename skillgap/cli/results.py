"""score, plan and show."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from skillgap.cli.common import budget, chosen_profile, put, put_json, require_free, say, status_of, today
from skillgap.core.assessment import Answer, Assessment
from skillgap.core.calendar_file import ics
from skillgap.core.checklist import markdown
from skillgap.core.gaps import report
from skillgap.core.migration import carried_over
from skillgap.core.names import hint, is_id
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import Situation, situation
from skillgap.core.planning import plan as make_plan
from skillgap.core.profiles import Profile
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, Problem, SkillgapError, Usage
from skillgap.files.assessments import Draft, draft_of, is_same_version, match, open_draft
from skillgap.files.encoding import json_data
from skillgap.files.reports import dump_plan, dump_report, load_plan, read_any, read_report
from skillgap.files.rubrics import LoadedPack, known_packs, open_pack
from skillgap.files.storage import make_folder, write_atomic
from skillgap.files.toml import Document, load
from skillgap.files.validation import Places
from skillgap.plain.results import assessment_lines, plan_lines, report_lines
from skillgap.plain.versions import renamed_lines

SHORT = 10


def score(options: argparse.Namespace) -> None:
    """The headless main job: report.toml, plan.toml and a summary."""
    now = today(options)
    draft = open_draft(Path(options.answers))
    loaded = open_pack(options.pack) if options.pack else _named_pack(draft.pack_name, draft.document, draft.problems)
    answers = match(draft, loaded, now)
    goal = chosen_profile(loaded.pack, options.role, options.grade, answers.target)
    hours = budget(options, now, None, loaded.pack.planning.hours_per_week)
    folder = Path(options.output)
    files = (folder / "report.toml", folder / "plan.toml")
    require_free(files, options.force, inputs=[Path(options.answers)])
    result = report(loaded.pack, loaded.ref, goal, answers, now)
    planned = _planned(situation(loaded.pack, loaded.ref, goal, answers), hours)
    make_folder(folder)
    write_atomic(files[0], dump_report(result), replace=options.force)
    write_atomic(files[1], dump_plan(planned), replace=options.force)
    if options.json:
        put_json({"report": json_data(result), "plan": json_data(planned)})
    else:
        put(report_lines(result, gaps=SHORT))
        put(["", *plan_lines(planned, steps=SHORT)])
    if answers.rubric and not is_same_version(answers, loaded):
        given, ref = answers.rubric, loaded.ref
        say(f"note: these answers are to {shown(given.id)} {shown(given.version)}, not {ref.id} {shown(ref.version)}")
    for line in renamed_lines(draft.assessment, answers):
        say(f"note: {line}")
    say(f"wrote {shown(str(files[0]))} and {shown(str(files[1]))}")


def plan(options: argparse.Namespace) -> None:
    """Plan again from a report; the plan that stands there gives done marks, notes and hours."""
    now = today(options)
    source = Path(options.report)
    document = load(source)
    result = read_report(document)
    loaded = open_pack(options.pack) if options.pack else _named_pack(result.rubric.id, document)
    goal = _profile_of(result, document, loaded.pack)
    file = Path(options.output) if options.output else source.with_name("plan.toml")
    others = {Path(name): make for name, make in ((options.ics, ics), (options.markdown, markdown)) if name}
    require_free([file], force=True, inputs=[source])
    require_free(others, options.force, inputs=[source, file])
    previous = _previous(file, result, options.force)
    hours = budget(options, now, previous.budget if previous else None, loaded.pack.planning.hours_per_week)
    answers = _answers_of(result)
    planned = _planned(situation(loaded.pack, loaded.ref, goal, answers, previous), hours)
    if result.rubric.digest not in ("", loaded.digest):
        say("note: the rubric has changed since this report; score the answers again for exact figures")
    make_folder(file.parent)
    write_atomic(file, dump_plan(planned), replace=True, keep_previous=True)
    for other, make in others.items():
        make_folder(other.parent)
        write_atomic(other, make(planned), replace=options.force)
    if options.json:
        put_json(json_data(planned))
    else:
        put(plan_lines(planned))
    say(f"wrote {', '.join(shown(str(path)) for path in (file, *others))}")


def show(options: argparse.Namespace) -> None:
    """Show any of the program's files."""
    document = load(Path(options.file))
    value = read_any(document) or _sound(draft_of(document))
    pack = _pack_to_show(options.pack, value) if isinstance(value, Assessment) else None
    if options.json:
        put_json(json_data(value))
    elif isinstance(value, Report):
        put(report_lines(value))
    elif isinstance(value, Plan):
        put(plan_lines(value))
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


def _sound(draft: Draft) -> Assessment:
    """Give an assessment that is right in itself. Raises BadInput."""
    if draft.problems:
        raise BadInput(draft.problems)
    return draft.assessment


def _named_pack(name: str | None, document: Document, problems: Iterable[Problem] = ()) -> LoadedPack:
    """Load the pack that a file names. Raises BadInput, with the file's other problems, when there is none of that id.

    What a file says is never used as a path.
    """
    if name is None:
        return open_pack(None)
    if is_id(name):
        with suppress(Usage):
            return open_pack(name)
    remedy = f"{hint(name, [known for known, _ in known_packs()])}; or name one with --pack"
    unknown = Places(document).problem(("rubric", "id"), f'unknown pack "{shown(name)}"', remedy)
    raise BadInput(sorted({*problems, unknown}))


def _profile_of(result: Report, document: Document, pack: Pack) -> Profile:
    """Give the profile that a report is about. Raises BadInput when the pack has none of that name."""
    try:
        return chosen_profile(pack, result.target.role, result.target.grade, None)
    except Usage as error:
        what, _, remedy = str(error).partition("; ")
        raise BadInput([Places(document).problem(("target",), what, remedy)]) from None


def _planned(where: Situation, hours: Budget) -> Plan:
    """Make the plan. Raises Usage when it would run past the end of the calendar."""
    try:
        return make_plan(where, hours)
    except OverflowError:
        what = "the plan would run past the year 9999"
        raise Usage(f"{what}; give more hours a week, an earlier start or a deadline") from None


def _previous(file: Path, result: Report, force: bool) -> Plan | None:
    """Read the plan that is to be renewed; a file that is no plan for this target stays unless forced."""
    if status_of(file) is None:
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
        answers=(
            *(
                Answer(skill=row.id, level=row.level, na=row.reason)
                for row in result.skills
                if row.state != "unanswered"
            ),
            *(Answer(skill=row.skill, level=row.level) for row in result.others),
        )
    )
