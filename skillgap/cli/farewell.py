"""What a person is told of their answers when a sitting ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from skillgap.core.text import shown
from skillgap.files.storage import is_there
from skillgap.ui.session import Session


def last_words(session: Session) -> Iterator[str]:
    """Say where the answers are, and those that could not be saved."""
    if session.problem:
        yield f"not every answer is in {_name(session.file)}: {shown(session.problem, limit=4096)}"
    if session.rescued is not None:
        yield f"all of them are in {_name(session.rescued)}; 'skillgap --assessment FILE' opens it."
    elif not session.problem and is_there(session.file):
        yield f"your answers are in {_name(session.file)}"


def whether_saved(session: Session | None) -> str:
    """Say in half a sentence whether every answer is on disk."""
    if session is None or not session.problem:
        return "every answer is saved"
    if session.rescued is not None:
        return f"every answer is saved, in {_name(session.rescued)}"
    return f"not every answer is saved: {session.problem}"


def _name(file: Path) -> str:
    return shown(str(file), limit=4096)
