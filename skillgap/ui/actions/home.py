"""What can be done on Home."""

from __future__ import annotations

from skillgap.ui.actions import Action, answer_undo

CONTINUE = Action(
    id="home.continue",
    keys=("enter", "space"),
    label="Continue",
    text="Go on: choose a target the first time, rate while skills are open, then do what the plan asks for first.",
    group="Home",
    in_footer=True,
)

QUICK = Action(
    id="home.quick",
    keys=("i",),
    label="Quick",
    text="Be asked the few skills that decide most, in about three minutes; the rest is inferred and never stored.",
    group="Home",
    in_footer=True,
)

REASSESS = Action(
    id="home.reassess",
    keys=("n",),
    label="Re-assess",
    text="Start a re-assessment: rate every skill again, with what you said before kept beside it; or end one.",
    group="Home",
)

TODOS = tuple(
    Action(
        id=f"home.todo-{number}",
        keys=(f"{number}",),
        label=f"To do {number}",
        text=f"Go to number {number} of what this week asks for: a step of the plan, to work on or to look at again.",
        group="This week",
        run=f"todo({number})",
    )
    for number in range(1, 6)
)

ACTIONS = (CONTINUE, QUICK, REASSESS, *TODOS, *answer_undo("home"))
