"""Home: what this is, where you stand, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from skillgap.errors import SkillgapError
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.home import ACTIONS, QUICK, REASSESS, TODOS
from skillgap.ui.pages.room import Room
from skillgap.ui.screens.base import READING, MainScreen
from skillgap.ui.widgets.keyline import KeyHint
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.core.todo import Todo
    from skillgap.ui.pages.home import Outlook
    from skillgap.ui.session import Session


Basis = tuple[object, ...]


class HomeScreen(MainScreen):
    """The first screen."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    MODE = "home"
    _asked: Basis | None = None
    """The answers that report and plan are being made of."""
    _outlook: tuple[Basis, Outlook] | None = None
    """Report and plan of answers, target, hours and done marks, made in a thread."""

    class Computed(Message):
        """Report and plan are there."""

        def __init__(self, made_for: Basis, outlook: Outlook) -> None:
            super().__init__()
            self.made_for = made_for
            self.outlook = outlook

    def body(self) -> Iterable[Widget]:
        """One page."""
        sheet = Sheet(id="page")
        sheet.can_focus = True  # so that arrows scroll it
        yield sheet

    def on_mount(self) -> None:
        """Say that something is going on."""
        self.query_one(Sheet).focus()
        self.query_one(Sheet).put([Content(""), Content.styled(f"  {READING}", "$text-muted")])

    def on_resize(self) -> None:
        """Lay the page out again."""
        if self.session is not None:
            self.call_after_refresh(self.show, self.session)

    def show(self, session: Session) -> None:
        """Lay the page out for the session."""
        from skillgap.ui.pages.home import home_page  # noqa: PLC0415 - what it needs is read with the session

        sheet = self.query_one(Sheet)
        room = Room(sheet.width, sheet.size.height, self.main.glyphs, self.main.key_of)
        basis = session.basis
        outlook = self._outlook[1] if self._outlook and self._outlook[0] == basis else None
        sheet.put(home_page(session, outlook, room))
        if outlook is None and self._asked != basis and session.interview.count("rated"):
            self._asked = basis
            self.run_worker(partial(self._look_out, session, basis), thread=True)

    def _look_out(self, session: Session, basis: Basis) -> None:
        report = session.report()
        try:
            plan = session.plan(session.budget)
        except SkillgapError:  # Plan says why
            plan = None
        self.post_message(self.Computed(basis, (report, plan)))

    @on(Computed)
    def _take(self, event: Computed) -> None:
        self._outlook = (event.made_for, event.outlook)
        if self.session is not None and self.session.basis == event.made_for:
            self.show(self.session)

    def action_continue(self) -> None:
        """Do what comes next."""
        session = self.session
        if session is None:
            return
        if not session.has_target:
            session.ask_quickly(False)
            self.main.action_target()
        else:
            if session.interview.is_round_done:
                session.ask_quickly(False)
            if session.interview.status(session.current) != "open":
                session.move_to(session.pending(session.current) or session.current)
            if session.interview.is_complete and not session.interview.waiting:
                self._do_first()
            else:
                self.main.action_go("rate")

    def _todos(self) -> tuple[Todo, ...]:
        session = self.session
        plan = self._outlook[1][1] if self._outlook else None
        if session is None or plan is None:
            return ()
        from skillgap.core.todo import todos  # noqa: PLC0415 - the first frame does without it

        return todos(plan, session.today)

    def _do_first(self) -> None:
        """Do the first thing that the plan asks for; without one, show the results. Nothing rated asks for a target."""
        if self.session is not None and not self.session.interview.count("rated"):
            self.main.action_target()
        elif self._outlook is None:
            self.main.action_go("plan")
        elif found := self._todos():
            self._do(found[0])
        else:
            self.main.action_go("results")

    def action_todo(self, number: int) -> None:
        """Go to one of the things to do."""
        found = self._todos()
        if self.is_ready and number <= len(found):
            self._do(found[number - 1])

    def _do(self, todo: Todo) -> None:
        """Show a step in the plan, planned or to be looked at again; rate everything on Rate."""
        if todo.kind == "reassess":
            if self.session is not None and not self.session.interview.again:
                self.action_reassess()
            else:
                self.main.action_go("rate")
            return
        self.main.action_go("plan")
        from skillgap.ui.screens.plan import PlanScreen  # noqa: PLC0415 - that screen is there now

        if isinstance(self.main.screen, PlanScreen):
            self.main.screen.point_at(todo.id)

    def is_offered(self, action: Action) -> bool:
        """A quick round only while there is something left of it, and only what there is to do."""
        session = self.session
        if action in TODOS:
            return TODOS.index(action) < len(self._todos())
        if action is REASSESS:
            return session is not None and session.interview.count("rated") > 0
        return action is not QUICK or session is None or not session.quick_round.is_done(session.assessment)

    def hints(self) -> Sequence[KeyHint]:
        """Leave out what is not offered."""
        idle = {f"screen.{action.call}" for action in ACTIONS if not self.is_offered(action)}
        return [hint for hint in super().hints() if hint.call not in idle]

    def action_quick(self) -> None:
        """Begin or go on with a quick round."""
        session = self.session
        if session is None:
            return
        if not self.is_offered(QUICK):
            self.notify("What a quick round would ask is answered.", timeout=4)
            return
        session.ask_quickly(True)
        if session.has_target:
            self.main.action_go("rate")
        else:
            self.main.action_target()

    def action_reassess(self) -> None:
        """Start a re-assessment, or end the one that is under way."""
        session = self.writable()
        if session is None or not self.is_offered(REASSESS):
            return
        session.reassess(not session.interview.again)
        if session.interview.again:
            self.main.action_go("rate")
        else:
            self.notify("The re-assessment is ended; what was not rated again stands as before.", markup=False)
            self.main.session_changed()
