"""What can be done on Home."""

from __future__ import annotations

from skillgap.ui.actions import Action

CONTINUE = Action(
    id="home.continue",
    keys=("enter", "space"),
    label="Continue",
    text="Go on: choose a target the first time, rate while skills are open, then see the results.",
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

ACTIONS = (CONTINUE, QUICK)
