"""Skills: their area, their anchors, and prerequisites that do not go in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.integrity.fault import Fault, Key, Names, in_scale
from skillgap.core.rubric import Pack, Prerequisite, Skill
from skillgap.core.steps import step_id


def skills(names: Names) -> Iterator[Fault]:
    """Find faults of skills, circles apart."""
    pack = names.pack
    for place, skill in enumerate(pack.skills):
        key: Key = ("skill", place)
        yield from names.known((*key, "area"), "area", skill.area, pack.area_by_id)
        yield from _anchors(pack, skill, key)
        for number, needed in enumerate(skill.prerequisites):
            yield from _prerequisite(names, needed, (*key, "prerequisites", number))


def _anchors(pack: Pack, skill: Skill, key: Key) -> Iterator[Fault]:
    wanted, found = len(pack.scale.levels), len(skill.anchors)
    if found != wanted:
        yield Fault(
            code="SG011",
            key=(*key, "anchors"),
            what=f'skill "{skill.id}" has {found} anchors, the scale has {wanted} levels (0 to {wanted - 1})',
            remedy="write one anchor for every level, level 0 first",
        )
    for level, text in enumerate(skill.anchors):
        if not text.strip():
            yield Fault(
                code="SG012",
                key=(*key, "anchors", level),
                what=f'skill "{skill.id}" has an empty anchor for level {level}',
                remedy="say what a person at this level does",
            )


def _prerequisite(names: Names, needed: Prerequisite, key: Key) -> Iterator[Fault]:
    yield from names.skill((*key, "skill"), needed.skill)
    yield from in_scale((*key, "level"), names.pack, needed.level, 1)
    yield from in_scale((*key, "at"), names.pack, needed.at, 1)


def cycles(names: Names) -> Iterator[Fault]:
    """Find steps that wait for themselves: each step needs the step below it and its prerequisites."""
    pack = names.pack
    needs: dict[str, list[str]] = {}
    place_of = {skill.id: place for place, skill in enumerate(pack.skills)}
    for skill in pack.skills:
        for to in range(1, pack.scale.top + 1):
            before = [step_id(n.skill, n.level) for n in skill.prerequisites if n.at == to and n.skill in place_of]
            needs[step_id(skill.id, to)] = [*before, *([step_id(skill.id, to - 1)] if to > 1 else [])]
    cycle = _find_cycle(needs)
    if cycle:
        place = next((place_of[n.rpartition("-")[0]] for n in cycle if n.rpartition("-")[0] in place_of), 0)
        yield Fault(
            code="SG013",
            key=("skill", place, "prerequisites"),
            what="prerequisites go in a circle: " + " needs ".join([*cycle, cycle[0]]),
            remedy="take one of them out",
        )


def _find_cycle(needs: dict[str, list[str]]) -> list[str]:
    """Walk depth first without recursion; give the first circle met."""
    done: set[str] = set()
    for start in needs:
        trail: list[str] = []
        on_trail: set[str] = set()
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                done.add(name)
                on_trail.discard(trail.pop())
            elif name in on_trail:
                return trail[trail.index(name) :]
            elif name not in done:
                trail.append(name)
                on_trail.add(name)
                stack.append((name, True))
                stack += [(other, False) for other in needs.get(name, ())]
    return []
