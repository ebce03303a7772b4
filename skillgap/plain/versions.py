"""The differences between two versions of a pack, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skillgap.core.assessment import Assessment
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.core.versions import Changes, Retargeted


def change_lines(old: Pack, new: Pack, changes: Changes) -> Iterator[str]:
    """Give what changed from `old` to `new`; says so when nothing did."""
    yield f"{shown(old.id)} {shown(old.version)} -> {shown(new.id)} {shown(new.version)}"
    if changes.is_empty:
        yield "No difference that matters to answers or results."
    if changes.scale_changed:
        yield "The levels of the scale are others: look at every answer again."
    yield from _named("skill added", changes.added)
    yield from _named("skill removed", changes.removed)
    yield from (f"skill renamed: {shown(item.old)} -> {shown(item.new)}" for item in changes.renamed)
    for item in changes.reanchored:
        levels = ", ".join(map(str, item.levels))
        yield f"skill re-anchored: {shown(item.skill)}, level {levels}; please look again at the answer"
    yield from _named("role added", changes.roles_added)
    yield from _named("role removed", changes.roles_removed)
    yield from (f"role renamed: {shown(item.old)} -> {shown(item.new)}" for item in changes.roles_renamed)
    yield from map(_target, changes.retargeted)


def _named(what: str, names: Sequence[str]) -> Iterator[str]:
    return (f"{what}: {shown(name)}" for name in names)


def _target(item: Retargeted) -> str:
    return f"target changed: {shown(item.role)}, {shown(item.skill)}: {_figures(item.old)} -> {_figures(item.new)}"


def _figures(figures: tuple[float, ...]) -> str:
    """Required levels, must-have floors where there are any, and the weight."""
    if not figures:
        return "not asked"
    grades = len(figures) // 2
    levels, floors = figures[:grades], figures[grades:-1]
    must = f", floor {'/'.join(f'{floor:g}' for floor in floors)}" if any(floors) else ""
    return f"{'/'.join(f'{level:g}' for level in levels)}{must}, weight {figures[-1]:g}"


def renamed_lines(before: Assessment, after: Assessment) -> Iterator[str]:
    """Say under which ids answers were carried over, given the assessment as written and as carried over."""
    pairs = zip(before.answers, after.answers, strict=True)
    yield from (f"{shown(old.skill)} is {shown(new.skill)} now" for old, new in pairs if old.skill != new.skill)
    if before.target and after.target:
        for kind in ("role", "grade"):
            old, new = getattr(before.target, kind), getattr(after.target, kind)
            if old != new:
                yield f"{kind} {shown(old)} is {shown(new)} now"
