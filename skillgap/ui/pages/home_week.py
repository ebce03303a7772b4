"""The part of Home that says what the plan asks for: steps of this week, what is due for a look, the next milestone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from skillgap.core.names import counted
from skillgap.core.plan import Plan
from skillgap.core.plan_words import nothing_to_do, readiness_name
from skillgap.core.todo import Todo, next_look, todos, week_now, week_words
from skillgap.core.trace import CUT_OFFS, figure
from skillgap.ui.actions.common import PLAN, RATE, TARGET
from skillgap.ui.actions.home import TODOS
from skillgap.ui.text import cut, prose, spread, wrapped

if TYPE_CHECKING:
    from skillgap.ui.pages.room import Room
    from skillgap.ui.session import Session

_MOST = len(TODOS)
"""Things to do that have a key."""


def week_block(session: Session, plan: Plan | None, room: Room, *, is_late: bool = False) -> list[Content]:
    """Give the lines of the block; a title and one sentence where there is nothing to do.

    `is_late` says that the plan is still being made; without it there is none.
    """
    if problem := session.plans.problem:
        text = f"plan.toml cannot be read and is left as it is: {problem}"
        return [_title("This week", "", room), *_sentence(text, room, "$text-error")]
    if not session.interview.count("rated"):
        return []
    if plan is None:
        text = "Making the plan ..." if is_late else f"No plan can be made; {room.key_of(PLAN)} says why."
        return [_title("This week", "", room), *_sentence(text, room)]
    return list(_week(session, plan, room))


def _week(session: Session, plan: Plan, room: Room) -> Iterator[Content]:
    found = todos(plan, session.today)
    last = max((step.ends for step in plan.scheduled if step.ends), default=None)
    week = week_now(plan, session.today)
    yield _title(*(week_words(week, session.today) if week else ("This week", "")), room)
    for number, todo in enumerate(found[:_MOST]):
        yield _line(number, todo, room)
    if len(found) > _MOST:
        yield from _sentence(f"{len(found) - _MOST} more stand in the plan.", room)
    if not plan.scheduled:
        yield from _nothing(plan, room)
        return
    if plan.conflicts:
        many = len(plan.conflicts)
        words = "1 choice of yours could" if many == 1 else f"{many} choices of yours could"
        yield from _sentence(f"{words} not be followed; see the plan.", room, "$text-warning")
    if plan.milestones:
        stone = plan.milestones[0]
        text = f"{room.glyphs.target} {stone.day} {prose(stone.what)}"
        yield Content.styled(cut(text, room.width, room.glyphs), "$text-success")
    out = plan.outlook
    now, then = (figure(points, *CUT_OFFS) for points in (out.readiness_now, out.readiness_then))
    reach = f"{readiness_name(plan)} {now} {room.glyphs.right} {then} % by {last}"
    if plan.budget.deadline is None:
        over = session.passed_deadline
        reach += f"; the deadline {over} has passed" if over else "; no deadline is set"
    elif left := sum(row.reason == "does-not-fit" for row in plan.left_outs):
        reach += f"; {counted(left, 'step')} {'does' if left == 1 else 'do'} not fit"
    yield from _sentence(reach, room)
    if look := next_look(plan, session.today):
        yield from _sentence(f"Next look at your ratings: {look}", room)


def _nothing(plan: Plan, room: Room) -> Iterator[Content]:
    """No steps: all is met, or what is missing is not for study."""
    if not plan.left_outs:
        yield from _sentence(": ".join(nothing_to_do(plan)), room, "$text-success")
        yield from _sentence(f"{room.key_of(TARGET)} aims at a higher grade or another role.", room)
        return
    title, text = nothing_to_do(plan)
    yield from _sentence(f"{title}: {text}", room)
    reasons = {row.reason for row in plan.left_outs}
    work = next((row for row in plan.left_outs if row.reason == "experience"), None)
    if reasons == {"not-rated"}:
        yield from _sentence(f"{room.key_of(RATE)} goes on.", room)
    elif work is not None and "does-not-fit" not in reasons:
        yield from _sentence(f"Ask for: {prose(work.practice)}", room)


def _line(number: int, todo: Todo, room: Room) -> Content:
    """One thing to do, with its key; a click does what the key does."""
    action = TODOS[number]
    match todo.kind:
        case "recheck":
            words, level, note = f"Still true? {prose(todo.name)}", todo.to, f"due {todo.day}"
        case "reassess":
            words, level, note = "Rate everything again", 0, f"due {todo.day}"
        case _:
            words, level, note = prose(todo.name), todo.to, f"{todo.hours:g} h  until {todo.day}"
    tail = Content.styled(note, "$text-warning" if todo.kind != "step" else "$text-muted")
    key = (f" {room.key_of(action):<2}", "bold $text-accent")
    goal = f" {room.glyphs.right} {level}" if level else ""
    fitted = cut(words, max(10, room.width - tail.cell_length - 5 - len(goal)), room.glyphs) + goal
    click = Style.from_meta({"@click": f"screen.{action.call}"})
    return spread(Content.assemble(key, fitted).stylize(click), tail, room.width)


def _title(text: str, note: str, room: Room) -> Content:
    return spread(Content.styled(text, "bold $text-primary"), Content.styled(note, "$text-muted"), room.width)


def _sentence(text: str, room: Room, style: str = "$text-muted") -> list[Content]:
    return wrapped(Content.styled(text, style), room.width)
