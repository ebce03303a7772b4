"""How the app ends when nobody pressed a key: by a signal, or because its terminal is gone."""

from __future__ import annotations

import asyncio
import os
import select
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

from skillgap.ui.signals import BY_SIGNAL, hear

if TYPE_CHECKING:
    from skillgap.ui.sturdy import SturdyApp

_HANG_UP = 1
_LATEST = 1.5
"""Seconds after which an orderly end is given up: what is drawn may wait for ever for a terminal that takes nothing."""
_LAST_WORDS = 0.3
"""Seconds in which such a terminal may still take what sets it right."""
_RESET = "[?2004l [?7h [?2048l [?1000l [?1003l [?1015l [?1006l [<u [?1049l [?25h [?1004l"
_SET_RIGHT = b"".join(b"\x1b" + code for code in _RESET.encode().split())
"""Takes back what Textual asks of a terminal: pastes and the mouse told, keys told apart, no wrapping, no cursor."""


def watch(app: SturdyApp) -> None:
    """End in order on a signal or a hang-up: the place is written, the file given up, the terminal set right.

    To be called once, in the app's own loop, before the terminal is changed. A signal that is ignored stays ignored, as
    under nohup.
    """
    loop = asyncio.get_running_loop()

    def end(number: int, _: FrameType | None = None) -> None:
        code = BY_SIGNAL + number
        if loop.is_closed():  # the app has ended, and its terminal is what it was
            os._exit(code)
        loop.call_soon_threadsafe(_end, app, code)
        last = threading.Timer(_LATEST, _give_up, (app, code))
        last.daemon = True
        last.start()

    hear(end)
    if sys.platform == "linux":  # elsewhere poll() does not tell of terminals
        threading.Thread(target=_wait_for_hang_up, args=(end,), name="hang-up", daemon=True).start()


def _end(app: SturdyApp, code: int) -> None:
    app.close_session()
    if _is_gone(0):
        os._exit(code)  # nothing can be drawn, so nothing can be set right
    app.call_later(app.end, code)  # of an app that has no screen yet: once it has one


def _give_up(app: SturdyApp, code: int) -> None:
    """End at once, with the terminal set right if it takes that."""
    last = threading.Thread(target=_set_right, args=(app,), daemon=True)
    last.start()
    last.join(_LAST_WORDS)
    os._exit(code)


def _set_right(app: SturdyApp) -> None:
    attributes = getattr(app._driver, "attrs_before", None)
    if sys.platform != "win32" and attributes is not None and sys.__stdin__ and sys.__stderr__:
        import termios  # noqa: PLC0415 - not on every system

        termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, attributes)
        os.write(sys.__stderr__.fileno(), _SET_RIGHT)


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
