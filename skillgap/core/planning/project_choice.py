"""Which projects of the pack make a plan best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from skillgap.core.calendar import Calendar
from skillgap.core.curriculum import Project
from skillgap.core.plan import Budget
from skillgap.core.planning.choosing import choose
from skillgap.core.planning.pace import pace_of
from skillgap.core.planning.situation import Situation, levels_now
from skillgap.core.planning.tasks import Task, hours_alone, jobs_of, joined, single_tasks, with_projects
from skillgap.core.planning.wanted import wanted_steps
from skillgap.core.sequencing import Bundle, sequence_with_bundles

Worth = tuple[Fraction, Fraction]
"""What fits before the deadline, and minus its hours."""


def offered(where: Situation) -> Iterator[Project]:
    """Give the projects of the pack that suit the role."""
    role = where.profile.role.id
    yield from (project for project in where.pack.projects if not project.roles or role in project.roles)


def best_projects(where: Situation, budget: Budget) -> tuple[str, ...]:
    """Give the ids of the projects to take, sorted: for the most points by the deadline, or the earliest without one.

    A local search from none: a project more, one less, or one for another, while that makes it better. Pins and what
    comes first are left out of account.
    """
    wanted = wanted_steps(where, levels_now(where), with_experience=budget.includes_experience)
    singles = single_tasks(where, wanted.study)
    saving = []
    for project in offered(where):
        made = joined(singles, project)
        if made is not None and made.hours < hours_alone(singles, made):
            saving.append((project.id, made))
    end = Calendar(budget).end
    if end is None:
        return _earliest(singles, saving)
    return _most(where, singles, [name for name, _ in saving], end / pace_of(budget, where.previous))


def _earliest(singles: Sequence[Task], saving: Iterable[tuple[str, Task]]) -> tuple[str, ...]:
    jobs, per_hour, _ = jobs_of([*singles, *(made for _, made in saving)])
    bundles = [Bundle(made.id, tuple(step.id for step in made.steps), int(made.hours * per_hour)) for _, made in saving]
    names = {made.id: name for name, made in saving}
    taken = sequence_with_bundles(jobs[: len(singles)], bundles)[1]
    return tuple(sorted(names[name] for name in taken))


def _most(where: Situation, singles: Sequence[Task], names: Sequence[str], hours: Fraction) -> tuple[str, ...]:
    known: dict[frozenset[str], Worth | None] = {}

    def worth(chosen: frozenset[str]) -> Worth | None:
        """None where not all of them can be taken."""
        if chosen not in known:
            projects = tuple(sorted(chosen))
            tasks, refused = with_projects(replace(where, choices=replace(where.choices, projects=projects)), singles)
            found = () if refused else choose(tasks, hours).tasks
            total = sum((task.hours for task in found), Fraction(0))
            known[chosen] = None if refused else (sum((task.gain for task in found), Fraction(0)), -total)
        return known[chosen]

    best = frozenset[str]()
    while True:
        now = worth(best) or (Fraction(0), Fraction(0))
        better = [(value, sorted(other)) for other in _near(best, names) if (value := worth(other)) and value > now]
        if not better:
            return tuple(sorted(best))
        best = frozenset(min(better, key=lambda row: (-row[0][0], -row[0][1], row[1]))[1])


def _near(chosen: frozenset[str], names: Iterable[str]) -> Iterator[frozenset[str]]:
    """The sets with one project more, one less, or one for another."""
    for name in names:
        yield chosen ^ {name}
        yield from (chosen - {out} | {name} for out in sorted(chosen) if name not in chosen)
