"""What can be done on the Settings screen."""

from __future__ import annotations

from skillgap.ui.actions import Action, row_moves

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
REDO = Action(id="settings.redo", keys=("ctrl+r",), label="Redo", text="Make an undone change again.", group="Settings")

ACTIONS = (CHANGE, DEFAULT, UNDO, REDO, NEXT, BEFORE, ADD_KEY, *row_moves("settings"))
