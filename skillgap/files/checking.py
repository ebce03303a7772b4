"""Check a pack: its structure, then its meaning, each finding at its place in its file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from skillgap.core.lint import RULES, Key, Severity, findings
from skillgap.core.lint.ignoring import IDLE_IGNORE, UNKNOWN_CODE
from skillgap.core.lint.rule import Rule
from skillgap.core.lint.texts import HIDDEN
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import BadInput, Problem
from skillgap.files.ignores import Ignore, hidden_in_comments, ignores_in
from skillgap.files.parts import PartPlaces, Parts, parse_parts, read_sources
from skillgap.files.rubrics import checked

_BEGINNINGS = frozenset(code[:length] for code in RULES for length in range(2, len(code) + 1))
_UNREADABLE, _MISFIT = RULES["SG001"], RULES["SG002"]


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """A finding at its place. Texts are safe to show."""

    file: str
    line: int
    """From 1; 0 when the finding is about the whole pack."""
    column: int
    code: str
    severity: Severity
    what: str
    remedy: str
    key: Key = ()
    """Where in the data, such as ("skill", 3, "anchors", 2); empty for files that could not be read."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{place}: {self.severity}: {self.code} {self.what}{tail}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, in the order of files and lines; the pack itself unless its structure is broken."""

    found: tuple[Placed, ...]
    pack: Pack | None = None


def check_pack(path: Path) -> Checked:
    """Check a pack. Findings that a comment silences are left out.

    Structure comes first: while it has errors, nothing is said about meaning. Raises CannotAccess for what cannot be
    read, and BadInput for what is no pack at all, such as an empty folder.
    """
    try:
        parts = parse_parts(read_sources(path))
    except BadInput as error:
        if not all(problem.line for problem in error.problems):
            raise
        return Checked(_structure(error, _UNREADABLE))
    try:
        pack = checked(parts)
    except BadInput as error:
        return Checked(_structure(error, _MISFIT))
    placed = sorted([*_placed(parts, pack), *_in_comments(parts)], key=_order)
    return Checked(tuple(_heard(placed, parts)), pack)


def _structure(error: BadInput, rule: Rule) -> tuple[Placed, ...]:
    return tuple(
        Placed(
            problem.file, problem.line, problem.column, problem.code or rule.code, "error", problem.what, problem.remedy
        )
        for problem in error.problems
    )


def _placed(parts: Parts, pack: Pack) -> Iterator[Placed]:
    places = PartPlaces(parts)
    for finding in findings(pack):
        yield _at(places.problem(finding.key, finding.what, finding.remedy), finding.rule, finding.key)


def _at(problem: Problem, rule: Rule, key: Key = ()) -> Placed:
    return Placed(
        problem.file, problem.line, problem.column, rule.code, rule.severity, problem.what, problem.remedy, key
    )


def _order(found: Placed) -> tuple[str, int, int, str, str]:
    return found.file, found.line, found.column, found.code, found.what


def _in_comments(parts: Parts) -> Iterator[Placed]:
    for document in parts.documents:
        for hidden in hidden_in_comments(document.text):
            name = unicodedata.name(hidden.char, "unnamed").lower()
            what = f"the comment holds U+{ord(hidden.char):04X} ({name})"
            yield _at(Problem(document.file, hidden.line, hidden.column, what, HIDDEN.remedy), HIDDEN)


def _heard(placed: list[Placed], parts: Parts) -> list[Placed]:
    """Leave out what comments silence; add what is wrong with the comments."""
    comments = [(document.file, ignore) for document in parts.documents for ignore in ignores_in(document.text)]
    if not comments:
        return placed
    by_line: dict[tuple[str, int], list[Ignore]] = {}
    for file, ignore in comments:
        by_line.setdefault((file, ignore.target), []).append(ignore)
    used: set[tuple[str, Ignore, str]] = set()
    heard = []
    for found in placed:
        silent = [
            (found.file, ignore, code)
            for ignore in by_line.get((found.file, found.line), ())
            for code in ignore.codes
            if found.code.startswith(code)
        ]
        used.update(silent)
        if not silent:
            heard.append(found)
    for file, ignore in comments:
        heard += _faulty(file, ignore, used)
    return sorted(heard, key=_order)


def _faulty(file: str, ignore: Ignore, used: set[tuple[str, Ignore, str]]) -> Iterator[Placed]:
    def problem(what: str, remedy: str) -> Problem:
        return Problem(file, ignore.line, ignore.column, what, remedy)

    if not ignore.codes:
        yield _at(problem("the ignore comment names no code", UNKNOWN_CODE.remedy), UNKNOWN_CODE)
    for code in ignore.codes:
        if code not in _BEGINNINGS:
            yield _at(problem(f"there is no code {shown(code)}", UNKNOWN_CODE.remedy), UNKNOWN_CODE)
        elif (file, ignore, code) not in used:
            yield _at(problem(f"nothing here breaks {shown(code)}", IDLE_IGNORE.remedy), IDLE_IGNORE)


def chosen(found: tuple[Placed, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Placed, ...]:
    """Keep findings whose code begins with one of `select` (all when empty) and with none of `ignore`; keep all errors.

    Of two prefixes that both fit, the longer decides, as in `--ignore SG1 --select SG106`.
    """

    def is_kept(code: str) -> bool:
        wanted = max((len(prefix) for prefix in select if code.startswith(prefix)), default=-1 if select else 0)
        unwanted = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=-1)
        return wanted > unwanted

    return tuple(item for item in found if item.severity == "error" or is_kept(item.code))
