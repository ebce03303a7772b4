"""The verdict of a score: one word for a file, and a sentence that names what decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from skillgap.core.names import counted
from skillgap.core.report import VerdictWord
from skillgap.core.scoring import Score
from skillgap.core.standing import Ladder
from skillgap.core.trace import percent_text


def verdict_text(result: Score, grades: Ladder) -> str:
    """Say the verdict in a sentence that names what decides it."""
    goal = result.profile.grade.title
    if not result.skills:
        return "No verdict: this target asks for no skill."
    if result.span is None:
        return "No verdict: every skill is put aside as not applicable."
    answered = f"{result.count('rated')} of {counted(len(result.skills), 'skill')} in the profile"
    if result.readiness is None:
        return f"No verdict: nothing is rated yet ({answered})."
    if result.verdict is None:
        share = percent_text(result.coverage * 100, result.rules.coverage * 100)
        return f"Verdict withheld: only {share} of the weight is answered ({answered})."
    reached = grades.reached
    other = reached is not None and reached.profile.grade != result.profile.grade
    stands = f" Your answers meet {reached.profile.grade.title}." if reached and other else ""
    return _verdict_sentence(result, goal) + stands


def _verdict_sentence(result: Score, goal: str) -> str:
    if result.verdict == "meets":
        return f"Meets the {goal} profile."
    reasons = list(_missing_must_haves(result))
    low = result.span[0] if result.span else Fraction(0)
    if low < result.rules.meets:
        cut_offs = (result.rules.close, result.rules.meets)
        reasons.append(f"readiness {percent_text(low, *cut_offs)} is under {percent_text(result.rules.meets)}")
    word = "Close to" if result.verdict == "close" else "Not yet"
    tail = "" if result.verdict == result.best_verdict else " The open skills could still change this."
    return f"{word} {goal}: {_listed(reasons)}.{tail}"


def _missing_must_haves(result: Score) -> Iterable[str]:
    """Say how many must-haves are below their floor and how many nobody has rated: the two ask for different things."""
    below, still = len(result.blockers), sum(row.state == "unanswered" for row in result.must_haves)
    if below:
        yield f"{counted(below, 'must-have')} below the bar"
    if still:
        yield f"{still} not rated" if below else f"{counted(still, 'must-have')} not rated"


def _listed(parts: Sequence[str]) -> str:
    """Join parts of a sentence: "one", "one and two", "one, two and three"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def verdict_word(result: Score) -> VerdictWord:
    """Give the verdict as one word for a file."""
    if not result.skills:
        return "no-profile"
    return result.verdict or "withheld"
