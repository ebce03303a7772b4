"""Colours: text can be read in every theme, and every theme works."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from skillgap.files.settings import Settings
from skillgap.ui.themes import AA, OWN, contrast, readable
from tests.ui.conftest import Opening, Person
from tests.ui.given import EXAMPLE, put

COLOURED = [theme for theme in (*OWN, *BUILTIN_THEMES.values()) if "ansi" not in theme.name]
"""Themes with colours of their own: those of the terminal cannot be known."""
TEXTS = ("foreground", "text-muted", *(f"text-{name}" for name in ("primary", "accent", "success", "warning", "error")))
BANNERS = (("text-warning", "warning-muted"), ("text-error", "error-muted"))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(Color(255, 255, 255), Color(0, 0, 0)) == pytest.approx(21)
    assert contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_text_has_the_contrast_that_wcag_asks(theme: Theme) -> None:
    colours = readable({**theme.to_color_system().generate(), **theme.variables})
    pairs = [(text, ground) for text in TEXTS for ground in ("background", "surface", "panel")]
    for text, ground in (*pairs, *BANNERS, ("block-cursor-foreground", "block-cursor-background")):
        measured = contrast(Color.parse(colours[text]), Color.parse(colours[ground]))
        assert measured >= AA, f"{text} on {ground}: {measured:.2f}"


async def test_every_theme_draws_every_screen(opened: Opening) -> None:
    async with opened(role="ai-engineer", mode="rate") as person:
        await person.press("3", "left")
        for name in sorted(person.app.available_themes):
            person.app.theme = name
            await person.pilot.pause()
            assert person.sees("● 3 Independent"), name


def faint(person: Person) -> set[tuple[str, float]]:
    """Texts on the screen whose letters have less contrast to their ground than WCAG asks."""
    found = set()
    for strip in person.app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or style.color is None or style.bgcolor is None or not any(map(str.isalnum, segment.text)):
                continue
            text, ground = (Color(*(colour.triplet or (0, 0, 0))) for colour in (style.color, style.bgcolor))
            if (measured := contrast(text, ground)) < AA:
                found.add((segment.text.strip(), round(measured, 2)))
    return found


@pytest.mark.slow
async def test_every_letter_that_is_painted_can_be_read(opened: Opening, answers: Path) -> None:
    file = put(answers, EXAMPLE.read_text())
    async with opened(mode="rate", file=file, size=(120, 40), settings=Settings(show_target=True)) as person:
        for keys in (("down", "up"), ("tab",), ("r",), ("2",), ("3",), ("comma",), ("o",)):
            await person.press(*keys)
            for theme in COLOURED:
                person.app.theme = theme.name
                await person.pilot.pause()
                assert not faint(person), (theme.name, keys)
