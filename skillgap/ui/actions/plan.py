"""What can be done on the Plan screen."""

from __future__ import annotations

from skillgap.ui.actions import Action, row_moves

DONE = Action(
    id="plan.done",
    keys=("space",),
    label="Done",
    text="Mark the step as done, with day and hours, or change its mark; take a project, or drop it.",
    group="Steps",
    in_footer=True,
)
TRUE_NOW = Action(
    id="plan.true-now",
    keys=("y",),
    label="True now",
    text="Yes, the statement of the done step is true of you: rate yourself at its level, or say that it still holds.",
    group="Steps",
    in_footer=True,
)
PIN = Action(
    id="plan.pin",
    keys=("i",),
    label="This week",
    text="Pin the step to this week; the rest is planned around it.",
    group="Steps",
)
EARLIER = Action(
    id="plan.earlier",
    keys=("left_square_bracket",),
    label="Earlier",
    text="Pin the step a week earlier than it is planned or pinned.",
    group="Steps",
)
LATER = Action(
    id="plan.later",
    keys=("right_square_bracket",),
    label="Later",
    text="Pin the step a week later than it is planned or pinned.",
    group="Steps",
)
EXCLUDE = Action(
    id="plan.exclude",
    keys=("e",),
    label="Leave out",
    text="Leave the step out of the plan, and with it what needs it; ask why.",
    group="Steps",
)
ENOUGH = Action(
    id="plan.enough",
    keys=("f",),
    label="Good enough",
    text="Say why the level of the skill is fine as it is: its steps leave the plan, its gap stays in the report.",
    group="Steps",
)
TAKE_BACK = Action(
    id="plan.take-back",
    keys=("backspace",),
    label="Take back",
    text="Take back what you decided about the row: its mark, pin, exclusion, good enough, project.",
    group="Steps",
)
NOTE = Action(
    id="plan.note",
    keys=("n",),
    label="Note",
    text="Write a note on the step.",
    group="Steps",
)
LINK = Action(
    id="plan.link",
    keys=("v",),
    label="Open link",
    text="Open what there is to read for the step in a browser; only http and https addresses.",
    group="Steps",
)
OPEN = Action(
    id="plan.open",
    keys=("enter",),
    label="Open",
    text="Show all of a step in a window of its own, with its neighbours one key away.",
    group="Steps",
    in_footer=True,
)
MORE = Action(
    id="plan.more-hours",
    keys=("plus", "equals_sign"),
    label="Hours",
    text="One more hour a week; the plan is made again at once.",
    group="Hours and dates",
    in_footer=True,
)
LESS = Action(
    id="plan.fewer-hours",
    keys=("minus",),
    label="Fewer",
    text="One hour a week less; the plan is made again at once.",
    group="Hours and dates",
)
HOURS = Action(
    id="plan.hours",
    keys=("H",),
    label="Hours",
    text="Say how many hours a week, or on Monday to Sunday.",
    group="Hours and dates",
)
PACE = Action(
    id="plan.pace",
    keys=("P",),
    label="Pace",
    text="Say how many hours you need for a typical one, or let it be learned from what is done.",
    group="Hours and dates",
)
DEADLINE = Action(
    id="plan.deadline",
    keys=("d",),
    label="Deadline",
    text="Set or drop the day by which the plan should be done.",
    group="Hours and dates",
    in_footer=True,
)
COMPARE = Action(
    id="plan.compare",
    keys=("c",),
    label="What if",
    text="Compare half the hours, the plan as it is, and double the hours, side by side.",
    group="Hours and dates",
    in_footer=True,
)
START = Action(
    id="plan.start",
    keys=("b",),
    label="Begin",
    text="Set the day on which the plan begins.",
    group="Hours and dates",
)
DAYS_OFF = Action(
    id="plan.days-off",
    keys=("s",),
    label="Days off",
    text="Say on which days you are away, or have other hours; the plan goes around them.",
    group="Hours and dates",
)
MUST_HAVES = Action(
    id="plan.must-haves-first",
    keys=("m",),
    label="Must-haves first",
    text="Put the steps towards must-haves before everything else, or order by readiness alone.",
    group="Hours and dates",
)
EXPERIENCE = Action(
    id="plan.experience",
    keys=("w",),
    label="At work",
    text="Schedule steps that need experience at work like the rest, or list them apart.",
    group="Hours and dates",
)
UNDO = Action(
    id="plan.undo",
    keys=("u",),
    label="Undo",
    text="Take the last change of this screen back: a mark, a choice, a note, a rating, hours, a date.",
    group="Steps",
    in_footer=True,
)
REDO = Action(
    id="plan.redo",
    keys=("ctrl+r",),
    label="Redo",
    text="Make the last change that was taken back again.",
    group="Steps",
)
EXPORT = Action(
    id="plan.export",
    keys=("x",),
    label="Export",
    text="Write report.toml and plan.toml into a folder.",
    group="Steps",
    in_footer=True,
    run="app.export",
)
WHOLE = Action(
    id="plan.whole",
    keys=("z",),
    label="Zoom",
    text="Show all weeks at once, or as many as can be told apart.",
    group="Weeks",
)
WEEKS_BACK = Action(
    id="plan.weeks-back",
    keys=("less_than_sign",),
    label="Weeks back",
    text="Scroll the timeline four weeks back.",
    group="Weeks",
)
WEEKS_ON = Action(
    id="plan.weeks-on",
    keys=("greater_than_sign",),
    label="Weeks on",
    text="Scroll the timeline four weeks on.",
    group="Weeks",
)
DETAIL_DOWN = Action(
    id="plan.detail-down", keys=("right", "l"), label="Detail down", text="Scroll the detail down.", group="Move"
)
DETAIL_UP = Action(
    id="plan.detail-up", keys=("left", "h"), label="Detail up", text="Scroll the detail up.", group="Move"
)

ON_STEPS = (PIN, EARLIER, LATER, EXCLUDE, ENOUGH, NOTE, LINK, TAKE_BACK)
"""What is named below the detail of a row, where it makes sense."""

ACTIONS = (
    DONE,
    OPEN,
    MORE,
    COMPARE,
    DEADLINE,
    TRUE_NOW,
    UNDO,
    EXPORT,
    REDO,
    PIN,
    EARLIER,
    LATER,
    EXCLUDE,
    ENOUGH,
    TAKE_BACK,
    NOTE,
    LINK,
    LESS,
    HOURS,
    PACE,
    START,
    DAYS_OFF,
    MUST_HAVES,
    EXPERIENCE,
    WHOLE,
    WEEKS_BACK,
    WEEKS_ON,
    *row_moves("plan"),
    DETAIL_DOWN,
    DETAIL_UP,
)
