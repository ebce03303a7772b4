"""Results line by line: the verdict, and whatever the person wants to hear more about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from skillgap.core.profiles import Profile
from skillgap.core.reading import SORTED, SORTS, inferred_text, note_blocks, sorted_gaps, unrated, way_there
from skillgap.core.report import AreaRow, Report, SkillRow
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.core.trace import points_text, trace
from skillgap.plain.aiming import choose_target
from skillgap.plain.commands import Command, Place
from skillgap.plain.exporting import export_command
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.results import account_lines, particulars, role_lines, summary_lines
from skillgap.plain.sitting import Sitting

_MUST = "must"
_PAGE = 10
"""Rows read out at once."""


class Exploring:
    """Reads results out. Numbers speak of the list that was read out last."""

    def __init__(self, sitting: Sitting, lines: Lines, rate: Callable[[], None]) -> None:
        self._sitting, self._lines, self._rate = sitting, lines, rate
        self._made: tuple[object, Report] | None = None
        self._listed: tuple[str, ...] = ()
        """The skills of the list that was read out last."""
        self._rest: tuple[str, ...] = ()
        """Its lines that were not read out yet."""
        self.place = Place(
            commands=self._commands(),
            number=self._explain,
            numbers="explain that skill of the list: how its number came about",
        )

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                key="g",
                word="gaps",
                takes="ORDER",
                what=f"the gaps; ORDER is {', '.join(SORTS)} or {_MUST} for must-haves alone",
                do=self._gaps,
            ),
            Command(
                key="a", word="areas", takes="NUMBER", what="the areas; with a number, the gaps of one", do=self._areas
            ),
            Command(
                key="f",
                word="find",
                takes="WORDS",
                what="the gaps that have all these words in name, area or reason",
                do=self._find,
            ),
            Command(key="+", word="more", what="the rest of the list, ten at a time", do=self._more),
            Command(key="o", word="roles", what="all roles and grades", do=self._roles),
            Command(key="u", word="unrated", what="what is open and what was put aside", do=self._unrated),
            Command(key="n", word="notes", what="notes, how to read the numbers, the market", do=self._notes),
            Command(
                key="w",
                word="sure",
                takes="NUMBER",
                what="how sure readiness is and what would change it; with a number, a skill of the list",
                do=self._sure,
            ),
            Command(key="k", word="rate", takes="NUMBER", what="rate a skill of the list", do=self._rate_one),
            Command(key="t", word="target", what="choose another role or grade", do=self._target),
            export_command(self._sitting, self._lines),
        )

    @property
    def _report(self) -> Report:
        made_for = (self._sitting.assessment, self._sitting.profile)
        if self._made is None or self._made[0] != made_for:
            self._made = made_for, self._sitting.report()
        return self._made[1]

    @property
    def _pack(self) -> Pack:
        return self._sitting.interview.pack

    def run(self) -> None:
        """Read the verdict and the costliest gaps out; then ask what is wanted."""
        self._overview()
        if self._report.summary.readiness is None:
            self._lines.say("Rate a few skills first, and the first picture stands here.")
        self.place.visit(self._lines, "Results: a number, + for more, g, a, o, u, n, w, q, or ?:")

    def _overview(self) -> None:
        self._lines.say("", *summary_lines(self._report))
        if self._report.gaps:
            self._gaps("")
        elif self._report.summary.readiness is not None:
            self._lines.say("No gaps: every rated skill meets what this profile asks.")

    def _list(self, title: str, rows: Sequence[SkillRow], text: Callable[[SkillRow], str]) -> None:
        self._listed = tuple(row.id for row in rows)
        self._rest = tuple(f"{number}. {text(row)}" for number, row in enumerate(rows, 1))
        self._lines.say("", f"{title}: {len(rows)}.")
        self._more("")

    def _more(self, _: str) -> None:
        page, self._rest = self._rest[:_PAGE], self._rest[_PAGE:]
        self._lines.say(*page or ("The list ends here.",))
        if self._rest:
            self._lines.say(f"{len(self._rest)} more; + reads on.")

    def _gaps(self, order: str) -> None:
        is_must = order == _MUST
        found = next((one for one in SORTS if order and one.startswith(order)), SORTS[0])
        if order and not is_must and not found.startswith(order):
            self._lines.say(f"There is no such order. Type g with {', '.join(SORTS)} or {_MUST}.")
            return
        title = "Gaps of must-haves" if is_must else f"Gaps, {SORTED[found]}"
        self._list(title, sorted_gaps(self._report, found, must_haves=is_must), _gap)

    def _find(self, text: str) -> None:
        words = text or self._lines.ask("Which words?")
        if words:
            rows = sorted_gaps(self._report, SORTS[0], words=words)
            self._list(f"Gaps with {shown(words, limit=80)}", rows, _gap)

    def _areas(self, text: str) -> None:
        areas = self._report.areas
        if not text:
            self._lines.say("", "Areas:", *(f"{number}. {_area(row)}" for number, row in enumerate(areas, 1)))
            return
        number = number_in(text, len(areas))
        if not number:
            self._lines.say(f"There is no such area. Type a number from 1 to {len(areas)}.")
            return
        area = areas[number - 1]
        rows = [row for row in sorted_gaps(self._report, "area") if row.area == area.id]
        self._list(f"Gaps of {shown(area.title)}", rows, _gap)

    def _roles(self, _: str) -> None:
        self._lines.say(*role_lines(self._report))

    def _unrated(self, _: str) -> None:
        rows = (*unrated(self._report, "unanswered"), *unrated(self._report, "not-applicable"))
        self._list("Not rated", rows, _not_rated)

    def _notes(self, _: str) -> None:
        for title, texts in note_blocks(self._report):
            self._lines.say("", f"{title}:", *(shown(" ".join(text.split()), limit=2000) for text in texts))

    def _sure(self, text: str) -> None:
        if self._report.summary.readiness is None:
            self._lines.say("Nothing is rated yet, so there is no number to be sure of.")
            return
        sureness = self._sitting.sureness(self._report)
        if not text:
            self._lines.say("", *account_lines(sureness.readiness()))
            return
        row = self._row(number_in(text, 999) or 0)
        if row is not None and row.state == "not-applicable":
            self._lines.say(f"{shown(row.name)} was put aside: it has no level.")
        elif row is not None:
            self._lines.say("", *account_lines(sureness.skill(row.id)))

    def _row(self, number: int) -> SkillRow | None:
        if not 1 <= number <= len(self._listed):
            self._lines.say(f"There is no number {number} in the list. g lists the gaps.")
            return None
        return next(row for row in self._report.skills if row.id == self._listed[number - 1])

    def _explain(self, number: int) -> None:
        if row := self._row(number):
            self._lines.say("", *self._explained(row))

    def _explained(self, row: SkillRow) -> Iterator[str]:
        pack, names = self._pack, self._pack.scale.name
        skill, answer = pack.skill_by_id[row.id], self._sitting.assessment.answer(row.id)
        yield f"{shown(row.name)}, {shown(pack.area_by_id[row.area].title)}."
        yield from (f"{line.rstrip('.')}." for line in trace(self._sitting.score(), row.id))
        if row.level is not None and row.level <= pack.scale.top:
            yield f"Now: {row.level} {shown(names(row.level))}. {shown(skill.anchors[row.level], limit=500)}"
        yield f"Target: {row.target} {shown(names(row.target))}. {shown(skill.anchors[row.target], limit=500)}"
        for to, hours, points in way_there(pack, row):
            yield f"To level {to} {shown(names(to))}: typically {hours:g} hours, {points_text(points)} points."
        if row.look_again:
            yield f"Please look again: {shown(row.look_again)}."
        if said := particulars(answer):
            yield f"You also said: {', '.join(said).rstrip('.')}."

    def _rate_one(self, text: str) -> None:
        number = number_in(text or self._lines.ask("Which number?") or "", len(self._listed))
        row = self._row(number or 0)
        if row is not None:
            self._sitting.move_to(row.id)
            self._rate()
            self._overview()

    def _target(self, _: str) -> None:
        before: Profile = self._sitting.profile
        if choose_target(self._sitting, self._lines) and self._sitting.profile != before:
            self._overview()


def _gap(row: SkillRow) -> str:
    again = f" Please look again: {shown(row.look_again)}." if row.look_again else ""
    costs = f"costs {points_text(row.loss)} points; typically {row.hours:g} hours"
    return f"{shown(row.name)}: level {row.level}, asked {row.target}; {costs}; {shown(row.why)}.{again}"


def _area(row: AreaRow) -> str:
    you = "not rated" if row.you is None else f"you {row.you:.1f}"
    costs = f"costs {points_text(row.loss)} points"
    return f"{shown(row.title)}: {you}, asked {row.target:.1f}; {costs}; {row.rated} of {row.skills} rated."


def _not_rated(row: SkillRow) -> str:
    must = ", a must-have" if row.floor else ""
    reason = f" ({shown(row.reason)})" if row.reason else ""
    state = (inferred_text(row) or "open") if row.state == "unanswered" else f"put aside{reason}"
    return f"{shown(row.name)}{must}: {state}; asked {row.target}, weight {row.weight:g}."
