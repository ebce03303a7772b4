"""The plan line by line: what comes when, marks of what is done, hours and dates; every change is kept at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from skillgap.core.dates import deadline_problem, start_problem
from skillgap.core.hours import can_be_planned, refusal, remedy
from skillgap.core.plan import Budget, LeftOut, Plan, PlannedStep
from skillgap.core.text import shown
from skillgap.plain.commands import Command, Place
from skillgap.plain.exporting import export
from skillgap.plain.lines import Lines
from skillgap.plain.plans import step_details, step_name
from skillgap.plain.sitting import Desk, Sitting

PAGE = 10
"""Rows read out at once."""
NOTHING = ("none", "-")


class Planning:
    """Works on the kept plan. Numbers speak of the whole list: what is done, what is planned, what is left out."""

    def __init__(self, sitting: Sitting, desk: Desk, lines: Lines, rate: Callable[[], None]) -> None:
        self._sitting, self._desk, self._lines, self._rate = sitting, desk, lines, rate
        self._plan = sitting.plan(sitting.budget)
        self._next = 0
        """The row that the next page begins with."""
        self.place = Place(
            commands=(
                Command(key="l", word="list", takes="NUMBER", what="the list, from a number on", do=self._list_from),
                Command(key="+", word="more", what="the next ten rows", do=lambda _: self._page(self._next)),
                Command(
                    key="d",
                    word="done",
                    takes="NUMBER",
                    what="mark a step as done, or take its mark away",
                    do=self._done,
                ),
                Command(
                    key="y",
                    word="true",
                    takes="NUMBER",
                    what="rate yourself at the level of a done step",
                    do=self._true_now,
                ),
                Command(key="k", word="rate", takes="NUMBER", what="rate the skill of a row", do=self._rate_one),
                Command(key="h", word="hours", takes="HOURS", what="hours a week", do=self._hours),
                Command(
                    key="e", word="end", takes="DATE", what="the deadline, as 2027-05-31, or none", do=self._deadline
                ),
                Command(key="b", word="begin", takes="DATE", what="the first day, or today", do=self._start),
                Command(
                    key="m", word="must", what="steps towards must-haves first, or by readiness alone", do=self._must
                ),
                Command(
                    key="w",
                    word="work",
                    what="schedule experience at work like the rest, or list it apart",
                    do=self._work,
                ),
                Command(key="u", word="undo", what="take the last change of the plan back", do=self._undo),
                Command(
                    key="x",
                    word="export",
                    takes="FOLDER",
                    what="write report.toml and plan.toml",
                    do=lambda folder: export(sitting, lines, folder),
                ),
            ),
            number=self._tell,
            numbers="all about that row",
        )

    def run(self) -> None:
        """Read the outcome and the first rows out; then ask what is wanted."""
        self._desk.refresh()
        if not self._sitting.interview.count("rated"):
            self._lines.say("Nothing is rated yet: rate a few skills, and the plan stands here.")
        self._renew()
        self._lines.say(*(shown(note, limit=500) for note in self._plan.notes))
        if self._plan.scheduled:
            self._page(self._next)
        self.place.visit(self._lines, "Plan: a number, + for more rows, d, h, e, u, q, or ? for more:")

    @property
    def _rows(self) -> tuple[PlannedStep | LeftOut, ...]:
        return (*self._plan.steps, *self._plan.left_outs)

    def _renew(self) -> None:
        """Make the plan again, keep it where something was changed, read it out."""
        self._plan = self._sitting.plan(self._sitting.budget)
        self._desk.keep(self._plan)
        if self._desk.problem:
            self._lines.say(f"The plan on disk is not up to date: {shown(self._desk.problem, limit=500)}")
        self._lines.say("", *_head(self._plan))
        self._next = len(self._plan.finished)

    def _page(self, first: int) -> None:
        rows = self._rows[first : first + PAGE]
        if not rows:
            self._lines.say("The list ends here.")
        self._lines.say(*(f"{number}. {_row(row)}" for number, row in enumerate(rows, first + 1)))
        self._next = first + len(rows)
        if more := len(self._rows) - self._next:
            self._lines.say(f"{more} more; + reads on.")

    def _list_from(self, text: str) -> None:
        place = self._place(text) if text else 0
        if place is not None:
            self._page(place)

    def _place(self, text: str) -> int | None:
        """The place of a row, from 0, asked for when it was not said."""
        typed = text or self._lines.ask("Which number?") or ""
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else 0
        if 1 <= number <= len(self._rows):
            return number - 1
        self._lines.say(f"There is no such number in the list of {len(self._rows)}. l lists it.")
        return None

    def _step(self, text: str) -> PlannedStep | None:
        """The step that a number names."""
        place = self._place(text)
        row = self._rows[place] if place is not None else None
        if isinstance(row, LeftOut):
            self._lines.say(
                "Only steps with a place in the plan can be marked; k and the number rate the skill instead."
            )
            return None
        return row

    def _tell(self, number: int) -> None:
        place = self._place(str(number))
        if place is not None:
            row = self._rows[place]
            self._lines.say("", f"{step_name(row)}.", *_details(row))
            self._offer(row)

    def _offer(self, row: PlannedStep | LeftOut) -> None:
        """Say what a done step asks: is its statement true now?"""
        if isinstance(row, PlannedStep) and self._is_to_rate(row):
            number = next(n for n, other in enumerate(self._rows, 1) if other.id == row.id)
            self._lines.say(
                f"Is it true of you now? {shown(row.anchor, limit=500)}",
                f"y {number} rates you {row.to} {shown(self._sitting.interview.pack.scale.name(row.to))}.",
            )

    def _is_to_rate(self, step: PlannedStep) -> bool:
        level = self._sitting.assessment.answer(step.skill).level
        return step.done is not None and level is not None and level < step.to

    def _done(self, text: str) -> None:
        step = self._step(text)
        if step is None:
            return
        if step.done:
            self._desk.unmark(self._plan, step.id)
        else:
            self._desk.mark(self._plan, step.id, self._sitting.today, step.hours)
        self._lines.say(f"{step_name(step)}: {'no longer marked as done' if step.done else 'done today'}.")
        self._renew()
        self._offer(next((row for row in self._rows if row.id == step.id), step))

    def _true_now(self, text: str) -> None:
        step = self._step(text)
        if step is None:
            return
        if not self._is_to_rate(step):
            self._lines.say("Only a done step whose skill is rated lower can be taken; d and the number mark it.")
            return
        self._desk.rate(step)
        self._lines.say(f"{shown(step.name)}: {step.to} {shown(self._sitting.interview.pack.scale.name(step.to))}.")
        self._renew()

    def _rate_one(self, text: str) -> None:
        place = self._place(text)
        if place is not None and self._rows[place].skill in self._sitting.interview.place:
            self._sitting.move_to(self._rows[place].skill)
            self._rate()
            self._renew()

    def _hours(self, text: str) -> None:
        typed = text or self._lines.ask(f"How many hours a week? Now: {self._sitting.budget.hours_per_week:g}.") or ""
        try:
            hours = float(typed.replace(",", "."))
        except ValueError:
            self._lines.say("That is not a number; nothing was changed.")
            return
        if can_be_planned(hours):
            self._budget(lambda old: replace(old, hours_per_week=hours))
        else:
            self._lines.say(f"{refusal(hours)}; {remedy()}.")

    def _deadline(self, text: str) -> None:
        budget = self._sitting.budget
        day = self._day(text, "By which day? A date, or none:", lambda typed: deadline_problem(budget.start, typed))
        if day is not None:
            deadline = date.fromisoformat(day) if day else None
            self._budget(lambda old: replace(old, deadline=deadline))

    def _start(self, text: str) -> None:
        budget, today = self._sitting.budget, self._sitting.today
        typed = "-" if text == "today" else text
        day = self._day(
            typed, "From which day? A date, or - for today:", lambda one: start_problem(today, budget.deadline, one)
        )
        if day is not None:
            start = date.fromisoformat(day) if day else today
            self._budget(lambda old: replace(old, start=start))

    def _day(self, text: str, question: str, problem: Callable[[str], str]) -> str | None:
        """A date, empty for none, None when nothing is to be changed."""
        typed = text or self._lines.ask(question)
        if not typed:
            return None
        typed = "" if typed in NOTHING else typed
        if wrong := problem(typed):
            self._lines.say(f"{shown(wrong)}; nothing was changed.")
            return None
        return typed

    def _must(self, _: str) -> None:
        self._budget(lambda old: replace(old, must_haves_first=not old.must_haves_first))

    def _work(self, _: str) -> None:
        self._budget(lambda old: replace(old, includes_experience=not old.includes_experience))

    def _budget(self, change: Callable[[Budget], Budget]) -> None:
        if self._desk.set_budget(change):
            self._renew()
        else:
            self._lines.say("Nothing was changed.")

    def _undo(self, _: str) -> None:
        if self._desk.undo():
            self._renew()
        else:
            self._lines.say("Nothing to undo.")


def _head(plan: Plan) -> Iterator[str]:
    """What the plan comes to, and by which hours and dates."""
    budget = plan.budget
    until = f" to {budget.deadline}" if budget.deadline else ", no deadline"
    yield f"Plan from {budget.start}{until}, {budget.hours_per_week:g} hours a week."
    outlook = plan.outlook
    yield (
        f"Readiness {outlook.readiness_now:.1f} % now, {outlook.readiness_then:.1f} % in {outlook.weeks} weeks:"
        f" {outlook.points:.1f} of at most {outlook.points_possible:.1f} points, {outlook.hours:g} hours."
    )
    if budget.must_haves_first:
        yield "Steps towards must-haves come first."
    if budget.includes_experience:
        yield "Steps that need experience at work are scheduled like the rest."
    yield f"{len(plan.finished)} done, {len(plan.scheduled)} to do."
    for reason, count in Counter(row.detail for row in plan.left_outs).most_common():
        yield f"{count} left out: {shown(reason, limit=500)}."


def _row(row: PlannedStep | LeftOut) -> str:
    if isinstance(row, LeftOut):
        return f"Left out: {step_name(row)}; {shown(row.detail, limit=500)}."
    if row.done:
        return f"Done {row.done}: {step_name(row)}."
    when = f"week {row.week}" if row.first_week == row.week else f"weeks {row.first_week} to {row.week}"
    return f"{step_name(row)}, {row.hours:g} hours, {when}, until {row.ends}; {shown(row.why)}."


def _details(row: PlannedStep | LeftOut) -> Iterator[str]:
    """Everything about a row."""
    if isinstance(row, PlannedStep):
        if row.done:
            spent = f", {row.hours_spent:g} hours" if row.hours_spent is not None else ""
            yield f"Done {row.done}{spent}."
        else:
            yield f"Typically {row.hours:g} hours, {row.starts} to {row.ends}."
            yield f"Finished in week {row.quick_week} at a quick pace, {row.slow_week} at a slow one."
            yield f"Why now: {shown(row.why)}."
        yield from step_details(row)
        return
    yield f"Why not: {shown(row.detail, limit=500)}."
    if row.points:
        yield f"Worth {row.points:.2f} points, typically {row.hours:g} hours."
    ask, show = ("Ask for", "Collect") if row.reason == "experience" else ("Do", "Done when")
    yield from (f"{title}: {shown(text, limit=500)}" for title, text in ((ask, row.practice), (show, row.exit)) if text)
