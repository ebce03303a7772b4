"""The app's own colour themes; every theme of Textual can be chosen too."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="skillgap",
    primary="#7aa2f7",
    secondary="#9d7cd8",
    accent="#ff9e64",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d5daf0",
    background="#16171f",
    surface="#1c1e29",
    panel="#272a3a",
    dark=True,
    variables={
        "block-cursor-background": "#33415f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "border": "#3b4261",
        "border-blurred": "#2b3045",
        "footer-key-foreground": "#ff9e64",
        "input-selection-background": "#7aa2f7 35%",
    },
)
LIGHT = Theme(
    name="skillgap-light",
    primary="#2e5cb8",
    secondary="#6f42a8",
    accent="#b4540a",
    warning="#8f5e00",
    error="#b3203e",
    success="#2f6f2f",
    foreground="#23263a",
    background="#f7f7fb",
    surface="#eeeff6",
    panel="#dfe2ee",
    dark=False,
    variables={
        "block-cursor-background": "#c9d6f5",
        "block-cursor-foreground": "#14182b",
        "block-cursor-text-style": "none",
        "border": "#b6bcd4",
        "border-blurred": "#d4d8e6",
        "footer-key-foreground": "#b4540a",
    },
)
OWN = (DARK, LIGHT)
DEFAULT = DARK.name
