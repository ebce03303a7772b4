"""A competency matrix from a spreadsheet, turned into the data of a pack by a mapping of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what. Columns are named by their heading."""

    skill: str
    area: str = ""
    """Without one, all skills go into one area."""
    definition: str = ""
    weight: str = ""
    levels: tuple[str, ...] = ()
    """Columns of anchors, lowest level first."""
    has_zero: bool = False
    """The first level column describes level 0; else a level 0 is added."""
    targets: tuple[tuple[str, str, str], ...] = ()
    """(role, grade, column) for columns that hold required levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that could not be used; rows count from 1, the heading being row 1."""

    row: int
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The data of a pack, and what could not be brought over."""

    data: dict[str, Any]
    left: tuple[Cell, ...]


LONGEST_FIGURE = 15
"""Cells longer than this on average are anchors, shorter ones required levels."""
_LEVEL = re.compile(r"(?:level|lvl|l|stage|step)?\s*[-_:.]?\s*([0-9])\b.*", re.IGNORECASE)
_WORDS = {
    "skill": ("skill", "competency", "competence", "capability", "name", "topic"),
    "area": ("area", "category", "domain", "group", "pillar", "theme", "dimension"),
    "definition": ("definition", "description", "summary", "what"),
    "weight": ("weight", "importance", "priority"),
}
_LEVEL_WORDS = (
    ("none", "no", "not yet"),
    ("beginner", "novice", "basic", "awareness", "aware", "foundation", "junior", "entry"),
    ("intermediate", "competent", "practitioner", "working", "mid"),
    ("advanced", "proficient", "senior", "skilled"),
    ("expert", "lead", "leading", "master", "principal", "staff"),
)


def suggest(headings: Sequence[str], rows: Sequence[Row]) -> Columns:
    """Guess a mapping from the headings and the length of what stands below them, for a person to confirm."""
    free = [heading for heading in headings if heading.strip()]
    found = {part: _take(free, words) for part, words in _WORDS.items()}
    wordy = [heading for heading in free if _is_wordy(heading, rows)]
    levels = _numbered(wordy) or _named(wordy) or wordy
    rest = [heading for heading in free if heading not in wordy]
    first = levels[0] if levels else ""
    has_zero = bool(levels) and (_number(first) == 0 or first.strip().casefold() in _LEVEL_WORDS[0])
    return Columns(
        skill=found["skill"] or (headings[0] if headings else ""),
        area=found["area"],
        definition=found["definition"],
        weight=found["weight"],
        levels=tuple(levels),
        has_zero=has_zero,
        targets=tuple(("role", identifier(heading), heading) for heading in rest),
    )


def convert(rows: Sequence[Row], mapping: Columns, pack_id: str, title: str) -> Converted:
    """Make the data of a pack from rows; a row without a skill's name is left out and listed."""
    work = _Work(mapping=mapping)
    for number, row in enumerate(rows, 2):
        work.add(number, row)
    return Converted(data=work.data(pack_id, title), left=tuple(work.left))


