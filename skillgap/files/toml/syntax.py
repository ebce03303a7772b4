"""Friendly words for what `tomllib` refuses."""

from __future__ import annotations

import re

from skillgap.errors import Problem
from skillgap.files.toml.reading import place_after

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def explain(message: str, text: str, file: str) -> Problem:
    """Turn a message of `tomllib` about `text` into a problem with a place and a remedy."""
    match = _PLACE.search(message)
    line, column = (int(match[1]), int(match[2])) if match and match[1] else place_after(text)
    return Problem(file, line, column, _PLACE.sub("", message))
