"""The best predecessor-closed set within a budget: branch on one job in or out, and decompose what remains."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from heapq import heappop, heappush
from math import gcd

from skillgap.core.records import dataclass
from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.search import Search, prices
from skillgap.core.sequencing.sidney import Block, Decomposer
from skillgap.core.sequencing.subsets import quick_order

_WIDTH, _LARGEST_WIDTH = 8, 4096
_LOOK = 400  # jobs looked at to see what one of them needs, so that a pass stays linear
_LARGEST_SEARCHED = 500


@dataclass(frozen=True, slots=True)
class Pick:
    """Indices chosen, their value, and an upper bound of what any choice within the budget is worth.

    All values are multiples of `step`.
    """

    jobs: tuple[int, ...]
    value: int
    most: Fraction
    step: int = 1
    work: int = 0
    """Effort spent on it."""

    @property
    def is_exact(self) -> bool:
        """Whether no choice within the budget is worth more."""
        return self.most < self.value + self.step


@dataclass(frozen=True, slots=True)
class _Node:
    """Jobs taken for good, jobs still free, those of them in the block that the budget cuts, and the width tried."""

    taken: tuple[int, ...]
    free: tuple[int, ...]
    cut: Block
    width: int


def chain_value(chain: Sequence[Block], budget: int) -> Fraction:
    """Read the concave chain of blocks at the budget: no closed set within it is worth more (Sidney 1975)."""
    hours = value = 0
    for block in chain:
        if hours + block.hours >= budget:
            return value + Fraction(block.value * (budget - hours), block.hours)
        hours += block.hours
        value += block.value
    return Fraction(value)


class Chooser:
    """One search for the best choice within a budget."""

    def __init__(self, net: Network, budget: int, effort: int) -> None:
        self.net, self.budget, self.effort = net, budget, effort
        self.jobs: tuple[int, ...] = ()
        self.value = 0
        self.step = gcd(*net.values) or 1
        self._decomposer = Decomposer(net)
        self._heap: list[tuple[Fraction, int, _Node]] = []
        self._serial = 0
        self._longest = max(net.hours, default=0)

    def run(self, chain: Sequence[Block], order: Sequence[int]) -> Pick:
        """Search, from the blocks of all jobs and an order of them, until proved or out of effort."""
        effort = self.effort
        self._look((), chain, order, _WIDTH)
        while self._heap and self.effort > 0:
            minus, _, node = self._heap[0]
            if -minus < self.value + self.step:
                break
            heappop(self._heap)
            self._branch(node)
        most = max([Fraction(self.value), *(-minus for minus, _, _ in self._heap)])
        return Pick(self.jobs, self.value, most, self.step, effort - self.effort)

    def _branch(self, node: _Node) -> None:
        """Take the job that the cut block leans on most, or leave it.

        Where the budget cuts a single job, what is hard is to fill the hours: there a wider search does more.
        """
        free = set(node.free)
        open_jobs = [j for j in node.cut.jobs if j in free] or node.free
        if len(open_jobs) == 1 and node.width < _LARGEST_WIDTH:
            self._enter(node.taken, free, node.width * 8)
            return
        got = dict.fromkeys(open_jobs, 0)
        for _, i, weight in node.cut.links:
            if i in got:
                got[i] += weight
        job = max(open_jobs, key=lambda j: (got[j], self.net.hours[j], -j))
        bundle = _closure(job, self.net.preds, free)
        self._enter((*node.taken, *bundle), free - bundle, _WIDTH)
        self._enter(node.taken, free - _closure(job, self.net.succs, free), _WIDTH)

    def _enter(self, taken: tuple[int, ...], free: set[int], width: int) -> None:
        """Decompose what still fits beside the jobs taken, and look there."""
        left = self.budget - sum([self.net.hours[j] for j in taken])
        if left < 0:
            return
        fitting = self._fitting(free, left)
        chain = self._decomposer.blocks(fitting)
        self.effort -= len(fitting)
        order = [j for block in chain for j in quick_order(self.net, block)]
        self._look(taken, chain, order, width)

    def _fitting(self, free: set[int], left: int) -> list[int]:
        """Drop jobs that do not fit together with what they need, and those that need such jobs."""
        if left >= self._longest * _LOOK:
            return sorted(free)
        long: set[int] = set()
        for j in sorted(free):
            if not long.isdisjoint(self.net.preds[j]) or not self._fits(j, free, left):
                long.add(j)
        return sorted(free - long)

    def _fits(self, job: int, free: set[int], left: int) -> bool:
        """Tell whether the job and what it needs fit into the hours left; after a look at _LOOK jobs, yes."""
        seen = {job}
        stack = [job]
        while stack and len(seen) < _LOOK:
            j = stack.pop()
            left -= self.net.hours[j]
            if left < 0:
                return False
            for i in self.net.preds[j]:
                if i in free and i not in seen:
                    seen.add(i)
                    stack.append(i)
        return True

    def _look(self, taken: tuple[int, ...], chain: Sequence[Block], order: Sequence[int], width: int) -> None:
        """Walk the order, then search along it; keep the node unless nothing better can be there."""
        left = self.budget - sum([self.net.hours[j] for j in taken])
        value = sum([self.net.values[j] for j in taken])
        self._offer(taken + skip_misfits(self.net, order, taken, left))
        bound = chain_value(chain, left)
        if value + bound < self.value + self.step:
            return
        cut = _cut_block(chain, left)
        search = Search(
            self.net,
            order,
            prices(self.net, chain, cut),
            budget=left,
            bound=bound,
            goal=self.value + self.step - value,
        )
        most = value + bound
        if len(search.core.jobs) <= _LARGEST_SEARCHED:
            found = search.run(width)
            self.effort -= found.work // 4
            if found.jobs is not None:
                self._offer(taken + found.jobs)
            if found.dropped is None:
                return
            most = min(most, value + found.dropped)
        if most >= self.value + self.step:
            self._serial += 1
            node = _Node((*taken, *search.core.base), tuple(search.core.jobs), cut, width)
            heappush(self._heap, (-most, self._serial, node))

    def _offer(self, jobs: tuple[int, ...]) -> None:
        value = sum([self.net.values[j] for j in jobs])
        if value > self.value:
            self.jobs, self.value = jobs, value


def skip_misfits(net: Network, order: Sequence[int], taken: Sequence[int], left: int) -> tuple[int, ...]:
    """Walk the order and take whatever still fits and has its prerequisites."""
    have = set(taken)
    more = []
    for j in order:
        if net.hours[j] <= left and j not in have and have.issuperset(net.preds[j]):
            have.add(j)
            more.append(j)
            left -= net.hours[j]
    return tuple(more)


def _cut_block(chain: Sequence[Block], budget: int) -> Block:
    """Give the block in which the budget ends."""
    hours = 0
    for block in chain:
        hours += block.hours
        if hours > budget:
            break
    return block


def reachable_hours(hours: Sequence[int], budget: int) -> int:
    """Give the most hours within the budget that some of these jobs add up to, whatever they need."""
    sums = 1
    window = (2 << budget) - 1
    for p in hours:
        sums |= sums << p & window
        if sums >> budget:
            break
    return sums.bit_length() - 1


def _closure(job: int, onward: Sequence[Sequence[int]], inside: set[int]) -> set[int]:
    found = {job}
    stack = [job]
    while stack:
        for k in onward[stack.pop()]:
            if k in inside and k not in found:
                found.add(k)
                stack.append(k)
    return found
