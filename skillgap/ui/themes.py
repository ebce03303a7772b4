"""The app's own colour themes; every theme of Textual can be chosen too."""

from __future__ import annotations

from textual.color import Color, ColorParseError
from textual.theme import Theme

_DARK = Theme(
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
_LIGHT = Theme(
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
_CONTRAST = Theme(
    name="skillgap-contrast",
    primary="#66b2ff",
    secondary="#d9a6ff",
    accent="#ffd400",
    warning="#ffb000",
    error="#ff8080",
    success="#5cff5c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    variables={
        "block-cursor-background": "#ffd400",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "none",
        "border": "#ffffff",
        "border-blurred": "#a0a0a0",
        "footer-key-foreground": "#ffd400",
    },
)
OWN = (_DARK, _LIGHT, _CONTRAST)
DEFAULT = _DARK.name
POOR = "ansi-dark"
"""What stands for the default where there are only 16 colours: those of the terminal."""

AA = 4.5
"""The contrast that WCAG 2 asks of text at level AA."""
_NAMES = ("primary", "secondary", "accent", "warning", "error", "success")
_WHITE, _BLACK = Color(255, 255, 255), Color(0, 0, 0)


def readable(variables: dict[str, str]) -> dict[str, str]:
    """Give the variables of a theme with every text colour moved as far as it takes to be read on every ground.

    Several themes fall short of AA for text in an accent, or even for plain text on a panel. `$text-muted` becomes
    a plain colour; what Textual has there knows no ground inside a line. Themes in the terminal's own colours stay.
    `$bar-rest` is new: what is left of a bar.
    """
    try:
        grounds = [Color.parse(variables[name]) for name in ("background", "surface", "panel")]
        colour = Color.parse(variables["foreground"])
    except (ColorParseError, KeyError):
        return variables | {"bar-rest": variables.get("foreground", "white")}
    if colour.ansi is not None or grounds[0].ansi is not None:
        plain = {f"{name}-muted": "ansi_default" for name in _NAMES}  # shades of 16 colours are those colours
        return variables | plain | {"text-muted": "ansi_default", "bar-rest": "ansi_bright_black"}
    text = _moved(colour, grounds)
    better = {"foreground": text.hex, "text-muted": _moved(grounds[0].blend(text, 0.62), grounds).hex}
    better["bar-rest"] = grounds[0].blend(text, 0.22).hex
    for name in _NAMES:
        own = [*grounds, Color.parse(variables[f"{name}-muted"])] if f"{name}-muted" in variables else grounds
        better[f"text-{name}"] = _moved(Color.parse(variables[f"text-{name}"]), own).hex
    cursor = Color.parse(variables["block-cursor-background"])
    better["block-cursor-foreground"] = _moved(_on(cursor, variables["block-cursor-foreground"]), [cursor]).hex
    return variables | better


def contrast(one: Color, two: Color) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2)."""
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _on(ground: Color, text: str) -> Color:
    return ground.get_contrast_text(1) if text.startswith("auto") else ground + Color.parse(text)


def _moved(colour: Color, grounds: list[Color]) -> Color:
    """The colour itself, or the nearest mix of it with black or white that is read on all grounds."""
    goal = max((_WHITE, _BLACK), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(0, 21):
        mixed = colour.blend(goal, step / 20)
        if all(contrast(mixed, ground) >= AA for ground in grounds):
            return mixed
    return goal
