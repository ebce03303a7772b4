"""How the app ends when nobody pressed a key: by a signal, or because its terminal is gone."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp

_SIGNALS = tuple(number for name in ("SIGTERM", "SIGHUP", "SIGINT") if (number := getattr(signal, name, None)))
_HANG_UP = 1
_BY_SIGNAL = 128
"""Added to the number of a signal it is the exit code of what the signal ended, as shells have it."""
LATEST = 1.5
"""Seconds after which an orderly end is given up: what is drawn may wait for ever for a terminal that takes nothing."""


def watch(app: SkillgapApp) -> None:
    """End in order on a signal or a hang-up: the place is written, the file given up, the terminal set right.

    To be called once, in the app's own loop. A signal that is ignored stays ignored, as under nohup.
    """
    loop = asyncio.get_running_loop()

    def end(number: int, _: FrameType | None = None) -> None:
        code = _BY_SIGNAL + number
        loop.call_soon_threadsafe(_end, app, code)
        last = threading.Timer(LATEST, os._exit, (code,))
        last.daemon = True
        last.start()

    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, end)
    if sys.platform == "linux":  # elsewhere poll() does not tell of terminals
        threading.Thread(target=_wait_for_hang_up, args=(end,), name="hang-up", daemon=True).start()


def _end(app: SkillgapApp, code: int) -> None:
    if app.session is not None:
        app.session.close()
    if _is_gone(0):
        os._exit(code)  # nothing can be drawn, so nothing can be set right
    app.end(code)


def _wait_for_hang_up(end: Callable[[int], None]) -> None:
    """Wait, without using the processor, until the other end of the terminal is closed."""
    if _is_gone(None):
        end(_HANG_UP)


def _is_gone(milliseconds: int | None) -> bool:
    """Whether the terminal was taken away, within a time; None waits for ever."""
    if sys.platform != "linux":
        return False
    poll = select.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
    return any(event & select.POLLHUP for _, event in poll.poll(milliseconds))
