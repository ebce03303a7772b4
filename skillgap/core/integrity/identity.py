"""Ids: fit to be one, each given once, former ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from skillgap.core.index import Aliased, Identified
from skillgap.core.integrity.fault import Fault, Key
from skillgap.core.names import is_id
from skillgap.core.rubric import Pack


def ids(pack: Pack) -> Iterator[Fault]:
    """Find ids that cannot be one, and ids and aliases given twice."""
    kinds: tuple[tuple[str, Sequence[Identified]], ...] = (
        ("area", pack.areas),
        ("skill", pack.skills),
        ("role", pack.roles),
        ("check", pack.checks),
        ("resource", pack.resources),
        ("project", pack.projects),
    )
    for kind, items in kinds:
        yield from _unique((kind,), kind, [item.id for item in items])
    for place, role in enumerate(pack.roles):
        yield from _unique(("role", place, "grade"), "grade", [grade.id for grade in role.grades])
        yield from _aliases(("role", place, "grade"), role.grades)
    for kind, named in (("skill", pack.skills), ("role", pack.roles), ("check", pack.checks)):
        yield from _aliases((kind,), named)


def bad_id(key: Key, name: str) -> Fault:
    """Say that a name cannot be an id."""
    return Fault(
        code="SG004",
        key=key,
        what=f'"{name[:80]}" cannot be an id',
        remedy="use letters a-z, digits, hyphens; 80 characters at most",
    )


def _aliases(kind: Key, items: Sequence[Aliased]) -> Iterator[Fault]:
    taken = {item.id for item in items}
    for place, item in enumerate(items):
        for number, alias in enumerate(item.aliases):
            if alias in taken:
                yield Fault(
                    code="SG006",
                    key=(*kind, place, "aliases", number),
                    what=f'"{alias}" is an id or alias already',
                    remedy="give each former id once",
                )
            taken.add(alias)


def _unique(key: Key, kind: str, names: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if not is_id(name):
            yield bad_id((*key, place, "id"), name)
        elif name in seen:
            what = f'{kind} "{name}" stands twice'
            yield Fault(code="SG005", key=(*key, place, "id"), what=what, remedy="give each its own id")
        seen.add(name)
