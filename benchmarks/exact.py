"""The planning problems as integer programs for HiGHS (through SciPy), to judge the planner by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from skillgap.core.sequencing import Job


@dataclass(slots=True)
class _Rows:
    """Constraints row by row: sum of factor x variable <= limit."""

    entries: list[tuple[int, int, float]] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)

    def add(self, terms: Sequence[tuple[int, float]], limit: float) -> None:
        """Add one row of (variable, factor)."""
        self.entries += [(len(self.limits), variable, factor) for variable, factor in terms]
        self.limits.append(limit)

    def solve(self, prices: Sequence[float], seconds: float) -> float | None:
        """Give the least sum of price x variable over 0/1 variables, None if not proved in time."""
        rows, columns, factors = zip(*self.entries, strict=True)
        matrix = coo_array((factors, (rows, columns)), shape=(len(self.limits), len(prices)))
        result = milp(
            prices,
            integrality=[1] * len(prices),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(matrix.tocsr(), ub=self.limits),
            options={"mip_rel_gap": 0, "time_limit": seconds},
        )
        return float(result.fun) if result.status == 0 else None


def most_value(jobs: Sequence[Job], budget: int, seconds: float = 120) -> int | None:
    """Give the largest value of a predecessor-closed set within the budget."""
    at = {job.id: number for number, job in enumerate(jobs)}
    rows = _Rows()
    rows.add([(number, job.hours) for number, job in enumerate(jobs)], budget)
    for job in jobs:
        for need in job.needs:
            rows.add([(at[job.id], 1), (at[need], -1)], 0)
    least = rows.solve([-job.value for job in jobs], seconds)
    return None if least is None else round(-least)


def least_cost(jobs: Sequence[Job], seconds: float = 120) -> int | None:
    """Give the least sum of value x completion hour, by the linear-ordering model (Potts 1980).

    Variable i < j is 1 when i comes before j. Of three jobs, none may come in a circle.
    """
    count = len(jobs)
    before = _ancestors(jobs)
    number = {pair: at for at, pair in enumerate(combinations(range(count), 2))}
    rows = _Rows()
    for i, j, k in combinations(range(count), 3):
        ij, jk, ik = number[i, j], number[j, k], number[i, k]
        rows.add([(ij, 1), (jk, 1), (ik, -1)], 1)
        rows.add([(ij, -1), (jk, -1), (ik, 1)], 0)
    for (i, j), at in number.items():
        if j in before[i]:
            rows.add([(at, 1)], 0)
        elif i in before[j]:
            rows.add([(at, -1)], -1)
    prices = [jobs[j].value * jobs[i].hours - jobs[i].value * jobs[j].hours for i, j in number]
    fixed = sum(job.value * job.hours for job in jobs)
    fixed += sum(jobs[i].value * jobs[j].hours for i, j in number)
    least = rows.solve(prices, seconds)
    return None if least is None else round(least) + fixed


def _ancestors(jobs: Sequence[Job]) -> list[set[int]]:
    """All that comes before each job; jobs must be listed after what they need."""
    at = {job.id: number for number, job in enumerate(jobs)}
    found: list[set[int]] = []
    for job in jobs:
        direct = {at[need] for need in job.needs}
        found.append(direct.union(*(found[i] for i in direct)))
    return found
