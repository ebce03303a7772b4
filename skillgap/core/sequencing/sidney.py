"""Sidney's decomposition: predecessor-closed blocks of falling density that some optimal order runs one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from skillgap.core.sequencing.closure import Flow, components, maximum_flow
from skillgap.core.sequencing.jobs import Network


@dataclass(frozen=True, slots=True)
class Block:
    """Jobs of one block (indices rising) with their hours and value.

    `links` are (job, predecessor, weight / scale): the dual prices of the cut, which show that no part of the block
    that is closed under predecessors is denser than the whole.
    """

    jobs: tuple[int, ...]
    hours: int
    value: int
    links: tuple[tuple[int, int, int], ...] = ()
    scale: int = 1


def decompose(net: Network) -> tuple[Block, ...]:
    """Split the jobs into blocks that cannot be split further, densest first (Sidney 1975).

    A set with value V and hours P is split by the closure that weighs most under v*P - p*V (integers); if none weighs
    more than 0, closures that weigh exactly 0 part it into pieces of equal density.
    """
    blocks: list[Block] = []
    todo = [list(range(len(net)))] if len(net) else []
    while todo:
        jobs = todo.pop()
        if len(jobs) == 1:
            blocks.append(Block((jobs[0],), net.hours[jobs[0]], net.values[jobs[0]]))
            continue
        flow, scale = _weigh(net, jobs)
        inside = flow.reachable()
        first = [j for j, mark in zip(jobs, inside, strict=True) if mark]
        if first:
            todo += [[j for j, mark in zip(jobs, inside, strict=True) if not mark], first]
        else:
            blocks += _equal_parts(net, jobs, flow, scale)
    return tuple(blocks)


def _weigh(net: Network, jobs: Sequence[int]) -> tuple[Flow, int]:
    hours = sum(net.hours[j] for j in jobs)
    value = sum(net.values[j] for j in jobs)
    at = {j: local for local, j in enumerate(jobs)}
    preds = [[at[i] for i in net.preds[j] if i in at] for j in jobs]
    return maximum_flow([net.values[j] * hours - net.hours[j] * value for j in jobs], preds), hours


def _equal_parts(net: Network, jobs: Sequence[int], flow: Flow, scale: int) -> list[Block]:
    """Part a set of one density along the strong components of its residual graph, shortest first where free."""
    parts = [[jobs[local] for local in part] for part in components(flow)]
    owner = {j: number for number, part in enumerate(parts) for j in part}
    links: list[list[tuple[int, int, int]]] = [[] for _ in parts]
    for i, payers in enumerate(flow.paid):
        for j, weight in payers.items():
            links[owner[jobs[j]]].append((jobs[j], jobs[i], weight))
    blocks = [
        Block(
            tuple(sorted(part)),
            sum(net.hours[j] for j in part),
            sum(net.values[j] for j in part),
            tuple(sorted(link)),
            scale,
        )
        for part, link in zip(parts, links, strict=True)
    ]
    return _smallest_first(net, blocks, owner)


def _smallest_first(net: Network, blocks: list[Block], owner: dict[int, int]) -> list[Block]:
    """Order blocks of one density: prerequisites first, then fewer hours, then index."""
    waits = [
        {owner[i] for j in block.jobs for i in net.preds[j] if i in owner and owner[i] != number}
        for number, block in enumerate(blocks)
    ]
    frees: list[list[int]] = [[] for _ in blocks]
    for number, befores in enumerate(waits):
        for before in befores:
            frees[before].append(number)
    ready = [(block.hours, block.jobs, number) for number, block in enumerate(blocks) if not waits[number]]
    heapify(ready)
    order = []
    while ready:
        number = heappop(ready)[-1]
        order.append(blocks[number])
        for after in frees[number]:
            waits[after].discard(number)
            if not waits[after]:
                heappush(ready, (blocks[after].hours, blocks[after].jobs, after))
    return order
