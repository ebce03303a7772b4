"""The JSON Schemas of the program's files, for editors and other programs; `docs/schemas` holds what this makes.

`python -m skillgap.files.schemas docs/schemas` writes them anew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from skillgap.core.assessment import Assessment
from skillgap.core.plan import Plan
from skillgap.core.report import Report
from skillgap.core.rubric import Pack
from skillgap.files.settings import Settings
from skillgap.files.validation import json_schema

_KINDS: dict[str, tuple[type[Any], str]] = {
    "assessment": (Assessment, "skillgap assessment"),
    "pack": (Pack, "skillgap rubric pack"),
    "plan": (Plan, "skillgap plan"),
    "report": (Report, "skillgap gap report"),
    "settings": (Settings, "skillgap settings"),
}
PART = "pack-part"
"""One file of a pack that is a folder: any of the keys, none of them needed."""


def names() -> tuple[str, ...]:
    """Give the names of all schemas."""
    return tuple(sorted([*_KINDS, PART]))


def schema(name: str) -> dict[str, Any]:
    """Give one schema. A value in TOML is there or not, so null is no alternative and no default."""
    if name == PART:
        whole = schema("pack")
        part = {key: value for key, value in whole.items() if key != "required"}
        return part | {"$id": _id(PART), "title": "One file of a skillgap rubric pack"}
    kind, title = _KINDS[name]
    tidy = _tidy(json_schema(kind, title, _id(name)))
    return {**tidy, "title": title}


def text(name: str) -> str:
    """Give one schema as the text of its file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def file_name(name: str) -> str:
    """Give the name of a schema's file."""
    return f"{name}.schema.json"


def write_all(folder: Path) -> None:
    """Write all schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names():
        (folder / file_name(name)).write_text(text(name), encoding="utf-8")


def _id(name: str) -> str:
    return f"urn:skillgap:schema:1:{name}"


def _tidy(node: Any) -> Any:
    """Take out nulls and the titles that only repeat the name of a key."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    if form := _without_null(node):
        rest = {key: value for key, value in node.items() if key not in ("anyOf", "default", "title")}
        return {**_tidy(form), **rest}
    named = ("properties", "$defs")
    return {
        key: {name: _tidy(item) for name, item in value.items()} if key in named else _tidy(value)
        for key, value in node.items()
        if key != "title" and value is not None
    }


def _without_null(node: dict[str, Any]) -> dict[str, Any] | None:
    """Give the one form of a value that may be absent; None when the node is none."""
    forms = node.get("anyOf")
    if not isinstance(forms, list) or {"type": "null"} not in forms:
        return None
    (only,) = [form for form in forms if form != {"type": "null"}]
    return dict(only)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
