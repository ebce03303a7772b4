"""How sure is this? Where a number comes from, what it does not know, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from skillgap.core.assessment import Answer, Assessment
from skillgap.core.belief.explain import Factor
from skillgap.core.belief.facts import CheckOutcome, Evidence, Item
from skillgap.core.belief.levers import Lever
from skillgap.core.estimate import Estimate, estimate
from skillgap.core.estimated import stage_text
from skillgap.core.factors import MODES
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.report import Report, SkillRow
from skillgap.core.rubric import Pack
from skillgap.core.trace import figure, points_text, readiness_text

_QUESTION = 90
"""Characters of a question that are quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that counts, with the number after it; a statement alone has none."""

    words: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The answer to "how sure is this?" for one number.

    The last line of the first section holds `number`, the one that is shown.
    """

    subject: str
    number: str
    mode: str
    """Which way it was made, in words."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, kw_only=True)
class Sureness:
    """Accounts of the numbers of one report."""

    pack: Pack
    profile: Profile
    assessment: Assessment
    today: date
    report: Report

    @cached_property
    def found(self) -> Estimate | None:
        """What the model believes; None when no skill of the profile applies."""
        return estimate(self.pack, self.profile, self.assessment, self.today)

    def readiness(self) -> Account:
        """Give the account of the headline. Raises ValueError when nothing is rated."""
        report = self.report
        if report.summary.readiness is None:
            raise ValueError("nothing is rated, so there is no readiness to account for")
        factors = tuple(Line(words=row.words, number=_percent(row.readiness)) for row in report.factors)
        parts = (
            ("What it is made of", factors),
            ("A second opinion: an estimate from all you said", self._stages() if report.mode == "plain" else ()),
            ("What it does not know", _lines(*report.doubts)),
            ("What would change it most" if report.mode == "calibrated" else "What would tell most", self._levers()),
            ("Blind spots and hidden strengths", _lines(*self._contrasts())),
        )
        return Account(
            subject="Readiness",
            number=_percent(report.summary.readiness),
            mode=MODES[report.mode],
            sections=_filled(parts),
        )

    def skill(self, id: str) -> Account:
        """Give the account of a skill's level. Raises ValueError for a skill without a number."""
        row = next((row for row in self.report.skills if row.id == id), None)
        if row is None or row.state == "not-applicable" or self.found is None:
            raise ValueError(f"{id} has no level to account for")
        model = tuple(self._factors(self.found, row))
        rated = (Line(words=self._rated(row), number=f"{row.level}"),) if row.state == "rated" else ()
        parts = (
            ("What it is made of", rated or model),
            ("A second opinion: its level by the estimate", model if rated else ()),
            ("What it does not know", _lines(*self._unknown(self.found, row))),
            ("What would tell more", tuple(self._lever(lever, row) for lever in self.found.levers_of(id))),
            ("What the checks say", _lines(*(each.note for each in self.report.contrasts if each.skill == id))),
        )
        mode = MODES[self.report.mode if rated else "inferred"]
        return Account(subject=row.name, number=(rated or model)[-1].number, mode=mode, sections=_filled(parts))

    def _stages(self) -> tuple[Line, ...]:
        stages = self.found.stages if self.found else ()
        return tuple(Line(words=stage_text(each), number=_percent(each.after.mean)) for each in stages)

    def _contrasts(self) -> Iterator[str]:
        yield from (each.note for each in self.report.contrasts)
        if not self.report.contrasts:
            answered = self.found is not None and self.found.answered
            yield (
                "None: no rating is far from what its checks say."
                if answered
                else "Not known: they show once checks are answered."
            )

    def _levers(self) -> tuple[Line, ...]:
        if self.found is None:
            return ()
        rows = {row.id: row for row in self.report.skills}
        return tuple(self._lever(lever, rows[lever.skill], with_name=True) for lever in self.found.levers())

    def _lever(self, lever: Lever, row: SkillRow, *, with_name: bool = False) -> Line:
        low, high = figure(lever.lowest), figure(lever.highest)
        if isinstance(lever.about, Evidence):
            where = f" in {row.name}" if with_name else ""
            words = f"Work at level {lever.about.level}{where} that someone can look at would raise"
            return Line(words=f"{words} the estimate of readiness from {low} to {high} %.")
        what = "check" if isinstance(lever.about, Item) else "rating"
        about = f" of {row.name}" if with_name else ""
        return Line(words=f"A {what}{about} would put the estimate of readiness somewhere from {low} to {high} %.")

    def _rated(self, row: SkillRow) -> str:
        level = row.level or 0
        name = f" {self.pack.scale.name(level)}" if level <= self.pack.scale.top else ""
        return f"You rated it {level}{name}; {_trust(self.assessment.answer(row.id))}"

    def _factors(self, found: Estimate, row: SkillRow) -> Iterator[Line]:
        for factor in found.factors(row.id):
            meets = f"chance of level {row.target} or more: {100 * factor.after.meets:.0f} %"
            yield Line(words=f"{self._said(factor, row)}; {meets}", number=points_text(factor.after.level))

    def _said(self, factor: Factor, row: SkillRow) -> str:
        if isinstance(factor.about, CheckOutcome):
            return self._asked(factor.about)
        if factor.kind == "rating" and self.assessment.answer(row.id).confidence is None:
            return f"You rated it {row.level}; counted as fairly sure"
        return factor.words

    def _asked(self, outcome: CheckOutcome) -> str:
        question = " ".join(self.pack.check_by_id[outcome.item.id].question.split())
        short = question if len(question) <= _QUESTION else f"{question[:_QUESTION].rstrip()}..."
        return f"{'Right' if outcome.right else 'Not right'}: {short}"

    def _unknown(self, found: Estimate, row: SkillRow) -> Iterator[str]:
        skill, facts = found.belief.skill(row.id), next(each for each in found.facts if each.id == row.id)
        low, high = skill.level_range(found.belief.assumptions.band)
        where = f"between {low} and {high}" if low < high else f"at {low}"
        yield f"Where it lies exactly: by the estimate {where}, at least four times in five."
        if row.state == "unanswered":
            yield "What you would say: it is not rated."
        if not facts.checks:
            many = sum(check.skill == row.id for check in self.pack.checks)
            yield f"What you would answer: none of its {many} checks is answered." if many else "It has no checks."
        if not facts.evidence:
            yield "What you could show: nothing is named, which lowers nothing."
        if facts.rating is not None and facts.months_unused is None:
            yield "How fresh it is: when you last used it is not said."


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(words=text) for text in texts)


def _filled(parts: tuple[tuple[str, tuple[Line, ...]], ...]) -> tuple[Section, ...]:
    return tuple(Section(title=title, lines=lines) for title, lines in parts if lines)


def _percent(points: float) -> str:
    return f"{readiness_text(points)} %"


def _trust(answer: Answer) -> str:
    """Say what goes with a rating; nothing of it moves the rating itself."""
    said = {"fairly": "fairly sure", "sure": "sure", "unsure": "unsure"}.get(answer.confidence or "", "")
    return f"you were {said}" if said else "how sure you were is not said"
