"""Evidence for a level: what there is, and one dialog to add or change a piece."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from skillgap.core.assessment import Answer, Evidence, EvidenceKind
from skillgap.core.dates import day_of
from skillgap.core.evidence import MEANING, piece_problem
from skillgap.core.rubric import Scale, Skill
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import cut, glyphs_of, prose

_Items = tuple[Evidence, ...]


class EvidenceScreen(Modal[_Items | None]):
    """Lists the pieces. Gives them all when something changed, else None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [  # noqa: RUF012
        ("escape", "back", "Back"),
        ("a,plus", "add", "Add"),
        ("delete,backspace,d", "remove", "Remove"),
        ("u", "undo", "Undo"),
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
    ]

    def __init__(self, skill: Skill, scale: Scale, answer: Answer, today: date) -> None:
        super().__init__()
        self._skill, self._scale, self._answer, self._today = skill, scale, answer, today
        self._items: _Items = answer.evidence
        self._before: list[_Items] = []

    def compose(self) -> ComposeResult:
        """List and keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"Evidence: {prose(self._skill.name)[:60]}")
            box.border_subtitle = Content("a adds, enter edits, d removes, u undoes, esc keeps")
            yield Static(id="about", classes="hint")
            yield OptionList(markup=False)

    def on_mount(self) -> None:
        """What there is."""
        self._list()
        self.query_one(OptionList).focus()

    def _list(self) -> None:
        rows = self.query_one(OptionList)
        place = rows.highlighted or 0
        rows.clear_options()
        rows.add_options([Option(self._row(item), id=str(number)) for number, item in enumerate(self._items)])
        rows.add_option(Option(Content.styled("+ add a link, a repository, a review", "$text-accent"), id="add"))
        rows.highlighted = min(place, len(self._items))
        about = [Content("It only ever supports a level; to have none is not held against you.")]
        if self._skill.ask:
            about.insert(0, Content.assemble(("A mentor may ask  ", "bold"), prose(self._skill.ask)))
        self.query_one("#about", Static).update(Content("\n\n").join(about))

    def _row(self, item: Evidence) -> Content:
        level = item.level if item.level is not None else self._answer.level
        shows = (
            f"{level} {prose(self._scale.name(level))}"
            if level is not None and level <= self._scale.top
            else "the level"
        )
        what = cut(prose(item.where or item.note), 44, glyphs_of(self))
        day = f"  {item.date.isoformat()}" if item.date else ""
        return Content.assemble((f"{item.kind:<10}", "bold"), f"{what}  ", (f"shows {shows}{day}", "$text-muted"))

    @on(OptionList.OptionSelected)
    def _edit(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "add":
            self.action_add()
            return
        place = int(event.option_id or 0)

        def put(item: Evidence | None) -> None:
            if item is not None:
                self._change((*self._items[:place], item, *self._items[place + 1 :]))

        self.app.push_screen(PieceScreen(self._items[place], self._scale, self._today), put)

    def action_add(self) -> None:
        """Add a piece."""

        def put(item: Evidence | None) -> None:
            if item is not None:
                self._change((*self._items, item))

        self.app.push_screen(PieceScreen(Evidence(kind="linked"), self._scale, self._today), put)

    def action_remove(self) -> None:
        """Remove the highlighted piece; it can be undone."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._items):
            self._change((*self._items[:place], *self._items[place + 1 :]))

    def action_undo(self) -> None:
        """Take the last change of this dialog back."""
        if self._before:
            self._items = self._before.pop()
            self._list()

    def action_move(self, by: int) -> None:
        """Move in the list."""
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if by > 0 else rows.action_cursor_up()

    def action_back(self) -> None:
        """Keep the changes and go back."""
        self.dismiss(self._items if self._items != self._answer.evidence else None)

    def _change(self, items: _Items) -> None:
        self._before.append(self._items)
        self._items = items
        self._list()


class PieceScreen(Modal[Evidence | None]):
    """One piece of evidence; enter in the last field takes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Back")]  # noqa: RUF012

    def __init__(self, item: Evidence, scale: Scale, today: date) -> None:
        super().__init__()
        self._item, self._scale, self._today = item, scale, today

    def compose(self) -> ComposeResult:
        """Kind and fields."""
        item = self._item
        with Vertical(classes="dialog") as box:
            box.border_title = Content("A piece of evidence")
            box.border_subtitle = Content("tab moves on, enter takes it, esc goes back")
            yield OptionList(
                *(Option(Content(MEANING[kind]), id=kind) for kind in get_args(EvidenceKind)), id="kind", markup=False
            )
            yield Input(item.where, id="where", placeholder="link or path")
            yield Input(item.note, id="note", placeholder="what it is, in a few words")
            level = "" if item.level is None else str(item.level)
            yield Input(level, id="level", placeholder=f"level it shows, 0-{self._scale.top}; the rated one when empty")
            day = item.date.isoformat() if item.date else ""
            yield Input(day, id="day", placeholder="when it was done: 2026-09-30, 2026-09 or today; may stay empty")
            yield Static(id="wrong", classes="hint")

    def on_mount(self) -> None:
        """Kind as it is, the field for the link first."""
        self.query_one("#kind", OptionList).highlighted = get_args(EvidenceKind).index(self._item.kind)
        self.query_one("#where").focus()

    @on(OptionList.OptionSelected)
    def _next(self) -> None:
        self.query_one("#where").focus()

    @on(Input.Submitted)
    def _take(self) -> None:
        fields = ("where", "note", "level", "day")
        where, note, level, day = (self.query_one(f"#{name}", Input).value.strip() for name in fields)
        wrong = piece_problem(self._scale, where, note, level, day, self._today)
        if wrong:
            self.query_one("#wrong", Static).update(Content.styled(wrong, "$text-error"))
            return
        kinds: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
        kind = kinds[self.query_one("#kind", OptionList).highlighted or 0]
        shows, done = int(level) if level else None, day_of(day, self._today)
        self.dismiss(replace(self._item, kind=kind, where=where, note=note, level=shows, date=done))
