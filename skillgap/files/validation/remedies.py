"""What was found, and what to write instead."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from skillgap.core.names import nearest, quoted
from skillgap.core.text import shown
from skillgap.files.positions import KeyPath
from skillgap.files.validation.places import Places
from skillgap.files.validation.shape import EXAMPLE_DATE, Schema, Shape, fixed, literal

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?")
_YES, _NO = ("true", "yes", "on", "y"), ("false", "no", "off", "n")


def named(path: KeyPath) -> str:
    """Name what stands at a path: `"level"`, or `item 3 of "anchors"`."""
    items = [step for step in path if isinstance(step, int)]
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return "the document"
    name = quoted(keys[-1])
    return f"item {items[-1] + 1} of {name}" if isinstance(path[-1], int) else name


def found(value: Any, forms: list[Schema]) -> str:
    """Say what stands in a place where one of `forms` should: its kind, or itself when only its value is wrong."""
    wanted = {form.get("type") for form in forms}
    if isinstance(value, str):
        is_plain = any(form.get("type") == "string" and "format" not in form for form in forms)
        return quoted(value) if is_plain else "a string"
    if isinstance(value, list):
        return f"an array of {len(value)}" if "array" in wanted or not value else _array(value)
    if isinstance(value, dict):
        return "a table"
    return literal(value.isoformat() if isinstance(value, date | time) else value).strip('"')


def _array(value: list[Any]) -> str:
    return "an array of tables" if all(isinstance(item, dict) for item in value) else "an array"


def to_add(name: str, forms: list[Schema], shape: Shape) -> str:
    """Say how a missing key is written."""
    form = forms[0] if forms else {}
    choices = [value for form in forms for value in fixed(form)]
    key = _key(name)
    if choices:
        return f"add {key} = {' or '.join(map(literal, choices))}"
    if form.get("type") == "string" and "format" not in form:
        return f'add {key} = "..."'
    if shape.holds_tables(form):
        return f"add [[{key}]]"
    if form.get("type") == "object":
        return f"add [{key}]"
    if form.get("type") == "array":
        return f"add {key} = [...]"
    return f"add {key} = ... ({shape.phrase(forms)})" if forms else f"add {key} = ..."


def way_out(path: KeyPath, value: Any, forms: list[Schema], shape: Shape, places: Places) -> str:
    """Say what to write instead of `value`; nothing when that is only for the author to know."""
    choices = [choice for form in forms for choice in fixed(form) if isinstance(choice, str)]
    if isinstance(value, str) and (guess := nearest(value, choices)):
        return f'did you mean "{guess}"?'
    if isinstance(value, str) and choices and not _NUMBER.fullmatch(value.strip()):
        return ""
    for form in forms:
        if not fixed(form) and (words := _instead(path, value, form, shape, places)):
            return words
    return ""


def _instead(path: KeyPath, value: Any, form: Schema, shape: Shape, places: Places) -> str:
    kind = form.get("type")
    if kind in ("integer", "number"):
        return _number(path, value, form)
    if kind == "boolean":
        return _flag(path, value)
    if kind == "string":
        return _moment(path, value, form["format"]) if "format" in form else _text(path, value)
    if kind == "array":
        return _list(path, value, shape.holds_tables(form), places)
    return _table(path, value, form, places) if kind == "object" else ""


def _number(path: KeyPath, value: Any, form: Schema) -> str:
    whole = form["type"] == "integer"
    if isinstance(value, str):
        if (_WHOLE if whole else _NUMBER).fullmatch(value.strip()):
            return f"write {_assigned(path, value.strip().lstrip('+'))} without quotes"
        return f"write a number without quotes, such as {_assigned(path, str(form.get('minimum', 1)))}"
    if isinstance(value, float) and whole and abs(value) < 2**53:
        return f"write {_assigned(path, str(round(value)))}"
    if isinstance(value, bool):
        return f"write a number, such as {_assigned(path, str(form.get('minimum', 1)))}"
    return ""


def _flag(path: KeyPath, value: Any) -> str:
    word = str(value).strip().lower()
    meant = "true" if word in (*_YES, "1") else "false" if word in (*_NO, "0") else "true or false"
    quotes = " without quotes" if isinstance(value, str) else ""
    return "" if isinstance(value, dict | list) else f"write {_assigned(path, meant)}{quotes}"


def _moment(path: KeyPath, value: Any, kind: str) -> str:
    if kind == "date" and isinstance(value, datetime):
        return f"write the day alone, {_assigned(path, value.date().isoformat())}"
    if kind == "date":
        return f"write the day as year-month-day, such as {_assigned(path, EXAMPLE_DATE)}"
    return f"write it as {_assigned(path, f'{EXAMPLE_DATE}T09:30:00' if kind == 'date-time' else '09:30:00')}"


def _text(path: KeyPath, value: Any) -> str:
    if isinstance(value, dict | list | str):
        return ""
    text = value.isoformat() if isinstance(value, date | time) else literal(value)
    return f"write {_assigned(path, quoted(text))}"


def _list(path: KeyPath, value: Any, tables: bool, places: Places) -> str:
    if isinstance(value, dict):
        if not tables:
            return f"write {_assigned(path, '[...]')}"
        if places.is_header(path):
            return f"write [[{_dotted(path)}]] instead of [{_dotted(path)}]"
        return f"write {_assigned(path, '[{ ... }]')}"
    if tables or isinstance(value, list):
        return f"write [[{_dotted(path)}]] for each" if tables and not isinstance(value, list) else ""
    shorthand = quoted(value) if isinstance(value, str) else literal(value)
    return f"write {_assigned(path, f'[{shorthand}]')}"


def _table(path: KeyPath, value: Any, form: Schema, places: Places) -> str:
    if isinstance(value, list) and places.is_header(path):
        return f"write [{_dotted(path)}] once instead of [[{_dotted(path)}]]"
    if isinstance(path[-1], str):
        return f"write [{_dotted(path)}] and its keys below it"
    keys = [*form.get("required", ()), *form.get("properties", ())]
    return f"write it as a table, {{ {_key(keys[0]) if keys else 'key'} = ... }}"


def _assigned(path: KeyPath, text: str) -> str:
    return f"{_key(path[-1])} = {text}" if isinstance(path[-1], str) else text


def _dotted(path: KeyPath) -> str:
    return ".".join(_key(step) for step in path if isinstance(step, str))


def _key(name: str) -> str:
    return shown(name) if _BARE.fullmatch(name) else quoted(name)
