"""Findings about the meaning of a pack: what loads and would still mislead the people who use it.

Each topic is a module with its rules and a function from a pack to findings. `RULES` is the one list of all rules,
structure included; the page docs/lint.md is made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from skillgap.core.lint import (
    anchors,
    checks,
    counts,
    foils,
    ignoring,
    prerequisites,
    projects,
    resources,
    roles,
    skills,
    steps,
    structure,
    texts,
    weights,
    wording,
)
from skillgap.core.lint.rule import Finding, Key, Rule, Severity
from skillgap.core.lint.walking import texts_of
from skillgap.core.rubric import Pack

__all__ = ["RULES", "TOPICS", "Finding", "Key", "Rule", "Severity", "findings"]

TOPICS = {
    "Structure": structure.STRUCTURE,
    "Anchors": (
        anchors.PLACEHOLDER,
        anchors.REPEATED,
        wording.SAME_BUT_DEGREE,
        wording.NO_VERB,
        wording.STATE_OF_MIND,
        wording.VAGUE,
        anchors.TOO_LONG,
        anchors.SHARED,
        anchors.NEGATIVE,
    ),
    "Skills, areas and the scale": (
        skills.LOOK_ALIKE,
        skills.SAME_NAME,
        skills.SAME_LEVEL,
        skills.EMPTY_AREA,
        skills.NOT_REQUIRED,
    ),
    "Prerequisites": (
        prerequisites.ABOVE_STEP,
        prerequisites.ITSELF,
        prerequisites.IMPLIED,
        prerequisites.ROLE_ASKS_LESS,
    ),
    "Roles": (
        roles.FALLING,
        roles.FLOOR_FALLING,
        roles.MANY_MUST_HAVES,
        roles.ASKS_NOTHING,
        roles.IDLE_TARGET,
        roles.SAME_GRADE,
        roles.SAME_ROLE,
        roles.PAY,
        weights.EQUAL,
        weights.DOMINANT,
    ),
    "Steps": (
        steps.NO_EXIT,
        steps.NO_RESOURCE,
        steps.HOURS_FALL,
        steps.GAP,
        steps.UNREACHED,
        steps.LONG_READING,
    ),
    "Resources, projects and the path": (
        resources.UNUSED,
        resources.ADDRESS,
        resources.SAME_ADDRESS,
        projects.ORDER,
        projects.OPEN_END,
        projects.PATH_ORDER,
        projects.PATH_SHORT,
        projects.PATH_PROJECT,
    ),
    "Checks and foils": (
        checks.SAME_OPTION,
        checks.LONGEST_RIGHT,
        checks.UNEVEN,
        checks.STANDS_OUT,
        checks.SAME_QUESTION,
        checks.UNEXPLAINED,
        checks.ALL_OF_THEM,
        checks.DIFFICULTY,
        foils.REAL,
        foils.TWICE,
        checks.BY_PLACE,
    ),
    "Texts": (
        texts.HIDDEN,
        texts.MARKUP,
        texts.TWO_SCRIPTS,
        counts.MISCOUNT,
        texts.UNFINISHED,
        texts.BLANK,
    ),
    "Ignore comments": (ignoring.UNKNOWN_CODE, ignoring.IDLE_IGNORE),
}
"""All rules by topic, each topic in the order of codes."""

RULES = {rule.code: rule for rules in TOPICS.values() for rule in rules}
"""All rules by code."""

_PARTS: tuple[Callable[[Pack], Iterator[Finding]], ...] = (
    anchors.anchors,
    wording.wording,
    skills.skills,
    prerequisites.prerequisites,
    roles.roles,
    weights.weights,
    steps.steps,
    resources.resources,
    projects.projects,
    checks.checks,
    texts.blanks,
    counts.counts,
)


def findings(pack: Pack) -> Iterator[Finding]:
    """Find what breaks a rule about meaning in a pack without structure faults, in the order of the rules.

    Time grows linearly with the pack.
    """
    for part in _PARTS:
        yield from part(pack)
    found = texts_of(pack)
    yield from texts.texts(found)
    yield from foils.foils(pack, found)
