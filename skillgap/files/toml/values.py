"""What is wrong with the text of a TOML value, and how to write it."""

from __future__ import annotations

import re
import unicodedata

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
_MONTH = re.compile(r"\d{4}-\d{1,2}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}", re.ASCII)
_MOMENT = re.compile(r"\d{3,6}-\d{1,2}-\d{1,2}.*|\d{4}-?\d\d-?\d\d[Tt ].*|\d{1,2}:\d{1,2}(:.*)?", re.ASCII)
_LEADING_ZERO = re.compile(r"([+-]?)0+(\d[\d.]*)", re.ASCII)
_BARE_POINT = re.compile(r"([+-]?)(\d*)\.(\d*)", re.ASCII)
_COMMA = re.compile(r"([+-]?\d+),(\d+)", re.ASCII)
_BASE = re.compile(r"[+-]?0[xob]\w*", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"[+-]*_*\d[\d_]*(\._*\d[\d_]*|\.)?(e[+-]?[\d_]*)?|[+-]+_*\.\d+", re.ASCII | re.IGNORECASE)
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
    if _NUMBER.fullmatch(value) or _BASE.fullmatch(value):
        return f"{shown(value, limit=_LONGEST)} is no number in TOML", "write it in digits, such as 1000, -5 or 0.25"
    return _explain_date(value, assigned) or ("text without quotes", f"write {assigned}{_quoted(value)}")


def _explain_date(value: str, assigned: str) -> tuple[str, str] | None:
    if _MONTH.fullmatch(value):
        return f"{value} is no full date", f'write {assigned}"{value}" as text, or a day such as 2026-11-23'
    if _DAY.fullmatch(value):
        return f"{value} is no date", "write year-month-day, such as 2026-11-23"
    if _MOMENT.fullmatch(value):
        what = f"{shown(value, limit=_LONGEST)} is no date or time that exists"
        return what, "write it as 2026-11-23, 2026-11-23T09:30:00 or 09:30:00, or put it in quotes as text"
    return None


def _number(value: str) -> str:
    """A number as TOML wants it, when `value` is one in another spelling."""
    if not value.isascii():
        plain = "".join(str(unicodedata.digit(char, char)) for char in value)
        return plain if plain.isascii() and (_NUMBER.fullmatch(plain) or _number(plain)) else ""
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
