"""Find a closed set of jobs worth more than one already known: states along the plan, pruned by dual prices.

With block c of density r_c and a budget of H hours that ends inside a block of density s, every closed set S of P(S)
hours is worth

    U(H) - sum over earlier jobs left out of (r_c - s) p_j - sum over later jobs taken of (s - r_c) p_j
         - s (H - P(S)) - what the jobs left out would have paid to jobs in S,

where U(H) is read off the chain of Sidney's blocks and the payments are the flows that prove them. Each loss is known
once its jobs are decided, so a better set is looked for only where losses stay small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from skillgap.core.records import dataclass
from skillgap.core.sequencing.jobs import Network
from skillgap.core.sequencing.sidney import Block

_LOOK = 100  # jobs looked at to see what one of them entails, so that a pass stays linear
_POINT = 16  # binary places kept of fractions, which are rounded in favour of looking further

_State = tuple[int, int, int]
"""Hours, minus value, and bits of the core jobs taken."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What each job may still add at one budget, in units of 1 / (2**16 x `hours`); `value` / `hours` is s.

    `gains[j]` is (r_c - s) p_j rounded up; `pays[j]` lists (predecessor, payment rounded up).
    """

    hours: int
    value: int
    gains: list[int]
    pays: list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Found:
    """The best choice a search kept, or None if it met none that is worth enough.

    `dropped` is an upper bound of the value of choices that were not looked at, None when there are none.
    """

    jobs: tuple[int, ...] | None
    dropped: Fraction | None
    work: int


def prices(net: Network, chain: Sequence[Block], cut: Block) -> Prices:
    """Price all jobs for a budget that ends inside the block `cut`."""
    gains = [0] * len(net)
    pays: list[list[tuple[int, int]]] = [[] for _ in gains]
    for block in chain:
        slope = (block.value * cut.hours - cut.value * block.hours) << _POINT
        for j in block.jobs:
            gains[j] = -(-slope * net.hours[j] // block.hours)
        for j, i, weight in block.links:
            pays[j].append((i, -(-((weight * cut.hours) << _POINT) // block.scale)))
    return Prices(cut.hours, cut.value, gains, pays)


@dataclass(slots=True)
class _Core:
    """The jobs that can go either way, renumbered 0..k-1 along the plan; sets of them are bit masks.

    `base` are the jobs that every better choice has; `gains` include payments to them.
    """

    base: list[int]
    jobs: list[int]
    hours: list[int]
    values: list[int]
    needs: list[int]
    succs: list[int]
    below: list[int]
    gains: list[int]
    pays: list[list[tuple[int, int]]]
    payers: list[list[tuple[int, int]]]


def _core(net: Network, order: Sequence[int], price: Prices, slack: int) -> _Core:
    """Set apart the jobs that no choice within `slack` of the bound leaves out, and those that none takes."""
    inside = set(order)
    gains = price.gains
    firm: set[int] = set()
    for j in reversed(order):
        if not firm.isdisjoint(net.succs[j]) or (gains[j] > 0 and _loses(j, net.succs, inside, gains, slack)):
            firm.add(j)
    out: set[int] = set()
    for j in order:
        if not out.isdisjoint(net.preds[j]) or (gains[j] < 0 and _loses(j, net.preds, inside, gains, slack)):
            out.add(j)
    base = [j for j in order if j in firm]
    return _renumbered(net, base, [j for j in order if j not in firm and j not in out], price)


def _loses(job: int, onward: Sequence[Sequence[int]], inside: set[int], gains: Sequence[int], slack: int) -> bool:
    """Tell whether dropping the job with all that needs it (or taking it with all it needs) loses over `slack`.

    After a look at _LOOK jobs the answer is no.
    """
    sign = 1 if gains[job] > 0 else -1
    loss = 0
    seen = {job}
    stack = [job]
    while stack and len(seen) < _LOOK:
        j = stack.pop()
        # Each gain was rounded up by less than one unit.
        loss += max(0, sign * gains[j] - 1)
        if loss > slack:
            return True
        for k in onward[j]:
            if k in inside and k not in seen:
                seen.add(k)
                stack.append(k)
    return False


def _renumbered(net: Network, base: list[int], jobs: list[int], price: Prices) -> _Core:
    at = {j: place for place, j in enumerate(jobs)}
    firm = set(base)
    succs = [sum([1 << at[k] for k in net.succs[j] if k in at]) for j in jobs]
    needs = [sum([1 << at[i] for i in net.preds[j] if i in at]) for j in jobs]
    below = succs[:]
    for place in range(len(jobs) - 1, -1, -1):
        for k in _bits(succs[place]):
            below[place] |= below[k]
    pays = [[(at[i], paid) for i, paid in price.pays[j] if i in at] for j in jobs]
    payers: list[list[tuple[int, int]]] = [[] for _ in jobs]
    for place, payments in enumerate(pays):
        for i, paid in payments:
            payers[i].append((place, paid))
    gains = [max(0, price.gains[j]) + sum(paid for i, paid in price.pays[j] if i in firm) for j in jobs]
    hours, values = [net.hours[j] for j in jobs], [net.values[j] for j in jobs]
    return _Core(base, jobs, hours, values, needs, succs, below, gains, pays, payers)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


@dataclass(slots=True)
class _Group:
    """States alike in what they allow: what undecided jobs may still add, which are ruled out, and the states."""

    potential: int
    dead: int
    states: list[_State]


class Search:
    """Looks for choices worth at least `goal` within `budget` hours, keeping up to `width` states a step."""

    def __init__(
        self, net: Network, order: Sequence[int], price: Prices, *, budget: int, bound: Fraction, goal: int
    ) -> None:
        slack = (bound - goal) * price.hours * (1 << _POINT)
        self.core = _core(net, order, price, int(slack) + 1)
        self.budget, self.goal, self.price = budget, goal, price
        self.start: _State = (
            sum(net.hours[j] for j in self.core.base),
            -sum(net.values[j] for j in self.core.base),
            0,
        )

    def run(self, width: int) -> Found:
        """Decide job by job; drop the states that promise least where there are more than `width`."""
        if self.start[0] > self.budget:
            return Found(None, None, 0)
        groups = {0: _Group(sum(self.core.gains), 0, [self.start])}
        work, dropped = 0, None
        for place in range(len(self.core.jobs)):
            groups = self._decide(place, groups)
            count = sum(len(group.states) for group in groups.values())
            work += count
            if count > width:
                least = self._narrow(groups, width)
                dropped = least if dropped is None else max(dropped, least)
        states = [state for group in groups.values() for state in group.states]
        best = min(((minus, hours, taken) for hours, minus, taken in states), default=None)
        jobs = None
        if best is not None and -best[0] >= self.goal:
            jobs = (*self.core.base, *(self.core.jobs[at] for at in _bits(best[2])))
        return Found(jobs, None if dropped is None else Fraction(dropped, self.price.hours), work)

    def _decide(self, place: int, groups: dict[int, _Group]) -> dict[int, _Group]:
        after: dict[int, _Group] = {}
        for mask, group in groups.items():
            if group.dead >> place & 1:
                _put(after, mask, group, group.states)
            else:
                rest = group.potential - self._adds(place, mask)
                self._leave(after, place, mask, _Group(rest, group.dead, group.states))
                self._take(after, place, mask, _Group(rest, group.dead, group.states))
        for group in after.values():
            group.states = _pareto(group.states)
        return after

    def _adds(self, at: int, mask: int) -> int:
        """What an undecided job may add: its own gain and its payments to jobs already taken."""
        return self.core.gains[at] + sum([paid for i, paid in self.core.pays[at] if mask >> i & 1])

    def _leave(self, after: dict[int, _Group], place: int, mask: int, group: _Group) -> None:
        """Decide against the job, and so against all that need it."""
        core = self.core
        den, num = self.price.hours, self.price.value
        least = min([minus * den + hours * num for hours, minus, _ in group.states])
        fresh = core.below[place] & ~group.dead
        freed = core.needs[place]
        for k in _bits(fresh):
            if self._limit(group.potential) < least:
                return
            group.potential -= self._adds(k, mask)
            freed |= core.needs[k]
        group.dead |= fresh
        limit = self._limit(group.potential)
        states = [state for state in group.states if state[1] * den + state[0] * num <= limit]
        if states:
            _put(after, self._mattering(mask, freed, place, group.dead), group, states)

    def _take(self, after: dict[int, _Group], place: int, mask: int, group: _Group) -> None:
        core, bit = self.core, 1 << place
        group.potential += sum(paid for k, paid in core.payers[place] if not group.dead >> k & 1)
        p, v = core.hours[place], core.values[place]
        den, num = self.price.hours, self.price.value
        limit = self._limit(group.potential) + v * den - p * num
        most = self.budget - p
        states = [
            (hours + p, minus - v, taken | bit)
            for hours, minus, taken in group.states
            if hours <= most and minus * den + hours * num <= limit
        ]
        if states:
            _put(after, self._mattering(mask | bit, core.needs[place] | bit, place, group.dead), group, states)

    def _limit(self, potential: int) -> int:
        """The largest (s x hours - value) x `price.hours` with which the goal is still in reach."""
        return self.price.value * self.budget + (potential >> _POINT) - self.goal * self.price.hours

    def _mattering(self, mask: int, freed: int, place: int, dead: int) -> int:
        """Forget those of the jobs `freed` that no undecided job needs any more."""
        open_jobs = ~dead & (-2 << place)
        for i in _bits(mask & freed):
            if not self.core.succs[i] & open_jobs:
                mask ^= 1 << i
        return mask

    def _narrow(self, groups: dict[int, _Group], width: int) -> int:
        """Keep the `width` states with the highest bounds; give the highest bound dropped, x `price.hours`."""
        den, num = self.price.hours, self.price.value
        ranked = sorted(
            (minus * den + hours * num - (group.potential >> _POINT), -hours, minus, taken, mask)
            for mask, group in groups.items()
            for hours, minus, taken in group.states
        )
        kept: dict[int, list[_State]] = {mask: [] for mask in groups}
        for _, *state, mask in ranked[:width]:
            kept[mask].append((-state[0], state[1], state[2]))
        for mask, states in kept.items():
            if states:
                groups[mask].states = sorted(states)
            else:
                del groups[mask]
        return num * self.budget - ranked[width][0]


def _put(after: dict[int, _Group], mask: int, group: _Group, states: list[_State]) -> None:
    known = after.get(mask)
    if known is None:
        after[mask] = _Group(group.potential, group.dead, states)
    else:
        known.states = sorted(known.states + states)


def _pareto(states: list[_State]) -> list[_State]:
    """Keep of the states, sorted by hours, those worth more than every shorter one."""
    best = 1
    kept = []
    for state in states:
        if state[1] < best:
            best = state[1]
            kept.append(state)
    return kept
