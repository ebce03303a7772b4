"""The differences between two versions of a pack, and what they mean for answers, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from skillgap.core.assessment import Assessment
from skillgap.core.migration import Fate
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.core.versions import Changes, Figures, Reanchored, Rechecked, Regraded, Renamed, Retargeted
from skillgap.plain.wrapping import wrapped

_LONGEST = 1000


def change_lines(old: Pack, new: Pack, changes: Changes, width: int) -> Iterator[str]:
    """Give what changed from `old` to `new`, one difference to a line; says so when nothing did."""
    yield f"{shown(old.id)} {shown(old.version)} -> {shown(new.id)} {shown(new.version)}"
    if old.id != new.id:
        yield f"These are two packs: answers to {shown(old.id)} are not looked for in {shown(new.id)}."
    if changes.is_empty:
        yield "No difference that matters to answers or results."
    elif old.id == new.id and old.version == new.version:
        yield f'Both call themselves version "{shown(new.version)}": give the new one its own.'
    if changes.old_levels or changes.new_levels:
        yield f"scale changed: {_names(changes.old_levels)} -> {_names(changes.new_levels)}; look at every answer again"
    yield from _skills(changes, width)
    yield from _named("role added", changes.roles_added)
    yield from _named("role removed", changes.roles_removed)
    yield from _pairs("role renamed", changes.roles_renamed)
    yield from (line for role in changes.regraded for line in _grades(role))
    yield from map(_target, changes.retargeted)
    yield from _named("check added", changes.checks_added)
    yield from _named("check removed", changes.checks_removed)
    yield from _pairs("check renamed", changes.checks_renamed)
    yield from map(_check, changes.rechecked)


def _skills(changes: Changes, width: int) -> Iterator[str]:
    yield from _named("skill added", changes.added)
    yield from _named("skill removed", changes.removed)
    yield from _pairs("skill renamed", changes.renamed)
    for pair in changes.maybe_renamed:
        one, other = shown(pair.old), shown(pair.new)
        yield f'skill renamed? {one} -> {other}; if so, write aliases = ["{one}"] in {other}, and its answers stay'
    yield from (line for item in changes.reanchored for line in _anchors(item, width))


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    return (f"{what}: {shown(name)}" for name in names)


def _pairs(what: str, pairs: Iterable[Renamed]) -> Iterator[str]:
    return (f"{what}: {shown(pair.old)} -> {shown(pair.new)}" for pair in pairs)


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(shown, names))


def _anchors(item: Reanchored, width: int) -> Iterator[str]:
    levels = ", ".join(str(change.level) for change in item.anchors)
    word = "level" if len(item.anchors) == 1 else "levels"
    yield f"skill re-anchored: {shown(item.skill)}, {word} {levels}; please look again at its answers"
    for change in item.anchors:
        yield from wrapped(shown(change.old, limit=_LONGEST) or "(nothing)", width, f"  {change.level} was: ")
        yield from wrapped(shown(change.new, limit=_LONGEST) or "(nothing)", width, "    now: ")


def _grades(item: Regraded) -> Iterator[str]:
    role = shown(item.role)
    yield from _named(f"grade added to {role}", item.added)
    yield from _named(f"grade removed from {role}", item.removed)
    yield from _pairs(f"grade of {role} renamed", item.renamed)


def _target(item: Retargeted) -> str:
    """What changed of one target, and nothing else of it."""
    head = f"target changed: {shown(item.role)}, {shown(item.skill)}: "
    if item.old is None or item.new is None:
        return head + f"{_whole(item.old, item.grades)} -> {_whole(item.new, item.grades)}"
    parts = [
        f"{shown(grade)} {one} -> {other}"
        for grade, one, other in zip(item.grades, _cells(item.old), _cells(item.new), strict=True)
        if one != other
    ]
    if item.old.weight != item.new.weight:
        parts.append(f"weight {item.old.weight:g} -> {item.new.weight:g}")
    return head + ", ".join(parts)


def _whole(figures: Figures | None, grades: Sequence[str]) -> str:
    if figures is None:
        return "not asked"
    cells = [f"{shown(grade)} {cell}" for grade, cell in zip(grades, _cells(figures), strict=True)]
    return ", ".join([*cells, f"weight {figures.weight:g}"])


def _cells(figures: Figures) -> list[str]:
    """Required level and must-have floor, grade by grade."""
    pairs = zip(figures.required, figures.floor, strict=True)
    return [f"{need} (must-have from {floor})" if floor else f"{need}" for need, floor in pairs]


def _check(item: Rechecked) -> str:
    if item.question:
        what = "the question; earlier responses no longer count"
    else:
        parts = ["another option is right"] if item.answer else []
        if item.lost:
            numbers = ", ".join(map(str, item.lost))
            parts.append(
                f"option {numbers} is gone, and responses to it no longer count (or name it in option_aliases)"
            )
        what = "; ".join(parts)
    return f"check changed: {shown(item.check)}: {what}"


def fate_lines(name: str, found: Fate, new: Pack) -> Iterator[str]:
    """Say what becomes of the answers in a file."""
    yield ""
    yield f"{shown(name)} with {shown(new.id)} {shown(new.version)}:"
    yield f"  carried over: {len(found.carried)}"
    for what, names in (
        ("please look again, the anchors have changed", found.look_again),
        ("kept, but not counted, for want of such a skill", found.unmatched),
        ("not answered", found.unanswered),
    ):
        if names:
            yield f"  {what}: {_names(names)}"


def renamed_lines(before: Assessment, after: Assessment) -> Iterator[str]:
    """Say under which ids answers were carried over, given the assessment as written and as carried over."""
    pairs = zip(before.answers, after.answers, strict=True)
    yield from (f"{shown(old.skill)} is {shown(new.skill)} now" for old, new in pairs if old.skill != new.skill)
    if before.target and after.target:
        for kind in ("role", "grade"):
            old, new = getattr(before.target, kind), getattr(after.target, kind)
            if old != new:
                yield f"{kind} {shown(old)} is {shown(new)} now"
