"""A whole order for jobs with prerequisites that minimises the sum of value times completion time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skillgap.core.sequencing.block import order_block
from skillgap.core.sequencing.jobs import Job, Network, network
from skillgap.core.sequencing.sidney import Block, decompose


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """An order of all jobs, its cost F = sum of value x completion hour, and how good that provably is.

    `blocks` are Sidney's blocks in order, each in the order of the plan; `bound` is the lower bound of F from the
    chain of blocks, `proved` the best lower bound known (F itself when `is_exact`).
    """

    order: tuple[str, ...]
    cost: int
    bound: Fraction
    proved: Fraction
    blocks: tuple[tuple[str, ...], ...]
    is_exact: bool

    @property
    def excess(self) -> float:
        """How far F can at most lie above the optimum, as a share of it; 0.0 when the order is proved optimal."""
        return 0.0 if self.is_exact else float(self.cost / self.proved - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A schedule over the indices of a network."""

    blocks: tuple[tuple[int, ...], ...]
    raw: tuple[int, ...]
    chain: tuple[Block, ...]
    cost: int
    bound: Fraction
    proved: Fraction
    is_exact: bool

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
        is_exact=plan.is_exact,
    )


def plan_network(net: Network) -> Plan:
    """Decompose the network, order each block and add up cost and bounds."""
    chain = decompose(net)
    solved = [order_block(net, block) for block in chain]
    blocks = [_settled(net, order) for order, _ in solved]
    cost = hours = 0
    bound = proved = Fraction(0)
    for block, order, (_, exact) in zip(chain, blocks, solved, strict=True):
        start, block_cost = hours, 0
        for j in order:
            hours += net.hours[j]
            block_cost += net.values[j] * hours
        cost += block_cost
        under = _chain_bound(net, block, start)
        bound += under
        proved += block_cost if exact else under + _link_bound(net, block)
    return Plan(
        blocks=tuple(blocks),
        raw=tuple(j for order, _ in solved for j in order),
        chain=chain,
        cost=cost,
        bound=bound,
        proved=proved,
        is_exact=all(exact for _, exact in solved) or proved == cost,
    )


def cost_of(net: Network, order: Sequence[int]) -> int:
    """Sum value x completion hour over the order."""
    hours = cost = 0
    for j in order:
        hours += net.hours[j]
        cost += net.values[j] * hours
    return cost


def _chain_bound(net: Network, block: Block, start: int) -> Fraction:
    """Half of V (2T + P) + sum v p: no order of the block climbs above its straight line from T to T + P."""
    steps = sum(net.values[j] * net.hours[j] for j in block.jobs)
    return Fraction(block.value * (2 * start + block.hours) + steps, 2)


def _link_bound(net: Network, block: Block) -> Fraction:
    """What the dual prices add to the chain bound.

    With each job's value changed by what flows in and out, all jobs of a block are equally dense, so any order costs
    the same; and value that flowed from j to its predecessor i is got at least j's hours later than there.
    """
    total = sum(weight * (net.hours[j] + net.hours[i]) for j, i, weight in block.links)
    return Fraction(total, 2 * block.scale)


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
