"""rate --plain: the interview on the standard streams."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from skillgap.cli.common import say
from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files.paths import assessment_file
from skillgap.plain.asking import ask
from skillgap.ui.opening import open_session


def rate_plain(options: argparse.Namespace) -> int:
    """Ask line by line; every answer is in the assessment file before the next question."""
    file = Path(options.assessment) if options.assessment else assessment_file()
    session = open_session(file, options.pack, getattr(options, "role", None), getattr(options, "grade", None))
    try:
        if session.is_read_only:
            raise CannotAccess(f"{shown(str(file))}: {session.why_read_only}")
        ask(session, sys.stdin.readline if sys.stdin else lambda: "", print, session.today)
    finally:
        session.close()
    say(f"your answers are in {shown(str(file))}")
    return 3 if session.problem else 0
