"""Check yourself line by line: the same questions and the same file as in the app."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.quiz import ANNOUNCED, outcome_text, source_text
from skillgap.core.sitting import HOW_SURE, NOTHING_BACK, UNKNOWN, Sitting, begin, change_text, closing
from skillgap.core.text import shown
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.sitting import Sitting as Keeper
from skillgap.plain.terms import terms

_LONGEST = 2000
_MOST = 100
"""Certainty, in percent."""
_HELP = (
    "Type the number of an option, then Enter. Other answers:",
    f"  d    {UNKNOWN}",
    "  s    skip this question; nothing is kept of it",
    "  t    a list of terms instead; some do not exist, and your score stays what it is",
    "  u    take the last answer back",
    "  q    stop; every answer is saved already",
    "  ?    this help",
)
STOP, BACK, SKIP, TERMS = "stop", "back", "skip", "terms"


def check(keeper: Keeper, lines: Lines) -> None:
    """Ask one question after the other until the person stops, the input ends or none is worth asking."""
    sitting = begin(keeper.quiz())
    if sitting.phase != "over":
        lines.say(*ANNOUNCED, *_HELP)
    while sitting.phase != "over":
        lines.say(*_question(sitting))
        answer = _choice(sitting, lines)
        if answer == STOP:
            sitting = sitting.stopped()
        elif answer == SKIP:
            sitting = sitting.skipping()
        elif answer == TERMS:
            terms(keeper, lines)
            sitting = sitting.renewed(keeper.quiz())
        elif answer == BACK:
            sitting = _taken_back(sitting, keeper, lines)
        elif isinstance(answer, int):
            sitting = _answered(sitting.choose(answer), keeper, lines)
    lines.say("", *(shown(line, limit=_LONGEST) for line in closing(sitting)))


def _answered(sitting: Sitting, keeper: Keeper, lines: Lines) -> Sitting:
    """Ask how sure the choice is, keep it, tell the outcome and go on."""
    response = sitting.response(_certainty(lines) if sitting.option else None)
    keeper.respond(response)
    quiz = sitting.quiz
    sitting = sitting.kept(response, keeper.quiz((*quiz.asked, response.item), quiz.skipped))
    lines.say(*_outcome(sitting))
    if keeper.problem:
        lines.say(f"Not saved: {shown(keeper.problem, limit=500)}")
    return sitting.going_on()


def _taken_back(sitting: Sitting, keeper: Keeper, lines: Lines) -> Sitting:
    if not (sitting.can_take_back and keeper.take_back("checks")):
        lines.say(NOTHING_BACK)
        return sitting
    return sitting.taken_back()


def _question(sitting: Sitting) -> Iterator[str]:
    quiz, asked = sitting.quiz, sitting.check
    if asked is None:
        return
    yield ""
    yield f"{shown(quiz.pack.skill_by_id[asked.skill].name)} ({quiz.progress})"
    yield shown(asked.question, limit=_LONGEST)
    for number, option in enumerate(sitting.order, 1):
        yield f"  {number} {shown(asked.options[option - 1], limit=_LONGEST)}"
    yield f"  d {UNKNOWN}"


def _choice(sitting: Sitting, lines: Lines) -> int | str:
    """Read until it is understood; give the place of the option, 0 for "I don't know", or STOP, BACK, SKIP or TERMS."""
    most = len(sitting.order)
    words: dict[str, int | str] = {"q": STOP, "u": BACK, "s": SKIP, "t": TERMS, "d": 0}
    while True:
        typed = lines.ask(f"1-{most}, d, s, t, u, q or ?:")
        if typed is None:
            return STOP
        answer = typed.lower()
        if answer in words:
            return words[answer]
        if number := number_in(answer, most):
            return number
        if answer == "?":
            lines.say(*_HELP)
        elif answer:
            lines.say(f"Not understood: {shown(answer, limit=40)}. Type 1 to {most}, d, s, t, u, q, or ? for help.")


def _certainty(lines: Lines) -> float | None:
    """Read how likely the answer is right, 0 to 1; None when it is not said."""
    while True:
        typed = lines.ask(f"{HOW_SURE} 0 to {_MOST} percent; Enter alone: not said.") or ""
        answer = typed.removesuffix("%").rstrip()
        if not answer:
            return None
        if (number := number_in(answer, _MOST)) is not None:
            return number / _MOST
        lines.say(f"Not understood: {shown(answer, limit=40)}. Type a number from 0 to {_MOST}, or Enter alone.")


def _outcome(sitting: Sitting) -> Iterator[str]:
    if (asked := sitting.check) is None or (response := sitting.told) is None:
        return
    yield shown(outcome_text(asked, response), limit=_LONGEST)
    yield shown(asked.why, limit=_LONGEST)
    if source := source_text(asked):
        yield f"Source: {shown(source, limit=_LONGEST)}"
    yield change_text(sitting.quizzes[-2].band, sitting.quiz.band)
