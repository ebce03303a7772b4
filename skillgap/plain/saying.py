"""What can be said of an answer beside its level: how sure, when last, a note, what shows it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, get_args

from skillgap.core.assessment import Answer, Confidence, Evidence, EvidenceKind
from skillgap.core.dates import day_of, use_problem
from skillgap.core.evidence import MEANING, piece_problem
from skillgap.core.text import shown
from skillgap.plain.commands import Command, Place
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.results import particulars
from skillgap.plain.sitting import Sitting

_CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
_NOTHING = ("none", "-")
_NEVER = "never"
"""Sure of level 0."""


class Saying:
    """Says more of the skill in front. What was typed is saved at once; Enter alone changes nothing."""

    def __init__(self, sitting: Sitting, lines: Lines) -> None:
        self._sitting, self._lines = sitting, lines

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be typed."""
        return (
            Command(
                key="c",
                word="confidence",
                takes="WORD",
                what="how sure you are: unsure, fairly, sure, or none",
                do=self._confidence,
            ),
            Command(
                key="l",
                word="last",
                takes="DATE",
                what="when you last did this, as 2026-09 or today",
                do=self._last_used,
            ),
            Command(key="m", word="note", takes="TEXT", what="a note; - takes it away", do=self._note),
            Command(key="e", word="evidence", what="what shows the level: links, reviews, words", do=self._evidence),
        )

    @property
    def _answer(self) -> Answer:
        return self._sitting.assessment.answer(self._sitting.current)

    def _keep(self, **changes: Any) -> None:
        self._sitting.annotate(self._sitting.current, **changes)
        answer = self._answer
        level = f"level {answer.level}" if answer.level is not None else ""
        said = ", ".join(filter(None, (level, *particulars(answer))))
        self._lines.say(f"Kept: {said or 'nothing is said of this skill'}.")

    def _asked(self, text: str, question: str) -> str:
        return text or self._lines.ask(question) or ""

    def _confidence(self, text: str) -> None:
        """Say how sure."""
        never = f", {_NEVER}" if self._answer.level == 0 else ""
        word = self._asked(text, f"How sure are you? {', '.join(_CONFIDENCES)}{never}, or none:").lower()
        if never and word == _NEVER:
            word = "sure"
        found = next((one for one in _CONFIDENCES if word and one.startswith(word)), None)
        if found is not None or word in _NOTHING:
            self._keep(confidence=found)
        elif word:
            self._lines.say(f"Not understood: {shown(word, limit=40)}. Type {', '.join(_CONFIDENCES)}, or none.")

    def _last_used(self, text: str) -> None:
        """Say when it was last done."""
        typed = self._asked(text, "When did you last do this in earnest? As 2026-09-30, 2026-09, 2026, today, or none:")
        if typed in _NOTHING:
            self._keep(last_used=None)
        elif wrong := use_problem(typed, self._sitting.today):
            self._lines.say(f"Not a day that can be kept: {shown(wrong)}.")
        elif typed:
            self._keep(last_used=day_of(typed, self._sitting.today))

    def _note(self, text: str) -> None:
        """Write a note, of one line or more."""
        if text:
            self._keep(note="" if text == "-" else text)
            return
        if note := self._answer.note:
            self._lines.say("Your note so far:", *(f"  {shown(line, limit=500)}" for line in note.splitlines()))
        written: list[str] = []
        question = "Write your note, line by line. An empty line ends it; nothing written leaves it as it is:"
        while line := self._lines.ask(question if not written else "Next line, or Enter:"):
            written.append(line)
        if written:
            self._keep(note="\n".join(written))

    def _evidence(self, _: str) -> None:
        """List what shows the level, add to it, change it, take from it."""
        place = Place(
            commands=(
                Command(key="a", word="add", what="add a piece", do=lambda _: self._put(Evidence(kind="linked"), None)),
                Command(key="d", word="drop", takes="NUMBER", what="take a piece away", do=self._drop),
                Command(key="u", word="undo", what="undo the last change", do=self._undo),
            ),
            number=self._change,
            numbers="change that piece",
            leaving="back to the skill",
        )
        if question := self._sitting.interview.pack.skill_by_id[self._sitting.current].ask:
            self._lines.say(f"A mentor may ask: {shown(question, limit=1000)}")
        self._lines.say("Evidence only ever supports a level; to have none is not held against you.")
        self._list()
        place.visit(self._lines, "Evidence: a number, a to add, d to drop, q to go back, ?:")

    def _list(self) -> None:
        pieces = self._answer.evidence
        self._lines.say(*(f"{number}. {_piece(piece)}" for number, piece in enumerate(pieces, 1)))
        if not pieces:
            self._lines.say("There is none yet.")

    def _change(self, number: int) -> None:
        pieces = self._answer.evidence
        if not 1 <= number <= len(pieces):
            self._lines.say(f"There is no piece {number}.")
            return
        self._put(pieces[number - 1], number - 1)

    def _drop(self, text: str) -> None:
        pieces = self._answer.evidence
        number = number_in(self._asked(text, "Which number?"), len(pieces))
        if not number:
            self._lines.say("There is no such piece.")
            return
        self._change_all((*pieces[: number - 1], *pieces[number:]))

    def _undo(self, _: str) -> None:
        before = self._sitting.current
        if self._sitting.undo() is None:
            self._lines.say("Nothing to undo.")
        self._sitting.move_to(before)
        self._list()

    def _put(self, piece: Evidence, place: int | None) -> None:
        new = self._written(piece)
        if new is None:
            return
        pieces = self._answer.evidence
        whole = (*pieces, new) if place is None else (*pieces[:place], new, *pieces[place + 1 :])
        self._change_all(whole)

    def _change_all(self, pieces: tuple[Evidence, ...]) -> None:
        self._sitting.annotate(self._sitting.current, evidence=pieces)
        self._list()

    def _written(self, piece: Evidence) -> Evidence | None:
        """Ask for the parts of a piece; None when the input ended or something about it is wrong."""
        scale, ask = self._sitting.interview.pack.scale, partial(_part, self._lines)
        kinds = "; ".join(f"{number} {MEANING[kind]}" for number, kind in enumerate(_KINDS, 1))
        usual = _KINDS.index(piece.kind) + 1
        typed = self._lines.ask(f"What kind? {kinds}. Enter alone: {usual}:")
        number = usual if typed == "" else number_in(typed or "", len(_KINDS))
        if not number:
            self._lines.say(f"Type a number from 1 to {len(_KINDS)}; nothing was changed.")
            return None
        where = ask("Link or path", piece.where)
        note = ask("What it is, in a few words", piece.note)
        level = ask(
            f"Level it shows, 0 to {scale.top}", "" if piece.level is None else str(piece.level), "the rated one"
        )
        day = ask("When it was done, as 2026-09-30, 2026-09 or today", piece.date.isoformat() if piece.date else "")
        today = self._sitting.today
        if where is None or note is None or level is None or day is None:
            return None
        if wrong := piece_problem(scale, where, note, level, day, today):
            self._lines.say(f"{wrong} Nothing was changed.")
            return None
        shows = int(level) if level else None
        kind = _KINDS[number - 1]
        return replace(piece, kind=kind, where=where, note=note, level=shows, date=day_of(day, today))


def _part(lines: Lines, question: str, now: str, nothing: str = "none") -> str | None:
    """Ask for a part; Enter alone leaves it as it is, - empties it."""
    empties = ", - for none" if now else ""
    typed = lines.ask(f"{question}. Enter alone: {shown(now) or nothing}{empties}:")
    return now if typed == "" else "" if typed == "-" else typed


def _piece(piece: Evidence) -> str:
    what = ", ".join(shown(text, limit=300) for text in (piece.where, piece.note) if text)
    level = f"; shows level {piece.level}" if piece.level is not None else ""
    day = f", {piece.date}" if piece.date else ""
    return f"{MEANING[piece.kind]}{day}: {what}{level}"
