"""Which of the missing steps are to be scheduled, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from skillgap.core.choices import Conflict, Exclusion, GoodEnough
from skillgap.core.names import hint
from skillgap.core.plan import Reason
from skillgap.core.planning.situation import Situation
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.steps import NeededStep, needed_steps, split_id, unlocks

_MOST_HINTS = 50
"""To look for the nearest name takes a comparison with each; a plan of wrong names must not take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A missing step that is not to be scheduled."""

    step: NeededStep
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The steps between a person and a target, parted by what is to become of them."""

    missing: tuple[NeededStep, ...]
    """All of them."""
    study: tuple[NeededStep, ...]
    """Those to schedule: each one brings points or serves one that does."""
    dropped: tuple[Dropped, ...]
    conflicts: tuple[Conflict, ...]


def wanted_steps(where: Situation, levels: Mapping[str, int], *, with_experience: bool) -> Wanted:
    """Part the missing steps by what the person decided and by what study can do."""
    missing = needed_steps(where.pack, where.profile, levels)
    kept, enough = _good_enough(where, missing, levels)
    kept, excluded, clashes = _excluded(where, kept)
    study, work = _tracks(where, kept, with_experience=with_experience)
    return Wanted(
        missing=missing,
        study=study,
        dropped=(*work, *excluded, *enough),
        conflicts=(*_unknown(where, levels), *clashes),
    )


def _good_enough(
    where: Situation, steps: tuple[NeededStep, ...], levels: Mapping[str, int]
) -> tuple[tuple[NeededStep, ...], list[Dropped]]:
    """Leave out steps beyond what is good enough; what needs them takes the level as it is."""
    said = {row.skill: row for row in where.choices.good_enough}
    beyond = {}
    for step in steps:
        row = said.get(step.skill)
        if row is not None and step.to > max(levels[step.skill], row.level or 0):
            beyond[step.id] = f"good enough: {row.reason}" if row.reason else "good enough as it is"
    dropped = [Dropped(step=s, reason="good-enough", detail=beyond[s.id]) for s in steps if s.gain and s.id in beyond]
    kept = tuple(_without_needs(step, beyond) for step in steps if step.id not in beyond)
    return kept, dropped


def _without_needs(step: NeededStep, gone: Iterable[str]) -> NeededStep:
    needs = tuple(name for name in step.needs if name not in gone)
    return step if needs == step.needs else replace(step, needs=needs)


def _excluded(
    where: Situation, steps: tuple[NeededStep, ...]
) -> tuple[tuple[NeededStep, ...], list[Dropped], list[Conflict]]:
    """Leave out what the person excluded, and what needs it: nobody said that it is not needed."""
    said = {row.step: row for row in where.choices.exclusions}
    if not said:
        return steps, [], []
    out = {step.id: row for step in steps if (row := said.get(step.id) or said.get(step.skill)) is not None}
    onward = unlocks(steps)
    behind = {name: _reached(onward, [name]) for name in out}
    waiting: dict[str, list[str]] = {}
    for name, found in behind.items():
        for other in found - out.keys():
            waiting.setdefault(other, []).append(name)
    dropped = [Dropped(step=s, reason="excluded", detail=_because(out[s.id])) for s in steps if s.id in out]
    dropped += [
        Dropped(step=s, reason="needs-excluded", detail="waits for what you left out: " + ", ".join(waiting[s.id]))
        for s in steps
        if s.gain and s.id in waiting
    ]
    conflicts = []
    for name, row in said.items():
        here = {other for step, found in behind.items() if out[step] is row for other in found}
        mine = {split_id(name)[0] or name, name}  # who leaves a level out knows that higher ones go with it
        others = [s.id for s in steps if s.gain and s.id in waiting and s.id in here and s.skill not in mine]
        if others:
            what = f"{name} is excluded, and {_listed(others)} cannot come without it"
            remedy = f"exclude {'it' if len(others) == 1 else 'them'} too, or call the skill good enough as it is"
            conflicts.append(Conflict(kind="excluded-need", about=name, what=what, remedy=remedy))
    return tuple(s for s in steps if s.id not in out and s.id not in waiting), dropped, conflicts


def _because(row: Exclusion) -> str:
    return f"left out by you: {row.reason}" if row.reason else "left out by you"


