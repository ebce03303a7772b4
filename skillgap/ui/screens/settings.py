"""Settings: every setting and every key, changed at once and written to settings.toml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from skillgap.core.hours import MOST_HOURS, can_be_planned, refusal, remedy
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.keymap import keys_of, with_keys
from skillgap.ui.actions.screens import SCREENS
from skillgap.ui.actions.settings import ACTIONS, ADD_KEY, BEFORE, NEXT
from skillgap.ui.dressing import unknown
from skillgap.ui.pages.room import Room
from skillgap.ui.pages.settings import BY_NAME, USUAL, Choices, about, heads, settings_rows
from skillgap.ui.preferences import Preferences
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.screens.row_moves import RowMoves
from skillgap.ui.themes import OWN
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.row_sheet import RowSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session

_SIDE_WIDTH, _SIDE, _BELOW = 100, 46, 5
"""From this width on, what a row means stands beside it in so many cells; else below it in so many lines."""


class SettingsScreen(RowMoves, MainScreen):
    """One row for each setting and for each action that has keys."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "settings.tcss"
    MODE = "settings"

    def body(self) -> Iterable[Widget]:
        """Faults of the file, rows, what the row at hand means."""
        yield Lines(id="faults")
        with Horizontal(id="panes"):
            yield RowSheet(id="page")
            yield Sheet(id="side")
        yield Sheet(id="said")

    @property
    def page(self) -> RowSheet:  # type: ignore[override]  # a query is read-only
        """The rows."""
        return self.query_one("#page", RowSheet)

    def on_mount(self) -> None:
        """Settings can be changed before anything else is read."""
        self._lay_out_soon()

    def on_resize(self) -> None:
        """Lay everything out for the new size."""
        self._lay_out_soon()

    def show(self, session: Session) -> None:  # noqa: ARG002 - the settings are the app's
        """Lay everything out."""
        self._lay_out_soon()

    def is_offered(self, action: Action) -> bool:
        """What the row at hand can do."""
        if not self.is_mounted:
            return True
        is_key = self.page.key not in BY_NAME
        return is_key if action is ADD_KEY else not is_key if action in (NEXT, BEFORE) else True

    def _lay_out_soon(self) -> None:
        self.set_class(self.size.width >= _SIDE_WIDTH, "-side")
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        problems = [*map(str, self.main.preferences.problems), *unknown(self.main, self.main.settings)]
        room = self._room(max(20, self.size.width - 4))
        faults = heads(problems, self.main.preferences.trouble, room)
        self.query_one("#faults", Lines).put(faults)
        self.set_class(bool(faults), "-faulty")
        self.page.fill((), settings_rows(self._choices, self._room(max(20, self.page.width - 1))))
        self._say()

    def _room(self, width: int) -> Room:
        return Room(width, self.size.height, self.main.glyphs, self.main.key_of)

    @property
    def _choices(self) -> Choices:
        own = [theme.name for theme in OWN]
        others = sorted(name for name in self.main.available_themes if name not in own)
        usual = self.session.loaded.pack.planning.hours_per_week if self.session else None
        return Choices(now=self.main.settings, themes=(*own, *others), usual_hours=usual, screens=SCREENS)

    def on_row_sheet_pointed(self) -> None:
        """Say what the row means."""
        self._say()

    def _say(self) -> None:
        beside = self.has_class("-side")
        sheet = self.query_one("#side" if beside else "#said", Sheet)
        height = sheet.size.height if beside else _BELOW
        room = Room(max(20, sheet.width), height, self.main.glyphs, self.main.key_of)
        sheet.put(about(self.page.key, self._choices, _short(self.main.preferences.file), room))

    def action_change(self) -> None:
        """Change the setting at hand."""
        self.action_press(self.page.key)

    def action_press(self, key: str) -> None:
        """Change a setting, or ask for a key."""
        self.page.point_at(key)
        if key == "theme":
            self.main.action_change_theme()
        elif key == "hours_per_week":
            self._ask_hours()
        elif key in BY_NAME:
            self.action_step(key, 1, is_round=True)
        else:
            self._ask_key(key, is_added=False)

    def action_pick(self, name: str, value: object) -> None:
        """Choose one of the values of a setting."""
        self.page.point_at(name)
        if value in self._choices.values_of(name):
            self._remember(name, value)

    def action_next(self) -> None:
        """The next value."""
        self.action_step(self.page.key, 1)

    def action_before(self) -> None:
        """The value before."""
        self.action_step(self.page.key, -1)

    def action_step(self, name: str, by: int, *, is_round: bool = False) -> None:
        """Go to a value beside the one that is set."""
        if name not in BY_NAME:
            return
        self.page.point_at(name)
        choices, now = self._choices, getattr(self.main.settings, name)
        if name == "hours_per_week":
            hours = (choices.usual_hours or 0) if now is None else now
            self._remember(name, min(max(1.0, hours + by), MOST_HOURS))
            return
        values = choices.values_of(name)
        place = values.index(now) + by if now in values else 0
        self._remember(name, values[place % len(values) if is_round else min(max(place, 0), len(values) - 1)])

    def action_default(self) -> None:
        """Back to the default."""
        key = self.page.key
        if key in BY_NAME:
            self._remember(key, getattr(USUAL, key))
        elif action := self._choices.actions.get(key):
            self._remember("keys", with_keys(self.main.settings.keys, action, ()))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._said(self.main.step_settings(Preferences.undo), "Nothing to undo.")

    def action_redo(self) -> None:
        """Make it again."""
        self._said(self.main.step_settings(Preferences.redo), "Nothing to redo.")

    def action_add_key(self) -> None:
        """Ask for one more key."""
        self._ask_key(self.page.key, is_added=True)

    def _said(self, is_done: bool, nothing: str) -> None:
        if not is_done:
            self.notify(nothing, timeout=2)
        self._lay_out_soon()

    def _remember(self, name: str, value: object) -> None:
        self.main.remember(**{name: value})
        self._lay_out_soon()

    def _ask_hours(self) -> None:
        from skillgap.ui.screens.ask import AskScreen  # noqa: PLC0415 - read when first wanted

        def check(text: str) -> str:
            try:
                hours = float(text.replace(",", "."))
            except ValueError:
                return f"{remedy()}, or leave it empty" if text else ""
            return "" if can_be_planned(hours) else f"{refusal(hours)}; {remedy()}"

        def take(text: str | None) -> None:
            if text is not None:
                self._remember("hours_per_week", float(text.replace(",", ".")) if text else None)

        now = self.main.settings.hours_per_week
        question = "How many hours a week do you have? Empty: as the rubric suggests."
        screen = AskScreen("Hours a week", question, "" if now is None else f"{now:g}", "8", check)
        self.main.push_screen(screen, take)

    def _ask_key(self, name: str, *, is_added: bool) -> None:
        from skillgap.ui.screens.press_key import PressKeyScreen  # noqa: PLC0415 - read when first wanted

        action = self._choices.actions.get(name)
        if action is None:
            return
        choices = self.main.settings.keys

        def take(key: str | None) -> None:
            if key is not None:
                keys: Sequence[str] = (*keys_of(action, choices), key) if is_added else (key,)
                self._remember("keys", with_keys(choices, action, keys))

        self.main.push_screen(PressKeyScreen(action, choices, SCREENS), take)


def _short(file: Path) -> str:
    """A path below the home folder as people write it."""
    home = Path.home()
    return f"~/{file.relative_to(home).as_posix()}" if file.is_relative_to(home) else str(file)
