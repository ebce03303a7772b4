"""pydantic's errors as problems in a person's words, at their places, with a remedy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from heapq import nsmallest
from itertools import islice
from typing import Any

from skillgap.core.names import hint, nearest, quoted
from skillgap.core.records import dataclass
from skillgap.core.text import shown
from skillgap.errors import MOST_PROBLEMS, Problem, more_than_told
from skillgap.files.positions import KeyPath
from skillgap.files.validation.places import Places
from skillgap.files.validation.remedies import found, named, to_add, way_out
from skillgap.files.validation.shape import Schema, Shape, shape_of

_LONGEST = 1_000  # characters of what a class of the core says itself
_UNKNOWN = "unexpected_keyword_argument"
_FORMATS: tuple[tuple[type, str], ...] = ((datetime, "date-time"), (date, "date"), (time, "time"))


@dataclass(frozen=True, slots=True)
class _Fault:
    """An error of pydantic about what stands at `path`; in a union, of its branch `branch` at `union`."""

    path: KeyPath
    type: str
    message: str
    union: KeyPath | None = None
    branch: str | int = ""


def problems_of(
    kind: type[Any],
    errors: Iterable[Any],
    odd: Iterable[tuple[KeyPath, Any]],
    data: Any,
    places: Places,
    base: KeyPath,
) -> list[Problem]:
    """All problems of `data`, which stands at `base` in the document, in the order of the text.

    `errors` are pydantic's, `odd` the values that JSON could not carry: dates, infinities and not-a-number.
    """
    report = _Report(shape_of(kind), data, places, base)
    faults = _without_branches([_fault(error, data) for error in errors])
    first = nsmallest(MOST_PROBLEMS + 1, faults, key=report.place)
    report.add_odd(odd)
    report.add_faults(first)
    problems = sorted(report.problems.values())
    if len(faults) > MOST_PROBLEMS or len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [more_than_told(problems[min(MOST_PROBLEMS, len(problems) - 1)])]
    return problems


class _Report:
    """The problems found so far, one for each key path."""

    def __init__(self, shape: Shape, data: Any, places: Places, base: KeyPath) -> None:
        self.shape = shape
        self.data = data
        self.places = places
        self.base = base
        self.problems: dict[KeyPath, Problem] = {}

    def place(self, fault: _Fault) -> Problem:
        """What to sort by: file, line and column, then what pydantic says."""
        return self.places.problem((*self.base, *fault.path), fault.message)

    def add(self, path: KeyPath, what: str, remedy: str) -> None:
        if path not in self.problems:
            self.problems[path] = self.places.problem((*self.base, *path), what, remedy)

    def add_faults(self, faults: list[_Fault]) -> None:
        misspelt = self._add_unknown(faults)
        for fault in faults:
            if fault.type == "missing" and fault.path not in misspelt:
                name = str(fault.path[-1])
                self.add(fault.path, f"missing {quoted(name)}", to_add(name, self.shape.at(fault.path), self.shape))
            elif fault.type in ("value_error", "assertion_error"):
                what, _, remedy = shown(fault.message, limit=_LONGEST).partition("; ")
                self.add(fault.path, what, remedy)
            elif fault.type not in ("missing", _UNKNOWN):
                self._misfit(fault)

    def _add_unknown(self, faults: list[_Fault]) -> set[KeyPath]:
        """Report the unknown keys; give the paths of the missing keys that they probably stand for."""
        missing: dict[KeyPath, list[str]] = {}
        for fault in faults:
            if fault.type == "missing":
                missing.setdefault(fault.path[:-1], []).append(str(fault.path[-1]))
        unknown = [fault.path for fault in faults if fault.type == _UNKNOWN]
        return {self._unknown(path, missing.get(path[:-1], [])) for path in unknown}

    def _unknown(self, path: KeyPath, absent: list[str]) -> KeyPath:
        """Report an unknown key; give the path of the missing key that it probably stands for."""
        name, table = str(path[-1]), path[:-1]
        known = self.shape.keys(table)
        guess = nearest(name, absent) or nearest(name, known)
        remedy = f'did you mean "{guess}"?' if guess else hint(name, known, names="the known keys are")
        self.add(path, f"unknown key {quoted(name)}", remedy or "delete it")
        return (*table, guess or "")

    def _misfit(self, fault: _Fault) -> None:
        forms = self.shape.at(fault.path)
        if not forms:
            self.add(fault.path, f"{named((*self.base, *fault.path))}: {fault.message.lower()}", "")
        else:
            self._must_be(fault.path, self.shape.phrase(forms), forms)

    def _must_be(self, path: KeyPath, phrase: str, forms: list[Schema]) -> None:
        value, full = _value(self.data, path), (*self.base, *path)
        what = f"{named(full)} must be {phrase}, not {found(value, forms)}"
        self.add(path, what, way_out(full, value, forms, self.shape, self.places))

    def add_odd(self, odd: Iterable[tuple[KeyPath, Any]]) -> None:
        for path, value in islice(odd, MOST_PROBLEMS + 1):
            forms = self.shape.at(path)
            if not forms:
                continue  # within something unknown, which is reported
            if isinstance(value, float):
                self._must_be(path, "a finite number", forms)
            elif _is_wanted_as_text(value, forms):
                self._must_be(path, self.shape.phrase(forms), forms)


def _is_wanted_as_text(value: Any, forms: list[Schema]) -> bool:
    kind = next(word for cls, word in _FORMATS if isinstance(value, cls))
    texts = [form for form in forms if form.get("type") == "string"]
    return bool(texts) and all(form.get("format") != kind for form in texts)


def _fault(error: Any, data: Any) -> _Fault:
    """Tell the steps of a location that lead through the data from those that name a branch of a union."""
    path: KeyPath = ()
    union: KeyPath | None = None
    branch: str | int = ""
    missing = error["type"] == "missing"
    for step in error["loc"]:
        if _holds(data, step):
            path, data = (*path, step), data[step]
        elif missing and step == error["loc"][-1]:
            path = (*path, step)
        elif union is None and step != "[key]":
            union, branch = path, step
    kind = error["type"]
    if missing and isinstance(path[-1], int):  # an array of fixed length that is too short
        path, kind = path[:-1], "too_short"
    message = str(error.get("ctx", {}).get("error", error["msg"]))
    return _Fault(path, kind, message, union, branch)


def _without_branches(faults: list[_Fault]) -> list[_Fault]:
    """Keep, of each union, what is wrong with its best fitting branch."""
    unions: dict[KeyPath, dict[str | int, list[_Fault]]] = {}
    for fault in faults:
        if fault.union is not None:
            unions.setdefault(fault.union, {}).setdefault(fault.branch, []).append(fault)
    kept = {id(fault) for union, branches in unions.items() for fault in _best(union, branches)}
    return [fault for fault in faults if fault.union is None or id(fault) in kept]


def _best(union: KeyPath, branches: dict[str | int, list[_Fault]]) -> list[_Fault]:
    """The branch that got furthest into the value with the fewest faults."""
    within = [faults for faults in branches.values() if all(fault.path != union for fault in faults)]
    return min(within or branches.values(), key=len)


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def _value(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data
