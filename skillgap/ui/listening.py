"""What the terminal sends, on systems with pseudo-terminals: no bytes end the program, and none pile up in it."""

from __future__ import annotations

import os
import re
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import cast

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_WAIT = 0.1
"""Seconds after which an escape key on its own is told from the beginning of a sequence."""
_CHUNK = 1024
"""Bytes that are read at once."""
_PENDING = 256
"""Events that the app may be behind with; what the terminal sends after them waits in the terminal."""
_PIECES = re.compile("(?:\\A|\x1b)[^\x1b]*?[A-Za-z~]|[^\x1b]+|\x1b")
"""Sequences, up to the letter that ends one, and what is between them."""
_SURROGATES = re.compile("[\ud800-\udfff]")


class SturdyParser(XTermParser):
    """Tells keys and clicks in what is sent, and passes over what Textual's own parser fails at."""

    def feed(self, data: str) -> Iterator[Message]:
        """Give the events in some text; a sequence that cannot be one of a terminal is dropped, and nothing after it.

        Raises ParseError for text after its end.
        """
        for piece in _PIECES.findall(data) or [data]:
            yield from self._sound(super().feed(piece))

    def tick(self) -> Iterator[Message]:
        """Give the events that were waited for long enough."""
        yield from self._sound(super().tick())

    def _sound(self, found: Iterator[Message] | object) -> Iterator[Message]:
        try:
            for message in cast("Iterator[Message]", found):
                if not _SURROGATES.search(getattr(message, "character", None) or ""):
                    yield message
        except ParseError:
            raise
        except Exception:
            self._tokens.clear()
            self._gen = self.parse(self._tokens.append)
            self._awaiting, self._timeout_time = next(self._gen), None


class SturdyDriver(LinuxDriver):
    """Textual's driver of a terminal, for one that may send anything and stop us at any time."""

    _is_on = False
    """Whether the terminal is ours."""

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._is_on = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        super().stop_application_mode()
        self._is_on = False

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop."""
        if self._is_on:
            self._loop.call_soon_threadsafe(self._take_again)  # here one could interrupt the other
        elif self._must_signal_resume:
            super()._sigcont_application()

    def _take_again(self) -> None:
        """Take the terminal anew after a stop that gave no warning: somebody else may have used it meanwhile."""
        if self._is_on:
            self.suspend_application_mode()
            self._must_signal_resume = True
            self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Read and tell the app, until the app has enough or the terminal is gone."""
        parser = SturdyParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if self._is_behind():
                    self.exit_event.wait(_WAIT / 10)
                    continue
                events = parser.feed(text) if (text := decode(self._read(selector))) else parser.tick()
                for event in events:
                    self.process_message(event)

    def _read(self, selector: selectors.BaseSelector) -> bytes:
        """Give what has come within a moment; nothing of a terminal that is gone, after the same moment."""
        if not selector.select(_WAIT):
            return b""
        try:
            data = os.read(self.fileno, _CHUNK)
        except OSError:
            data = b""
        if not data:
            self.exit_event.wait(_WAIT)
        return data

    def _is_behind(self) -> bool:
        return self._app.message_queue_size > _PENDING
