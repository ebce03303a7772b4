"""Maximum-weight closure of a precedence graph by an integer maximum flow (Picard 1976, Dinic 1970)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_UNKNOWN = -1


class Closure:
    """Weight passed from jobs to predecessors that lack some; the jobs that cannot pass theirs on form the closure.

    One instance serves any number of subsets of a graph, disjoint or one after the other. `left[j]` is the weight of
    j after what came in and went out, `paid[i][j]` > 0 what j gave to its predecessor i. A residual arc leads from j
    to each predecessor, and from i to each j in `paid[i]`. Predecessors have smaller indices.
    """

    def __init__(self, preds: Sequence[Sequence[int]], succs: Sequence[Sequence[int]]) -> None:
        self.preds, self.succs = preds, succs
        self.left = [0] * len(preds)
        self.paid: list[dict[int, int]] = [{} for _ in preds]
        self._distance = [0] * len(preds)

    def split(self, jobs: Sequence[int]) -> list[int]:
        """Give the largest predecessor-closed subset of the jobs whose weights add up to most; empty if to 0.

        The weights of the jobs must add up to 0; `left` and `paid` of the jobs must be set, and are changed.
        """
        left, distance = self.left, self._distance
        for j in jobs:
            distance[j] = _UNKNOWN
        self._sweep(jobs)
        while True:
            self._measure([j for j in jobs if left[j] < 0])
            sources = [j for j in jobs if left[j] > 0 and distance[j] > 0]
            if not sources:
                break
            ways: dict[int, list[int]] = {}
            for source in sources:
                self._augment(source, ways)
            for j in jobs:
                distance[j] = _UNKNOWN
        closed = [j for j in jobs if distance[j] == _UNKNOWN]
        for j in jobs:
            distance[j] = 0
        return closed if len(closed) < len(jobs) else []

    def _sweep(self, jobs: Sequence[int]) -> None:
        """Pay each job's direct predecessors first; it leaves little for the augmenting paths."""
        left, paid, distance = self.left, self.paid, self._distance
        for j in reversed(jobs):
            have = left[j]
            if have <= 0:
                continue
            for i in self.preds[j]:
                lack = -left[i]
                if lack > 0 and distance[i]:
                    pay = min(have, lack)
                    left[i] += pay
                    paid[i][j] = paid[i].get(j, 0) + pay
                    have -= pay
                    if not have:
                        break
            left[j] = have

    def _measure(self, front: list[int]) -> None:
        """Number jobs by residual distance to the nearest job that lacks weight, which has number 1."""
        preds, succs, paid, distance = self.preds, self.succs, self.paid, self._distance
        for j in front:
            distance[j] = 1
        number = 1
        while front:
            number += 1
            beyond = []
            for j in front:
                for k in succs[j]:
                    if distance[k] == _UNKNOWN:
                        distance[k] = number
                        beyond.append(k)
                for i in preds[j]:
                    if distance[i] == _UNKNOWN and j in paid[i]:
                        distance[i] = number
                        beyond.append(i)
            front = beyond

    def _augment(self, source: int, ways: dict[int, list[int]]) -> None:
        """Pass weight on from the source along falling distances, as long as any way is left."""
        preds, left, paid, distance = self.preds, self.left, self.paid, self._distance
        path = [source]
        while path:
            j = path[-1]
            if left[j] < 0:
                path = self._push(path, ways)
                continue
            onward = ways.get(j)
            if onward is None:
                near = distance[j] - 1
                onward = ways[j] = [k for k in (*preds[j], *paid[j]) if distance[k] == near] if near else []
            if onward:
                path.append(onward[-1])
            else:
                path.pop()
                if path:
                    ways[path[-1]].pop()

    def _push(self, path: list[int], ways: dict[int, list[int]]) -> list[int]:
        """Send along the path what it can carry; give the part of it from which to search on."""
        left, paid = self.left, self.paid
        amount = min(left[path[0]], -left[path[-1]])
        for j, k in pairwise(path):
            if k > j:
                amount = min(amount, paid[j][k])
        keep = len(path) - 1
        for at, (j, k) in enumerate(pairwise(path)):
            if k < j:
                paid[k][j] = paid[k].get(j, 0) + amount
            elif paid[j][k] == amount:
                del paid[j][k]
                ways[j].pop()
                keep = min(keep, at + 1)
            else:
                paid[j][k] -= amount
        left[path[0]] -= amount
        left[path[-1]] += amount
        return path[:keep] if left[path[0]] else []

    def parts(self, jobs: Sequence[int]) -> list[list[int]]:
        """Give the strong components of the residual graph, those that one leads to before it (Tarjan 1972)."""
        inside = set(jobs)
        arcs = {j: [*(i for i in self.preds[j] if i in inside), *self.paid[j]] for j in jobs}
        low: dict[int, int] = {}
        number: dict[int, int] = {}
        found: list[list[int]] = []
        stack: list[int] = []
        for root in jobs:
            path = [] if root in number else [root]
            while path:
                j = path[-1]
                if j not in number:
                    number[j] = low[j] = len(number)
                    stack.append(j)
                _deepen(j, arcs[j], path, number, low)
                if path[-1] != j:
                    continue
                path.pop()
                if path:
                    low[path[-1]] = min(low[path[-1]], low[j])
                if low[j] == number[j]:
                    found.append(_popped(j, stack, low))
        return found


def _deepen(j: int, arcs: list[int], path: list[int], number: dict[int, int], low: dict[int, int]) -> None:
    """Follow the arcs of j to the first job not numbered, which joins the path."""
    while arcs:
        k = arcs.pop()
        if k not in number:
            path.append(k)
            return
        low[j] = min(low[j], low.get(k, low[j]))


def _popped(root: int, stack: list[int], low: dict[int, int]) -> list[int]:
    """Take the finished component off the stack, so that no later arc to it counts."""
    part = []
    while True:
        j = stack.pop()
        del low[j]
        part.append(j)
        if j == root:
            return sorted(part)
