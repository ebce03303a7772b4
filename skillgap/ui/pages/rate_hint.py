"""The line of help on Rate, and how far a quick round is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from skillgap.ui.actions import Action
from skillgap.ui.actions.common import CHECK, RESULTS
from skillgap.ui.actions.home import REASSESS
from skillgap.ui.actions.rate import HIGHEST_DIGIT, QUICK, SKIP

if TYPE_CHECKING:
    from skillgap.core.interview import Interview
    from skillgap.ui.text import Glyphs

_HINTED = 3
"""The first answers for which the line of help stays."""


def hint_line(interview: Interview, key_of: Callable[[Action], str], glyphs: Glyphs) -> str:
    """Say what comes next, with the keys for it; empty when nothing need be said."""
    pack = interview.pack
    if interview.quick is not None:
        return _round_hint(interview, key_of)
    if interview.again:
        return f"Re-assessment: {len(interview.again)} to rate again; {key_of(REASSESS)} on Home ends it."
    if interview.is_complete and interview.look_again:
        count, key = len(interview.look_again), key_of(SKIP)
        return f"{glyphs.warning} {count} to look at again: their anchors have changed. {key} skips one."
    if interview.is_complete:
        checks = f", {key_of(CHECK)} tests your ratings" if pack.checks else ""
        return f"Everything is answered. {key_of(RESULTS)} shows results{checks}."
    if interview.count("rated") < _HINTED:
        return f"Type 0-{min(pack.scale.top, HIGHEST_DIGIT)}: the highest level whose statement is true of you today."
    return ""


def _round_hint(interview: Interview, key_of: Callable[[Action], str]) -> str:
    done, size = interview.progress
    results, every = key_of(RESULTS), key_of(QUICK)
    if interview.is_round_done:
        return f"Quick round done. {results} shows results, {every} asks the other {interview.count('open')}."
    return f"{done} of {size} asked, the rest is inferred. {every} asks all."


def round_text(interview: Interview) -> str:
    """Say how far a quick round is, in few words; empty when none is under way."""
    if interview.quick is None:
        return ""
    done, size = interview.progress
    return f"quick round: {done} of {size} asked"
