"""The pane that shows one skill with all its levels."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive

from skillgap.core.rubric import Skill
from skillgap.ui.pages.card import Card, Layout, Page, layout_for, page
from skillgap.ui.text import glyphs_of
from skillgap.ui.widgets.sheet import Sheet


class SkillCard(Sheet, can_focus=False):
    """Shows a card; a click on a level rates."""

    card: reactive[Card | None] = reactive(None, repaint=False)  # only the lines that differ are painted
    skills: tuple[Skill, ...] = ()
    """All skills that will be shown, for one layout that suits them all."""
    pinned = 2
    _page = Page((), ())
    _chosen: tuple[tuple[Skill, ...], int, int, Layout] | None = None

    class Rated(Message):
        """A level was clicked."""

        def __init__(self, level: int) -> None:
            super().__init__()
            self.level = level

    def watch_card(self) -> None:
        """Show the new card."""
        self.lay_out()

    def on_resize(self) -> None:
        """Fit the card to the new size."""
        self.lay_out()

    def redraw(self) -> None:
        """Make the lines again, with other characters."""
        super().redraw()
        self.lay_out()

    def lay_out(self) -> None:
        """Make the lines and keep the highlighted level in view."""
        card = self.card
        width, height = self.width, self.size.height
        if card is None or not width:
            return
        self._page = page(card, self._layout(card, width, height), width, glyphs_of(self))
        self.put(self._page.lines)
        if card.cursor is not None and card.cursor < len(self._page.places):
            first, last = self._page.places[card.cursor]
            self.show_lines(0 if card.cursor == 0 else first, last)
        elif self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, immediate=True)

    def _layout(self, card: Card, width: int, height: int) -> Layout:
        """Choose the layout once for a size; skills are compared by identity, since there may be many."""
        if self._chosen is None or self._chosen[0] is not self.skills or self._chosen[1:3] != (width, height):
            self._chosen = (self.skills, width, height, layout_for(self.skills, card.scale, width, height))
        return self._chosen[3]

    def on_click(self, event: events.Click) -> None:
        """Rate at the level under the mouse."""
        level = self._page.level_at(self.number_at(event.y))
        if level is not None:
            self.post_message(self.Rated(level))
