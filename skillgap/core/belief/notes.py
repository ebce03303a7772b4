"""Notes for the person: facts, a common reason, one action. No word about character, and no effect on a score."""

from __future__ import annotations

from collections.abc import Mapping

from skillgap.core.belief.assumptions import DEFAULTS, Assumptions
from skillgap.core.belief.calibration import Calibration
from skillgap.core.belief.consistency import Pattern, PrerequisiteConflict
from skillgap.core.belief.contrasts import Contrast
from skillgap.core.belief.overclaiming import Familiarity, overclaiming
from skillgap.core.records import dataclass

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Three plain sentences or groups of them: what was seen, why that is common, what could be done."""

    facts: str
    reason: str
    action: str

    @property
    def text(self) -> str:
        """The whole note as one paragraph."""
        return f"{self.facts} {self.reason} {self.action}"


def foil_note(seen: Familiarity, assumptions: Assumptions = DEFAULTS) -> Note | None:
    """The note about invented terms, None while too few were claimed to say anything."""
    if not overclaiming(seen, assumptions).is_note_due:
        return None
    terms = f"{_number(seen.foils_claimed)} of the {_number(seen.foils_shown)} made-up terms"
    return Note(
        facts=f"You marked {terms} as familiar.",
        reason="That happens easily with terms that sound right.",
        action="A few quick checks would make your result firmer.",
    )


def conflict_note(conflict: PrerequisiteConflict, names: Mapping[str, str]) -> Note:
    """The note about a skill rated high whose prerequisite is rated low; `names` to show by skill id."""
    skill, basis = names[conflict.skill], names[conflict.prerequisite]
    return Note(
        facts=f"You rated {skill} {conflict.level} and {basis}, which it builds on, {conflict.prerequisite_level}.",
        reason="Practice often comes before the theory, and one of the two may have been read differently.",
        action="Look at both descriptions once more, side by side.",
    )


def pattern_note(pattern: Pattern) -> Note | None:
    """One gentle note at most about answers that are all alike."""
    if not pattern.is_note_due:
        return None
    return Note(
        facts=f"{_number(pattern.longest_run).capitalize()} ratings in a row are {pattern.run_rating}.",
        reason="That can be right, and it also happens when one gets tired.",
        action="Look again at one or two of them; a short break helps.",
    )


def contrast_note(contrast: Contrast, name: str) -> Note:
    """The note about a rating that the checks contradict; `name` is the skill's name to show."""
    asked = contrast.right + contrast.wrong
    found = f"{_number(contrast.right)} of {_number(asked)} checks right" if asked > 1 else "its one check "
    if asked == 1:
        found += "right" if contrast.right else "not right"
    facts = f"You rated {name} {contrast.rating} and answered {found}."
    if contrast.kind == "blind spot":
        return Note(
            facts=facts,
            reason="Knowing a subject from use often leaves gaps that only a question shows.",
            action="Read the explanations of the missed ones, then rate again, or show work at that level.",
        )
    return Note(
        facts=facts,
        reason="What has become easy is often rated low.",
        action="Read the next level's description: it may already be true.",
    )


def certainty_note(scored: Calibration, assumptions: Assumptions = DEFAULTS) -> Note | None:
    """The note about stated certainty that differs from the share right; None with few answers or little difference."""
    gap = scored.overconfidence
    if scored.count < assumptions.certainty_least or abs(gap) < assumptions.certainty_gap:
        return None
    stated, right = 100 * scored.stated, 100 * scored.share_right
    return Note(
        facts=f"You were {stated:.0f} % certain on average, and {right:.0f} % were right.",
        reason="That is common, above all with questions that look easy."
        if gap > 0
        else "Careful people often know more than they give themselves credit for.",
        action=f"Next time, name a number about {100 * abs(gap):.0f} points {'lower' if gap > 0 else 'higher'}.",
    )


def _number(count: int) -> str:
    """A count as a word up to ten, the way prose has it."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
