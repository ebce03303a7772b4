"""The page of Home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from skillgap.core.plan import Plan
from skillgap.core.quick import MINUTES
from skillgap.core.report import EstimateSummary, Report
from skillgap.core.scoring import Score
from skillgap.core.standing import ladder
from skillgap.core.todo import todos
from skillgap.core.trace import figure, points_text, readiness_text
from skillgap.core.verdicts import verdict_text
from skillgap.ui.actions import Action
from skillgap.ui.actions.common import CHECK, FIND, HELP, PALETTE, PLAN, RESULTS, SETTINGS, TARGET
from skillgap.ui.actions.home import CONTINUE, QUICK, REASSESS
from skillgap.ui.pages.home_areas import TALLEST_CHART, by_area, chart_of, title
from skillgap.ui.pages.home_week import week_block
from skillgap.ui.pages.room import Room
from skillgap.ui.text import Glyphs, bar, cut, safe, spread, wrapped

if TYPE_CHECKING:
    from skillgap.ui.session import Session

Lines = list[Content]
Number = Fraction | float
Outlook = tuple[Report, Plan | None]
BLANK = Content("")
_MARGIN = 2
_TWO_COLUMNS = 104
GAP = 4
COLUMNS = 70
_WELCOME = 74
_FEW = 4
"""Gaps shown at least; more where there is room."""


def home_page(session: Session, outlook: Outlook | None, room: Room) -> Lines:
    """Give the lines of Home; `outlook` holds report and plan of these answers, when they are there yet."""
    report, plan = outlook or (None, None)
    inner = max(20, room.width - 2 * _MARGIN)
    if not session.has_target:
        lines = _welcome(session, room.narrowed(min(inner, _WELCOME)))
        margin = " " * max(_MARGIN, (room.width - _WELCOME) // 2)
        space = [BLANK] * max(1, (room.height - len(lines)) // 3)
        return [*space, *(Content.assemble(margin, line) for line in lines)]
    if room.width < _TWO_COLUMNS:
        one = room.narrowed(inner)
        parts = (
            _standing(session, report, one),
            week_block(session, plan, one, is_late=outlook is None),
            _next(session, plan, one),
        )
        rest = by_area(session, report, one), _gaps(session, one, _FEW), _place(session, one)
        return [BLANK, *map(_indented, _stacked(*parts, *rest))]
    half = room.narrowed((inner - GAP) // 2)
    left = _stacked(
        _standing(session, report, half),
        week_block(session, plan, half, is_late=outlook is None),
        _next(session, plan, half),
    )
    areas = by_area(session, report, half)
    place = _place(session, half)
    few = max(_FEW, room.height - len(areas) - len(place) - 5)  # with four lines between the blocks, and one to spare
    right = _stacked(areas, _gaps(session, half, few), place)
    shorter = left if len(left) <= len(right) else right
    room_left = min(TALLEST_CHART, room.height - len(shorter) - 2)
    chart = chart_of(session, report, replace(half, height=room_left))
    shorter += [BLANK, *chart] if chart else []
    return [BLANK, *_beside(left, right, half.width)]


def _stacked(*blocks: Lines) -> Lines:
    """Put blocks below one another, a blank line between."""
    lines = [line for block in blocks if block for line in (*block, BLANK)]
    return lines[:-1]


def _indented(line: Content) -> Content:
    return Content.assemble(" " * _MARGIN, line)


def _beside(left: Sequence[Content], right: Sequence[Content], half: int) -> Iterable[Content]:
    for one, two in zip_longest(left, right, fillvalue=BLANK):
        yield Content.assemble(" " * _MARGIN, one, " " * (half - one.cell_length + GAP), two)


def _wrapped(text: str, room: Room, style: str = "") -> Lines:
    content = Content.styled(text, style) if style else Content(text)
    return wrapped(content, room.width)


def _welcome(session: Session, room: Room) -> Lines:
    pack = session.loaded.pack
    about = f"{safe(pack.title, 80)} {safe(pack.version, 20)}: {len(pack.skills)} skills, {len(pack.roles)} roles."
    return [
        *_wrapped("Where do I stand? What exactly is missing? What do I do next?", room, "bold $text-primary"),
        BLANK,
        *_point("1", "Rate yourself, skill by skill, by what you have really done.", room),
        *_point("2", "See where you stand against a role, and which gaps cost you most.", room),
        *_point("3", "Get a plan in weeks from the hours you have. It all stays on this machine.", room),
        BLANK,
        _entry(CONTINUE, "Choose the role and grade to measure against", "", room, is_main=True),
        *_quick(session, "Or a quick round", room),
        BLANK,
        _entry(HELP, "Help", "", room),
        _entry(PALETTE, "All commands", "", room),
        BLANK,
        *_wrapped(about, room, "$text-muted"),
        *_place(session, room),
    ]


def _quick(session: Session, words: str, room: Room) -> Lines:
    """The way into a quick round, while there is something left of it."""
    quick, answers = session.quick_round, session.assessment
    if quick.is_done(answers):
        return []
    asked = quick.asked(answers)
    note = f"{asked} of {quick.size} asked" if asked else f"{quick.size} skills, {MINUTES} minutes"
    return [_entry(QUICK, words, note, room)]


def _point(mark: str, text: str, room: Room) -> Lines:
    first, *rest = Content(text).wrap(room.width - 4)
    start = Content.assemble((f" {mark}  ", "bold $text-accent"), first)
    return [start, *(Content.assemble("    ", line) for line in rest)]


def _entry(action: Action, text: str, note: str, room: Room, *, is_main: bool = False) -> Content:
    """One line of the menu; a click does what the key does."""
    click = Style.from_meta({"@click": action.call if "." in action.call else f"screen.{action.call}"})
    words = cut(text, max(10, room.width - len(note) - 11), room.glyphs)
    key = (f" {room.key_of(action):<6}  ", "bold $text-accent")
    left = Content.assemble(key, (words, "bold" if is_main else "")).stylize(click)
    return spread(left, Content.styled(note, "$text-muted"), room.width)


def _standing(session: Session, report: Report | None, room: Room) -> Lines:
    score = session.score()
    lines = [title("Where you stand", f"based on {score.count('rated')} of {len(score.skills)}", room)]
    if score.readiness is None:
        text = "Nothing is rated yet. A few minutes of rating show the first picture."
        if not score.count("unanswered"):
            text = "Every skill is put aside as not applicable: there is nothing to measure."
        return [*lines, *_wrapped(text, room)]
    value: Number = score.readiness
    band: tuple[Number, Number] = score.band or (0, 0)
    if report is None:
        sentence = verdict_text(score, ladder(session.loaded.pack, session.profile.role.id, session.assessment))
    else:
        sentence = report.summary.verdict_text
    if report is not None and report.mode == "calibrated":
        value, band = report.summary.readiness or 0, report.summary.band or (0, 0)
    lines.append(_readiness(value, band, room))
    if report is not None and report.estimate is not None and report.estimate.inferred:
        lines.append(_inferred(report.estimate, room))
    return [*lines, _must_haves(score, room.glyphs), *_wrapped(safe(sentence), room)]


def _readiness(value: Number, band: tuple[Number, Number], room: Room) -> Content:
    tail = f" {readiness_text(value)} %  ({figure(band[0])} to {figure(band[1])})"
    width = max(8, min(40, room.width - len("Readiness   ") - len(tail)))
    full, rest = bar(float(value) / 100, width, room.glyphs)
    return Content.assemble("Readiness   ", (full, "$primary"), (rest, "$bar-rest"), (tail, "bold"))


def _inferred(model: EstimateSummary, room: Room) -> Content:
    """Readiness over the whole profile, with what is inferred."""
    skills = "skills" if model.inferred > 1 else "skill"
    between = f"{figure(model.low)} to {figure(model.high)}"
    text = f"{readiness_text(model.readiness)} %  ({between})  with {model.inferred} {skills} inferred"
    return Content.assemble("Estimate    ", cut(text, room.width - 12, room.glyphs))


def _must_haves(score: Score, glyphs: Glyphs) -> Content:
    met, total = score.must_haves_met, len(score.must_haves)
    unrated = sum(row.state == "unanswered" for row in score.must_haves)
    below = len(score.blockers)
    parts = [f"{met} of {total} met", f"{below} below" if below else "", f"{unrated} not rated" if unrated else ""]
    style = "$text-error" if below else "$text-success" if met == total else "$text-muted"
    text = f"{glyphs.must} " + ", ".join(filter(None, parts)) if total else "none"
    return Content.assemble("Must-haves  ", (text, style))


def _next(session: Session, plan: Plan | None, room: Room) -> Lines:
    interview = session.interview
    still = interview.count("open")
    lines = [title("What is next", "", room)]
    if still:
        name = safe(session.loaded.pack.skill_by_id[_first_open(session)].name, 80)
        verb = "Go on rating" if interview.count("rated") else "Start rating"
        lines.append(_entry(CONTINUE, f"{verb}: {name}", f"{still} open", room, is_main=True))
        lines += _quick(session, "Quick round: what decides most", room)
        lines.append(_entry(RESULTS, "Results so far", "", room))
    elif waiting := interview.waiting:
        again = len(interview.again)
        note = f"{again} to rate again" if again else f"{len(waiting)} changed since"
        name = safe(session.loaded.pack.skill_by_id[session.pending(session.current) or waiting[0]].name, 80)
        verb = "Rate again" if again else "Look again"
        lines.append(_entry(CONTINUE, f"{verb}: {name}", note, room, is_main=True))
        lines.append(_entry(RESULTS, "Results", "", room))
    else:
        lines.append(_entry(CONTINUE, _first(session, plan, room.glyphs), "", room, is_main=True))
        lines.append(_entry(RESULTS, "Results", "", room))
    if interview.pack.checks:
        answered = len(interview.assessment.checks)
        lines.append(_entry(CHECK, "Check yourself", f"{answered} answered" if answered else "", room))
    if interview.again or (interview.is_complete and interview.count("rated")):
        words = "End the re-assessment" if interview.again else "Start a re-assessment"
        lines.append(_entry(REASSESS, words, "", room))
    more = (PLAN, "Plan, week by week"), (FIND, "Find a skill"), (TARGET, "Change the target"), (SETTINGS, "Settings")
    return [*lines, *(_entry(action, text, "", room) for action, text in more)]


def _first(session: Session, plan: Plan | None, glyphs: Glyphs) -> str:
    """What there is to do once everything is answered."""
    if not session.interview.count("rated"):
        return "Choose another role or grade"
    found = todos(plan, session.today) if plan is not None else ()
    if not found:
        return "See what comes next in the plan" if plan is None else "See the results"
    name = f"{safe(found[0].name, 80)} {glyphs.right} {found[0].to}"
    words = {"recheck": f"Still true? {name}", "reassess": "Rate everything again", "step": f"Go on with {name}"}
    return words[found[0].kind]


def _first_open(session: Session) -> str:
    interview, current = session.interview, session.current
    if interview.is_round_done:
        interview = interview.with_round(None)
    return current if interview.status(current) == "open" else interview.next_open(current) or current


def _gaps(session: Session, room: Room, most: int) -> Lines:
    """The gaps that cost most among what is rated."""
    gaps = session.score().gaps
    if not gaps:
        return []
    lines = [title("Gaps that cost most", f"{min(most, len(gaps))} of {len(gaps)}", room)]
    for row in gaps[:most]:
        mark = (f"{room.glyphs.must} ", "$text-error") if row.is_blocker else "  "
        steps = f"{row.level} {room.glyphs.right} {row.requirement.required}"
        tail = Content.assemble(steps, (f"{points_text(row.loss or 0):>6} points", "$text-muted"))
        name = safe(session.loaded.pack.skill_by_id[row.skill].name, 120)
        fitted = cut(name, room.width - tail.cell_length - 4, room.glyphs)
        lines.append(spread(Content.assemble(mark, fitted), tail, room.width))
    return lines


def _place(session: Session, room: Room) -> Lines:
    return _wrapped(f"Saved in {safe(str(session.file), 400)}", room, "$text-muted")
