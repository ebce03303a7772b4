"""Two versions of a framework: what was added, removed, renamed, re-anchored and re-targeted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from skillgap.core.index import Identified
from skillgap.core.rubric import Pack, Role, Skill, Target
from skillgap.core.values import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """Something that goes by another id now."""

    __pydantic_config__ = STRICT
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanchored:
    """A skill whose anchors for some levels say something else now."""

    __pydantic_config__ = STRICT
    skill: str
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retargeted:
    """A skill of a role whose required levels, weight or must-have floors changed; absent is ()."""

    __pydantic_config__ = STRICT
    role: str
    skill: str
    old: tuple[float, ...]
    """Required levels, then floors, then the weight."""
    new: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different between two versions, each list in the order of the pack that it is taken from."""

    __pydantic_config__ = STRICT
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    reanchored: tuple[Reanchored, ...]
    roles_added: tuple[str, ...]
    roles_removed: tuple[str, ...]
    roles_renamed: tuple[Renamed, ...]
    retargeted: tuple[Retargeted, ...]
    scale_changed: bool

    @property
    def is_empty(self) -> bool:
        """Nothing that a person's result depends on is different."""
        return not (
            self.added
            or self.removed
            or self.renamed
            or self.reanchored
            or self.roles_added
            or self.roles_removed
            or self.roles_renamed
            or self.retargeted
            or self.scale_changed
        )


def compare(old: Pack, new: Pack) -> Changes:
    """List the differences that matter to answers and results."""
    skill_now = _now(old.skills, new.skill_by_id, new.skill_alias)
    role_now = _now(old.roles, new.role_by_id, new.role_alias)
    return Changes(
        added=_missing(new.skills, skill_now.values()),
        removed=_missing(old.skills, skill_now),
        renamed=_renamed(skill_now),
        reanchored=tuple(_reanchored(old, new, skill_now)),
        roles_added=_missing(new.roles, role_now.values()),
        roles_removed=_missing(old.roles, role_now),
        roles_renamed=_renamed(role_now),
        retargeted=tuple(_retargeted(old, new, skill_now, role_now)),
        scale_changed=[level.name for level in old.scale.levels] != [level.name for level in new.scale.levels],
    )


_Item = TypeVar("_Item", Skill, Role)


def _now(items: Iterable[_Item], present: Mapping[str, _Item], alias: Mapping[str, str]) -> dict[str, str]:
    """The present id for each old item that still exists."""
    found = {item.id: present[item.id].id if item.id in present else alias.get(item.id) for item in items}
    return {old: new for old, new in found.items() if new is not None}


def _missing(items: Iterable[Identified], known: Iterable[str]) -> tuple[str, ...]:
    known = set(known)
    return tuple(item.id for item in items if item.id not in known)


def _renamed(now: Mapping[str, str]) -> tuple[Renamed, ...]:
    return tuple(Renamed(old=old, new=new) for old, new in now.items() if old != new)


def _reanchored(old: Pack, new: Pack, now: Mapping[str, str]) -> Iterable[Reanchored]:
    for before_id, after_id in now.items():
        before, after = old.skill_by_id[before_id].anchors, new.skill_by_id[after_id].anchors
        most = max(len(before), len(after))
        levels = tuple(level for level in range(most) if before[level : level + 1] != after[level : level + 1])
        if levels:
            yield Reanchored(skill=after_id, levels=levels)


def _retargeted(
    old: Pack, new: Pack, skill_now: Mapping[str, str], role_now: Mapping[str, str]
) -> Iterable[Retargeted]:
    for before_id, after_id in role_now.items():
        before = {skill_now.get(t.skill, t.skill): t for t in old.role_by_id[before_id].targets}
        after = {t.skill: t for t in new.role_by_id[after_id].targets}
        for skill in dict.fromkeys((*before, *after)):
            one, two = _figures(before.get(skill)), _figures(after.get(skill))
            if one != two:
                yield Retargeted(role=after_id, skill=skill, old=one, new=two)


def _figures(target: Target | None) -> tuple[float, ...]:
    if target is None:
        return ()
    floors = target.floor or (0,) * len(target.required)
    return (*target.required, *floors, target.weight)
