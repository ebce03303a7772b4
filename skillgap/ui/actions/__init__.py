"""The one table of what can be done: keys, footer, command palette, help and the key list all come from it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that a person can do on a screen."""

    id: str
    """Dotted, `rate.skip`: the name in a key map. `app.` is for everywhere."""
    keys: tuple[str, ...]
    """The first one is shown; none for what is done from the palette alone."""
    label: str
    """One or two words, for the footer."""
    text: str
    """One sentence, for help, palette and manual."""
    group: str
    """Heading in help."""
    in_footer: bool = False
    run: str = ""
    """The Textual action; from the id when empty: `rate.next-area` runs `next_area` of the screen."""

    @property
    def call(self) -> str:
        """The Textual action that this runs."""
        place, _, name = self.id.partition(".")
        return self.run or ("app." if place == "app" else "") + name.replace("-", "_")


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """Give the key bindings of actions, with ids by which a key map can override them."""
    return [
        Binding(",".join(action.keys), action.call, action.label, show=False, tooltip=action.text, id=action.id)
        for action in actions
        if action.keys
    ]


_KEY_NAMES = {
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "comma": ",",
    "equals_sign": "=",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "backspace": "bksp",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def key_name(key: str) -> str:
    """Say a key as people write it: `?`, `^r`, `F1`, `esc`."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _KEY_NAMES.get(key, key)


def row_moves(place: str) -> tuple[Action, ...]:
    """Give the actions that move a cursor over the rows of a screen."""
    moves = (
        ("down", ("down", "j"), "Down", "One row down."),
        ("up", ("up", "k"), "Up", "One row up."),
        ("first", ("g", "home"), "First", "To the first row."),
        ("last", ("G", "end"), "Last", "To the last row."),
        ("page-down", ("pagedown",), "Page down", "A page of rows down."),
        ("page-up", ("pageup",), "Page up", "A page of rows up."),
    )
    return tuple(
        Action(id=f"{place}.{name}", keys=keys, label=label, text=text, group="Move")
        for name, keys, label, text in moves
    )


def answer_undo(place: str) -> tuple[Action, ...]:
    """Give the actions by which a screen takes changes of answers back that were made on another."""
    return (
        Action(
            id=f"{place}.undo",
            keys=("u",),
            label="Undo",
            text="Take the last change of your answers back.",
            group="Answers",
        ),
        Action(
            id=f"{place}.redo", keys=("ctrl+r",), label="Redo", text="Make an undone change again.", group="Answers"
        ),
    )
