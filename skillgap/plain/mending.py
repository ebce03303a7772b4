"""An assessment file that cannot be used: what may take its place."""

from __future__ import annotations

from typing import Literal, get_args

from skillgap.plain.lines import Lines

Way = Literal["stop", "spare", "new"]
_WAYS: tuple[Way, ...] = get_args(Way)


def mend(spare: str, lines: Lines) -> Way:
    """Ask what to do; anything but a whole word that was offered leaves everything as it is.

    `spare` says what the last good version holds, empty when there is none. Words and not numbers, because what is
    typed ahead, or comes from a pipe, may be an answer to another question.
    """
    lines.say("Your answers cannot be used as they are. Nothing was changed.")
    if spare:
        lines.say(f"  spare  go on with the last good version: {spare}")
    lines.say("  new    begin without answers", "In both cases the file is kept under a dated name.")
    typed = lines.ask("Type one of these words, or Enter to stop and mend the file in an editor:")
    offered = _WAYS if spare else ("stop", "new")
    return next((way for way in offered if way == typed), "stop")
