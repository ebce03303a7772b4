"""The order inside one block: dynamic programming over closed subsets, then insertion where it had to drop some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.sidney import Block

WIDTH = 64
_WORK = 400_000


@dataclass(slots=True)
class _State:
    """A closed subset of the block: who is in it, who may come next, what it cost, and how it was reached."""

    mask: int
    ready: tuple[int, ...]
    cost: int
    hours: int
    value: int
    last: int
    before: _State | None


@dataclass(slots=True)
class _Local:
    """The block's jobs renumbered 0..k-1."""

    hours: list[int]
    values: list[int]
    needs: list[int]
    frees: list[list[int]]


def order_block(net: Network, block: Block, width: int = WIDTH) -> tuple[tuple[int, ...], bool]:
    """Order the jobs of a block for the least weighted completion time; also tell whether that is proved.

    States are closed subsets, one layer for each number of jobs done. A layer keeps the `width` states that promise
    most (cost so far plus a straight-line finish); while none is dropped the result is optimal.
    """
    if len(block.jobs) == 1:
        return block.jobs, True
    local = _local(net, block.jobs)
    width = max(1, min(width, _WORK // len(block.jobs) ** 2))
    final, exact = _sweep(local, block, width)
    places: list[int] = []
    state: _State | None = final
    while state is not None and state.last >= 0:
        places.append(state.last)
        state = state.before
    order = [block.jobs[at] for at in reversed(places)]
    return tuple(order if exact else improve(net, order)), exact


def _local(net: Network, jobs: Sequence[int]) -> _Local:
    at = {j: place for place, j in enumerate(jobs)}
    needs = [sum(1 << at[i] for i in net.preds[j] if i in at) for j in jobs]
    frees = [[at[k] for k in net.succs[j] if k in at] for j in jobs]
    return _Local([net.hours[j] for j in jobs], [net.values[j] for j in jobs], needs, frees)


def _sweep(local: _Local, block: Block, width: int) -> tuple[_State, bool]:
    ready = tuple(at for at, needs in enumerate(local.needs) if not needs)
    layer = [_State(0, ready, 0, 0, 0, -1, None)]
    exact = True
    for _ in block.jobs:
        found = _extend(layer, local)
        if len(found) > width:
            exact = False
            kept = sorted(found.values(), key=lambda s: (_promise(s, block), s.mask))[:width]
        else:
            kept = list(found.values())
        layer = kept
        for state in layer:
            state.ready = _ready(state, local)
    return layer[0], exact


def _extend(layer: list[_State], local: _Local) -> dict[int, _State]:
    found: dict[int, _State] = {}
    for state in layer:
        for at in state.ready:
            mask = state.mask | 1 << at
            hours = state.hours + local.hours[at]
            cost = state.cost + local.values[at] * hours
            known = found.get(mask)
            if known is None:
                value = state.value + local.values[at]
                found[mask] = _State(mask, state.ready, cost, hours, value, at, state)
            elif cost < known.cost:
                known.cost, known.last, known.before, known.ready = cost, at, state, state.ready
    return found


def _ready(state: _State, local: _Local) -> tuple[int, ...]:
    mask, at = state.mask, state.last
    freed = [k for k in local.frees[at] if local.needs[k] & mask == local.needs[k]]
    return (*(k for k in state.ready if k != at), *freed)


def _promise(state: _State, block: Block) -> int:
    """Twice the cost if the rest of the block rose in a straight line, less what is the same for all states."""
    rest = block.value - state.value
    return 2 * state.cost + rest * (state.hours + block.hours)


def improve(net: Network, order: Sequence[int], reach: int = 200) -> list[int]:
    """Move runs of one to three jobs to better places until none gains (insertion search)."""
    order = list(order)
    moved = True
    while moved:
        moved = False
        for length in (1, 2, 3):
            for start in range(len(order) - length + 1):
                for move in (_earlier, _later):
                    target = move(net, order, start, length, reach)
                    if target != start:
                        run = order[start : start + length]
                        del order[start : start + length]
                        order[target:target] = run
                        moved = True
    return order


def _earlier(net: Network, order: list[int], start: int, length: int, reach: int) -> int:
    """Give the place before `start` to which the run gains most by moving, or `start`."""
    run = order[start : start + length]
    blocked = {i for j in run for i in net.preds[j]}
    hours, value = sum(net.hours[j] for j in run), sum(net.values[j] for j in run)
    gain = best = 0
    target = start
    for place in range(start - 1, max(-1, start - 1 - reach), -1):
        other = order[place]
        if other in blocked:
            break
        gain += value * net.hours[other] - net.values[other] * hours
        if gain > best:
            best, target = gain, place
    return target


def _later(net: Network, order: list[int], start: int, length: int, reach: int) -> int:
    """Give the start, once the run is taken out, to which it gains most by moving back, or `start`."""
    run = order[start : start + length]
    blocked = {k for j in run for k in net.succs[j]}
    hours, value = sum(net.hours[j] for j in run), sum(net.values[j] for j in run)
    gain = best = 0
    target = start
    for place in range(start + length, min(len(order), start + length + reach)):
        other = order[place]
        if other in blocked:
            break
        gain += net.values[other] * hours - value * net.hours[other]
        if gain > best:
            best, target = gain, place - length + 1
    return target
