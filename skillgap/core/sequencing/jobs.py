"""Jobs with hours, values and prerequisites, checked and put into one order that no input order can change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from skillgap.core.records import dataclass

_LOOK = 100  # jobs looked at to find a way round an arrow, so that the work stays linear
_ROUNDS = 3
_MIX, _MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: `hours` > 0 in whole units, `value` >= 0, `needs` the ids that must come before it.

    The unit is the caller's (half-hours, say); value 0 is a foundation that only serves as a prerequisite.
    """

    id: str
    hours: int
    value: int
    needs: tuple[str, ...] = ()


class CycleError(ValueError):
    """Prerequisites that wait for each other: `cycle` names them, each needing the next, the last the first."""

    def __init__(self, cycle: tuple[str, ...]) -> None:
        self.cycle = cycle
        super().__init__("jobs need each other: " + " needs ".join((*cycle, cycle[0])))


@dataclass(frozen=True, slots=True)
class Network:
    """Checked jobs as columns indexed 0..n-1; every predecessor has a smaller index than its successors.

    Indices follow structure before name, so that a choice between indices does not hang on how jobs are called.
    """

    ids: tuple[str, ...]
    hours: tuple[int, ...]
    values: tuple[int, ...]
    preds: tuple[tuple[int, ...], ...]
    succs: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.ids)

    def names(self, indices: Iterable[int]) -> tuple[str, ...]:
        """Give the ids at these indices."""
        return tuple(self.ids[j] for j in indices)


def network(jobs: Sequence[Job]) -> Network:
    """Check the jobs and index them.

    Raises ValueError for a duplicate id, an unknown need, hours below 1 or a negative value, and CycleError for
    prerequisites that form a cycle.
    """
    _check(jobs)
    ordered = sorted(jobs, key=lambda job: job.id)
    preds = _predecessors(ordered)
    depths = _depths(ordered, preds)
    preds = [_direct(j, preds, depths) for j in range(len(ordered))]
    ranks = _structural_ranks(ordered, preds, depths)
    by_rank = sorted(range(len(ordered)), key=lambda j: (ranks[j], j))
    place = {j: at for at, j in enumerate(by_rank)}
    new_preds = tuple(tuple(sorted(place[i] for i in preds[j])) for j in by_rank)
    return Network(
        ids=tuple(ordered[j].id for j in by_rank),
        hours=tuple(ordered[j].hours for j in by_rank),
        values=tuple(ordered[j].value for j in by_rank),
        preds=new_preds,
        succs=tuple(map(tuple, successors(new_preds))),
    )


def successors(preds: Sequence[Sequence[int]]) -> list[list[int]]:
    """Turn predecessor lists around."""
    succs: list[list[int]] = [[] for _ in preds]
    for j, befores in enumerate(preds):
        for i in befores:
            succs[i].append(j)
    return succs


def _check(jobs: Sequence[Job]) -> None:
    known: set[str] = set()
    for job in jobs:
        if job.id in known:
            raise ValueError(f"two jobs are called {job.id!r}")
        if job.hours <= 0:
            raise ValueError(f"job {job.id!r} takes {job.hours} hours; hours must be above 0")
        if job.value < 0:
            raise ValueError(f"job {job.id!r} has value {job.value}; a value must not be negative")
        known.add(job.id)
    for job in jobs:
        for need in job.needs:
            if need not in known:
                raise ValueError(f"job {job.id!r} needs {need!r}, which is not among the jobs")


def _predecessors(jobs: Sequence[Job]) -> list[list[int]]:
    at = {job.id: j for j, job in enumerate(jobs)}
    return [sorted({at[need] for need in job.needs}) for job in jobs]


def _depths(jobs: Sequence[Job], preds: Sequence[Sequence[int]]) -> list[int]:
    """Count the jobs on the longest way to each job, or raise CycleError."""
    succs = successors(preds)
    missing = [len(befores) for befores in preds]
    depths = [0] * len(jobs)
    ready = [j for j, count in enumerate(missing) if not count]
    for j in ready:
        for k in succs[j]:
            depths[k] = max(depths[k], depths[j] + 1)
            missing[k] -= 1
            if not missing[k]:
                ready.append(k)
    if len(ready) < len(jobs):
        raise CycleError(tuple(jobs[j].id for j in _cycle(preds, missing)))
    return depths


def _direct(j: int, preds: Sequence[Sequence[int]], depths: Sequence[int]) -> list[int]:
    """Leave out predecessors that another one needs anyway, itself or through others met on a short look.

    Fewer arrows make every later step cheaper and its bounds sharper. The look goes level by level, so that names do
    not steer it.
    """
    befores = preds[j]
    if len(befores) < 2:
        return list(befores)
    lowest = min(depths[i] for i in befores)
    seen: set[int] = set()
    level = set(befores)
    while level and len(seen) < _LOOK:
        level = {i for k in level for i in preds[k]} - seen
        seen |= level
        level = {i for i in level if depths[i] > lowest}
    return [i for i in befores if i not in seen]


def _cycle(preds: Sequence[Sequence[int]], missing: Sequence[int]) -> list[int]:
    """Walk back through jobs that never become ready until one repeats; start at the smallest."""
    walk = [next(j for j, count in enumerate(missing) if count)]
    seen = {walk[0]: 0}
    while True:
        back = next(i for i in preds[walk[-1]] if missing[i])
        if back in seen:
            cycle = walk[seen[back] :]
            first = cycle.index(min(cycle))
            return cycle[first:] + cycle[:first]
        seen[back] = len(walk)
        walk.append(back)


def _structural_ranks(jobs: Sequence[Job], preds: Sequence[Sequence[int]], depths: Sequence[int]) -> list[int]:
    """Rank jobs by depth, hours, value and then their surroundings: equal only when structure cannot tell.

    This is colour refinement (Weisfeiler and Leman 1968) with two sweeps along the arrows in place of many rounds.
    """
    keys = [(depth, job.hours, job.value) for depth, job in zip(depths, jobs, strict=True)]
    ranks, classes = _dense(keys)
    if classes == len(jobs):
        return ranks
    succs = successors(preds)
    order = sorted(range(len(jobs)), key=depths.__getitem__)
    above = _sweep(order, preds, ranks)
    below = _sweep(order[::-1], succs, ranks)
    ranks, classes = _dense(list(zip(ranks, above, below, strict=True)))
    for _ in range(_ROUNDS):
        if classes == len(jobs):
            break
        around = [
            (rank, tuple(sorted(ranks[i] for i in preds[j])), tuple(sorted(ranks[k] for k in succs[j])))
            for j, rank in enumerate(ranks)
        ]
        ranks, classes = _dense(around)
    return ranks


def _sweep(order: Sequence[int], neighbours: Sequence[Sequence[int]], ranks: Sequence[int]) -> list[int]:
    """Give jobs whose neighbours look alike all the way along `order` the same digest, whatever their names."""
    digests = [0] * len(ranks)
    for j in order:
        digest = ranks[j] + 1
        for other in sorted(digests[i] for i in neighbours[j]):
            digest = ((digest ^ other) * _MIX + (digest >> 29)) & _MASK
        digests[j] = (digest * _MIX ^ digest >> 32) & _MASK
    return digests


def _dense(keys: Sequence[Any]) -> tuple[list[int], int]:
    """Number equal keys alike, in sorted order from 0; also give how many different ones there are."""
    numbers = {key: number for number, key in enumerate(sorted(set(keys)))}
    return [numbers[key] for key in keys], len(numbers)
