"""Settings line by line: those that make a difference beyond the screen, each written at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from skillgap.core.hours import can_be_planned, refusal, remedy
from skillgap.core.preferences import ENTRIES, Entry
from skillgap.core.text import shown
from skillgap.plain.commands import Command, Place
from skillgap.plain.lines import Lines

_CHOICES: dict[str, dict[str, object]] = {
    "glyphs": {"auto": "auto", "unicode": "unicode", "ascii": "ascii"},
    "mouse": {"yes": True, "no": False},
    "show_target": {"yes": True, "no": False},
}
"""What can be typed for a setting, and what it stands for."""
_USUAL = "as the rubric suggests"


class Preferences(Protocol):
    """The settings in force."""

    @property
    def now(self) -> Any:
        """Their values, by name."""

    trouble: str
    """Why the last change is not in the file; empty when it is."""

    def change(self, **changes: Any) -> bool:
        """Change settings and write them; tell whether anything is different now."""

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""


class Adjusting:
    """Reads the settings out and changes them."""

    def __init__(self, preferences: Preferences, lines: Lines, use_hours: Callable[[float | None], None]) -> None:
        self._preferences, self._lines, self._use_hours = preferences, lines, use_hours
        self._entries = tuple(entry for entry in ENTRIES if entry.name in (*_CHOICES, "hours_per_week"))
        self.place = Place(
            commands=(Command(key="u", word="undo", what="take the last change back", do=self._undo),),
            number=self._change,
            numbers="change that setting",
        )

    def run(self) -> None:
        """Read them out; then ask what is to be changed."""
        self._list()
        self._lines.say("Colours and keys are chosen in the app: they are for the screen.")
        self.place.visit(self._lines, "Settings: a number, u, q, or ?:")

    def _list(self) -> None:
        self._lines.say("", *(f"{number}. {self._line(entry)}" for number, entry in enumerate(self._entries, 1)))

    def _say(self, entry: Entry) -> None:
        """Say how a setting is now, and whether that is written."""
        self._lines.say(f"{entry.label}: {self._value(entry)}.")
        if self._preferences.trouble:
            self._lines.say(f"Not saved: {shown(self._preferences.trouble, limit=500)}")

    def _line(self, entry: Entry) -> str:
        return f"{entry.label}: {self._value(entry)}. {entry.text}"

    def _value(self, entry: Entry) -> str:
        now = getattr(self._preferences.now, entry.name)
        if entry.name == "hours_per_week":
            return _USUAL if now is None else f"{now:g}"
        return next(word for word, value in _CHOICES[entry.name].items() if value == now)

    def _change(self, number: int) -> None:
        if not 1 <= number <= len(self._entries):
            self._lines.say(f"There is no setting {number}.")
            return
        entry = self._entries[number - 1]
        if entry.name == "hours_per_week":
            self._hours(entry)
        else:
            self._choose(entry)

    def _choose(self, entry: Entry) -> None:
        choices = _CHOICES[entry.name]
        typed = self._lines.ask(f"{entry.label}, {' or '.join(choices)}? Now: {self._value(entry)}.")
        word = next((word for word in choices if typed and word.startswith(typed.lower())), None)
        if word is None:
            self._lines.say("Nothing was changed.")
            return
        self._preferences.change(**{entry.name: choices[word]})
        self._say(entry)

    def _hours(self, entry: Entry) -> None:
        typed = self._lines.ask("How many hours a week do you have? - is as the rubric suggests.")
        if not typed:
            self._lines.say("Nothing was changed.")
            return
        try:
            hours = None if typed == "-" else float(typed.replace(",", "."))
        except ValueError:
            self._lines.say("That is not a number; nothing was changed.")
            return
        if hours is not None and not can_be_planned(hours):
            self._lines.say(f"{refusal(hours)}; {remedy()}.")
            return
        self._preferences.change(hours_per_week=hours)
        self._use_hours(hours)
        self._say(entry)

    def _undo(self, _: str) -> None:
        if not self._preferences.undo():
            self._lines.say("Nothing to undo.")
            return
        self._use_hours(self._preferences.now.hours_per_week)
        self._list()
