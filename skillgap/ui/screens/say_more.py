"""The part of Rate that says more of an answer than its level: why not applicable, how sure, when, what shows it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from skillgap.core.assessment import next_confidence
from skillgap.core.dates import day_of
from skillgap.core.text import cells
from skillgap.ui.screens.base import MainScreen
from skillgap.ui.text import cut, prose

if TYPE_CHECKING:
    from skillgap.ui.session import Session

NAME, HEAD = 12, 40
"""Cells for the name of a skill at least and of a level at most, and for the list beside the card."""
_MORE = "Say more below, or go on."


class SayMore(MainScreen):
    """Actions on the answer in front; their dialogs are read when first wanted."""

    _rated, _led_to = "", ""
    """The skill that was rated last, and the one in front since then."""

    def after_rating(self, rated: str, following: str) -> None:
        """Let more be said of the skill just rated, until something else is done."""
        self._rated, self._led_to = rated, following

    def subject(self, session: Session) -> str:
        """Give the skill of which more is said: the one in front, or the one just rated while the other waits."""
        interview, current = session.interview, session.current
        is_next = self._rated and current == self._led_to != self._rated
        waits = interview.status(current) == "open" or current in interview.waiting
        return self._rated if is_next and waits and interview.status(self._rated) == "rated" else current

    def rated_hint(self, session: Session) -> str:
        """Say what was kept, and that more can be said of it; empty when the keys are about the one in front."""
        skill = self.subject(session)
        if skill == session.current:
            return ""
        pack, marks = session.loaded.pack, self.main.glyphs
        level = session.assessment.answer(skill).level or 0
        said = f"{level} {cut(prose(pack.scale.name(level)), NAME, marks)}. {_MORE}"
        room = max(NAME, self.size.width - cells(said) - 6 - (HEAD if self.has_class("-wide") else 0))
        return f"{marks.done} {cut(prose(pack.skill_by_id[skill].name), room, marks)}: {said}"

    def renew(self) -> None:
        """Show an answer that may have changed."""

    def look_back(self, session: Session) -> None:
        """After a skill was rated again, ask where the person was then; it can be skipped."""
        skill = session.asked_back
        if not skill:
            return
        from skillgap.ui.screens.look_back import LookBackScreen  # noqa: PLC0415 - read when first wanted

        def keep(level: int | None) -> None:
            if level is not None:
                session.look_back(skill, level)
                self.renew()

        pack, earlier = session.loaded.pack, session.assessment.answer(skill).earlier[-1]
        self.app.push_screen(LookBackScreen(pack.skill_by_id[skill], pack.scale, earlier), keep)

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

        name = session.loaded.pack.skill_by_id[skill].name
        self.app.push_screen(reason_for(name, session.assessment.answer(skill)), put_aside)

    def action_confidence(self) -> None:
        """Go to the next word of confidence."""
        if session := self.writable():
            skill = self.subject(session)
            session.annotate(skill, confidence=next_confidence(session.assessment.answer(skill)))
            self.update()

    def action_note(self) -> None:
        """Write a note."""
        if session := self.writable():
            from skillgap.ui.screens.note import NoteScreen  # noqa: PLC0415

            skill = self.subject(session)
            name, note = session.loaded.pack.skill_by_id[skill].name, session.assessment.answer(skill).note
            self.app.push_screen(NoteScreen(name, note), partial(self._annotate, skill, "note"))

    def action_last_used(self) -> None:
        """Say when it was last done."""
        if session := self.writable():
            from skillgap.ui.screens.ask import last_use  # noqa: PLC0415

            skill = self.subject(session)
            name = session.loaded.pack.skill_by_id[skill].name
            screen = last_use(name, session.assessment.answer(skill), session.today)
            self.app.push_screen(screen, partial(self._use, skill, session.today))

    def _use(self, skill: str, today: date, text: str | None) -> None:
        if text is not None:
            self._annotate(skill, "last_used", day_of(text, today))

    def action_evidence(self) -> None:
        """Name what shows the level."""
        if session := self.writable():
            from skillgap.ui.screens.evidence import EvidenceScreen  # noqa: PLC0415

            skill, pack = self.subject(session), session.loaded.pack
            answer = session.assessment.answer(skill)
            screen = EvidenceScreen(pack.skill_by_id[skill], pack.scale, answer, session.today)
            self.app.push_screen(screen, partial(self._annotate, skill, "evidence"))

    def _annotate(self, skill: str, field: str, value: Any) -> None:
        session = self.session
        if session is not None and (value is not None or field == "last_used"):
            session.annotate(skill, **{field: value})
            self.update()
