"""How Plan is laid out: outcome, hours and dates, the steps over their weeks, the detail of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from skillgap.core.decisions import Entry
from skillgap.core.plan import LeftOut, Plan, PlannedStep
from skillgap.core.steps import step_id
from skillgap.ui.actions.common import CHECK
from skillgap.ui.actions.plan import ON_STEPS, OPEN, TAKE_BACK, TRUE_NOW
from skillgap.ui.pages.plan_chart import Axis
from skillgap.ui.pages.plan_detail import detail_page, entry_of
from skillgap.ui.pages.plan_head import head_page, nothing_rated, packed, settings_of
from skillgap.ui.pages.plan_left import rows
from skillgap.ui.pages.plan_rows import Listing, heads
from skillgap.ui.pages.room import Room, call
from skillgap.ui.screens.plan_making import PlanMaking
from skillgap.ui.text import prose
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_CHART_FROM = 110, 28
"""Width and height of a screen from which steps are bars over weeks, below the curve."""
_DETAIL_FROM = 78, 24
"""From here on the detail stands below the list; else it opens in a window of its own."""
_FEW_DONE = 2
"""Done steps that are in sight above the first one to do."""
_AIRY = 32
"""Height of a screen from which the title of the detail stands apart."""
_BESIDE_FROM = 160
"""Width of a screen from which the detail stands beside the chart."""
_DETAIL_WIDTH = 58
"""As in plan.tcss."""


class PlanPages(PlanMaking):
    """Shows the plan; what can be done with it is the screen's own."""

    _axis: Axis | None = None
    """The weeks of the timeline; None where there is none."""
    _first_week = 0
    _is_whole = False
    _wanted = ""
    """The row that was asked for before the plan was there."""

    def point_at(self, key: str) -> None:
        """Put the cursor on a row, once there is one."""
        self._wanted = key
        if self.is_mounted:
            self.lay_out()

    def body(self) -> Iterable[Widget]:
        """Head, settings, list, detail, what is to be said."""
        yield Lines(id="head")
        yield Lines(id="settings")
        with Container(id="panes"):
            yield RowSheet(id="steps")
            yield Sheet(id="detail")
        yield Lines(id="said")

    @property
    def steps(self) -> RowSheet:
        """The list of steps."""
        return self.query_one("#steps", RowSheet)

    def on_resize(self) -> None:
        """Lay the plan out again."""
        self.lay_out()

    def room(self, width: int) -> Room:
        """What there is to draw with."""
        return Room(max(20, width), self.size.height, self.main.glyphs, self.main.key_of)

    def lay_out(self) -> None:
        """Lay out everything for the size of the screen."""
        plan, session = self.plan, self.session
        if plan is None or session is None or not self.size.width:
            return
        width, height = self.size
        with_chart = width >= _CHART_FROM[0] and height >= _CHART_FROM[1] and bool(plan.scheduled)
        has_detail = with_chart or (width >= _DETAIL_FROM[0] and height >= _DETAIL_FROM[1])
        is_unrated = not session.interview.count("rated")
        is_empty = is_unrated or not (plan.steps or plan.left_outs or plan.conflicts)
        classes = {
            "-charted": with_chart,
            "-beside": with_chart and width >= _BESIDE_FROM,
            "-alone": not has_detail,
            "-empty": is_empty,
        }
        for name, is_set in classes.items():
            self.set_class(is_set, name)
        margin = 2 if self.has_class("-short") or self.has_class("-narrow") else 4
        room = self.room(width - margin)
        missing = sum(row.reason == "not-rated" for row in plan.left_outs)
        asked = len(session.profile.requirements)
        rated = session.score().count("rated")
        basis = (rated, asked if missing else rated)
        self._put("#head", nothing_rated(room) if is_unrated else head_page(plan, basis, room))
        self._put("#settings", packed(settings_of(plan.budget, room, session.passed_deadline), room.width))
        is_first = not self.steps.keys
        self._list(self._wanted or (plan.scheduled[0].id if is_first and plan.scheduled else ""))
        if self._wanted:
            self.follow()
        self._wanted = ""
        if is_first and len(plan.finished) > _FEW_DONE:
            self.call_after_refresh(self.steps.show_first, len(plan.finished) - _FEW_DONE)
        self.tell()

    def _list(self, key: str = "") -> None:
        """Fill the list, with the weeks of the step under the cursor in the window of the timeline."""
        plan, session = self.plan, self.session
        if plan is None or session is None:
            return
        beside = _DETAIL_WIDTH if self.has_class("-beside") else 0
        room = self.room(self.size.width - 3 - beside)
        listing = self._listing(plan, session, room, self.has_class("-charted"))
        self._axis = listing.axis if listing.with_chart else None
        self.steps.fill(heads(listing), rows(listing), key)

    def follow(self) -> None:
        """Scroll the timeline to the step under the cursor when it is out of sight."""
        step, axis = self.step_at_cursor(), self._axis
        if step is None or axis is None or not step.first_week:
            return
        place = step.first_week - 1
        if not axis.first <= place < axis.first + axis.shown:
            self.show_weeks(place - axis.shown // 8)

    def show_weeks(self, first: int) -> None:
        """Begin the timeline with a week, counted from 0, as far as it has more weeks than room."""
        axis = self._axis
        if axis is not None and (first := min(max(first, 0), max(0, axis.weeks - axis.shown))) != axis.first:
            self._first_week = first
            self._list()

    def _put(self, name: str, lines: list[Content]) -> None:
        self.query_one(name, Lines).put(lines)

    def _listing(self, plan: Plan, session: Session, room: Room, with_chart: bool) -> Listing:
        answers = session.assessment.answer_by_skill.values()
        musts = {step_id(r.skill, to) for r in session.profile.requirements for to in range(1, r.floor + 1)}
        levels = {answer.skill: answer.level for answer in answers if answer.level is not None}
        return Listing(
            plan=plan,
            room=room,
            with_chart=with_chart,
            musts=frozenset(musts),
            levels=levels,
            first=self._first_week,
            is_whole=self._is_whole,
            takes=self._takes,
            passed=session.passed_deadline,
        )

    def tell(self) -> None:
        """Show the detail of the row under the cursor, and what is to be said of it."""
        plan = self.plan
        if plan is None:
            return
        sheet = self.query_one("#detail", Sheet)
        is_beside, is_charted = self.has_class("-beside"), self.has_class("-charted")
        room = self.room(_DETAIL_WIDTH - 4 if is_beside else self.size.width - 5)
        columns = 2 if is_charted and not is_beside else 1
        is_airy = columns == 1 and self.size.height >= _AIRY
        lines = detail_page(plan, self.steps.key, room, columns=columns, takes=self._takes, is_airy=is_airy)
        sheet.put([*lines, *self._row_keys(room)])
        sheet.scroll_to(y=0, animate=False, immediate=True)
        self._say(self._words())
        self.update_keys()

    def say_wait(self, words: Content) -> None:
        """Say that a plan is being made, where there is none yet or below it."""
        if self.plan is None:
            self._put("#head", [words])
        else:
            self._say(words)

    def _say(self, words: Content) -> None:
        said = self.query_one("#said", Lines)
        said.display = bool(words)
        said.update(words)

    def update_keys(self) -> None:
        """Show the keys that make sense for the row."""

    def _words(self) -> Content:
        """What could not be kept, or what the done step under the cursor now asks."""
        marks, key_of = self.main.glyphs, self.main.key_of
        if self.desk and self.desk.problem:
            text = prose(f"The plan on disk is not up to date: {self.desk.problem}")
            return Content.assemble((f"{marks.warning} ", "bold"), text).stylize("$text-error")
        step = self.step_to_rate()
        if self.session is None:
            return Content("")
        if held := self.step_to_confirm():
            return Content.assemble(
                ("Is it still true of you?  ", "bold $text-success"),
                f"{prose(held.anchor)}  ",
                (key_of(TRUE_NOW), "bold $text-accent"),
                " says so, ",
                (key_of(OPEN), "bold $text-accent"),
                " opens it",
            )
        if step is None:
            return self._conflicts() or self._doubts()
        level = f"{step.to} {prose(self.session.loaded.pack.scale.name(step.to))}"
        return Content.assemble(
            ("Is it true of you now?  ", "bold $text-success"),
            f"{prose(step.anchor)}  ",
            (key_of(TRUE_NOW), "bold $text-accent"),
            f" rates you {level}, ",
            (key_of(TAKE_BACK), "bold $text-accent"),
            " takes the mark back",
        )

    def _conflicts(self) -> Content:
        """How many choices could not be followed, away from their list."""
        many = len(self.plan.conflicts) if self.plan else 0
        if not many or self.steps.key.startswith("conflict:"):
            return Content("")
        text = "1 choice not followed; it stands" if many == 1 else f"{many} choices not followed; they stand"
        text += " first in the list"
        return Content.assemble((f"{self.main.glyphs.warning} ", "bold"), text).stylize("$text-warning")

    def _doubts(self) -> Content:
        """The first day that is probably a slip of the pen, and how many more there are."""
        found = self.session.doubts(self.plan) if self.session and self.plan else ()
        if not found:
            return Content("")
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        text = Content.assemble((f"{self.main.glyphs.warning} ", "bold"), prose(f"{found[0]}{more}"))
        return text.stylize("$text-warning")

    def step_at_cursor(self) -> PlannedStep | None:
        """The step under the cursor."""
        steps = self.plan.steps if self.plan else ()
        return next((step for step in steps if step.id == self.steps.key), None)

    def step_to_rate(self) -> PlannedStep | None:
        """The step under the cursor, when it is done and its skill is rated lower."""
        step, session = self.step_at_cursor(), self.session
        if step is None or step.done is None or session is None:
            return None
        level = session.assessment.answer(step.skill).level
        return step if level is not None and level < step.to else None

    def step_to_confirm(self) -> PlannedStep | None:
        """The step under the cursor, when it is done, rated, and due for a look today."""
        step, plan, session = self.step_at_cursor(), self.plan, self.session
        if step is None or plan is None or session is None or self.step_to_rate() is not None:
            return None
        due = any(row.step == step.id and row.day <= session.today for row in plan.rechecks)
        return step if due else None

    def entry(self) -> Entry | None:
        """What stands behind the row under the cursor."""
        return entry_of(self.plan, self.steps.key) if self.plan and self.is_mounted else None

    def _row_keys(self, room: Room) -> list[Content]:
        """The keys that work on the row under the cursor."""
        row = self.entry()
        calls = [call(action, action.label, room.key_of) for action in ON_STEPS if self.is_offered(action)]
        if isinstance(row, LeftOut) and row.reason == "not-rated":
            calls.insert(0, call(OPEN, "Rate it", room.key_of))
        if isinstance(row, PlannedStep) and row.verify_first:
            calls.insert(0, call(CHECK, "Check yourself", room.key_of))
        return [Content(""), *packed(calls, room.width)] if calls else []
