"""rate --plain and check: interview and questions on the standard streams."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from skillgap.cli.common import say, status_of
from skillgap.core.text import shown
from skillgap.errors import CannotAccess
from skillgap.files.paths import assessment_file
from skillgap.plain.asking import ask
from skillgap.plain.checking import check
from skillgap.ui.opening import open_session
from skillgap.ui.session import Session


def rate_plain(options: argparse.Namespace) -> int:
    """Ask line by line; every answer is in the assessment file before the next question."""
    file = Path(options.assessment) if options.assessment else assessment_file()
    return _sit(options, file, lambda session: ask(session, _reader(), print, session.today))


def check_plain(options: argparse.Namespace) -> int:
    """Ask the checks of an assessment line by line; raises CannotAccess when there is no such file."""
    file = Path(options.answers)
    if status_of(file) is None:
        raise CannotAccess(f"cannot read {shown(str(file), limit=4096)}: there is no such file")
    return _sit(options, file, lambda session: check(session, _reader(), print))


def _reader() -> Callable[[], str]:
    return sys.stdin.readline if sys.stdin else lambda: ""


def _sit(options: argparse.Namespace, file: Path, talk: Callable[[Session], None]) -> int:
    session = open_session(file, options.pack, getattr(options, "role", None), getattr(options, "grade", None))
    try:
        if session.is_read_only:
            raise CannotAccess(f"{shown(str(file))}: {session.why_read_only}")
        talk(session)
    finally:
        session.close()
    say(f"your answers are in {shown(str(file))}")
    return 3 if session.problem else 0
