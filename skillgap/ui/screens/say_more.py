"""The part of Rate that says more of an answer than its level: why not applicable, how sure, when, what shows it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from skillgap.core.dates import day_of
from skillgap.ui.screens.base import MainScreen

if TYPE_CHECKING:
    pass

CONFIDENCES = (None, "unsure", "fairly", "sure")


class SayMore(MainScreen):
    """Actions on the answer in front; their dialogs are read when first wanted."""

    def renew(self) -> None:
        """Show an answer that may have changed."""

    def action_not_applicable(self) -> None:
        """Ask for a reason, put aside and go on."""
        session = self.writable()
        if session is None:
            return
        skill = session.current
        from skillgap.ui.screens.ask import reason_for  # noqa: PLC0415 - read when first wanted

        def put_aside(reason: str | None) -> None:
            if reason is not None:
                session.set_aside(skill, reason)
                self.renew()

        self.app.push_screen(reason_for(session.assessment.answer(skill)), put_aside)

    def action_confidence(self) -> None:
        """Go to the next word of confidence."""
        if session := self.writable():
            now = session.assessment.answer(session.current).confidence
            following = CONFIDENCES[(CONFIDENCES.index(now) + 1) % len(CONFIDENCES)]
            session.annotate(session.current, confidence=following)
            self.update()

    def action_note(self) -> None:
        """Write a note."""
        if session := self.writable():
            from skillgap.ui.screens.note import NoteScreen  # noqa: PLC0415

            name = session.loaded.pack.skill_by_id[session.current].name
            note = session.assessment.answer(session.current).note
            self.app.push_screen(NoteScreen(name, note), partial(self._annotate, session.current, "note"))

    def action_last_used(self) -> None:
        """Say when it was last done."""
        if session := self.writable():
            from skillgap.ui.screens.ask import last_use  # noqa: PLC0415

            screen = last_use(session.assessment.answer(session.current), session.today)
            self.app.push_screen(screen, partial(self._use, session.current, session.today))

    def _use(self, skill: str, today: date, text: str | None) -> None:
        if text is not None:
            self._annotate(skill, "last_used", day_of(text, today))

    def action_evidence(self) -> None:
        """Name what shows the level."""
        if session := self.writable():
            from skillgap.ui.screens.evidence import EvidenceScreen  # noqa: PLC0415

            answer = session.assessment.answer(session.current)
            screen = EvidenceScreen(session.loaded.pack.skill_by_id[answer.skill], session.loaded.pack.scale, answer)
            self.app.push_screen(screen, partial(self._annotate, session.current, "evidence"))

    def _annotate(self, skill: str, field: str, value: Any) -> None:
        session = self.session
        if session is not None and (value is not None or field == "last_used"):
            session.annotate(skill, **{field: value})
            self.update()
