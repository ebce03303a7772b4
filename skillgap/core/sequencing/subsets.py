"""The order inside one block by dynamic programming over its predecessor-closed subsets."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.core.records import dataclass
from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.sidney import Block

_QUICK_WIDTH = 2


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


def best_order(net: Network, block: Block, width: int) -> tuple[list[int], bool]:
    """Order the jobs of a block for the least weighted completion time; also tell whether that is proved.

    States are closed subsets, one layer for each number of jobs done. A layer keeps the `width` states that promise
    most (cost so far plus a straight-line finish); while none is dropped the result is optimal.
    """
    local = _local(net, block.jobs)
    final, exact = _sweep(local, block, width)
    places: list[int] = []
    state: _State | None = final
    while state is not None and state.last >= 0:
        places.append(state.last)
        state = state.before
    return [block.jobs[at] for at in reversed(places)], exact


def quick_order(net: Network, block: Block) -> Sequence[int]:
    """Order the jobs of a block by a pass that keeps few subsets."""
    return best_order(net, block, _QUICK_WIDTH)[0] if len(block.jobs) > 1 else block.jobs


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
