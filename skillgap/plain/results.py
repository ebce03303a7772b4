"""A report, a plan or an assessment as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from skillgap.core.assessment import Answer, Assessment, confidence_text
from skillgap.core.factors import MODES
from skillgap.core.reading import inferred_text, made_of, unrated
from skillgap.core.report import GradeCell, Report, RoleRow, SkillRow
from skillgap.core.rubric import Pack
from skillgap.core.text import pad, shown
from skillgap.core.trace import CUT_OFFS, coverage_text, figure, readiness_text
from skillgap.core.wording import REWORDED, is_reworded

if TYPE_CHECKING:
    from skillgap.core.sureness import Account  # the model is read when first wanted

_VERDICTS = {
    "meets": "meets",
    "close": "close",
    "not-yet": "not yet",
    "withheld": "withheld",
    "no-profile": "asks nothing",
}


def report_lines(report: Report, gaps: int | None = None) -> Iterator[str]:
    """Give a gap report as lines; at most `gaps` gaps, all when None."""
    yield from summary_lines(report)
    yield from _factor_lines(report)
    yield from _areas(report)
    yield from _gaps(report, gaps)
    yield from _inferred(report, gaps)
    yield from role_lines(report)
    if report.unmatched:
        yield ""
        yield "Answers that match no skill: " + ", ".join(shown(name) for name in report.unmatched)


def summary_lines(report: Report) -> Iterator[str]:
    """Give what a gap report comes to as lines."""
    target, summary = report.target, report.summary
    yield f"{shown(target.role_name)}, {shown(target.grade_title)}: gap report of {report.date}"
    yield f"Rubric {shown(report.rubric_title)} ({shown(report.rubric.id)} {shown(report.rubric.version)})"
    yield shown(summary.verdict_text, limit=500)
    if summary.readiness is not None:
        is_part = summary.verdict == "withheld" and report.mode == "plain"
        what = "Readiness in what is rated" if is_part else "Readiness"
        off = " four times in five)" if report.mode == "calibrated" else " with every rating one level off)"
        yield f"{what}: {readiness_text(summary.readiness)} %{_range(summary.band, ' (', off)}"
    if (model := report.estimate) is not None and report.mode == "plain":
        where = _range((model.low, model.high), " (", " four times in five)")
        yield f"Estimate beside it: {readiness_text(model.readiness)} %{where}, {made_of(model)}"
    by = " by your ratings" if report.mode == "calibrated" else ""
    if summary.must_haves:
        yield f"Must-haves: {summary.must_haves_met} of {summary.must_haves} met{by}"
    yield (
        f"Answers: {summary.rated} of {summary.skills} skills rated, {summary.not_applicable} not applicable,"
        f" {summary.unanswered} unanswered; {coverage_text(summary.coverage)} % of the weight"
    )
    yield from (f"Note: {shown(note, limit=500)}" for note in report.notes)


def _factor_lines(report: Report) -> Iterator[str]:
    """Say what readiness is made of, step by step, and what it does not know; a blank line first."""
    if not report.factors:
        return
    yield ""
    yield f"How sure is this? {MODES[report.mode]} Readiness, step by step:"
    yield from (f"  {readiness_text(row.readiness):>5} %  {shown(row.words, limit=200)}" for row in report.factors)
    yield "What it does not know:"
    yield from (f"  {shown(doubt, limit=500)}" for doubt in report.doubts)


def account_lines(account: Account) -> Iterator[str]:
    """Give the answer to "how sure is this?" as lines; the last line of the first part holds the number shown."""
    yield f"How sure is this? {shown(account.subject)}: {account.number}"
    yield account.mode
    for section in account.sections:
        yield f"{section.title}:"
        for line in section.lines:
            number = f"{line.number}: " if line.number else ""
            yield f"  {number}{shown(' '.join(line.words.split()), limit=1000)}"


def _range(band: tuple[float, float] | None, before: str, after: str) -> str:
    return f"{before}{readiness_text(band[0])} to {readiness_text(band[1])}{after}" if band else ""


def _areas(report: Report) -> Iterator[str]:
    if not report.areas:
        return
    yield ""
    yield "By area (you / target, points it costs):"
    width = max(len(shown(area.title)) for area in report.areas)
    for area in report.areas:
        you = f"{area.you:.1f}" if area.you is not None else "-"
        name = pad(shown(area.title), width)
        yield f"  {name}  {you:>4} / {area.target:.1f}  {area.loss:5.1f}  ({area.rated} of {area.skills} rated)"


def _gaps(report: Report, most: int | None) -> Iterator[str]:
    gaps = report.gaps
    yield ""
    if not gaps:
        yield "No gaps."
        return
    yield f"Gaps, the most valuable first ({len(gaps)}):"
    for row in gaps[:most]:
        yield f"  {row.priority:>2}. {_gap(row)}"
    if most is not None and len(gaps) > most:
        yield f"  ... and {len(gaps) - most} more in the report"


def _gap(row: SkillRow) -> str:
    star = " MUST-HAVE" if row.blocks else ""
    hours = f"{row.hours:g} h"
    again = f"; please look again: {shown(row.look_again)}" if row.look_again else ""
    why = f"{shown(row.why)}{again}"
    return f"{shown(row.name)}: {row.level} -> {row.target}{star}, {row.loss:.1f} points, {hours} ({why})"


def _inferred(report: Report, most: int | None) -> Iterator[str]:
    """The skills that were not rated, with what the other answers suggest, the weightiest first."""
    rows = [row for row in unrated(report, "unanswered") if row.inferred is not None]
    if not rows:
        return
    yield ""
    yield f"Not rated, inferred from the other answers; no answers of yours ({len(rows)}):"
    yield from (f"  {shown(row.name)}: {inferred_text(row)}, asked {row.target}" for row in rows[:most])
    if most is not None and len(rows) > most:
        yield f"  ... and {len(rows) - most} more in the report"


def role_lines(report: Report) -> Iterator[str]:
    """Give the table of roles and grades as lines, a blank one first; nothing where there are no roles."""
    if not report.roles:
        return
    yield ""
    by = " by your ratings" if report.mode == "calibrated" else ""
    yield f"Roles, the closest first (readiness and verdict{by} for each grade):"
    for row in report.roles:
        yield f"  {shown(row.name)}: {', '.join(map(_grade, row.grades))}{_tie(row)}"


def _grade(cell: GradeCell) -> str:
    """One grade of a role; a readiness that too few answers stand behind is not shown."""
    if cell.verdict == "withheld" or cell.readiness is None:
        return f"{shown(cell.id)} {_VERDICTS[cell.verdict]} ({coverage_text(cell.coverage)} % answered)"
    return f"{shown(cell.id)} {figure(cell.readiness, *CUT_OFFS)} {_VERDICTS[cell.verdict]}"


def _tie(row: RoleRow) -> str:
    return f" (not told apart from {', '.join(shown(name) for name in row.ties)})" if row.ties else ""


def assessment_lines(assessment: Assessment, pack: Pack | None = None) -> Iterator[str]:
    """Give an assessment as lines; with its pack, also which answers to look at again."""
    about = assessment.rubric
    if about:
        yield f"Assessment on {shown(about.id)} {shown(about.version)}".rstrip()
    if assessment.target:
        yield f"Target: {shown(assessment.target.role)}, {shown(assessment.target.grade)}"
    rated = sum(answer.level is not None for answer in assessment.answers)
    aside = sum(answer.na is not None for answer in assessment.answers)
    yield f"{rated} skills rated, {aside} not applicable"
    if assessment.checks:
        yield f"{len({response.item for response in assessment.checks})} checks answered"
    if assessment.terms and assessment.terms.known:
        yield f"{len(assessment.terms.known)} terms answered"
    yield from (f"  {_answer(answer)}{_doubt(answer, pack)}" for answer in assessment.answers)


def _doubt(answer: Answer, pack: Pack | None) -> str:
    if pack is None:
        return ""
    skill = pack.skill_by_id.get(answer.skill)
    if skill is None:
        return "; no such skill in this version, kept"
    return f"; please look again: {REWORDED}" if is_reworded(skill, answer) else ""


def _answer(answer: Answer) -> str:
    said = "unanswered"
    if answer.level is not None:
        said = f"level {answer.level}"
    elif answer.na is not None:
        said = "not applicable" + (f" ({shown(answer.na)})" if answer.na else "")
    return ", ".join([f"{shown(answer.skill)}: {said}", *particulars(answer)])


def particulars(answer: Answer) -> list[str]:
    """Say what else is known of an answer beside its level."""
    more = [
        confidence_text(answer),
        f"last used {answer.last_used}" if answer.last_used else "",
        f"{len(answer.evidence)} evidence" if answer.evidence else "",
        f"note: {shown(answer.note)}" if answer.note else "",
    ]
    return list(filter(None, more))
