"""The answers of one sitting: every change gives new values, is on disk at once and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from skillgap.core import assessment as answers
from skillgap.core.assessment import Assessment, TargetRef
from skillgap.core.interview import Interview
from skillgap.core.migration import is_same_version, unrecorded
from skillgap.core.plan import Budget
from skillgap.core.profiles import Profile, profile
from skillgap.core.quick import QuickRound
from skillgap.core.reassessing import asks_back, look_back, start, stop
from skillgap.core.wording import wording_of
from skillgap.errors import SkillgapError
from skillgap.files.assessments import dump_assessment
from skillgap.files.reports import dump_plan, dump_report
from skillgap.files.rubrics import LoadedPack
from skillgap.ui.examined import Examined
from skillgap.ui.exports import Plans, taken, write_both
from skillgap.ui.keeping import Keeper, rescue
from skillgap.ui.reckoning import Clock

_Before = tuple[str, Assessment]


def local_time() -> datetime:
    """The wall clock of the person."""
    return datetime.now()  # noqa: DTZ005 - a person's own day and time name files


class Session(Examined):
    """What the screens work on. Changes are refused while another program holds the file."""

    def __init__(
        self, loaded: LoadedPack, keeper: Keeper, assessment: Assessment, goal: Profile, clock: Clock = local_time
    ) -> None:
        super().__init__()
        self.loaded = loaded
        self.keeper = keeper
        self.clock = clock
        self._day = self.today
        self.profile = goal
        self.interview = Interview(pack=loaded.pack, role=goal.role.id, assessment=_adopted(assessment, loaded))
        self.current = self.interview.first
        """The skill in front of the person."""
        self.problem = ""
        """Why the last change is not on disk; empty when it is."""
        self.rescued: Path | None = None
        """Where answers went in the end that the file did not take."""
        self.notice = ""
        """What the person should know of the file; empty for nothing."""
        self.asked_back = ""
        """The skill that was just rated again, while looking back was not answered; empty for none."""
        self.plans = Plans(keeper.file)
        self.budget = self.plans.budget(self.today, loaded.pack.planning.hours_per_week)
        self._undo: list[_Before] = []
        self._redo: list[_Before] = []
        self._is_dirty = False
        self._has_news = False
        """Whether more than the place is not on disk."""

    @property
    def budget(self) -> Budget:
        """Hours and dates of the plan; none of them before today, however long the sitting lasts."""
        return self._budget.not_before(self.today)

    @budget.setter
    def budget(self, budget: Budget) -> None:
        self._budget = budget

    def is_new_day(self) -> bool:
        """Whether another day has begun since this was asked last, or since the sitting began."""
        before, self._day = self._day, self.today
        return self._day != before

    @property
    def file(self) -> Path:
        """The assessment file."""
        return self.keeper.file

    @property
    def has_target(self) -> bool:
        """Whether the person has chosen a role and grade."""
        return self.assessment.target is not None

    @property
    def is_read_only(self) -> bool:
        """Whether changes are refused."""
        return not self.keeper.is_ours

    @property
    def why_read_only(self) -> str:
        """What stands against writing."""
        return self.keeper.lock.why

    @property
    def is_saved(self) -> bool:
        """Whether everything that was said is on disk."""
        return not self.problem

    def use_hours(self, hours: float | None) -> None:
        """Take the hours a week of the settings for plans, the pack's for None, unless a kept plan has hours."""
        if self.plans.previous is None:
            usual = self.loaded.pack.planning.hours_per_week
            self.budget = replace(self.budget, hours_per_week=usual if hours is None else hours)

    def rate(self, skill: str, level: int) -> None:
        """Set the level of a skill and go on to the next open one."""
        before = self.assessment.answer(skill)
        new = answers.rate(self.assessment, skill, level, self._wording(skill), self.today)
        self._change(skill, new, following=self.after(skill))
        self.asked_back = skill if asks_back(before, self.assessment.answer(skill)) else ""

    def look_back(self, skill: str, level: int) -> None:
        """Keep where the person puts themselves at the time of their earlier level."""
        self.asked_back = ""
        self._change(skill, look_back(self.assessment, skill, level), following=self.current)

    def reassess(self, is_on: bool) -> None:
        """Begin to ask for every rated skill again, or end that."""
        self.ask_quickly(False)
        new = start(self.assessment) if is_on else stop(self.assessment)
        self._change(self.current, new, following=self.current)
        if self.interview.again:
            self.move_to(self.interview.again[0])

    def set_aside(self, skill: str, reason: str) -> None:
        """Mark a skill as not applicable and go on to the next open one."""
        new = answers.set_aside(self.assessment, skill, reason, self._wording(skill))
        self._change(skill, new, following=self.after(skill))

    def clear(self, skill: str) -> None:
        """Make a skill unanswered again."""
        self._change(skill, answers.clear(self.assessment, skill), following=skill)

    def annotate(self, skill: str, **changes: Any) -> None:
        """Change note, confidence, last_used or evidence of an answer; the skill in front stays."""
        new = answers.change(self.assessment, skill, lambda answer: replace(answer, **changes))
        self._change(skill, new, following=self.current)

    def pending(self, skill: str) -> str | None:
        """Give the next skill that waits for an answer after `skill`: an open one, else one to look at again."""
        following = self.interview.next_open(skill)
        if self.interview.is_round_done:
            return None
        if following is not None and following != skill:
            return following
        again, place = [name for name in self.interview.waiting if name != skill], self.interview.place
        return next((name for name in again if place[name] > place.get(skill, -1)), again[0] if again else following)

    def after(self, skill: str) -> str:
        """Give the skill that comes after an answer: the next that waits; without one, the next or the same."""
        following = self.pending(skill)
        if following is not None and following != skill:
            return following
        waited = self.interview.status(skill) == "open" or skill in self.interview.waiting
        return skill if waited else self.interview.neighbour(skill, 1)

    def move_to(self, skill: str) -> None:
        """Put another skill in front; the place is written with the next change or at the end."""
        if skill in self.interview.place and skill != self.current:
            self.current, self._is_dirty = skill, True

    def skip(self, skill: str) -> str:
        """Leave a skill as it is and go to the next that waits; give the one in front then."""
        self.interview = self.interview.passing(skill)
        self.move_to(self.pending(skill) or skill)
        return self.current

    def ask_quickly(self, is_quick: bool) -> None:
        """Ask a quick round from here on, or every skill; nothing that was answered changes."""
        self.interview = self.interview.with_round(self.quick_round if is_quick else None)
        if self.interview.status(self.current) != "open" or is_quick:
            self.move_to(self.interview.next_open("") or self.current)

    def undo(self) -> str | None:
        """Take the last change back; give the skill it touched, None when there is none."""
        return self._step_back(self._undo, self._redo)

    def redo(self) -> str | None:
        """Make the last change that was taken back again; give the skill it touched."""
        return self._step_back(self._redo, self._undo)

    def choose_target(self, role: str, grade: str) -> None:
        """Measure against another role and grade. Raises KeyError for an unknown one."""
        is_quick = self.interview.quick is not None
        self.profile = profile(self.loaded.pack, role, grade)
        target = TargetRef(role=role, grade=grade)
        changed = replace(self.assessment, target=target)
        self.interview = Interview(pack=self.loaded.pack, role=role, assessment=changed)
        if is_quick:
            self.interview = self.interview.with_round(QuickRound(profile=self.profile, today=self.today))
        if self.current not in self.interview.place:
            self.current = self.interview.first
        self._is_dirty = self._has_news = True
        self.save()

    def taken(self, folder: Path) -> tuple[str, ...]:
        """Name the files in a folder that an export would replace."""
        return taken(folder)

    def export(self, folder: Path, *, replace: bool) -> tuple[Path, Path]:
        """Write report.toml and plan.toml into a folder; give their paths.

        Raises `Exists` when one is there and `replace` is False (nothing is written then), else CannotAccess.
        """
        return write_both(folder, self.report(), self.plan(self.budget), replace=replace)

    def texts(self) -> dict[str, str]:
        """Give report, plan and answers as the files would hold them, by file name."""
        plan = self.plan(self.budget)
        return {
            "report.toml": dump_report(self.report()),
            "plan.toml": dump_plan(plan),
            "assessment.toml": dump_assessment(self._whole()),
        }

    def save(self) -> bool:
        """Write what is not on disk yet; tell whether everything is. Never raises."""
        if not self._is_dirty or self.is_read_only:
            return self.is_saved
        is_gone = self.keeper.is_gone
        if not self._has_news and (is_gone or self.keeper.is_stale):
            return self.is_saved  # the place alone is no reason to touch what another program did
        try:
            copy = self.keeper.write(partial(dump_assessment, self._whole()), self.clock())
        except SkillgapError as error:
            self.problem = str(error)
            return False
        if copy is not None:
            self.notice = f"Another program changed the file meanwhile; its answers are kept in {copy.name}"
        elif is_gone:
            self.notice = "Another program had taken the file away; it is there again with all your answers"
        self.problem, self._is_dirty, self._has_news = "", False, False
        return True

    def close(self) -> None:
        """Write the place and give the file up. Answers that it does not take go elsewhere, if anything takes them."""
        if not self.save() and self.keeper.is_ours:
            self.rescued = rescue(self.file, dump_assessment(self._whole(), self.keeper.head), self.clock())
        self.keeper.release()

    def give_up(self) -> None:
        """Let go of what could not be saved."""
        self._is_dirty = self._has_news = False
        self.problem = ""

    def _whole(self) -> Assessment:
        """The answers with place and day, as they are written."""
        return replace(self.assessment, resume=self.current, updated=self.today)

    def _wording(self, skill: str) -> str:
        return wording_of(self.loaded.pack.skill_by_id[skill])

    def _change(self, skill: str, changed: Assessment, following: str) -> None:
        if self.is_read_only or changed == self.assessment:
            if changed == self.assessment:
                self.move_to(following)
            return
        self._undo.append((skill, self.assessment))
        self._redo.clear()
        self._put(changed, following)

    def _step_back(self, back: list[_Before], forth: list[_Before]) -> str | None:
        if not back or self.is_read_only:
            return None
        skill, before = back.pop()
        forth.append((skill, self.assessment))
        self._put(replace(self.assessment, answers=before.answers, checks=before.checks, terms=before.terms), skill)
        return skill

    def _put(self, changed: Assessment, following: str) -> None:
        if changed.target is None:
            changed = replace(changed, target=TargetRef(role=self.profile.role.id, grade=self.profile.grade.id))
        self.interview = self.interview.with_assessment(changed)
        if following in self.interview.place:
            self.current = following
        self._is_dirty = self._has_news = True
        self.save()


def _adopted(assessment: Assessment, loaded: LoadedPack) -> Assessment:
    """The assessment as one of this version of the pack.

    It stays one of its own version while it has answers that are unknown here, or that may have been given to other
    words.
    """
    known = loaded.pack.skill_by_id
    is_known = all(answer.skill in known for answer in assessment.answers)
    is_ours = is_same_version(assessment.rubric, loaded.pack) or not unrecorded(assessment, loaded.pack)
    return replace(assessment, rubric=loaded.ref) if is_known and is_ours else assessment
