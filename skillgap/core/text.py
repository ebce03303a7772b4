"""Foreign text on a screen or in a message: visible, harmless and bounded, whatever it holds."""

from __future__ import annotations

_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
_NO_TEXT = ("Cc", "Cs", "Zl", "Zp")
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS_IN_A_ROW = 3  # scripts that stack more on one letter exist only to flood a screen


def shown(text: str, *, limit: int = 200) -> str:
    """Show text from a file, a name or a person so that it can neither act nor hide.

    Control, bidirectional, zero-width, surrogate and unassigned characters become escapes such as `\\u001B`, as
    do combining marks after the third in a row; bytes of file names that are no text become `\\xFF`. More than
    `limit` characters are cut, with an ellipsis.
    """
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if cut.isascii() and cut.isprintable():
        return cut
    return "".join(_visible(cut))


def _visible(text: str) -> list[str]:
    from unicodedata import combining  # noqa: PLC0415 - rarely needed, and start-up time counts

    pieces: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if combining(char) else 0
        harmless = marks <= _MARKS_IN_A_ROW and (char.isprintable() or _is_blank(char))
        pieces.append(char if harmless else _escape(char))
    return pieces


def _is_blank(char: str) -> bool:
    """A wide or non-breaking space: not "printable" for Python, but nothing more than a space."""
    return char in "\u00a0\u1680\u202f\u205f\u3000" or "\u2000" <= char <= "\u200a"


def _escape(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if 0xDC80 <= code <= 0xDCFF:  # how Python carries an undecodable byte of a file name
        return f"\\x{code - 0xDC00:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def controls(text: str) -> str:
    """Give the characters that can be no part of a link or path: control characters, line ends, direction marks.

    They could act on a terminal, or make a link look like another. Joiners, which some scripts need, are none of them.
    """
    if text.isascii() and text.isprintable():
        return ""
    from unicodedata import category  # noqa: PLC0415 - rarely needed

    return "".join(char for char in text if category(char) in _NO_TEXT or char in _DIRECTIONS)


def cells(text: str) -> int:
    """Give the width of a text in terminal cells: wide and full-width characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - rarely needed

    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, width: int) -> str:
    """Fill a text with spaces up to a width in cells."""
    return text + " " * max(0, width - cells(text))
