"""What can be done on the Rate screen."""

from __future__ import annotations

from skillgap.ui.actions import Action

HIGHEST_DIGIT = 9


def _level(number: int) -> Action:
    return Action(
        id=f"rate.level-{number}",
        keys=(str(number),),
        label="Rate",
        text=f"Rate yourself at level {number} and go on to the next open skill.",
        group="Rate",
        run=f"level({number})",
    )


LEVELS = tuple(_level(number) for number in range(HIGHEST_DIGIT + 1))
TAKE = Action(
    id="rate.take",
    keys=("enter", "space"),
    label="Take",
    text="Take the highlighted level and go on.",
    group="Rate",
)
ASIDE = Action(
    id="rate.not-applicable",
    keys=("n",),
    label="N/A",
    text="Put the skill aside as not applicable, with a reason if you like.",
    group="Rate",
    in_footer=True,
)
SKIP = Action(
    id="rate.skip",
    keys=("s",),
    label="Skip",
    text="Leave the skill as it is and go to the next that is open or has changed.",
    group="Rate",
    in_footer=True,
)
QUICK = Action(
    id="rate.quick",
    keys=("i",),
    label="Quick",
    text="Change between a quick round, which asks the skills that decide most, and every skill in turn.",
    group="Rate",
)
CLEAR = Action(
    id="rate.clear",
    keys=("backspace", "delete"),
    label="Clear",
    text="Take the answer away: the skill is open again.",
    group="Rate",
)
UNDO = Action(
    id="rate.undo",
    keys=("u",),
    label="Undo",
    text="Take the last change back, as far as this sitting goes.",
    group="Rate",
    in_footer=True,
)
REDO = Action(id="rate.redo", keys=("ctrl+r",), label="Redo", text="Make an undone change again.", group="Rate")
SURE = Action(
    id="rate.confidence",
    keys=("c",),
    label="Sure?",
    text="Say how sure you are of this rating, or the one just given: unsure, fairly, sure (0: never), or nothing.",
    group="Say more",
)
EVIDENCE = Action(
    id="rate.evidence",
    keys=("e",),
    label="Evidence",
    text="Name something that shows the level, here or of the skill just rated: a link, a repository, a review.",
    group="Say more",
)
NOTE = Action(
    id="rate.note",
    keys=("m",),
    label="Note",
    text="Write a note to this skill, or the one just rated.",
    group="Say more",
)
USED = Action(
    id="rate.last-used",
    keys=("l",),
    label="Last used",
    text="Say when you last did this, or the skill just rated.",
    group="Say more",
)
SHOW_TARGET = Action(
    id="rate.show-target",
    keys=("v",),
    label="Target",
    text="Show or hide what your target asks; hidden at first, because knowing it sways a rating.",
    group="Say more",
)
DOWN = Action(id="rate.down", keys=("down", "j"), label="Down", text="One level or skill down.", group="Move")
UP = Action(id="rate.up", keys=("up", "k"), label="Up", text="One level or skill up.", group="Move")
FIRST = Action(
    id="rate.first", keys=("g", "home"), label="First", text="To the first level, or skill of the list.", group="Move"
)
LAST = Action(
    id="rate.last", keys=("G", "end"), label="Last", text="To the last level, or skill of the list.", group="Move"
)
BEFORE = Action(id="rate.before", keys=("left",), label="Before", text="To the skill before.", group="Move")
AFTER = Action(id="rate.after", keys=("right",), label="After", text="To the skill after.", group="Move")
AREA_BEFORE = Action(
    id="rate.area-before", keys=("pageup", "["), label="Area before", text="To the area before.", group="Move"
)
AREA_AFTER = Action(
    id="rate.area-after", keys=("pagedown", "]"), label="Next area", text="To the next area.", group="Move"
)
PANE = Action(
    id="rate.pane",
    keys=("tab", "shift+tab"),
    label="List",
    text="Between the list of skills and the levels of one.",
    group="Move",
)

ACTIONS = (
    *LEVELS,
    TAKE,
    ASIDE,
    SKIP,
    UNDO,
    REDO,
    CLEAR,
    QUICK,
    SURE,
    EVIDENCE,
    NOTE,
    USED,
    SHOW_TARGET,
    DOWN,
    UP,
    FIRST,
    LAST,
    BEFORE,
    AFTER,
    AREA_BEFORE,
    AREA_AFTER,
    PANE,
)
