"""What a terminal sends: anything at all."""

from __future__ import annotations

import random

from textual.events import Key

from skillgap.ui.listening import SturdyParser

IMPOSSIBLE = (
    "\x1b[1114112u",  # no such character
    "\x1b[99;1;1114112u",
    "\x1b[97;1;55296u",  # half a character
    "\x1b[99999999999999999999u",
    "\x1b[1:::2;3:::4u",
    "\x1b[48;0;0;0;0t\x1b[?2048;2$y\x1b[<0;5;5M",  # a terminal of no size, and a click in it
)


def keys(*texts: str) -> list[str]:
    """Give the keys in some texts, after what waited for more has been given up."""
    parser = SturdyParser()
    found = [event for text in texts for event in parser.feed(text)]
    return [event.key for event in found if isinstance(event, Key)]


def test_what_no_terminal_sends_is_dropped_and_nothing_after_it() -> None:
    for sequence in IMPOSSIBLE:
        assert keys(f"{sequence}5\x1b[A")[-2:] == ["5", "up"], repr(sequence)
        assert keys(sequence[:-1], f"{sequence[-1]}5")[-1:] == ["5"], repr(sequence)


def test_no_random_sequence_ends_a_parser() -> None:
    dice = random.Random(20261124)
    parts = (*";:<MmutR~0", "\x1b", "\x1b[", "\x1b]", "48", "1114112", "55296", "999999999999")
    parser = SturdyParser()
    for _ in range(100):
        for event in parser.feed("".join(dice.choices(parts, k=50))):
            (getattr(event, "character", "") or "").encode()  # it can be written
    assert [event for event in parser.feed("\x1b[201~\x1b[A") if isinstance(event, Key)][-1].key == "up"
