"""The interview line by line: the same questions and the same files as the app, for a pipe or a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

from skillgap.core.gaps import REWORDED
from skillgap.core.interview import Interview
from skillgap.core.plan import Budget
from skillgap.core.report import Report
from skillgap.core.rubric import Skill
from skillgap.core.text import shown
from skillgap.errors import SkillgapError
from skillgap.plain.results import report_lines

HELP = (
    "Type a number for your level, then Enter. Other answers:",
    "  n REASON   not applicable, with a reason if you like",
    "  s          skip for now",
    "  b          back to the skill before",
    "  x          take the answer of this skill away",
    "  u          undo the last change",
    "  f WORD     go to the first skill whose name has WORD",
    "  r          results so far",
    "  w FOLDER   write report.toml and plan.toml (here when no folder is given)",
    "  q          stop; every answer is saved already",
    "  ?          this help",
)


class Sitting(Protocol):
    """What the interview needs of the session that keeps the answers."""

    interview: Interview
    budget: Budget
    problem: str

    def rate(self, skill: str, level: int) -> None:
        """Set a level."""

    def set_aside(self, skill: str, reason: str) -> None:
        """Mark as not applicable."""

    def clear(self, skill: str) -> None:
        """Make unanswered."""

    def move_to(self, skill: str) -> None:
        """Remember the place."""

    def undo(self) -> str | None:
        """Take the last change back; give the skill it touched."""

    def report(self, today: date) -> Report:
        """Make the gap report."""

    def export(self, folder: Path, today: date, budget: Budget, *, replace: bool) -> tuple[Path, Path]:
        """Write report.toml and plan.toml."""


def ask(sitting: Sitting, read: Callable[[], str], write: Callable[[str], None], today: date) -> None:
    """Ask about one skill after the other until the person stops, the input ends or nothing is open.

    `read` gives a line with its line end, an empty text at the end of the input; `write` takes a line.
    """
    for line in _opening(sitting.interview):
        write(line)
    skill: str | None = _first(sitting.interview)
    while skill is not None:
        for line in question(sitting.interview, skill):
            write(line)
        answer = _valid(sitting.interview.pack.scale.top, read, write)
        if answer == "q":
            break
        skill = _act(sitting, skill, answer, write, today)
        if sitting.problem:
            write(f"Not saved: {shown(sitting.problem, limit=500)}")
    for line in _closing(sitting.interview):
        write(line)


def _first(interview: Interview) -> str:
    """Where it was left; when all is answered, the first one to look at again."""
    return interview.look_again[0] if interview.is_complete and interview.look_again else interview.first


def question(interview: Interview, skill_id: str) -> Iterator[str]:
    """Give a skill with the anchors of all levels and the answer so far, as lines."""
    skill = interview.pack.skill_by_id[skill_id]
    area = interview.pack.area_by_id[skill.area]
    yield ""
    yield f"Skill {interview.place[skill_id] + 1} of {len(interview.skills)}. {shown(area.title)}: {shown(skill.name)}"
    if skill.definition:
        yield shown(skill.definition, limit=500)
    for level, anchor in zip(interview.pack.scale.levels, skill.anchors, strict=True):
        yield f"  {level.value} {shown(level.name)}: {shown(anchor, limit=500)}"
    yield f"Your answer so far: {_so_far(interview, skill)}"


def _so_far(interview: Interview, skill: Skill) -> str:
    answer = interview.assessment.answer(skill.id)
    if answer.level is not None:
        said = f"{answer.level} {shown(interview.pack.scale.name(answer.level))}"
    elif answer.na is not None:
        said = "not applicable" + (f" ({shown(answer.na)})" if answer.na else "")
    else:
        return "none"
    return f"{said}; please look again: {REWORDED}" if skill.id in interview.look_again else said


def _opening(interview: Interview) -> Iterator[str]:
    role = interview.pack.role_by_id[interview.role]
    yield f"{shown(role.name)}: {len(interview.skills)} skills, {interview.count('open')} open."
    if changed := [shown(interview.pack.skill_by_id[skill].name) for skill in interview.look_again]:
        yield f"Please look again: the anchors have changed since you answered {', '.join(changed)}."
    yield "A level counts when its statement is true of you today. Every answer is saved at once."
    yield from HELP


def _closing(interview: Interview) -> Iterator[str]:
    yield ""
    rated, aside, still = (interview.count(status) for status in ("rated", "not-applicable", "open"))
    yield f"{rated} of {len(interview.skills)} skills rated, {aside} not applicable, {still} open."
    if changed := len(interview.look_again):
        yield f"{changed} to look at again."


def _valid(top: int, read: Callable[[], str], write: Callable[[str], None]) -> str:
    """Read until an answer is understood; the end of the input is a q."""
    while True:
        write(f"Level 0-{top}, or n, s, b, x, u, f, r, w, q, ?:")
        line = read()
        if not line:
            return "q"
        answer = line.strip()
        if answer == "?":
            for text in HELP:
                write(text)
        elif answer.isascii() and answer.isdigit():
            if len(answer) <= 2 and int(answer) <= top:
                return answer
            write(f"{shown(answer, limit=20)} is outside the scale; type a level from 0 to {top}.")
        elif answer[:1].lower() in tuple("nfw") and answer[1:2] in ("", " "):
            return answer
        elif answer.lower() in tuple("sbxurq"):
            return answer.lower()
        elif answer:
            write(f"Not understood: {shown(answer, limit=40)}. Type a level from 0 to {top}, or ? for help.")


def _act(sitting: Sitting, skill: str, answer: str, write: Callable[[str], None], today: date) -> str | None:
    """Do what was answered and give the skill to ask next; None when nothing is open or to be looked at again."""
    word, _, rest = answer.partition(" ")
    if word.isdigit():
        sitting.rate(skill, int(word))
        return _after(sitting.interview, skill)
    word = word.lower()
    if word == "n":
        sitting.set_aside(skill, rest.strip())
        return _after(sitting.interview, skill)
    if word in tuple("sbuf"):
        return _go(sitting, skill, word, rest, write)
    if word == "x":
        sitting.clear(skill)
    elif word == "r":
        for line in report_lines(sitting.report(today), gaps=10):
            write(line)
    elif word == "w":
        _export(sitting, rest.strip(), write, today)
    return skill


def _go(sitting: Sitting, skill: str, word: str, rest: str, write: Callable[[str], None]) -> str:
    """Give the skill that a command moves to."""
    if word == "s":
        return _skip(sitting, skill)
    if word == "b":
        return sitting.interview.neighbour(skill, -1)
    if word == "u":
        return sitting.undo() or skill
    return _find(sitting.interview, rest, skill, write)


def _after(interview: Interview, skill: str) -> str | None:
    """The next open skill; once there is none, the next one to look at again."""
    place = interview.place[skill]
    again = sorted(interview.look_again, key=lambda name: (interview.place[name] <= place, interview.place[name]))
    return interview.next_open(skill) or next(iter(again), None)


def _skip(sitting: Sitting, skill: str) -> str:
    following = _after(sitting.interview, skill) or skill
    sitting.move_to(following)
    return following


def _find(interview: Interview, word: str, skill: str, write: Callable[[str], None]) -> str:
    sought = word.strip().casefold()
    for item in interview.skills:
        if sought and any(sought in text.casefold() for text in (item.name, item.id, *item.terms)):
            return item.id
    write(f"No skill has {shown(word.strip(), limit=40)} in its name." if sought else "Type a word after f.")
    return skill


def _export(sitting: Sitting, folder: str, write: Callable[[str], None], today: date) -> None:
    try:
        files = sitting.export(Path(folder or "."), today, sitting.budget, replace=False)
    except SkillgapError as error:
        write(str(error))
    else:
        write("Wrote " + " and ".join(shown(str(file)) for file in files))
