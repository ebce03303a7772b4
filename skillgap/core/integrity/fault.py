"""A fault of a pack's structure, and the checks that several parts share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from skillgap.core.names import hint, quoted
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack

Key = tuple[str | int, ...]
_MOST_HINTS = 200
"""To look for the nearest name takes a comparison with each; a pack of wrong names must not take minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault at a key path of the file, such as ("skill", 3, "area")."""

    key: Key
    what: str
    remedy: str
    code: str = field(default="", compare=False)
    """The rule that it breaks, described by `skillgap.core.lint.structure`."""


class Names:
    """The names of one pack, to tell what an unknown one was meant to be."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._hints: dict[tuple[str, str], str] = {}

    def skill(self, key: Key, name: str) -> Iterator[Fault]:
        """Find a reference to a skill that does not exist."""
        return self.known(key, "skill", name, self.pack.skill_by_id, self.pack.skill_alias)

    def role(self, key: Key, name: str) -> Iterator[Fault]:
        """Find a reference to a role that does not exist."""
        return self.known(key, "role", name, self.pack.role_by_id, self.pack.role_alias)

    def known(
        self, key: Key, kind: str, name: str, known: Collection[str], present: Mapping[str, str] | None = None
    ) -> Iterator[Fault]:
        """Find a reference to what is not among `known`; `present` gives present ids for former ones."""
        if name in known:
            return
        if present and name in present:
            what = f"{quoted(name[:80])} is a former id of the {kind}"
            yield Fault(code="SG007", key=key, what=what, remedy=f"write {quoted(present[name])}")
        else:
            remedy = self._hint(kind, name, known)
            yield Fault(code="SG007", key=key, what=f'unknown {kind} "{name[:80]}"', remedy=remedy)

    def _hint(self, kind: str, name: str, known: Collection[str]) -> str:
        if (kind, name) not in self._hints and len(self._hints) < _MOST_HINTS:
            self._hints[kind, name] = hint(name, known)
        return self._hints.get((kind, name), "")


def in_scale(key: Key, pack: Pack, level: int, lowest: int = 0) -> Iterator[Fault]:
    """Find a level that the scale does not have."""
    if not lowest <= level <= pack.scale.top:
        yield Fault(
            code="SG008",
            key=key,
            what=f"level {level} is outside the scale",
            remedy=f"write a level from {lowest} to {pack.scale.top}",
        )


def plannable(key: Key, hours: float) -> Iterator[Fault]:
    """Find hours that no plan can hold."""
    if not 0 < hours <= 10_000 or hours * 2 != int(hours * 2):
        yield Fault(
            code="SG018",
            key=key,
            what=f"{hours:g} hours cannot be planned",
            remedy="write hours above 0 in steps of a half",
        )
