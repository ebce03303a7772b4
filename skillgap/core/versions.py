"""Two versions of a framework: what was added, removed, renamed, re-anchored and re-targeted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from skillgap.core.curriculum import Check
from skillgap.core.index import Aliased, Identified, by_id, present_ids
from skillgap.core.records import dataclass
from skillgap.core.rubric import Grade, Pack, Role, Skill, Target
from skillgap.core.values import STRICT
from skillgap.core.wording import plain, wording

COMMON = 20
"""An anchor that more skills than this share says nothing about which of them is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """Something that goes by another id now."""

    __pydantic_config__ = STRICT
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorChange:
    """What a level of a skill said and says; empty where the version has no such level."""

    __pydantic_config__ = STRICT
    level: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanchored:
    """A skill whose anchors for some levels say something else now."""

    __pydantic_config__ = STRICT
    skill: str
    anchors: tuple[AnchorChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a role asks of a skill: required levels and must-have floors by grade, and the weight."""

    __pydantic_config__ = STRICT
    required: tuple[int, ...]
    floor: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retargeted:
    """A skill of a role whose required levels, must-have floors or weight changed; None is not asked."""

    __pydantic_config__ = STRICT
    role: str
    skill: str
    grades: tuple[str, ...]
    """The grades that both versions have, which the figures are for."""
    old: Figures | None
    new: Figures | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regraded:
    """A role whose grades are others now."""

    __pydantic_config__ = STRICT
    role: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[Renamed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked:
    """A check that asks or offers something else now. Responses to what has changed no longer count."""

    __pydantic_config__ = STRICT
    check: str
    question: bool
    """The question has changed, so that no response to it counts."""
    answer: bool
    """Another option is right now."""
    lost: tuple[int, ...]
    """Old options, counted from 1, that are no present option by text or by `option_aliases`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different between two versions, each list in the order of the pack that it is taken from."""

    __pydantic_config__ = STRICT
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    maybe_renamed: tuple[Renamed, ...] = ()
    """Removed and added skills that share their name or half of their anchors, with no alias between them."""
    reanchored: tuple[Reanchored, ...] = ()
    roles_added: tuple[str, ...] = ()
    roles_removed: tuple[str, ...] = ()
    roles_renamed: tuple[Renamed, ...] = ()
    regraded: tuple[Regraded, ...] = ()
    retargeted: tuple[Retargeted, ...] = ()
    checks_added: tuple[str, ...] = ()
    checks_removed: tuple[str, ...] = ()
    checks_renamed: tuple[Renamed, ...] = ()
    rechecked: tuple[Rechecked, ...] = ()
    old_levels: tuple[str, ...] = ()
    """Names of the levels, when the scale has changed."""
    new_levels: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing that a person's answers or results depend on is different."""
        return self == Changes()


def compare(old: Pack, new: Pack) -> Changes:
    """List the differences that matter to answers and results."""
    skills, roles, checks = (_kept(old.skills, new.skills), _kept(old.roles, new.roles), _kept(old.checks, new.checks))
    names = [tuple(level.name for level in pack.scale.levels) for pack in (old, new)]
    before, after = names if names[0] != names[1] else ((), ())
    added, removed = _others(new.skills, skills.values()), _others(old.skills, skills)
    return Changes(
        added=_ids(added),
        removed=_ids(removed),
        renamed=_renamed(skills),
        maybe_renamed=tuple(_alike(removed, added)),
        reanchored=tuple(_reanchored(old, new, skills)),
        roles_added=_ids(_others(new.roles, roles.values())),
        roles_removed=_ids(_others(old.roles, roles)),
        roles_renamed=_renamed(roles),
        regraded=tuple(_regraded(old, new, roles)),
        retargeted=tuple(_retargeted(old, new, skills, roles)),
        checks_added=_ids(_others(new.checks, checks.values())),
        checks_removed=_ids(_others(old.checks, checks)),
        checks_renamed=_renamed(checks),
        rechecked=tuple(_rechecked(old, new, checks)),
        old_levels=before,
        new_levels=after,
    )


_Item = TypeVar("_Item", bound=Identified)


def _kept(old: Iterable[Identified], new: Sequence[Aliased]) -> dict[str, str]:
    """The present id for each old item that still exists."""
    now = present_ids(new)
    return {item.id: now[item.id] for item in old if item.id in now}


def _others(items: Iterable[_Item], known: Iterable[str]) -> list[_Item]:
    known = set(known)
    return [item for item in items if item.id not in known]


def _ids(items: Iterable[Identified]) -> tuple[str, ...]:
    return tuple(item.id for item in items)


def _renamed(now: Mapping[str, str]) -> tuple[Renamed, ...]:
    return tuple(Renamed(old=old, new=new) for old, new in now.items() if old != new)


def _alike(removed: Iterable[Skill], added: Iterable[Skill]) -> Iterator[Renamed]:
    """Pairs that an author may have meant as a rename: the same name, else at least half of the anchors."""
    names: dict[str, str] = {}
    holders: dict[str, set[str]] = {}
    for skill in added:
        names.setdefault(plain(skill.name).casefold(), skill.id)
        for anchor in skill.anchors:
            holders.setdefault(plain(anchor), set()).add(skill.id)
    for skill in removed:
        telling = [holders[text] for text in set(map(plain, skill.anchors)) if 0 < len(holders.get(text, ())) <= COMMON]
        shared = Counter(other for group in telling for other in group)
        closest, count = max(shared.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
        guess = closest if 2 * count >= len(skill.anchors) else names.get(plain(skill.name).casefold())
        if guess:
            yield Renamed(old=skill.id, new=guess)


def _reanchored(old: Pack, new: Pack, now: Mapping[str, str]) -> Iterator[Reanchored]:
    for before_id, after_id in now.items():
        before, after = old.skill_by_id[before_id].anchors, new.skill_by_id[after_id].anchors
        most = max(len(before), len(after))
        pairs = zip(*(texts + ("",) * (most - len(texts)) for texts in (before, after)), strict=True)
        changes = tuple(
            AnchorChange(level=level, old=was, new=says)
            for level, (was, says) in enumerate(pairs)
            if plain(was) != plain(says)
        )
        if changes:
            yield Reanchored(skill=after_id, anchors=changes)


def _pairs(old: Pack, new: Pack, now: Mapping[str, str]) -> Iterator[tuple[Role, Role]]:
    return ((old.role_by_id[before], new.role_by_id[after]) for before, after in now.items())


def _regraded(old: Pack, new: Pack, now: Mapping[str, str]) -> Iterator[Regraded]:
    for before, after in _pairs(old, new, now):
        grades = _kept(before.grades, after.grades)
        changed = Regraded(
            role=after.id,
            added=_ids(_others(after.grades, grades.values())),
            removed=_ids(_others(before.grades, grades)),
            renamed=_renamed(grades),
        )
        if changed.added or changed.removed or changed.renamed:
            yield changed


def _retargeted(old: Pack, new: Pack, skills: Mapping[str, str], roles: Mapping[str, str]) -> Iterator[Retargeted]:
    for before, after in _pairs(old, new, roles):
        grades = _kept(before.grades, after.grades)
        was = {skills.get(t.skill, t.skill): _figures(t, before.grades, grades) for t in before.targets}
        says = {t.skill: _figures(t, after.grades, grades.values()) for t in after.targets}
        for skill in dict.fromkeys((*was, *says)):
            one, two = was.get(skill), says.get(skill)
            if one != two:
                common = tuple(grades.values())
                yield Retargeted(role=after.id, skill=skill, grades=common, old=one, new=two)


def _figures(target: Target, grades: Sequence[Grade], wanted: Iterable[str]) -> Figures:
    """The figures of a target for some grades, in the order in which these are wanted."""
    place = {grade.id: number for number, grade in enumerate(grades)}
    floors = target.floor or (0,) * len(target.required)
    places = [place[name] for name in wanted]
    return Figures(
        required=tuple(target.required[n] for n in places),
        floor=tuple(floors[n] for n in places),
        weight=target.weight,
    )


def _rechecked(old: Pack, new: Pack, now: Mapping[str, str]) -> Iterator[Rechecked]:
    checks = by_id(old.checks), by_id(new.checks)
    for before, after in ((checks[0][one], checks[1][other]) for one, other in now.items()):
        present = {wording(text): number for number, text in enumerate(after.options, 1)}
        present |= {wording(former.was): former.option for former in after.option_aliases}
        places = [present.get(wording(text)) for text in before.options]
        changed = Rechecked(
            check=after.id,
            question=plain(before.question) != plain(after.question),
            answer=_has_other_answer(before, after, places),
            lost=tuple(number for number, place in enumerate(places, 1) if place is None),
        )
        if changed.question or changed.answer or changed.lost:
            yield changed


def _has_other_answer(before: Check, after: Check, places: Sequence[int | None]) -> bool:
    right = places[before.answer - 1]
    return right is not None and right != after.answer
