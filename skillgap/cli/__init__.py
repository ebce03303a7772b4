"""The command line. Each command imports what it uses, so that help and version stay instant."""

from __future__ import annotations

import atexit
import gc
import sys

from skillgap import __version__
from skillgap.cli.streams import guarded


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 bad input, 2 usage, 3 cannot read or write, 4 a defect."""
    if argv is None:
        atexit.register(gc.freeze)  # the process ends next: what is left need not be searched for cycles
    arguments = sys.argv[1:] if argv is None else argv
    return guarded(lambda: _main(arguments))


def _main(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        print(f"skillgap {__version__}")
        return 0
    from skillgap.cli.running import run

    return run(arguments)
