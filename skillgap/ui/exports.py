"""The files that a sitting makes beside the assessment: the kept plan, and reports and plans for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from skillgap.core.plan import Budget, Plan
from skillgap.core.report import Report
from skillgap.core.text import shown
from skillgap.errors import SkillgapError
from skillgap.files.reports import dump_plan, dump_report, load_plan
from skillgap.files.storage import Exists, make_folder, write_atomic

EXPORTED = "report.toml", "plan.toml"


class Plans:
    """The plan that is kept beside an assessment, for its done marks, notes and hours."""

    def __init__(self, assessment: Path) -> None:
        name = "plan.toml" if assessment.stem == "assessment" else f"{assessment.stem}.plan.toml"
        self.file = assessment.with_name(name)
        self.problem = ""
        """Why the kept plan cannot be read; it is then left as it is."""
        self.previous: Plan | None = None
        if self.file.exists():
            try:
                self.previous = load_plan(self.file)
            except SkillgapError as error:
                self.problem = str(error)

    def budget(self, today: date, hours: float) -> Budget:
        """Give the hours of the kept plan, from today on or its later start; `hours` a week when there is no plan."""
        if self.previous is None:
            return Budget(hours_per_week=hours, start=today)
        old = self.previous.budget
        start = max(old.start, today)
        deadline = old.deadline if old.deadline and old.deadline > start else None
        return replace(old, start=start, deadline=deadline)

    def keep(self, plan: Plan) -> None:
        """Write the plan. Raises CannotAccess; also for a file that is there and cannot be read as a plan."""
        if self.problem:
            raise Exists(f"{shown(str(self.file))} cannot be read as a plan and is left as it is: {self.problem}")
        make_folder(self.file.parent)
        write_atomic(self.file, dump_plan(plan), replace=True, keep_previous=True)
        self.previous = plan


def taken(folder: Path) -> tuple[str, ...]:
    """Name the files in a folder that an export would replace."""
    return tuple(name for name in EXPORTED if (folder / name).exists() or (folder / name).is_symlink())


def write_both(folder: Path, report: Report, plan: Plan, *, replace: bool) -> tuple[Path, Path]:
    """Write report.toml and plan.toml. Raises `Exists` before anything is written, CannotAccess."""
    names = taken(folder)
    if names and not replace:
        raise Exists(f"{' and '.join(names)} in {shown(str(folder))}: there already, and nothing was written")
    make_folder(folder)
    first, second = (folder / name for name in EXPORTED)
    for file, text in ((first, dump_report(report)), (second, dump_plan(plan))):
        write_atomic(file, text, replace=replace, keep_previous=replace)
    return first, second
