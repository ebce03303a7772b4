"""A whole order for jobs with prerequisites that minimises the sum of value times completion time."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from skillgap.core.records import dataclass
from skillgap.core.sequencing.block import solve_blocks
from skillgap.core.sequencing.jobs import Job, Network, network
from skillgap.core.sequencing.sidney import Block, Decomposer, shortest_first

_EFFORT, _EFFORT_PER_JOB = 500, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """An order of all jobs, its cost F = sum of value x completion hour, and how good that provably is.

    `blocks` are Sidney's blocks in order, each in the order of the plan; `bound` is the lower bound of F from the
    chain of blocks, `proved` the best lower bound known (F itself when `is_exact`).
    """

    order: tuple[str, ...]
    cost: int
    bound: Fraction
    proved: int
    blocks: tuple[tuple[str, ...], ...]
    is_exact: bool

    @property
    def excess(self) -> float:
        """How far F can at most lie above the optimum, as a share of it; 0.0 when the order is proved optimal."""
        return 0.0 if self.is_exact else float(Fraction(self.cost, self.proved) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A schedule over the indices of a network; `raw` is the order before ties went to ids."""

    chain: tuple[Block, ...]
    raw: tuple[int, ...]
    blocks: tuple[tuple[int, ...], ...]
    cost: int
    bound: Fraction
    proved: int

    @property
    def order(self) -> tuple[int, ...]:
        """All indices, first to last."""
        return tuple(j for block in self.blocks for j in block)


def sequence(jobs: Sequence[Job]) -> Schedule:
    """Order the jobs so that F, the sum of value x completion hour, is as small as can be found.

    Sidney's blocks (1975), each ordered by dynamic programming over its closed subsets. Raises ValueError and
    CycleError like `network`. Ties go to fewer hours, then the smaller id.
    """
    net = network(jobs)
    plan = plan_network(net)
    return Schedule(
        order=net.names(plan.order),
        cost=plan.cost,
        bound=plan.bound,
        proved=plan.proved,
        blocks=tuple(net.names(block) for block in plan.blocks),
        is_exact=plan.proved == plan.cost,
    )


def plan_network(net: Network, effort: int | None = None) -> Solution:
    """Decompose the network, order each block and add up cost and bounds.

    `effort` bounds what is spent on blocks too large for dynamic programming; by default it grows with the network.
    """
    decomposer = Decomposer(net)
    chain = decomposer.blocks(range(len(net)))
    effort = _EFFORT + _EFFORT_PER_JOB * len(net) if effort is None else effort
    solved = solve_blocks(net, decomposer, chain, effort)
    cost = proved = twice_bound = hours = 0
    for block, one in zip(chain, solved, strict=True):
        cost += block.value * hours + one.cost
        proved += block.value * hours + one.least
        steps = sum([net.values[j] * net.hours[j] for j in block.jobs])
        twice_bound += block.value * (2 * hours + block.hours) + steps
        hours += block.hours
    return Solution(
        chain=tuple(chain),
        raw=tuple(j for one in solved for j in one.order),
        blocks=_named_blocks(net, chain, [one.order for one in solved]),
        cost=cost,
        bound=Fraction(twice_bound, 2),
        proved=proved,
    )


def _named_blocks(net: Network, chain: Sequence[Block], orders: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Break ties by hours and id, inside blocks and between blocks of one density."""
    settled = {block.jobs: _settled(net, order) for block, order in zip(chain, orders, strict=True)}
    named: list[tuple[int, ...]] = []
    for _, group in groupby(chain, key=lambda block: Fraction(block.value, block.hours)):
        blocks = list(group)
        names = [net.names(settled[block.jobs]) for block in blocks]
        named += [settled[block.jobs] for block in shortest_first(net, blocks, names)]
    return tuple(named)


def _settled(net: Network, order: Sequence[int]) -> tuple[int, ...]:
    """Swap neighbours while that costs nothing and brings fewer hours, then the smaller id, to the front."""
    settled: list[int] = []
    for j in order:
        at = len(settled)
        key = (net.hours[j], net.ids[j])
        while at:
            i = settled[at - 1]
            if (
                i in net.preds[j]
                or net.values[i] * net.hours[j] != net.values[j] * net.hours[i]
                or key >= (net.hours[i], net.ids[i])
            ):
                break
            at -= 1
        settled.insert(at, j)
    return tuple(settled)
