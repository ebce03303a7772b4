"""The app: paints its first frame at once, reads pack and answers behind it, and hands the session to its screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme

from skillgap.errors import SkillgapError, Usage
from skillgap.files import paths
from skillgap.files.settings import Found, Settings, load_settings
from skillgap.ui.actions import Action, bindings, key_name
from skillgap.ui.actions.common import COMMON
from skillgap.ui.actions.keymap import keys_of, normal
from skillgap.ui.aiming import aim
from skillgap.ui.dressing import apply, dress, glyphs_for, unknown
from skillgap.ui.preferences import Preferences
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.screens.home import HomeScreen
from skillgap.ui.sturdy import SturdyApp
from skillgap.ui.styles import KeptStylesheet
from skillgap.ui.themes import readable

if TYPE_CHECKING:
    from textual.command import Provider

    from skillgap.ui.order import Order
    from skillgap.ui.session import Session


def _screen(name: str) -> Screen[None]:
    """Build one of the main screens; their modules are read when first wanted."""
    module = import_module(f"skillgap.ui.screens.{name}")
    screen: Screen[None] = getattr(module, f"{name.title()}Screen")()
    return screen


def _palette() -> type[Provider]:
    from skillgap.ui.palette import ActionsProvider  # noqa: PLC0415

    return ActionsProvider


class SkillgapApp(SturdyApp):
    """Rate yourself, see where you stand, plan what is missing."""

    TITLE = "skillgap"
    CSS_PATH = "app.tcss"
    MODES = {  # noqa: RUF012 - as Textual types it
        "home": HomeScreen,
        **{name: partial(_screen, name) for name in ("rate", "results", "plan", "check", "terms", "settings")},
    }
    DEFAULT_MODE = "home"
    BINDINGS = bindings(COMMON)
    COMMANDS = {_palette}  # noqa: RUF012
    GRACE: ClassVar[float] = 0.15
    """Seconds for which keys change nothing after a change of screen: they were typed for the one before."""

    class Opened(Message):
        """A session is open."""

        def __init__(self, session: Session) -> None:
            super().__init__()
            self.session = session

    class Refused(Message):
        """A session could not be opened."""

        def __init__(self, error: SkillgapError) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self, order: Order, found: Found | None = None, *, mode: str = "home", theme: str | None = None
    ) -> None:
        self.preferences = Preferences(found or load_settings(paths.settings_file()), paths.settings_file())
        self.glyphs = glyphs_for(self.settings)
        self.order = order
        self.session: Session | None = None
        self._opened: Session | None = None
        """The session that was opened last, perhaps on its way here."""
        self.trouble: SkillgapError | None = None
        """Why there is no session, for the shell."""
        self.grace = self.GRACE
        self.DEFAULT_MODE = mode  # type: ignore[misc]  # only the screen that is wanted first is built
        super().__init__()
        self.stylesheet = KeptStylesheet(variables=self.theme_variables)
        self.animation_level = "none"
        self._theme_for_once = theme or ""
        dress(self, self.settings, theme or self.settings.theme)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.preferences.now

    def get_css_variables(self) -> dict[str, str]:
        """Give the colours of the theme, with text that can be read."""
        self.theme_variables = readable(super().get_css_variables())
        return self.theme_variables

    def on_mount(self) -> None:
        """Paint first, then read."""
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.call_after_refresh(self.read)
        for problem in (*self.preferences.problems, *unknown(self, self.settings, self._theme_for_once)):
            self.notify(str(problem), title="Settings", severity="warning", timeout=12, markup=False)

    def on_unmount(self) -> None:
        """However it ends: the place is written and the file is given up."""
        self.close_session()

    def close_session(self) -> None:
        """Write the place and give the file up; also that of a session which nobody has taken yet."""
        for session in (self.session, self._opened):
            if session is not None:
                session.close()

    def read(self) -> None:
        """Read pack and answers in a thread."""
        self.run_worker(self._read, thread=True, exclusive=True, group="read")

    def _read(self) -> None:
        from skillgap.ui.opening import open_session  # noqa: PLC0415 - not before the first frame

        order = self.order
        try:
            session = open_session(order.file, order.pack, order.role, order.grade)
        except SkillgapError as error:
            self.post_message(self.Refused(error))
        else:
            self._opened = session
            self.post_message(self.Opened(session))
            if self._exit:
                session.close()  # it may have ended, and looked for a session, before this one was there

    @on(Opened)
    def _take(self, event: Opened) -> None:
        self.trouble = None
        self.session = event.session
        event.session.use_hours(self.settings.hours_per_week)
        self.order.begin(event.session)
        if isinstance(self.screen, MainScreen):
            self.screen.hold_keys()
        self.session_changed()

    @on(Refused)
    def _refuse(self, event: Refused) -> None:
        self.trouble = event.error
        if isinstance(event.error, Usage):
            self.end(event.error.exit_code)
            return
        from skillgap.ui.screens.trouble import TroubleScreen  # noqa: PLC0415 - rarely needed

        self.push_screen(TroubleScreen(event.error))

    def session_changed(self) -> None:
        """Let the screen in front show the session as it is now."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen) and screen.is_mounted:
                screen.update()

    def key_of(self, action: Action) -> str:
        """Say the first key that an action is bound to now."""
        keys = keys_of(action, self.settings.keys)
        return key_name(normal(keys[0])) if keys else ""

    def action_go(self, mode: str) -> None:
        """Show one of the main screens."""
        if mode == self.current_mode or not isinstance(self.screen, MainScreen):
            return
        left = self.screen
        self.switch_mode(mode)
        if isinstance(self.screen, MainScreen):
            self.screen.hold_keys()
            self.screen.come_from(left)

    async def action_back(self) -> None:
        """Go back one level."""
        if isinstance(self.screen, MainScreen):
            self.screen.go_back()

    def action_help(self) -> None:
        """Explain the screen in front."""
        if isinstance(self.screen, MainScreen):
            from skillgap.ui.screens.help import HelpScreen  # noqa: PLC0415

            self.push_screen(HelpScreen(self.screen))

    def action_target(self) -> None:
        """Choose the role and grade."""
        if self.session is None:
            return
        from skillgap.ui.screens.target import TargetScreen  # noqa: PLC0415

        self.push_screen(TargetScreen(self.session.loaded.pack, self.session.profile), self._aim)

    def _aim(self, target: tuple[str, str] | None) -> None:
        if target is not None:
            aim(self, *target)

    def action_find(self) -> None:
        """Find a skill and rate it."""
        if self.session is None:
            return
        from skillgap.ui.screens.find import FindScreen  # noqa: PLC0415

        self.push_screen(FindScreen(self.session.interview), self.rate_skill)

    def rate_skill(self, skill: str | None) -> None:
        """Show a skill on Rate."""
        if skill is None or self.session is None:
            return
        self.session.move_to(skill)
        self.action_go("rate")
        self.session_changed()

    def action_export(self) -> None:
        """Write report and plan into a folder that is asked for; in a browser, offer them as downloads."""
        session = self.session
        if session is None:
            return
        if self.is_web:
            from skillgap.ui.screens.download import DownloadScreen  # noqa: PLC0415

            self.push_screen(DownloadScreen(session))
            return
        from skillgap.ui.screens.export import ExportScreen  # noqa: PLC0415

        def write(folder: Path, replace: bool) -> tuple[Path, Path]:
            return session.export(folder, replace=replace)

        self.push_screen(ExportScreen(write, Path.cwd()))

    def action_reopen(self) -> None:
        """Read the answers again; not while some of them are only in memory."""
        if self.session is not None:
            if not self.session.save():
                self.session_changed()
                self.notify("Answers that are not saved would be lost; nothing was read.", severity="error")
                return
            self.session.close()
        self.read()

    def try_again(self) -> None:
        """Try again what did not work: to write the answers, or to become the one that writes."""
        if self.session is None:
            return
        if self.session.is_read_only:
            self.action_reopen()
            return
        self.session.notice = ""
        self.session.save()
        self.session_changed()

    def action_leave(self) -> None:
        """Quit; only answers that could not be saved make it ask."""
        if self.session is not None:
            if not self.session.save():
                from skillgap.ui.screens.leave import LeaveScreen  # noqa: PLC0415

                self.push_screen(LeaveScreen(self.session))
                return
            self.session.close()
        self.end(self.trouble.exit_code if self.trouble else 0)

    def _remember_theme(self, theme: Theme) -> None:
        if theme.name == self.settings.theme:
            return
        self.remember(theme=theme.name)

    def remember(self, **changes: object) -> None:
        """Change settings, write them, and make them count at once."""
        self.step_settings(lambda preferences: preferences.change(**changes))

    def step_settings(self, step: Callable[[Preferences], bool]) -> bool:
        """Change settings, undo or redo, and make that count at once; tell whether anything changed."""
        before = self.settings
        if not step(self.preferences):
            return False
        if self.preferences.trouble:
            self.notify(f"Settings were not saved: {self.preferences.trouble}", severity="warning", markup=False)
        apply(self, before, self.settings)
        return True
