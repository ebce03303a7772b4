"""What can be done on every screen."""

from __future__ import annotations

from skillgap.ui.actions import Action

HELP = Action(
    id="app.help",
    keys=("?", "f1"),
    label="Help",
    text="Explain this screen and its keys.",
    group="Everywhere",
    in_footer=True,
)
QUIT = Action(
    id="app.quit",
    keys=("q", "ctrl+c"),
    label="Quit",
    text="Leave. Every answer is saved already.",
    group="Everywhere",
    in_footer=True,
    run="app.leave",
)
PALETTE = Action(
    id="app.palette",
    keys=(":", "ctrl+p"),
    label="Commands",
    text="Find any command by name.",
    group="Everywhere",
    in_footer=True,
    run="app.command_palette",
)
BACK = Action(
    id="app.back",
    keys=("escape",),
    label="Back",
    text="Go back one level: from a dialog to its screen, from a screen to Home.",
    group="Everywhere",
)
HOME = Action(
    id="app.home",
    keys=("o", "f2"),
    label="Home",
    text="Show where you stand and what comes next.",
    group="Screens",
    in_footer=True,
    run="app.go('home')",
)
RATE = Action(
    id="app.rate",
    keys=("a", "f3"),
    label="Rate",
    text="Rate your skills, from where you left off.",
    group="Screens",
    in_footer=True,
    run="app.go('rate')",
)
RESULTS = Action(
    id="app.results",
    keys=("r", "f4"),
    label="Results",
    text="Show the verdict, readiness and gaps so far.",
    group="Screens",
    in_footer=True,
    run="app.go('results')",
)
PLAN = Action(
    id="app.plan",
    keys=("p", "f7"),
    label="Plan",
    text="Show the plan, week by week.",
    group="Screens",
    in_footer=True,
    run="app.go('plan')",
)
CHECK = Action(
    id="app.check",
    keys=("C", "f9"),
    label="Check",
    text="Check yourself: questions that make the result firmer. Nothing is required, stop at any time.",
    group="Screens",
    in_footer=True,
    run="app.go('check')",
)
TERMS = Action(
    id="app.terms",
    keys=("T",),
    label="Terms",
    text="Mark terms as familiar; some do not exist, and your score stays what it is.",
    group="Screens",
    run="app.go('terms')",
)
TARGET = Action(
    id="app.target",
    keys=("t",),
    label="Target",
    text="Choose the role and grade to be measured against.",
    group="Everywhere",
)
FIND = Action(
    id="app.find",
    keys=("/",),
    label="Find",
    text="Find a skill by name, area or term, and rate it.",
    group="Everywhere",
    in_footer=True,
)
THEME = Action(
    id="app.theme",
    keys=(),
    label="Theme",
    text="Choose the colours; the choice is remembered.",
    group="Everywhere",
    run="app.change_theme",
)
SETTINGS = Action(
    id="app.settings",
    keys=("comma", "f8"),
    label="Settings",
    text="Change colours, characters, mouse, hours and keys; every change counts at once.",
    group="Screens",
    run="app.go('settings')",
)
REDRAW = Action(
    id="app.redraw",
    keys=("ctrl+l",),
    label="Redraw",
    text="Write the whole screen again, when something else has written over it.",
    group="Everywhere",
)
REOPEN = Action(
    id="app.reopen",
    keys=(),
    label="Read again",
    text="Read the answers from the file again, and try to become the one that writes it.",
    group="Everywhere",
)

COMMON = (
    HELP,
    QUIT,
    PALETTE,
    BACK,
    RESULTS,
    RATE,
    PLAN,
    CHECK,
    TERMS,
    FIND,
    HOME,
    TARGET,
    SETTINGS,
    THEME,
    REDRAW,
    REOPEN,
)
FIRST = (HELP, QUIT)
"""Never dropped from the footer."""
