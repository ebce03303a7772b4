"""Things with an id, found by it or by a former one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """A stable name, unique among its kind."""
        ...


class Aliased(Identified, Protocol):
    """Anything with an id that may have had others."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Former ids."""
        ...


_Item = TypeVar("_Item", bound=Identified)


def by_id(items: Iterable[_Item]) -> dict[str, _Item]:
    """Index items by id, keeping their order; of two with one id the first stays."""
    index: dict[str, _Item] = {}
    for item in items:
        index.setdefault(item.id, item)
    return index


def present_ids(items: Iterable[Aliased]) -> dict[str, str]:
    """Give the present id for every id, former or present; where one is both, it is the present one."""
    items = tuple(items)
    names = {item.id: item.id for item in items}
    for item in items:
        for alias in item.aliases:
            names.setdefault(alias, item.id)
    return names
