"""What is to be opened; light, so that the first frame need not wait for what opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.core.records import dataclass

if TYPE_CHECKING:
    from skillgap.ui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be opened."""

    file: Path
    pack: str | None = None
    role: str | None = None
    grade: str | None = None
    quick: bool = False
    """Whether to begin with a quick round."""
    again: bool = False
    """Whether to begin a re-assessment."""

    def begin(self, session: Session) -> None:
        """Begin what was asked for."""
        if self.again and not session.interview.again:
            session.reassess(True)
        if self.quick:
            session.ask_quickly(True)
