"""Counts in the pack's own prose that should match what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from skillgap.core.lint.english.numbers import NUMBER, value_of
from skillgap.core.lint.rule import Finding, Key, Rule, quoted
from skillgap.core.rubric import Pack

MISCOUNT = Rule(
    code="SG804",
    title="count in the pack's prose that does not match",
    why='"48 skills" is true when it is written; then a skill is added and the first sentence of the pack is wrong.',
    remedy="correct the number or leave it out",
    bad='summary = "48 skills for four roles", and the pack holds 47 skills',
    good='summary = "47 skills for four roles"',
)
Counts = tuple[int, ...]
"""The numbers that a count may rightly be, the plain one first."""
_NOUNS = {
    "skill": "skill",
    "competency": "skill",
    "competence": "skill",
    "role": "role",
    "job role": "role",
    "area": "area",
    "skill area": "area",
    "category": "area",
    "grade": "grade",
    "level": "level",
    "proficiency level": "level",
    "check": "check",
    "question": "check",
    "quiz question": "check",
    "step": "step",
    "learning step": "step",
    "resource": "resource",
    "learning resource": "resource",
    "project": "project",
    "portfolio project": "project",
    "foil": "foil",
    "anchor": "anchor",
    "must-have": "must-have",
    "month": "month",
}
_NO_ADJECTIVE = r"(?:of|to|and|or|in|for|with|per|a|the|other|more|such|different|is|are|people|new)"
_BETWEEN = rf"(?:(?!{_NO_ADJECTIVE}\b)[A-Za-z][\w-]*\s+){{0,2}}?"
_PLURAL = "|".join(
    noun.replace(" ", r"\s+")[:-1] + "ies" if noun[-1] == "y" else noun.replace(" ", r"\s+") + "s"
    for noun in sorted(_NOUNS, key=len, reverse=True)
)
_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<number>{NUMBER})[\s-]+(?P<between>{_BETWEEN})(?P<noun>{_PLURAL})\b", re.IGNORECASE
)
_SCALE = re.compile(rf"(?<![\w.,-])(?P<number>{NUMBER})-(?:level|point)\s+scale\b", re.IGNORECASE)
_RANGE = re.compile(
    r"\b(?P<what>scale|levels?)\s+(?:of\s+|from\s+)?(?P<low>\d)\s*(?:-|\u2013|to)\s*(?P<high>\d)\b", re.IGNORECASE
)
_LOOSE = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|up to|fewer than|less than|under|at most|every|each|any|first|last"
    r"|next|top|between|other|these|those|per|another|to|or)\s+$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:over|more than|at least|above)\s+$", re.IGNORECASE)

_LOOKED_AT = 5_000
"""Characters of a text; whoever writes more than this in a summary does not count in it."""


def counts(pack: Pack) -> Iterator[Finding]:
    """Find numbers of skills, roles and the like, in digits or words, that the pack does not hold."""
    if not pack.language.lower().startswith("en"):
        return
    whole = _of_pack(pack)
    for key, text in ((("title",), pack.title), (("summary",), pack.summary)):
        yield from _miscounts(key, text, whole)
    in_area: dict[str, int] = {}
    for skill in pack.skills:
        in_area[skill.area] = in_area.get(skill.area, 0) + 1
    for place, area in enumerate(pack.areas):
        yield from _miscounts(
            ("area", place, "summary"), area.summary, {"skill": (in_area.get(area.id, 0), len(pack.skills))}
        )
    yield from _in_roles(pack, whole)
    if pack.path:
        themes = {"project": (*whole["project"], sum(len(theme.projects) for theme in pack.path.themes))}
        if all(theme.title.lower().startswith("month") for theme in pack.path.themes) and pack.path.themes:
            themes["month"] = (len(pack.path.themes),)
        yield from _miscounts(("path", "title"), pack.path.title, themes)


def _in_roles(pack: Pack, whole: Mapping[str, Counts]) -> Iterator[Finding]:
    for place, role in enumerate(pack.roles):
        grades = range(len(role.grades))
        inside = {
            "skill": (
                len(role.targets),
                *whole["skill"],
                *(sum(target.required[grade] > 0 for target in role.targets) for grade in grades),
            ),
            "grade": (len(role.grades),),
            "role": whole["role"],
            "must-have": tuple(sum(t.floor[grade] > 0 for t in role.targets if t.floor) for grade in grades),
        }
        yield from _miscounts(("role", place, "summary"), role.summary, inside)


def _of_pack(pack: Pack) -> dict[str, Counts]:
    """Every number that a count of each kind may rightly be."""
    levels = len(pack.scale.levels)
    grades = [len(role.grades) for role in pack.roles]
    return {
        "skill": (len(pack.skills),),
        "role": (len(pack.roles),),
        "area": (len(pack.areas),),
        "grade": (*grades, sum(grades)),
        "level": (levels, levels - 1, *grades),
        "check": (len(pack.checks),),
        "step": (len(pack.steps),),
        "resource": (len(pack.resources),),
        "project": (len(pack.projects),),
        "foil": (len(pack.foils),),
        "anchor": (len(pack.skills) * levels, len(pack.skills) * (levels - 1), levels),
        "top": (levels - 1,),
    }


def _miscounts(key: Key, text: str, holds: Mapping[str, Counts]) -> Iterator[Finding]:
    text = text[:_LOOKED_AT]
    for match in _COUNT.finditer(text):
        yield from _compared(key, match, _noun(match["noun"]), holds)
    for match in _SCALE.finditer(text):
        yield from _compared(key, match, "level", holds)
    if top := holds.get("top"):
        for match in _RANGE.finditer(text):
            is_whole = match["what"].lower() == "scale" or match["low"] == "0"
            if is_whole and int(match["high"]) not in top:
                yield MISCOUNT.at(key, f"the text says {quoted(match[0])}, the scale ends at {top[0]}")


def _compared(key: Key, match: re.Match[str], noun: str, holds: Mapping[str, Counts]) -> Iterator[Finding]:
    """Compare one number in a text with every number it may rightly be."""
    said, before = value_of(match["number"]), match.string[max(0, match.start() - 40) : match.start()]
    if said is None or said == 1 or 1900 <= said <= 2100 or noun not in holds or said in holds[noun]:
        return
    if _LOOSE.search(before) or (_AT_LEAST.search(before) and max(holds[noun]) >= said):
        return
    there = str(holds[noun][0])
    yield MISCOUNT.at(key, f"the text says {quoted(match[0])}, there are {there}", f"write {there} or leave it out")


def _noun(found: str) -> str:
    name = " ".join(found.lower().split())
    return _NOUNS.get(name[:-3] + "y" if name.endswith("ies") else name[:-1], "")
