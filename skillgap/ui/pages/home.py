"""The page of Home."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from skillgap.core.gaps import verdict_text
from skillgap.core.scoring import Score
from skillgap.core.standing import ladder
from skillgap.ui.actions import Action
from skillgap.ui.actions.common import FIND, HELP, PALETTE, PLAN, RESULTS, TARGET
from skillgap.ui.actions.home import CONTINUE
from skillgap.ui.text import Glyphs, bar, cut, safe, spread

if TYPE_CHECKING:
    from skillgap.core.rubric import Area
    from skillgap.ui.session import Session

KeyOf = Callable[[Action], str]
BLANK = Content("")
MARGIN = 2
TWO_COLUMNS = 104
GAP = 4


def home_page(session: Session, width: int, height: int, glyphs: Glyphs, key_of: KeyOf) -> list[Content]:
    """Give the lines of Home."""
    inner = max(20, width - 2 * MARGIN)
    if not session.has_target:
        lines = _welcome(session, inner, key_of)
        space = [BLANK] * max(1, (height - len(lines)) // 3)
        return [*space, *map(_indented, lines)]
    if width >= TWO_COLUMNS:
        half = (inner - GAP) // 2
        left = [*_standing(session, half, glyphs), BLANK, *_next(session, half, key_of), BLANK, *_place(session, half)]
        return [BLANK, *_beside(left, _areas(session, half, glyphs, columns=1), half)]
    columns = 2 if inner >= 70 else 1
    blocks = (
        _standing(session, inner, glyphs),
        _next(session, inner, key_of),
        _areas(session, inner, glyphs, columns=columns),
        _place(session, inner),
    )
    return [BLANK, *(_indented(line) for block in blocks for line in (*block, BLANK))]


def _indented(line: Content) -> Content:
    return Content.assemble(" " * MARGIN, line)


def _beside(left: Sequence[Content], right: Sequence[Content], half: int) -> Iterable[Content]:
    for one, two in zip_longest(left, right, fillvalue=BLANK):
        yield Content.assemble(" " * MARGIN, one, " " * (half - one.cell_length + GAP), two)


def _title(text: str, note: str, width: int) -> Content:
    return spread(Content.styled(text, "bold $text-primary"), Content.styled(note, "$text-muted"), width)


def _wrapped(text: str, width: int, style: str = "") -> list[Content]:
    content = Content.styled(text, style) if style else Content(text)
    return content.wrap(width)


def _welcome(session: Session, width: int, key_of: KeyOf) -> list[Content]:
    pack = session.loaded.pack
    room = min(width, 76)
    lines = [
        Content.styled("Where do I stand? What exactly is missing? What do I do next week?", "bold $text-primary"),
        BLANK,
        *_wrapped("1  Choose a role and grade, and rate yourself, skill by skill, by what you have really done.", room),
        *_wrapped("2  See where you stand against it, and which gaps cost you most.", room),
        *_wrapped("3  Get a plan in weeks from the hours that you have. All of it stays on this machine.", room),
        BLANK,
        _entry(key_of(CONTINUE), "Choose the role and grade to be measured against", "", room, CONTINUE, is_main=True),
        BLANK,
        _entry(key_of(HELP), "Help", "", room, HELP),
        _entry(key_of(PALETTE), "All commands", "", room, PALETTE),
        BLANK,
        *_wrapped(
            f"{safe(pack.title, 80)} {safe(pack.version, 20)}: {len(pack.skills)} skills, {len(pack.roles)} roles.",
            room,
            "$text-muted",
        ),
        *_place(session, room),
    ]
    return [line for part in lines for line in ([part] if part.cell_length <= width else part.wrap(width))]


def _entry(key: str, text: str, note: str, width: int, action: Action, *, is_main: bool = False) -> Content:
    """One line of the menu; a click does what the key does."""
    click = Style.from_meta({"@click": action.call if "." in action.call else f"screen.{action.call}"})
    style = "bold" if is_main else ""
    room = max(10, width - 8 - len(note) - 2)
    pieces = (f" {key:<6} ", "bold $text-accent"), " ", (cut(text, room), style)
    left = Content.assemble(*pieces).stylize(click)
    return spread(left, Content.styled(note, "$text-muted"), width)


def _standing(session: Session, width: int, glyphs: Glyphs) -> list[Content]:
    score = session.score()
    rated, total = score.count("rated"), len(score.skills)
    lines = [_title("Where you stand", f"based on {rated} of {total}", width)]
    if score.readiness is None:
        return [*lines, *_wrapped("Nothing is rated yet. A few minutes of rating show the first picture.", width)]
    lines += [_readiness(score, width, glyphs), _must_haves(score, glyphs)]
    sentence = verdict_text(score, ladder(session.loaded.pack, session.profile.role.id, session.assessment))
    return [*lines, *_wrapped(safe(sentence), width)]


def _readiness(score: Score, width: int, glyphs: Glyphs) -> Content:
    value = float(score.readiness or 0)
    low, high = (float(edge) for edge in score.band or (0, 0))
    tail = f" {value:3.0f} %  ({low:.0f} to {high:.0f})"
    room = max(8, min(40, width - len("Readiness   ") - len(tail)))
    full, rest = bar(value / 100, room, glyphs)
    return Content.assemble("Readiness   ", (full, "$primary"), (rest, "$panel-lighten-1"), (tail, "bold"))


def _must_haves(score: Score, glyphs: Glyphs) -> Content:
    met, total = score.must_haves_met, len(score.must_haves)
    unrated = sum(row.state == "unanswered" for row in score.must_haves)
    below = len(score.blockers)
    parts = [f"{met} of {total} met", f"{below} below" if below else "", f"{unrated} not rated" if unrated else ""]
    style = "$text-error" if below else "$text-success" if met == total else "$text-muted"
    text = f"{glyphs.must} " + ", ".join(filter(None, parts)) if total else "none"
    return Content.assemble("Must-haves  ", (text, style))


def _next(session: Session, width: int, key_of: KeyOf) -> list[Content]:
    interview = session.interview
    still = interview.count("open")
    lines = [_title("What is next", "", width)]
    if still:
        name = safe(session.loaded.pack.skill_by_id[_first_open(session)].name, 80)
        verb = "Go on rating" if interview.count("rated") else "Start rating"
        lines.append(_entry(key_of(CONTINUE), f"{verb}: {name}", f"{still} open", width, CONTINUE, is_main=True))
        lines.append(_entry(key_of(RESULTS), "Results so far", "", width, RESULTS))
    else:
        lines.append(_entry(key_of(CONTINUE), "See the results", "all rated", width, CONTINUE, is_main=True))
    return [
        *lines,
        _entry(key_of(PLAN), "Plan, week by week", "", width, PLAN),
        _entry(key_of(FIND), "Find a skill", "", width, FIND),
        _entry(key_of(TARGET), "Change the target", "", width, TARGET),
    ]


def _first_open(session: Session) -> str:
    interview, current = session.interview, session.current
    return current if interview.status(current) == "open" else interview.next_open(current) or current


def _areas(session: Session, width: int, glyphs: Glyphs, columns: int) -> list[Content]:
    interview = session.interview
    title = _title("Answers by area", f"{len(interview.areas)} areas", width)
    each = (width - GAP * (columns - 1)) // columns
    cells = [_area(session, area, each, glyphs) for area in interview.areas]
    rows = -(-len(cells) // columns)
    if columns == 1:
        return [title, *cells]
    pairs = zip_longest(cells[:rows], cells[rows:], fillvalue=BLANK)
    return [title, *(Content.assemble(one, " " * (each - one.cell_length + GAP), two) for one, two in pairs)]


def _area(session: Session, area: Area, width: int, glyphs: Glyphs) -> Content:
    skills = session.interview.of_area(area.id)
    states = [session.interview.status(skill.id) for skill in skills]
    done = len(states) - states.count("open")
    mark = glyphs.done if done == len(states) else glyphs.partly if done else glyphs.empty
    style = "$text-success" if done == len(states) else "" if done else "$text-muted"
    tail = f"{done}/{len(states)}"
    name = cut(safe(area.title, 80), width - 3 - 9 - len(tail), glyphs)
    full, rest = bar(done / len(states), 7, glyphs)
    left = Content.assemble((f"{mark} ", style), (name, style))
    return spread(left, Content.assemble((full, "$primary"), (rest, "$panel-lighten-1"), f" {tail}"), width)


def _place(session: Session, width: int) -> list[Content]:
    return _wrapped(f"Saved in {safe(str(session.file), 400)}", width, "$text-muted")
