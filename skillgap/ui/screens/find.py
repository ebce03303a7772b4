"""Find a skill anywhere by name, area, id or term."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from skillgap.core.interview import Interview
from skillgap.core.rubric import Skill
from skillgap.core.text import cells
from skillgap.ui.sturdy import Modal
from skillgap.ui.text import Glyphs, cut, glyphs_of, safe

_MOST = 60
"""Rows shown at most: more are no help in finding."""


class FindScreen(Modal[str | None]):
    """Gives the id of the skill, or None."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [  # noqa: RUF012
        ("escape", "dismiss(None)", "Back"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]

    def __init__(self, interview: Interview) -> None:
        super().__init__()
        self._interview = interview

    def compose(self) -> ComposeResult:
        """Field and list."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Find a skill")
            box.border_subtitle = Content("enter goes there, esc goes back")
            yield Input(placeholder="name, area or term", id="text")
            found = OptionList(id="found", markup=False)
            found.can_focus = False
            yield found

    def on_mount(self) -> None:
        """All skills, before anything is typed."""
        self._list("")

    @on(Input.Changed)
    def _look(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        found = self.query_one(OptionList)
        if found.highlighted is not None:
            self.dismiss(found.get_option_at_index(found.highlighted).id)

    @on(OptionList.OptionSelected)
    def _pick(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_move(self, by: int) -> None:
        """Move in the list while the field keeps the keys."""
        found = self.query_one(OptionList)
        if by > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    def _list(self, text: str) -> None:
        found, marks = self.query_one(OptionList), glyphs_of(self)
        width = min(72, int(self.app.size.width * 0.96)) - 8
        skills = matching(self._interview, text)[:_MOST]
        found.clear_options()
        found.add_options([Option(self._row(skill, width, marks), id=skill.id) for skill in skills])
        found.highlighted = 0 if skills else None
        if not skills:
            found.add_option(
                Option(Content.styled("No skill has that in its name, area or terms.", "$text-muted"), disabled=True)
            )

    def _row(self, skill: Skill, width: int, marks: Glyphs) -> Content:
        answer = self._interview.assessment.answer(skill.id)
        state = str(answer.level) if answer.level is not None else marks.aside if answer.na is not None else marks.open
        area = self._interview.pack.area_by_id[skill.area].title
        name = cut(safe(skill.name, 120), width - 2, marks)
        rest = width - 4 - cells(name)
        where = f"  {cut(safe(area, 80), rest, marks)}" if rest >= 6 else ""
        return Content.assemble((f"{state} ", "bold"), name, (where, "$text-muted"))


def matching(interview: Interview, text: str) -> list[Skill]:
    """Give the skills that a text finds, the best first; all of them for an empty one."""
    if not text.strip():
        return list(interview.skills)
    matcher = Matcher(text.strip())
    scored = [(_score(matcher, interview, skill, text.strip().casefold()), skill) for skill in interview.skills]
    return [skill for score, skill in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


def _score(matcher: Matcher, interview: Interview, skill: Skill, text: str) -> float:
    """Names count most; a term, area or definition counts when it holds the text as it is."""
    area = interview.pack.area_by_id[skill.area].title
    near = matcher.match(skill.name)
    exact = 3.0 if text in skill.name.casefold() else 0.0
    other = (skill.id, *skill.terms, area)
    return (
        near
        + exact
        + 0.8 * any(text in item.casefold() for item in other)
        + 0.2 * (text in skill.definition.casefold())
    )
