"""The line of Results that says what to do next: the first things that the plan asks for."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from skillgap.core.plan import Plan
from skillgap.core.todo import Todo, todos
from skillgap.ui.actions.common import PLAN
from skillgap.ui.pages.room import Room, call
from skillgap.ui.text import Glyphs, cut, prose

MAKING = "Making the plan ..."


def next_line(plan: Plan, today: date, room: Room) -> Content:
    """Give as many of the first things to do as a line holds, and the way to the plan."""
    way = call(PLAN, PLAN.label, room.key_of)
    left = room.width - way.cell_length - 2
    words = ""
    for todo in todos(plan, today):
        more = f"{words}; {_said(todo, room.glyphs)}" if words else cut(_said(todo, room.glyphs), left, room.glyphs)
        if Content(more).cell_length > left:
            break
        words = more
    return Content.assemble(words or cut(_nothing(plan), left, room.glyphs), "  ", way)


def _said(todo: Todo, glyphs: Glyphs) -> str:
    step = f"{prose(todo.name)} {glyphs.right} {todo.to}"
    match todo.kind:
        case "recheck":
            return f"Still true? {step}"
        case "reassess":
            return "Rate everything again"
        case _:
            return f"{step}, {todo.hours:g} h"


def _nothing(plan: Plan) -> str:
    if any(row.reason == "experience" for row in plan.left_outs):
        return "Nothing to study: ask for tasks at work."
    return "Nothing is planned." if plan.left_outs else "Nothing is missing."
