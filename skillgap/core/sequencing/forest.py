"""The best choice within a budget where every job needs at most one other: dynamic programming over all hours."""

from __future__ import annotations

from fractions import Fraction
from operator import gt

from skillgap.core.sequencing.choice import Pick
from skillgap.core.sequencing.jobs import Network

_MOST_CELLS = 5_000_000  # jobs times hours, a byte each


def is_forest(net: Network, budget: int) -> bool:
    """Tell whether `best_in_forest` can solve the network, and within reasonable time and memory."""
    return (budget + 1) * len(net) <= _MOST_CELLS and all(len(befores) <= 1 for befores in net.preds)


def best_in_forest(net: Network, budget: int) -> Pick:
    """Give the best choice within the budget.

    Jobs go depth first, so that what hangs on a job follows it at once: with the job comes the best of all that
    follows, without it the best of what follows its subtree (Johnson and Niemi 1983). The work is jobs times hours,
    whatever the values.
    """
    order, ends = _depth_first(net)
    rows: dict[int, list[int]] = {len(order): [0] * (budget + 1)}
    last_use = {end: at for at, end in reversed(list(enumerate(ends)))}  # rows are dropped once no job needs them
    taken: list[bytes] = [b""] * len(order)
    for at in range(len(order) - 1, -1, -1):
        hours, value = net.hours[order[at]], net.values[order[at]]
        without, follows = rows[ends[at]], rows[at + 1]
        if hours > budget:
            rows[at], taken[at] = without, bytes(budget + 1)
        else:
            rest = without[hours:]
            with_it = [value + more for more in follows[: budget + 1 - hours]]
            better = bytes(map(gt, with_it, rest))
            rows[at] = without[:hours] + list(map(max, with_it, rest))
            taken[at] = bytes(hours) + better
        for row in {at + 1, ends[at]}:
            if last_use.get(row, at) >= at:
                del rows[row]
    return _picked(net, order, ends, taken, rows[0], budget)


def _picked(net: Network, order: list[int], ends: list[int], taken: list[bytes], best: list[int], budget: int) -> Pick:
    chosen, at, left = [], 0, budget
    while at < len(order):
        if taken[at][left]:
            chosen.append(order[at])
            left -= net.hours[order[at]]
            at += 1
        else:
            at = ends[at]
    return Pick(tuple(sorted(chosen)), best[budget], Fraction(best[budget]))


def _depth_first(net: Network) -> tuple[list[int], list[int]]:
    """Give the jobs depth first, and for each place the place after its subtree."""
    order: list[int] = []
    stack = [j for j in range(len(net) - 1, -1, -1) if not net.preds[j]]
    while stack:
        j = stack.pop()
        order.append(j)
        stack += reversed(net.succs[j])
    place = {j: at for at, j in enumerate(order)}
    sizes = [1] * len(order)
    for at in range(len(order) - 1, -1, -1):
        for before in net.preds[order[at]]:
            sizes[place[before]] += sizes[at]
    return order, [at + size for at, size in enumerate(sizes)]
