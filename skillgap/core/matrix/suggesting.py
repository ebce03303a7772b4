"""A mapping guessed from headings and from what stands below them, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from skillgap.core.matrix.mapping import Columns, RowLevels, Sheet, TargetColumn, heading_number
from skillgap.core.matrix.reading import NotUsable, is_error, is_formula, is_mark, read_level, says_nothing
from skillgap.core.matrix.widening import keyed

_WORDY = 15
"""A column whose cells are longer than this on average holds sentences."""
_MOSTLY = 0.5
"""A column is one of required levels when more than this share of its cells can be read as such."""
_ALONE = 0.75
"""In a list of levels at least this share of the rows is the only one of its skill and level."""
_PARTS: tuple[tuple[Literal["area", "skill", "definition", "weight"], str], ...] = (
    ("area", "area category domain group pillar theme dimension section cluster bereich domaine área"),
    (
        "skill",
        "skill competency competence capability attribute behaviour behavior topic kompetenz compétence competencia",
    ),
    ("skill", "name"),
    ("definition", "definition description summary meaning beschreibung descripción"),
    ("weight", "weight weighting importance gewicht gewichtung poids peso"),
)
_LEVELS = "level proficiency stage tier rating stufe niveau nivel"
_ANCHORS = "anchor descriptor behaviour behavior indicator statement description text expectation beschreibung"
_RANKS = (
    ("none", "not"),
    ("beginner", "novice", "basic", "awareness", "aware", "foundation", "foundational", "entry", "trainee", "intern"),
    ("junior", "associate", "apprentice", "learning", "graduate"),
    ("intermediate", "competent", "practitioner", "working", "mid", "developing", "independent"),
    ("senior", "advanced", "proficient", "skilled"),
    ("staff", "lead", "leading", "expert"),
    ("principal", "master", "mastery", "distinguished", "fellow", "director"),
)
_RANK = {word: rank for rank, words in enumerate(_RANKS) for word in words}
_JOBS = {"junior", "associate", "graduate", "intern", "senior", "staff", "lead", "principal", "director", "fellow"}
_JOB_CODE = re.compile(r"\s*(?:E|IC|P|M)[0-9]", re.IGNORECASE)
_ASIDE = {"note", "comment", "example", "resource", "link", "evidence", "training", "question", "remark", "url"}
_COUNTED = {
    "id",
    "no",
    "nr",
    "row",
    "order",
    "number",
    "count",
    "year",
    "years",
    "version",
    "date",
    "points",
    "priority",
    "cost",
}
_SPLIT = re.compile(r"\s+[-–|]\s+|\s*[/:]\s*")


def suggest(sheet: Sheet, given: Columns) -> Columns:
    """Guess what `given` leaves open; what it says stands."""
    free = [heading for heading in sheet.headings if heading not in given.used]
    found = given
    for part, words in _PARTS:
        if not getattr(found, part) and (heading := _by_words(free, words.split())):
            free.remove(heading)
            chosen: dict[str, Any] = {part: heading}
            found = replace(found, **chosen)
    if not found.levels:
        levels = _levels(sheet, free)
        free = [heading for heading in free if heading not in levels]
        found = replace(found, levels=tuple(levels), has_zero=given.has_zero or _is_zero(levels))
    if not found.skill:
        found = _with_skill(sheet, found, free, may_take_area=not given.area)
        free = [heading for heading in free if heading != found.skill]
    if not found.targets and not found.ladder and found.levels:
        found = replace(found, targets=tuple(_targets(sheet, free, found)))
        if not found.targets and _is_ladder(found.levels):
            found = replace(found, ladder="Engineer" if _mentions(found.levels, "engineer") else "Everyone")
    return _with_areas(sheet, found)


def suggest_rows(sheet: Sheet, given: Columns) -> RowLevels | None:
    """Guess which columns say the level and its text where each level of a skill has a row of its own.

    None where skills do not stand in several rows, each with another level and another text.
    """
    area = given.area or _by_words(sheet.headings, _PARTS[0][1].split())
    free = [heading for heading in sheet.headings if heading != area]
    skill = given.skill or next((found for _, words in _PARTS[1:3] if (found := _by_words(free, words.split()))), "")
    free = [heading for heading in free if heading != skill]
    level = _by_words(free, _LEVELS.split())
    if not (skill and level):
        return None
    pairs = [(key, row.text(level).casefold()) for key, row in keyed(sheet, skill, area) if key is not None]
    skills = {key for key, _ in pairs}
    if len(set(pairs)) < _ALONE * len(pairs) or len(pairs) < 2 * len(skills):
        return None
    told = [name for name in free if name != level and _says_its_own(sheet, name, len(pairs))]
    longest = max(told, key=lambda name: sum(map(len, sheet.texts(name))), default="")
    text = _by_words(told, _ANCHORS.split()) or longest
    return RowLevels(skill=skill, area=area, level=level, text=text) if text else None


def _says_its_own(sheet: Sheet, name: str, rows: int) -> bool:
    """Tell whether nearly every row of so many has a text of its own in a column, as anchors are."""
    return len(set(sheet.texts(name))) >= _ALONE * rows


def level_order(sheet: Sheet, level: str) -> list[str]:
    """Give the levels that a column names, lowest first: by number, by rank, else as they come."""
    found: dict[str, str] = {}
    for text in sheet.texts(level):
        if not says_nothing(text) and text != level:
            found.setdefault(text.casefold(), text)
    for key in (heading_number, _rank):
        places = {text: place for text in found.values() if (place := key(text)) is not None}
        if len(set(places.values())) == len(found):
            return sorted(places, key=lambda text: places[text])
    return list(found.values())


def _with_skill(sheet: Sheet, found: Columns, free: Sequence[str], *, may_take_area: bool) -> Columns:
    """The first column of texts that is left; else what was taken for the area."""
    skill = next((heading for heading in free if sheet.texts(heading) and not _is_figures(sheet, heading, found)), "")
    return replace(found, skill=found.area, area="") if not skill and may_take_area else replace(found, skill=skill)


def _with_areas(sheet: Sheet, found: Columns) -> Columns:
    """Areas that stand once for several rows: merged cells, or rows of their own."""
    if found.area:
        with_skill = [row for row in sheet.rows if row.text(found.skill)]
        has_gap = any(not row.text(found.area) for row in with_skill)
        starts = bool(sheet.rows) and bool(sheet.rows[0].text(found.area))
        return replace(found, fill_down=found.fill_down or (has_gap and starts))
    alone = [len(row.filled) == 1 and bool(set(row.filled) & {found.skill, sheet.headings[0]}) for row in sheet.rows]
    leads = any(one and not other for one, other in pairwise(alone))
    return replace(found, area_rows=found.area_rows or (leads and bool(alone) and alone[0]))


def _words(heading: str) -> list[str]:
    """The words of a heading, in the singular as far as English goes."""
    words = re.findall(r"[^\W\d_]+", heading.casefold())
    return [word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") for word in words] + words


def _by_words(free: Sequence[str], words: Sequence[str]) -> str:
    named = [heading for heading in free if heading_number(heading) is None]
    return next((heading for word in words for heading in named if word in _words(heading)), "")


def _mentions(headings: Sequence[str], word: str) -> bool:
    return any(word in _words(heading) for heading in headings)


def _levels(sheet: Sheet, free: Sequence[str]) -> list[str]:
    """Columns of anchors, lowest first: numbered ones, else from one that names a level to another, else sentences."""
    texts = [heading for heading in free if not _holds_figures(sheet, heading)]
    sentences = [heading for heading in texts if _is_wordy(sheet, heading)]
    if numbered := _numbered(texts, sentences):
        return numbered
    ranked = [place for place, heading in enumerate(texts) if _rank(heading) is not None]
    if len(ranked) > 1:
        span = texts[ranked[0] : ranked[-1] + 1]
        levels = [heading for heading in span if _rank(heading) is not None or heading in sentences]
        falls = (_rank(texts[ranked[0]]) or 0) > (_rank(texts[ranked[-1]]) or 0)
        return levels[::-1] if falls else levels
    sentences = [heading for heading in sentences if not _ASIDE.intersection(_words(heading))]
    return sentences if len(sentences) > 1 else []


def _numbered(texts: Sequence[str], sentences: Sequence[str]) -> list[str]:
    """Headings by their numbers: all of them when the numbers differ, else those above sentences."""
    for some in (texts, sentences):
        numbers = {heading: number for heading in some if (number := heading_number(heading)) is not None}
        if sentences and not numbers.keys() & set(sentences):
            continue
        if len(numbers) > 1 and len(set(numbers.values())) == len(numbers):
            return sorted(numbers, key=lambda heading: numbers[heading])
    return []


def _rank(heading: str) -> int | None:
    return min((_RANK[word] for word in _words(heading) if word in _RANK), default=None)


def _is_zero(levels: Sequence[str]) -> bool:
    return bool(levels) and (heading_number(levels[0]) == 0 or _rank(levels[0]) == 0)


def _is_ladder(levels: Sequence[str]) -> bool:
    """Tell whether the levels are called like jobs."""
    return sum(bool(_JOBS.intersection(_words(h)) or _JOB_CODE.match(h)) for h in levels) > 1


def _is_wordy(sheet: Sheet, heading: str) -> bool:
    texts = sheet.texts(heading)
    return bool(texts) and sum(map(len, texts)) / len(texts) > _WORDY


def _holds_figures(sheet: Sheet, heading: str) -> bool:
    """Tell whether a column holds figures or ticks."""
    texts = [text for text in sheet.texts(heading) if not says_nothing(text)]
    figures = sum(
        (text[:1].isdigit() and len(text) <= _WORDY) or is_mark(text) or text.startswith("=") for text in texts
    )
    return 2 * figures > len(texts)


def _is_figures(sheet: Sheet, heading: str, mapping: Columns) -> bool:
    return _holds_figures(sheet, heading) or _share_of_levels(sheet, heading, mapping) > _MOSTLY


def _targets(sheet: Sheet, free: Sequence[str], mapping: Columns) -> Iterator[TargetColumn]:
    for heading in free:
        if not _COUNTED.intersection(_words(heading)) and _share_of_levels(sheet, heading, mapping) > _MOSTLY:
            parts = _SPLIT.split(heading)
            role, grade = parts if len(parts) == 2 and all(parts) else ("Role", heading)
            yield TargetColumn(role=role, grade=grade, column=heading)


def _share_of_levels(sheet: Sheet, heading: str, mapping: Columns) -> float:
    """The share of a column's cells that are levels or ticks; 0 for an empty one."""
    texts = [t for t in sheet.texts(heading) if not (says_nothing(t) or is_formula(t) or is_error(t))]
    usable = 0
    for text in texts:
        try:
            usable += is_mark(text) or read_level(text, mapping) >= 0
        except NotUsable:
            continue
    return usable / len(texts) if texts else 0
