"""Check yourself line by line: the same questions and the same file as in the app."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.assessment import Response
from skillgap.core.curriculum import Check
from skillgap.core.quiz import ANNOUNCED, Quiz, band_text, outcome_text, source_text
from skillgap.core.text import shown
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.sitting import Sitting

LONGEST = 2000
MOST = 100
"""Certainty, in percent."""
HELP = (
    "Type the number of an option, then Enter. Other answers:",
    "  d    I don't know",
    "  q    stop; every answer is saved already",
    "  ?    this help",
)


def check(sitting: Sitting, lines: Lines) -> None:
    """Ask one question after the other until the person stops, the input ends or none is worth asking."""
    quiz = sitting.quiz()
    lines.say(*ANNOUNCED, *HELP)
    while (asked := quiz.check) is not None:
        seed = quiz.seed
        order = quiz.options(seed)
        lines.say(*_question(quiz, asked, order))
        option = _choice(order, lines)
        if option is None:
            break
        sure = _certainty(lines) if option else None
        response = quiz.response(option, sure, quiz.today, seed)
        sitting.respond(response)
        quiz = sitting.quiz((*quiz.asked, asked.id))
        lines.say(*_outcome(asked, response, quiz))
        if sitting.problem:
            lines.say(f"Not saved: {shown(sitting.problem, limit=500)}")
    lines.say("", *_closing(quiz))


def _question(quiz: Quiz, asked: Check, order: tuple[int, ...]) -> Iterator[str]:
    yield ""
    yield f"{shown(quiz.pack.skill_by_id[asked.skill].name)} ({quiz.progress})"
    yield shown(asked.question, limit=LONGEST)
    for number, option in enumerate(order, 1):
        yield f"  {number} {shown(asked.options[option - 1], limit=LONGEST)}"
    yield "  d I don't know"


def _choice(order: tuple[int, ...], lines: Lines) -> int | None:
    """Read until an option is chosen; give its number in the pack, 0 for "I don't know", None to stop."""
    while True:
        answer = lines.ask(f"1-{len(order)}, d, q or ?:")
        if answer is None or answer.lower() == "q":
            return None
        answer = answer.lower()
        if answer == "d":
            return 0
        if number := number_in(answer, len(order)):
            return order[number - 1]
        if answer == "?":
            lines.say(*HELP)
        elif answer:
            lines.say(f"Not understood: {shown(answer, limit=40)}. Type 1 to {len(order)}, d, q, or ? for help.")


def _certainty(lines: Lines) -> float | None:
    """Read how likely the answer is right, 0 to 1; None when it is not said."""
    while True:
        typed = lines.ask(f"How sure are you, 0 to {MOST} percent? Enter alone: not said.") or ""
        answer = typed.removesuffix("%").rstrip()
        if not answer:
            return None
        if (number := number_in(answer, MOST)) is not None:
            return number / MOST
        lines.say(f"Not understood: {shown(answer, limit=40)}. Type a number from 0 to {MOST}, or Enter alone.")


def _outcome(asked: Check, response: Response, quiz: Quiz) -> Iterator[str]:
    yield shown(outcome_text(asked, response), limit=LONGEST)
    yield shown(asked.why, limit=LONGEST)
    if source := source_text(asked):
        yield f"Source: {shown(source, limit=LONGEST)}"
    yield band_text(quiz.band)


def _closing(quiz: Quiz) -> Iterator[str]:
    if quiz.ending:
        yield quiz.ending
    yield f"{len(quiz.asked)} answered this time, {quiz.count} in all."
    yield band_text(quiz.band)
