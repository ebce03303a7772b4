"""The two ends of a conversation: lines to read out, and lines that are typed."""

from __future__ import annotations

from collections.abc import Callable

from skillgap.core.records import dataclass

_YES = ("y", "yes")


@dataclass(slots=True)
class Lines:
    """Says and asks. `read` gives a line with its line end, an empty text at the end of the input."""

    read: Callable[[], str]
    write: Callable[[str], None]
    is_over: bool = False
    """Whether the input has ended: nothing more is asked then."""

    def say(self, *lines: str) -> None:
        """Write lines; foreign text must have been made harmless."""
        for line in lines:
            self.write(line)

    def ask(self, question: str) -> str | None:
        """Give the answer to a question without blanks around it; None once the input has ended."""
        if self.is_over:
            return None
        self.write(question)
        line = self.read()
        if not line:
            self.is_over = True
            return None
        return line.strip()

    def is_sure(self, question: str) -> bool:
        """Whether the answer is yes; the end of the input and anything else are no."""
        return (self.ask(f"{question} Type yes or no:") or "").lower() in _YES


def number_in(text: str, most: int) -> int | None:
    """Give the number that a text is, from 0 to `most`; None when it is no such number."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    return int(text) if is_number and int(text) <= most else None
