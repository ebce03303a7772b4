"""Shapes drawn with quarters of character cells; with whole cells where there are only ASCII characters.

Braille would give more dots to a cell, but many fonts and every Linux console lack it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Cells from the left and rows from the top."""
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the sum of 1 upper left, 2 upper right, 4 lower left, 8 lower right."""


class Layer:
    """Quarters of cells that are drawn in one colour."""

    def __init__(self, width: int, height: int, *, is_whole: bool = False) -> None:
        self.width, self.height = width, height
        self._each = 1 if is_whole else 2
        self._bits: dict[tuple[int, int], int] = {}

    def bits(self, x: int, y: int) -> int:
        """Give the quarters of a cell that are drawn, 0 to 15: the place of its character in `QUARTERS`."""
        return self._bits.get((x, y), 0)

    def line(self, one: Point, two: Point) -> None:
        """Draw a straight line."""
        across, down = (two[0] - one[0]) * self._each, (two[1] - one[1]) * self._each
        steps = max(1, round(max(abs(across), abs(down))))
        for step in range(steps + 1):
            self._set(
                round(one[0] * self._each + across * step / steps), round(one[1] * self._each + down * step / steps)
            )

    def outline(self, corners: Sequence[Point]) -> None:
        """Draw a closed shape."""
        for one, two in pairwise([*corners, *corners[:1]]):
            self.line(one, two)

    def fill(self, corners: Sequence[Point]) -> None:
        """Draw a closed shape with all that is in it (even-odd rule)."""
        self.outline(corners)
        points = [(x * self._each, y * self._each) for x, y in corners]
        edges = list(pairwise([*points, *points[:1]]))
        for y in range(self.height * self._each):
            crossings = sorted(
                one[0] + (y - one[1]) / (two[1] - one[1]) * (two[0] - one[0])
                for one, two in edges
                if (one[1] <= y) != (two[1] <= y)
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                for x in range(round(start), round(end) + 1):
                    self._set(x, y)

    def _set(self, x: int, y: int) -> None:
        place = x // self._each, y // self._each
        if 0 <= place[0] < self.width and 0 <= place[1] < self.height:
            bit = 15 if self._each == 1 else 1 << (x % 2 + 2 * (y % 2))
            self._bits[place] = self._bits.get(place, 0) | bit
