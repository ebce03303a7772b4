"""All of one row of a list, such as the trace of a gap or the whole of a step, with its neighbours one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from skillgap.ui.actions.common import RATE
from skillgap.ui.pages.room import Room
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import prose
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp


Leaf = tuple[str, list[Content]]
"""Title and lines."""


class LeafScreen(Modal[str | None]):
    """Gives the row whose skill is to be rated, or None. The row without a key is about the whole."""

    CSS_PATH = "leaf.tcss"
    BINDINGS = [  # noqa: RUF012
        ("escape,q", "dismiss(None)", "Back"),
        ("left,h", "step(-1)", "Before"),
        ("right,l", "step(1)", "Next"),
        ("a,enter", "rate", "Rate"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("pagedown,space", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
        ("g,home", "scroll(-10000)", "Top"),
        ("G,end", "scroll(10000)", "End"),
    ]

    def __init__(self, keys: Sequence[str], key: str, leaf: Callable[[str, Room], Leaf]) -> None:
        super().__init__()
        self._keys, self._key, self._leaf = keys, key, leaf

    def compose(self) -> ComposeResult:
        """One text."""
        with Vertical(classes="dialog"):
            yield Sheet(id="text")

    @property
    def key(self) -> str:
        """The row in front."""
        return self._key

    def on_resize(self) -> None:
        """Lay the text out for the width, once it is known."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        box, sheet = self.query_one(".dialog"), self.query_one(Sheet)
        app = cast("SkillgapApp", self.app)
        glyphs, many = app.glyphs, len(self._keys)
        title, lines = self._leaf(self._key, Room(max(20, sheet.width - 2), sheet.size.height, glyphs, app.key_of))
        place = f"  {self._keys.index(self._key) + 1} of {many}" if many > 1 else ""
        box.border_title = Content(f"{prose(title)}{place}")
        ways = f"{glyphs.left} {glyphs.right} other rows, " if many > 1 else ""
        rates = f"{app.key_of(RATE)} rates it, " if self._key else ""
        box.border_subtitle = Content(f"{ways}{rates}esc goes back")
        sheet.put(lines)

    def action_step(self, by: int) -> None:
        """To the row before or after."""
        place = self._keys.index(self._key) + by
        if 0 <= place < len(self._keys):
            self._key = self._keys[place]
            self.query_one(Sheet).scroll_to(y=0, animate=False, immediate=True)
            self._lay_out()

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one(Sheet).scroll_relative(y=by, animate=False, immediate=True)

    def action_rate(self) -> None:
        """Rate the skill."""
        self.dismiss(self._key or None)
