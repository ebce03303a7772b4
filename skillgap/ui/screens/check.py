"""Check yourself: one question a screen, what was right and why, and the range of readiness that shrinks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from skillgap.core.quiz import source_link
from skillgap.core.sitting import NOTHING_BACK, OTHER_CHANGE, tenths
from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.check import ACTIONS, DIGITS, NEXT, SKIP, SOURCE, STOP, UNDO, UNKNOWN
from skillgap.ui.screens.check_pages import CheckPages
from skillgap.ui.widgets.keyline import KeyHint
from skillgap.ui.widgets.option_sheet import OptionSheet
from skillgap.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    pass

_OFFERED = {
    "asked": {*DIGITS, NEXT, UNKNOWN, SKIP, UNDO, STOP},
    "chosen": {*DIGITS, NEXT, UNDO, STOP},
    "told": {NEXT, SOURCE, UNDO, STOP},
    "over": {NEXT, UNDO, STOP},
}
_MINE = {action for actions in _OFFERED.values() for action in actions}
_LABELS = {"asked": "", "chosen": "Unsaid", "told": "Next", "over": "Results"}
"""What enter does, by what is in front; the key line leaves it out where the digits do the same."""
_DIGIT_HINTS = {"asked": "1-{} Choose", "chosen": "1-9,0 How sure"}


class CheckScreen(CheckPages):
    """Walks through a sitting; what is asked and said is the core's."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "check.tcss"
    MODE = "check"
    STANDS_ASIDE = True

    def hints(self) -> Sequence[KeyHint]:
        """Only what can be done now; the digits first."""
        sitting = self._sitting
        first, second, *rest = super().hints()
        idle = {f"screen.{action.call}" for action in ACTIONS if not self.is_offered(action)}
        rest = [hint for hint in rest if hint.call not in idle]
        if sitting is None or sitting.phase not in _LABELS:
            return [first, second, *rest]
        enter = f"screen.{NEXT.call}"
        digits = _DIGIT_HINTS.get(sitting.phase, "").format(len(sitting.order))
        lead = [KeyHint(digits.partition(" ")[0], digits.partition(" ")[2], enter)] if digits else []
        label = _LABELS[sitting.phase]
        more = [
            replace(hint, label=label) if hint.call == enter else hint for hint in rest if label or hint.call != enter
        ]
        return [first, second, *lead, *more]

    def is_offered(self, action: Action) -> bool:
        """What makes sense for what is in front."""
        sitting = self._sitting
        if action not in _MINE:
            return True
        if sitting is None or action not in _OFFERED[sitting.phase]:
            return False
        if action is UNDO:
            return sitting.can_take_back or sitting.phase == "chosen"
        if action is SOURCE:
            return sitting.check is not None and bool(source_link(sitting.check))
        return action not in DIGITS[len(sitting.order) : -1] or sitting.phase == "chosen"

    def action_digit(self, digit: int) -> None:
        """Choose an option, or say how sure the choice is."""
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.phase == "asked" and digit <= len(sitting.order):
            self._choose(digit)
        elif sitting.phase == "chosen":
            self._answer(tenths(digit))

    @on(OptionSheet.Picked)
    def _pick(self, event: OptionSheet.Picked) -> None:
        self._choose(event.place)

    def _choose(self, place: int) -> None:
        sitting = self._sitting
        if sitting is None or sitting.phase not in ("asked", "chosen") or self.writable() is None:
            return
        chosen = sitting.choose(place)
        self._put(chosen)
        if not chosen.option:
            self._answer(None, is_sure=True)

    def _answer(self, probability: float | None, *, is_sure: bool = False) -> None:
        """Keep the chosen option."""
        sitting, session = self._sitting, self.session if is_sure else self.writable()
        if sitting is None or session is None or sitting.option is None:
            return
        quiz, response = sitting.quiz, sitting.response(probability)
        session.respond(response)
        self._put(sitting.kept(response, session.quiz((*quiz.asked, response.item), quiz.skipped)))
        self._tell(session)

    def action_unknown(self) -> None:
        """Answer "I don't know"."""
        if self._sitting is not None and self._sitting.phase == "asked":
            self._choose(0)

    def action_next(self) -> None:
        """Choose what is highlighted, leave certainty unsaid, or go on."""
        sitting = self._sitting
        if sitting is None or not self.is_ready:
            return
        if sitting.phase == "asked" and self._cursor is not None:
            self._choose(self._cursor)
        elif sitting.phase == "chosen":
            self._answer(None)
        elif sitting.phase == "told":
            self._put(sitting.going_on())
        elif sitting.phase == "over":
            self.main.action_go("results")

    def action_skip(self) -> None:
        """Leave the question aside."""
        if self._sitting is not None and self._sitting.phase == "asked" and self.is_ready:
            self._put(self._sitting.skipping())

    def action_undo(self) -> None:
        """Take the choice or the last answer back."""
        sitting, session = self._sitting, self.writable()
        if sitting is None or session is None:
            return
        if sitting.phase == "chosen":
            self._put(sitting.going_on())
        elif sitting.can_take_back and session.take_back("checks"):
            back = sitting.taken_back()
            last = session.quiz(back.quiz.asked, back.quiz.skipped)
            self._put(replace(back, quizzes=(*back.quizzes[:-1], last)))
        else:
            self.notify(OTHER_CHANGE if sitting.can_take_back else NOTHING_BACK, timeout=3)

    def action_source(self) -> None:
        """Open the source in the browser."""
        sitting = self._sitting
        if sitting is not None and sitting.phase == "told" and sitting.check and (link := source_link(sitting.check)):
            self.app.open_url(link)

    def action_stop(self) -> None:
        """See what has changed; then go back."""
        self.go_back()

    def go_back(self) -> None:
        """To the end of the sitting; from there to where one came from."""
        sitting = self._sitting
        if sitting is not None and sitting.phase != "over" and sitting.can_take_back:
            self._put(sitting.stopped())
            return
        if sitting is not None:
            self._sitting = None
        super().go_back()

    def action_down(self) -> None:
        """One down."""
        self._move(1)

    def action_up(self) -> None:
        """One up."""
        self._move(-1)

    def _move(self, by: int) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.phase != "asked":
            self.query_one("#question").scroll_relative(y=by, animate=False, immediate=True)
            return
        ring = [*range(1, len(sitting.order) + 1), 0]
        start = ring.index(self._cursor) if self._cursor is not None else (-1 if by > 0 else len(ring))
        self._cursor = ring[min(max(start + by, 0), len(ring) - 1)]
        self._lay_out()

    def action_page_down(self) -> None:
        """Scroll down."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll up."""
        self._scroll(-1)

    def _scroll(self, way: int) -> None:
        sheet = self.query_one("#question", Sheet)
        sheet.scroll_relative(y=way * max(1, sheet.size.height - 1), animate=False, immediate=True)
