"""Comments that silence findings, and what can be wrong with them."""

from __future__ import annotations

from skillgap.core.lint.rule import Rule

UNKNOWN_CODE = Rule(
    code="SG901",
    title="ignore comment with a code that does not exist",
    why="It silences nothing, and the finding it was meant for may come back unseen.",
    remedy="write the code of the finding, such as SG106",
    bad="# skillgap: ignore SG99",
    good="# skillgap: ignore SG106",
)
IDLE_IGNORE = Rule(
    code="SG902",
    title="ignore comment that silences nothing",
    why="What it was written for has been mended; left standing, it hides the next finding here.",
    remedy="take it out",
    bad='# skillgap: ignore SG106\n"I have compared three models on 50 labelled questions.",',
    good='"I have compared three models on 50 labelled questions.",',
)
