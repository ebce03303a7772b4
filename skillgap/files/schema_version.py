"""The version of a file's format, checked in one place."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.errors import Problem
from skillgap.files.toml import Document
from skillgap.files.validation import Places

_SCHEMA = 1


def schema_problems(document: Document) -> Iterator[Problem]:
    """Tell when a document is in a format that this program does not know; other mistakes are left to validation."""
    given = document.data.get("schema", _SCHEMA)
    if type(given) is int and given != _SCHEMA:
        what = f"this program reads schema {_SCHEMA}, not {given}"
        yield Places(document).problem(("schema",), what, f"write schema = {_SCHEMA}")
