"""Choose the jobs that fit a budget of hours: the knapsack problem with precedence constraints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from skillgap.core.sequencing.choice import Chooser, Pick, chain_value
from skillgap.core.sequencing.jobs import Job, Network, network
from skillgap.core.sequencing.schedule import Plan, plan_network

_EFFORT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The jobs chosen, in the best order, and their total value.

    `bound` is the upper bound of the value read off the chain of Sidney's blocks at the budget, `proved` the least
    upper bound known (`value` itself when `is_exact`). `left_out` is in the order of the plan for all jobs.
    """

    chosen: tuple[str, ...]
    value: int
    bound: Fraction
    proved: Fraction
    left_out: tuple[str, ...]
    is_exact: bool


def fit(jobs: Sequence[Job], budget: int) -> Selection:
    """Choose jobs with their prerequisites, at most `budget` hours in all, for the largest value.

    Raises ValueError for a negative budget and for jobs that `network` refuses. One more hour never lowers the value:
    what is returned is the best of the choices made for this budget and for every smaller one. A foundation (value 0)
    is chosen only for what is built on it, unless all jobs fit.
    """
    if budget < 0:
        raise ValueError(f"the budget is {budget} hours; it must not be negative")
    net = network(jobs)
    plan = plan_network(net, effort=0)
    pick = choose(net, plan, budget)
    chosen = pick.jobs if len(pick.jobs) == len(net) else useful(net, pick.jobs)
    return Selection(
        chosen=net.names(order_of(net, chosen)),
        value=pick.value,
        bound=chain_value(plan.chain, budget),
        proved=pick.most,
        left_out=net.names(j for j in plan.order if j not in set(chosen)),
        is_exact=pick.most == pick.value,
    )


def choose(net: Network, plan: Plan, budget: int) -> Pick:
    """Give the best choice for this budget or any smaller one.

    A smaller budget is looked at only while more might be reached there than was found: where a search was cut short,
    one hour less may happen to lead it to a better choice, and more hours must never be worth less.
    """
    best = pick_at(net, plan, budget)
    most = best.most
    smaller = budget - 1
    while best.value < most and chain_value(plan.chain, smaller) >= best.value + 1:
        other = pick_at(net, plan, smaller)
        if other.value > best.value:
            best = other
        smaller -= 1
    return Pick(best.jobs, best.value, most)


def useful(net: Network, jobs: Sequence[int]) -> tuple[int, ...]:
    """Leave out foundations that nothing chosen is built on."""
    chosen = set(jobs)
    for j in sorted(jobs, reverse=True):
        if not net.values[j] and chosen.isdisjoint(net.succs[j]):
            chosen.discard(j)
    return tuple(sorted(chosen))


def order_of(net: Network, jobs: Sequence[int]) -> tuple[int, ...]:
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


def pick_at(net: Network, plan: Plan, budget: int) -> Pick:
    """Choose for this budget alone."""
    if sum(net.hours) <= budget:
        value = sum(net.values)
        return Pick(tuple(range(len(net))), value, Fraction(value))
    return Chooser(net, budget, _EFFORT).run(plan.chain, plan.raw)
