"""The command palette: every action of the screen in front with its key, and every skill by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches

from skillgap.core.records import dataclass
from skillgap.ui.actions import Action
from skillgap.ui.actions.check import DIGITS
from skillgap.ui.actions.common import COMMON
from skillgap.ui.actions.rate import LEVELS
from skillgap.ui.actions.terms import ANSWERS
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import safe

NUMBERED = (*LEVELS, *DIGITS, *ANSWERS)
"""What the digits do."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the palette offers."""

    title: str
    key: str
    text: str
    run: Callable[[], Any]

    @property
    def display(self) -> Content:
        """Title, key and text; all in one, because Textual reads a separate help text as markup."""
        key = (f"  {self.key}" if self.key else "", "$text-accent")
        return Content.assemble((self.title, "bold"), key, (f"\n{self.text}", "not bold $text-muted"))


class Palette(CommandPalette, Modal[Any]):
    """Textual's palette, closed once, and with keys that may be pressed while it lists nothing."""

    def _action_command_list(self, action: str) -> None:
        with suppress(NoMatches, KeyError):
            super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        with suppress(NoMatches):
            super()._action_cursor_down()


class ActionsProvider(Provider):
    """Offers what the one action table holds."""

    async def discover(self) -> Hits:
        """Everything that can be done here, before anything is typed; what digits do is known from the key line."""
        for command in self._commands(with_digits=False):
            yield DiscoveryHit(command.display, command.run, text=command.title)

    async def search(self, query: str) -> Hits:
        """What matches by title, else by description; skills by name."""
        matcher = self.matcher(query)
        for command in (*self._commands(), *self._skills()):
            title, text = matcher.match(command.title), matcher.match(command.text) * 0.6
            if max(title, text) > 0:
                yield Hit(max(title, text), command.display, command.run, text=command.title)

    def _commands(self, *, with_digits: bool = True) -> Iterator[Command]:
        screen = self.screen
        if not isinstance(screen, MainScreen):
            return
        for action in (*screen.ACTIONS, *COMMON):
            if screen.is_offered(action) and (with_digits or action not in NUMBERED):
                run = partial(screen.main.run_action, action.call, screen)
                yield Command(_title(action), screen.main.key_of(action), action.text, run)

    def _skills(self) -> Iterator[Command]:
        screen = self.screen
        session = screen.session if isinstance(screen, MainScreen) else None
        if session is None:
            return
        main = cast(MainScreen, screen).main
        for skill in session.interview.skills:
            area = safe(session.loaded.pack.area_by_id[skill.area].title, 80)
            yield Command(safe(skill.name, 120), "", f"Rate this skill of {area}.", partial(main.rate_skill, skill.id))


def _title(action: Action) -> str:
    if action in NUMBERED:
        return f"{action.label} {action.keys[0]}"
    return action.label
