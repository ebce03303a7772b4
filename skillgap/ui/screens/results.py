"""Results: the verdict and the gaps, how every number came about, and the way out as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.content import Content

from skillgap.core.reading import SORTS, sorted_gaps
from skillgap.core.report import Report
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.results import ACTIONS, CHART, CLEAR, EXPORT, FILTER, LEFT, MUST_HAVES, OPEN, RIGHT, SORT
from skillgap.ui.aiming import aim
from skillgap.ui.pages import results_gaps as gaps
from skillgap.ui.pages import results_roles as roles
from skillgap.ui.pages.results_tabs import VIEW_NAMES
from skillgap.ui.pages.results_trace import trace_page
from skillgap.ui.pages.room import Room
from skillgap.ui.screens.results_pages import ResultsPages
from skillgap.ui.screens.row_moves import RowMoves
from skillgap.ui.widgets.filter_line import FilterLine
from skillgap.ui.widgets.keyline import KeyHint
from skillgap.ui.widgets.row_sheet import RowSheet

_OPENS = {"gaps": "Trace", "areas": "Its gaps", "roles": "Aim", "unrated": "Rate"}
"""What opening a row does, by page."""
_WHOLE = ""
"""Stands for readiness among the rows."""


class ResultsScreen(RowMoves, ResultsPages):
    """The gap report; below the verdict one of five pages."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "results.tcss"
    MODE = "results"

    _is_grade_new = False
    """Whether the last click chose another grade."""

    def is_offered(self, action: Action) -> bool:
        """Nothing is offered that would do nothing."""
        report = self._report
        if report is None or report.summary.readiness is None:
            return action is EXPORT
        if action in (SORT, MUST_HAVES, FILTER):
            return self._view == "gaps" and bool(report.gaps)
        if action is CLEAR:
            return bool(self._words)
        if action is CHART:
            return self._view == "areas" and not self.has_class("-side")
        return self._view == "roles" if action in (LEFT, RIGHT) else action is not OPEN or bool(self.page.key)

    def hints(self) -> Sequence[KeyHint]:
        """Give the key line of the page in front."""
        idle = {f"screen.{action.call}" for action in ACTIONS if not self.is_offered(action)}
        hints = [hint for hint in super().hints() if hint.call not in idle]
        mine = f"screen.{OPEN.call}"
        return [
            replace(hint, label=_OPENS.get(self._view, OPEN.label)) if hint.call == mine else hint for hint in hints
        ]

    @property
    def _report(self) -> Report | None:
        return self._outcome.report if self._outcome else None

    def action_view(self, name: str) -> None:
        """Show one of the pages."""
        if name in VIEW_NAMES:
            self._keys[self._view] = self.page.key
            self._view = name
            self._lay_out()  # the next key is meant for this page
            self._lay_out_soon()  # and again in the room that it has then

    def action_next_view(self) -> None:
        """Show the next page."""
        self._step_view(1)

    def action_view_before(self) -> None:
        """Show the page before."""
        self._step_view(-1)

    def _step_view(self, by: int) -> None:
        self.action_view(VIEW_NAMES[(VIEW_NAMES.index(self._view) + by) % len(VIEW_NAMES)])

    def action_sort(self) -> None:
        """Order the gaps by the next thing."""
        if self._view == "gaps":
            self._sort(SORTS[(SORTS.index(self._order) + 1) % len(SORTS)])

    def _sort(self, order: str) -> None:
        self._order = order
        self._keys["gaps"] = ""
        self._lay_out()
        self.page.move(-len(self.page.keys))

    def action_must_haves(self) -> None:
        """Show must-haves alone, or all gaps."""
        self._is_must = not self._is_must
        self.action_view("gaps")

    def action_filter(self) -> None:
        """Ask for words that the gaps must have; every letter counts at once."""
        if self._report is not None and self._report.gaps:
            self.action_view("gaps")
            self.add_class("-filtering")
            self.query_one(FilterLine).focus()

    @on(FilterLine.Changed)
    def _filter(self, event: FilterLine.Changed) -> None:
        if event.value.strip() != self._words:
            self._words = event.value.strip()
            self._lay_out()

    @on(FilterLine.Submitted)
    def _keep_filter(self) -> None:
        self.remove_class("-filtering")
        self.set_focus(None)

    def action_clear_filter(self) -> None:
        """Show all gaps again."""
        self.query_one(FilterLine).value = ""
        self._keep_filter()

    def action_chart(self) -> None:
        """Show the areas as a chart, or as bars."""
        self._is_chart = not self._is_chart
        self.action_view("areas")

    @on(RowSheet.HeadClicked)
    def _click_head(self, event: RowSheet.HeadClicked) -> None:
        report = self._report
        if event.sheet is not self.page or self._view != "gaps" or report is None:
            return
        if order := gaps.order_at(report, self._page_room(), event.x):
            self._sort(order)

    @on(RowSheet.Pointed)
    def _point(self) -> None:
        self._say()

    @on(RowSheet.Chosen)
    def _choose(self) -> None:
        if self._is_grade_new:  # the click went to another cell of the row, to look at it
            self._is_grade_new = False
        else:
            self.action_open()

    def action_grade(self, grade: str) -> None:
        """Look at a grade of the table of roles; runs before the click reaches the row."""
        self._is_grade_new = self._view == "roles" and grade != self._grade
        if self._is_grade_new:
            self._grade = grade
            self._lay_out()

    def action_open(self) -> None:
        """Open the row under the cursor."""
        key = self.page.key
        if not key or self.session is None:
            return
        match self._view:
            case "gaps":
                self._trace(key)
            case "areas":
                self._show_area(key)
            case "roles":
                self._aim_at(key)
            case "unrated":
                self.main.rate_skill(key)

    def _trace(self, key: str) -> None:
        from skillgap.ui.screens.leaf import LeafScreen  # noqa: PLC0415 - not before it is wanted

        def leaf(skill: str, room: Room) -> tuple[str, list[Content]]:
            it = self._traced(skill)
            return it.row.name, [*trace_page(it, room), *self._sure_of(skill, room)]

        def leave(skill: str | None) -> None:
            self.page.point_at(screen.key)
            self.main.rate_skill(skill)

        screen = LeafScreen(self.page.keys, key, leaf)
        self.main.push_screen(screen, leave)

    def _sure_of(self, skill: str, room: Room) -> list[Content]:
        """Say below a trace how sure the level is."""
        from skillgap.ui.pages.results_sure import account_page  # noqa: PLC0415 - the model is read when first wanted

        session, it = self.session, self._outcome
        if session is None or it is None:
            return []
        title = Content.styled("How sure is this?", "bold $text-primary")
        return [Content(""), title, *account_page(session.sureness(it.report).skill(skill), room)]

    def action_sure(self) -> None:
        """Say how sure readiness is, and then each row of the page."""
        session, it = self.session, self._outcome
        if session is None or it is None or it.report.summary.readiness is None:
            return
        from skillgap.ui.pages.results_sure import account_page  # noqa: PLC0415 - the model is read when first wanted
        from skillgap.ui.screens.leaf import LeafScreen  # noqa: PLC0415

        sureness = session.sureness(it.report)
        rows = {row.id for row in it.report.skills if row.state != "not-applicable"}
        keys = (_WHOLE, *(key for key in self.page.keys if key in rows))

        def leaf(skill: str, room: Room) -> tuple[str, list[Content]]:
            return "How sure is this?", account_page(sureness.skill(skill) if skill else sureness.readiness(), room)

        is_row = self._view == "unrated" and self.page.key in rows
        self.main.push_screen(LeafScreen(keys, self.page.key if is_row else _WHOLE, leaf), self.main.rate_skill)

    def _show_area(self, area: str) -> None:
        """Show the gaps area by area, from this one on."""
        report = self._report
        found = sorted_gaps(report, "area") if report else ()
        first = next((row.id for row in found if row.area == area), "")
        self._order, self._is_must = "area", False
        self.action_clear_filter()
        self._keys["areas"] = area
        self.action_view("gaps")
        self.page.point_at(first)

    def _aim_at(self, role: str) -> None:
        """Measure against another role and grade."""
        session, grade = self.session, self._grade
        if session is None or not self.is_ready:
            return
        if session.is_read_only:
            self.notify(f"Read-only: {session.why_read_only}", severity="warning", markup=False)
        elif grade in [item.id for item in session.loaded.pack.role_by_id[role].grades]:
            aim(self.main, role, grade)

    def action_left(self) -> None:
        """One grade to the left."""
        self._step_grade(-1)

    def action_right(self) -> None:
        """One grade to the right."""
        self._step_grade(1)

    def _step_grade(self, by: int) -> None:
        report = self._report
        if self._view != "roles" or report is None:
            return
        grades = roles.grades_of(report)
        place = grades.index(self._grade) if self._grade in grades else 0
        self._grade = grades[min(max(place + by, 0), len(grades) - 1)]
        self._lay_out()
