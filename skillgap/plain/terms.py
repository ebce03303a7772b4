"""A list of terms line by line, some of which do not exist; the same list and file as in the app."""

from __future__ import annotations

from skillgap.core.familiarity import ANNOUNCED, HIGHEST, WORDS, result_lines
from skillgap.core.text import shown
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.sitting import Sitting

_LONGEST = 2000
_HELP = (
    "Type a number, then Enter:",
    *(f"  {number}    {words}" for number, words in enumerate(WORDS)),
    "  s    skip for now",
    "  u    take the last answer back",
    "  q    stop; every answer is saved already",
    "  ?    this help",
)


def terms(sitting: Sitting, lines: Lines) -> None:
    """Ask about one term after the other until the person stops, the input ends or all are answered."""
    vocabulary = sitting.vocabulary()
    if vocabulary.is_complete:
        lines.say(*(shown(line, limit=_LONGEST) for line in result_lines(vocabulary)))
        if not lines.is_sure("Begin a list of other terms in place of this one?"):
            return
        sitting.begin_other_terms()
        vocabulary = sitting.vocabulary()
    if vocabulary.shown:
        lines.say(*ANNOUNCED, *_HELP)
    term = vocabulary.next_open()
    while term is not None:
        place = f"{vocabulary.shown.index(term) + 1} of {len(vocabulary.shown)}"
        answer = lines.ask(f"{place}: {shown(term)}? 0-{HIGHEST}, s, u, q or ?:")
        if answer is None or answer.lower() == "q":
            break
        term = _next(sitting, term, answer.lower(), lines)
        vocabulary = sitting.vocabulary()
    lines.say("", *(shown(line, limit=_LONGEST) for line in result_lines(vocabulary)))


def _next(sitting: Sitting, term: str, answer: str, lines: Lines) -> str | None:
    """Do what was answered; give the term to ask next, None when all are answered."""
    before = sitting.vocabulary()
    if answer == "s":
        return before.next_open(term) or term
    if answer == "u":
        if not sitting.take_back("terms"):
            lines.say("Nothing to take back.")
            return term
        now = sitting.vocabulary()
        return next((each for each in now.shown if now.said.get(each) != before.said.get(each)), term)
    if (number := number_in(answer, HIGHEST)) is not None:
        sitting.claim(term, number)
        if sitting.problem:
            lines.say(f"Not saved: {shown(sitting.problem, limit=500)}")
        return sitting.vocabulary().next_open(term)
    if answer == "?":
        lines.say(*_HELP)
    elif answer:
        lines.say(f"Not understood: {shown(answer, limit=40)}. Type 0 to {HIGHEST}, s, u, q, or ? for help.")
    return term
