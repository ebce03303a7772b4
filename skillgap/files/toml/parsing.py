"""Turn TOML text into data, or into one problem with a place and a remedy."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from skillgap.core.records import dataclass
from skillgap.core.text import shown
from skillgap.errors import BadInput
from skillgap.files.toml import bounds
from skillgap.files.toml.reading import LIMIT, read_text


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed TOML file: its name as shown in messages, its text, and the data in it."""

    file: str
    text: str
    data: dict[str, Any]


def load(path: Path, *, limit: int = LIMIT) -> Document:
    """Read and parse a TOML file of at most `limit` bytes. Raises `CannotAccess` and `BadInput`."""
    text = read_text(path, limit=limit)
    file = shown(str(path), limit=LIMIT)
    return Document(file, text, parse(text, file))


def parse(text: str, file: str) -> dict[str, Any]:
    """Parse TOML text; `file` names it in messages. Raises `BadInput` for bad syntax and for excess.

    Excess is what no file of ours needs and what could stall or exhaust the program: see `bounds`.
    """
    bounds.check_text(text, file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from skillgap.files.toml.syntax import explain  # noqa: PLC0415 - only a broken file pays for it

        raise BadInput([explain(str(error), text, file)]) from None
    except RecursionError:
        raise BadInput([bounds.too_deep(text, file)]) from None
    bounds.check_data(data, text, file)
    return data
