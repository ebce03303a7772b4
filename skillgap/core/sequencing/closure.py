"""Maximum-weight closure of a precedence graph by an integer maximum flow (Picard 1976, Dinic 1970)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(slots=True)
class Flow:
    """Weight passed from jobs to their predecessors, whose indices are always smaller.

    `left[j]` is the weight of j after what came in and went out; `paid[i][j]` > 0 is what j gave its predecessor i.
    A residual arc leads from j to each predecessor, and from i to each j in `paid[i]`.
    """

    preds: Sequence[Sequence[int]]
    left: list[int]
    paid: list[dict[int, int]]

    def reachable(self) -> list[bool]:
        """Mark the jobs that residual arcs reach from jobs with weight left over: the smallest best closure."""
        seen = [weight > 0 for weight in self.left]
        stack = [j for j, mark in enumerate(seen) if mark]
        while stack:
            j = stack.pop()
            for k in (*self.preds[j], *self.paid[j]):
                if not seen[k]:
                    seen[k] = True
                    stack.append(k)
        return seen


def maximum_flow(weights: Sequence[int], preds: Sequence[Sequence[int]]) -> Flow:
    """Pass as much positive weight as possible on to predecessors with negative weight.

    The jobs `reachable` afterwards form the predecessor-closed set with the largest sum of weights; if nothing is
    left over, no closed set weighs more than 0.
    """
    flow = Flow(preds, list(weights), [{} for _ in weights])
    _sweep(flow)
    while True:
        levels, found = _levels(flow)
        if not found:
            return flow
        _augment(flow, levels)


def _sweep(flow: Flow) -> None:
    """Pay each job's direct predecessors first; it leaves little for the augmenting paths."""
    left, paid = flow.left, flow.paid
    for j in range(len(left) - 1, -1, -1):
        have = left[j]
        if have <= 0:
            continue
        for i in flow.preds[j]:
            if left[i] < 0:
                pay = min(have, -left[i])
                left[i] += pay
                paid[i][j] = pay
                have -= pay
                if not have:
                    break
        left[j] = have


def _levels(flow: Flow) -> tuple[list[int], bool]:
    """Number jobs by residual distance from left-over weight, as far as the nearest unpaid jobs."""
    preds, left, paid = flow.preds, flow.left, flow.paid
    levels = [0 if weight > 0 else -1 for weight in left]
    front = [j for j, weight in enumerate(left) if weight > 0]
    level, found = 0, False
    while front and not found:
        level += 1
        beyond = []
        for j in front:
            for k in preds[j]:
                if levels[k] < 0:
                    levels[k] = level
                    beyond.append(k)
            for k in paid[j]:
                if levels[k] < 0:
                    levels[k] = level
                    beyond.append(k)
        found = any(left[k] < 0 for k in beyond)
        front = beyond
    return levels, found


def _augment(flow: Flow, levels: list[int]) -> None:
    """Send a blocking flow along the levels."""
    arcs: list[list[int] | None] = [None] * len(levels)
    for source, level in enumerate(levels):
        if level == 0:
            _augment_from(source, flow, levels, arcs)


def _augment_from(source: int, flow: Flow, levels: list[int], arcs: list[list[int] | None]) -> None:
    preds, left, paid = flow.preds, flow.left, flow.paid
    path = [source]
    while path:
        j = path[-1]
        if left[j] < 0:
            path = _push(path, flow, arcs)
            continue
        ways = arcs[j]
        if ways is None:
            after = levels[j] + 1
            ways = arcs[j] = [k for k in (*preds[j], *paid[j]) if levels[k] == after]
        if ways:
            path.append(ways[-1])
        else:
            path.pop()
            if path:
                ways_back = arcs[path[-1]]
                if ways_back:
                    ways_back.pop()


def _push(path: list[int], flow: Flow, arcs: list[list[int] | None]) -> list[int]:
    """Send along the path what it can carry; give the part of the path from which to search on."""
    left, paid = flow.left, flow.paid
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
            (arcs[j] or []).pop()
            keep = min(keep, at + 1)
        else:
            paid[j][k] -= amount
    left[path[0]] -= amount
    left[path[-1]] += amount
    return path[:keep] if left[path[0]] else []


def components(flow: Flow) -> list[list[int]]:
    """Give the strong components of the residual graph, those a component leads to before it (Tarjan 1972)."""
    arcs = [[*befores, *payers] for befores, payers in zip(flow.preds, flow.paid, strict=True)]
    number = [-1] * len(arcs)
    low = [0] * len(arcs)
    closed = [False] * len(arcs)
    found: list[list[int]] = []
    stack: list[int] = []
    count = 0
    for root in range(len(arcs)):
        path = [root] if number[root] < 0 else []
        while path:
            j = path[-1]
            if number[j] < 0:
                number[j] = low[j] = count
                count += 1
                stack.append(j)
            if arcs[j]:
                k = arcs[j].pop()
                if number[k] < 0:
                    path.append(k)
                elif not closed[k]:
                    low[j] = min(low[j], number[k])
                continue
            path.pop()
            if path:
                low[path[-1]] = min(low[path[-1]], low[j])
            if low[j] == number[j]:
                start = stack.index(j)
                found.append(stack[start:])
                del stack[start:]
                for k in found[-1]:
                    closed[k] = True
    return found
