"""Every test starts in an empty folder and a sealed environment: no home, settings, locale or time zone leaks in."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

ROOT = Path(__file__).parents[1]
KEPT = ("PATH", "PYTHONPATH", "PYTHONHASHSEED", "VIRTUAL_ENV", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
"""What stays of the environment; pytest keeps its own variables too."""

settings.register_profile(
    "skillgap", deadline=None, database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "examples")
)
settings.load_profile("skillgap")


def sealed(home: Path) -> dict[str, str]:
    """Give the whole environment of a process that must not see the machine it runs on."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "SKILLGAP_HOME": str(home / "skillgap"),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture(autouse=True)
def sealed_environment(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the home folder of this test; it does not exist yet. The working folder is empty, and not `tmp_path`."""
    place = tmp_path_factory.mktemp("sealed")
    for name in set(os.environ):
        if name not in KEPT and not name.startswith(("PYTEST_", "COV_", "TEXTUAL")):
            monkeypatch.delenv(name)
    home = place / "home"
    for name, value in sealed(home).items():
        monkeypatch.setenv(name, value)
    folder = place / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    time.tzset()
    yield home
    monkeypatch.undo()
    time.tzset()
