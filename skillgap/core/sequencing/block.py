"""The order inside each block: subsets where they are few, else branches, else local search in windows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from skillgap.core.records import dataclass
from skillgap.core.sequencing.branch import Brancher, GaveUpError, cost_of, lower_bound
from skillgap.core.sequencing.insertion import improve
from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.sidney import Block, Decomposer
from skillgap.core.sequencing.subsets import best_order

_WIDTH = 64
_STATES = 150_000
_LARGEST_BRANCHED = 120  # the branching recurses up to three calls a job
_HOPE = 16  # a block of k jobs is branched on if k**3 is at most this times its effort
_WINDOWS = (40, 30)
_WINDOW_EFFORT = 400


@dataclass(slots=True)
class Solved:
    """An order of one block; `least` is a lower bound of its cost, and the cost itself when that is proved least."""

    order: tuple[int, ...]
    cost: int
    least: int

    @property
    def is_exact(self) -> bool:
        """Whether no order of the block can cost less."""
        return self.cost <= self.least


def solve_blocks(net: Network, decomposer: Decomposer, chain: Sequence[Block], effort: int) -> list[Solved]:
    """Order the jobs of each block.

    Dynamic programming over closed subsets comes first. What it could not prove shares `effort` (jobs in sets to
    decompose), small blocks first: half of a share for branching, and if that gives up, the rest for windows.
    """
    solved = [_first(net, block) for block in chain]
    open_blocks = sorted((len(chain[at].jobs), at) for at, one in enumerate(solved) if not one.is_exact)
    for number, (_, at) in enumerate(open_blocks):
        share = effort // (len(open_blocks) - number)
        effort -= _work_on(net, decomposer, chain[at], solved[at], share)
    return solved


def _first(net: Network, block: Block) -> Solved:
    size = len(block.jobs)
    if size == 1:
        cost = net.hours[block.jobs[0]] * block.value
        return Solved(block.jobs, cost, cost)
    order, exact = best_order(net, block, max(1, min(_WIDTH, _STATES // size**2)))
    if not exact:
        order = improve(net, order)
    cost = cost_of(net, order)
    return Solved(tuple(order), cost, cost if exact else lower_bound(net, block))


def _work_on(net: Network, decomposer: Decomposer, block: Block, solved: Solved, effort: int) -> int:
    """Prove or improve the order with at most about this effort; give what it took."""
    spent = 0
    size = len(block.jobs)
    if size <= _LARGEST_BRANCHED and size**3 <= _HOPE * effort:
        spent = _branch(net, decomposer, block, solved, effort // 2)
    sizes = cycle(_WINDOWS)
    idle = 0
    while not solved.is_exact and spent < effort and idle < len(_WINDOWS):
        before = solved.cost
        spent += _windows(net, decomposer, solved, next(sizes), effort - spent)
        _accept(net, solved, improve(net, solved.order))
        idle = idle + 1 if solved.cost == before else 0
    return spent


def _branch(net: Network, decomposer: Decomposer, block: Block, solved: Solved, effort: int) -> int:
    brancher = Brancher(net, decomposer, effort)
    try:
        better = brancher.solve(block, solved.cost)
    except GaveUpError:
        solved.least = brancher.least(block)
    else:
        if better is not None:
            solved.order, solved.cost = better.jobs, better.cost
        solved.least = solved.cost
    return brancher.work


def _windows(net: Network, decomposer: Decomposer, solved: Solved, size: int, effort: int) -> int:
    """Decompose and solve overlapping windows of the order, one after the other."""
    order = list(solved.order)
    spent = 0
    for start in range(0, max(1, len(order) - size // 2), size // 2):
        if spent >= effort:
            break
        window = order[start : start + size]
        new: list[int] = []
        for part in decomposer.blocks(window):
            inside = set(part.jobs)
            old = [j for j in window if j in inside]
            brancher = Brancher(net, decomposer, _WINDOW_EFFORT)
            new += _best_of(brancher, part, old)
            spent += brancher.work + len(old)
        order[start : start + size] = new
    _accept(net, solved, order)
    return spent


def _best_of(brancher: Brancher, block: Block, order: list[int]) -> Sequence[int]:
    try:
        better = brancher.solve(block, cost_of(brancher.net, order)) if len(order) > 1 else None
    except GaveUpError:
        better = None
    return better.jobs if better else order


def _accept(net: Network, solved: Solved, order: Sequence[int]) -> None:
    cost = cost_of(net, order)
    if cost < solved.cost:
        solved.order, solved.cost = tuple(order), cost
