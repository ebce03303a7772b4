"""How Results is laid out: the verdict, an overview where there is room, and one of five pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from skillgap.core.reading import SORTED, sorted_gaps
from skillgap.core.report import Report, RoleRow
from skillgap.ui.pages import results_areas as areas
from skillgap.ui.pages import results_gaps as gaps
from skillgap.ui.pages import results_profile as profile
from skillgap.ui.pages import results_roles as roles
from skillgap.ui.pages.results_cell import aim_said, cell_page
from skillgap.ui.pages.results_next import MAKING, next_line
from skillgap.ui.pages.results_tabs import tabs_of
from skillgap.ui.pages.results_trace import Traced, trace_page
from skillgap.ui.pages.results_verdict import LABEL, verdict_page
from skillgap.ui.pages.room import Room
from skillgap.ui.screens.results_outcome import Outcome, ResultsOutcome
from skillgap.ui.widgets.filter_line import FilterLine
from skillgap.ui.widgets.keyline import KeyLine
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.result_tabs import ResultTabs
from skillgap.ui.widgets.row_sheet import Row, RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_MARGIN, _GUTTER, SIDE = 2, 4, 64
"""Cells beside the text, between the halves of the overview, and for the trace; as in results.tcss."""
_OVERVIEW_WIDTH, _OVERVIEW_REST = 110, 16
"""From this width, with this many rows besides, areas and roles stand above the gaps."""
_NEVER = 10_000
_SIDE_WIDTHS = {"gaps": 170, "areas": 116}
"""From these widths the trace stands beside the gaps, and the chart beside the areas."""
_AREAS_SIDE, _WIDEST_AREAS = 56, 90
"""Cells that the chart has at least, and from which on it takes all that is left by the bars."""
_DETAIL, _DETAILED = 10, 34
"""Rows for what a cell of the table of roles asks, and rows of a window from which it is said."""
_BRIEF = 32
"""Rows below which the head is brief while another page than the gaps is in front."""
_LEAST_AREAS = 51
"""Cells that the areas of the overview keep, however long the names of roles are."""


class ResultsPages(ResultsOutcome):
    """Shows the outcome; what can be done with it is the screen's own."""

    _view = "gaps"
    _order = "loss"
    _is_must = False
    """Whether only gaps of must-haves are shown."""
    _is_roomy = False
    """Whether there is room for areas and roles above the gaps."""
    _words = ""
    """What the gaps are filtered by."""
    _is_chart = False
    """Whether areas are shown as a chart where there is no room for both."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, str] = {}
        """The row that was left, by page."""

    def body(self) -> Iterable[Widget]:
        """Verdict, overview, pages."""
        with Horizontal(id="head"):
            yield Lines(id="verdict")
        yield ResultTabs(id="tabs")
        yield FilterLine(id="filter", placeholder="words of a name, an area or a reason", select_on_focus=False)
        with Horizontal(id="overview"):
            yield Sheet(id="areas")
            yield Sheet(id="roles")
        with Horizontal(id="pages"):
            yield RowSheet(id="page")
            yield Sheet(id="side")
        yield Lines(id="said")

    @property
    def page(self) -> RowSheet:
        """The page in front."""
        return self.query_one("#page", RowSheet)

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
        is_brief = self._view != "gaps" and self.size.height < _BRIEF
        room = self._room(max(20, self.size.width - margin))
        lines = verdict_page(it.report, it.score, room, following=self._following(it, room), is_brief=is_brief)
        self.query_one("#verdict", Lines).put(lines)
        rows = max(len(it.report.areas) + 1, len(it.report.roles) + 6)
        self._is_roomy = self.size.width >= _OVERVIEW_WIDTH and self.size.height >= len(lines) + rows + _OVERVIEW_REST
        self.set_class(self._is_roomy and self._view == "gaps", "-overview")
        has_side = self._view != "areas" or len(it.report.areas) >= profile.FEWEST
        self.set_class(has_side and self.size.width >= _SIDE_WIDTHS.get(self._view, _NEVER), "-side")
        self.set_class(self._view == "roles" and self.size.height >= _DETAILED, "-detailed")
        self.query_one("#side").styles.width = self._side
        self.set_class(it.report.summary.readiness is None, "-empty")

    def _following(self, it: Outcome, room: Room) -> Content | None:
        """What the plan asks for first."""
        if it.plan is None or self.session is None:
            return Content.styled(MAKING, "$text-muted") if it.is_late else None
        return next_line(it.plan, self.session.today, replace(room, width=room.width - LABEL))

    def _room(self, width: int) -> Room:
        return Room(width, self.size.height, self.main.glyphs, self.main.key_of)

    @property
    def _side(self) -> int:
        """The cells of the pane at the side: bars of areas need no more than so much."""
        return max(_AREAS_SIDE, self.size.width - _WIDEST_AREAS) if self._view == "areas" else SIDE

    def _page_room(self) -> Room:
        """The room of the page in front, beside margins, scroll bar and trace."""
        side = self._side + _MARGIN if self.has_class("-side") else 0
        return self._room(max(20, self.size.width - _MARGIN - 3 - side))

    def _lay_out(self) -> None:
        it, session = self._outcome, self.session
        if it is None or session is None or it.report.summary.readiness is None:
            return
        if self.has_class("-overview"):
            self._overview(it, session)
        tabs = self.query_one(ResultTabs)
        tabs.tabs = tabs_of(it.report, self.main.key_of)
        tabs.front = self._view
        tabs.note = self._order_said(it.report)
        heads, rows = self._page(it, session, self._page_room())
        self.page.fill(heads, rows, self._keys.pop(self._view, ""))
        is_short = self.has_class("-detailed") and len(rows) + _DETAIL < self.size.height // 2
        self.query_one("#pages").styles.height = len(heads) + len(rows) + 1 if is_short else "1fr"
        self._say()

    def _order_said(self, report: Report) -> str:
        if self._view != "gaps" or not report.gaps:
            return ""
        return SORTED[self._order]

    def _overview(self, it: Outcome, session: Session) -> None:
        top, report = session.loaded.pack.scale.top, it.report
        left, right = self.query_one("#areas", Sheet), self.query_one("#roles", Sheet)
        both = self.size.width - 2 * _MARGIN - _GUTTER
        half = max(min(both // 2, both - roles.needed(report)), _LEAST_AREAS)
        one, two = self._room(half), self._room(both - half)
        regions = [*areas.area_heads(report, one), *_lines(areas.area_rows(report, top, one))]
        places = [*roles.role_heads(report, self._titles(session), two), *_lines(roles.role_rows(report, two))]
        left.styles.width = half
        for sheet, lines in ((left, regions), (right, places)):
            sheet.styles.height = max(len(regions), len(places))
            sheet.put(lines)

    def _page(self, it: Outcome, session: Session, room: Room) -> tuple[list[Content], list[Row]]:
        """Give headings and rows of the page in front."""
        report = it.report
        match self._view:
            case "gaps":
                found = sorted_gaps(report, self._order, must_haves=self._is_must, words=self._words)
                rows = gaps.gap_rows(report, found, self._order, room)
                said = gaps.filter_heads(report, self._words, len(found), room, is_must=self._is_must)
                heads = [*said, *gaps.gap_heads(report, self._order, room)]
                return heads, rows or [Row(line) for line in gaps.no_gaps(report, self._words, room)]
            case "areas" if self._is_charted(report, room):
                return [], [Row(line) for line in self._chart(it, session, room)]
            case "areas":
                rows = areas.area_rows(report, session.loaded.pack.scale.top, room)
                return areas.area_heads(report, room), rows
            case "roles":
                heads = roles.role_heads(report, self._titles(session), room, self._grade)
                return heads, roles.role_rows(report, room, self._grade)
            case "unrated":
                return [], gaps.open_rows(report, room)
            case _:
                return [], gaps.note_rows(report, room)

    def _is_charted(self, report: Report, room: Room) -> bool:
        """Whether the chart takes the place of the bars."""
        inner = replace(room, height=self.page.size.height)
        return self._is_chart and not self.has_class("-side") and profile.can_be_drawn(report, inner)

    def _chart(self, it: Outcome, session: Session, room: Room) -> list[Content]:
        top, height = session.loaded.pack.scale.top, self.page.size.height
        return profile.profile_page(it.report, top, replace(room, height=height))

    def _titles(self, session: Session) -> dict[str, str]:
        return {grade.id: grade.title for role in reversed(session.loaded.pack.roles) for grade in role.grades}

    def _say(self) -> None:
        """Say more of the row under the cursor, and trace it where there is room."""
        it, key, session = self._outcome, self.page.key, self.session
        if it is None:
            return
        row = next((row for row in it.report.skills if row.id == key), None)
        is_narrow = self._page_room().width < gaps.WITH_WEIGHT
        line = self.size.width - 2 * _MARGIN
        words = gaps.said_of(it.report, row, with_weight=is_narrow, width=line) if row is not None and row.gap else ""
        said = [Content.styled(words, "$text-muted")]
        if self._view == "roles" and key and session is not None:
            said = self._cell_said(next(role for role in it.report.roles if role.id == key), session)
        self.query_one("#said", Lines).put(said)
        self.query_one(KeyLine).hints = self.hints()
        side = self.query_one("#side", Sheet)
        if self.has_class("-side") and self._view == "areas":
            inner = Room(self._side - 4, self.page.size.height, self.main.glyphs, self.main.key_of)
            side.put(self._chart(it, session, inner) if session and profile.can_be_drawn(it.report, inner) else [])
        elif self.has_class("-side"):
            side.put(trace_page(self._traced(key), self._room(SIDE - _MARGIN - 2)) if row is not None else [])
            side.scroll_to(y=0, animate=False, immediate=True)

    def _cell_said(self, role: RoleRow, session: Session) -> list[Content]:
        """Say what the chosen cell of the table is, and where there is room for it what it asks."""
        title, room = self._titles(session).get(self._grade, self._grade), self._room(self.size.width - 2 * _MARGIN)
        aim = aim_said(role, self._grade, title, room)
        if not self.has_class("-detailed") or self._grade not in [cell.id for cell in role.grades]:
            return [aim]
        room = replace(room, height=_DETAIL)
        return [*cell_page(session.loaded.pack, session.assessment, role.id, self._grade, room), Content(""), aim]

    def _traced(self, skill: str) -> Traced:
        session, it = self.session, self._outcome
        assert session is not None  # noqa: S101 - a row that is shown has both
        assert it is not None  # noqa: S101
        answer = session.assessment.answer(skill)
        return Traced(pack=session.loaded.pack, score=it.score, report=it.report, answer=answer)


def _lines(rows: Iterable[Row]) -> list[Content]:
    return [row.content for row in rows]
