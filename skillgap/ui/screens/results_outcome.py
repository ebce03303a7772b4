"""What Results shows: report and score of the answers, and the plan, each made in a thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message

from skillgap.core.plan import Plan
from skillgap.core.records import dataclass
from skillgap.core.report import Report
from skillgap.core.scoring import Score
from skillgap.errors import SkillgapError
from skillgap.ui.pages.results_verdict import has_next
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from skillgap.ui.session import Session

PATIENCE, SCORING = 0.3, "Scoring your answers ..."
"""Seconds without results, and what is said then."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers come to."""

    made_for: tuple[object, ...]
    report: Report
    score: Score
    plan: Plan | None = None
    """None while it is being made, and where none can be."""
    is_late: bool = False
    """Whether the plan is still being made."""


class ResultsOutcome(MainScreen):
    """Has answers scored when they have changed; a subclass lays out what they come to."""

    _outcome: Outcome | None = None
    _grade = ""
    """The grade in the table of roles that can be chosen."""

    class Computed(Message):
        """Report and score are there, or the plan as well."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def show(self, session: Session) -> None:
        """Score again when something has changed; lay it out."""
        made_for = session.basis
        if self._outcome is None or made_for != self._outcome.made_for:
            self.run_worker(partial(self._compute, session, made_for), thread=True, exclusive=True, group="results")
            if self._outcome is None:
                self.set_timer(PATIENCE, self._ask_patience)
        else:
            self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        """Show the outcome."""

    def _ask_patience(self) -> None:
        """Say that something is going on, once it takes so long that a person wonders."""
        if self._outcome is None:
            self.query_one("#verdict", Lines).put([Content.styled(SCORING, "$text-muted")])

    def _compute(self, session: Session, made_for: tuple[object, ...]) -> None:
        """Results are shown before the plan is there: it takes longer."""
        report, score = session.report(), session.score()
        needs_plan = has_next(report)
        self.post_message(self.Computed(Outcome(made_for, report, score, is_late=needs_plan)))
        if needs_plan:
            try:
                plan = session.plan(session.budget)
            except SkillgapError:  # Plan says why
                plan = None
            self.post_message(self.Computed(Outcome(made_for, report, score, plan)))

    @on(Computed)
    def _take(self, event: Computed) -> None:
        session, outcome = self.session, event.outcome
        if session is None or outcome.made_for != session.basis:
            return  # more has been answered meanwhile, and that is being scored
        if self._outcome is None or self._outcome.report.target != outcome.report.target:
            self._grade = outcome.report.target.grade
        self._outcome = outcome
        self._lay_out_soon()
