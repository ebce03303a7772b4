"""Problems of a document at the places of its keys."""

from __future__ import annotations

from skillgap.errors import Problem
from skillgap.files.positions import KeyPath, Positions
from skillgap.files.toml import Document


class Places:
    """Turns key paths of a document into problems with a line and column; scans the text at the first one."""

    __slots__ = ("_positions", "document")

    def __init__(self, document: Document) -> None:
        self.document = document
        self._positions: Positions | None = None

    def at(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of a key path, or of its nearest ancestor that exists."""
        if not path:
            return 1, 1
        if self._positions is None:
            self._positions = Positions.of(self.document.text)
        return self._positions.at(path)

    def problem(self, path: KeyPath, what: str, remedy: str = "") -> Problem:
        """A problem with what stands at `path`."""
        return Problem(self.document.file, *self.at(path), what, remedy)

    def is_header(self, path: KeyPath) -> bool:
        """Whether a table or array is written as `[table]` or `[[table]]`, not in braces or brackets."""
        line, column = self.at(path)
        return self.document.text.split("\n")[line - 1][column - 1 :].startswith("[")
