"""The head of Plan: what the plan comes to, and the hours and dates that it is made for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from skillgap.core.plan import Budget, Plan
from skillgap.core.plan_words import nothing_to_do, readiness_name
from skillgap.core.trace import CUT_OFFS, figure
from skillgap.ui.actions import Action
from skillgap.ui.actions.common import RATE, TARGET
from skillgap.ui.actions.plan import DAYS_OFF, DEADLINE, EXPERIENCE, HOURS, LESS, MORE, MUST_HAVES, START
from skillgap.ui.pages.room import Room, call

_LEFT_OUT = {
    "does-not-fit": "do not fit",
    "experience": "need experience at work",
    "needs-experience": "wait for experience at work",
    "excluded": "are left out",
    "needs-excluded": "wait for what is left out",
    "good-enough": "are good enough as they are",
}


def head_page(plan: Plan, answered: tuple[int, int], room: Room) -> list[Content]:
    """Give the lines above the list: the outcome, what it rests on (skills answered, of how many), what it takes."""
    if not plan.scheduled:
        return list(_nothing_to_do(plan, room))
    warning = _warning(*answered)
    out = plan.outlook
    arrow = room.glyphs.right
    now, then = (figure(points, *CUT_OFFS) for points in (out.readiness_now, out.readiness_then))
    pill = f"  {readiness_name(plan)} {now} {arrow} {then} %  "
    alone = "The plan" if plan.budget.includes_experience else "Study alone"
    text = f"{alone} reaches {then} % by {_last_day(plan)}"
    lines = [Content.styled(pill, "bold $text-primary on $primary-muted")]
    text += f", and meets the profile on {plan.ready}" if plan.ready else ""
    if len(pill) + 2 + len(text) <= room.width:
        lines = [Content.assemble(lines[0], "  ", (text, "bold"))]
    else:
        lines += Content.styled(text, "bold").wrap(room.width)
    warned = Content.styled(warning, "$text-warning").wrap(room.width) if warning else []
    return [*lines, *warned, *_effort(plan, room.width)]


def _last_day(plan: Plan) -> date:
    """The day on which the last step ends; pins may put another one last in the order."""
    return max((step.ends for step in plan.scheduled if step.ends is not None), default=plan.budget.start)


def _warning(answered: int, asked: int) -> str:
    """What a plan from few answers has to say of itself."""
    return f"Based on {answered} of {asked} skills; rate the others and it grows." if answered < asked else ""


def _effort(plan: Plan, width: int) -> Iterator[Content]:
    """What it takes and brings, and what stays out as far as a line has room; the list says the rest."""
    out = plan.outlook
    pace = f" at your pace (x{out.pace:g})" if out.pace != 1 else ""
    is_open = not out.is_best and out.points_possible - out.points >= 0.05  # what is proved best has no more to bring
    most = f" of at most {out.points_possible:.1f}" if is_open else ""
    text = f"{out.hours:g} hours in {out.weeks} weeks{pace}, +{out.points:.1f}{most} points"
    if len(text) > width:
        text = f"{out.hours:g} hours, {out.weeks} weeks{pace}, +{out.points:.1f}{most}"
    for reason, words in _LEFT_OUT.items():
        points = sum(row.points for row in plan.left_outs if row.reason == reason)
        more = f"; {points:.1f} {words}" if points else ""
        if len(text) + len(more) <= width:
            text += more
    yield from Content.styled(text, "$text-muted").wrap(width)


def _nothing_to_do(plan: Plan, room: Room) -> Iterator[Content]:
    """No steps: the target is met, too little is rated, or what is missing is not for study."""
    reasons = {row.reason for row in plan.left_outs}
    title, text = nothing_to_do(plan)
    ways = []
    if not reasons:
        ways = [call(TARGET, "Aim at a higher grade or another role", room.key_of)]
    elif reasons == {"not-rated"}:
        ways = [call(RATE, "Rate the others", room.key_of)]
    elif "does-not-fit" in reasons:
        ways = [call(DEADLINE, "Set another deadline", room.key_of)]
        ways += [call(DAYS_OFF, "Change the days off", room.key_of)] if plan.budget.periods else []
    elif "experience" in reasons and not plan.budget.includes_experience:
        ways = [call(EXPERIENCE, "Schedule experience like the rest", room.key_of)]
    mark = room.glyphs.empty if reasons - {"not-rated"} else room.glyphs.done
    yield Content.styled(f"  {mark}  {title}  ", "bold $text-primary on $primary-muted")
    yield from Content(text).wrap(room.width)
    yield from ways


def nothing_rated(room: Room) -> list[Content]:
    """Give the head while there is nothing to plan from."""
    return [
        Content.styled("There is no plan yet.", "bold"),
        *Content("A plan grows from the gaps in what you rate; a few skills are enough to begin with.").wrap(
            room.width
        ),
        Content(""),
        call(RATE, "Rate your skills", room.key_of),
    ]


def settings_of(budget: Budget, room: Room, passed: date | None = None) -> list[Content]:
    """Give the hours and dates, each with the key that changes it and a click that does the same.

    `passed` is a deadline that the plan had until it was over.
    """
    deadline = f"until {budget.deadline}" if budget.deadline else f"{passed} has passed" if passed else "no deadline"
    order = "must-haves first" if budget.must_haves_first else "by readiness"
    work = "with work experience" if budget.includes_experience else "study alone"
    keys = _key(MORE, room), " ", _key(LESS, room), " "
    by_day = " by weekday" if budget.weekdays else ""
    hours = Content.assemble(*keys, call(HOURS, f"{budget.hours_per_week:g} hours a week{by_day}", room.key_of))
    rest = ((START, f"from {budget.start}"), (DEADLINE, deadline), (MUST_HAVES, order), (EXPERIENCE, work))
    many = len(budget.periods)
    off = "no days off" if not many else "1 stretch of other hours" if many == 1 else f"{many} stretches of other hours"
    return [hours, *(call(action, words, room.key_of) for action, words in (*rest, (DAYS_OFF, off)))]


def _key(action: Action, room: Room) -> Content:
    return call(action, "", room.key_of).rstrip()


def packed(parts: Iterable[Content], width: int) -> list[Content]:
    """Put parts beside one another, on as many lines as it takes."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + 3 + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], "   ", part)
        else:
            lines.append(part)
    return lines
