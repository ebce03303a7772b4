"""Which keys an action has now, and which keys would mean two things at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.keys import _character_to_key

from skillgap.core.names import hint
from skillgap.core.text import shown
from skillgap.files.settings import KeyChoice
from skillgap.ui.actions import Action, key_name
from skillgap.ui.actions.common import COMMON

Screens = dict[str, tuple[Action, ...]]
TAKEN = frozenset({"ctrl+j", "ctrl+m", "ctrl+i", "ctrl+h", "ctrl+enter", "ctrl+z", "ctrl+s", "ctrl+q", "f5", "f6"})
"""Keys that terminals, editors around them and multiplexers keep or cannot tell from others."""
FIXED = {"escape": "always goes back", "ctrl+c": "always quits"}


def normal(key: str) -> str:
    """Give the name of a key; a character may stand for itself: `?` is `question_mark`."""
    key = key.strip()
    return _character_to_key(key) if len(key) == 1 else key


def keys_of(action: Action, choices: Iterable[KeyChoice]) -> tuple[str, ...]:
    """Give the keys of an action, the first one to be shown."""
    chosen = next((choice.keys for choice in choices if choice.action == action.id), "")
    return tuple(filter(None, map(str.strip, chosen.split(",")))) or action.keys


def with_keys(choices: Sequence[KeyChoice], action: Action, keys: Sequence[str]) -> tuple[KeyChoice, ...]:
    """Give the choices with other keys for an action; none, or its own, take its choice away."""
    others = tuple(choice for choice in choices if choice.action != action.id)
    if not keys or list(map(normal, keys)) == list(map(normal, action.keys)):
        return others
    return *others, KeyChoice(action=action.id, keys=",".join(keys))


def fault(action: Action, key: str, choices: Sequence[KeyChoice], screens: Screens) -> str:
    """Say why a key cannot be given to an action; empty when it can."""
    key = normal(key)
    if key in FIXED:
        return f"{key_name(key)} {FIXED[key]}"
    if key in TAKEN or key.startswith(("alt+", "super+", "hyper+", "meta+")):
        return f"many terminals keep {key_name(key)} for themselves"
    for place, other in _rivals(action, screens):
        if key in map(normal, keys_of(other, choices)):
            return f"{key_name(key)} is {other.label} ({other.id}) {place}"
    return ""


def problems(choices: Sequence[KeyChoice], screens: Screens) -> Iterator[str]:
    """Name actions that do not exist, and keys that mean two things on one screen."""
    by_id = {action.id: action for actions in screens.values() for action in actions}
    for choice in choices:
        action = by_id.get(choice.action)
        if action is None:
            yield f'keys: there is no action "{shown(choice.action)}"; {hint(choice.action, by_id)}'
            continue
        for key in keys_of(action, choices):
            if what := fault(action, key, choices, screens):
                yield f"keys: {shown(choice.action)}: {shown(what)}"


def _rivals(action: Action, screens: Screens) -> Iterator[tuple[str, Action]]:
    """The other actions that can be done where this one can, with where that is."""
    for name, actions in screens.items():
        if action in actions or action in COMMON or actions is COMMON:
            place = "everywhere" if actions is COMMON else f"on {name}"
            yield from ((place, other) for other in actions if other.id != action.id)
