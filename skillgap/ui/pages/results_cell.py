"""What stands between a person and one cell of the table of roles: must-haves, gaps, what is not rated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content

from skillgap.core.assessment import Assessment
from skillgap.core.profiles import profile
from skillgap.core.report import RoleRow
from skillgap.core.rubric import Pack
from skillgap.core.scoring import Score, SkillScore, score
from skillgap.core.trace import points_text
from skillgap.ui.actions.results import OPEN
from skillgap.ui.pages.room import Room
from skillgap.ui.text import cut, prose, spread

GAP = 4
_WIDEST_COLUMN = 60


def aim_said(role: RoleRow, grade: str, title: str, room: Room) -> Content:
    """Say what opening a cell of the table does; `title` is that of the grade."""
    cell = f"{prose(role.name)} {room.glyphs.dot} {prose(title)}"
    ways = f"{room.glyphs.left} {room.glyphs.right} other grades"
    if grade not in [item.id for item in role.grades]:
        return Content.styled(f"{cell}: there is no such grade   {ways}", "$text-muted")
    return Content.styled(f"{room.key_of(OPEN)} aims at {cell}   {ways}", "$text-muted")


def cell_page(pack: Pack, assessment: Assessment, role: str, grade: str, room: Room) -> list[Content]:
    """Give at most as many lines as the room is high. Raises KeyError for a role or grade that does not exist."""
    result = score(profile(pack, role, grade), assessment)
    goal = f"{prose(result.profile.role.name)} {room.glyphs.dot} {prose(result.profile.grade.title)}"
    lines = [Content.styled(f"Towards {goal}", "bold $text-primary"), *_facts(result, room)]
    rows = max(0, room.height - len(lines))
    width = min(_WIDEST_COLUMN, (room.width - GAP) // 2)
    cells = [_gap(row, pack, room.narrowed(width)) for row in result.gaps[: 2 * rows]]
    half = -(-len(cells) // 2)
    for one, two in zip_longest(cells[:half], cells[half:], fillvalue=Content("")):
        lines.append(Content.assemble(one, " " * (width - one.cell_length + GAP), two))
    return lines


def _facts(result: Score, room: Room) -> Iterator[Content]:
    """Counts, in a line."""
    below, unrated = len(result.blockers), result.count("unanswered")
    musts = f"{room.glyphs.must} {result.must_haves_met} of {len(result.must_haves)} must-haves met"
    parts = [
        (musts, "$text-error" if below else "$text-success") if result.must_haves else "",
        f"{len(result.gaps)} gaps" if result.gaps else "no gap in what is rated",
        (f"{unrated} of {len(result.skills)} skills not rated", "$text-muted") if unrated else "",
    ]
    said = [Content.styled(*part) if isinstance(part, tuple) else Content(part) for part in parts if part]
    yield Content(f"   {room.glyphs.dot}   ").join(said)


def _gap(row: SkillScore, pack: Pack, room: Room) -> Content:
    mark = (f"{room.glyphs.must} ", "$text-error") if row.is_blocker else "  "
    steps = f"{row.level}{room.glyphs.right}{row.requirement.required}"
    tail = Content.assemble(steps, (f"{points_text(row.loss or 0):>6} points", "$text-muted"))
    name = cut(prose(pack.skill_by_id[row.skill].name), room.width - tail.cell_length - 4, room.glyphs)
    return spread(Content.assemble(mark, name), tail, room.width)
