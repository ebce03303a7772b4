"""What can be typed at a place of the conversation: a letter or a word, and what follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from skillgap.core.records import dataclass
from skillgap.core.text import shown
from skillgap.plain.lines import Lines

_LEAVE = ("q", "quit")
_HELP = ("?", "help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One of the things that can be typed."""

    key: str
    word: str
    what: str
    """What it does, for the help."""
    do: Callable[[str], None]
    """Does it, given what was typed after the word."""
    takes: str = ""
    """What may follow, as the help names it; empty when nothing may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the conversation, with everything that can be typed there."""

    commands: tuple[Command, ...]
    number: Callable[[int], None] | None = None
    """Does what a number says, where a number alone means something."""
    numbers: str = ""
    """What a number means, for the help."""
    leaving: str = "back"
    """What q does, for the help."""
    longest: int = 3
    """Digits of a number."""

    def help(self) -> Iterator[str]:
        """Give a line for everything that can be typed."""
        rows = [(f"{command.key} {command.takes}".strip(), command.what) for command in self.commands]
        if self.number:
            rows.insert(0, ("number", self.numbers))
        rows += [("q", self.leaving), ("?", "this help")]
        width = max(len(key) for key, _ in rows)
        yield from (f"  {key:<{width}}  {what}" for key, what in rows)

    def takes(self, line: str) -> bool:
        """Do what a line says; tell whether it means anything here."""
        word, _, rest = line.partition(" ")
        if self.number and not rest and word.isascii() and word.isdigit() and len(word) <= self.longest:
            self.number(int(word))
            return True
        word = word.lower()
        found = next((one for one in self.commands if word in (one.key, one.word)), None)
        if found is None or (rest.strip() and not found.takes):
            return False
        found.do(rest.strip())
        return True

    def visit(self, lines: Lines, question: str, *, is_left: Callable[[], bool] = lambda: False) -> None:
        """Ask until the person leaves, the input ends or `is_left` says so."""
        while (line := lines.ask(question)) is not None:
            if line.lower() in _LEAVE:
                return
            if line.lower() in _HELP:
                lines.say(*self.help())
            elif line and not self.takes(line):
                lines.say(f"Not understood: {shown(line, limit=40)}. ? lists what can be typed.")
            if is_left():
                return
