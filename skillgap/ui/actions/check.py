"""What can be done on the Check screen."""

from __future__ import annotations

from skillgap.ui.actions import Action

HIGHEST_DIGIT = 9


def _digit(number: int) -> Action:
    choice = f"Choose option {number}" if number else "Say that you don't know"
    return Action(
        id=f"check.digit-{number}",
        keys=(str(number),),
        label="Choose",
        text=f"{choice}; when asked how sure you are, {number * 10 or 100} %.",
        group="Check",
        run=f"digit({number})",
    )


DIGITS = tuple(_digit(number) for number in (*range(1, HIGHEST_DIGIT + 1), 0))
NEXT = Action(
    id="check.next",
    keys=("enter", "space"),
    label="Next",
    text="Go on: choose what is highlighted, leave unsaid how sure you are, or see the next question.",
    group="Check",
    in_footer=True,
)
UNKNOWN = Action(
    id="check.unknown",
    keys=("d",),
    label="Don't know",
    text="Say that you don't know; no certainty is asked.",
    group="Check",
    in_footer=True,
)
SKIP = Action(
    id="check.skip",
    keys=("s",),
    label="Skip",
    text="Leave this question aside; nothing is kept of it.",
    group="Check",
    in_footer=True,
)
UNDO = Action(
    id="check.undo",
    keys=("u",),
    label="Undo",
    text="Take the choice, or the last answer of this time, back.",
    group="Check",
    in_footer=True,
)
SOURCE = Action(
    id="check.source",
    keys=("b",),
    label="Source",
    text="Open the source of the explanation in the browser; nothing is opened without this key.",
    group="Check",
    in_footer=True,
)
STOP = Action(
    id="check.stop",
    keys=("x",),
    label="Stop",
    text="Stop and see what has changed, as esc does; once more, go back to where you came from.",
    group="Check",
    in_footer=True,
)
DOWN = Action(id="check.down", keys=("down", "j"), label="Down", text="One option or line down.", group="Move")
UP = Action(id="check.up", keys=("up", "k"), label="Up", text="One option or line up.", group="Move")
PAGE_DOWN = Action(
    id="check.page-down", keys=("pagedown",), label="Page down", text="Scroll a long text down.", group="Move"
)
PAGE_UP = Action(id="check.page-up", keys=("pageup",), label="Page up", text="Scroll a long text up.", group="Move")

ACTIONS = (*DIGITS, NEXT, UNKNOWN, SKIP, UNDO, SOURCE, STOP, DOWN, UP, PAGE_DOWN, PAGE_UP)
