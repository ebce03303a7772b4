"""What was made last is kept: screens and threads ask for the same things, and making them can take a second."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Latest(Generic[T]):
    """The last thing made, and what it was made of; one thread makes it while others wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made_of: object = None
        self._made: T | None = None

    def of(self, parts: tuple[object, ...], make: Callable[[], T]) -> T:
        """Give what `make` makes of these values, which must not change; made anew only of others than the last."""
        with self._lock:
            if self._made_of != parts:
                self._made, self._made_of = make(), parts
            return cast("T", self._made)
