"""Put a file in the place of another, on systems where that needs patience too."""

from __future__ import annotations

import sys
import time
from pathlib import Path

PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between attempts on Windows, where an indexer or a virus scanner that has the old file open forbids it."""
_WINDOWS = sys.platform == "win32"


def move(old: Path, new: Path) -> None:
    """Give `old` the name `new`, which is replaced. Raises OSError, on Windows after a second of attempts."""
    for pause in PAUSES if _WINDOWS else ():
        try:
            old.replace(new)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    old.replace(new)
