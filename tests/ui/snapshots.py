"""Screens as text: what stands in every cell, and in which role of the theme; kept in files that diff well."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.color import Color
from rich.style import Style

from skillgap.ui.app import SkillgapApp

UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))
FOLDER = Path(__file__).with_name("snapshots")
TEXTS = {
    "foreground": ".",
    "text-muted": "m",
    "text-primary": "p",
    "text-accent": "a",
    "text-success": "s",
    "text-warning": "w",
    "text-error": "e",
    "block-cursor-foreground": "c",
    "primary": "P",
    "success": "S",
    "accent": "A",
    "bar-rest": "r",
    "border": "b",
}
GROUNDS = {
    "background": ".",
    "surface": "-",
    "panel": "=",
    "block-cursor-background": "C",
    "primary-muted": "1",
    "success-muted": "2",
    "warning-muted": "3",
    "error-muted": "4",
    "primary": "P",
    "success": "S",
    "block-cursor-foreground": "I",
}
OTHER = "?"
"""A colour that no variable of the theme has, such as what is seen through a dialog."""


def picture(app: SkillgapApp) -> str:
    """Give the screen: each row of text, then the roles of text and ground where they are not the usual ones.

    The key line is left out, which changes with every action and is read by other tests, and so are scroll bars, which
    change with every row.
    """
    lines = []
    for strip in app.screen._compositor.render_strips()[:-1]:
        cells = list(_cells(strip, app.theme_variables))
        lines.append("|" + "".join(text for text, _, _ in cells).rstrip())
        for kind, plane in (("t", "".join(text for _, text, _ in cells)), ("g", "".join(g for *_, g in cells))):
            if set(plane) != {"."}:
                lines.append(f"  {kind} {_short(plane)}")
    return "\n".join(lines) + "\n"


def matches(name: str, now: str) -> str:
    """Compare with the file, or write it when UPDATE_SNAPSHOTS is set; say how they differ, empty when they do not."""
    file = FOLDER / f"{name}.txt"
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    if before == now:
        return ""
    from difflib import unified_diff  # noqa: PLC0415 - only a difference pays for it

    lines = unified_diff(before.splitlines(), now.splitlines(), f"{name} before", f"{name} now", lineterm="", n=1)
    return "\n".join(lines) + "\n(when it should look so: UPDATE_SNAPSHOTS=1 pytest tests/ui/test_snapshots.py)"


def _cells(strip: object, variables: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    from rich.segment import Segment  # noqa: PLC0415

    assert hasattr(strip, "__iter__")
    for segment in strip:
        assert isinstance(segment, Segment)
        style = segment.style or Style()
        text, ground = _role(style.color, TEXTS, variables), _role(style.bgcolor, GROUNDS, variables)
        strong = text.upper() if style.bold and text.islower() else "B" if style.bold and text == "." else text
        is_bar = OTHER in (text, ground) and set(segment.text) <= set(" ▁▂▃▄▅▆▇")
        for character in " " * len(segment.text) if is_bar else segment.text:
            yield character, "." if character == " " else strong, "." if is_bar else ground


def _role(color: Color | None, names: dict[str, str], variables: dict[str, str]) -> str:
    if color is None or color.triplet is None:
        return "."
    known = (letter for name, letter in names.items() if variables.get(name, "")[:7].lower() == color.triplet.hex)
    return next(known, OTHER)


def _short(plane: str) -> str:
    """Runs of one role as its letter and its length."""
    return " ".join(f"{letter}{len(list(run))}" for letter, run in groupby(plane))
