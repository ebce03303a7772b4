"""Turn the core's values into data for a file: the inverse of validation."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from skillgap.core.values import ROW, file_key
from skillgap.files.toml import Inline, dump

_MOST_WHOLE = 2**53
"""From here on a float written as a whole number would only look more exact than it is, and soon not fit in 64 bits."""


def encode(value: Any) -> Any:
    """Give plain data for a value: file keys, nothing for what is absent, whole numbers without a point.

    A field is absent when it holds its default and that default is None, an empty text or an empty tuple.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _MOST_WHOLE:
        return int(value)
    return value


def document(value: Any, header: str, head: str = "") -> str:
    """Write a value as a TOML document below lines that say what it is, or below the head that its file has."""
    comment = head or "".join(f"# {line}\n" for line in header.splitlines())
    return f"{comment}{dump(encode(value))}"


def json_data(value: Any) -> Any:
    """Give data for JSON: like `encode`, with dates as ISO text."""
    data = encode(value)
    return _with_text_dates(data)


def _record(value: Any) -> dict[str, Any]:
    config = value.__pydantic_config__
    name = file_key if "alias_generator" in config else str
    pairs = ((f, getattr(value, f.name)) for f in fields(value))
    data = {name(f.name): encode(item) for f, item in pairs if not _is_absent(f, item)}
    return Inline(data) if config is ROW else data


def _is_absent(field: Field[Any], item: Any) -> bool:
    return item is None or (field.default is not MISSING and item == field.default and item in ("", ()))


def _with_text_dates(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _with_text_dates(item) for key, item in data.items()}
    if isinstance(data, list):
        return [_with_text_dates(item) for item in data]
    return data.isoformat() if hasattr(data, "isoformat") else data
