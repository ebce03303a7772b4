"""Parsed packs, kept as JSON: reading them again costs a tenth of parsing TOML.

An entry is found by a SHA-256 over the names and texts of the pack's files and the program's version, so that a
changed file or program never meets an old entry. What is found still has to fit the types of a pack; anything odd is
ignored, and nothing that goes wrong here is ever told to a person or stops a command.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from skillgap import __version__
from skillgap.core.rubric import Pack
from skillgap.errors import SkillgapError
from skillgap.files.building import Misfit, build
from skillgap.files.parts import Source
from skillgap.files.paths import cache_folder

MOST_ENTRIES = 20
_SMALLEST = 32_768
"""A pack of fewer characters is parsed faster than its entry is managed."""


@cache
def content_key(sources: tuple[Source, ...]) -> str:
    """Give the digest of the names and texts of files."""
    digest = hashlib.sha256()
    for source in sources:
        for text in (source.name, source.text):
            data = text.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def recall(sources: tuple[Source, ...]) -> Pack | None:
    """Give the pack that was kept for these files, or None."""
    if _is_small(sources):
        return None
    try:
        entry = json.loads(_entry(sources).read_bytes())
        return build(Pack, entry["pack"]) if entry["of"] == _seal(sources) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Misfit):
        return None


def keep(sources: tuple[Source, ...], data: dict[str, Any]) -> None:
    """Keep the data of a pack that was checked."""
    if _is_small(sources):
        return
    from skillgap.files.storage import write_atomic  # noqa: PLC0415 - a hit needs no writing

    with contextlib.suppress(OSError, SkillgapError):
        entry = _entry(sources)
        entry.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"of": _seal(sources), "pack": data}, default=str, ensure_ascii=False)
        write_atomic(entry, text, replace=True)
        _forget_oldest(entry.parent)


def _is_small(sources: tuple[Source, ...]) -> bool:
    return sum(len(source.text) for source in sources) < _SMALLEST


def _seal(sources: tuple[Source, ...]) -> str:
    return f"{__version__} {content_key(sources)}"


def _entry(sources: tuple[Source, ...]) -> Path:
    return cache_folder() / "packs" / f"{content_key(sources)[:32]}.json"


def _forget_oldest(folder: Path) -> None:
    entries = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    for path in entries[:-MOST_ENTRIES]:
        path.unlink(missing_ok=True)
