"""Run a command and turn every expected failure into a message and an exit code."""

from __future__ import annotations

import argparse

from skillgap.cli.parser import build
from skillgap.cli.streams import narrate

TYPE_CHECKING = False  # typing is not worth its import to say --help
if TYPE_CHECKING:
    from skillgap.errors import SkillgapError

COMMANDS = {
    "score": ("skillgap.cli.results", "score"),
    "plan": ("skillgap.cli.planning", "plan"),
    "show": ("skillgap.cli.results", "show"),
    "roles": ("skillgap.cli.packs", "roles"),
    "pack": ("skillgap.cli.packs", "pack"),
    "where": ("skillgap.cli.places", "where"),
    "completions": ("skillgap.cli.places", "completions"),
    "check": ("skillgap.cli.start", "check"),
    "serve": ("skillgap.cli.serving", "serve"),
    "rate": ("skillgap.cli.start", "rate"),
    None: ("skillgap.cli.start", "app"),
}


def run(arguments: list[str]) -> int:
    """Parse the arguments and run the command; see `skillgap.cli.main` for the exit codes."""
    try:
        options = build().parse_args(arguments)
    except SystemExit as stop:  # argparse has said why on stderr
        return int(stop.code or 0)
    from skillgap.errors import SkillgapError

    try:
        return _handle(options)
    except SkillgapError as error:
        return tell(error)
    except OSError:  # a file or a stream, of which `guarded` tells
        raise
    except Exception as defect:
        from skillgap.cli.defects import told

        return tell(told(defect))


def _handle(options: argparse.Namespace) -> int:
    from importlib import import_module

    module, name = COMMANDS[options.command]
    handler = getattr(import_module(module), name)
    return int(handler(options) or 0)


def tell(error: SkillgapError) -> int:
    """Say on stderr what went wrong; give the exit code."""
    from skillgap.errors import Usage

    prefix = "skillgap: " if isinstance(error, Usage) else ""
    narrate(f"{prefix}{error}")
    return error.exit_code
