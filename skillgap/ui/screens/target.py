"""Choose the role and grade to be measured against."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from skillgap.core.demands import facts, levels_asked, must_haves
from skillgap.core.profiles import Profile, profile
from skillgap.core.rubric import Pack
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import Glyphs, glyphs_of, prose


class TargetScreen(Modal[tuple[str, str] | None]):
    """Roles on the left, grades on the right, below them what the one at hand asks. Gives (role, grade) or None."""

    CSS_PATH = "target.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (110, "-wide")]  # noqa: RUF012
    BINDINGS = [  # noqa: RUF012
        ("escape", "dismiss(None)", "Back"),
        ("right", "focus_list('grades')", "Grades"),
        ("left", "focus_list('roles')", "Roles"),
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
        Binding("pagedown", "read(1)", "Read on", priority=True),
        Binding("pageup", "read(-1)", "Read back", priority=True),
    ]

    def __init__(self, pack: Pack, now: Profile) -> None:
        super().__init__()
        self._pack = pack
        self._now = now
        self._role = now.role

    def compose(self) -> ComposeResult:
        """Two lists and a description."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("What do you want to be measured against?")
            box.border_subtitle = Content("enter chooses, tab sides, pgdn more, esc back")
            with Horizontal(id="lists"):
                yield OptionList(
                    *(Option(Content(prose(r.name)), id=r.id) for r in self._pack.roles), id="roles", markup=False
                )
                yield OptionList(id="grades", markup=False)
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="text")

    def on_mount(self) -> None:
        """Start where the person is."""
        roles = self.query_one("#roles", OptionList)
        roles.highlighted = self._pack.roles.index(self._now.role)
        self._list_grades()
        roles.focus()

    def action_focus_list(self, name: str) -> None:
        """To the other list."""
        self.query_one(f"#{name}").focus()

    def action_move(self, by: int) -> None:
        """Move in the list at hand."""
        if isinstance(self.focused, OptionList):
            self.focused.action_cursor_down() if by > 0 else self.focused.action_cursor_up()

    def action_read(self, by: int) -> None:
        """Turn a page of the description; the lists are short."""
        about = self.query_one("#about", VerticalScroll)
        about.scroll_page_down(animate=False) if by > 0 else about.scroll_page_up(animate=False)

    @on(OptionList.OptionHighlighted, "#roles")
    def _show_role(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id and event.option_id != self._role.id:
            self._role = self._pack.role_by_id[event.option_id]
            self._list_grades()

    @on(OptionList.OptionHighlighted, "#grades")
    def _show_grade(self) -> None:
        self._describe()

    @on(OptionList.OptionSelected, "#roles")
    def _to_grades(self) -> None:
        self.action_focus_list("grades")

    @on(OptionList.OptionSelected, "#grades")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.dismiss((self._role.id, event.option_id))

    def _list_grades(self) -> None:
        grades = self.query_one("#grades", OptionList)
        wanted = self._wanted_grade()
        grades.clear_options()
        grades.add_options([Option(Content(prose(grade.title)), id=grade.id) for grade in self._role.grades])
        grades.highlighted = wanted
        self._describe()

    def _wanted_grade(self) -> int:
        """The grade at hand, by id, else by place, when another role is looked at."""
        ids = [grade.id for grade in self._role.grades]
        if self._now.grade.id in ids:
            return ids.index(self._now.grade.id)
        return min(self._now.role.grade_index(self._now.grade.id), len(ids) - 1)

    def _describe(self) -> None:
        place = self.query_one("#grades", OptionList).highlighted
        if place is None or place >= len(self._role.grades):
            return
        goal = profile(self._pack, self._role.id, self._role.grades[place].id)
        self.query_one("#text", Static).update(about(self._pack, goal, glyphs_of(self)))
        self.query_one("#about", VerticalScroll).scroll_home(animate=False)


def about(pack: Pack, goal: Profile, glyphs: Glyphs) -> Content:
    """Say what a role and grade ask."""
    known = f" {glyphs.dot} ".join(map(prose, facts(goal)))
    parts = [Content.assemble((prose(goal.name), "bold $text-primary"), (f"   {known}", "$text-muted"))]
    parts += [Content(prose(text)) for text in (goal.role.summary, goal.grade.note) if text]
    if musts := must_haves(pack, goal):
        label = f"{glyphs.must} {len(musts)} must-haves "
        names = "; ".join(map(prose, musts))
        parts.append(Content.assemble((label, "bold $text-accent"), ("at least  ", "$text-muted"), names))
    pieces = (Content.assemble((f"{count}", "bold"), f" at {prose(name)}") for count, name in levels_asked(pack, goal))
    parts.append(Content.assemble(("Asked  ", "$text-muted"), Content(", ").join(pieces)))
    if goal.role.typical_week:
        week = "\n".join(f"{glyphs.dot} {prose(line)}" for line in goal.role.typical_week)
        parts.append(Content.assemble(("A week\n", "$text-muted"), week))
    if goal.role.entry:
        parts.append(Content.assemble(("Comes from  ", "$text-muted"), prose(goal.role.entry)))
    return Content("\n\n").join(parts)
