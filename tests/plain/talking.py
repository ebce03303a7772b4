"""Hold a conversation in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.core.assessment import Assessment
from skillgap.files.assessments import read_draft
from tests.cli.running import SMALL, Ran, run

Talk = Callable[..., Ran]


class Talker:
    """Somebody who types lines, with an answers file of their own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, pack: Path = SMALL) -> None:
        self.file, self.plan = folder / "assessment.toml", folder / "plan.toml"
        self.pack = pack
        self._monkeypatch = monkeypatch

    def says(self, *lines: str, more: tuple[str, ...] = ()) -> Ran:
        """Type lines and end the input."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return run("--plain", "--pack", self.pack, "--assessment", self.file, *more)

    @property
    def answers(self) -> Assessment:
        """What is on disk."""
        return read_draft(self.file).assessment
