"""Rate: one skill after the other against its anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from skillgap.ui.actions import Action, bindings
from skillgap.ui.actions.rate import ACTIONS, DOWN, HIGHEST_DIGIT, LEVELS
from skillgap.ui.pages.card import Card
from skillgap.ui.pages.rate_hint import hint_line, round_text
from skillgap.ui.screens.base import READING
from skillgap.ui.screens.say_more import SayMore
from skillgap.ui.widgets.answer_line import AnswerLine
from skillgap.ui.widgets.keyline import KeyHint
from skillgap.ui.widgets.skill_card import SkillCard
from skillgap.ui.widgets.skill_list import SkillList

if TYPE_CHECKING:
    from skillgap.core.interview import Interview
    from skillgap.ui.session import Session


class RateScreen(SayMore):
    """The list of skills on the left, the levels of one on the right; one of the two where there is no room."""

    ACTIONS = ACTIONS
    BINDINGS = bindings(ACTIONS)
    CSS_PATH = "rate.tcss"
    MODE = "rate"
    # both panes from where no anchor needs scrolling beside the list
    HORIZONTAL_BREAKPOINTS = [(0, "-normal"), (112, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]  # noqa: RUF012

    _is_listing = False
    """Whether arrows move in the list of skills."""
    _cursor: int | None = None
    """The highlighted level."""
    _shown = ""
    _hinted: Interview | None = None
    """The answers that the hint was made for."""

    def body(self) -> Iterable[Widget]:
        """List and card."""
        with Horizontal(id="panes"):
            with Vertical(id="side"):
                yield SkillList(id="skills")
            with Vertical(id="levels"):
                yield SkillCard(id="card")
                yield AnswerLine(id="answer")

    def on_mount(self) -> None:
        """Name keys as they are bound now."""
        particulars = self.query_one(AnswerLine)
        particulars.key_of = self.main.key_of
        particulars.hint = READING

    def show(self, session: Session) -> None:
        """Show the skill in front."""
        interview, current = session.interview, session.current
        answer = interview.assessment.answer(current)
        if current != self._shown:
            self._shown, self._cursor = current, answer.level
        self.query_one(SkillList).show(interview, current, is_active=self._is_listing)
        card = self.query_one(SkillCard)
        card.skills = interview.skills
        card.card = self._card(session)
        particulars = self.query_one(AnswerLine)
        particulars.answer = interview.assessment.answer(self.subject(session))  # what its keys are about
        if interview is not self._hinted:
            self._hinted = interview
            particulars.hint = self._hint(session)

    def renew(self) -> None:
        """Show an answer that may have changed, with the highlight on it."""
        self._shown = ""
        self.update()

    def _card(self, session: Session) -> Card:
        interview, skill = session.interview, session.loaded.pack.skill_by_id[session.current]
        siblings = interview.of_area(skill.area)
        asked = next((r for r in session.profile.requirements if r.skill == skill.id), None)
        is_told = self.main.settings.show_target and asked is not None
        return Card(
            skill=skill,
            area=session.loaded.pack.area_by_id[skill.area],
            scale=session.loaded.pack.scale,
            answer=interview.assessment.answer(skill.id),
            cursor=self._cursor,
            place=(siblings.index(skill) + 1, len(siblings)),
            is_reworded=skill.id in interview.look_again,
            round=round_text(interview),
            overall=(interview.place[skill.id] + 1, len(interview.skills)),
            required=asked.required if asked and is_told else None,
            floor=asked.floor if asked and is_told else 0,
            is_active=not self._is_listing,
        )

    def _hint(self, session: Session) -> str:
        hint = self.rated_hint(session)
        if hint and not session.interview.is_round_done:
            return hint
        return hint_line(session.interview, self.main.key_of, self.main.glyphs)

    def hints(self) -> Sequence[KeyHint]:
        """The digits come first of this screen's own."""
        first, second, *rest = super().hints()
        top = self.session.loaded.pack.scale.top if self.session else 5
        return [first, second, KeyHint(f"0-{min(top, HIGHEST_DIGIT)}", "Rate", "screen.take"), *rest]

    def is_offered(self, action: Action) -> bool:
        """Only the levels of the scale."""
        top = self.session.loaded.pack.scale.top if self.session else 5
        return action not in LEVELS or LEVELS.index(action) <= top

    def action_level(self, level: int) -> None:
        """Rate and go on."""
        session = self.writable()
        if session is None or level > session.loaded.pack.scale.top:
            return
        skill = session.current
        session.rate(skill, level)
        is_round = session.interview.quick is not None  # which is about speed: its own line stands there
        self.after_rating("" if is_round else skill, session.current)
        self.renew()
        self.look_back(session)

    def action_take(self) -> None:
        """Take the highlighted level; in the list, go to the levels."""
        if self._is_listing:
            self.action_pane()
        elif self._cursor is not None:
            self.action_level(self._cursor)
        elif session := self.session:
            top, down = min(session.loaded.pack.scale.top, HIGHEST_DIGIT), self.main.key_of(DOWN)
            self.query_one(
                AnswerLine
            ).hint = f"No level is highlighted: type 0-{top}, or press {down} for the first one."

    @on(SkillCard.Rated)
    def _rate(self, event: SkillCard.Rated) -> None:
        self.action_level(event.level)

    @on(SkillList.Picked)
    def _pick(self, event: SkillList.Picked) -> None:
        self._is_listing = False
        self._set_panes()
        self._move_to(event.skill)

    def action_clear(self) -> None:
        """Take the answer away."""
        if session := self.writable():
            self.after_rating("", "")
            session.clear(session.current)
            self.renew()

    def action_skip(self) -> None:
        """Go to the next skill that waits for an answer."""
        session = self.session
        if session is not None and self.is_ready:
            self._hinted = None
            self.after_rating("", "")
            session.skip(session.current)
            self.show(session)

    def action_quick(self) -> None:
        """Ask a quick round from here on, or every skill."""
        session = self.session
        if session is not None and self.is_ready:
            session.ask_quickly(session.interview.quick is None)
            self.show(session)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(lambda session: session.undo(), "Nothing to undo.")

    def action_redo(self) -> None:
        """Make it again."""
        self._step(lambda session: session.redo(), "Nothing to redo.")

    def _step(self, step: Callable[[Session], str | None], nothing: str) -> None:
        session = self.writable()
        if session is None:
            return
        self.after_rating("", "")
        if step(session) is None:
            self.notify(nothing, timeout=2)
        self.renew()

    def action_show_target(self) -> None:
        """Show or hide what the target asks."""
        self.main.remember(show_target=not self.main.settings.show_target)
        self.update()

    def action_pane(self) -> None:
        """To the other pane."""
        self._is_listing = not self._is_listing
        self._set_panes()
        self.update()

    def _set_panes(self) -> None:
        self.set_class(self._is_listing, "-listing")

    def action_down(self) -> None:
        """One down."""
        self._go(1)

    def action_up(self) -> None:
        """One up."""
        self._go(-1)

    def action_first(self) -> None:
        """To the first."""
        self._go(-len(self.session.interview.skills) if self.session else 0)

    def action_last(self) -> None:
        """To the last."""
        self._go(len(self.session.interview.skills) if self.session else 0)

    def action_before(self) -> None:
        """To the skill before."""
        self._step_skill(-1)

    def action_after(self) -> None:
        """To the skill after."""
        self._step_skill(1)

    def _go(self, by: int) -> None:
        """Move the highlight, in the pane where arrows move."""
        session = self.session
        if session is None:
            return
        if self._is_listing:
            self._step_skill(by)
            return
        top = session.loaded.pack.scale.top
        start = self._cursor if self._cursor is not None else (-1 if by > 0 else top + 1)
        self._cursor = min(max(start + by, 0), top)
        self.show(session)

    def _step_skill(self, by: int) -> None:
        if self.session is not None:
            self._move_to(self.session.interview.neighbour(self.session.current, by))

    def action_area_before(self) -> None:
        """To the area before."""
        self._step_area(-1)

    def action_area_after(self) -> None:
        """To the next area."""
        self._step_area(1)

    def _step_area(self, by: int) -> None:
        session = self.session
        if session is None:
            return
        areas = [area.id for area in session.interview.areas]
        here = areas.index(session.loaded.pack.skill_by_id[session.current].area)
        there = min(max(here + by, 0), len(areas) - 1)
        self._move_to(session.interview.of_area(areas[there])[0].id)

    def _move_to(self, skill: str) -> None:
        if self.session is not None:
            self.after_rating("", "")
            self._hinted = None
            self.session.move_to(skill)
            self.show(self.session)
