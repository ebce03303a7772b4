"""Projects that finish several jobs together in fewer hours than one by one: which to take, and the order then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from skillgap.core.records import dataclass
from skillgap.core.sequencing.branch import cost_of
from skillgap.core.sequencing.jobs import CycleError, Job, network
from skillgap.core.sequencing.schedule import Schedule, sequence
from skillgap.core.sequencing.sidney import Decomposer
from skillgap.core.sequencing.subsets import best_order

_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Bundle:
    """A project: it finishes these jobs together in `hours` > 0."""

    id: str
    jobs: tuple[str, ...]
    hours: int


def sequence_with_bundles(jobs: Sequence[Job], bundles: Sequence[Bundle]) -> tuple[Schedule, tuple[str, ...]]:
    """Order the jobs with the projects that make F smaller, each one node in place of its jobs.

    Starting from none, the change that lowers F most is made until none lowers it: a project more (in place of those
    that share jobs with it), a project less, or one for another. Such trials are ordered quickly, the result with care;
    the plan is never worse than the one without projects. A project that saves no hours is never taken. Gives the
    schedule, over job ids and the ids of the projects taken, and these in order of id. Raises ValueError and CycleError
    like `sequence`, and ValueError for a project of unknown jobs, of none or of one twice, of hours below 1, or with an
    id that is taken.
    """
    _check(jobs, bundles)
    plain = sequence(jobs)
    choice = _Search(jobs, bundles).run()
    if not choice:
        return plain, ()
    plan = sequence(contract(jobs, choice))
    if plan.cost >= plain.cost:
        return plain, ()
    return plan, tuple(bundle.id for bundle in choice)


def contract(jobs: Iterable[Job], bundles: Iterable[Bundle]) -> tuple[Job, ...]:
    """Put one job with the project's id, its hours and the sum of values in place of each project's jobs.

    No two projects may share a job. The result can have a cycle: where something outside a project needs one of its
    jobs and another of its jobs needs that.
    """
    jobs = tuple(jobs)
    node = {name: bundle.id for bundle in bundles for name in bundle.jobs}
    hours = {bundle.id: bundle.hours for bundle in bundles}
    merged: dict[str, list[Job]] = {}
    for job in jobs:
        merged.setdefault(node.get(job.id, job.id), []).append(job)
    result = []
    for name, members in merged.items():
        needs = {node.get(need, need) for job in members for need in job.needs}
        if name in hours:
            needs.discard(name)
        value = sum(job.value for job in members)
        result.append(Job(name, hours.get(name, members[0].hours), value, tuple(sorted(needs))))
    return tuple(result)


def _check(jobs: Sequence[Job], bundles: Sequence[Bundle]) -> None:
    known = {job.id for job in jobs}
    names = set(known)
    for bundle in bundles:
        if bundle.id in names:
            raise ValueError(f"the id of project {bundle.id!r} is taken")
        if bundle.hours <= 0:
            raise ValueError(f"project {bundle.id!r} takes {bundle.hours} hours; hours must be above 0")
        if not bundle.jobs or len(set(bundle.jobs)) < len(bundle.jobs):
            raise ValueError(f"project {bundle.id!r} must have at least one job, and none twice")
        for name in bundle.jobs:
            if name not in known:
                raise ValueError(f"project {bundle.id!r} has {name!r}, which is not among the jobs")
        names.add(bundle.id)


class _Search:
    """Local search over sets of projects."""

    def __init__(self, jobs: Sequence[Job], bundles: Sequence[Bundle]) -> None:
        self.jobs = jobs
        alone = {job.id: job.hours for job in jobs}
        saving = [bundle for bundle in bundles if bundle.hours < sum(alone[name] for name in bundle.jobs)]
        self.bundles = sorted(saving, key=lambda bundle: bundle.id)
        self._costs: dict[frozenset[int], int | None] = {}

    def run(self) -> list[Bundle]:
        """Give the projects of the best set found."""
        chosen: frozenset[int] = frozenset()
        cost = self._cost(chosen)
        while True:
            better = self._best(self._toggled(chosen), cost) or self._best(self._replaced(chosen), cost)
            if better is None:
                return [self.bundles[at] for at in sorted(chosen)]
            cost, chosen = better

    def _best(self, sets: Iterable[frozenset[int]], below: int | None) -> tuple[int, frozenset[int]] | None:
        best = None
        for chosen in sets:
            cost = self._cost(chosen)
            if cost is not None and (below is None or cost < below):
                best, below = (cost, chosen), cost
        return best

    def _toggled(self, chosen: frozenset[int]) -> Iterator[frozenset[int]]:
        for at in range(len(self.bundles)):
            yield chosen - {at} if at in chosen else self._with(chosen, at)

    def _replaced(self, chosen: frozenset[int]) -> Iterator[frozenset[int]]:
        for out in sorted(chosen):
            for at in range(len(self.bundles)):
                if at not in chosen:
                    yield self._with(chosen - {out}, at)

    def _with(self, chosen: frozenset[int], at: int) -> frozenset[int]:
        """Add a project, and take out those that share jobs with it."""
        jobs = set(self.bundles[at].jobs)
        return frozenset(k for k in chosen if jobs.isdisjoint(self.bundles[k].jobs)) | {at}

    def _cost(self, chosen: frozenset[int]) -> int | None:
        """F of a quick order, None where the projects wait for each other."""
        if chosen not in self._costs:
            self._costs[chosen] = _quick_cost(contract(self.jobs, [self.bundles[at] for at in sorted(chosen)]))
        return self._costs[chosen]


def _quick_cost(jobs: Sequence[Job]) -> int | None:
    try:
        net = network(jobs)
    except CycleError:
        return None
    cost = hours = 0
    for block in Decomposer(net).blocks(range(len(net))):
        order = best_order(net, block, _WIDTH)[0] if len(block.jobs) > 1 else block.jobs
        cost += block.value * hours + cost_of(net, order)
        hours += block.hours
    return cost
