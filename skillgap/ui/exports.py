"""The files that a sitting makes beside the assessment: the kept plan, and reports and plans for others."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from skillgap.core.plan import Budget, Plan
from skillgap.core.report import Report
from skillgap.core.text import shown
from skillgap.errors import SkillgapError
from skillgap.files.heads import head_of
from skillgap.files.reports import dump_plan, dump_report, load_plan
from skillgap.files.storage import Exists, beside, is_there, made_folders, make_folder, write_atomic, write_together
from skillgap.files.toml import read_bytes
from skillgap.ui.keeping import keep_copy

_EXPORTED = "report.toml", "plan.toml"
_PLAN = ".plan.toml"


class Plans:
    """The plan that is kept beside an assessment, for its done marks, notes and hours."""

    def __init__(self, assessment: Path) -> None:
        is_usual = assessment.stem == "assessment"
        self.file = assessment.with_name("plan.toml") if is_usual else beside(assessment.with_suffix(""), after=_PLAN)
        self.problem = ""
        """Why the kept plan cannot be read; it is then left as it is."""
        self.previous: Plan | None = None
        self.notice = ""
        """What the person should know of the file since the last time; empty for nothing."""
        self._known: bytes | None = None
        try:
            if is_there(self.file):
                self._known = read_bytes(self.file)
                self.previous = load_plan(self.file)
        except SkillgapError as error:
            self.problem = str(error)

    def budget(self, today: date, hours: float) -> Budget:
        """Give the hours of the kept plan, from today on or its later start; `hours` a week when there is no plan."""
        if self.previous is None:
            return Budget(hours_per_week=hours, start=today)
        return self.previous.budget.not_before(today)

    def keep(self, plan: Plan) -> None:
        """Write the plan; one that another program left there since is kept under a dated name, as `notice` says.

        Raises CannotAccess; also for a file that is there and cannot be read as a plan.
        """
        if self.problem:
            raise Exists(f"{shown(str(self.file))} cannot be read as a plan and is left as it is: {self.problem}")
        make_folder(self.file.parent)
        text = dump_plan(plan, head_of(self._known))
        self.notice = self._saved_from_others()
        write_atomic(self.file, text, replace=True, keep_previous=True)
        self.previous, self._known = plan, text.encode("utf-8", "replace")

    def _saved_from_others(self) -> str:
        """Keep a plan that another program wrote meanwhile; say where."""
        if not is_there(self.file) or read_bytes(self.file) == self._known:
            return ""
        moment = datetime.fromtimestamp(self.file.stat().st_mtime)  # noqa: DTZ006 - dated as the person's own files
        copy = keep_copy(self.file, "conflict", moment)
        return f"Another program changed the plan meanwhile; it is kept in {copy.name}"


def taken(folder: Path) -> tuple[str, ...]:
    """Name the files in a folder that an export would replace."""
    return tuple(name for name in _EXPORTED if is_there(folder / name))


def write_both(folder: Path, report: Report, plan: Plan, *, replace: bool) -> tuple[Path, Path]:
    """Write report.toml and plan.toml, both or neither. Raises `Exists` before anything is written, CannotAccess."""
    names = taken(folder)
    if names and not replace:
        raise Exists(f"{' and '.join(names)} in {shown(str(folder))}: there already, and nothing was written")
    first, second = (folder / name for name in _EXPORTED)
    texts = {first: dump_report(report), second: dump_plan(plan)}
    with made_folders(folder):
        write_together(texts, replace=replace, keep_previous=replace)
    return first, second
