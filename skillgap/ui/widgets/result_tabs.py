"""The line that names the pages of Results; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from skillgap.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Tab:
    """One page."""

    name: str
    key: str
    label: str
    count: str = ""


class ResultTabs(Widget):
    """One row: the page in front in the colours of the cursor, the rest with their keys."""

    DEFAULT_CSS = """
    ResultTabs { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    auto_links = False
    tabs: reactive[Sequence[Tab]] = reactive(())
    front: reactive[str] = reactive("")
    note: reactive[str] = reactive("")
    """How the page in front is ordered."""

    def render(self) -> Content:
        """Fit the line: counts go first, then the note."""
        width = self.content_size.width
        for with_note, with_counts in ((True, True), (False, True), (False, False)):
            line = Content(" ").join(self._tab(tab, with_counts) for tab in self.tabs)
            room = width - line.cell_length - len(self.note)
            if with_note and room >= 2:
                return Content.assemble(line, " " * room, (self.note, "$text-muted"))
            if not with_note and line.cell_length <= width:
                break
        return line

    def _tab(self, tab: Tab, with_counts: bool) -> Content:
        count = f" {tab.count}" if tab.count and with_counts else ""
        click = Style.from_meta({"@click": f"screen.view('{tab.name}')"})
        if tab.name == self.front:
            style = "bold $block-cursor-foreground on $block-cursor-background"
            return Content.styled(f" {tab.key} {tab.label}{count} ", style).stylize(click)
        words = Content.assemble(" ", (tab.key, "bold $text-accent"), f" {tab.label}", (f"{count} ", "$text-muted"))
        return words.stylize(click)
