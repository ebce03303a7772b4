"""How the plan of Plan is made: in a thread, anew after every change, and kept once it has been seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from skillgap.core.plan import Plan
from skillgap.core.planning import Stretch
from skillgap.errors import SkillgapError
from skillgap.ui.plan_desk import PlanDesk
from skillgap.ui.screens.base import MainScreen

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_NOTICED = 0.3
"""Seconds of waiting that need a word."""


class PlanMaking(MainScreen):
    """Makes the plan and what it would take; how it looks is for a subclass."""

    plan: Plan | None = None
    """What is shown; None until it is made."""
    desk: PlanDesk | None = None
    _timer: Timer | None = None
    _soon: Timer | None = None
    _takes: Stretch | None = None
    """What it would take for everything to fit; None until it is known, and where everything does."""
    _made_for: tuple[object, ...] = ()
    """What the plan was made for: answers, target, budget, done marks."""

    class Made(Message):
        """The plan is there."""

        def __init__(self, plan: Plan, made_for: tuple[object, ...]) -> None:
            super().__init__()
            self.plan = plan
            self.made_for = made_for

    class Failed(Message):
        """There is no plan for these hours and dates."""

        def __init__(self, text: str, made_for: tuple[object, ...]) -> None:
            super().__init__()
            self.text = text
            self.made_for = made_for

    class Stretched(Message):
        """It is known what it would take for everything to fit."""

        def __init__(self, made_for: tuple[object, ...], takes: Stretch | None) -> None:
            super().__init__()
            self.made_for = made_for
            self.takes = takes

    def lay_out(self) -> None:
        """Show the plan."""

    def tell(self) -> None:
        """Show what is to be said of the plan."""

    def say_wait(self, words: Content) -> None:
        """Say that a plan is being made."""

    def show(self, session: Session) -> None:
        """Make the plan when something that it depends on has changed; lay it out."""
        if self.desk is None or self.desk.session is not session:
            self.desk = PlanDesk(session)
        self.desk.refresh()
        made_for = session.basis
        if made_for != self._made_for:
            self.run_worker(partial(self._make, session, made_for), thread=True, exclusive=True, group="plan")
            self._wait()
        self.lay_out()

    def _wait(self) -> None:
        """Say that a plan is being made, once that takes longer than one notices."""
        self._stop_waiting()
        self._timer = self.set_timer(_NOTICED, self._say_wait)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _say_wait(self) -> None:
        self.say_wait(Content.styled("Making the plan ...", "$text-muted"))

    def _make(self, session: Session, made_for: tuple[object, ...]) -> None:
        try:
            self.post_message(self.Made(session.plan(session.budget), made_for))
        except SkillgapError as error:
            self.post_message(self.Failed(str(error), made_for))

    @on(Failed)
    def _say_why_not(self, event: Failed) -> None:
        """There is no such plan: say so; the one before stays in sight."""
        if self.session is not None and event.made_for == self.session.basis:
            self._stop_waiting()
            text = event.text[:1].upper() + event.text[1:]
            self.say_wait(Content.styled(f"{self.main.glyphs.warning} {text}.", "bold $text-error"))

    @on(Made)
    def _take(self, event: Made) -> None:
        session, desk = self.session, self.desk
        if session is None or desk is None or event.made_for != session.basis:
            return  # a newer one is being made
        self._stop_waiting()
        self.plan, self._made_for, self._takes = event.plan, event.made_for, None
        self.lay_out()
        self._stretch_soon()
        self.call_after_refresh(self._keep)  # what was asked for is seen first

    def _stretch_soon(self) -> None:
        """Ask what it would take for everything to fit, once no key has changed the plan for a moment."""
        if self._soon is not None:
            self._soon.stop()
        if self.plan is not None and any(row.reason == "does-not-fit" for row in self.plan.left_outs):
            self._soon = self.set_timer(_NOTICED, self._stretch)

    def _stretch(self) -> None:
        session, plan, made_for = self.session, self.plan, self._made_for
        if session is None or plan is None:
            return

        def ask() -> None:
            self.post_message(self.Stretched(made_for, session.stretch(plan)))

        self.run_worker(ask, thread=True, exclusive=True, group="stretch")

    @on(Stretched)
    def _take_stretch(self, event: Stretched) -> None:
        if event.made_for == self._made_for:
            self._takes = event.takes
            self.lay_out()

    def _keep(self) -> None:
        """Write the plan when something was changed."""
        session, desk = self.session, self.desk
        if session is None or desk is None or self.plan is None:
            return
        is_up_to_date, problem = self._made_for == session.basis, desk.problem
        desk.keep(self.plan)
        if is_up_to_date:  # the kept plan is now the one that the next is made after
            self._made_for = session.basis
        if desk.problem != problem and self.is_attached:
            self.tell()

    def on_screen_suspend(self) -> None:
        """Write what is not written yet."""
        self._keep()

    def on_unmount(self) -> None:
        """Write what is not written yet."""
        self._keep()
