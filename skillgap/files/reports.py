"""report.toml and plan.toml: written, and read back to the same value."""

from __future__ import annotations

from pathlib import Path

from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.files.encoding import document
from skillgap.files.toml import load
from skillgap.files.validation import validate

REPORT_HEADER = "skillgap gap report: a snapshot. docs/formats.md explains every key."
PLAN_HEADER = (
    "skillgap plan: a living file. Write done = 2027-01-31 (and hours_spent) below a step when it is done;\n"
    "`skillgap plan report.toml` plans again and keeps done marks and notes. docs/formats.md explains every key."
)


def load_report(path: Path) -> Report:
    """Read a report. Raises BadInput and CannotAccess."""
    return validate(Report, load(path))


def dump_report(report: Report) -> str:
    """Write a report as TOML."""
    return document(report, REPORT_HEADER)


def load_plan(path: Path) -> Plan:
    """Read a plan. Raises BadInput and CannotAccess."""
    return validate(Plan, load(path))


def dump_plan(plan: Plan) -> str:
    """Write a plan as TOML."""
    return document(plan, PLAN_HEADER)
