"""The line at the top: what is measured against, and how far the answers go."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from skillgap.core.records import dataclass
from skillgap.ui.text import cut, glyphs_of, safe

NAME = "skillgap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the header says."""

    role: str
    grade: str
    rated: int
    asked: int
    aside: int
    open: int
    is_read_only: bool = False


class HeaderLine(Widget):
    """One row; says less where there is less room."""

    DEFAULT_CSS = """
    HeaderLine { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    standing: reactive[Standing | None] = reactive(None)

    class TargetClicked(Message):
        """The role and grade were clicked."""

    def render(self) -> Content:
        """Fit the line into the width."""
        name = Content.styled(f" {NAME}", "bold $text-primary")
        if self.standing is None:
            return name
        width = self.size.width
        for left in self._lefts(self.standing):
            for right in self._rights(self.standing):
                room = width - name.cell_length - left.cell_length - right.cell_length - 1
                if room >= 2:
                    return Content.assemble(name, left, " " * room, right, " ")
        return name

    def _lefts(self, it: Standing) -> tuple[Content, ...]:
        marks, role, grade = glyphs_of(self), safe(it.role, 60), safe(it.grade, 40)
        whole = f"   {role} {marks.dot} {grade}"
        short = f"  {cut(role, 18, marks)} {marks.dot} {cut(grade, 9, marks)}"
        return Content.styled(whole, "bold"), Content.styled(short, "bold")

    def _rights(self, it: Standing) -> tuple[Content, ...]:
        marks = glyphs_of(self)
        lock = (" read-only ", "bold $text-warning on $warning-muted") if it.is_read_only else ""
        gap = "  " if lock else ""
        done = f"{it.rated} of {it.asked} rated"
        aside = f" {marks.dot} {it.aside} n/a" if it.aside else ""
        still = f" {marks.dot} {it.open} open" if it.open else f" {marks.dot} complete"
        short = f"{it.rated}/{it.asked}"
        return (
            Content.assemble(lock, gap, done, (aside, "$text-muted"), (still, "$text-muted")),
            Content.assemble(lock, gap, done, (still, "$text-muted")),
            Content.assemble(lock, gap, done),
            Content.assemble(lock, gap, short),
        )

    def on_click(self, event: events.Click) -> None:
        """Clicking the target opens the chooser."""
        if event.x > len(NAME) + 2 and self.standing is not None:
            self.post_message(self.TargetClicked())
