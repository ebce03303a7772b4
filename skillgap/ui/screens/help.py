"""Help: this screen and its keys, from the bindings that are live."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from skillgap.ui.actions import Action, key_name
from skillgap.ui.actions.common import COMMON
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.sturdy import Modal
from skillgap.ui.widgets.sheet import Sheet

_ABOUT = {
    "home": "Where you stand, what comes next, and how far your answers go.",
    "rate": "Read the statements from the top and take the highest one that is true of you today. 0, not applicable"
    " and open are three different answers: open skills lower the coverage, skills put aside do not count.",
    "results": "What your answers come to, against the role and grade that you chose.",
    "settings": "How the app looks, what it takes, and which keys do what. Every change counts at once and is written"
    " to settings.toml, where comments and keys of your own stay.",
    "plan": "What to do, week by week, in the order that raises readiness early.",
}
_KEY_WIDTH = 14


class HelpScreen(Modal[None]):
    """Explains the screen behind it."""

    CSS_PATH = "help.tcss"
    BINDINGS = [("escape,question_mark,f1,q", "dismiss", "Back")]  # noqa: RUF012

    def __init__(self, screen: MainScreen) -> None:
        super().__init__()
        self._groups = list(groups(screen))
        self._about = _ABOUT.get(screen.MODE, "")

    def compose(self) -> ComposeResult:
        """One text."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Help")
            box.border_subtitle = Content("esc goes back")
            sheet = Sheet(id="text")
            sheet.can_focus = True  # arrows scroll at once
            yield sheet

    def on_resize(self) -> None:
        """Lay the text out for the width, once it is known."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        sheet = self.query_one(Sheet)
        width = sheet.width
        lines = Content(self._about).wrap(width)
        for group in self._groups:
            lines += _drawn(group, width)
        sheet.put(lines)


def groups(screen: MainScreen) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give the headings of help, each with keys and sentences, for the bindings that are live on a screen."""
    live = screen.active_bindings
    keys_of: dict[str, list[str]] = {}
    for key, active in live.items():
        if active.binding.id:
            keys_of.setdefault(active.binding.id, []).append(key_name(key))
    found: dict[str, list[tuple[str, str]]] = {}
    for action in (*screen.ACTIONS, *COMMON):
        if screen.is_offered(action) and action.id in keys_of:
            _add(found.setdefault(action.group, []), action, keys_of[action.id])
    yield from found.items()


def _add(rows: list[tuple[str, str]], action: Action, keys: list[str]) -> None:
    """Add an action; the digits take one row together."""
    if action.id.startswith("rate.level-") and rows and rows[0][0].startswith("0"):
        rows[0] = (f"0-{keys[0]}", "Rate yourself at this level and go on to the next open skill.")
    else:
        rows.append((" ".join(keys), action.text))


def _drawn(group: tuple[str, list[tuple[str, str]]], width: int) -> list[Content]:
    title, rows = group
    lines = [Content(""), Content.styled(title, "bold $text-primary")]
    for keys, text in rows:
        first, *rest = Content(text).wrap(max(20, width - _KEY_WIDTH))
        lines.append(Content.assemble((f"{keys:<{_KEY_WIDTH}}", "bold $text-accent"), first))
        lines += [Content.assemble(" " * _KEY_WIDTH, line) for line in rest]
    return lines
