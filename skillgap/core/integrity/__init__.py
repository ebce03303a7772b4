"""What must hold in a pack before anything can be computed from it. Every fault is found, each with its place."""

from __future__ import annotations

from skillgap.core.integrity.content import checks, others, steps
from skillgap.core.integrity.fault import Fault, Key, Names
from skillgap.core.integrity.head import head, scale, settings
from skillgap.core.integrity.identity import ids
from skillgap.core.integrity.roles import roles
from skillgap.core.integrity.skills import cycles, skills
from skillgap.core.rubric import Pack

__all__ = ["Fault", "Key", "faults"]


def faults(pack: Pack) -> tuple[Fault, ...]:
    """List everything that is wrong with the structure of a pack, in the order of its parts.

    With a broken scale the parts that count levels are left for the next try.
    """
    names = Names(pack)
    found = [*head(names), *ids(pack)]
    if broken := list(scale(pack)):
        return (*found, *broken)
    parts = (settings, skills, cycles, roles, steps, checks, others)
    return (*found, *(fault for part in parts for fault in part(names)))
