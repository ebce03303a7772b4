"""plan: plan again from a report, around what is done and what was decided."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from skillgap.cli.common import put, put_json, require_apart, require_free, say, status_of, today
from skillgap.cli.plan_options import budget, choices
from skillgap.core.assessment import Answer, Assessment
from skillgap.core.calendar_file import ics
from skillgap.core.checklist import markdown
from skillgap.core.choices import Choices, Conflict
from skillgap.core.feasible import doubts
from skillgap.core.likely import likely_of_report
from skillgap.core.names import hint, is_id
from skillgap.core.plan import Budget, Plan
from skillgap.core.planning import Situation, best_projects, situation, what_if
from skillgap.core.planning import plan as make_plan
from skillgap.core.profiles import Profile, UnknownTarget, chosen_profile
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, Problem, Usage
from skillgap.files.encoding import json_data
from skillgap.files.heads import head_in
from skillgap.files.reports import dump_plan, load_plan, read_report
from skillgap.files.rubrics import LoadedPack, known_packs, open_pack
from skillgap.files.storage import all_or_none, made_folders, previous_of
from skillgap.files.toml import Document, load
from skillgap.files.validation import Places
from skillgap.plain.plans import plan_lines, what_if_lines

Export = Callable[[Plan], str]
"""Gives a plan as the text of another kind of file."""
_MOST_NAMED = 10
"""Choices named in a note; the plan lists all of them."""


def plan(options: argparse.Namespace) -> None:
    """Plan again from a report; the plan that stands there gives done marks, notes, hours and choices."""
    now = today(options)
    source = Path(options.report)
    document = load(source)
    result = read_report(document)
    loaded = open_pack(options.pack) if options.pack else named_pack(result.rubric.id, document)
    goal = _profile_of(result, document, loaded.pack)
    file, exports = _outputs(options, source)
    target = (result.target.role, result.target.grade)
    previous = kept_plan(file, result.rubric.id, target, options.force)
    hours = budget(options, now, previous.budget if previous else None, loaded.pack.planning.hours_per_week)
    for doubt in doubts(hours, previous.finished if previous else (), now):
        say(f"note: {doubt}")
    decided = choices(options, previous.choices if previous else Choices(), loaded.pack, hours.start)
    where = situation(
        loaded.pack,
        loaded.ref,
        goal,
        _answers_of(result),
        previous,
        choices=decided,
        likely=likely_of_report(result, previous),
        assessed=result.answered or result.date,
    )
    if options.best_projects:
        where = replace(where, choices=replace(decided, projects=best_projects(where, hours)))
    if result.rubric.digest not in ("", loaded.digest):
        say("note: the rubric has changed since this report; score the answers again for exact figures")
    if options.what_if:
        _compare(where, hours, as_json=options.json)
        return
    planned = make(where, hours)
    _write(planned, file, exports, head_in(file) if previous else "", replace=options.force)
    if options.json:
        put_json(json_data(planned))
    else:
        put(plan_lines(planned, now))
    if planned.conflicts:
        say(f"note: choices that could not be followed: {_named(planned.conflicts)}")
    say(f"wrote {', '.join(shown(str(path)) for path in (file, *exports))}")


def _outputs(options: argparse.Namespace, source: Path) -> tuple[Path, dict[Path, Export]]:
    """Give where the plan goes, and what else is to be written. Raises Usage and CannotAccess for what may not be."""
    file = Path(options.output) if options.output else source.with_name("plan.toml")
    kinds: tuple[tuple[str | None, Export], ...] = ((options.ics, ics), (options.markdown, markdown))
    wanted = [(Path(name), export) for name, export in kinds if name]
    require_free([file], force=True, inputs=[source])
    require_apart([file, previous_of(file), *(path for path, _ in wanted)])
    exports = dict(wanted)
    require_free(exports, options.force, inputs=[source, file])
    return file, exports


def _write(planned: Plan, file: Path, exports: Mapping[Path, Export], head: str, *, replace: bool) -> None:
    """Write the plan, below the comments at its head, and its exports, or none; `replace` is about the exports."""
    text, exported = dump_plan(planned, head), {path: export(planned) for path, export in exports.items()}
    with made_folders(*(path.parent for path in (file, *exported))), all_or_none() as write:
        write(file, text, replace=True, keep_previous=True)
        for path, content in exported.items():
            write(path, content, replace=replace)


def _named(conflicts: Iterable[Conflict]) -> str:
    rows = list(dict.fromkeys(f"{row.kind} {shown(row.about)}" for row in conflicts))
    more = f" and {len(rows) - _MOST_NAMED} more" if len(rows) > _MOST_NAMED else ""
    return f"{', '.join(rows[:_MOST_NAMED])}{more}"


def make(where: Situation, hours: Budget) -> Plan:
    """Make the plan. Raises Usage when it would run past the end of the calendar."""
    try:
        return make_plan(where, hours)
    except OverflowError:
        raise _endless() from None


def _endless() -> Usage:
    return Usage("the plan would run past the year 9999; give more hours a week, an earlier start or a deadline")


def _compare(where: Situation, hours: Budget, *, as_json: bool) -> None:
    """Print the plan's outcome at half, the same and double the hours. Nothing is written."""
    try:
        outcomes = what_if(where, hours)
    except OverflowError:
        raise _endless() from None
    if as_json:
        put_json(json_data(outcomes))
    else:
        put(what_if_lines(outcomes, hours))


def named_pack(name: str | None, document: Document, problems: Iterable[Problem] = ()) -> LoadedPack:
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
        return chosen_profile(pack, result.target.role, result.target.grade)
    except UnknownTarget as error:
        raise BadInput([Places(document).problem(("target",), error.what, error.remedy)]) from None


def kept_plan(file: Path, pack: str, target: tuple[str, str], force: bool) -> Plan | None:
    """Read the plan that is to be renewed; what is no sound plan for this pack and target stays unless forced.

    Raises BadInput with all that is wrong in the file, CannotAccess for a plan for something else.
    """
    if status_of(file) is None:
        return None
    try:
        old = load_plan(file)
    except BadInput as error:
        if force:
            return None
        end = f"{shown(str(file))} was left as it is; mend it, or use --force to start afresh (a copy is kept)"
        raise BadInput([*error.problems, Problem(shown(str(file)), 1, 1, "cannot be read as a plan", end)]) from None
    end = "nothing was written; use -o to name another file or --force to replace it"
    if old.rubric.id != pack:
        if force:
            return None
        ids = f"is a plan for the pack {shown(old.rubric.id)}, the report is on {shown(pack)}"
        raise CannotAccess(f"{shown(str(file))}: {ids}; {end}")
    if (old.target.role, old.target.grade) != target and not force:
        raise CannotAccess(
            f"{shown(str(file))}: is a plan for {shown(old.target.role)}, {shown(old.target.grade)}; {end}"
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
