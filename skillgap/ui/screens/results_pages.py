"""How Results is laid out: the verdict, an overview where there is room, and one of five pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from skillgap.core.report import Report
from skillgap.core.scoring import Score
from skillgap.ui.actions.results import VIEWS
from skillgap.ui.pages import results_areas as areas
from skillgap.ui.pages import results_gaps as gaps
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.results_trace import Traced, trace_page
from skillgap.ui.pages.results_verdict import verdict_page
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.widgets.result_tabs import ResultTabs, Tab
from skillgap.ui.widgets.row_sheet import Row, RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

VIEW_NAMES = tuple(action.label.lower() for action in VIEWS)
MARGIN, GUTTER, SIDE = 2, 4, 64
"""Cells beside the text, between the halves of the overview, and for the trace; as in results.tcss."""
OVERVIEW_WIDTH, OVERVIEW_REST, SIDE_WIDTH = 110, 24, 170
"""From this width, with this many rows besides, areas and roles stand above the page; the trace beside it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers come to."""

    made_for: tuple[Any, ...]
    report: Report
    score: Score


class ResultsPages(MainScreen):
    """Shows the outcome; what can be done with it is the screen's own."""

    _outcome: Outcome | None = None
    _view = "gaps"
    _order = "loss"
    _is_must = False
    """Whether only gaps of must-haves are shown."""
    _grade = ""
    """The grade in the table of roles that can be chosen."""

    class Computed(Message):
        """Report and score are there."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, str] = {}
        """The row that was left, by page."""

    def body(self) -> Iterable[Widget]:
        """Verdict, overview, pages."""
        with Horizontal(id="head"):
            yield Static(id="verdict")
        with Horizontal(id="overview"):
            yield Sheet(id="areas")
            yield Sheet(id="roles")
        yield ResultTabs(id="tabs")
        with Horizontal(id="pages"):
            yield RowSheet(id="page")
            yield Sheet(id="side")
        yield Static(id="said")

    @property
    def page(self) -> RowSheet:
        """The page in front."""
        return self.query_one("#page", RowSheet)

    def show(self, session: Session) -> None:
        """Score again when something has changed; lay it out."""
        made_for = (session.assessment, session.profile, session.today)
        if self._outcome is None or made_for != self._outcome.made_for:
            self.run_worker(partial(self._compute, session, made_for), thread=True, exclusive=True, group="results")
        else:
            self._lay_out_soon()

    def _compute(self, session: Session, made_for: tuple[Any, ...]) -> None:
        outcome = Outcome(made_for, session.report(session.today), session.score())
        self.post_message(self.Computed(outcome))

    @on(Computed)
    def _take(self, event: Computed) -> None:
        self._outcome = event.outcome
        if not self._grade:
            self._grade = event.outcome.report.target.grade
        self._lay_out_soon()

    def on_resize(self) -> None:
        """Lay everything out for the new size."""
        self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        if self._outcome is not None:
            self._lay_out_head(self._outcome)
            self.call_after_refresh(self._lay_out)

    def _lay_out_head(self, it: Outcome) -> None:
        """The verdict, which decides what room is left."""
        margin = 2 if self.has_class("-narrow") or self.has_class("-short") else 4
        lines = verdict_page(it.report, it.score, self._room(max(20, self.size.width - margin)))
        self.query_one("#verdict", Static).update(Content("\n").join(lines))
        rows = max(len(it.report.areas) + 1, len(it.report.roles) + 4)
        is_roomy = self.size.width >= OVERVIEW_WIDTH and self.size.height >= len(lines) + rows + OVERVIEW_REST - 7
        self.set_class(is_roomy, "-overview")
        self.set_class(self.size.width >= SIDE_WIDTH, "-side")
        self.set_class(it.report.summary.readiness is None, "-empty")

    def _room(self, width: int) -> Room:
        return Room(width, self.size.height, self.main.glyphs, self.main.key_of)

    def _page_room(self) -> Room:
        """The room of the page in front, beside margins, scroll bar and trace."""
        side = SIDE + MARGIN if self.has_class("-side") else 0
        return self._room(max(20, self.size.width - MARGIN - 3 - side))

    def _lay_out(self) -> None:
        it, session = self._outcome, self.session
        if it is None or session is None or it.report.summary.readiness is None:
            return
        if self.has_class("-overview"):
            self._overview(it, session)
        tabs = self.query_one(ResultTabs)
        tabs.tabs = self._tabs(it.report)
        tabs.front = self._view
        tabs.note = gaps.SORTED[self._order] if self._view == "gaps" and it.report.gaps else ""
        heads, rows = self._page(it, session, self._page_room())
        self.page.fill(heads, rows, self._keys.get(self._view, ""))
        self._say()

    def _overview(self, it: Outcome, session: Session) -> None:
        top = session.loaded.pack.scale.top
        left, right = self.query_one("#areas", Sheet), self.query_one("#roles", Sheet)
        half = self._room((self.size.width - 2 * MARGIN - GUTTER) // 2 - 1)
        roles = [*areas.role_heads(it.report, self._titles(session), half), *_lines(areas.role_rows(it.report, half))]
        regions = [*areas.area_heads(it.report, half), *_lines(areas.area_rows(it.report, top, half))]
        for sheet, lines in ((left, regions), (right, roles)):
            sheet.styles.height = max(len(regions), len(roles))
            sheet.put(lines)

    def _tabs(self, report: Report) -> list[Tab]:
        summary = report.summary
        counts = {
            "gaps": f"{len(report.gaps)}",
            "areas": f"{len(report.areas)}",
            "roles": f"{len(report.roles)}",
            "unrated": f"{summary.unanswered + summary.not_applicable}",
            "notes": f"{len(report.notes)}" if report.notes else "",
        }
        return [
            Tab(name, self.main.key_of(action), action.label, counts[name])
            for name, action in zip(VIEW_NAMES, VIEWS, strict=True)
        ]

    def _page(self, it: Outcome, session: Session, room: Room) -> tuple[list[Content], list[Row]]:
        """Give headings and rows of the page in front."""
        report = it.report
        match self._view:
            case "gaps":
                found = gaps.sorted_gaps(report, self._order, must_haves=self._is_must)
                rows = gaps.gap_rows(report, found, room)
                return gaps.gap_heads(report, self._order, room), rows or [Row(Content(self._no_gaps(report)))]
            case "areas":
                rows = areas.area_rows(report, session.loaded.pack.scale.top, room)
                return areas.area_heads(report, room), rows
            case "roles":
                heads = areas.role_heads(report, self._titles(session), room, self._grade)
                return heads, areas.role_rows(report, room)
            case "unrated":
                return [], gaps.open_rows(report, room)
            case _:
                return [], gaps.note_rows(report, room)

    def _no_gaps(self, report: Report) -> str:
        if report.gaps:
            return "No must-have is missing. m shows all gaps."
        return "No gaps: every rated skill meets what this profile asks. t chooses a higher grade or another role."

    def _titles(self, session: Session) -> dict[str, str]:
        return {grade.id: grade.title for role in reversed(session.loaded.pack.roles) for grade in role.grades}

    def _say(self) -> None:
        """Say more of the row under the cursor, and trace it where there is room."""
        it, key = self._outcome, self.page.key
        if it is None:
            return
        row = next((row for row in it.report.skills if row.id == key), None)
        words = gaps.said_of(it.report, row) if row is not None and row.gap else ""
        if self._view == "roles" and key:
            role = next(row for row in it.report.roles if row.id == key)
            words = f"enter aims at {prose(role.name)}, {prose(self._grade)}; left and right choose the grade"
        self.query_one("#said", Static).update(Content(words))
        side = self.query_one("#side", Sheet)
        if self.has_class("-side"):
            side.put(trace_page(self._traced(key), self._room(SIDE - MARGIN - 2)) if row is not None else [])
            side.scroll_to(y=0, animate=False, immediate=True)

    def _traced(self, skill: str) -> Traced:
        session, it = self.session, self._outcome
        assert session is not None  # noqa: S101 - a row that is shown has both
        assert it is not None  # noqa: S101
        return Traced(
            pack=session.loaded.pack, score=it.score, report=it.report, answer=session.assessment.answer(skill)
        )


def _lines(rows: Iterable[Row]) -> list[Content]:
    return [row.content for row in rows]
