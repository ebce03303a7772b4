"""The comments at the head of a file that a person keeps: they stay when the program writes the file again."""

from __future__ import annotations

from codecs import BOM_UTF8
from io import BytesIO
from itertools import takewhile
from pathlib import Path

from skillgap.errors import SkillgapError
from skillgap.files.toml import read_bytes

_DELETE = 127
"""The one character above the space that TOML forbids in a comment."""


def head_in(file: Path) -> str:
    """Give the head of a file; empty for one that is not there or cannot be read."""
    try:
        return head_of(read_bytes(file))
    except SkillgapError:
        return ""


def head_of(text: bytes | None) -> str:
    """Give the comments and blank lines before the first key or table of a file; empty where there is no comment.

    Comments elsewhere belong to lines that are made anew, and are not kept.
    """
    head = _head(text or b"")
    if not head.strip():
        return ""
    kept = [line.rstrip() for line in head.decode("utf-8", "replace").split("\n")]
    is_sound = all(char == "\t" or (char >= " " and ord(char) != _DELETE) for line in kept for char in line)
    return "\n".join(kept).rstrip("\n") + "\n" if is_sound else ""


def rest_of(text: bytes) -> bytes:
    """Give what stands below the head of a file; all of it where there is no head that is kept."""
    return text.removeprefix(BOM_UTF8)[len(_head(text)) :] if head_of(text) else text


def _head(text: bytes) -> bytes:
    """The lines before the first key or table; no more of the text is looked at."""
    lines = BytesIO(text.removeprefix(BOM_UTF8))
    head = takewhile(lambda line: not line.strip() or line.lstrip().startswith(b"#"), lines)
    return b"".join(head)
