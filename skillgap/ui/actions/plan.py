"""What can be done on the Plan screen."""

from __future__ import annotations

from skillgap.ui.actions import Action

DONE = Action(
    id="plan.done",
    keys=("space",),
    label="Done",
    text="Mark the step as done today, or take the mark away; the plan is made again around it.",
    group="Plan",
    in_footer=True,
)
MORE = Action(
    id="plan.more-hours",
    keys=("plus", "equals_sign"),
    label="Hours",
    text="One more hour a week; the plan is made again at once.",
    group="Plan",
    in_footer=True,
)
LESS = Action(
    id="plan.fewer-hours",
    keys=("minus",),
    label="Fewer",
    text="One hour a week less; the plan is made again at once.",
    group="Plan",
)
DEADLINE = Action(
    id="plan.deadline",
    keys=("d",),
    label="Deadline",
    text="Set or drop the day by which the plan should be done.",
    group="Plan",
    in_footer=True,
)
START = Action(
    id="plan.start",
    keys=("b",),
    label="Begin",
    text="Set the day on which the plan begins.",
    group="Plan",
)
EXPORT = Action(
    id="plan.export",
    keys=("x",),
    label="Export",
    text="Write report.toml and plan.toml into a folder.",
    group="Plan",
    in_footer=True,
    run="app.export",
)
MUST_HAVES = Action(
    id="plan.must-haves-first",
    keys=("m",),
    label="Must-haves first",
    text="Put the steps towards must-haves before everything else, or order by readiness alone.",
    group="Plan",
)
EXPERIENCE = Action(
    id="plan.experience",
    keys=("w",),
    label="At work",
    text="Schedule steps that need experience at work like the rest, or list them apart.",
    group="Plan",
)
OPEN = Action(
    id="plan.open",
    keys=("enter",),
    label="Open",
    text="Show all of a step in a window of its own, with its neighbours one key away.",
    group="Plan",
)
TRUE_NOW = Action(
    id="plan.true-now",
    keys=("y",),
    label="True now",
    text="Rate yourself at the level of the done step: yes, its statement is true of you now.",
    group="Plan",
    in_footer=True,
)
UNDO = Action(
    id="plan.undo",
    keys=("u",),
    label="Undo",
    text="Take the last change of this screen back: a mark, a rating, hours, a date.",
    group="Plan",
    in_footer=True,
)
DOWN = Action(id="plan.down", keys=("down", "j"), label="Down", text="One row down.", group="Move")
UP = Action(id="plan.up", keys=("up", "k"), label="Up", text="One row up.", group="Move")
FIRST = Action(id="plan.first", keys=("g", "home"), label="First", text="To the first row.", group="Move")
LAST = Action(id="plan.last", keys=("G", "end"), label="Last", text="To the last row.", group="Move")
PAGE_DOWN = Action(
    id="plan.page-down", keys=("pagedown",), label="Page down", text="A page of rows down.", group="Move"
)
PAGE_UP = Action(id="plan.page-up", keys=("pageup",), label="Page up", text="A page of rows up.", group="Move")
DETAIL_DOWN = Action(
    id="plan.detail-down", keys=("right", "l"), label="Detail down", text="Scroll the detail down.", group="Move"
)
DETAIL_UP = Action(
    id="plan.detail-up", keys=("left", "h"), label="Detail up", text="Scroll the detail up.", group="Move"
)

ACTIONS = (
    DONE,
    MORE,
    LESS,
    DEADLINE,
    TRUE_NOW,
    UNDO,
    EXPORT,
    START,
    MUST_HAVES,
    EXPERIENCE,
    OPEN,
    DOWN,
    UP,
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
    DETAIL_DOWN,
    DETAIL_UP,
)
