"""Texts that stand where one has still to be written."""

from __future__ import annotations

import re

_TO_DO = re.compile(
    r"\W*(?:to[\s-]?do|tbd|tba|tbc|fixme|xxx+|lorem ipsum|placeholder|fill (?:me )?in|coming soon|your text here|wip"
    r"|to be (?:defined|written|decided|done|added|confirmed|completed)|insert (?:text|description) here|change ?me)\b",
    re.IGNORECASE,
)
_TO_DO_AT_END = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|lorem ipsum", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:\W*|n\W?a\W?|none\W?|null|nil|same as (?:above|level \d)\W*|see above\W*|as above\W*|ditto\W*|\?+)", re.I
)


def is_placeholder(text: str, *, strict: bool = False) -> bool:
    """Tell whether a text is only the mark that one has still to be written; `strict`: not for a plain "none"."""
    if _TO_DO.match(text) or _TO_DO_AT_END.search(text):
        return True
    return not strict and _EMPTY.fullmatch(text.strip()) is not None
