"""Rating again after a while: what was said then is kept, and so is where the person says today that they were then.

Standards move with learning, so a level given now and one given a year ago need not mean the same (response shift,
Howard and Dailey 1979). Asking "looking back, where were you then?" gives a second view of the same day; it has a bias
of its own, so both are kept and the gain is told as a range.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from fractions import Fraction

from skillgap.core.assessment import Answer, Assessment, Earlier, change
from skillgap.core.profiles import Profile
from skillgap.core.records import dataclass
from skillgap.core.report_rows import ShiftRow, ThenSummary
from skillgap.core.rubric import Pack
from skillgap.core.scoring import readiness
from skillgap.core.trace import figure


def start(assessment: Assessment) -> Assessment:
    """Ask for every rated skill again: its level is kept as the earlier one and counts until it is rated again."""
    return replace(assessment, answers=tuple(_begun(answer) for answer in assessment.answers))


def stop(assessment: Assessment) -> Assessment:
    """End a re-assessment: what was not rated again is as it was before."""
    return replace(assessment, answers=tuple(_ended(answer) for answer in assessment.answers))


def look_back(assessment: Assessment, skill: str, level: int) -> Assessment:
    """Keep the level that the person, looking back, gives to the time of their last earlier one, if there is one."""

    def edit(answer: Answer) -> Answer:
        if not answer.earlier:
            return answer
        *before, last = answer.earlier
        return replace(answer, earlier=(*before, replace(last, looking_back=level)))

    return change(assessment, skill, edit)


def asks_back(before: Answer, after: Answer) -> Earlier | None:
    """Give the earlier level to look back at when a skill was just rated again; None when it was not."""
    is_again = bool(before.again) or len(after.earlier) > len(before.earlier)
    return after.earlier[-1] if is_again and after.earlier and after.level is not None and not after.again else None


def question(name: str, earlier: Earlier, level: str) -> str:
    """Ask where a person was then, by what they know today; `name` and `level` are as shown."""
    when = f"on {earlier.date}" if earlier.date else "then"
    return f"Looking back, where were you with {name} {when}? You said {level}. By what you know today:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Then and now, for a report."""

    then: ThenSummary | None
    shifts: tuple[ShiftRow, ...]


def compare(pack: Pack, profile: Profile, assessment: Assessment) -> Comparison:
    """Compare the levels of a profile with the ones before the last re-rating; empty when none was rated again.

    Readiness then is that of the ratings, in which skills that were not rated again stand as now.
    """
    now = {
        need.skill: answer.level
        for need in profile.requirements
        if (answer := assessment.answer(need.skill)).level is not None
    }
    again = {skill: assessment.answer(skill) for skill in now}
    rated = {skill: a.earlier[-1] for skill, a in again.items() if a.earlier and not a.again}
    rows = tuple(
        ShiftRow(
            skill=skill,
            name=pack.skill_by_id[skill].name,
            date=earlier.date,
            then=earlier.level,
            looking_back=earlier.looking_back,
            now=now[skill],
        )
        for skill, earlier in rated.items()
    )
    return Comparison(then=_summary(profile, now, rows), shifts=rows)


def then_text(then: ThenSummary) -> str:
    """Say in a sentence or two how far a person has come, and how their standard has moved."""
    skills = f"{then.skills} skills" if then.skills > 1 else "1 skill"
    since = f" since {then.since}" if then.since else ""
    moved_to = f"readiness was {_points(then.readiness)} then and is {_points(then.now)} now"
    said = f"{skills} rated again{since}: {moved_to}, by the ratings of each day"
    if then.looking_back is None or then.shift is None:
        return f"{said}. Looking back was left out, so a standard that moved would not show."
    low, high = sorted((then.now - then.readiness, then.now - then.looking_back))
    moved = "lower" if then.shift < 0 else "higher"
    shift = (
        f"you put yourself {abs(then.shift):.1f} levels {moved} than you did then"
        if then.shift
        else "you put yourself where you did then"
    )
    gain = f"{_points(low)}" if round(low, 1) == round(high, 1) else f"between {_points(low)} and {_points(high)}"
    return f"{said}. Looking back, {shift} (readiness {_points(then.looking_back)}): the gain is {gain} points."


def shift_text(row: ShiftRow) -> str:
    """Say one skill then and now."""
    back = f", {row.looking_back} looking back" if row.looking_back is not None else ""
    return f"{row.name}: {row.then} then{f' ({row.date})' if row.date else ''}{back}, {row.now} now"


def _begun(answer: Answer) -> Answer:
    if answer.level is None or answer.again:
        return answer
    return replace(answer, again=True, earlier=(*answer.earlier, Earlier(level=answer.level, date=answer.date)))


def _ended(answer: Answer) -> Answer:
    return replace(answer, again=None, earlier=answer.earlier[:-1]) if answer.again else answer


def _summary(profile: Profile, now: dict[str, int], rows: tuple[ShiftRow, ...]) -> ThenSummary | None:
    if not rows:
        return None
    then = {row.skill: row.then for row in rows}
    back = {row.skill: row.looking_back for row in rows if row.looking_back is not None}
    moves = [back[name] - then[name] for name in back]
    return ThenSummary(
        since=_first(rows),
        skills=len(rows),
        readiness=_rounded(readiness(profile, now | then)),
        looking_back=_rounded(readiness(profile, now | then | back)) if back else None,
        now=_rounded(readiness(profile, now)),
        shift=round(sum(moves) / len(moves), 2) if moves else None,
    )


def _first(rows: tuple[ShiftRow, ...]) -> datetime.date | None:
    return min((row.date for row in rows if row.date), default=None)


def _rounded(points: Fraction) -> float:
    return float(round(points, 2))


def _points(points: float) -> str:
    return figure(points, tenths=True)
