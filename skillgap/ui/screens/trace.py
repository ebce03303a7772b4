"""The trace of one skill: how its number came about, with its neighbours one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from skillgap.ui.actions.common import RATE
from skillgap.ui.pages.card import prose
from skillgap.ui.pages.home import Room
from skillgap.ui.pages.results_trace import Traced, trace_page
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp


class TraceScreen(ModalScreen[str | None]):
    """Gives the skill that is to be rated again, or None."""

    CSS_PATH = "trace.tcss"
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

    def __init__(self, skills: Sequence[str], skill: str, traced: Callable[[str], Traced]) -> None:
        super().__init__()
        self._skills, self._skill, self._traced = skills, skill, traced

    def compose(self) -> ComposeResult:
        """One text."""
        with Vertical(classes="dialog"):
            yield Sheet(id="text")

    @property
    def skill(self) -> str:
        """The skill in front."""
        return self._skill

    def on_resize(self) -> None:
        """Lay the text out for the width, once it is known."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        box, sheet = self.query_one(".dialog"), self.query_one(Sheet)
        app = cast("SkillgapApp", self.app)
        it, glyphs = self._traced(self._skill), app.glyphs
        place = f"{self._skills.index(self._skill) + 1} of {len(self._skills)}"
        box.border_title = Content(f"{prose(it.pack.skill_by_id[self._skill].name)}  {place}")
        ways = f"{glyphs.left} {glyphs.right} other rows, " if len(self._skills) > 1 else ""
        box.border_subtitle = Content(f"{ways}{app.key_of(RATE)} rates it again, esc goes back")
        sheet.put(trace_page(it, Room(sheet.width, sheet.size.height, glyphs, app.key_of)))

    def action_step(self, by: int) -> None:
        """To the row before or after."""
        place = self._skills.index(self._skill) + by
        if 0 <= place < len(self._skills):
            self._skill = self._skills[place]
            self.query_one(Sheet).scroll_to(y=0, animate=False, immediate=True)
            self._lay_out()

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one(Sheet).scroll_relative(y=by, animate=False, immediate=True)

    def action_rate(self) -> None:
        """Rate the skill again."""
        self.dismiss(self._skill)
