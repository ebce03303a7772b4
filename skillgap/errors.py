"""The one exception tree. `cli.main` is the one place that prints it and turns it into an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one place of a file, and what to do about it.

    `line` and `column` count from 1; 0 means the place is not known (then it is left out of the text).
    """

    file: str
    line: int
    column: int
    what: str
    remedy: str = ""
    code: str = field(default="", compare=False)
    """The rule of `pack check` that it breaks, if it is known."""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}:{self.column or 1}"
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: error: {self.what}{tail}"


MOST_PROBLEMS = 500
"""More are not told at once: nobody reads them, and each needs its place looked up."""


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """Take the first problems, as many as are told, and put them in order; the last one says if there are more."""
    found = sorted({*islice(problems, MOST_PROBLEMS + 1)})
    if len(found) > MOST_PROBLEMS:
        found[MOST_PROBLEMS:] = [more_than_told(found[MOST_PROBLEMS])]
    return found


def more_than_told(problem: Problem) -> Problem:
    """Say, at the place of the first one that is not told, that there are more problems."""
    return replace(problem, what=f"more than {MOST_PROBLEMS} problems", remedy="mend these first", code="")


class SkillgapError(Exception):
    """The root: anything the program tells a person instead of a traceback. `exit_code` goes to the shell."""

    exit_code = 1


class BadInput(SkillgapError):
    """A file or value that cannot be used, with every problem found, in file order."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Usage(SkillgapError):
    """The command line asks for something that does not exist or does not fit together."""

    exit_code = 2


class Defect(SkillgapError):
    """The program ended by a mistake of its own."""

    exit_code = 4


class CannotAccess(SkillgapError):
    """A file or folder cannot be read or written: missing, forbidden, full, locked or in the way."""

    exit_code = 3