def _listed(names: list[str], most: int = 4) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _tracks(
    where: Situation, steps: tuple[NeededStep, ...], *, with_experience: bool
) -> tuple[tuple[NeededStep, ...], list[Dropped]]:
    """Split the steps: what study can do, and what needs experience at work (or waits for a step that does)."""
    first = where.pack.planning.experience_from_level
    work: set[str] = set()
    if first is not None and not with_experience:
        work = _with_successors(steps, [step.id for step in steps if step.to >= first])
    study = [step for step in steps if step.id not in work]
    useful = _with_predecessors(study, [step.id for step in study if step.gain])
    dropped = [_at_work(step, first or 0, work) for step in steps if step.id in work and step.gain]
    return tuple(step for step in study if step.id in useful), dropped


def _at_work(step: NeededStep, first: int, work: set[str]) -> Dropped:
    if step.to >= first:
        return Dropped(step=step, reason="experience", detail="needs real work on real systems more than study")
    detail = "waits for a step that needs experience: " + ", ".join(name for name in step.needs if name in work)
    return Dropped(step=step, reason="needs-experience", detail=detail)


def _with_successors(steps: Iterable[NeededStep], names: Iterable[str]) -> set[str]:
    """Give the names and all steps that need one of them, directly or not."""
    return _reached(unlocks(steps), names)


def _with_predecessors(steps: Iterable[NeededStep], names: Iterable[str]) -> set[str]:
    """Give the names and all of the steps that they need, directly or not."""
    needs = {step.id: step.needs for step in steps}
    return {name for name in _reached(needs, names) if name in needs}


def _reached(onward: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
    found, rest = set(names), list(names)
    while rest:
        for name in onward.get(rest.pop(), ()):
            if name not in found:
                found.add(name)
                rest.append(name)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unknown:
    """A name in the choices that the pack does not have."""

    kind: Literal["step", "skill", "project"]
    name: str
    remedy: str = ""


def _unknown(where: Situation, levels: Mapping[str, int]) -> list[Conflict]:
    """Name what the choices say of skills, steps and projects that the pack does not have, or of unrated skills."""
    pack, choices = where.pack, where.choices
    steps = [*(row.step for row in choices.pins), *choices.first]
    steps += [row.step for row in choices.exclusions if row.step not in pack.skill_by_id]
    skills = [row.skill for row in choices.good_enough]
    projects = {project.id for project in pack.projects}
    found: list[Conflict | _Unknown | None] = [_unknown_step(where, name) for name in steps]
    found += [_Unknown(kind="skill", name=name) for name in skills if name not in pack.skill_by_id]
    found += [_beyond(row, pack.scale.top) for row in choices.good_enough if row.skill in pack.skill_by_id]
    found += [_unrated(name) for name in skills if name in pack.skill_by_id and name not in levels]
    found += [_Unknown(kind="project", name=name) for name in choices.projects if name not in projects]
    rows = dict.fromkeys(row for row in found if row is not None)
    return [
        _named(row, pack, with_hint=number < _MOST_HINTS) if isinstance(row, _Unknown) else row
        for number, row in enumerate(rows)
    ]


def _unknown_step(where: Situation, name: str) -> _Unknown | None:
    skill, to = split_id(name)
    top = where.pack.scale.top
    if skill not in where.pack.skill_by_id:
        return _Unknown(kind="step", name=name, remedy="a step is a skill's id, a hyphen and a level")
    return None if 1 <= to <= top else _Unknown(kind="step", name=name, remedy=f"levels go from 1 to {top}")


def _named(row: _Unknown, pack: Pack, *, with_hint: bool) -> Conflict:
    """Say that there is no such name, and what was probably meant."""
    name = split_id(row.name)[0] or row.name
    known = [project.id for project in pack.projects] if row.kind == "project" else list(pack.skill_by_id)
    near = hint(name, known) if with_hint and name not in pack.skill_by_id else ""
    remedy = "; ".join(filter(None, (row.remedy, near))) or "take it out"
    return Conflict(kind="unknown-id", about=row.name, what=f"this pack has no {row.kind} {row.name}", remedy=remedy)


def _beyond(row: GoodEnough, top: int) -> Conflict | None:
    if row.level is None or 0 <= row.level <= top:
        return None
    what, remedy = f"level {row.level} of {row.skill} is good enough, and there is no such level", f"write 0 to {top}"
    return Conflict(kind="unknown-id", about=row.skill, what=what, remedy=remedy)


def _unrated(skill: str) -> Conflict:
    what, remedy = f"{skill} is good enough, and not rated", "rate it; then the level can be good enough"
    return Conflict(kind="nothing-to-do", about=skill, what=what, remedy=remedy)
