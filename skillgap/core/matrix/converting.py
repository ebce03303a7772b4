"""Rows of a matrix turned into the data of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from skillgap.core.identifiers import Ids, identifier
from skillgap.core.matrix.mapping import Cell, Columns, Row, Sheet
from skillgap.core.matrix.reading import NotUsable, is_error, is_formula, read_level, read_weight, says_nothing
from skillgap.core.records import dataclass

USUAL_WEIGHT = 3.0
NO_AREA = "General"


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """The data of a pack, and what could not be brought over as it stood."""

    data: dict[str, Any]
    left: tuple[Cell, ...]


def convert(sheet: Sheet, mapping: Columns, pack_id: str, title: str) -> Converted:
    """Make the data of a pack; every row that gives no skill and every cell that is not used is listed.

    What a level does not say becomes "To be written", for the author to find.
    """
    work = _Work(sheet=sheet, mapping=mapping)
    for row in sheet.rows:
        work.add(row)
    roles = list(_roles(work))
    names = mapping.names
    data = {
        "schema": 1,
        "id": pack_id,
        "title": title,
        "version": "0.1",
        "default_role": roles[0]["id"],
        "default_grade": roles[0]["grade"][0]["id"],
        "scale": {"level": [{"value": value, "name": name} for value, name in enumerate(names)]},
        "area": [{"id": name, "title": area} for area, name in work.areas.items()],
        "skill": work.skills,
        "role": roles,
    }
    return Converted(data=data, left=tuple(work.left))


@dataclass(slots=True)
class _Work:
    """Rows so far."""

    sheet: Sheet
    mapping: Columns
    left: list[Cell] = field(default_factory=list)
    areas: dict[str, str] = field(default_factory=dict)
    skills: list[dict[str, Any]] = field(default_factory=list)
    reached: list[list[int]] = field(default_factory=list)
    """For each skill, the levels above 0 that have a text."""
    targets: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)
    area_ids: Ids = field(default_factory=Ids)
    rows_of: dict[tuple[str, str], int] = field(default_factory=dict)
    area: str = ""

    def add(self, row: Row) -> None:
        name = row.text(self.mapping.skill)
        texts = [row.text(column) for column in self.mapping.levels]
        if self._starts_area(row) or not row.filled:
            return
        if row.repeats_headings:
            self._leave(row, self.mapping.skill, "repeats the headings")
        elif not name:
            self._leave(
                row, self.mapping.skill, "no name of a skill: the row is left out", " ".join(filter(None, texts))
            )
        elif all(map(says_nothing, texts)):
            self._leave(row, self.mapping.skill, "no text for any level: the row is left out", name)
        else:
            self._skill(row, name, texts)

    def _leave(self, row: Row, column: str, why: str, text: str | None = None) -> None:
        self.left.append(Cell(row=row.number, column=column, text=row.text(column) if text is None else text, why=why))

    def _starts_area(self, row: Row) -> bool:
        """Whether the row only names an area."""
        filled = row.filled
        if self.mapping.area:
            starts = self.mapping.fill_down and filled == (self.mapping.area,)
        else:
            starts = self.mapping.area_rows and len(filled) == 1
        if starts:
            self.area = row.text(filled[0])
        return starts

    def _area(self, row: Row) -> str:
        given = row.text(self.mapping.area)
        if given or not self.mapping.area:
            self.area = given or self.area
        elif not self.mapping.fill_down:
            self._leave(row, self.mapping.area, f'empty: "{NO_AREA}" is used; --fill-down takes the one above')
            self.area = NO_AREA
        elif not self.area:
            self._leave(row, self.mapping.area, f'empty, and none above: "{NO_AREA}" is used')
        title = self.area or NO_AREA
        if title not in self.areas:
            self.areas[title] = self.area_ids.unique(identifier(title, f"area-{len(self.areas) + 1}"))
        return title

    def _skill(self, row: Row, name: str, texts: list[str]) -> None:
        area = self._area(row)
        first = self.rows_of.setdefault((area, name.casefold()), row.number)
        if first != row.number:
            self._leave(row, self.mapping.skill, f"the same name as in row {first}: both are kept")
        definition = row.text(self.mapping.definition)
        skill: dict[str, Any] = {
            "id": self.ids.unique(identifier(name, f"skill-{len(self.skills) + 1}")),
            "name": name,
            "area": self.areas[area],
            **({"definition": definition} if definition else {}),
            "anchors": self._anchors(row, name, texts),
        }
        self.skills.append(skill)
        self._targets(row, skill["id"])

    def _anchors(self, row: Row, name: str, texts: list[str]) -> list[str]:
        first = 0 if self.mapping.has_zero else 1
        anchors = [] if self.mapping.has_zero else [f"I do not do yet what level 1 of {name} says."]
        reached = []
        for level, (column, text) in enumerate(zip(self.mapping.levels, texts, strict=True), first):
            if says_nothing(text) or is_error(text):
                why = "empty" if not text else "says nothing"
                self._leave(row, column, f"{why}: what level {level} does is to be written")
                text = f"To be written: {name}, level {level}."  # noqa: PLW2901
            else:
                reached += [level] if level else []
                if is_formula(text):
                    self._leave(row, column, "looks like a formula: it is kept as text")
            anchors.append(text)
        self.reached.append(reached)
        return anchors

    def _targets(self, row: Row, skill: str) -> None:
        weight = self._weight(row)
        for role in dict.fromkeys(target.role for target in self.mapping.targets):
            columns = [target.column for target in self.mapping.targets if target.role == role]
            required = [self._level(row, column) for column in columns]
            self._require(role, skill, required, weight)
        if self.mapping.ladder:
            reached = self.reached[-1]
            steps = range(1, self.mapping.top + 1)
            required = [max((level for level in reached if level <= step), default=0) for step in steps]
            self._require(self.mapping.ladder, skill, required, weight)
        if not (self.mapping.targets or self.mapping.ladder):
            self._require("", skill, [default_level(self.mapping)], weight)

    def _require(self, role: str, skill: str, required: list[int], weight: float) -> None:
        if any(required):
            rows = self.targets.setdefault(role, [])
            rows.append(
                {"skill": skill, "required": required, "weight": int(weight) if weight.is_integer() else weight}
            )

    def _weight(self, row: Row) -> float:
        text = row.text(self.mapping.weight)
        try:
            return USUAL_WEIGHT if says_nothing(text) else read_weight(text)
        except NotUsable as error:
            self._leave(row, self.mapping.weight, f"{error}: {USUAL_WEIGHT:g} is used")
            return USUAL_WEIGHT

    def _level(self, row: Row, column: str) -> int:
        try:
            return read_level(row.text(column), self.mapping)
        except NotUsable as error:
            self._leave(row, column, f"{error}; 0 is used")
            return 0


def default_level(mapping: Columns) -> int:
    """The level that is asked of every skill where the sheet holds no targets: the one below the top."""
    return max(1, mapping.top - 1)


def _roles(work: _Work) -> Iterator[dict[str, Any]]:
    ids, mapping = Ids(), work.mapping
    wanted = dict.fromkeys([*(target.role for target in mapping.targets), *filter(None, [mapping.ladder])])
    for role in wanted:
        targets = [target for target in mapping.targets if target.role == role]
        if role in work.targets:
            grades = [target.grade for target in targets] or list(mapping.levels)[mapping.has_zero :]
            yield _role(ids.unique(identifier(role, f"role-{len(wanted)}")), role, grades, work.targets[role])
        for target in targets if role not in work.targets else ():
            why = f'no level in the whole column: role "{role}" is left out'
            work.left.append(Cell(row=work.sheet.heading_row, column=target.column, text="", why=why))
    if not work.targets.keys() & wanted.keys():
        level = default_level(mapping)
        everyone = [{"skill": s["id"], "required": [level], "weight": int(USUAL_WEIGHT)} for s in work.skills]
        yield _role("everyone", "Everyone", ["All"], work.targets.get("", everyone))


def _role(name: str, title: str, grades: list[str], targets: list[dict[str, Any]]) -> dict[str, Any]:
    ids = Ids()
    rows = [
        {"id": ids.unique(identifier(grade, f"grade-{number}")), "title": grade}
        for number, grade in enumerate(grades, 1)
    ]
    return {"id": name, "name": title, "targets": targets, "grade": rows}
