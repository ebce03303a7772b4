"""The standard streams, whatever they are: closed, full, a pipe whose reader left, or in an old encoding."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False  # as typing says it, which takes as long to import as everything else here
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO


def guarded(command: Callable[[], int]) -> int:
    """Run a command so that no state of its streams ends in a traceback; give its exit code.

    A reader that left early (`| head`) is no failure. An output that takes nothing more gives 3. Narration that
    nobody takes changes nothing.
    """
    _mend()
    code = _run(command)
    try:
        sys.stderr.flush()
    except OSError:  # the interpreter would try again at exit, and give 120
        _discard(sys.stderr)
    return code


def narrate(line: str) -> None:
    """Print a line on stderr, if it can be."""
    try:
        print(line, file=sys.stderr)
    except OSError:
        return


def _run(command: Callable[[], int]) -> int:
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        _discard(sys.stdout)
        narrate(_reason(error))
        return 3
    return code


def _mend() -> None:
    """Give a closed stream a place to go, write what the encoding lacks as an escape, and read any bytes.

    An encoding that is not even ASCII for ASCII, such as UTF-16, is for files: its reader would fail on a plain pipe.
    """
    for name, mode, errors in (
        ("stdin", "r", "replace"),
        ("stdout", "w", "backslashreplace"),
        ("stderr", "w", "backslashreplace"),
    ):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - lasts until exit
        elif isinstance(stream, TextIOWrapper):
            is_odd = "q\n".encode(stream.encoding) != b"q\n"
            stream.reconfigure(encoding="utf-8" if is_odd else None, errors=errors)


def _discard(stream: TextIO) -> None:
    """Let what is still buffered go nowhere; the interpreter would complain about it at exit."""
    if isinstance(stream, TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _reason(error: OSError) -> str:
    """Say which file the system refused; without one it was the output."""
    from skillgap.core.text import shown

    why = (error.strerror or str(error)).lower()
    if error.filename is None:
        return f"cannot write the output: {why}"
    return f"cannot use {shown(os.fsdecode(error.filename), limit=4096)}: {why}"
