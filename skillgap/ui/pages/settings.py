"""The page of Settings: a row for each setting and for each action that has keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args, get_type_hints

from textual.content import Content
from textual.style import Style

from skillgap.core.preferences import ENTRIES
from skillgap.core.records import dataclass
from skillgap.files.settings import Settings
from skillgap.ui.actions import Action, key_name
from skillgap.ui.actions.keymap import Screens, keys_of, normal
from skillgap.ui.pages.room import Room
from skillgap.ui.text import bar, cut, spread
from skillgap.ui.widgets.row_sheet import Row

_LABEL = 22
_ROOMY = 16
"""Lines from which what a row means is said at length."""
USUAL = Settings()


BY_NAME = {entry.name: entry for entry in ENTRIES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the settings are, and what they could be."""

    now: Settings
    themes: tuple[str, ...]
    usual_hours: float | None
    """The pack's; None while it is being read."""
    screens: Screens

    @property
    def actions(self) -> dict[str, Action]:
        """The actions that have keys, by name."""
        return {action.id: action for actions in self.screens.values() for action in actions if action.keys}

    def values_of(self, name: str) -> tuple[object, ...]:
        """Give the values that a setting can have; none for what is typed."""
        if name == "theme":
            return self.themes
        kind = get_type_hints(Settings)[name]
        return (True, False) if kind is bool else get_args(kind) if get_args(kind)[-1:] != (type(None),) else ()

    def is_usual(self, name: str) -> bool:
        """Whether a setting, or the keys of an action, have their default."""
        if name in BY_NAME:
            return bool(getattr(self.now, name) == getattr(USUAL, name))
        return all(choice.action != name for choice in self.now.keys)


def settings_rows(it: Choices, room: Room) -> list[Row]:
    """Give all rows."""
    return [*_entries(it, room), *_keys(it, room)]


def _entries(it: Choices, room: Room) -> Iterator[Row]:
    group = ""
    for entry in ENTRIES:
        if entry.group != group:
            yield from _heading(entry.group, is_first=not group)
            group = entry.group
        value = _value(it, entry.name, room)
        yield _row(entry.label, value, entry.name, it, room)


def _keys(it: Choices, room: Room) -> Iterator[Row]:
    for place, actions in it.screens.items():
        yield from _heading(f"Keys: {place}")
        for action in actions:
            if action.keys:
                names = "  ".join(key_name(normal(key)) for key in keys_of(action, it.now.keys))
                click = Style.from_meta({"@click": f"screen.press('{action.id}')"})
                value = Content.styled(names, "bold $text-accent").stylize(click)
                yield _row(_title(action), value, action.id, it, room)


def _heading(text: str, *, is_first: bool = False) -> Iterator[Row]:
    if not is_first:
        yield Row(Content(""))
    yield Row(Content.styled(text, "bold $text-primary"))


def _title(action: Action) -> str:
    return f"Rate {action.id[-1]}" if action.id.startswith("rate.level-") else action.label


def _row(label: str, value: Content, key: str, it: Choices, room: Room) -> Row:
    name = cut(label, _LABEL - 1, room.glyphs)
    left = Content.assemble("  ", f"{name:<{_LABEL}}", value)
    note = "" if it.is_usual(key) else "changed "
    plain = Content.assemble("  ", f"{name:<{_LABEL}}", _unspanned(value))
    return Row(
        spread(left, Content.styled(note, "$text-warning"), room.width), key, spread(plain, Content(note), room.width)
    )


def _unspanned(value: Content) -> Content:
    """The text in one colour, for the cursor; what can be clicked stays so."""
    clicks = [span for span in value.spans if isinstance(span.style, Style) and span.style.meta]
    return Content(value.plain, spans=clicks)


def _value(it: Choices, name: str, room: Room) -> Content:
    """The value of a setting, as choices that can be clicked."""
    now, values = getattr(it.now, name), it.values_of(name)
    if name == "theme":
        here = f"{values.index(now) + 1} of {len(values)}" if now in values else "unknown"
        return Content.assemble(
            _step(name, -1, room), (f" {now} ", "bold"), _step(name, 1, room), (f"  {here}", "$text-muted")
        )
    if not values:
        return _hours(it, now, room)
    parts = [_choice(name, value, room, is_chosen=value == now) for value in values]
    return Content("   ").join(parts)


