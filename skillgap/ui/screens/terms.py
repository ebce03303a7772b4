"""Terms: how familiar each one of a short list is; some do not exist, and no score changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from skillgap.core.familiarity import HIGHEST, Vocabulary
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.terms import ACTIONS, ANSWERS, OTHERS
from skillgap.ui.pages.room import Room
from skillgap.ui.pages.terms import about_lines, legend_lines, term_rows
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.screens.row_moves import RowMoves
from skillgap.ui.widgets.keyline import KeyHint
from skillgap.ui.widgets.lines import Lines
from skillgap.ui.widgets.row_sheet import RowSheet

if TYPE_CHECKING:
    from skillgap.ui.session import Session


class TermsScreen(RowMoves, MainScreen):
    """One row for each term; a digit answers and goes on."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "terms.tcss"
    MODE = "terms"
    STANDS_ASIDE = True

    _wanted = ""
    """The row to point at when the page is first laid out."""

    def body(self) -> Iterable[Widget]:
        """What it is about, the terms, what the digits mean."""
        yield Lines(id="about")
        yield RowSheet(id="page")
        yield Lines(id="said")

    @property
    def page(self) -> RowSheet:  # type: ignore[override]  # a query is read-only
        """The rows."""
        return self.query_one("#page", RowSheet)

    @property
    def _vocabulary(self) -> Vocabulary | None:
        return self.session.vocabulary() if self.session else None

    def on_resize(self) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self._lay_out)

    def show(self, session: Session) -> None:
        """Show the terms as they are answered now."""
        vocabulary = session.vocabulary()
        following = vocabulary.next_open()
        if following is not None and not self.page.keys:
            self._wanted = str(vocabulary.shown.index(following))
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        vocabulary = self._vocabulary
        if vocabulary is None or not self.is_mounted:
            return
        room = Room(max(20, self.size.width - 4), self.size.height, self.main.glyphs, self.main.key_of)
        self.query_one("#about", Lines).put(about_lines(vocabulary, room))
        self.query_one("#said", Lines).put(legend_lines(vocabulary, room))
        rows = term_rows(vocabulary, room.narrowed(max(20, self.page.width - 1)))
        self.page.fill((), rows, self._wanted)
        self._wanted = ""

    def is_offered(self, action: Action) -> bool:
        """Only what a list of terms can use; another list once this one is answered."""
        vocabulary = self._vocabulary
        has_terms = vocabulary is not None and bool(vocabulary.shown)
        if action in ANSWERS:
            return has_terms
        return vocabulary is not None and vocabulary.is_complete if action is OTHERS else True

    def hints(self) -> Sequence[KeyHint]:
        """The digits come first."""
        first, second, *rest = super().hints()
        idle = {f"screen.{action.call}" for action in ACTIONS if not self.is_offered(action)}
        digits = [KeyHint(f"0-{HIGHEST}", "Familiar", "screen.down")] if self.is_offered(ANSWERS[0]) else []
        return [first, second, *digits, *(hint for hint in rest if hint.call not in idle)]

    def action_familiar(self, familiarity: int) -> None:
        """Answer the term at hand and go on."""
        session, vocabulary = self.writable(), self._vocabulary
        if session is None or vocabulary is None or not self.page.key:
            return
        term = vocabulary.shown[int(self.page.key)]
        session.claim(term, familiarity)
        following = session.vocabulary().next_open(term)
        self._go_to(str(vocabulary.shown.index(following or term)))

    def action_undo(self) -> None:
        """Take the last answer back."""
        session, before = self.writable(), self._vocabulary
        if session is None or before is None:
            return
        if not session.take_back("terms"):
            self.notify("Nothing to undo.", timeout=2)
            return
        now = session.vocabulary()
        changed = [term for term in now.shown if now.said.get(term) != before.said.get(term)]
        self._go_to(str(now.shown.index(changed[0])) if changed and now.seed == before.seed else "")

    def action_others(self) -> None:
        """Begin another list."""
        session = self.writable()
        if session is not None and session.vocabulary().is_complete:
            session.begin_other_terms()
            self._go_to("0")

    def _go_to(self, row: str) -> None:
        """Point at a row at once: the next digit, however soon it comes, is for that one."""
        self.page.point_at(row)
        self.update()

    def action_leave(self) -> None:
        """Go back to where one came from."""
        self.go_back()
