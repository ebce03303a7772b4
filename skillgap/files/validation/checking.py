"""Turn the data of a document into a value, or into all problems that it has."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from skillgap.errors import BadInput
from skillgap.files.building import Misfit, build
from skillgap.files.positions import KeyPath
from skillgap.files.toml import Document
from skillgap.files.validation.adapters import adapter
from skillgap.files.validation.places import Places
from skillgap.files.validation.shape import shape_of

if TYPE_CHECKING:
    from pydantic import ValidationError

T = TypeVar("T")
_MOST_ERRORS = 5_000
_PIECE = 2_000
"""Rows looked at together: what pydantic says of a row takes more room than the row."""


def validate(kind: type[T], document: Document, *, path: KeyPath = (), places: Places | None = None) -> T:
    """Make a `kind` of the document's data, or of the part of it at `path`.

    Strict: no unknown keys, no text for numbers, no numbers for text, no infinities. A date may be written with
    or without quotes, but is no text. `places` says where keys stand when that is not in the document's own text.
    Raises `BadInput` with every problem, in the order of the text, each at its place.
    """
    data = _within(document.data, path)
    try:
        return build(kind, data)
    except Misfit:
        return _explained(kind, data, places or Places(document), path)


def _explained(kind: type[T], data: Any, places: Places, path: KeyPath) -> T:
    """Let pydantic find every problem of data that could not be built."""
    from pydantic import ValidationError  # noqa: PLC0415 - see adapters

    data = _without_most_unknown(kind, data)
    errors: Sequence[Any] = _errors_by_piece(kind, data) if _is_large(data) else ()
    text, odd = _json(data)
    try:
        value = adapter(kind).validate_json(text) if not errors else None
    except ValidationError as error:
        errors = _first(error)
    else:
        if value is not None and (not odd or not (odd := _misread(odd, kind, value))):
            return value
    from skillgap.files.validation.wording import problems_of  # noqa: PLC0415 - only a mistake pays for it

    problems = problems_of(kind, errors, odd, data, places, path)
    if errors or problems or value is None:
        raise BadInput(problems)
    return value


def _without_most_unknown(kind: type[Any], data: Any) -> Any:
    """The data without keys that are not known, as far as a table has more of them than anybody is told of.

    What pydantic says of a key takes a hundred times the room of the key.
    """
    if not isinstance(data, dict) or len(data) <= _MOST_ERRORS:
        return data
    known = {*shape_of(kind).keys(())}
    unknown = {*islice((key for key in data if key not in known), _MOST_ERRORS)}
    return {key: value for key, value in data.items() if key in known or key in unknown}


def _is_large(data: Any) -> bool:
    return isinstance(data, dict) and sum(map(len, filter(_is_rows, data.values()))) > _PIECE


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 1 and isinstance(value[0], dict)


def _errors_by_piece(kind: type[Any], data: dict[str, Any]) -> list[dict[str, Any]]:
    """What pydantic says of a large document, a piece of its rows at a time, until that is enough."""
    from pydantic import ValidationError  # noqa: PLC0415 - see adapters

    bare = {key: [] if _is_rows(value) else value for key, value in data.items()}
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for key in (None, *filter(lambda key: _is_rows(data[key]), data)):
        rows = data[key] if key is not None else ()
        for start in range(0, len(rows) or 1, _PIECE):
            part = bare if key is None else {**bare, key: rows[start : start + _PIECE]}
            try:
                adapter(kind).validate_json(_json(part)[0])
            except ValidationError as error:
                for each in _first(error):
                    if len(each["loc"]) > 1 and each["loc"][0] == key:
                        each["loc"][1] += start
                    found.setdefault((*each["loc"], each["type"]), each)
            if len(found) >= _MOST_ERRORS:
                return list(found.values())
    return list(found.values())


def _first(error: ValidationError) -> list[dict[str, Any]]:
    """The errors that pydantic found, as far as it makes sense to look at them; all as objects fill the memory."""
    text, at = error.json(include_url=False, include_input=False), 1
    errors: list[dict[str, Any]] = []
    decoder = json.JSONDecoder()
    while len(errors) < _MOST_ERRORS and text.startswith("{", at):
        found, end = decoder.raw_decode(text, at)
        errors.append(found)
        at = end + 1
    return errors


def _misread(odd: list[tuple[KeyPath, Any]], kind: type[T], value: T) -> list[tuple[KeyPath, Any]]:
    """The values that JSON could not carry and that pydantic took for something else, a date for text."""
    plain = adapter(kind).dump_python(value, by_alias=True)
    return [(path, raw) for path, raw in odd if not isinstance(_within(plain, path), date | time)]


def _within(data: Any, path: KeyPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _json(data: Any) -> tuple[str, list[tuple[KeyPath, Any]]]:
    """The data as JSON, and the values that JSON cannot tell from others: dates, infinities, not-a-number."""
    odd = False

    def iso(value: date | time) -> str:
        nonlocal odd
        odd = True
        return value.isoformat()

    try:
        text = json.dumps(data, default=iso, allow_nan=False)
    except ValueError:
        text = json.dumps(_finite(data), default=iso)
        odd = True
    return text, list(_odd(data)) if odd else []


def _odd(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _odd(value, (*path, key))
    elif isinstance(data, date | datetime | time) or (isinstance(data, float) and not math.isfinite(data)):
        yield path, data


def _finite(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _finite(value) for key, value in data.items()}
    if isinstance(data, list):
        return list(map(_finite, data))
    return 0.0 if isinstance(data, float) and not math.isfinite(data) else data
