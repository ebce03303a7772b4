"""What can be done on the Results screen."""

from __future__ import annotations

from skillgap.ui.actions import Action, answer_undo, row_moves

OPEN = Action(
    id="results.open",
    keys=("enter", "space"),
    label="Open",
    text="Open the row: how a gap's number came about, the gaps of an area, a role to aim at, a skill to rate.",
    group="Results",
    in_footer=True,
)
SURE = Action(
    id="results.sure",
    keys=("w",),
    label="How sure?",
    text="Say where readiness comes from, what it does not know and what would change it; then the same of each skill.",
    group="Results",
    in_footer=True,
)
EXPORT = Action(
    id="results.export",
    keys=("x",),
    label="Export",
    text="Write report.toml and plan.toml into a folder.",
    group="Results",
    in_footer=True,
    run="app.export",
)
SORT = Action(
    id="results.sort",
    keys=("s",),
    label="Sort",
    text="Order the gaps by what they cost, their weight, their hours or their area.",
    group="Results",
    in_footer=True,
)
MUST_HAVES = Action(
    id="results.must-haves",
    keys=("m",),
    label="Must-haves",
    text="Show the gaps of must-haves alone, or all of them.",
    group="Results",
)
FILTER = Action(
    id="results.filter",
    keys=("f",),
    label="Filter",
    text="Show only the gaps that have some words in name, area or reason.",
    group="Results",
    in_footer=True,
)
CLEAR = Action(
    id="results.clear-filter",
    keys=("backspace", "delete"),
    label="All gaps",
    text="Take the filter away and show all gaps.",
    group="Results",
)
CHART = Action(
    id="results.chart",
    keys=("v",),
    label="Chart",
    text="Show the areas as a chart, or as bars; a wide window has room for both.",
    group="Results",
    in_footer=True,
)


def _view(number: int, name: str, text: str) -> Action:
    return Action(
        id=f"results.{name.lower()}",
        keys=(str(number),),
        label=name,
        text=text,
        group="Show",
        run=f"view('{name.lower()}')",
    )


UNRATED = _view(4, "Unrated", "Show what is open and what is not applicable.")
VIEWS = (
    _view(1, "Gaps", "Show the gaps."),
    _view(2, "Areas", "Show the areas, with what each one costs."),
    _view(3, "Roles", "Show all roles and grades."),
    UNRATED,
    _view(5, "Notes", "Show notes, how to read the numbers, and advice on the market."),
)
NEXT_VIEW = Action(
    id="results.next-view",
    keys=("tab", "right_square_bracket"),
    label="Next",
    text="Show the next of the five pages.",
    group="Show",
)
LAST_VIEW = Action(
    id="results.view-before",
    keys=("shift+tab", "left_square_bracket"),
    label="Before",
    text="Show the page before.",
    group="Show",
)
LEFT = Action(
    id="results.left",
    keys=("left", "h"),
    label="Left",
    text="One grade to the left, in the table of roles.",
    group="Move",
)
RIGHT = Action(
    id="results.right",
    keys=("right", "l"),
    label="Right",
    text="One grade to the right, in the table of roles.",
    group="Move",
)

ACTIONS = (
    OPEN,
    SURE,
    SORT,
    EXPORT,
    MUST_HAVES,
    FILTER,
    CLEAR,
    CHART,
    *answer_undo("results"),
    *VIEWS,
    NEXT_VIEW,
    LAST_VIEW,
    *row_moves("results"),
    LEFT,
    RIGHT,
)
