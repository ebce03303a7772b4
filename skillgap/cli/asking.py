"""The conversation line by line on the standard streams: --plain, check, and wherever there is no screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from skillgap.cli.common import say, text_width
from skillgap.cli.defects import told
from skillgap.cli.farewell import last_words, whether_saved
from skillgap.core.text import shown
from skillgap.errors import CannotAccess, SkillgapError
from skillgap.files.paths import assessment_file, settings_file
from skillgap.files.settings import load_settings
from skillgap.plain.home import Conversation, Part
from skillgap.plain.lines import Lines
from skillgap.plain.mending import mend
from skillgap.plain.wrapping import wrapped
from skillgap.ui.opening import Unreadable, open_session, restore
from skillgap.ui.order import Order
from skillgap.ui.plan_desk import PlanDesk
from skillgap.ui.preferences import Preferences
from skillgap.ui.session import Session
from skillgap.ui.signals import unwinding

_LONGEST = 100_000


def talk(options: argparse.Namespace, part: Part) -> int:
    """Talk about a part of the program, or from the menu on; every answer is on disk before the next question."""
    with unwinding():
        return _sit(options, Path(options.assessment) if options.assessment else assessment_file(), part)


def _write(line: str) -> None:
    """Print a line; on a terminal broken between words, where the terminal would break it anywhere."""
    if not sys.stdout.isatty():
        print(line)
        return
    indent = " " * (len(line) - len(line.lstrip(" ")))
    for part in wrapped(line, text_width(), indent, f"{indent}  " if indent else ""):
        print(part)


def _read() -> str:
    """Give a line of the input; what was said before it reaches the other end first, be it a program.

    Raises CannotAccess for a line that nobody typed: what never ends would fill the memory.
    """
    sys.stdout.flush()
    line = sys.stdin.readline(_LONGEST)
    if len(line) == _LONGEST:
        raise CannotAccess(f"a line of the input is longer than {_LONGEST:,} characters; it was not read")
    return line


def _mended(trouble: Unreadable, lines: Lines) -> Session | None:
    """Ask what takes the place of answers that cannot be used; None to leave everything as it is."""
    spare = trouble.spare
    about = f"{len(spare.assessment.answers)} answers, replaced on {spare.written:%Y-%m-%d %H:%M}" if spare else ""
    way = mend(about, lines)
    if way == "stop":
        return None
    session = restore(trouble, from_spare=way == "spare")
    say(session.notice)
    return session


def _sit(options: argparse.Namespace, file: Path, part: Part) -> int:
    found = load_settings(settings_file())
    for problem in found.problems:
        say(str(problem))
    lines = Lines(_read, _write)
    try:
        session = open_session(file, options.pack, getattr(options, "role", None), getattr(options, "grade", None))
    except Unreadable as error:
        if not error.can_be_kept:
            raise
        say(str(error))
        mended = _mended(error, lines)
        if mended is None:
            return error.exit_code
        session = mended
    try:
        if session.is_read_only:
            raise CannotAccess(f"{shown(str(file))}: {session.why_read_only}")
        session.use_hours(found.settings.hours_per_week)
        is_quick, is_again = getattr(options, "quick", False), getattr(options, "again", False)
        Order(file=file, quick=is_quick, again=is_again).begin(session)
        Conversation(
            sitting=session,
            desk=lambda: PlanDesk(session),
            lines=lines,
            preferences=Preferences(found, settings_file()),
        ).hold(part)
    except (SkillgapError, OSError):
        raise
    except Exception as defect:
        session.close()
        raise told(defect, whether_saved(session)) from defect
    finally:
        session.close()
    for line in last_words(session):
        say(line)
    return 3 if session.problem else 0
