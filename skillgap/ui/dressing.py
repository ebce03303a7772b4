"""What the settings do to the app: colours, characters, mouse, keys and hours, at the start and after every change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender

from skillgap.core.names import hint
from skillgap.core.text import shown
from skillgap.files.settings import Settings
from skillgap.ui.encodings import can_draw
from skillgap.ui.text import ASCII, Glyphs, glyph_set
from skillgap.ui.themes import DEFAULT, OWN, POOR

if TYPE_CHECKING:
    from skillgap.ui.app import SkillgapApp


class _WholeCells(ScrollBarRender):
    """A scroll bar that begins and ends with a cell: its parts of cells are characters that poor fonts lack."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def dress(app: SkillgapApp, settings: Settings, theme: str) -> None:
    """Put on a theme and bind the keys that the settings ask for."""
    for own in OWN:
        app.register_theme(own)
    wanted = theme if theme in app.available_themes else DEFAULT
    # in 16 colours ours are all grey
    app.theme = POOR if wanted == DEFAULT and app.console.color_system == "standard" else wanted
    _bind(app, settings)
    _draw_bars(app.glyphs)


def _draw_bars(glyphs: Glyphs) -> None:
    ScrollBar.renderer = _WholeCells if glyphs is ASCII else ScrollBarRender


def glyphs_for(settings: Settings) -> Glyphs:
    """Give the characters to draw with in this terminal."""
    return glyph_set(settings.glyphs, os.environ.get("TERM", "")) if can_draw() else ASCII


def unknown(app: SkillgapApp, settings: Settings, theme: str = "") -> Iterator[str]:
    """Name what the settings, or a theme for once, ask for and the app does not have."""
    wanted = theme or settings.theme
    if wanted not in app.available_themes:
        yield f'there is no theme "{shown(wanted)}"; {hint(wanted, app.available_themes)}'
    if settings.keys:
        from skillgap.ui.actions.keymap import problems  # noqa: PLC0415 - only other keys pay for it
        from skillgap.ui.actions.screens import SCREENS  # noqa: PLC0415

        yield from problems(settings.keys, SCREENS)


def apply(app: SkillgapApp, before: Settings, now: Settings) -> None:
    """Make a change of settings count at once, on every screen."""
    if now.theme != before.theme and now.theme in app.available_themes:
        app.theme = now.theme
    app.glyphs = glyphs_for(now)
    _draw_bars(app.glyphs)
    if now.mouse != before.mouse:
        _take_mouse(app, now.mouse)
    if now.keys != before.keys:
        _bind(app, now)
    if now.hours_per_week != before.hours_per_week and app.session is not None:
        app.session.use_hours(now.hours_per_week)
    app.session_changed()


def _take_mouse(app: SkillgapApp, is_taken: bool) -> None:
    """Take the mouse or give it back to the terminal; where the terminal's driver cannot, the next start does."""
    driver = app._driver
    switch = getattr(driver, "_enable_mouse_support" if is_taken else "_disable_mouse_support", None)
    if driver is None or switch is None:
        return
    driver._mouse = True  # both ways do nothing for a driver that was started without the mouse
    switch()
    driver._mouse = is_taken
    driver.flush()


def _bind(app: SkillgapApp, settings: Settings) -> None:
    app.set_keymap({choice.action: choice.keys for choice in settings.keys})
