"""How values map to the keys of a TOML file: one rule for reading, writing and the published schemas."""

from __future__ import annotations

_FILE_KEYS = {
    "answers": "answer",
    "areas": "area",
    "checks": "check",
    "conflicts": "conflict",
    "contrasts": "contrast",
    "exclusions": "exclude",
    "doubts": "doubt",
    "factors": "factor",
    "foils": "foil",
    "gaps": "gap",
    "grades": "grade",
    "groups": "group",
    "kept_notes": "kept_note",
    "left_outs": "left_out",
    "levels": "level",
    "levers": "lever",
    "milestones": "milestone",
    "notes": "note",
    "others": "other",
    "periods": "period",
    "pins": "pin",
    "projects": "project",
    "proposals": "proposal",
    "readings": "reading",
    "rechecks": "recheck",
    "resources": "resource",
    "roles": "role",
    "shifts": "shift",
    "skills": "skill",
    "sources": "source",
    "steps": "step",
    "terms_known": "term",
    "themes": "theme",
    "weeks": "week",
}
"""A tuple of records is written as an array of tables, whose key TOML style wants in the singular."""


def file_key(name: str) -> str:
    """Give the key in a file for the field `name` of a value."""
    return _FILE_KEYS.get(name, name)


STRICT = {
    "extra": "forbid",
    "strict": True,
    "allow_inf_nan": False,
    "use_attribute_docstrings": True,
}
"""Read by pydantic at the edge: no unknown keys, no silent conversions; field docstrings are the manual."""

TABLES = {**STRICT, "alias_generator": file_key}
"""For values that hold tuples of records, which a file writes as `[[skill]]`, not `[[skills]]`."""

ROW = {**STRICT}
"""For small values that a file writes on one line, `{ a = 1, b = 2 }`."""
