"""The provably best order of one block: branch on its first or last job, and decompose what remains.

Without its first (or last) job a block is no longer the densest part of itself: what remains falls into blocks again,
which are solved one by one. The dual prices of each give a lower bound of its cost, so most branches end at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from itertools import pairwise

from skillgap.core.records import dataclass
from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.sidney import Block, Decomposer, Link


class GaveUpError(Exception):
    """The search was about to take more work than allowed."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a block's jobs and its cost, with hours counted from the block's start."""

    cost: int
    jobs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    """One job put first or last, the blocks of the rest, and what any such order costs at least."""

    least: int
    job: int
    fixed: int
    rest: tuple[Block, ...]


class Brancher:
    """Solves blocks of one network, remembering the blocks met on the way.

    `work` counts the jobs of all sets decomposed; a search that passes `limit` raises GaveUpError.
    """

    def __init__(self, net: Network, decomposer: Decomposer, limit: int) -> None:
        self.net, self.decomposer = net, decomposer
        self.work, self.limit = 0, limit
        self._least: dict[tuple[int, ...], int] = {}
        self._best: dict[tuple[int, ...], Order] = {}

    def solve(self, block: Block, below: int) -> Order | None:
        """Give an order of least cost if that is below `below`, else None.

        Recursion goes at most as deep as the block has jobs.
        """
        least = self.least(block)
        if least >= below:
            return None
        best = self._best.get(block.jobs) or self._only_order(block)
        if best is None:
            best = self._branch(block, below)
            if best is None:
                self._least[block.jobs] = max(least, below)
                return None
        self._best[block.jobs] = best
        self._least[block.jobs] = best.cost
        return best if best.cost < below else None

    def least(self, block: Block) -> int:
        """Give the best known lower bound of the block's cost."""
        known = self._least.get(block.jobs)
        if known is None:
            known = self._least[block.jobs] = lower_bound(self.net, block)
        return known

    def _only_order(self, block: Block) -> Order | None:
        jobs, preds = block.jobs, self.net.preds
        if any(i not in preds[j] for i, j in pairwise(jobs)):
            return None
        return Order(cost_of(self.net, jobs), jobs)

    def _branch(self, block: Block, below: int) -> Order | None:
        ends, first = self._ends(block)
        branches = [self._without(block, j, first=first) for j in ends]
        self._least[block.jobs] = max(self.least(block), min(branch.least for branch in branches))
        best = None
        for branch in sorted(branches, key=lambda b: (b.least, b.job)):
            if branch.least >= below:
                break
            rest = self._solve_all(branch, below)
            if rest is not None:
                best = Order(rest.cost, (branch.job, *rest.jobs) if first else (*rest.jobs, branch.job))
                below = best.cost
        return best

    def _solve_all(self, branch: _Branch, below: int) -> Order | None:
        """Solve the blocks of the rest, largest first, while the whole can cost less than `below`."""
        leasts = [self.least(block) for block in branch.rest]
        total = branch.fixed + sum(leasts)
        orders: list[tuple[int, ...]] = [()] * len(leasts)
        for at in sorted(range(len(leasts)), key=lambda at: -len(branch.rest[at].jobs)):
            order = self.solve(branch.rest[at], below - total + leasts[at])
            if order is None:
                return None
            orders[at] = order.jobs
            total += order.cost - leasts[at]
        return Order(total, tuple(j for order in orders for j in order))

    def _ends(self, block: Block) -> tuple[list[int], bool]:
        """Give the jobs that may come first, or those that may come last if they are fewer, and which it is."""
        inside = set(block.jobs)
        befores = {j: [i for i in self.net.preds[j] if i in inside] for j in block.jobs}
        afters = {j: [k for k in self.net.succs[j] if k in inside] for j in block.jobs}
        starts = [j for j in block.jobs if not befores[j]]
        finals = [j for j in block.jobs if not afters[j]]
        if len(starts) <= len(finals):
            return self._undominated(starts, afters, 1), True
        return self._undominated(finals, befores, -1), False

    def _undominated(self, ends: list[int], onward: dict[int, list[int]], sign: int) -> list[int]:
        """Drop jobs that another end may change places with at no loss.

        First in place of k: j with no more hours, no less value and all successors of k. Last in place of k: j with no
        fewer hours, no more value and all predecessors of k.
        """
        p, v = self.net.hours, self.net.values
        sets = {j: set(onward[j]) for j in ends}
        kept: list[int] = []
        for k in sorted(ends, key=lambda k: (sign * p[k], -sign * v[k], -len(sets[k]), k)):
            if not any(sign * v[j] >= sign * v[k] and sets[j] >= sets[k] for j in kept):
                kept.append(k)
        return kept

    def _without(self, block: Block, job: int, *, first: bool) -> _Branch:
        rest = [j for j in block.jobs if j != job]
        self.work += len(rest)
        if self.work > self.limit:
            raise GaveUpError
        links = [link for link in block.links if job not in link[:2]]
        blocks = tuple(self.decomposer.blocks(rest, links, block.scale))
        hours = self.net.hours[job]
        done, fixed = (hours, hours * self.net.values[job]) if first else (0, block.hours * self.net.values[job])
        least = 0
        for part in blocks:
            fixed += part.value * done
            done += part.hours
            least += self.least(part)
        return _Branch(fixed + least, job, fixed, blocks)


def lower_bound(net: Network, block: Block) -> int:
    """Give a lower bound of the cost of any order of the block, from its dual prices, rounded up.

    With each job's value changed by what it pays and gets, all jobs are equally dense and any order costs the same:
    half of V P + sum of (value + paid - got) x hours. Value that j paid to its predecessor i is got later than there,
    by the hours of j and of all jobs between them. Of two jobs that pay the same i one lies between i and the other,
    and so does one of two jobs that the same j pays; no job counts twice, for no job pays its predecessor's
    predecessor.
    """
    p, v = net.hours, net.values
    steps = block.value * block.hours + sum([v[j] * p[j] for j in block.jobs])
    linked = sum([weight * (p[j] + p[i]) for j, i, weight in block.links])
    return -(-(steps * block.scale + linked + 2 * _crowding(p, block.links)) // (2 * block.scale))


def _crowding(hours: Sequence[int], links: Sequence[Link]) -> int:
    """Sum over pairs of links with a common end: the lesser of one's weight x the hours of the other's far end."""
    stars: dict[int, list[tuple[int, int]]] = {}
    for j, i, weight in links:
        stars.setdefault(i, []).append((weight, hours[j]))
        stars.setdefault(~j, []).append((weight, hours[i]))
    total = 0
    for star in stars.values():
        if len(star) > 1:
            before = 0
            for weight, long in sorted(star, key=_BY_RATIO):
                total += weight * before
                before += long
    return total


def _falling_ratio(a: tuple[int, int], b: tuple[int, int]) -> int:
    return b[0] * a[1] - a[0] * b[1]


_BY_RATIO = cmp_to_key(_falling_ratio)


def cost_of(net: Network, order: Sequence[int]) -> int:
    """Sum value x completion hour over the order."""
    hours = cost = 0
    for j in order:
        hours += net.hours[j]
        cost += net.values[j] * hours
    return cost
