"""The comments at the head of a file that a person keeps: they stay when the program writes the file again."""

from __future__ import annotations

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
    if not text or not text.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"#"):
        return ""
    lines = text.decode("utf-8-sig", "replace").split("\n")
    head = list(takewhile(lambda line: not line.strip() or line.lstrip().startswith("#"), lines))
    kept = [line.rstrip() for line in head]
    is_sound = all(char == "\t" or (char >= " " and ord(char) != _DELETE) for line in kept for char in line)
    return "\n".join(kept).rstrip("\n") + "\n" if is_sound else ""
