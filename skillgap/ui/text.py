"""How things look as text: the glyphs, foreign text made harmless, and what goes into one line."""

from __future__ import annotations

from textual.content import Content
from textual.dom import DOMNode

from skillgap.core.records import dataclass
from skillgap.core.text import cells, shown

_LONGEST = 2000
"""Characters of one text that are shown at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """Every character that is drawn and not written; each is one cell wide."""

    cursor: str
    chosen: str
    open: str
    aside: str
    must: str
    done: str
    partly: str
    empty: str
    target: str
    dot: str
    ellipsis: str
    left: str
    right: str
    bar: str
    bar_rest: str
    bar_parts: str
    """Eighths of a cell, from one to seven; empty where there are none."""
    tick: str
    likely: str
    """A bar within the range that is likely: filled."""
    perhaps: str
    """The same: not filled."""
    rises: str
    """Eighths of the height of a cell, from one to seven; empty where there are none."""
    plotted: str
    """What shapes and lines of a chart are drawn with; empty where quarters of cells do it."""
    tie: str
    span: str
    """A cell of a bar over weeks; leaves a gap to the bar above."""
    line: str
    warning: str
    correct: str
    wrong: str


UNICODE = Glyphs(
    cursor="▸",
    chosen="●",
    open="·",
    aside="–",
    must="★",
    done="✓",
    partly="◐",
    empty="○",
    target="◆",
    dot="·",
    ellipsis="…",
    left="←",
    right="→",
    bar="█",
    bar_rest="░",
    bar_parts="▏▎▍▌▋▊▉",
    tick="▏",
    likely="▓",
    perhaps="▒",
    rises="▁▂▃▄▅▆▇",
    plotted="",
    tie="≈",
    span="▆",
    line="─",
    warning="▲",
    correct="✓",
    wrong="✗",
)
ASCII = Glyphs(
    cursor=">",
    chosen="*",
    open=".",
    aside="-",
    must="!",
    done="x",
    partly="~",
    empty="o",
    target="T",
    dot="|",
    ellipsis="~",
    left="<",
    right=">",
    bar="#",
    bar_rest=".",
    bar_parts="",
    tick="|",
    likely="=",
    perhaps="-",
    rises="",
    plotted="#+",
    tie="~",
    span="=",
    line="-",
    warning="!",
    correct="+",
    wrong="-",
)
_SETS = {"unicode": UNICODE, "ascii": ASCII}
_POOR = ("linux", "vt")
"""How the names of terminals begin whose fonts have few characters but letters."""


_JOINT = "\ue000"
"""Stands for a space at which no line breaks; one cell, of the private use area, and never painted."""


def glyph_set(name: str, terminal: str) -> Glyphs:
    """Give the glyphs of a setting; `auto` goes by the terminal, as TERM names it."""
    return _SETS.get(name, ASCII if terminal.startswith(_POOR) else UNICODE)


def glyphs_of(node: DOMNode) -> Glyphs:
    """Give the glyphs that the settings chose."""
    chosen: Glyphs = getattr(node.app, "glyphs", UNICODE)
    return chosen


def safe(text: str, limit: int = _LONGEST) -> str:
    """Foreign text, ready to be drawn."""
    return shown(text, limit=limit)


def prose(text: str) -> str:
    """Foreign prose on one line: its own line ends are spaces."""
    return safe(" ".join(text.split()))


def cut(text: str, width: int, glyphs: Glyphs = UNICODE) -> str:
    """Cut a text to a width in cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept = text[: max(0, width - 1)]
    while kept and cells(kept) >= width:
        kept = kept[:-1]
    return kept.rstrip() + glyphs.ellipsis if width > 0 else ""


def spread(left: Content, right: Content, width: int) -> Content:
    """Put two texts at the two ends of a line; the left one is cut when there is no room."""
    room = max(0, width - right.cell_length)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * max(0, room - left.cell_length), right)


def wrapped(content: Content, width: int) -> list[Content]:
    """Break a text into lines no wider than `width` cells; a number and its "%" stay together.

    A space that does not break would not help: the breaking of lines here takes it for a space like any other.
    """
    text = content.plain
    if " %" not in text:
        return content.wrap(width)
    lines = Content(text.replace(" %", f"{_JOINT}%"), spans=list(content.spans)).wrap(width)
    return [Content(line.plain.replace(_JOINT, " "), spans=list(line.spans)) for line in lines]


def bar(share: float, width: int, glyphs: Glyphs) -> tuple[str, str]:
    """Give the filled and the empty part of a bar for a share from 0 to 1."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    whole, rest = divmod(eighths, 8)
    if not glyphs.bar_parts:
        whole, rest = whole + (rest >= 4), 0
    filled = glyphs.bar * whole + (glyphs.bar_parts[rest - 1] if rest else "")
    return filled, glyphs.bar_rest * (width - len(filled))
