"""What can be done on the Terms screen."""

from __future__ import annotations

from skillgap.core.familiarity import WORDS
from skillgap.ui.actions import Action, row_moves

ANSWERS = tuple(
    Action(
        id=f"terms.familiarity-{number}",
        keys=(str(number),),
        label="Familiar",
        text=f"Say of the term at hand: {words}; then to the next one without an answer.",
        group="Terms",
        run=f"familiar({number})",
    )
    for number, words in enumerate(WORDS)
)
UNDO = Action(
    id="terms.undo", keys=("u",), label="Undo", text="Take the last answer back.", group="Terms", in_footer=True
)
OTHERS = Action(
    id="terms.others",
    keys=("n",),
    label="New list",
    text="Begin a list of other terms; the answers to this one go, and undo brings them back.",
    group="Terms",
    in_footer=True,
)
LEAVE = Action(
    id="terms.leave",
    keys=("x",),
    label="Leave",
    text="Go back to where you came from, as esc does. Every answer is saved.",
    group="Terms",
    in_footer=True,
)

ACTIONS = (*ANSWERS, UNDO, OTHERS, LEAVE, *row_moves("terms"))
