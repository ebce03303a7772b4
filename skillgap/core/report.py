"""The gap report as a value: what `report.toml` holds. It is a snapshot, complete by itself."""

from __future__ import annotations

import datetime
from typing import Literal

from skillgap.core.assessment import RubricRef
from skillgap.core.records import dataclass
from skillgap.core.report_rows import FactorRow, ShiftRow, ThenSummary
from skillgap.core.values import ROW, STRICT, TABLES

VerdictWord = Literal["meets", "close", "not-yet", "withheld", "no-profile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTarget:
    """The role and grade of the report, with their names."""

    __pydantic_config__ = STRICT
    role: str
    grade: str
    role_name: str
    grade_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The result in a few numbers. Percentages are points of readiness, 0 to 100, with two decimals."""

    __pydantic_config__ = STRICT
    verdict: VerdictWord
    """withheld while less than 80 % of the profile's weight is answered."""
    verdict_text: str
    readiness: float | None = None
    """Weighted share of the requirement covered, capped per skill; never a chance of getting the job."""
    band: tuple[float, float] | None = None
    """Readiness with every rating one level lower, one level higher."""
    span: tuple[float, float] | None = None
    """Readiness with every unanswered skill at level 0, at its requirement."""
    must_haves: int
    must_haves_met: int
    skills: int
    rated: int
    not_applicable: int
    unanswered: int
    coverage: float
    """Share of the profile's weight that is rated, 0 to 100."""
    grade_reached: str = ""
    """The highest grade of the role whose profile is met; empty for none."""
    grade_next: str = ""
    """The grade after it; empty at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """One area of the profile."""

    __pydantic_config__ = STRICT
    id: str
    title: str
    you: float | None = None
    """Weighted mean of the rated levels."""
    target: float
    """Weighted mean of the required levels of the same skills."""
    readiness: float | None = None
    loss: float
    """Points of overall readiness that the area costs."""
    rated: int
    skills: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill of the profile."""

    __pydantic_config__ = STRICT
    id: str
    name: str
    area: str
    state: Literal["rated", "not-applicable", "unanswered"]
    level: int | None = None
    reason: str | None = None
    """Why it is not applicable."""
    target: int
    floor: int = 0
    """Must-have floor; 0 for none."""
    weight: float
    gap: int = 0
    loss: float = 0
    """Points of readiness that the gap costs."""
    priority: int = 0
    """Place among the gaps, 1 is the costliest; 0 without a gap."""
    blocks: bool = False
    """Below its must-have floor."""
    hours: float = 0
    """Typical hours to the target for this skill alone."""
    likely: float | None = None
    """Probability that the target level is reached, 0 to 1, by the model."""
    inferred: float | None = None
    """For an unanswered skill: the level that the other answers suggest, by the model. It is no answer."""
    inferred_range: tuple[int, int] | None = None
    """The levels between which the unanswered skill lies at least four times in five."""
    why: str = ""
    look_again: str = ""
    """Why the answer may no longer be true; empty when nothing speaks against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeCell:
    """One grade of one role in the table of roles."""

    __pydantic_config__ = ROW
    id: str
    readiness: float | None = None
    verdict: VerdictWord
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """One role, best first."""

    __pydantic_config__ = TABLES
    id: str
    name: str
    readiness: float | None = None
    low: float | None = None
    high: float | None = None
    """Readiness when each weight may be off by a quarter."""
    ties: tuple[str, ...] = ()
    """Roles that cannot be told apart from this one within that uncertainty."""
    grades: tuple[GradeCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRow:
    """A rated skill that the profile does not ask; a plan may need it as a prerequisite."""

    __pydantic_config__ = ROW
    skill: str
    level: int
    """The rated level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateSummary:
    """What the calibrated model makes of everything that was said and shown; see docs/scoring.md."""

    __pydantic_config__ = STRICT
    readiness: float
    """Expected readiness, 0 to 100."""
    low: float
    """The lower end of the band."""
    high: float
    """The upper end; the band is meant to hold the truth four times in five."""
    checks: int
    """Checks answered about skills of the profile."""
    inferred: int = 0
    """Skills of the profile that are not rated: the estimate infers them from the other answers."""
    must_haves_met: float
    """Expected number of must-haves at their floor or above."""
    general_level: float
    """The level that the answers as a whole suggest."""
    leniency: float
    """Levels by which the ratings seem too generous; negative is strict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastRow:
    """A rating that the checks speak against."""

    __pydantic_config__ = STRICT
    skill: str
    name: str
    kind: Literal["blind spot", "hidden strength"]
    """A blind spot is rated at the target or above, a hidden strength below it."""
    level: int
    """The rating."""
    right: int
    """Checks answered right."""
    wrong: int
    """Checks answered wrong or with "I don't know"."""
    note: str
    """The facts, a common reason, and something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverRow:
    """Something to answer or show that would change the estimate most."""

    __pydantic_config__ = STRICT
    skill: str
    name: str
    what: Literal["check", "evidence", "rating"]
    """What to give: an answer to a check, something to show, or a rating."""
    lowest: float
    """Readiness after the least favourable outcome."""
    highest: float
    """Readiness after the most favourable one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSummary:
    """What was said of a list of terms, some of which do not exist. It changes no other figure."""

    __pydantic_config__ = STRICT
    real: int
    """Real terms that were answered."""
    real_marked: int
    """Those of them that are at least heard of."""
    foils: int
    """Terms that do not exist that were answered."""
    foils_marked: int
    """Those of them that are at least heard of."""
    sensitivity: float
    """How well the two kinds were told apart: d', from log-linear rates; 0 is not at all."""
    criterion: float
    """How easily terms are marked: c; negative is easily."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A gap report."""

    __pydantic_config__ = TABLES
    schema: int = 1
    kind: Literal["report"] = "report"
    date: datetime.date
    answered: datetime.date | None = None
    """The day of the last answer, where the answers say it; the day to rate everything again counts from it."""
    person: str = ""
    mode: Literal["plain", "calibrated"] = "plain"
    """Where the readiness of the summary comes from: ratings alone, or the model once ten checks are answered."""
    rubric: RubricRef
    rubric_title: str = ""
    target: ReportTarget
    summary: Summary
    notes: tuple[str, ...] = ()
    """What a reader should know first: must-haves put aside, answers that match no skill, ..."""
    advice: tuple[str, ...] = ()
    """The pack's market advice."""
    unmatched: tuple[str, ...] = ()
    """Answers whose skill the pack does not know; kept in the assessment."""
    factors: tuple[FactorRow, ...] = ()
    """What readiness is made of, in order; the last one is the number shown."""
    doubts: tuple[str, ...] = ()
    """What readiness does not know."""
    areas: tuple[AreaRow, ...] = ()
    skills: tuple[SkillRow, ...] = ()
    others: tuple[OtherRow, ...] = ()
    """Rated skills that the profile does not ask."""
    roles: tuple[RoleRow, ...] = ()
    then: ThenSummary | None = None
    """Present once skills were rated again."""
    shifts: tuple[ShiftRow, ...] = ()
    """The skills that were rated again, then and now."""
    estimate: EstimateSummary | None = None
    """Present once a check is answered, and while some skills are rated and others are not."""
    contrasts: tuple[ContrastRow, ...] = ()
    """Ratings that the checks speak against, the strongest first."""
    terms: TermSummary | None = None
    """Present once terms of both kinds are answered."""
    levers: tuple[LeverRow, ...] = ()
    """What three answers or proofs would change the estimate most."""

    @property
    def gaps(self) -> tuple[SkillRow, ...]:
        """Skills with a gap, by priority."""
        return tuple(sorted((s for s in self.skills if s.priority), key=lambda s: s.priority))
