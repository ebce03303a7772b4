"""Sidney's decomposition: predecessor-closed blocks of falling density that some optimal order runs one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import Any

from skillgap.core.records import dataclass
from skillgap.core.sequencing.closure import Closure
from skillgap.core.sequencing.jobs import Network

Link = tuple[int, int, int]
"""A job, its predecessor, and the weight that the first pays to the second."""


@dataclass(frozen=True, slots=True)
class Block:
    """Jobs of one block (indices rising) with their hours and value.

    `links`, each weight over `scale`, are the dual prices of the cut: with every job's value changed by what it pays
    and gets, all jobs are as dense as the block, so no closed part of it is denser.
    """

    jobs: tuple[int, ...]
    hours: int
    value: int
    links: tuple[Link, ...] = ()
    scale: int = 1


class Decomposer:
    """Splits sets of jobs of one network into blocks."""

    def __init__(self, net: Network) -> None:
        self.net = net
        self._closure = Closure(net.preds, net.succs)

    def blocks(self, jobs: Iterable[int], links: Iterable[Link] = (), scale: int = 1) -> list[Block]:
        """Split the jobs into blocks that cannot be split further, densest first (Sidney 1975).

        A set with value V and hours P is split by the closure that weighs most under v*P - p*V (integers); if none
        weighs more than 0, closures that weigh exactly 0 part it into pieces of equal density. Links between these
        jobs, known from a set that they are part of, save work.
        """
        paid = self._closure.paid
        jobs = sorted(jobs)
        for j in jobs:
            paid[j] = {}
        for j, i, weight in links:
            paid[i][j] = weight
        found: list[Block] = []
        todo = [(jobs, scale)] if jobs else []
        while todo:
            part, scale = todo.pop()
            if len(part) == 1:
                j = part[0]
                found.append(Block((j,), self.net.hours[j], self.net.values[j]))
                continue
            hours = self._weigh(part, scale)
            first = self._closure.split(part)
            if first:
                inside = set(first)
                todo += [([j for j in part if j not in inside], hours), (first, hours)]
            else:
                found += self._equal_parts(part, hours)
        return found

    def _weigh(self, jobs: Sequence[int], scale: int) -> int:
        """Set the weights, less what the known links, brought to the new scale, have passed on; give the scale."""
        p, v = self.net.hours, self.net.values
        left, paid = self._closure.left, self._closure.paid
        hours, value = sum([p[j] for j in jobs]), sum([v[j] for j in jobs])
        for j in jobs:
            left[j] = v[j] * hours - p[j] * value
        for i in jobs:
            if paid[i]:
                payers = {j: w for j, weight in paid[i].items() if (w := weight * hours // scale)}
                paid[i] = payers
                left[i] += sum(payers.values())
                for j, weight in payers.items():
                    left[j] -= weight
        return hours

    def _equal_parts(self, jobs: Sequence[int], scale: int) -> list[Block]:
        """Part a set of one density along the strong components of its residual graph."""
        paid = self._closure.paid
        blocks = [
            Block(
                tuple(part),
                sum([self.net.hours[j] for j in part]),
                sum([self.net.values[j] for j in part]),
                tuple([(j, i, weight) for i in part for j, weight in paid[i].items()]),
                scale,
            )
            for part in self._closure.parts(jobs)
        ]
        return shortest_first(self.net, blocks, [block.jobs for block in blocks])


def shortest_first(net: Network, blocks: Sequence[Block], names: Sequence[tuple[Any, ...]]) -> list[Block]:
    """Order blocks of one density, which changes no cost: prerequisites first, then fewer hours, then name."""
    if len(blocks) == 1:
        return list(blocks)
    owner = {j: number for number, block in enumerate(blocks) for j in block.jobs}
    waits = [
        {owner[i] for j in block.jobs for i in net.preds[j] if i in owner and owner[i] != number}
        for number, block in enumerate(blocks)
    ]
    frees: list[list[int]] = [[] for _ in blocks]
    for number, befores in enumerate(waits):
        for before in befores:
            frees[before].append(number)
    ready = [(block.hours, names[at], at) for at, block in enumerate(blocks) if not waits[at]]
    heapify(ready)
    order = []
    while ready:
        number = heappop(ready)[-1]
        order.append(blocks[number])
        for after in frees[number]:
            waits[after].discard(number)
            if not waits[after]:
                heappush(ready, (blocks[after].hours, names[after], after))
    return order
