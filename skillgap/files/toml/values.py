"""What is wrong with the text of a TOML value, and how to write it."""

from __future__ import annotations

import re

from skillgap.core.text import shown

_WORDS = {
    "true": "true",
    "yes": "true",
    "on": "true",
    "false": "false",
    "no": "false",
    "off": "false",
}
_NOTHING = ("none", "null", "nil", "undefined")
_CURLY = "“”„‟«»‘’‚`"
_MONTH = re.compile(r"\d{4}-\d{1,2}")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_LEADING_ZERO = re.compile(r"([+-]?)0+(\d[\d.]*)")
_BARE_POINT = re.compile(r"([+-]?)(\d*)\.(\d*)")
_COMMA = re.compile(r"([+-]?\d+),(\d+)")
_LONGEST = 60


def explain(value: str, assigned: str) -> tuple[str, str]:
    """Say what is wrong with the text of a value, and what to write.

    `assigned` is what stands before the value in the remedy, such as `name = `.
    """
    if value[:1] in _CURLY:
        return "curly quotes do not mark text", f"write {assigned}{_quoted(value.strip(_CURLY))}"
    if value.lower() in _WORDS:
        return f"{value} is no value in TOML", f"write {assigned}{_WORDS[value.lower()]}"
    if value.lower() in _NOTHING:
        return f"{value} is no value in TOML", "leave the key out when there is nothing to say"
    if number := _number(value):
        return f"{shown(value)} is no number in TOML", f"write {assigned}{number}"
    return _explain_date(value, assigned) or ("text without quotes", f"write {assigned}{_quoted(value)}")


def _explain_date(value: str, assigned: str) -> tuple[str, str] | None:
    if _MONTH.fullmatch(value):
        return f"{value} is no full date", f'write {assigned}"{value}" as text, or a day such as 2026-11-23'
    if _DAY.fullmatch(value):
        return f"{value} is no date", "write year-month-day, such as 2026-11-23"
    return None


def _number(value: str) -> str:
    """A number as TOML wants it, when `value` is one in another spelling."""
    if match := _COMMA.fullmatch(value):
        return f"{match[1]}.{match[2]}"
    if match := _LEADING_ZERO.fullmatch(value):
        return f"{match[1]}{match[2]}"
    if (match := _BARE_POINT.fullmatch(value)) and (match[2] or match[3]):
        return f"{match[1]}{match[2] or '0'}.{match[3] or '0'}"
    return ""


def _quoted(value: str) -> str:
    text = value.strip("\"'") if value[:1] in "\"'" or value[-1:] in "\"'" else value
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{shown(escaped, limit=_LONGEST)}"'
