"""Choose the jobs that fit a budget of hours: the knapsack problem with precedence constraints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from skillgap.core.records import dataclass
from skillgap.core.sequencing.choice import Chooser, Pick, chain_value, reachable_hours, skip_misfits
from skillgap.core.sequencing.forest import best_in_forest, is_forest
from skillgap.core.sequencing.insertion import improve
from skillgap.core.sequencing.jobs import Job, Network, network
from skillgap.core.sequencing.schedule import plan_network
from skillgap.core.sequencing.sidney import Block, Decomposer
from skillgap.core.sequencing.subsets import quick_order

_EFFORT, _EFFORT_PER_JOB, _MOST_EFFORT = 15_000, 12, 30_000
_LARGEST_SEARCHED = 1500
_DIGITS, _FILLS, _STEP_EFFORT = 7, 16, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The jobs chosen, in the best order, and their total value.

    `bound` is the upper bound of the value read off the chain of Sidney's blocks at the budget, `proved` the least
    upper bound known (`value` itself when `is_exact`). `left_out` comes densest block first.
    """

    chosen: tuple[str, ...]
    value: int
    bound: Fraction
    proved: Fraction
    left_out: tuple[str, ...]
    is_exact: bool


def fit(jobs: Sequence[Job], budget: int) -> Selection:
    """Choose jobs with their prerequisites, at most `budget` hours in all, for the largest value.

    Raises ValueError for a negative budget and for jobs that `network` refuses. One more hour does not lower the value:
    the choice is proved best, or is the best of a family of choices that grows with the budget (see `choose` for where
    the effort ends that). A foundation (value 0) is chosen only for what is built on it, unless all jobs fit.
    """
    if budget < 0:
        raise ValueError(f"the budget is {budget} hours; it must not be negative")
    net = network(jobs)
    outline = _outline_of(net)
    pick = choose(net, outline, budget)
    chosen = pick.jobs if len(pick.jobs) == len(net) else useful(net, pick.jobs)
    inside = set(chosen)
    return Selection(
        chosen=net.names(_order_of(net, chosen)),
        value=pick.value,
        bound=chain_value(outline.chain, budget),
        proved=Fraction(pick.value) if pick.is_exact else pick.most,
        left_out=net.names(j for j in outline.order if j not in inside),
        is_exact=pick.is_exact,
    )


@dataclass(frozen=True, slots=True)
class Outline:
    """Sidney's blocks of a network and a quick order of all jobs along them."""

    chain: tuple[Block, ...]
    order: tuple[int, ...]


def _outline_of(net: Network) -> Outline:
    """Decompose the network, and order each block by a narrow pass over its subsets.

    A large network gets a better order, for there the search hardly gets beyond the first walk along it.
    """
    chain = Decomposer(net).blocks(range(len(net)))
    orders = [quick_order(net, block) for block in chain]
    if len(net) > _LARGEST_SEARCHED:
        orders = [improve(net, order) for order in orders]
    return Outline(tuple(chain), tuple(j for order in orders for j in order))


def choose(net: Network, outline: Outline, budget: int) -> Pick:
    """Give a choice whose value does not fall when the budget grows.

    Up to _LARGEST_SEARCHED jobs a search at the budget almost always proves its choice best, which settles it. Where
    it was cut short, a forest is solved to the end. Else one hour less may happen to lead the search to a better
    choice, so smaller budgets are searched too, for as long as more than what was found might be reached there, and
    until _MOST_EFFORT is spent: only then can the value fall as the budget grows, by less than the bound leaves open.
    Larger networks are searched at few budgets: see `_choose_by_steps`.
    """
    if sum(net.hours) <= budget:
        return Pick(tuple(range(len(net))), sum(net.values), Fraction(sum(net.values)))
    if len(net) > _LARGEST_SEARCHED:
        return _choose_by_steps(net, outline, budget)
    effort = _EFFORT + _EFFORT_PER_JOB * len(net)
    best = other = _search(net, outline, budget, effort)
    if not best.is_exact and is_forest(net, budget):
        return best_in_forest(net, budget)
    most, left = best.most, _MOST_EFFORT - best.work
    while left > 0 and best.value + best.step <= min(other.most, chain_value(outline.chain, budget - 1)):
        budget -= 1
        other = _search(net, outline, budget, effort)
        left -= other.work
        best = max(best, other, key=lambda pick: pick.value)
    return replace(best, most=most)


def _search(net: Network, outline: Outline, budget: int, effort: int) -> Pick:
    return Chooser(net, reachable_hours(net.hours, budget), effort).run(outline.chain, outline.order)


def _choose_by_steps(net: Network, outline: Outline, budget: int) -> Pick:
    """Give the best of a family of choices that does not depend on the budget, among those that fit it.

    Budgets with at most _DIGITS binary digits before their zeros are searched. Each choice found is filled up, along
    the plan, to _FILLS budgets on the way to the next. Both stop where the chain allows no more than was found.
    """
    bound = chain_value(outline.chain, budget)
    best = Pick((), 0, bound, 1)
    top = budget
    while best.value + best.step <= chain_value(outline.chain, top):
        start = _rounded(top)
        found = _search(net, outline, start, _STEP_EFFORT)
        gap = max(1, (1 << max(0, start.bit_length() - _DIGITS)) // _FILLS)
        for limit in range(start, top + 1, gap):
            left = limit - sum([net.hours[j] for j in found.jobs])
            jobs = found.jobs + skip_misfits(net, outline.order, found.jobs, left)
            value = sum([net.values[j] for j in jobs])
            if value > best.value:
                best = Pick(jobs, value, bound, found.step)
        if not start:
            break
        top = start - 1
    return best


def _rounded(budget: int) -> int:
    """Replace all but the first _DIGITS binary digits by zeros."""
    zeros = max(0, budget.bit_length() - _DIGITS)
    return budget >> zeros << zeros


def useful(net: Network, jobs: Sequence[int]) -> tuple[int, ...]:
    """Leave out foundations that nothing chosen is built on."""
    chosen = set(jobs)
    for j in sorted(jobs, reverse=True):
        if not net.values[j] and chosen.isdisjoint(net.succs[j]):
            chosen.discard(j)
    return tuple(sorted(chosen))


def _order_of(net: Network, jobs: Sequence[int]) -> tuple[int, ...]:
    """Order a predecessor-closed subset with the planner."""
    kept = sorted(jobs)
    at = {j: place for place, j in enumerate(kept)}
    part = Network(
        ids=net.names(kept),
        hours=tuple(net.hours[j] for j in kept),
        values=tuple(net.values[j] for j in kept),
        preds=tuple(tuple(at[i] for i in net.preds[j]) for j in kept),
        succs=tuple(tuple(at[k] for k in net.succs[j] if k in at) for j in kept),
    )
    return tuple(kept[place] for place in plan_network(part).order)
