"""The signals that end a program which does not ask to be told of them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_DEADLY = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGXCPU")
_SIGNALS = tuple(number for name in _DEADLY if (number := getattr(signal, name, None)))
"""As far as the system has them, and they can be heard."""
BY_SIGNAL = 128
"""Added to the number of a signal it is the exit code of what the signal ended, as shells have it."""


def hear(told: Callable[[int, FrameType | None], object]) -> dict[int, object]:
    """Have something called at each of them; give who heard it before. What is ignored stays so, as under nohup."""
    before: dict[int, object] = {}
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            before[number] = signal.signal(number, told)
    return before


@contextmanager
def unwinding() -> Iterator[None]:
    """Let a signal leave the block by SystemExit, in which everything is put in order; a second one is not heard."""

    def leave(number: int, _: FrameType | None) -> None:
        for other in before:
            signal.signal(other, signal.SIG_IGN)
        raise SystemExit(BY_SIGNAL + number)

    before = hear(leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as it was given
