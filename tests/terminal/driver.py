"""Drive the installed program key by key on a pseudo-terminal whose screen pyte keeps."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "backspace": "\x7f",
    "space": " ",
}
PATIENCE = 20.0
"""Seconds until something that should come counts as missing; no test waits this long when all is well."""


GRACE = 0.35
"""Seconds of quiet after which a person has seen a screen."""


class Terminal:
    """A child process on a terminal of a size. Use as a context manager: the child never outlives it."""

    draws = True
    """Whether the screen is kept; that costs more than the program itself does."""

    def __init__(
        self,
        command: Sequence[str] | Callable[[], int],
        size: tuple[int, int] = (80, 24),
        **env: str,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.status: int | None = None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads of whoever runs the tests
            self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # whoever runs the tests may ignore some of them, as nohup and a shell in the background do
            for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1):
                signal.signal(number, signal.SIG_DFL)
            kept = {name: text for name, text in os.environ.items() if name not in ("LINES", "COLUMNS", "NO_COLOR")}
            environment = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env}
            if callable(command):
                _become(command, environment)
            else:
                os.execvpe(command[0], list(command), environment)  # noqa: S606
        self.resize(*size)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            self.kill(signal.SIGKILL)
        if self.fd >= 0:
            os.close(self.fd)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, as a person does who drags its window."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        self.screen.resize(rows, columns)

    def resume(self) -> None:
        """Bring a stopped program back."""
        os.waitpid(self.pid, os.WUNTRACED)
        os.kill(self.pid, signal.SIGCONT)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each after the screen has taken in the one before."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
            self._settle()

    def wait(self, text: str) -> None:
        """Wait until a text stands on the screen, and as long again as a person needs to see it.

        A key typed ahead of a new screen is dropped on purpose.
        """
        self.until(lambda shown: text in shown, f"{text!r} never came")
        self._settle(GRACE)

    def until(self, test: Callable[[str], bool], complaint: str) -> None:
        """Wait until the screen passes a test."""
        end = time.monotonic() + PATIENCE
        while not test(self.text):
            if time.monotonic() > end or not self.pump(0.05):
                raise AssertionError(f"{complaint}; the screen was:\n{self.text}")

    def end(self) -> int:
        """Wait for the program to end by itself; give its exit code."""
        end = time.monotonic() + PATIENCE
        while self.pump(0.05):
            if time.monotonic() > end:
                raise AssertionError(f"it is still running; the screen was:\n{self.text}")
        return self.status if self.status is not None else -1

    def kill(self, number: signal.Signals) -> int:
        """Send a signal, unless it has ended by itself, and wait for the end."""
        if self._lives():
            os.kill(self.pid, number)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
        self._drain()
        return self.status if self.status is not None else -1

    def vanish(self) -> int:
        """Take the terminal away, as when its window is closed or its connection breaks, and wait for the end."""
        self._drain()
        os.close(self.fd)
        self.fd = -1
        end = time.monotonic() + PATIENCE
        while self._lives():
            if time.monotonic() > end:
                raise AssertionError("it lives on without a terminal")
            time.sleep(0.002)
        return self.status if self.status is not None else -1

    def _drain(self) -> None:
        """Take in what was written and not read yet."""
        while select.select([self.fd], [], [], 0)[0] and self._take():
            pass

    def _settle(self, quiet: float = 0.06) -> None:
        end = time.monotonic() + 1
        while time.monotonic() < end and select.select([self.fd], [], [], quiet)[0]:
            if not self.pump(0):
                return

    def type(self, text: str) -> None:
        """Send text as it is, unless nobody takes it any more."""
        with contextlib.suppress(OSError):
            os.write(self.fd, text.encode())

    def memory(self) -> int:
        """Give the KiB that the program has resident; 0 where the system does not say."""
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        except OSError:
            return 0
        return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)

    def hears(self, seconds: float) -> bool:
        """Take in what the program writes within a time; whether it wrote anything."""
        return bool(select.select([self.fd], [], [], seconds)[0]) and self._take()

    def pump(self, seconds: float) -> bool:
        """Take in what the program writes; False once it has ended."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return self._lives()
        return self._take() or self._reap()

    def _take(self) -> bool:
        """Take in what there is to read; False when there will be no more."""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # nobody has the other end
            data = b""
        self.raw += data
        for question, answer in ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;c")):
            if question in data and self.status is None:
                os.write(self.fd, answer)
        if self.draws:
            self._draw(data)
        return bool(data)

    def _draw(self, data: bytes) -> None:
        # pyte takes these private sequences for plain text
        self.stream.feed(data.replace(b"\x1b[>", b"\x1b[").replace(b"\x1b[<", b"\x1b["))

    def _lives(self) -> bool:
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is None

    def _reap(self) -> bool:
        end = time.monotonic() + 5
        while self._lives() and time.monotonic() < end:
            time.sleep(0.01)
        return self.status is None


def skillgap(home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    """Start the program with its files below `home`."""
    return Terminal([sys.executable, "-m", "skillgap", *arguments], size, SKILLGAP_HOME=str(home), **env)


def forked(home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    """Start the program as a copy of this process, which has read its modules already: in a third of the time."""
    import skillgap.ui.opening  # noqa: PLC0415
    import skillgap.ui.screens.rate  # noqa: F401, PLC0415
    from skillgap.cli import main  # noqa: PLC0415

    return Terminal(lambda: main(list(arguments)), size, SKILLGAP_HOME=str(home), **env)


def _become(program: Callable[[], int], environment: dict[str, str]) -> None:
    """Be a process of its own from here on; never returns."""
    code = 70
    try:
        os.environ.clear()
        os.environ.update(environment)
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
        code = program()
        sys.stdout.flush()
    finally:
        os._exit(code)
