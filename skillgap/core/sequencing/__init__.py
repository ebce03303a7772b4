"""Order jobs with prerequisites for the earliest value, and choose those that fit a budget of hours."""

from __future__ import annotations

from skillgap.core.sequencing.deadline import Selection, fit
from skillgap.core.sequencing.jobs import CycleError, Job
from skillgap.core.sequencing.projects import Bundle, contract, sequence_with_bundles
from skillgap.core.sequencing.schedule import Schedule, sequence

__all__ = [
    "Bundle",
    "CycleError",
    "Job",
    "Schedule",
    "Selection",
    "contract",
    "fit",
    "sequence",
    "sequence_with_bundles",
]
