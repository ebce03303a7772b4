"""What is to be opened; light, so that the first frame need not wait for what opens it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be opened."""

    file: Path
    pack: str | None = None
    role: str | None = None
    grade: str | None = None
    quick: bool = False
    """Whether to begin with a quick round."""
