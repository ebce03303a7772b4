"""What can be done on the Settings screen."""

from __future__ import annotations

from skillgap.ui.actions import Action

CHANGE = Action(
    id="settings.change",
    keys=("enter", "space"),
    label="Change",
    text="Change the setting: the next value, a field for a number, or the next key that you press.",
    group="Settings",
    in_footer=True,
)
NEXT = Action(
    id="settings.next",
    keys=("right", "l"),
    label="Next",
    text="The next value of the setting, at once.",
    group="Settings",
)
BEFORE = Action(
    id="settings.before",
    keys=("left", "h"),
    label="Before",
    text="The value before, at once.",
    group="Settings",
)
ADD_KEY = Action(
    id="settings.add-key",
    keys=("plus", "equals_sign"),
    label="One more key",
    text="Give the action one more key beside those that it has.",
    group="Settings",
)
DEFAULT = Action(
    id="settings.default",
    keys=("backspace", "delete"),
    label="Default",
    text="Set the setting back to its default.",
    group="Settings",
    in_footer=True,
)
UNDO = Action(
    id="settings.undo",
    keys=("u",),
    label="Undo",
    text="Take the last change of a setting back, as far as this sitting goes.",
    group="Settings",
    in_footer=True,
)
REDO = Action(
    id="settings.redo", keys=("ctrl+r",), label="Redo", text="Make an undone change again.", group="Settings"
)
DOWN = Action(id="settings.down", keys=("down", "j"), label="Down", text="One row down.", group="Move")
UP = Action(id="settings.up", keys=("up", "k"), label="Up", text="One row up.", group="Move")
FIRST = Action(id="settings.first", keys=("g", "home"), label="First", text="To the first row.", group="Move")
LAST = Action(id="settings.last", keys=("G", "end"), label="Last", text="To the last row.", group="Move")
PAGE_DOWN = Action(
    id="settings.page-down", keys=("pagedown",), label="Page down", text="A page of rows down.", group="Move"
)
PAGE_UP = Action(id="settings.page-up", keys=("pageup",), label="Page up", text="A page of rows up.", group="Move")

ACTIONS = (
    CHANGE,
    DEFAULT,
    UNDO,
    REDO,
    NEXT,
    BEFORE,
    ADD_KEY,
    DOWN,
    UP,
    FIRST,
    LAST,
    PAGE_DOWN,
    PAGE_UP,
)
