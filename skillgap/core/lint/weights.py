"""Weights: different where things matter differently, and none that decides alone."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack, Role, Target

EQUAL = Rule(
    code="SG409",
    title="weights all equal",
    why="Then a footnote of the job counts as much as its core, and the order of the gaps says nothing.",
    remedy="weigh what matters most with 5 and footnotes with 1",
    bad="weight = 1 for every target of a role",
    good="weight = 5 for the core of the job, 3 for what it uses daily, 1 for the rest",
)
DOMINANT = Rule(
    code="SG410",
    title="one weight above half of the total",
    why="The readiness of the role is then the rating of a single skill.",
    remedy="lower it, or split the skill",
    bad="weights 20, 3, 3, 2",
    good="weights 5, 3, 3, 2",
)
_FEWEST = 3
"""Of two targets one nearly always weighs half."""


def weights(pack: Pack) -> Iterator[Finding]:
    """Find roles whose weights do no work."""
    flat = [role for role in pack.roles if _is_flat(role)]
    everywhere = len(flat) > 1 and len(flat) == len(pack.roles) and len({_asked(r)[0].weight for r in flat}) == 1
    for place, role in enumerate(pack.roles):
        asked = _asked(role)
        key: Key = ("role", place, "targets")
        if role in flat and (not everywhere or place == 0):
            whose = "every role" if everywhere else f"role {quoted(role.id)}"
            yield EQUAL.at(key, f"all weights of {whose} are {asked[0].weight:g}")
        yield from _dominant(role, key)


def _asked(role: Role) -> list[Target]:
    return [target for target in role.targets if any(target.required)]


def _is_flat(role: Role) -> bool:
    asked = _asked(role)
    return len(asked) >= _FEWEST and len({target.weight for target in asked}) == 1


def _dominant(role: Role, key: Key) -> Iterator[Finding]:
    """One finding for each target that outweighs all others of a grade together."""
    said: set[str] = set()
    for grade, named in enumerate(role.grades):
        asked = [(number, t) for number, t in enumerate(role.targets) if t.required[grade]]
        if len(asked) < _FEWEST:
            continue
        total = sum(target.weight for _, target in asked)
        number, heaviest = max(asked, key=lambda pair: pair[1].weight)
        if 2 * heaviest.weight > total and heaviest.skill not in said:
            said.add(heaviest.skill)
            share = 100 * heaviest.weight / total
            what = f"{quoted(heaviest.skill)} has {share:.0f} % of the weight at grade {quoted(named.id)}"
            yield DOMINANT.at((*key, number, "weight"), what)
