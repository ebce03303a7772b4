"""The app, and rating straight away; line by line where there is no screen for it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from skillgap.core.text import shown
from skillgap.errors import CannotAccess, SkillgapError


def app(options: argparse.Namespace) -> int:
    """Open the app, or begin the conversation, at Home or where --at says."""
    return _begin(options, options.at or "home")


def rate(options: argparse.Namespace) -> int:
    """Open the app at Rate, or ask line by line."""
    return _begin(options, "rate")


def check(options: argparse.Namespace) -> int:
    """Open the app at Check, or ask line by line; raises CannotAccess when there is no such assessment."""
    from skillgap.cli.common import status_of

    if status_of(Path(options.answers)) is None:
        raise CannotAccess(f"cannot read {shown(options.answers, limit=4096)}: there is no such file")
    options.assessment = options.answers
    return _begin(options, "check")


def _begin(options: argparse.Namespace, place: str) -> int:
    if options.plain or _is_dumb():
        from skillgap.cli.asking import talk
        from skillgap.plain.home import PARTS

        return talk(options, next(part for part in PARTS if part == place))
    return run_app(options, place)


def _is_dumb() -> bool:
    """Whether nobody could see a drawn screen, or answer it."""
    return os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty())


def run_app(options: argparse.Namespace, mode: str) -> int:
    """Open the app at a place; give its exit code. Raises what stood against opening a session."""
    from skillgap.files import paths
    from skillgap.files.settings import load_settings
    from skillgap.ui.app import SkillgapApp
    from skillgap.ui.encodings import fitted
    from skillgap.ui.order import Order

    file = Path(options.assessment) if options.assessment else paths.assessment_file()
    found = load_settings(paths.settings_file())
    order = Order(
        file=file,
        pack=options.pack,
        role=getattr(options, "role", None),
        grade=getattr(options, "grade", None),
        quick=getattr(options, "quick", False),
        again=getattr(options, "again", False),
    )
    screen = SkillgapApp(order, found, mode=mode, theme=options.theme)
    with fitted():
        code = screen.run(mouse=found.settings.mouse and not options.no_mouse)
    # not before the first frame: it brings TOML and hashing
    from skillgap.cli.farewell import last_words, whether_saved

    for problem in found.problems:
        print(problem, file=sys.stderr)
    if screen.trouble is not None:
        raise screen.trouble
    if screen.session is not None and screen.session.notice:
        print(f"{shown(screen.session.notice, limit=4096)}.", file=sys.stderr)
    for line in last_words(screen.session) if screen.session is not None else ():
        print(f"{line[:1].upper()}{line[1:]}", file=sys.stderr)
    if screen.defect is not None:
        from skillgap.cli.defects import told

        raise told(screen.defect, whether_saved(screen.session))
    if code is None and screen.return_code:  # it ended by itself, on an error that Textual has told
        raise SkillgapError("the app ended unexpectedly")
    return code or 0  # no code: whoever shows the app told it to end
