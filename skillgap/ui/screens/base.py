"""What the main screens share: header, banner, key line, and the session that they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from skillgap.ui.actions import Action
from skillgap.ui.actions.common import COMMON, FIRST, PALETTE
from skillgap.ui.text import safe
from skillgap.ui.widgets.banner import Banner
from skillgap.ui.widgets.header import HeaderLine, Standing
from skillgap.ui.widgets.keyline import KeyHint, KeyLine
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.core.assessment import Assessment
    from skillgap.ui.app import SkillgapApp
    from skillgap.ui.session import Session
    from skillgap.ui.text import Glyphs


_DAY_NOTICED = 20.0
"""Seconds after which midnight is noticed at the latest."""
READING = "Reading the rubric and your answers ..."


class MainScreen(Screen[None]):
    """A screen of the app. A subclass gives its `ACTIONS`, its `body` and how it shows a session."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    MODE: ClassVar[str] = ""
    STANDS_ASIDE: ClassVar[bool] = False
    """Whether the way back is to where one came from, not Home."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (32, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = ""

    came_from = "home"
    """The way back; Home unless this stands aside."""
    _ready_at = 0.0
    _glyphs: Glyphs | None = None
    """The characters that it was painted with."""

    def compose(self) -> ComposeResult:
        """Header, banner, body, key line."""
        yield HeaderLine()
        yield Banner()
        yield from self.body()
        yield KeyLine()

    def on_mount(self) -> None:
        """Look at the day now and then."""
        self.set_interval(_DAY_NOTICED, self.see_the_day)

    def see_the_day(self) -> None:
        """Show what a new day changes, when one has begun while this was in front."""
        if self.is_current and self.session is not None and self.session.is_new_day():
            self.main.session_changed()

    def body(self) -> Iterable[Widget]:
        """Give the widgets between banner and key line."""
        return ()

    def show(self, session: Session) -> None:
        """Show the session as it is now; called whenever it may have changed while this screen is in front."""

    @property
    def main(self) -> SkillgapApp:
        """The app."""
        return cast("SkillgapApp", self.app)

    @property
    def session(self) -> Session | None:
        """The open session; None while it is being read."""
        return self.main.session

    def is_offered(self, action: Action) -> bool:  # noqa: ARG002 - for subclasses
        """Whether an action makes sense here now; palette and help leave others out."""
        return True

    def come_from(self, left: MainScreen) -> None:
        """Remember the way back, unless this is the way back from a screen that stands aside."""
        if self.STANDS_ASIDE and left.came_from != self.MODE:
            self.came_from = left.MODE

    def go_back(self) -> None:
        """Leave this screen for where one came from, if it stands aside, else for Home."""
        self.main.action_go(self.came_from)

    @property
    def is_ready(self) -> bool:
        """Whether the screen has stood long enough for a key to be meant for it."""
        return monotonic() >= self._ready_at

    def writable(self) -> Session | None:
        """The session when it may be changed; a key typed ahead of the screen changes nothing."""
        session = self.session
        if session is None or not self.is_ready:
            return None
        if session.is_read_only:
            self.notify(f"Read-only: {session.why_read_only}", severity="warning", markup=False)
            return None
        return session

    def hold_keys(self) -> None:
        """Let keys typed ahead of this screen change nothing, until it has been seen for a moment."""
        self._ready_at = float("inf")
        self.call_after_refresh(self._accept_soon)

    def _accept_soon(self) -> None:
        self._ready_at = monotonic() + self.main.grace

    def on_screen_resume(self) -> None:
        """Show what may have changed while another screen was in front."""
        self.update()

    def update(self) -> None:
        """Bring everything up to date with the session."""
        self._redraw()
        self.query_one(KeyLine).hints = self.hints()
        session = self.session
        if session is None or not self.is_mounted:
            return
        is_new = self.MODE == "home" and not session.has_target  # what is measured against is still to be chosen
        self.query_one(HeaderLine).standing = None if is_new else standing(session)
        self._tell(session)
        self.show(session)

    def _redraw(self) -> None:
        """Paint everything again once other characters have been chosen."""
        before, self._glyphs = self._glyphs, self.main.glyphs
        if before is not None and before is not self._glyphs:
            for widget in self.query("*"):
                widget.redraw() if isinstance(widget, Sheet) else widget.refresh()

    def hints(self) -> Sequence[KeyHint]:
        """Give the key line: Help and Quit first, this screen's own, the other screens, the palette last."""
        others = [action for action in COMMON if action.in_footer and action not in (*FIRST, PALETTE)]
        places = [action for action in others if action.run != f"app.go('{self.MODE}')"]
        mine = [action for action in self.ACTIONS if action.in_footer]
        return [self.hint(action) for action in (*FIRST, *mine, *places, PALETTE)]

    def hint(self, action: Action, key: str = "") -> KeyHint:
        """Give one key of the key line, with the key that is bound now."""
        call = action.call if "." in action.call else f"screen.{action.call}"
        return KeyHint(key or self.main.key_of(action), action.label, call)

    def action_undo(self) -> None:
        """Take the last change of the answers back, and say which."""
        self._step_answers("Taken back", lambda session: session.undo())

    def action_redo(self) -> None:
        """Make it again."""
        self._step_answers("Made again", lambda session: session.redo())

    def _step_answers(self, done: str, step: Callable[[Session], str | None]) -> None:
        session = self.session
        if session is None or not self.is_ready or session.is_read_only:
            return
        before = session.assessment
        is_done = step(session) is not None
        text = (
            f"{done}: {_changed_part(session, before)}" if is_done else "There is nothing more to go back or forth to."
        )
        self.notify(safe(text, 200), timeout=4, markup=False)
        self.main.session_changed()

    @on(HeaderLine.TargetClicked)
    def _choose_target(self) -> None:
        self.main.action_target()

    @on(Banner.Clicked)
    def _try_again(self) -> None:
        self.main.try_again()

    def _tell(self, session: Session) -> None:
        banner = self.query_one(Banner)
        if session.is_read_only:
            banner.say(f"Read-only: {session.why_read_only}. When it is closed, click here (or : Read again).")
        elif session.problem:
            banner.say(f"Not saved: {session.problem}. The next change tries again, and so does a click.", grave=True)
        else:
            banner.say(f"{session.notice}." if session.notice else "")


def _changed_part(session: Session, before: Assessment) -> str:
    """Name what has changed in the answers of a session: a skill, or what else there is in them."""
    now, known = session.assessment, session.loaded.pack.skill_by_id
    skills = {answer.skill for answer in set(before.answers) ^ set(now.answers)}
    if len(skills) == 1 and not skills.isdisjoint(known):
        return known[skills.pop()].name
    if skills:
        return "the re-assessment"
    return "an answer to a check" if before.checks != now.checks else "what you said of the terms"


def standing(session: Session) -> Standing:
    """Give what the header says of a session."""
    interview = session.interview
    return Standing(
        role=session.profile.role.name,
        grade=session.profile.grade.title,
        rated=interview.count("rated"),
        asked=len(interview.skills),
        aside=interview.count("not-applicable"),
        open=interview.count("open"),
        is_read_only=session.is_read_only,
    )