def _hours(it: Choices, now: float | None, room: Room) -> Content:
    usual = "" if it.usual_hours is None else f"{it.usual_hours:g}"
    text = f" {now:g} " if now is not None else f" {usual} "
    note = "  as the rubric suggests" if now is None else ""
    steps = _step("hours_per_week", -1, room), _step("hours_per_week", 1, room)
    return Content.assemble(steps[0], (text, "bold"), steps[1], (note, "$text-muted"))


def _choice(name: str, value: object, room: Room, *, is_chosen: bool) -> Content:
    word = {True: "on", False: "off"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    mark = room.glyphs.chosen if is_chosen else room.glyphs.empty
    click = Style.from_meta({"@click": f"screen.pick('{name}', {value!r})"})
    return Content.styled(f"{mark} {word}", "bold" if is_chosen else "$text-muted").stylize(click)


def _step(name: str, by: int, room: Room) -> Content:
    click = Style.from_meta({"@click": f"screen.step('{name}', {by})"})
    arrow = room.glyphs.right if by > 0 else room.glyphs.left
    return Content.styled(arrow, "$text-accent").stylize(click)


def about(key: str, it: Choices, file: str, room: Room) -> list[Content]:
    """Say what the row under the cursor means, its default, and where it is kept; less where there is little room."""
    entry, action = BY_NAME.get(key), it.actions.get(key)
    if entry is not None:
        title, text, usual, name = entry.label, entry.text, _usual(it, key), key
    elif action is not None:
        title, text, name = _title(action), action.text, f'action = "{key}"'
        usual = " ".join(key_name(normal(name)) for name in action.keys)
    else:
        return []
    words = Content(text).wrap(room.width)
    facts = Content.assemble(("By default  ", "$text-muted"), usual, ("   In the file  ", "$text-muted"), name)
    if room.height < _ROOMY:
        return [*words, facts]
    lines = [Content.styled(title, "bold $text-primary"), *words, *facts.wrap(room.width)]
    return [*lines, Content(""), *_sample(room), Content(""), *Content.styled(file, "$text-muted").wrap(room.width)]


def _usual(it: Choices, name: str) -> str:
    value = getattr(USUAL, name)
    if value is None:
        return f"{it.usual_hours:g}, as the rubric suggests" if it.usual_hours is not None else "as the rubric suggests"
    return {True: "on", False: "off"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _sample(room: Room) -> Iterator[Content]:
    """Every colour and character in one look."""
    glyphs = room.glyphs
    full, rest = bar(0.6, min(24, room.width - 10), glyphs)
    yield Content.styled("A look at it", "bold $text-primary")
    yield Content.assemble((full, "$primary"), (rest, "$bar-rest"), (glyphs.tick, "bold $text-accent"), "  60 %")
    yield Content.assemble(
        (f"{glyphs.done} meets", "$text-success on $success-muted"),
        "  ",
        (f"{glyphs.partly} close", "$text-warning on $warning-muted"),
        "  ",
        (f"{glyphs.empty} not yet", "$text-error on $error-muted"),
    )
    yield Content.assemble(
        (f"{glyphs.chosen} 3 Independent", "bold $text-success"), (f"  {glyphs.must} must-have", "bold $text-accent")
    )
    yield Content.assemble(
        (f" {glyphs.cursor} the row at hand ", "$block-cursor-foreground on $block-cursor-background"),
        ("  and what matters less", "$text-muted"),
    )


def heads(problems: Sequence[str], trouble: str, room: Room) -> list[Content]:
    """Say what is wrong with the file, each fault in full."""
    said = [*problems, *([f"The last change counts, but is not in the file: {trouble}"] if trouble else [])]
    lines = []
    for text in said:
        first, *rest = Content(text).wrap(max(20, room.width - 2))
        lines.append(Content.assemble((f"{room.glyphs.warning} ", "bold"), first).stylize("$text-warning"))
        lines += [Content.assemble("  ", line).stylize("$text-warning") for line in rest]
    return [*lines, Content("")] if lines else []