def identifier(text: str) -> str:
    """Make an id from a name: lower-case ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:80]


@dataclass(slots=True)
class _Work:
    """Rows so far; ids stay unique by a number at the end."""

    mapping: Columns
    left: list[Cell] = field(default_factory=list)
    areas: dict[str, str] = field(default_factory=dict)
    skills: list[dict[str, Any]] = field(default_factory=list)
    targets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def add(self, number: int, row: Row) -> None:
        name = _text(row, self.mapping.skill)
        anchors = [_text(row, column) for column in self.mapping.levels]
        if not name or not any(anchors):
            if any(value.strip() for value in row.values()):
                why = "no name of a skill" if not name else "no text for any level"
                self.left.append(Cell(row=number, column=self.mapping.skill, text=name, why=why))
            return
        for column, text in zip(self.mapping.levels, anchors, strict=True):
            if not text:
                self.left.append(Cell(row=number, column=column, text="", why="empty: write what this level does"))
        skill = self._skill(name, row, anchors)
        self.skills.append(skill)
        self._targets_of(number, row, skill["id"])

    def _skill(self, name: str, row: Row, anchors: list[str]) -> dict[str, Any]:
        area = _text(row, self.mapping.area) or "General"
        self.areas.setdefault(area, identifier(area) or f"area-{len(self.areas) + 1}")
        first = 0 if self.mapping.has_zero else 1
        filled = [text or f"To be written: {name}, level {level}." for level, text in enumerate(anchors, first)]
        zero = [] if self.mapping.has_zero else [f"Not yet at the first level of {name}."]
        definition = _text(row, self.mapping.definition)
        return {
            "id": self._unique(identifier(name) or f"skill-{len(self.skills) + 1}"),
            "name": name,
            "area": self.areas[area],
            **({"definition": definition} if definition else {}),
            "anchors": [*zero, *filled],
        }

    def _unique(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.ids:
            name, number = f"{wanted}-{number}", number + 1
        self.ids.add(name)
        return name

    def _targets_of(self, number: int, row: Row, skill: str) -> None:
        weight = self._weight(number, row)
        for role in dict.fromkeys(role for role, _, _ in self.mapping.targets):
            columns = [column for name, _, column in self.mapping.targets if name == role]
            required = [self._level(number, row, column) for column in columns]
            if any(required):
                rows = self.targets.setdefault(role, [])
                rows.append({"skill": skill, "required": required, "weight": weight})

    def _weight(self, number: int, row: Row) -> float:
        text = _text(row, self.mapping.weight)
        try:
            weight = float(text.replace(",", ".")) if text else 3
        except ValueError:
            weight = 0
        if not 0 < weight < 1_000_000:
            self.left.append(Cell(row=number, column=self.mapping.weight, text=text, why="not a weight; 3 is used"))
            return 3
        return weight

    def _level(self, number: int, row: Row, column: str) -> int:
        text = _text(row, column)
        top = len(self.mapping.levels) - self.mapping.has_zero
        names = [name.casefold() for name in level_names(self.mapping)]
        if not text or text in ("-", "–", "n/a", "N/A"):
            return 0
        if text.casefold() in names:
            return names.index(text.casefold())
        level = _number(text)
        if level is None or level > top:
            self.left.append(Cell(row=number, column=column, text=text, why=f"not a level from 0 to {top}; 0 is used"))
            return 0
        return level

    def data(self, pack_id: str, title: str) -> dict[str, Any]:
        names = level_names(self.mapping)
        return {
            "schema": 1,
            "id": pack_id,
            "title": title,
            "version": "0.1",
            "scale": {"level": [{"value": value, "name": name} for value, name in enumerate(names)]},
            "area": [{"id": name, "title": area} for area, name in self.areas.items()],
            "skill": self.skills,
            "role": list(self._roles(len(names) - 1)),
        }

    def _roles(self, top: int) -> Iterator[dict[str, Any]]:
        if not self.targets:
            everyone = [{"skill": s["id"], "required": [max(1, top - 1)], "weight": 3} for s in self.skills]
            yield {"id": "everyone", "name": "Everyone", "targets": everyone, "grade": [{"id": "all", "title": "All"}]}
        for role, targets in self.targets.items():
            grades = [grade for name, grade, _ in self.mapping.targets if name == role]
            titles = [{"id": grade, "title": grade.replace("-", " ").capitalize()} for grade in grades]
            yield {"id": role, "name": role.replace("-", " ").capitalize(), "targets": targets, "grade": titles}


def level_names(mapping: Columns) -> list[str]:
    """Give the names of the levels, level 0 first."""
    return [*([] if mapping.has_zero else ["Not yet"]), *(heading.strip() for heading in mapping.levels)]


def _text(row: Row, column: str) -> str:
    return " ".join((row.get(column) or "").split()) if column else ""


def _is_wordy(column: str, rows: Sequence[Row]) -> bool:
    """Tell whether a column holds sentences rather than figures."""
    lengths = [len(text) for row in rows if (text := _text(row, column))]
    return bool(lengths) and sum(lengths) / len(lengths) > LONGEST_FIGURE


def _take(free: list[str], words: Sequence[str]) -> str:
    for word in words:
        for heading in free:
            if word in heading.strip().casefold().split():
                free.remove(heading)
                return heading
    return ""


def _number(text: str) -> int | None:
    match = _LEVEL.fullmatch(text.strip())
    return int(match[1]) if match else None


def _numbered(headings: Sequence[str]) -> list[str]:
    """Headings such as "Level 1", "L2", "3 - Advanced", by number, when they go up by one."""
    found = sorted((number, h) for h in headings if (number := _number(h)) is not None)
    numbers = [number for number, _ in found]
    is_run = len(found) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return [heading for _, heading in found] if is_run else []


def _named(headings: Sequence[str]) -> list[str]:
    """Headings that are usual names of levels, in the usual order."""
    rank = {word: place for place, words in enumerate(_LEVEL_WORDS) for word in words}
    found = [(rank[h.strip().casefold()], h) for h in headings if h.strip().casefold() in rank]
    return [heading for _, heading in sorted(found, key=lambda pair: pair[0])] if len(found) > 1 else []
