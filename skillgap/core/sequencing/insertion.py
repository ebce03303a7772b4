"""Better places for short runs of jobs in a given order: insertion search."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.core.sequencing.jobs import Network

_LENGTHS = (1, 2, 3)
_REACH = 200  # how far a run may move, so that one pass over a long order stays linear


def improve(net: Network, order: Sequence[int]) -> list[int]:
    """Move runs of one to three jobs to better places, pass after pass over what moved, until none gains."""
    search = _Search(net, order)
    fresh = set(order)
    while fresh:
        fresh = search.pass_over(fresh)
    return search.order


class _Search:
    """An order with the hours, the values and the place of each job kept beside it."""

    def __init__(self, net: Network, order: Sequence[int]) -> None:
        self.net = net
        self.order = list(order)
        self.hours = [net.hours[j] for j in order]
        self.values = [net.values[j] for j in order]
        self.place = {j: at for at, j in enumerate(order)}

    def pass_over(self, fresh: set[int]) -> set[int]:
        """Try all runs that start with one of these jobs; give the jobs that moved or were passed."""
        moved: set[int] = set()
        for length in _LENGTHS:
            for start in range(len(self.order) - length + 1):
                if self.order[start] in fresh:
                    target = self._target(start, length)
                    if target != start:
                        moved |= self._move(start, length, target)
        return moved

    def _target(self, start: int, length: int) -> int:
        """Give the start to which the run gains most by moving, or where it is."""
        end = start + length
        run = self.order[start:end]
        p, v = sum(self.hours[start:end]), sum(self.values[start:end])
        gain, target = self._earlier(run, start, p, v)
        later_gain, later = self._later(run, end, p, v)
        return later - length if later_gain > gain else target

    def _earlier(self, run: Sequence[int], start: int, p: int, v: int) -> tuple[int, int]:
        place, hours, values = self.place, self.hours, self.values
        stop = max(-1, start - 1 - _REACH)
        for j in run:
            for i in self.net.preds[j]:
                at = place.get(i, -1)
                if stop < at < start:
                    stop = at
        gain = best = 0
        target = start
        for at in range(start - 1, stop, -1):
            gain += v * hours[at] - values[at] * p
            if gain > best:
                best, target = gain, at
        return best, target

    def _later(self, run: Sequence[int], end: int, p: int, v: int) -> tuple[int, int]:
        """Give the gain and the place that the job after the run's new place has now."""
        place, hours, values = self.place, self.hours, self.values
        stop = min(len(self.order), end + _REACH)
        for j in run:
            for k in self.net.succs[j]:
                at = place.get(k, stop)
                if end <= at < stop:
                    stop = at
        gain = best = 0
        target = end
        for at in range(end, stop):
            gain += values[at] * p - v * hours[at]
            if gain > best:
                best, target = gain, at + 1
        return best, target

    def _move(self, start: int, length: int, target: int) -> set[int]:
        first, last = min(start, target), max(start, target) + length
        for column in (self.order, self.hours, self.values):
            run = column[start : start + length]
            del column[start : start + length]
            column[target:target] = run
        touched = self.order[first:last]
        for at, j in enumerate(touched, first):
            self.place[j] = at
        return set(touched)
