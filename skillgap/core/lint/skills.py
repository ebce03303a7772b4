"""Areas, skills and the scale: names and ids that can be told apart, nothing idle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from skillgap.core.index import Aliased, Identified
from skillgap.core.lint.anchors import plain
from skillgap.core.lint.lookalikes import looks_of
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack

LOOK_ALIKE = Rule(
    code="SG201",
    title="ids that differ only by case or by look",
    why="rn and m, l and 1 and I, 0 and O look the same in many fonts. Someone will type the other one.",
    remedy="rename one of them and keep the old id in its aliases",
    bad='skills "rag-evaI" and "rag-eval"',
    good='skills "rag-evaluation" and "rag-systems"',
)
SAME_NAME = Rule(
    code="SG202",
    title="two things of a kind with one name",
    why="People see names, not ids: two skills, areas, roles or grades of one name cannot be told apart.",
    remedy="rename one of them, or merge the two",
    bad='skill "sql" named "Databases" and skill "nosql" named "Databases"',
    good='skill "sql" named "SQL" and skill "nosql" named "Document stores"',
)
SAME_LEVEL = Rule(
    code="SG203",
    title="two levels of the scale with one name or meaning",
    why="The name of a level stands beside every rating and in every report.",
    remedy="give each level a name and a meaning of its own",
    bad='levels 2 and 3 named "Working"',
    good='levels 2 and 3 named "Guided" and "Independent"',
)
EMPTY_AREA = Rule(
    code="SG204",
    title="area without skills",
    why="It is shown everywhere and holds nothing: often a skill names another area by mistake.",
    remedy="move a skill into it or take it out",
    bad='[[area]] id = "research", and no skill with area = "research"',
    good="every [[area]] is named by a skill",
)
NOT_REQUIRED = Rule(
    code="SG205",
    title="skill that no role requires",
    why="People are asked to rate it and the answer changes nothing.",
    remedy="add a target to a role or take the skill out",
    bad='[[skill]] id = "fortran", and no role with skill = "fortran" and a required level above 0',
    good='targets = [{ skill = "fortran", required = [0, 1], weight = 1 }]',
)

_Named = tuple[Key, str, str]
"""Key path of something, its id, its owner's id."""


def skills(pack: Pack) -> Iterator[Finding]:
    """Find names, ids, levels and areas that confuse, and skills that nothing asks for."""
    yield from _ids(pack)
    yield from _names(pack)
    yield from _levels(pack)
    used = {skill.area for skill in pack.skills}
    for place, area in enumerate(pack.areas):
        if area.id not in used:
            yield EMPTY_AREA.at(("area", place), f"area {quoted(area.id)} has no skill")
    yield from _required(pack)


def _required(pack: Pack) -> Iterator[Finding]:
    asked = {target.skill for role in pack.roles for target in role.targets if any(target.required)}
    for place, skill in enumerate(pack.skills):
        if asked and skill.id not in asked:
            yield NOT_REQUIRED.at(("skill", place), f"skill {quoted(skill.id)} is required by no role")


def _ids(pack: Pack) -> Iterator[Finding]:
    kinds: tuple[tuple[str, Sequence[Identified]], ...] = (
        ("area", pack.areas),
        ("resource", pack.resources),
        ("project", pack.projects),
    )
    former: tuple[tuple[str, Sequence[Aliased]], ...] = (
        ("skill", pack.skills),
        ("role", pack.roles),
        ("check", pack.checks),
    )
    for kind, items in kinds:
        yield from _alike(kind, [((kind, place, "id"), item.id, item.id) for place, item in enumerate(items)])
    for kind, aliased in former:
        yield from _alike(kind, _with_aliases((kind,), aliased))
    for place, role in enumerate(pack.roles):
        yield from _alike("grade", _with_aliases(("role", place, "grade"), role.grades))


def _with_aliases(key: Key, items: Iterable[Aliased]) -> Iterator[_Named]:
    for place, item in enumerate(items):
        yield (*key, place, "id"), item.id, item.id
        for number, alias in enumerate(item.aliases):
            yield (*key, place, "aliases", number), alias, item.id


def _alike(kind: str, names: Iterable[_Named]) -> Iterator[Finding]:
    seen: dict[str, tuple[str, str]] = {}
    for key, name, owner in names:
        for look in looks_of(name):
            other, other_owner = seen.setdefault(look, (name, owner))
            if owner != other_owner and name != other:
                yield LOOK_ALIKE.at(key, f"{kind} id {quoted(name)} looks like {quoted(other)}")
                break


def _names(pack: Pack) -> Iterator[Finding]:
    yield from _same_name("area", [(("area", n, "title"), a.title) for n, a in enumerate(pack.areas)])
    yield from _same_name("skill", [(("skill", n, "name"), s.name) for n, s in enumerate(pack.skills)])
    yield from _same_name("role", [(("role", n, "name"), r.name) for n, r in enumerate(pack.roles)])
    for place, role in enumerate(pack.roles):
        titles = [(("role", place, "grade", n, "title"), g.title) for n, g in enumerate(role.grades)]
        yield from _same_name("grade", titles)


def _same_name(kind: str, names: Iterable[tuple[Key, str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, name in names:
        first = seen.setdefault(plain(name) or name, name)
        if first is not name and name.strip():
            yield SAME_NAME.at(key, f"two {kind}s are named {quoted(name)}")


def _levels(pack: Pack) -> Iterator[Finding]:
    for field in ("name", "meaning"):
        seen: dict[str, int] = {}
        for place, level in enumerate(pack.scale.levels):
            text = getattr(level, field)
            first = seen.setdefault(plain(text), place)
            if first != place and text.strip():
                key = ("scale", "level", place, field)
                yield SAME_LEVEL.at(key, f"level {place} has the {field} of level {first}: {quoted(text)}")
