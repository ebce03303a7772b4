"""report.toml and plan.toml: written, and read back to the same value."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from skillgap.core.feasible import flaws
from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.core.text import shown
from skillgap.errors import BadInput
from skillgap.files.encoding import document
from skillgap.files.schema_version import schema_problems
from skillgap.files.toml import Document, load
from skillgap.files.validation import Places, validate

T = TypeVar("T", Report, Plan)

_REPORT_HEADER = "skillgap gap report: a snapshot. docs/formats.md explains every key."
_PLAN_HEADER = (
    "skillgap plan: a living file. Write done = 2027-01-31 (and hours_spent) below a step when it is done;\n"
    "`skillgap plan report.toml` plans again and keeps that, your notes and [choices]. docs/formats.md has every key."
)


def load_report(path: Path) -> Report:
    """Read a report. Raises BadInput and CannotAccess."""
    return read_report(load(path))


def read_report(document: Document) -> Report:
    """Read a document as a report. Raises BadInput."""
    return _read(Report, document)


def dump_report(report: Report) -> str:
    """Write a report as TOML."""
    return document(report, _REPORT_HEADER)


def load_plan(path: Path) -> Plan:
    """Read a plan. Raises BadInput and CannotAccess."""
    return _read(Plan, load(path))


def dump_plan(plan: Plan, head: str = "") -> str:
    """Write a plan as TOML, below the comments that its file had at its head."""
    return document(plan, _PLAN_HEADER, head)


def read_any(document: Document) -> Report | Plan | None:
    """Read a document that says it is a report or a plan; None when it says no kind. Raises BadInput."""
    kind = document.data.get("kind")
    if kind is None:
        return None
    if kind not in ("report", "plan"):
        remedy = 'a report has kind = "report", a plan kind = "plan", an assessment none'
        raise BadInput([Places(document).problem(("kind",), f'unknown kind "{shown(str(kind))}"', remedy)])
    return _read(Report, document) if kind == "report" else _read(Plan, document)


def _read(kind: type[T], document: Document) -> T:
    """Read a document as what is wanted; a wrong kind or format is said alone, as all else follows from it."""
    name = kind.__name__.lower()
    problems = [*schema_problems(document)]
    if document.data.get("kind") != name:
        given = document.data.get("kind")
        what = f"this is no {name}" if given is None else f'this is no {name}: its kind is "{shown(str(given))}"'
        problems.append(Places(document).problem(("kind",), what, f"name a {name}.toml"))
    if problems:
        raise BadInput(sorted(problems))
    value = validate(kind, document)
    if isinstance(value, Plan):
        problems = [Places(document).problem(flaw.key, flaw.what, flaw.remedy) for flaw in flaws(value)]
    if problems:
        raise BadInput(sorted(problems))
    return value
